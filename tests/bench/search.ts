/**
 * Search measured on questions whose answers are known, beside BM25 in the same run:
 *
 *     npm run bench:search                                       QMSum's validation questions in ../shared/bench
 *     npm run bench:search -- --corpus FILE --queries FILE       others of the same form
 *
 * Ours is the whole program: the meetings are ingested, and `search` is asked. `EMBEDDING_MODEL` and the like are heeded.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { bm25, plain120, plain375 } from './bm25.ts';
import {
  bootstrap,
  budgets,
  filesNamed,
  found,
  mean,
  placeOf,
  readMeetings,
  readQueries,
  recordOf,
  type BenchQuery,
  type Meeting,
  type Stretch,
} from './search-measures.ts';

const options = filesNamed('bench:search');

/** Hits enough to fill every word budget of one meeting, and those people look at over all meetings. */
const most = { inside: 60, everywhere: 50 };

const meetings = readMeetings(options.corpus);
const queries = readQueries(options.queries, meetings);
if (queries.length === 0) {
  console.error(
    `bench:search: ${options.queries} holds no specific question with known turns on a meeting of ${options.corpus}.`,
  );
  process.exit(1);
}

const plainInside = perMeeting((meeting) => bm25([meeting], plain120));
const wideInside = perMeeting((meeting) => bm25([meeting], plain375));
const plainEverywhere = bm25([...meetings.values()], plain120);

const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'));
const rapporteur = rapporteurInThreads(readConfig({ ...process.env, LIBRARY_PATH: folder }));
try {
  for (const meeting of meetings.values()) {
    const {
      files: [file],
    } = await rapporteur.ingest([recordOf(meeting)]);
    const stored = await rapporteur.show(meeting.id);
    if (stored?.turns.length !== meeting.turns.length)
      throw new Error(
        `${meeting.id}: of ${meeting.turns.length} turns ${stored?.turns.length ?? 0} are in the library. ${file?.failure ?? ''}`,
      );
  }
  const ours = (query: BenchQuery, inside: boolean) =>
    rapporteur
      .search({
        text: query.text,
        limit: inside ? most.inside : most.everywhere,
        ...(inside ? { session: query.meeting.id } : {}),
      })
      .then((hits) => hits.map(({ session, turns }): Stretch => ({ meeting: meetings.get(session.id)!, turns })));

  const started = performance.now();
  const own = new Map<BenchQuery, { inside: Stretch[]; everywhere: Stretch[] }>();
  for (const query of queries)
    own.set(query, { inside: await ours(query, true), everywhere: await ours(query, false) });
  const perSearch = (performance.now() - started) / queries.length / 2;

  const kinds = [...Map.groupBy(queries, ({ meeting }) => meeting.source)];
  console.log(
    `${queries.length} questions on ${new Set(queries.map(({ meeting }) => meeting)).size} of ${meetings.size} meetings; ${perSearch.toFixed(0)} ms a search`,
  );
  for (const [kind, asked] of [['all', queries] as const, ...(kinds.length > 1 ? kinds : [])]) {
    console.log(`\n${kind}: ${asked.length} questions`);
    console.table({
      ...insideOne(asked, (query) => own.get(query)!.inside),
      ...everywhere(asked, (query) => own.get(query)!.everywhere),
    });
  }
} finally {
  await rapporteur.close();
  rmSync(folder, { recursive: true });
}

type Search = (query: BenchQuery) => Stretch[];

function insideOne(asked: BenchQuery[], ours: Search): Record<string, Row> {
  const rows: Record<string, Row> = {};
  const add = (name: string, plain: Search, measure: (query: BenchQuery, stretches: Stretch[]) => number) => {
    rows[name] = compared(
      asked.map((query) => measure(query, plain(query))),
      asked.map((query) => measure(query, ours(query))),
    );
  };
  for (const budget of budgets)
    add(`gold words in ${spoken(budget)}`, plainInside, (query, stretches) => found(query, stretches, budget).words);
  for (const budget of budgets.slice(2))
    add(`gold turns in ${spoken(budget)}`, wideInside, (query, stretches) => found(query, stretches, budget).turns);
  return rows;
}

function everywhere(asked: BenchQuery[], ours: Search): Record<string, Row> {
  const places = asked.map((query) => ({
    plain: placeOf(query, plainEverywhere(query.text).slice(0, most.everywhere)),
    ours: placeOf(query, ours(query)),
  }));
  const row = (measure: (place: { hit: number; meeting: number }) => number) =>
    compared(
      places.map(({ plain }) => measure(plain)),
      places.map(({ ours }) => measure(ours)),
    );
  return {
    'hit@5': row(({ hit }) => (hit <= 5 ? 1 : 0)),
    MRR: row(({ hit }) => 1 / hit),
    'meeting@1': row(({ meeting }) => (meeting <= 1 ? 1 : 0)),
    'meeting@5': row(({ meeting }) => (meeting <= 5 ? 1 : 0)),
  };
}
interface Row {
  BM25: string;
  ours: string;
  'better, worse': string;
  /** The middle 95 % of the mean difference when questions are drawn anew. */
  difference: string;
}

function compared(plain: number[], ours: number[]): Row {
  const differences = ours.map((value, index) => value - plain[index]!);
  const [low, high] = bootstrap(differences);
  const percent = (share: number) => (100 * share).toFixed(1);
  return {
    BM25: percent(mean(plain)),
    ours: percent(mean(ours)),
    'better, worse': `${differences.filter((each) => each > 0).length}, ${differences.filter((each) => each < 0).length}`,
    difference: `${percent(low)} to ${percent(high)}`,
  };
}

function perMeeting(open: (meeting: Meeting) => (query: string) => Stretch[]): Search {
  const known = new Map<Meeting, (query: string) => Stretch[]>();
  return ({ meeting, text }) => {
    if (!known.has(meeting)) known.set(meeting, open(meeting));
    return known.get(meeting)!(text);
  };
}

function spoken(budget: (typeof budgets)[number]): string {
  return budget.includes('/') ? `${budget} of the meeting` : `${budget} words`;
}
