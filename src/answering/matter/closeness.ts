/**
 * How close a sentence comes to a question, part by part: each of the question's words is looked for in the sentence and
 * in those beside it, as it stands or as a word that means much the same. A sentence that has something of every part is
 * closer than one that is all about a single one, which its meaning as a whole does not tell.
 */
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import type { Meanings, WordsLike } from '../../retrieval/meaning.ts';
import { termsOf, termsOfWord, wordsOf } from '../../words/terms.ts';
import { bestOtherWords, type Matched, type Wanted } from './evidence.ts';

export interface Closeness {
  /** Share of what the question's words tell that is said in the sentence, 0 to 1. */
  said: number;
  /** The same with what stands beside it in its turn. */
  around: number;
  /** As `around`, of the words that are said as they stand in the question, in any form of theirs. */
  literal: number;
  /** As `around`, without the word that counts most: a rare word is soon said of something else. */
  beside: number;
  /** Of the word of the question that is said least, how surely it is said there or beside it, 0 to 1; of words that say what happens, and not that it does. */
  least: number;
  /** Whether every name of the question is said in its turn, near it where somebody of the session goes by it, or is the speaker's. */
  named: boolean;
  /** Whether somebody of the session goes by a name of the question, or is of what is called so. */
  ofSomebody: boolean;
}

/** Of a place in a reading; `beside` are further sentences that count as standing beside it. */
export type ClosenessAt = (reading: Reading, index: number, beside?: number[]) => Closeness;

/** How much a word counts that stands so many sentences away. */
const nearness = [1, 0.85, 0.8];
/** In sentences: who is thanked at the beginning of a speech is not what all of it is about. */
const mostAway = 6;
/** How surely a name must be said, where it is said in another way. */
const leastNamed = 0.5;
/** Words less alike than this have nothing in common; from here on it counts as it rises. */
const leastAlike = 0.3;
/** By how much rare words tell more than common ones. */
const rarityPower = 1.5;

/** `matched` has where the terms stand in the readings that are known already; in others they are looked for as they are. */
export function closenessTo(
  { terms, names }: Pick<Wanted, 'terms' | 'names'>,
  words: string,
  meanings: Meanings | null,
  matched: Map<Reading, Matched>,
): ClosenessAt {
  const asked = [...new Set(wordsOf(words))];
  const wordOf = terms.map(({ term }) => asked.find((word) => termsOfWord(word).includes(term)) ?? '');
  const like: WordsLike | null = meanings?.ofWords?.(wordOf) ?? null;
  const weights = terms.map(({ rarity }) => rarity ** rarityPower);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const ofNames = terms.flatMap(({ term }, which) => (names.some((name) => name.includes(term)) ? [which] : []));
  const known = new WeakMap<ReadSentence, Parts>();
  const somebodys = new WeakMap<Reading, Set<string>>();

  function partsOf(reading: Reading, index: number): Parts {
    const sentence = reading.sentences[index]!;
    let parts = known.get(sentence);
    if (!parts) {
      const has = matched.get(reading)?.has[index];
      const literal = Float64Array.from(terms, (term, which) => has?.[which] ?? bestOtherWords(term, sentence));
      parts = { literal, meant: like ? withLike(literal, like(reading, index)) : literal };
      known.set(sentence, parts);
    }
    return parts;
  }

  /** Terms of names by which somebody of a session goes. */
  function somebodysIn(reading: Reading): Set<string> {
    const found =
      somebodys.get(reading) ??
      new Set(
        ofNames.flatMap((which) => {
          const { term } = terms[which]!;
          return reading.sentences.some(({ about }) => about.has(term)) ? [term] : [];
        }),
      );
    somebodys.set(reading, found);
    return found;
  }

  const shareOf = (parts: Float64Array) => parts.reduce((sum, part, which) => sum + part * weights[which]!, 0) / total;

  /** Of all words but the one that counts most; 1 where there is no other. */
  const shareBeside = (parts: Float64Array) => {
    const counts = parts.map((part, which) => part * weights[which]!);
    const most = counts.indexOf(Math.max(...counts));
    const others = weights.reduce((sum, weight, which) => sum + (which === most ? 0 : weight), 0);
    return others === 0 ? 1 : counts.reduce((sum, count, which) => sum + (which === most ? 0 : count), 0) / others;
  };

  return (reading, index, beside = []) => {
    const { sentences } = reading;
    const { meant } = partsOf(reading, index);
    const around = { literal: partsOf(reading, index).literal.slice(), meant: meant.slice() };
    const count = (at: number, times: number) => {
      const others = partsOf(reading, at);
      for (let which = 0; which < terms.length; which++) {
        around.literal[which] = Math.max(around.literal[which]!, times * others.literal[which]!);
        around.meant[which] = Math.max(around.meant[which]!, times * others.meant[which]!);
      }
    };
    for (const away of [-2, -1, 1, 2]) {
      if (sentences[index + away]?.turn === sentences[index]!.turn) count(index + away, nearness[Math.abs(away)]!);
    }
    for (const at of beside) count(at, nearness[1]!);
    const { about, turn } = sentences[index]!;
    const somebodys = somebodysIn(reading);
    const near = sentences.slice(Math.max(index - mostAway, 0), index + mostAway + 1);
    const isNamed = (term: string) =>
      about.has(term) ||
      (somebodys.has(term) ? near : sentences).some((sentence) => sentence.turn === turn && sentence.terms.has(term));
    const named = ofNames.every((which) => around.literal[which]! >= leastNamed || isNamed(terms[which]!.term));
    return {
      said: shareOf(meant),
      around: shareOf(around.meant),
      literal: shareOf(around.literal),
      beside: shareBeside(around.meant),
      least: Math.min(1, ...around.meant.filter((_, which) => !ofHappening.has(terms[which]!.term))),
      named,
      ofSomebody: somebodys.size > 0,
    };
  };
}

/** By term, how surely a sentence has it, 0 to 1: as it is, and as that or as what means much the same. */
interface Parts {
  literal: Float64Array;
  meant: Float64Array;
}

/** "When was it held?" is told by any time of it. */
const ofHappening = new Set(termsOf('hold held take took place happen occur come year month day date time occasion'));

function withLike(literal: Float64Array, likeness: Float64Array): Float64Array {
  return literal.map((part, which) => {
    const counts = (likeness[which]! - leastAlike) / (1 - leastAlike);
    // The word itself was found already, if it is the one that is meant.
    return part < surelyThere ? Math.max(part, Math.min(counts, surelyThere)) : part;
  });
}

const surelyThere = 0.8;
