/**
 * Learns weights for `src/answering/confidence-weights.json` from questions whose meetings are known:
 *
 *     node tests/bench/train-confidence.ts --corpus FILE --queries FILE [--every N] [--asked FILE] [--folds] [--write]
 *
 * Each question is asked of libraries of three sizes, with its meeting and without: all meetings, twenty, one; who asks
 * sees these alone. What was asked is kept in the file of `--asked`, a line a meeting and library, and not asked again, so
 * that a run that was ended goes on. What is found of one and of twenty is told apart by logistic regression (Newton's method); of all
 * 197, most of them of teams with the same task, others do answer what was asked of one. The threshold is the least at
 * which no more than `mostWithout` of the questions are answered without their meeting. The file's weights were learned
 * so once and then chosen (`docs/measurements.md`), so that they are written anew only where `--write` says so. With
 * `--folds` the figures come from meetings the weights were not learned from, five times over; without, from all of them.
 */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import type { Heard } from '../../src/answering/hear.ts';
import { surestOf } from '../../src/answering/find.ts';
import { chanceOf, traitNames, type ConfidenceWeights, type Traits } from '../../src/answering/confidence.ts';
import { readConfig } from '../../src/config.ts';
import { momentsOf } from '../../src/answering/moment.ts';
import { openLibrary } from '../../src/library/sqlite/library.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import {
  areaUnderCurve,
  mean,
  readMeetings,
  readQueries,
  recordOf,
  type BenchQuery,
  type Meeting,
} from './search-measures.ts';
import { type Ground } from '../../src/answering/ground.ts';

/** Shares of questions that may pass the threshold without their meeting. */
const mostWithout = { all: 0.33, one: 0.13 };
/** The chance where all of the matter stands in one sentence: chosen, for the regression does not see single sentences. */
const whole = 0.9;
const sizes = ['all', 'twenty', 'one'] as const;

interface Example {
  query: BenchQuery;
  size: (typeof sizes)[number];
  isThere: boolean;
  /** Null where nothing of the question is found, or nobody of the name it asks of. */
  traits: Traits | null;
}

/** Works on the library as somebody sees it who sees these sessions alone. */
type Within = <T>(sessions: string[], work: (ground: Ground) => Promise<T>) => Promise<T>;

/** What was found of the questions on one meeting in one library, by the questions' ids. */
interface Group {
  meeting: string;
  size: Example['size'];
  isThere: boolean;
  found: Record<string, Traits | null>;
}

/** Groups of a run before, kept as JSON lines; of none where there is no file. */
function keptIn(file: string | undefined): { known: Group[]; keep: (group: Group) => void } {
  if (file === undefined) return { known: [], keep: () => undefined };
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return {
    known: lines.filter(Boolean).map((line) => JSON.parse(line) as Group),
    keep: (group) => appendFileSync(file, `${JSON.stringify(group)}\n`),
  };
}

async function examplesOf(
  queries: BenchQuery[],
  meetings: Meeting[],
  within: Within,
  { known, keep }: ReturnType<typeof keptIn>,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [at, [meeting, asked]] of [...Map.groupBy(queries, (query) => query.meeting)].entries()) {
    const others = meetings.filter((other) => other !== meeting);
    const sameKind = others.filter(({ source }) => source === meeting.source);
    const apart = {
      all: others,
      twenty: others.filter((_, index) => (index + at) % Math.ceil(others.length / 20) === 0),
      one: [sameKind[(at * 7) % sameKind.length]!],
    };
    for (const size of sizes) {
      for (const isThere of [true, false]) {
        const sessions = [...(isThere ? [meeting] : []), ...(size === 'one' && isThere ? [] : apart[size])].map(
          ({ id }) => id,
        );
        const before = known.find(
          (group) => group.meeting === meeting.id && group.size === size && group.isThere === isThere,
        );
        const found = before?.found ?? (await within(sessions, (ground) => foundOf(asked, ground)));
        if (!before) keep({ meeting: meeting.id, size, isThere, found });
        examples.push(...asked.map((query) => ({ query, size, isThere, traits: found[query.id] ?? null })));
      }
    }
  }
  return examples;
}

async function foundOf(queries: BenchQuery[], ground: Ground): Promise<Group['found']> {
  const found: Group['found'] = {};
  for (const { id, text } of queries) found[id] = traitsOf(await surestOf({ text }, ground));
  return found;
}

/** With what the others have beside it, as `hear` counts it in. */
function traitsOf(surest: Heard | null): Traits | null {
  return surest && { ...surest.spot.traits, others: surest.others };
}

/** Maximum likelihood with a slight pull to 0. */
function learn(examples: Example[]): ConfidenceWeights {
  const rows = examples.flatMap(({ traits, isThere, size }) =>
    traits && size !== 'all' ? [{ values: [1, ...traitNames.map((name) => traits[name])], isThere }] : [],
  );
  let weights = rows[0]!.values.map(() => 0);
  for (let step = 0; step < 20; step += 1) {
    const slope = weights.map((weight) => -pull * weight);
    const curve = weights.map((_, at) => weights.map((__, to) => (at === to ? pull : 0)));
    for (const { values, isThere } of rows) {
      const chance = 1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
      values.forEach((value, at) => {
        slope[at]! += value * ((isThere ? 1 : 0) - chance);
        values.forEach((other, to) => (curve[at]![to]! += value * other * chance * (1 - chance)));
      });
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, at) => weight + change[at]!);
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const [constant, ...traits] = weights.map(round) as [number, ...number[]];
  const learned = {
    constant,
    traits: Object.fromEntries(traitNames.map((name, at) => [name, traits[at]!])) as Record<keyof Traits, number>,
  };
  const thresholds = (['all', 'one'] as const).map((size) => {
    const without = examples
      .filter((example) => example.size === size && !example.isThere)
      .map(({ traits }) => (traits ? chanceOf(traits, learned) : 0))
      .toSorted((one, other) => other - one);
    return Math.ceil(1000 * without[Math.floor(mostWithout[size] * without.length)]!) / 1000;
  });
  return { ...learned, whole, leastChance: Math.max(...thresholds) };
}

const pull = 1;

/** Gaussian elimination; `matrix` is symmetric and positive. */
function solve(matrix: number[][], values: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, values[at]!]);
  rows.forEach((row, at) =>
    rows.slice(at + 1).forEach((below) => {
      const factor = below[at]! / row[at]!;
      row.forEach((value, to) => (below[to]! -= factor * value));
    }),
  );
  const solved: number[] = [];
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const rest = solved.reduce((sum, value, index) => sum + value * rows[at]![at + 1 + index]!, 0);
    solved.unshift((rows[at]!.at(-1)! - rest) / rows[at]![at]!);
  }
  return solved;
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      every: { type: 'string', default: '1' },
      asked: { type: 'string' },
      folds: { type: 'boolean' },
      write: { type: 'boolean' },
    },
  });
  if (!options.corpus || !options.queries)
    throw new Error('train-confidence: needs --corpus FILE and --queries FILE, both JSON lines.');
  const meetings = readMeetings(options.corpus);
  const queries = readQueries(options.queries, meetings).filter((_, at) => at % Number(options.every) === 0);
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'));
  try {
    const rapporteur = await openRapporteur({
      config: readConfig({ LIBRARY_PATH: folder }),
      anyEmbedder: false,
      openEmbedder,
      openVectorIndex,
    });
    await rapporteur.ingest([...meetings.values()].map(recordOf));
    await rapporteur.close();
    const library = openLibrary({ folder, embedder: '', anyEmbedder: true, openVectorIndex });
    // Without vectors: those of the built-in embedder tell little here.
    const moments = momentsOf({
      forSearch: async () => null,
      forMeaning: async () => null,
      meanings: async () => null,
      isCommonWord: () => false,
    });
    const examples = await library.reading((reader) =>
      examplesOf(
        queries,
        [...meetings.values()],
        (sessions, work) => moments(reader, { sessions }, work),
        keptIn(options.asked),
      ),
    );
    await library.close();
    const weights = learn(examples);
    console.log(JSON.stringify(weights));
    const asked = [...new Set(queries.map(({ meeting }) => meeting))];
    const fold = ({ query }: Example) => asked.indexOf(query.meeting) % 5;
    const folds = options.folds
      ? [0, 1, 2, 3, 4].map((left) => learn(examples.filter((example) => fold(example) !== left)))
      : null;
    const told = examples.map((example) => {
      const used = folds?.[fold(example)] ?? weights;
      const chance = example.traits ? chanceOf(example.traits, used) : 0;
      return { ...example, chance, answered: chance >= used.leastChance };
    });
    console.log(`${queries.length} questions, ${options.folds ? 'five folds' : 'the questions learned from'}`);
    for (const size of sizes) {
      for (const kind of ['', ...new Set([...meetings.values()].map(({ source }) => source))]) {
        const [there, apart] = [true, false].map((isThere) =>
          told.filter(
            (each) =>
              each.size === size && each.isThere === isThere && (kind === '' || each.query.meeting.source === kind),
          ),
        );
        const share = (of: typeof told) => mean(of.map(({ answered }) => (answered ? 1 : 0))).toFixed(3);
        console.log(
          `${size.padEnd(7)} ${(kind || 'all').padEnd(16)} area ${areaUnderCurve(
            there!.map(({ chance }) => chance),
            apart!.map(({ chance }) => chance),
          ).toFixed(3)}  past the threshold with the meeting ${share(there!)}, without ${share(apart!)}`,
        );
      }
    }
    if (options.write)
      writeFileSync(
        new URL('../../src/answering/confidence-weights.json', import.meta.url),
        `${JSON.stringify(weights, null, 1)
          .replaceAll(/\n\s{2,}/g, ' ')
          .replace('\n }', ' }')}\n`,
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) await main();
