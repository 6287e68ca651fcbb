/**
 * Learns how passages are ranked, most of `src/retrieval/ranker-weights.json`, from questions with known answers:
 *
 *     node tests/bench/train-ranker.ts --corpus FILE --queries FILE [--folds] [--write]
 *
 * The ranking is a conditional logit: a passage's chance to hold a word of the answer is the softmax of its scores over
 * the meeting, and the likelihood of where the answers are is climbed by gradient (Adam). With `--folds` the figures come
 * from meetings the weights were not learned from, five times over; without, from all of them.
 */
import type { TermCounts } from '../../src/library/library.ts';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { splitIntoChunks } from '../../src/words/chunks.ts';
import {
  learned,
  namesIn,
  presenceOf,
  rankable,
  rankPassages,
  settingOf,
  traitsOf,
  weightOf,
  weighTerms,
  type Rankable,
  type RankerWeights,
} from '../../src/retrieval/rank.ts';
import { termsOf } from '../../src/words/terms.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import {
  budgets,
  found,
  mean,
  readMeetings,
  readQueries,
  sessionOf,
  type BenchQuery,
  type Meeting,
  type Stretch,
} from './search-measures.ts';

/** A stem needs so many questions of training before it gets a weight of its own. */
const questionsPerStem = 6;
const epochs = 10;
const batchSize = 16;
const rate = 0.03;
/** Pulls a stem's weight back to nothing, so that one odd meeting does not make it. */
const stemDecay = 0.001;

/** Every scale keeps some weight, so that the passage that has the words stands above its neighbours also in a short session. */
const leastReach = 0.4;

const traitNames = ['constant', 'rarity', 'raritySquared', 'asked', 'figure', 'theme', 'speakerName'] as const;
const reachCount = 3;
const settingCount = 2;

interface Example {
  query: BenchQuery;
  session: Rankable;
  terms: { term: string; values: number[]; presence: Float64Array[] }[];
  setting: Float64Array[];
  /** Per passage, its share of the answer's words. */
  answer: Float64Array;
}

export function rankableOf(meeting: Meeting): Rankable {
  const session = sessionOf(meeting);
  const sentences = session.turns.map(splitIntoSentences);
  return rankable(session, sentences, splitIntoChunks(session, sentences));
}

export function countsOf(sessions: Iterable<Rankable>): TermCounts {
  const frequency = new Map<string, number>();
  let chunkCount = 0;
  for (const { postings, passageAt, passages } of sessions) {
    chunkCount += passages.length;
    for (const [term, places] of postings)
      frequency.set(term, (frequency.get(term) ?? 0) + new Set(places.map((place) => passageAt[place])).size);
  }
  return { documentFrequency: (term) => frequency.get(term) ?? 0, chunkCount };
}

export function exampleOf(query: BenchQuery, session: Rankable, counts: TermCounts, known: Known): Example {
  const names = namesIn(session);
  const all = traitsOf(query.text, counts, known);
  const terms = all.flatMap(({ term, values }) => {
    const presence = presenceOf(term, session);
    return presence ? [{ term, values: [...values.slice(0, -1), names.has(term) ? 1 : 0], presence }] : [];
  });
  const answer = Float64Array.from(session.passages, ({ firstTurn, lastTurn, words }) => {
    let [gold, all] = [0, 0];
    for (let turn = firstTurn; turn <= lastTurn; turn += 1) {
      all += query.meeting.words[turn]!;
      if (query.gold.has(turn)) gold += query.meeting.words[turn]!;
    }
    return all === 0 ? 0 : (words * gold) / all;
  });
  const total = answer.reduce((sum, words) => sum + words, 0);
  return {
    query,
    session,
    terms,
    setting: settingOf(all, session),
    answer: answer.map((words) => words / (total || 1)),
  };
}

export function train(examples: Example[], { common, asked }: Known): RankerWeights {
  const known = { common, asked, sessions: learned.sessions };
  const stems = stemsOf(examples);
  const stemAt = new Map(stems.map((stem, index) => [stem, reachAt + reachCount + settingCount + index]));

  const weights = adam(reachAt + reachCount + settingCount + stems.length, rate);
  weights.values[traitNames.indexOf('rarity')] = 1;
  weights.values.fill(1, reachAt, reachAt + reachCount);
  let seed = 7;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (let from = 0; from < order.length; from += batchSize) {
      const gradient = new Float64Array(weights.values.length);
      const now = { ...readable(weights.values, stems), ...known };
      const batch = order.slice(from, from + batchSize);
      for (const example of batch) addGradient(gradient, example, now, weights.values, stemAt, 1 / batch.length);
      weights.step(
        gradient.map(
          (value, index) =>
            value - (index < reachAt + reachCount + settingCount ? 1e-4 : stemDecay) * weights.values[index]!,
        ),
        1 - (0.8 * epoch) / epochs,
      );
      for (let at = reachAt; at < settingAt; at += 1) weights.values[at] = Math.max(weights.values[at]!, leastReach);
    }
  }
  return { ...readable(weights.values, stems), ...known };
}

/** Terms that questions of more than one kind of meeting use: those of one kind are its subjects, and names are nobody's frame. */
function stemsOf(examples: Example[]): string[] {
  const names = new Set(examples.flatMap(({ session }) => [...namesIn(session)]));
  const uses = new Map<string, { count: number; kinds: Set<string> }>();
  for (const { query, terms } of examples) {
    for (const { term } of terms) {
      const use = uses.get(term) ?? { count: 0, kinds: new Set() };
      uses.set(term, { count: use.count + 1, kinds: use.kinds.add(query.meeting.source) });
    }
  }
  return [...uses]
    .filter(([term, { count, kinds }]) => count >= questionsPerStem && kinds.size > 1 && !names.has(term))
    .map(([term]) => term)
    .toSorted();
}

/** Least share of the chunks over the kinds of meetings, so that the subject of one kind is not taken for common. */
function commonOf(sessions: [Meeting, Rankable][]): RankerWeights['common'] {
  const names = new Set(sessions.flatMap(([, session]) => [...namesIn(session)]));
  const kinds = [...new Set(sessions.map(([{ source }]) => source))].map((kind) =>
    countsOf(sessions.filter(([{ source }]) => source === kind).map(([, session]) => session)),
  );
  const terms = [...new Set(sessions.flatMap(([, { postings }]) => [...postings.keys()]))]
    .filter((term) => !names.has(term))
    .toSorted();
  const shares = terms.map(
    (term) =>
      [
        term,
        Math.min(...kinds.map(({ documentFrequency, chunkCount }) => documentFrequency(term) / chunkCount)),
      ] as const,
  );
  return Object.fromEntries(
    shares.filter(([, share]) => share >= 0.005).map(([term, share]) => [term, Math.round(1000 * share) / 1000]),
  );
}

/** Least share of the questions over the kinds of meetings. */
function askedOf(queries: BenchQuery[]): RankerWeights['asked'] {
  const names = new Set(
    queries.flatMap(({ meeting }) => meeting.turns.flatMap(({ speaker }) => termsOf(speaker ?? ''))),
  );
  const kinds = [...Map.groupBy(queries, ({ meeting }) => meeting.source).values()].map((queries) =>
    queries.map(({ text }) => new Set(termsOf(text))),
  );
  const terms = [...new Set(kinds.flatMap((questions) => questions.flatMap((terms) => [...terms])))]
    .filter((term) => !names.has(term))
    .toSorted();
  const shares = terms.map(
    (term) =>
      [
        term,
        Math.min(...kinds.map((questions) => questions.filter((terms) => terms.has(term)).length / questions.length)),
      ] as const,
  );
  return Object.fromEntries(
    shares.filter(([, share]) => share > 0).map(([term, share]) => [term, Math.round(1000 * share) / 1000]),
  );
}

type Known = Pick<RankerWeights, 'common' | 'asked'>;
type Learned = Pick<RankerWeights, 'term' | 'reach' | 'setting' | 'stems'>;

const reachAt = traitNames.length;
const settingAt = reachAt + reachCount;

function readable(values: Float64Array, stems: string[]): Learned {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    term: Object.fromEntries(traitNames.map((name, index) => [name, round(values[index]!)])) as RankerWeights['term'],
    reach: Array.from(values.subarray(reachAt, settingAt), round),
    setting: Array.from(values.subarray(settingAt, settingAt + settingCount), round),
    stems: Object.fromEntries(stems.map((stem, index) => [stem, round(values[settingAt + settingCount + index]!)])),
  };
}

function addGradient(
  gradient: Float64Array,
  { session, terms, setting, answer }: Example,
  weights: RankerWeights,
  values: Float64Array,
  stemAt: Map<string, number>,
  share: number,
): void {
  const scores = new Float64Array(answer.length);
  const termWeights = terms.map((term) => weightOf(term.term, term.values, weights));
  terms.forEach(({ presence }, which) =>
    presence.forEach((amounts, scale) => {
      const by = termWeights[which]! * weights.reach[scale]!;
      for (let at = 0; at < scores.length; at += 1) scores[at]! += by * amounts[at]!;
    }),
  );
  setting.forEach((amounts, which) => {
    for (let at = 0; at < scores.length; at += 1) scores[at]! += weights.setting[which]! * amounts[at]!;
  });
  const most = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const chances = scores.map((score, at) => session.passages[at]!.words * Math.exp(score - most));
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  const error = answer.map((truth, at) => (truth - chances[at]! / total) * share);
  const dot = (amounts: Float64Array) => amounts.reduce((sum, amount, at) => sum + amount * error[at]!, 0);
  terms.forEach(({ term, values: traits, presence }, which) => {
    let slope = 0;
    presence.forEach((amounts, scale) => {
      const by = dot(amounts) * termWeights[which]!;
      gradient[reachAt + scale]! += by;
      slope += by * values[reachAt + scale]!;
    });
    traits.forEach((value, trait) => (gradient[trait]! += slope * value));
    const stem = stemAt.get(term);
    if (stem !== undefined) gradient[stem]! += slope;
  });
  setting.forEach((amounts, which) => (gradient[settingAt + which]! += dot(amounts)));
}

/** Climbs along a gradient (Adam, Kingma and Ba, 2015). */
export function adam(length: number, rate: number) {
  const [values, first, second] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  let steps = 0;
  return {
    values,
    step(gradient: Float64Array, slowed: number) {
      steps += 1;
      for (let at = 0; at < length; at += 1) {
        first[at] = 0.9 * first[at]! + 0.1 * gradient[at]!;
        second[at] = 0.99 * second[at]! + 0.01 * gradient[at]! ** 2;
        values[at]! +=
          (rate * slowed * first[at]!) / (1 - 0.9 ** steps) / (Math.sqrt(second[at]! / (1 - 0.99 ** steps)) + 1e-6);
      }
    },
  };
}

function main(): void {
  const { values: options } = parseArgs({
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      folds: { type: 'boolean' },
      write: { type: 'boolean' },
    },
  });
  if (!options.corpus || !options.queries)
    throw new Error('train-ranker: needs --corpus FILE and --queries FILE, both JSON lines.');
  const meetings = readMeetings(options.corpus);
  const queries = readQueries(options.queries, meetings);
  const sessions = new Map([...meetings.values()].map((meeting) => [meeting, rankableOf(meeting)]));
  const counts = countsOf(sessions.values());
  const asked = new Set(queries.map(({ meeting }) => meeting));
  const known = { common: commonOf([...sessions].filter(([meeting]) => asked.has(meeting))), asked: askedOf(queries) };
  const examples = queries.map((query) => exampleOf(query, sessions.get(query.meeting)!, counts, known));
  const fold = new Map([...asked].map((meeting, index) => [meeting, index % 5]));
  const weights = train(examples, known);
  const byFold = options.folds
    ? [0, 1, 2, 3, 4].map((left) =>
        train(
          examples.filter(({ query }) => fold.get(query.meeting) !== left),
          known,
        ),
      )
    : null;
  const shares = queries.map((query) => {
    const session = sessions.get(query.meeting)!;
    const used = byFold?.[fold.get(query.meeting)!] ?? weights;
    const scores = rankPassages(weighTerms(query.text, counts, used), session, { weights: used });
    const stretches: Stretch[] = [...scores.keys()]
      .toSorted((one, other) => scores[other]! - scores[one]!)
      .map((at) => ({
        meeting: query.meeting,
        turns: [session.passages[at]!.firstTurn, session.passages[at]!.lastTurn],
      }));
    return budgets.map((budget) => found(query, stretches, budget));
  });
  console.log(
    `${queries.length} questions, ${options.folds ? 'five folds' : 'the questions learned from'}: share of the gold words found, and of the gold turns`,
  );
  budgets.forEach((budget, index) =>
    console.log(
      `${budget.padStart(5)}  ${[mean(shares.map((row) => row[index]!.words)), mean(shares.map((row) => row[index]!.turns))].map((share) => `${(100 * share).toFixed(1)} %`).join('  ')}`,
    ),
  );
  if (options.write)
    writeFileSync(
      new URL('../../src/retrieval/ranker-weights.json', import.meta.url),
      `${JSON.stringify(weights, null, 1).replaceAll(/\n\s{2,}/g, ' ')}\n`,
    );
}

if (import.meta.main) main();
