/**
 * Whether a question that nobody answered is told from one that somebody did, beside BM25 in the same run:
 *
 *     npm run bench:no-answer                                    QMSum's validation questions in ../shared/bench
 *     npm run bench:no-answer -- --corpus FILE --queries FILE    others of the same form
 *
 * The whole program is asked each question with its meeting and without: of all meetings and of all but its own; then
 * of its own alone and of another of the same kind alone. Sessions are taken out by the scope of the question; how rare a
 * word is stays counted over the whole library. Ours is the confidence of the answer, BM25's the score of its best
 * window; a table tells how often an answer of a confidence had its meeting. Errors are questions not answered with the meeting, and answered without. `EMBEDDING_MODEL` and the like are heeded.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer } from '../../src/answer.ts';
import { learned } from '../../src/answering/confidence.ts';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { bm25, plain120 } from './bm25.ts';
import {
  areaUnderCurve,
  filesNamed,
  mean,
  readMeetings,
  readQueries,
  recordOf,
  type BenchQuery,
  type Meeting,
} from './search-measures.ts';

const options = filesNamed('bench:no-answer');

const meetings = readMeetings(options.corpus);
const queries = readQueries(options.queries, meetings);
const all = [...meetings.values()];
if (queries.length === 0 || all.length < 2) {
  console.error(
    `bench:no-answer: ${options.queries} holds no specific question with known turns on one of several meetings of ${options.corpus}.`,
  );
  process.exit(1);
}

/** The meetings a question is asked of, with its own and without. */
const libraries: { name: string; of: (meeting: Meeting) => { there: Meeting[]; apart: Meeting[] } }[] = [
  {
    name: `all ${all.length} meetings`,
    of: (meeting) => ({ there: all, apart: all.filter((other) => other !== meeting) }),
  },
  { name: 'one meeting', of: (meeting) => ({ there: [meeting], apart: [anotherLike(meeting)] }) },
];

function anotherLike(meeting: Meeting): Meeting {
  const like = all.filter(({ source }) => source === meeting.source);
  const others = (like.length > 1 ? like : all).filter((other) => other !== meeting);
  return others[(all.indexOf(meeting) * 7) % others.length]!;
}

interface Asked {
  query: BenchQuery;
  there: { answer: Answer; plain: number };
  apart: { answer: Answer; plain: number };
}

const everywhere = bm25(all, plain120);
const alone = new Map<Meeting, ReturnType<typeof bm25>>();
/** The score of BM25's best window in some of the meetings. */
function plainScore(text: string, among: Meeting[]): number {
  const [only] = among;
  if (among.length > 1) return everywhere(text).find(({ meeting }) => among.includes(meeting))?.score ?? 0;
  if (!alone.has(only!)) alone.set(only!, bm25([only!], plain120));
  return alone.get(only!)!(text)[0]?.score ?? 0;
}

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'));
const rapporteur = rapporteurInThreads(readConfig({ ...process.env, LIBRARY_PATH: folder }));
try {
  const { files } = await rapporteur.ingest(all.map(recordOf));
  const failed = files.find(({ failure }) => failure !== null);
  if (failed) throw new Error(`${failed.name}: ${failed.failure}`);
  const ask = async (text: string, among: Meeting[]) => ({
    answer: await rapporteur.ask({
      text,
      ...(among.length < all.length && { scope: { sessions: among.map(({ id }) => id) } }),
    }),
    plain: plainScore(text, among),
  });
  for (const { name, of } of libraries) {
    const asked: Asked[] = [];
    for (const query of queries) {
      const { there, apart } = of(query.meeting);
      asked.push({ query, there: await ask(query.text, there), apart: await ask(query.text, apart) });
    }
    const kinds = [...Map.groupBy(asked, ({ query }) => query.meeting.source)];
    console.log(
      `\n${queries.length} questions asked of ${name}, with their meeting and without; answered from a confidence of ${learned.leastChance} on`,
    );
    console.table(
      Object.fromEntries(
        [['all', asked] as const, ...(kinds.length > 1 ? kinds : [])].map(([kind, some]) => [kind, rowOf(some)]),
      ),
    );
    console.table(reliabilityOf(asked));
  }
} finally {
  await rapporteur.close();
  rmSync(folder, { recursive: true });
}

function rowOf(asked: Asked[]): Record<string, string | number> {
  const answered = ({ status }: Answer) => status === 'answered';
  const share = <Row>(rows: Row[], is: (row: Row) => boolean) => mean(rows.map((row) => (is(row) ? 1 : 0)));
  const quoting = asked.filter(({ there: { answer } }) => answer.quotes.length > 0);
  const wrongly = share(asked, ({ apart }) => answered(apart.answer));
  // BM25 where it answers as many without the meeting as we do.
  const threshold =
    asked.map(({ apart }) => apart.plain).toSorted((one, other) => other - one)[Math.round(wrongly * asked.length)] ??
    0;
  const percent = (value: number) => (100 * value).toFixed(1);
  return {
    questions: asked.length,
    'area BM25': areaUnderCurve(
      asked.map(({ there }) => there.plain),
      asked.map(({ apart }) => apart.plain),
    ).toFixed(3),
    'area ours': areaUnderCurve(
      asked.map(({ there }) => confidenceOf(there.answer)),
      asked.map(({ apart }) => confidenceOf(apart.answer)),
    ).toFixed(3),
    'not answered with, %': percent(1 - share(asked, ({ there }) => answered(there.answer))),
    'answered without, %': percent(wrongly),
    'nearest with, %': percent(share(asked, ({ there }) => there.answer.status === 'nearest')),
    'nearest without, %': percent(share(asked, ({ apart }) => apart.answer.status === 'nearest')),
    'BM25 not with, %': percent(1 - share(asked, ({ there }) => there.plain > threshold)),
    'quotes the meeting, %': percent(
      share(quoting, ({ query, there }) => there.answer.quotes.some(({ session }) => session.id === query.meeting.id)),
    ),
    'quotes a gold turn, %': percent(
      share(quoting, ({ query, there }) =>
        there.answer.quotes.some(({ session, turn }) => session.id === query.meeting.id && query.gold.has(turn)),
      ),
    ),
  };
}

/** In each tenth of the confidence: how many answers, how sure they are on average, and how many had their meeting. */
function reliabilityOf(asked: Asked[]): Record<string, Record<string, string | number>> {
  const answers = asked.flatMap(({ there, apart }) => [
    { isThere: 1, confidence: confidenceOf(there.answer) },
    { isThere: 0, confidence: confidenceOf(apart.answer) },
  ]);
  const tenths = Map.groupBy(answers, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  return Object.fromEntries(
    [...tenths]
      .toSorted(([one], [other]) => one - other)
      .map(([tenth, some]) => [
        `${tenth / 10} to ${(tenth + 1) / 10}`,
        {
          answers: some.length,
          'confidence, mean': mean(some.map(({ confidence }) => confidence)).toFixed(2),
          'with their meeting': mean(some.map(({ isThere }) => isThere)).toFixed(2),
        },
      ]),
  );
}

/** Where nothing of a question is found, there is none; where no words were looked for, the answer stands for itself. */
function confidenceOf({ confidence, status }: Answer): number {
  return confidence ?? (status === 'answered' ? 1 : 0);
}
