/**
 * Which of several sessions speaks most of what is asked. What of it counts how much was learned from questions with
 * known answers (`tests/bench/train-comparison.ts`). How rare a thing is, is taken among the sessions compared: what all
 * of them have tells none from another.
 */
import { learned, namesIn, placesOf, type AskedTerm, type Rankable } from './rank.ts';
import { termsOf } from '../words/terms.ts';

/** A session and what is known of it before it is compared. */
export interface Compared {
  rankable: Rankable;
  /** Score of its best passage. */
  best: number;
  /** Full-text score of its best chunks; 0 where it was not looked up. */
  fullText: number;
}

/** How likely each session is the one meant: logarithms, of which only differences count. */
export function compare(
  question: string,
  asked: AskedTerm[],
  sessions: Compared[],
  weights = learned.sessions,
): number[] {
  return traitsOfSessions(question, asked, sessions).map((traits) =>
    traits.reduce((sum, value, at) => sum + value * weights[at]!, 0),
  );
}

/**
 * For each session its best passage, its full-text score, the pairs of words of the question that it has side by side,
 * and the words of the question that are names of its speakers.
 */
export function traitsOfSessions(
  question: string,
  asked: AskedTerm[],
  sessions: Compared[],
): [best: number, fullText: number, pairs: number, names: number][] {
  const pairs = pairsOf(question, asked).map(({ weight, ways }) => {
    const counts = sessions.map(({ rankable }) => Math.max(...ways.map((way) => placesOf(way, rankable).length)));
    const counting = weight * rarityAmong(counts);
    return counts.map((count) => (counting * count) / (count + halfPairs));
  });
  const names = sessions.map(({ rankable }) => namesIn(rankable));
  const named = asked.map(({ term }) => {
    const having = names.map((each) => (each.has(term) ? 1 : 0));
    const counting = rarityAmong(having);
    return having.map((has) => counting * has);
  });
  const sumAt = (rows: number[][], at: number) => rows.reduce((sum, row) => sum + row[at]!, 0);
  return sessions.map(({ best, fullText }, at) => [best, fullText, sumAt(pairs, at), sumAt(named, at)]);
}

/** How often a pair has to be said to count by half. */
const halfPairs = 0.5;

/** Terms of a question that follow each other, stop words aside, and the ways to say them, as `placesOf` takes them. */
function pairsOf(question: string, asked: AskedTerm[]): { weight: number; ways: string[] }[] {
  const known = new Map(asked.map((each) => [each.term, each]));
  const terms = termsOf(question);
  const pairs = new Map<string, { weight: number; ways: string[] }>();
  for (const [at, term] of terms.entries()) {
    const [first, second] = [known.get(terms[at - 1] ?? ''), known.get(term)];
    if (!first || !second || first === second) continue;
    const pair = `${first.term} ${term}`;
    // An acronym that both are part of says them side by side.
    const shared = (first.also ?? []).filter((other) => second.also?.includes(other));
    pairs.set(pair, { weight: Math.sqrt(first.weight * second.weight), ways: [pair, ...shared] });
  }
  return [...pairs.values()];
}

function rarityAmong(counts: number[]): number {
  const having = counts.filter((count) => count > 0).length;
  return Math.log(1 + (counts.length - having + 0.5) / (having + 0.5));
}
