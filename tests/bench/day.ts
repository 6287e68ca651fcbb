/**
 * A day of a busy bot, its time compressed: questions made by chance, to two chats and the reader, with a model on this
 * machine, and what `/metrics`, the budget and the files say of it afterwards:
 *
 *     node tests/bench/day.ts [--questions 20000] [--at-once 8] [--seed 1]
 *
 * Every number of `/metrics` is compared with what was asked and answered. Memory is told by twentieths of the day, after a
 * collection in every thread, and how it grows over the second half of the day; what is kept on purpose is forgotten at its
 * end, as it would be a month later.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveWeb } from '../../adapters/web/serve.ts';
import type { Answer } from '../../src/answer.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import type { Asker } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { limitsOf } from '../../src/chat/token-budget.ts';
import { watchedState } from '../../src/chat/watched.ts';
import { readConfig } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import { openWatch } from '../../src/operations/watch.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { evidenceOf, modelServer, type ModelServer } from '../fakes/model-server.ts';
import { hearing } from '../fixtures/hearings.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { heapsAfterCollection } from './collecting.ts';
import { chatsIn } from '../fixtures/keeping.ts';
import { temporaryLibrary } from './synthetic.ts';

if (globalThis.gc === undefined) {
  const loaded = new URL('collecting.ts', import.meta.url).href;
  const args = ['--expose-gc', '--import', loaded, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  // Without it a thread that has no work hears nothing.
  const env = { ...process.env, PISCINA_DISABLE_ATOMICS: '1' };
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1);
}

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '20000' },
    'at-once': { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
});
const [total, atOnce] = [Number(values.questions), Number(values['at-once'])];
let state = Number(values.seed) >>> 0 || 1;
/** The same for the same seed: xorshift. */
function random(below: number): number {
  state ^= state << 13;
  state >>>= 0;
  state ^= state >>> 17;
  state ^= state << 5;
  state >>>= 0;
  return state % below;
}

const dayMs = 86_400_000;
const hearings = 40;
const tally = {
  answers: new Map<string, number>(),
  verdicts: new Map<string, number>(),
  requests: 0,
  tokensIn: 0,
  tokensOut: 0,
  lies: 0,
};
const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);

/** One statement in three was not said. */
const model: ModelServer = await modelServer((request) => {
  const evidence = evidenceOf(request);
  tally.requests += 1;
  // What the stand-in remembers is no memory of the program's.
  model.requests.length = 0;
  model.keys.length = 0;
  const tokens: [number, number] = [400 + random(800), 20 + random(200)];
  tally.tokensIn += tokens[0];
  tally.tokensOut += tokens[1];
  const said = evidence[0] && {
    sentence: evidence[0].number,
    keep: evidence[0].text.replace(/^[^:]{0,200}: /u, ''),
  };
  const isLie = random(3) === 0;
  if (isLie) tally.lies += 1;
  const statements = [...(said ? [said] : []), ...(isLie ? [{ sentence: 9999, keep: 'whales sang' }] : [])];
  return { says: { answered: true, statements }, tokens };
});

const temporary = await temporaryLibrary();
// The tokens of about two in three answers.
const limit = Math.round(total * 0.35 * 900);
const config = readConfig({
  LIBRARY_PATH: temporary.folder,
  CHAT_MODEL: 'invented',
  OPENAI_BASE_URL: model.url,
  TOKENS_A_DAY: `${limit}`,
  // A busy machine ends no request: what a server used of one that is ended, nobody is told.
  ANSWER_TIMEOUT_MS: '600000',
  LOG_LEVEL: 'error',
});
const store = openChatStore(config.LIBRARY_PATH, limitsOf(config));
const watch = await openWatch({ HEALTH_PORT: 0, OTEL_EXPORTER_OTLP_ENDPOINT: undefined, TRACE_QUESTIONS: false });
const rapporteur = rapporteurInThreads(config, { onCall: watch.onCall });
const log = openLog('error', undefined, watch.onTrouble);
await rapporteur.ingest([recordOf(...Array.from({ length: hearings }, (_, number) => hearing(number, 1)))]);

/** Its clock goes round once while the questions are asked. */
let asked = 0;
const beganMs = Date.UTC(2026, 10, 30);
const clock = () => beganMs + (asked / total) * dayMs;
const waiting = new Map<string, (reply: Reply) => void>();
const desks = ['slack', 'discord'].map((platform) => {
  const delivery = {
    status: async () => {},
    send: async ({ message }: { message: string }, reply: Reply) => {
      waiting.get(message)!(reply);
      waiting.delete(message);
      return message;
    },
    remove: async () => {},
    revise: async () => 'gone' as const,
    placeOf: () => null,
    tellAsker: async () => {},
  };
  return { platform, desk: chatDesk({ platform, rapporteur, store, delivery, askWith: 'ask', log, clock }) };
});
const platforms = desks.map(({ platform, desk }) => ({
  name: platform,
  state: () => ({ isConnected: true, ...desk.state() }),
}));
const served = (await watch.serve({
  version: () => rapporteur.version(),
  state: () => watchedState(platforms, store, Date.now()),
}))!;
const entry = {
  tokens: tokensIn(config.LIBRARY_PATH),
  anybody: { scope: { origins: ['operator'], place: 'reader' } },
  ownToken: null,
  isSecure: false,
};
const web = await serveWeb(
  {
    rapporteur,
    log,
    reference: () => 'day',
    version: '1',
    address: null,
    isListed: false,
    perMinute: 1e9,
    entry,
    assistants: null,
    published: async () => null,
    chats: chatsIn(config.LIBRARY_PATH),
  },
  { port: 0 },
);

const forms = [
  (n: number) => `What was counted in hearing ${n}?`,
  (n: number) => `What did Okafor say about dredging in hearing ${n}?`,
  () => 'Who spoke about seals?',
  () => 'What was said about narwhals and quasars?',
  (n: number) => `Did Tanaka mention ships in hearing ${n}?`,
  () => 'Who took part?',
];

function noteAnswer(place: string, { status, model: by }: Answer): void {
  add(tally.answers, `place="${place}",outcome="${status}",model="${by === null ? 'no' : 'yes'}"`);
}

async function askOne(number: number): Promise<void> {
  const text = forms[random(forms.length)]!(random(hearings));
  const where = random(3);
  if (where === 2) {
    const response = await fetch(`${web.address}/api/v1/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: text }),
    });
    noteAnswer('reader', (await response.json()) as Answer);
    return;
  }
  const { platform, desk } = desks[where]!;
  const isQuotation = random(10) === 0;
  const message = `m${number}`;
  const asker: Asker = { id: `U${random(300)}`, roles: [], isAdmin: false };
  const replied = new Promise<Reply>((resolve) => waiting.set(message, resolve));
  await desk.receive({
    place: { platform, workspace: `T${random(5)}`, channel: `C${random(20)}` },
    thread: null,
    conversation: message,
    asker,
    message,
    event: message,
    command: isQuotation
      ? { name: 'verify', quotation: `We counted ${random(400)} ships` }
      : { name: 'ask', question: text },
    isDirect: false,
    onlyForAsker: false,
    replyTo: null,
  });
  const reply = await replied;
  if (reply.kind === 'answer') noteAnswer(platform, reply.answer);
  else if (reply.kind === 'verification') add(tally.verdicts, reply.verification.verdict);
  else throw new Error(`A question got no answer: ${JSON.stringify(reply)}`);
}

/** That of questions and that of ingests. */
const otherThreads = 2;
const megabytes = (bytes: number) => bytes / 1024 ** 2;
const samples: { asked: number; heap: number; resident: number }[] = [];
console.log('| asked | heaps MB | resident MB | files MB | tokens used |\n|---|---|---|---|---|');
async function tell(): Promise<void> {
  const heap = megabytes(await heapsAfterCollection(otherThreads));
  const resident = megabytes(process.memoryUsage().rss);
  samples.push({ asked, heap, resident });
  const files = megabytes(filesIn(config.LIBRARY_PATH));
  const { day } = await store.ledger.used(null, Date.now());
  console.log(`| ${asked} | ${[heap, resident, files].map((one) => one.toFixed(1)).join(' | ')} | ${day} |`);
}

/** Megabytes a thousand questions, by the line that fits the second half of the day best. */
function growthOf(what: 'heap' | 'resident'): number {
  const half = samples.slice(samples.length / 2);
  const mean = (of: (sample: (typeof samples)[number]) => number) =>
    half.reduce((all, one) => all + of(one), 0) / half.length;
  const [at, level] = [mean((one) => one.asked), mean((one) => one[what])];
  return (1000 * mean((one) => (one.asked - at) * (one[what] - level))) / mean((one) => (one.asked - at) ** 2);
}
function filesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0);
}

const before = filesIn(config.LIBRARY_PATH);
for (let part = 1; part <= 20; part += 1) {
  const until = Math.round((total * part) / 20);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (asked < until) {
        asked += 1;
        await askOne(asked);
      }
    }),
  );
  await tell();
}
for (const { desk } of desks) await desk.stop();

const page = await (await fetch(`http://127.0.0.1:${served.port}/metrics`)).text();
const valueOf = (name: string) => {
  const line = page.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? 0 : Number(line.slice(name.length + 1));
};
/** Of requests whose connection broke, of which no server told anything. */
const estimated = valueOf('rapporteur_tokens_total{purpose="answers",direction="estimated"}');
const compared: [string, number][] = [
  ...[...tally.answers].map(([labels, n]) => [`rapporteur_answers_total{${labels}}`, n] as [string, number]),
  ...[...tally.verdicts].map(
    ([verdict, n]) => [`rapporteur_calls_total{method="verify",outcome="${verdict}"}`, n] as [string, number],
  ),
  ['rapporteur_calls_total{method="ask",outcome="done"}', sum(tally.answers)],
  ['rapporteur_step_seconds_count{step="whole"}', sum(tally.answers)],
  ['rapporteur_step_seconds_count{step="model"}', tally.requests],
  ['rapporteur_tokens_total{purpose="answers",direction="in"}', tally.tokensIn],
  ['rapporteur_tokens_total{purpose="answers",direction="out"}', tally.tokensOut],
  ['rapporteur_statements_left_out_total{reason="no such sentence"}', tally.lies],
  ['rapporteur_budget_used_tokens{per="day"}', tally.tokensIn + tally.tokensOut + estimated],
  ['rapporteur_queue{platform="slack",state="waiting"}', 0],
  ['rapporteur_queue{platform="slack",state="answering"}', 0],
  ['rapporteur_queue_oldest_seconds{platform="discord"}', 0],
];
console.log('\n| number of /metrics | it says | counted here |\n|---|---|---|');
for (const [name, counted] of compared) console.log(`| ${name} | ${valueOf(name)} | ${counted} |`);
const disagreeing = compared.filter(([name, counted]) => valueOf(name) !== counted);
/** What no answer here was counted as. */
const uncounted = page
  .split('\n')
  .filter(
    (line) => line.startsWith('rapporteur_answers_total{') && !compared.some(([name]) => line.startsWith(`${name} `)),
  );
const used = tally.tokensIn + tally.tokensOut + estimated;
const largest = await store.ledger.largest(Date.now());
const kept = filesIn(config.LIBRARY_PATH);
const forgotten = await store.forget(clock() + 31 * dayMs);
console.log(
  `\n${disagreeing.length + uncounted.length} of ${compared.length} numbers disagree. ` +
    `Budget ${limit}, used ${used} (${estimated} of them estimated), the largest answer ${largest}: ${used < limit + largest ? 'kept' : 'PASSED'}. ` +
    `Files grew by ${((kept - before) / total / 1024).toFixed(1)} KB a question, of which ${forgotten} are forgotten after a month.`,
);
console.log(
  `In the second half of the day the heaps grew by ${growthOf('heap').toFixed(2)} MB a thousand questions, ` +
    `resident memory by ${growthOf('resident').toFixed(2)}.`,
);
await web.stop();
await served.stop();
await rapporteur.close();
await store.close();
await model.close();
temporary.remove();
if (disagreeing.length + uncounted.length > 0 || used >= limit + largest) process.exitCode = 1;

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}
