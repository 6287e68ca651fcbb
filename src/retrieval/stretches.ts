/** From scores to what is shown: stretches of passages that belong together, and how sure it is that they answer. */
import { namesIn, presenceOf, type AskedTerm, type Rankable } from './rank.ts';

/** Passages of a session from the first to the last, both included. */
export interface Stretch {
  first: number;
  last: number;
  /** Of its best passage. */
  score: number;
  best: number;
}

/** A neighbour joins a stretch when it scores so little less than the best, and the whole has no more words than this. */
const leastBehind = 0.4;
const mostWords = 300;

/**
 * Parts a session into stretches, best first: what people look for is seldom one passage alone. Passages that are not
 * `allowed` are in none.
 */
export function stretchesOf(
  scores: Float64Array,
  { passages }: Rankable,
  allowed: (passage: number) => boolean = () => true,
): Stretch[] {
  const taken = new Set<number>();
  const free = (passage: number) =>
    passage >= 0 && passage < passages.length && !taken.has(passage) && allowed(passage);
  const stretches: Stretch[] = [];
  for (const best of [...scores.keys()].toSorted((one, other) => scores[other]! - scores[one]!)) {
    if (!free(best)) continue;
    const stretch = { first: best, last: best, score: scores[best]!, best };
    let words = 0;
    for (let next: number | undefined = best; next !== undefined;) {
      taken.add(next);
      words += passages[next]!.words;
      stretch.first = Math.min(stretch.first, next);
      stretch.last = Math.max(stretch.last, next);
      const [nearest] = [stretch.first - 1, stretch.last + 1]
        .filter(free)
        .toSorted((one, other) => scores[other]! - scores[one]!);
      next =
        nearest !== undefined &&
        scores[nearest]! >= stretch.score - leastBehind &&
        words + passages[nearest]!.words <= mostWords
          ? nearest
          : undefined;
    }
    stretches.push(stretch);
  }
  return stretches;
}

/**
 * The chance, 0 to 1, that a passage speaks of what was asked: what share of the question stands in and around it, and
 * how well it fits. Fitted on questions asked of a library with their meeting in it and with it taken out; one that is as
 * often right as wrong has 0.5.
 */
export function chanceOf(passage: number, score: number, asked: AskedTerm[], session: Rankable): number {
  const names = namesIn(session);
  let [present, whole] = [0, 0];
  for (const { term, weight, also } of asked) {
    const [here, around] = presenceOf(term, session, also) ?? [];
    present += weight * (names.has(term) ? 1 : Math.max(here?.[passage] ?? 0, around?.[passage] ?? 0));
    whole += weight;
  }
  return whole === 0 ? 0 : 1 / (1 + Math.exp(3.95 - (6.28 * present) / whole - 0.078 * score));
}
