/**
 * Meanings by a table of words: a text means the sum of its words' meanings, each once and weighed by how rare it is in a
 * library.
 *
 * A product with a sum is the sum of the products, so that the vectors of sentences are made once for their lengths and
 * not kept: how near a session's sentences are to a question takes a product for each of its words.
 */
import { leastKnown, type WordMeanings } from '../../embeddings/embedder.ts';
import type { TermCounts } from '../library/library.ts';
import { remembering } from '../words/remembering.ts';
import { termsOfWord, wordsOf } from '../words/terms.ts';
import type { Meanings, WordsLike } from './meaning.ts';
import {
  aroundReach,
  lengthsOf,
  lengthsWithAround,
  similaritiesOf,
  unit,
  type SentenceMeanings,
} from './meaning-of-sentences.ts';
import { rarityOf } from './rank.ts';
import type { Reading } from './reading.ts';

/**
 * `countsOf` tells terms of a library at one moment, to which these meanings belong. What is made of a reading, some 50
 * bytes a sentence, is kept with them: a reading may go on to another moment, in which words are as rare as they are then.
 */
export function meaningsByWords(words: WordMeanings, countsOf: (terms: string[]) => Promise<TermCounts>): Meanings {
  const placeOf = placesIn(words);
  /** By place in the table. */
  const weights = new Map<number, number>();
  const productsWith = productsOfWords(words, weights);
  const madeOf = new WeakMap<Reading, SentenceMeanings>();

  async function weigh(said: Said[]): Promise<void> {
    const fresh = new Map<number, string>();
    for (const { vocabulary, places } of said)
      for (let which = 0; which < places.length; which += 1) {
        const place = places[which]!;
        if (place >= 0 && !weights.has(place)) fresh.set(place, termsOfWord(vocabulary[which]!)[0]!);
      }
    if (fresh.size === 0) return;
    const counts = await countsOf([...fresh.values()]);
    // Squared, the few words that tell what a text is about outweigh the many that hardly do.
    for (const [place, term] of fresh) weights.set(place, rarityOf(term, counts) ** 2);
  }

  return {
    async ofQuestion(question) {
      const said = wordsSaid([question], placeOf);
      if (said.telling[0] === 0) return null;
      await weigh([said]);
      return { vector: unit(vectorsOf(said, words, weights)), known: said.known[0]! / said.telling[0]! };
    },
    async ofSentences(sessions) {
      const fresh = new Map<Reading, Said>();
      for (const { reading } of sessions) if (!madeOf.has(reading)) fresh.set(reading, saidIn(reading, placeOf));
      await weigh([...fresh.values()]);
      for (const [reading, said] of fresh)
        madeOf.set(
          reading,
          meaningsOf(said, vectorsOf(said, words, weights), words, reading.fading[aroundReach]!, productsWith),
        );
      return sessions.map(({ reading }) => madeOf.get(reading)!);
    },
    ofWords: (asked) => wordsLike(asked, words, placeOf),
  };
}

/** Where a table has words, kept for all moments of a library. */
const placesKnown = new WeakMap<WordMeanings, (word: string) => number>();

function placesIn(words: WordMeanings): (word: string) => number {
  const known =
    placesKnown.get(words) ??
    remembering((word) => (termsOfWord(word).length === 0 ? stopWord : words.placeOf(word)), 50_000);
  placesKnown.set(words, known);
  return known;
}

const stopWord = -2;

/** The words of some sentences that tell something, each once a sentence. */
interface Said {
  vocabulary: string[];
  /** Where the table has each of the vocabulary, or -1. */
  places: Int32Array;
  /** Those of them that the table has, sentence after sentence, each by where it stands in the vocabulary. */
  words: number[];
  /** Where in `words` each sentence begins, and the last ends. */
  starts: Uint32Array;
  /** Per sentence, how many words tell something, and how many of these the table has. */
  telling: Uint32Array;
  known: Uint32Array;
}

/** What was said in a reading, whatever the library. */
const saidKnown = new WeakMap<Reading, Said>();

function saidIn(reading: Reading, placeOf: (word: string) => number): Said {
  let said = saidKnown.get(reading);
  if (!said) {
    said = wordsSaid(
      reading.sentences.map(({ text }) => text),
      placeOf,
    );
    saidKnown.set(reading, said);
  }
  return said;
}

function wordsSaid(texts: string[], placeOf: (word: string) => number): Said {
  const vocabulary: string[] = [];
  const places: number[] = [];
  const inVocabulary = new Map<string, number>();
  /** By word of the vocabulary, the sentence it was in last, counted from 1. */
  const lastIn: number[] = [];
  const said: number[] = [];
  const starts = new Uint32Array(texts.length + 1);
  const telling = new Uint32Array(texts.length);
  const known = new Uint32Array(texts.length);
  for (let at = 0; at < texts.length; at += 1) {
    for (const word of wordsOf(texts[at]!)) {
      let which = inVocabulary.get(word);
      if (which === undefined) {
        const place = placeOf(word);
        which = place === stopWord ? stopWord : places.push(place) - 1;
        if (which >= 0) vocabulary.push(word);
        inVocabulary.set(word, which);
      }
      if (which < 0 || lastIn[which] === at + 1) continue;
      lastIn[which] = at + 1;
      telling[at]! += 1;
      if (places[which]! < 0) continue;
      known[at]! += 1;
      said.push(which);
    }
    starts[at + 1] = said.length;
  }
  return { vocabulary, places: Int32Array.from(places), words: said, starts, telling, known };
}

/** The vectors of all sentences one after the other; zeros for one of which too little is known. */
function vectorsOf(
  { places, words: said, starts, telling, known }: Said,
  words: WordMeanings,
  weights: ReadonlyMap<number, number>,
): Float32Array {
  const { dimensions } = words;
  const vectors = new Float32Array(telling.length * dimensions);
  const sum = new Float64Array(dimensions);
  const weightOf = new Float64Array(places.length);
  for (let which = 0; which < places.length; which += 1) weightOf[which] = weights.get(places[which]!) ?? 0;
  for (let at = 0; at < telling.length; at += 1) {
    if (known[at]! < leastKnown * telling[at]!) continue;
    sum.fill(0);
    for (let next = starts[at]!; next < starts[at + 1]!; next += 1) {
      const which = said[next]!;
      words.add(places[which]!, weightOf[which]!, sum);
    }
    vectors.set(sum, at * dimensions);
  }
  return vectors;
}

function meaningsOf(
  { places, words: said, starts }: Said,
  vectors: Float32Array,
  { dimensions }: WordMeanings,
  fading: Float64Array,
  productsWith: ReturnType<typeof productsOfWords>,
): SentenceMeanings {
  const lengths = lengthsOf(vectors, dimensions);
  const lengthsAround = lengthsWithAround(vectors, fading, dimensions);
  return {
    similaritiesTo(vector, aroundCounts) {
      const productOfWord = productsWith(vector);
      const ofWords = new Float64Array(places.length);
      for (let which = 0; which < places.length; which += 1)
        if (places[which]! >= 0) ofWords[which] = productOfWord(places[which]!);
      const products = new Float64Array(lengths.length);
      for (let at = 0; at < products.length; at += 1) {
        if (lengths[at] === 0) continue;
        let sum = 0;
        for (let next = starts[at]!; next < starts[at + 1]!; next += 1) sum += ofWords[said[next]!]!;
        products[at] = sum;
      }
      return similaritiesOf(products, { lengths, lengthsAround, fading, aroundCounts });
    },
  };
}

/** The products of words at their weights with a vector; those with the last are kept, for sessions have most of their words in common. */
function productsOfWords(words: WordMeanings, weights: ReadonlyMap<number, number>) {
  const own = new Float64Array(words.dimensions);
  const known = new Map<number, number>();
  let last: Float32Array | null = null;
  return (vector: Float32Array) => {
    if (vector !== last) known.clear();
    last = vector;
    return (place: number): number => {
      let product = known.get(place);
      if (product === undefined) {
        own.fill(0);
        words.add(place, weights.get(place)!, own);
        known.set(place, (product = productOf(own, vector)));
      }
      return product;
    };
  };
}

function productOf(one: Float64Array, other: Float32Array | Float64Array): number {
  let product = 0;
  for (let n = 0; n < one.length; n += 1) product += one[n]! * other[n]!;
  return product;
}

function wordsLike(asked: string[], words: WordMeanings, placeOf: (word: string) => number): WordsLike {
  const vectors = asked.map((word) => {
    const place = words.placeOf(word);
    const vector = new Float64Array(words.dimensions);
    if (place >= 0) words.add(place, 1, vector);
    return unit(vector);
  });
  const known = new Map<number, Float64Array>();
  const own = new Float64Array(words.dimensions);
  const likenessAt = (place: number) => {
    let likeness = known.get(place);
    if (!likeness) {
      own.fill(0);
      words.add(place, 1, own);
      const length = Math.sqrt(productOf(own, own)) || 1;
      likeness = new Float64Array(vectors.length);
      for (let which = 0; which < vectors.length; which += 1)
        likeness[which] = productOf(vectors[which]!, own) / length;
      known.set(place, likeness);
    }
    return likeness;
  };
  return (reading, index) => {
    const { places, words: said, starts } = saidIn(reading, placeOf);
    const most = new Float64Array(asked.length).fill(-1);
    for (let next = starts[index]!; next < starts[index + 1]!; next += 1) {
      const likeness = likenessAt(places[said[next]!]!);
      for (let which = 0; which < most.length; which += 1)
        if (likeness[which]! > most[which]!) most[which] = likeness[which]!;
    }
    return most;
  };
}
