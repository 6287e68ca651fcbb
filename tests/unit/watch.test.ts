/** What is counted and traced agrees with what was asked, and has no words of it. */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../src/answer.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { tokenBudget } from '../../src/chat/token-budget.ts';
import { watchedState } from '../../src/chat/watched.ts';
import { openLog } from '../../src/log.ts';
import { type DoneCall, measuring, now } from '../../src/measures.ts';
import { libraries, openTraces } from '../../src/operations/traces.ts';
import { openWatch, queueStandsMs } from '../../src/operations/watch.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { listen } from '../fakes/listen.ts';
import { modelServer, numberOf, type ModelRequest } from '../fakes/model-server.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** As the thread does it for the main one. */
async function called(rapporteur: Rapporteur, question: Question): Promise<DoneCall> {
  const startMs = now();
  const { outcome, measured } = await measuring(() => rapporteur.ask(question));
  const isFailed = outcome.status === 'rejected';
  const value = isFailed ? undefined : outcome.value;
  return { method: 'ask', args: [question], value, isFailed, startMs, endMs: now(), measured };
}

const sentence = 'We counted 312 seals in the bay last autumn';
/** One statement that was said, one that was not, and one of a sentence that there is none of. */
const mixed = (request: ModelRequest) => {
  const number = numberOf(request, sentence);
  const said = { sentence: number, keep: sentence };
  const statements = [said, { sentence: number, keep: 'whales' }, { sentence: 999, keep: 'seals' }];
  return { says: { answered: true, statements }, tokens: [70, 30] as [number, number] };
};

async function withModel() {
  const server = await modelServer(mixed);
  ends.push(() => server.close());
  const folder = temporaryFolder();
  const store = openChatStore(folder, [{ of: 'all', per: 'day', tokens: 100_000 }]);
  ends.push(() => store.close());
  const log = openLog('silent');
  const budget = tokenBudget({ open: async () => store.ledger, isLimited: false, log });
  const rapporteur = await rapporteurIn(folder, { CHAT_MODEL: 'm', OPENAI_BASE_URL: server.url }, { budget, log });
  ends.push(() => rapporteur.close());
  await rapporteur.ingest([recordOf(harbour)]);
  return { rapporteur, store };
}

const questions: Question[] = [
  { text: 'How many seals were counted in the bay?', scope: { place: 'slack:T1/C1', origins: ['operator'] } },
  { text: 'How many seals were counted in the bay?' },
  { text: 'Who took part?' },
];

describe('/metrics', () => {
  it('agrees with what was asked', async () => {
    const { rapporteur, store } = await withModel();
    const watch = await openWatch({
      HEALTH_PORT: 0,
      OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
      TRACE_QUESTIONS: false,
    });
    const served = (await watch.serve({ version: () => rapporteur.version(), state: () => watchedState([], store) }))!;
    ends.push(() => served.stop());
    for (const question of questions) watch.onCall!(await called(rapporteur, question));
    const page = await (await fetch(`http://127.0.0.1:${served.port}/metrics`)).text();
    for (const line of [
      'rapporteur_answers_total{place="slack",outcome="answered",model="yes"} 1',
      'rapporteur_answers_total{place="terminal",outcome="answered",model="yes"} 1',
      'rapporteur_calls_total{method="ask",outcome="done"} 3',
      'rapporteur_statements_left_out_total{reason="not said"} 2',
      'rapporteur_statements_left_out_total{reason="no such sentence"} 2',
      'rapporteur_tokens_total{purpose="answers",direction="in"} 140',
      'rapporteur_tokens_total{purpose="answers",direction="out"} 60',
      'rapporteur_step_seconds_count{step="whole"} 3',
      'rapporteur_step_seconds_count{step="model"} 2',
      'rapporteur_step_seconds_count{step="checking"} 2',
      'rapporteur_budget_used_tokens{per="day"} 200',
      'rapporteur_budget_limit_tokens{per="day"} 100000',
    ])
      expect(page).toContain(`${line}\n`);
    expect(page).toContain('rapporteur_answers_total{place="terminal",outcome="answered",model="no"} 1\n');
    expect(page).not.toMatch(/seals|Harbour|T1/u);
  });

  it('counts the trouble of platforms, also where nothing is logged', async () => {
    const watch = await openWatch({
      HEALTH_PORT: 0,
      OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
      TRACE_QUESTIONS: false,
    });
    const log = openLog('trace', { write: () => {} }, watch.onTrouble);
    log.warn({}, 'Slack: not connected; trying again');
    log.error({}, 'discord: error');
    log.warn({}, 'reply could not be sent');
    log.info({}, 'Slack: all is well');
    log.warn({}, 'the index of vectors was not saved');
    const served = (await watch.serve({
      version: async () => '1',
      state: async () => ({ platforms: [], budget: [] }),
    }))!;
    ends.push(() => served.stop());
    const page = await (await fetch(`http://127.0.0.1:${served.port}/metrics`)).text();
    expect(page.match(/^rapporteur_platform_errors_total.*$/gmu)).toEqual([
      'rapporteur_platform_errors_total{platform="slack",level="warning"} 1',
      'rapporteur_platform_errors_total{platform="discord",level="error"} 1',
      'rapporteur_platform_errors_total{platform="chat",level="warning"} 1',
    ]);
  });
});

describe('/healthz', () => {
  it.each([
    [{ isConnected: true, oldestMs: null }, 200, undefined],
    [{ isConnected: false, oldestMs: null }, 503, ['slack is not connected']],
    [{ isConnected: true, oldestMs: queueStandsMs + 1 }, 503, ['the queue of slack stands']],
  ])('of %j is %s', async (platform, status, wrong) => {
    const watch = await openWatch({
      HEALTH_PORT: 0,
      OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
      TRACE_QUESTIONS: false,
    });
    const platforms = [{ name: 'slack', waiting: 0, answering: 0, ...platform }];
    const served = (await watch.serve({ version: async () => '1', state: async () => ({ platforms, budget: [] }) }))!;
    ends.push(() => served.stop());
    const response = await fetch(`http://127.0.0.1:${served.port}/healthz`);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { wrong?: string[] }).wrong).toEqual(wrong);
  });

  it('knows how long the oldest question waits', async () => {
    const store = openChatStore(temporaryFolder());
    ends.push(() => store.close());
    const platform = { name: 'slack', state: () => ({ isConnected: true, waiting: 1, answering: 0 }) };
    expect((await watchedState([platform], store, 5_000)).platforms[0]!.oldestMs).toBeNull();
    const post = {
      place: { platform: 'slack', workspace: 'T1', channel: 'C1' },
      thread: null,
      conversation: 'C1',
      asker: { id: 'ana', roles: [], isAdmin: false },
      message: 'm',
      event: null,
      command: { name: 'ask' as const, question: 'Who pays?' },
      isDirect: false,
      onlyForAsker: false,
      replyTo: null,
    };
    await store.receive('q1', post, null, 2_000);
    expect((await watchedState([platform], store, 5_000)).platforms[0]!.oldestMs).toBe(3_000);
  });
});

describe('traces', () => {
  it('name the libraries as they are tested', () => {
    const { devDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    for (const named of libraries) expect(devDependencies[named.replace(/@[^@]+$/u, '')]).toBe(named.split('@').at(-1));
  });

  it.each([false, true])('have the steps, and words only where that is asked for: %s', async (withWords) => {
    const { rapporteur } = await withModel();
    const sent: { path: string | undefined; body: string }[] = [];
    const collector = await listen(async (request, response) => {
      sent.push({ path: request.url, body: await text(request) });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    ends.push(() => collector.close());
    const traces = await openTraces({ endpoint: `http://127.0.0.1:${collector.port}/`, withWords });
    traces.observe(await called(rapporteur, questions[0]!));
    await traces.stop(10_000);
    expect(sent.map(({ path }) => path)).toEqual(['/v1/traces']);
    const { body } = sent[0]!;
    interface Span {
      name: string;
      spanId: string;
      parentSpanId?: string;
    }
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
    const whole = spans.find(({ name }) => name === 'ask')!;
    const steps = spans.filter(({ parentSpanId }) => parentSpanId === whole.spanId).map(({ name }) => name);
    expect(new Set(steps)).toEqual(new Set(['waiting', 'finding', 'model', 'checking']));
    expect(body).toContain('gen_ai.usage.input_tokens');
    expect(body.includes('seals')).toBe(withWords);
  });
});
