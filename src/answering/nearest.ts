/** What comes nearest to a question where nothing certain answers it: shown as such, with how it was found. */
import type { Passage, Quote } from '../answer.ts';
import type { Reading } from '../retrieval/reading.ts';
import type { Candidate } from './candidates.ts';
import { quoteOfRun } from './quotes/choose.ts';
import { asks, repliesTo, type Run } from './talk/replies.ts';

/**
 * At most three passages, the nearest first; none where neither words nor meaning come near. Where the turn goes on to ask
 * as much of `terms`, those of the question, what is replied is shown.
 */
export function nearestPassages(candidates: Candidate[], terms: string[] = []): Omit<Passage, 'n'>[] {
  const passages: Omit<Passage, 'n'>[] = [];
  for (const { reading, index, place, closeness } of candidates) {
    if (passages.length >= mostPassages) break;
    const [run, repliedTo] = place?.run
      ? [place.run, place.repliesTo]
      : passageAt(reading, askedFrom(reading, index, terms));
    const passage = quoteOfRun(reading, run, repliedTo);
    if (passages.some((other) => overlaps(other, passage))) continue;
    const byWords = place !== null && (closeness === null || place.own >= leastByWords);
    passages.push({ ...passage, by: byWords ? 'words' : 'meaning' });
  }
  return passages;
}

/** Passages that were found by the words of the question. */
export function foundByWords<Each extends Omit<Quote, 'n'>>(quotes: Each[]): (Each & { by: 'words' })[] {
  return quotes.map((quote) => ({ ...quote, by: 'words' }));
}

const mostPassages = 3;
/** Of the question's weight in a sentence that counts as found by its words. */
const leastByWords = 0.35;
/** In characters. */
const longestPassage = 420;

/** "The divers told us of the lamps. Will it depend on the lamps?" is asked by its last sentence. */
function askedFrom({ sentences }: Reading, index: number, asked: string[]): number {
  const { turn } = sentences[index]!;
  const share = (at: number) => asked.filter((term) => sentences[at]!.terms.has(term)).length;
  const least = Math.max(share(index), leastAsked);
  for (let at = index + 1; at <= index + mostLeading && sentences[at]?.turn === turn; at += 1)
    if (asks(sentences[at]!) && share(at) >= least) return at;
  return index;
}

/** In terms of the question. */
const leastAsked = 2;
/** In sentences, that lead up to a question. */
const mostLeading = 4;

/** Who asks tells nothing: what is replied, where somebody replies. */
function passageAt(reading: Reading, index: number): [run: Run, repliesTo?: number] {
  const [reply] = asks(reading.sentences[index]!) ? repliesTo(reading, index) : [];
  return reply ? [reply, index] : [passageAround(reading, index)];
}

/** A sentence with those beside it in its turn, as much as is read at a glance. */
export function passageAround({ sentences }: Reading, index: number): Run {
  const run = { first: index, last: index };
  const { turn } = sentences[index]!;
  const fits = (first: number, last: number) =>
    sentences[first]?.turn === turn &&
    sentences[last]?.turn === turn &&
    sentences[last].end - sentences[first].start <= longestPassage;
  // What it concludes from, or what "this" is, stands before it.
  if (leansBack.test(sentences[index]!.text) && fits(index - 1, index)) run.first = index - 1;
  for (let grows = true; grows;) {
    grows = false;
    if (fits(run.first, run.last + 1)) [run.last, grows] = [run.last + 1, true];
    if (fits(run.first - 1, run.last)) [run.first, grows] = [run.first - 1, true];
  }
  return run;
}

const leansBack =
  /^(?:(?:and|but|now|because|well)\W+)*(?:so|therefore|thus|hence|this|that|these|those|it|they|he|she|such)\b/iu;

type Placed = Pick<Passage, 'session' | 'turn' | 'start' | 'end'>;

export function overlaps(one: Placed, other: Placed): boolean {
  const isSameTurn = one.session.id === other.session.id && one.turn === other.turn;
  return isSameTurn && one.start < other.end && other.start < one.end;
}
