/**
 * Questions with known answers: how many are answered right, with no model and no network.
 *
 *     npm run eval                         the questions and quotations of ../shared/eval
 *     npm run eval -- --questions FILE --quotations FILE --records PATH    others of the same form
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Answer } from '../../src/answer.ts';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const { values } = parseArgs({
  options: {
    questions: { type: 'string', multiple: true, default: [path.join(shared, 'eval/gold-dev.jsonl')] },
    quotations: { type: 'string', multiple: true, default: [path.join(shared, 'eval/verify-dev.jsonl')] },
    records: { type: 'string', multiple: true, default: [path.join(shared, 'sessions')] },
  },
});

const expectation = z.object({ speaker: z.string(), contains: z.string() });
const questionLine = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  history: z.array(z.string()).optional(),
  expect: z.enum(['answer', 'none']),
  quotes: z.array(z.array(expectation)),
  facts: z.array(z.string()),
  not_speakers: z.array(z.string()),
});
const quotationLine = z.object({
  id: z.string(),
  quote: z.string(),
  verdict: z.string(),
  speaker: z.string().nullable(),
});

const missing = [...values.questions, ...values.quotations, ...values.records].filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(`eval: there is no ${missing.join(', ')}; name files with --questions, --quotations and --records.`);
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-eval-'));
const rapporteur = rapporteurInThreads(readConfig({ ...process.env, LIBRARY_PATH: folder }));
try {
  const records = values.records.flatMap((place) =>
    statSync(place).isFile() ? [place] : readdirSync(place).map((name) => path.join(place, name)),
  );
  await rapporteur.ingest(records.map((record) => ({ path: path.resolve(record) })));
  const kinds = new Map<string, { right: number; all: number }>();
  const tell = (kind: string, id: string, asked: string, faults: string[]) => {
    const count = kinds.get(kind) ?? { right: 0, all: 0 };
    kinds.set(kind, { right: count.right + (faults.length === 0 ? 1 : 0), all: count.all + 1 });
    if (faults.length > 0) console.log(`${id}: ${asked}\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
  };
  for (const line of linesOf(values.questions, questionLine)) {
    const answer = await rapporteur.ask({ text: line.question, history: line.history });
    tell(line.kind, line.id, line.question, [...faultsOf(answer, line), ...(await notExact(answer))]);
  }
  for (const { id, quote, verdict, speaker } of linesOf(values.quotations, quotationLine)) {
    const given = await rapporteur.verify(quote);
    tell(
      'verify',
      id,
      quote,
      given.verdict === verdict && given.speaker === speaker
        ? []
        : [`is ${given.verdict} by ${given.speaker}, not ${verdict} by ${speaker}`],
    );
  }
  console.table(Object.fromEntries([...kinds].map(([kind, { right, all }]) => [kind, { right, of: all }])));
} finally {
  await rapporteur.close();
  rmSync(folder, { recursive: true });
}

function faultsOf(
  answer: Answer,
  { expect, quotes, facts, not_speakers: others }: z.infer<typeof questionLine>,
): string[] {
  const faults: string[] = [];
  // Where nobody said it, what comes nearest may be shown as that.
  const isRight = expect === 'none' ? answer.status !== 'answered' : answer.status === 'answered';
  if (!isRight) faults.push(`is ${answer.status}`);
  for (const group of quotes) {
    const shown = group.some(({ speaker, contains }) =>
      answer.quotes.some((quote) => quote.speaker === speaker && fold(quote.text).includes(fold(contains))),
    );
    if (!shown)
      faults.push(`lacks ${group.map(({ speaker, contains }) => `“${contains}” by ${speaker}`).join(' or ')}`);
  }
  const whole = fold(
    [answer.text, ...answer.quotes.map(({ text }) => text), ...answer.report.map(({ text }) => text)].join('\n'),
  );
  for (const fact of facts) if (!whole.includes(fold(fact))) faults.push(`lacks ${fact}`);
  for (const { speaker } of answer.quotes)
    if (speaker !== null && others.includes(speaker)) faults.push(`quotes ${speaker}`);
  return faults;
}

/** Every quotation must be the slice of the turn that it says it is. */
async function notExact({ quotes, related }: Answer): Promise<string[]> {
  const faults: string[] = [];
  for (const { text, speaker, session, turn, start, end } of [...quotes, ...related]) {
    const said = (await rapporteur.show(session.id))?.turns[turn];
    if (said?.text.slice(start, end) !== text || said.speaker !== speaker) faults.push(`is not what was said: ${text}`);
  }
  return faults;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'").replaceAll(/\s+/gu, ' ');
}

function linesOf<Line>(files: string[], schema: z.ZodType<Line>): Line[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => schema.parse(JSON.parse(line))),
  );
}
