/** Questions with known answers, in the form of QMSum's, and how much of the known answers a search finds. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Record } from '../../src/rapporteur.ts';
import type { Session, Turn } from '../../src/session.ts';

export interface Meeting {
  id: string;
  title: string;
  source: string;
  turns: Turn[];
  /** Words of each turn: what stands between blanks, marks that stand alone included. */
  words: number[];
  totalWords: number;
}

export interface BenchQuery {
  id: string;
  text: string;
  meeting: Meeting;
  gold: Set<number>;
}

/** Turns first to last, both included, of a meeting. */
export interface Stretch {
  meeting: Meeting;
  turns: [number, number];
}

/** The files named on the command line, QMSum's and its validation questions where none are; ends the process where one is absent. */
export function filesNamed(command: string): { corpus: string; queries: string } {
  const shared = fileURLToPath(new URL('../../../shared/bench/qmsum/', import.meta.url));
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: path.join(shared, 'corpus.jsonl') },
      queries: { type: 'string', default: path.join(shared, 'queries-val.jsonl') },
    },
  });
  for (const file of [values.corpus, values.queries]) {
    if (existsSync(file)) continue;
    console.error(`${command}: there is no ${file}; name files with --corpus and --queries.`);
    process.exit(1);
  }
  return values;
}

export function readMeetings(file: string): Map<string, Meeting> {
  return new Map(
    readLines<{ id: string; title: string; source: string; turns: { speaker: string; text: string }[] }>(file).map(
      ({ turns, ...rest }) => {
        const words = turns.map(({ text }) => text.match(/\S+/g)?.length ?? 0);
        return [
          rest.id,
          {
            ...rest,
            turns: turns.map((turn) => ({ ...turn, times: [] })),
            words,
            totalWords: words.reduce((sum, count) => sum + count, 0),
          },
        ];
      },
    ),
  );
}

/** Those that ask for something in particular and whose turns are known; questions on meetings that are absent are left out. */
export function readQueries(file: string, meetings: Map<string, Meeting>): BenchQuery[] {
  return readLines<{ id: string; meeting_id: string; query: string; type: string; relevant_turns: number[] }>(
    file,
  ).flatMap((line) => {
    const meeting = meetings.get(line.meeting_id);
    return line.type === 'specific' && line.relevant_turns.length > 0 && meeting
      ? [{ id: line.id, text: line.query, meeting, gold: new Set(line.relevant_turns) }]
      : [];
  });
}

export function sessionOf({ id, title, source, turns }: Meeting): Session {
  return {
    id,
    title,
    source,
    turns,
    date: null,
    startTime: null,
    endTime: null,
    event: null,
    kind: 'transcript',
    language: 'en',
    page: null,
    speakers: [...new Set(turns.map(({ speaker }) => speaker))]
      .filter((name) => name !== null)
      .map((name) => ({ name, otherNames: [], role: null, affiliation: null })),
    findings: [],
  };
}

/** A meeting as `ingest` takes it. */
export function recordOf({ id, title, turns }: Meeting): Record {
  const record = { id, title, turns: turns.map(({ speaker, text }) => ({ speaker, text })) };
  return { name: `${id}.json`, bytes: new TextEncoder().encode(JSON.stringify(record)) };
}

/** Word budgets: two shares of the meeting, three numbers of words. */
export const budgets = ['1/10', '1/6', '1500', '2000', '3000'] as const;
export type Budget = (typeof budgets)[number];

/**
 * Takes turns of the stretches, best stretch first, each turn once, until the budget is full; the turn that goes over it
 * counts up to there. `words` is the share of the gold turns' words that were taken, `turns` that of the gold turns
 * touched.
 */
export function found(
  { gold, meeting }: BenchQuery,
  stretches: Stretch[],
  budget: Budget,
): { words: number; turns: number } {
  let left = {
    '1/10': meeting.totalWords / 10,
    '1/6': meeting.totalWords / 6,
    '1500': 1500,
    '2000': 2000,
    '3000': 3000,
  }[budget];
  let goldWords = 0;
  for (const turn of gold) goldWords += meeting.words[turn] ?? 0;
  const taken = new Set<number>();
  let [words, turns] = [0, 0];
  for (const {
    turns: [first, last],
  } of stretches) {
    for (let turn = first; turn <= last; turn += 1) {
      if (taken.has(turn)) continue;
      if (left <= 0) return { words: words / goldWords, turns: turns / gold.size };
      const count = Math.min(meeting.words[turn]!, left);
      taken.add(turn);
      left -= count;
      if (gold.has(turn)) {
        words += count;
        turns += 1;
      }
    }
  }
  return { words: words / goldWords, turns: turns / gold.size };
}

/** Over all meetings: the place of the first stretch that touches gold, and of the right meeting among the meetings, from 1; Infinity where it is missing. */
export function placeOf({ gold, meeting }: BenchQuery, stretches: Stretch[]): { hit: number; meeting: number } {
  const right = stretches.findIndex((stretch) => stretch.meeting === meeting && touches(stretch, gold));
  const meetings = [...new Set(stretches.map((stretch) => stretch.meeting))].indexOf(meeting);
  return { hit: right === -1 ? Infinity : right + 1, meeting: meetings === -1 ? Infinity : meetings + 1 };
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** Middle 95 % of the mean difference of pairs when the queries are drawn anew 2,000 times, from a fixed seed. */
export function bootstrap(differences: number[]): [number, number] {
  let seed = 1;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const means = Array.from({ length: 2000 }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)]!)),
  ).toSorted((one, other) => one - other);
  return [means[50]!, means[1949]!];
}

/** Area under the curve: how often one of `positive` stands above one of `negative`, ties counting half. */
export function areaUnderCurve(positive: number[], negative: number[]): number {
  const all = [...positive.map((value) => ({ value, is: 1 })), ...negative.map((value) => ({ value, is: 0 }))].toSorted(
    (one, other) => one.value - other.value,
  );
  let sum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1;
    for (let at = from; at < to; at += 1) sum += (all[at]!.is * (from + to - 1)) / 2;
    from = to;
  }
  return (sum - (positive.length * (positive.length - 1)) / 2) / (positive.length * negative.length);
}

function touches({ turns: [first, last] }: Stretch, gold: Set<number>): boolean {
  for (let turn = first; turn <= last; turn += 1) if (gold.has(turn)) return true;
  return false;
}

function readLines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}
