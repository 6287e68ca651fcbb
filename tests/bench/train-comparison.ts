/**
 * Learns how sessions are compared, `sessions` in `src/retrieval/ranker-weights.json`, from questions with known answers:
 *
 *     node tests/bench/train-comparison.ts --corpus FILE --queries FILE [--write]
 *
 * Run it after `train-ranker.ts`. All meetings are ingested and each question is asked of them all. Passages are ranked by
 * weights not learned from the question's meeting, and the figures are of weights for the comparison that were not
 * either (five folds): nothing is measured on what it was learned from. The comparison is a conditional logit: a
 * session's chance to be the right one is the softmax of its worth.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import type { LibraryReader } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/library.ts';
import { traitsOfSessions } from '../../src/retrieval/compare.ts';
import { learned, rankable, rankPassages, weighTerms, termsAsked } from '../../src/retrieval/rank.ts';
import { candidates, mostSessions } from '../../src/retrieval/search.ts';
import { mean, readMeetings, readQueries, type BenchQuery } from './search-measures.ts';
import { temporaryLibrary } from './synthetic.ts';
import { adam, exampleOf, train } from './train-ranker.ts';

const folds = 5;
const steps = 300;

/** Sessions that are compared for one question. */
interface Compared {
  fold: number;
  /** Which of them is the right one; -1 where it is not among them. */
  right: number;
  traits: number[][];
}

const { values: options } = parseArgs({
  options: { corpus: { type: 'string' }, queries: { type: 'string' }, write: { type: 'boolean' } },
});
if (!options.corpus || !options.queries)
  throw new Error('train-comparison: needs --corpus FILE and --queries FILE, both JSON lines.');
const meetings = readMeetings(options.corpus);
const queries = readQueries(options.queries, meetings);

const temporary = await temporaryLibrary();
const rapporteur = await temporary.open();
for (const { id, title, turns } of meetings.values()) {
  const record = { id, title, turns: turns.map(({ speaker, text }) => ({ speaker, text })) };
  await rapporteur.ingest([{ name: `${id}.json`, bytes: new TextEncoder().encode(JSON.stringify(record)) }]);
}
await rapporteur.close();
const library = openLibrary({ folder: temporary.folder, embedder: builtInEmbedder().id, openVectorIndex });

const sessions = await library.reading(async (reader) => {
  const whole = await reader.whole([...meetings.keys()]);
  return new Map(whole.map((each) => [each.session.id, rankable(each.session, each.sentences, each.chunks)]));
});
const terms = queries.flatMap(({ text }) => termsAsked(text));
const counts = await library.reading((reader) => reader.counts(terms));
const foldOf = new Map(
  [...new Set(queries.map(({ meeting }) => meeting))].map((meeting, index) => [meeting, index % folds]),
);
const examples = queries.map((query) => exampleOf(query, sessions.get(query.meeting.id)!, counts, learned));
const rankers = Array.from({ length: folds }, (_, left) =>
  train(
    examples.filter(({ query }) => foldOf.get(query.meeting) !== left),
    learned,
  ),
);

const asked = await library.reading(async (reader) => {
  const all: Compared[] = [];
  for (const query of queries) all.push(await compared(query, reader));
  return all;
});
await library.close();
temporary.remove();

const learnable = asked.filter(({ right }) => right !== -1);
const byFold = rankers.map((_, left) => climb(learnable.filter(({ fold }) => fold !== left)));
const places = asked.map(({ traits, right, fold }) => {
  const worth = traits.map((each) => dot(each, byFold[fold]!));
  return right === -1 ? Infinity : worth.filter((each) => each >= worth[right]!).length;
});
const sessionWeights = climb(learnable).map((weight) => Math.round(weight * 1000) / 1000);
console.log(
  `${queries.length} questions of ${meetings.size} meetings, five folds: the right meeting is first for ${share(1)}, among the first five for ${share(5)}, compared at all for ${share(mostSessions)}`,
);
console.log(`best passage, full text, pairs, names: ${sessionWeights.join(', ')}`);
if (options.write)
  writeFileSync(
    new URL('../../src/retrieval/ranker-weights.json', import.meta.url),
    `${JSON.stringify({ ...learned, sessions: sessionWeights }, null, 1).replaceAll(/\n\s{2,}/g, ' ')}\n`,
  );

async function compared({ text, meeting }: BenchQuery, library: LibraryReader): Promise<Compared> {
  const fold = foldOf.get(meeting)!;
  const weights = rankers[fold]!;
  const terms = weighTerms(text, counts, weights);
  const found = (await candidates({ asked: terms, counts }, { library, meaning: null }))
    .slice(0, mostSessions)
    .map(({ session, fullText }) => {
      const own = sessions.get(session)!;
      return { session, fullText, rankable: own, best: Math.max(...rankPassages(terms, own, { weights })) };
    });
  return {
    fold,
    right: found.findIndex(({ session }) => session === meeting.id),
    traits: traitsOfSessions(text, terms, found),
  };
}

/** The likeliest weights, climbed to along the gradient. */
function climb(examples: Compared[]): number[] {
  const weights = adam(examples[0]!.traits[0]!.length, 0.1);
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(weights.values.length);
    for (const { traits, right } of examples) {
      const chances = softmax(traits.map((each) => dot(each, weights.values)));
      traits.forEach((each, session) =>
        each.forEach(
          (value, at) =>
            (gradient[at]! += (value * ((session === right ? 1 : 0) - chances[session]!)) / examples.length),
        ),
      );
    }
    weights.step(gradient, 1 - step / steps);
  }
  return [...weights.values];
}

function softmax(scores: number[]): number[] {
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const total = shares.reduce((sum, each) => sum + each, 0);
  return shares.map((each) => each / total);
}

function dot(values: number[], weights: ArrayLike<number>): number {
  return values.reduce((sum, value, at) => sum + value * weights[at]!, 0);
}

function share(last: number): string {
  return `${(100 * mean(places.map((place) => (place <= last ? 1 : 0)))).toFixed(1)} %`;
}
