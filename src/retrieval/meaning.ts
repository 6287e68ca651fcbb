/**
 * Which sentences come nearest to a question in what they mean, whatever words they use. A sentence is as near as its
 * own meaning is and, for a part, that of what is said around it.
 *
 * Nearness is no answer: a sentence and its negation are near each other, and half of what comes nearest to a question
 * that nobody spoke of looks as near as the real thing.
 */
import { leastKnown, type Embedder, type WordMeanings } from '../../embeddings/embedder.ts';
import { remembering } from '../words/remembering.ts';
import { termsOfWord, wordsOf } from '../words/terms.ts';
import { lengthOf, sentenceMeanings, type SentenceMeanings } from './meaning-of-sentences.ts';
import { rarityOf } from './rank.ts';
import type { TermCounts } from '../library/library.ts';
import type { Reading, ReadSentence } from './reading.ts';

/** A sentence that comes near, by its place in its reading. */
export interface Near {
  reading: Reading;
  index: number;
  /** From -1 to 1. Only the differences between sentences of one question tell something. */
  similarity: number;
}

/** A session to look in. */
export interface LookedIn {
  reading: Reading;
  /** The only sentences looked at, by their places, rising; all where absent. */
  among?: number[] | undefined;
}

/** What makes meanings: a table of words, or a server's embedder. */
export interface Meanings {
  /** Of a question, as a vector of length 1, and the share of its words that are known; null where it says nothing. */
  ofQuestion(question: string): Promise<{ vector: Float32Array; known: number } | null>;
  /** Of sessions together, in their order: what they are made of may be far away. */
  ofSentences(sessions: LookedIn[]): Promise<SentenceMeanings[]>;
  /** How like single words are in meaning; absent where only whole texts have one. */
  ofWords?: (words: string[]) => WordsLike;
}

/** How like each of some words a word is in meaning, from -1 to 1; zeros where it is not known. Words are folded. */
export type WordsLike = (word: string) => Float64Array;

/** How much what is said around a sentence counts beside the sentence, and which reach of a reading "around" is. */
const aroundCounts = 0.8;
const aroundReach = 0;
/** A sentence of fewer terms is a fragment, near to anything. */
const leastTerms = 3;

/**
 * The `most` nearest sentences of some sessions, nearest first; none where under half of the question's words are known,
 * as in another language. Questions and fragments are passed over: what comes nearest to a question is a question.
 */
export async function nearestInMeaning(
  question: string,
  sessions: LookedIn[],
  meanings: Meanings,
  most: number,
): Promise<Near[]> {
  const told = await meant(question, sessions, meanings);
  if (!told) return [];
  const { asked, made } = told;
  const near: Near[] = [];
  for (const [at, { reading, among = reading.sentences.keys() }] of sessions.entries()) {
    const similarities = made[at]!.similaritiesTo(asked, aroundCounts);
    for (const index of among) {
      const similarity = similarities[index]!;
      if (!Number.isNaN(similarity) && canBeNear(reading.sentences[index]!)) near.push({ reading, index, similarity });
    }
  }
  return near.toSorted((one, other) => other.similarity - one.similarity).slice(0, most);
}

/** Null where too little of the question is known, and where a server gives no more vectors, which keeps nobody from the words. */
async function meant(question: string, sessions: LookedIn[], meanings: Meanings) {
  try {
    const asked = await meaningAsked(question, meanings);
    return asked && { asked, made: await meanings.ofSentences(sessions) };
  } catch (error) {
    if ((error as Error).name === 'EmbedderError') return null;
    throw error;
  }
}

/** A question's meaning as a vector of length 1; null where too little of it is known to look for what is near. */
export async function meaningAsked(question: string, meanings: Meanings): Promise<Float32Array | null> {
  const asked = await meanings.ofQuestion(question);
  return asked && asked.known >= leastKnown ? asked.vector : null;
}

function canBeNear({ run, text }: ReadSentence): boolean {
  return run.length >= leastTerms && !text.trimEnd().endsWith('?');
}

/**
 * Meanings by a table of words: a text means the sum of its words' meanings, each once and weighed by how rare it is in
 * a library, of which `countsOf` tells terms. What is made of a reading, 110 bytes a sentence, is kept as long as the
 * reading, which belongs to one library at one moment, as these meanings do.
 */
export function meaningsByWords(words: WordMeanings, countsOf: (terms: string[]) => Promise<TermCounts>): Meanings {
  const placeOf = remembering((word) => (termsOfWord(word).length === 0 ? stopWord : words.placeOf(word)), 20_000);
  /** By place in the table. */
  const weights = new Map<number, number>();

  /** Each word of a text once; `fresh` gets the terms of those that have no weight yet, by place. */
  function placed(text: string, fresh: Map<number, string>): Placed {
    const places: number[] = [];
    let telling = 0;
    for (const word of new Set(wordsOf(text))) {
      const place = placeOf(word);
      if (place !== stopWord) telling += 1;
      if (place < 0) continue;
      places.push(place);
      if (!weights.has(place)) fresh.set(place, termsOfWord(word)[0]!);
    }
    return { places, known: telling === 0 ? null : places.length / telling };
  }

  async function weigh(fresh: Map<number, string>): Promise<void> {
    if (fresh.size === 0) return;
    const counts = await countsOf([...fresh.values()]);
    // Squared, the few words that tell what a text is about outweigh the many that hardly do.
    for (const [place, term] of fresh) weights.set(place, rarityOf(term, counts) ** 2);
  }

  function vectorOf({ places }: Placed): Float32Array {
    const sum = new Float64Array(words.dimensions);
    for (const place of places) words.add(place, weights.get(place)!, sum);
    return new Float32Array(sum);
  }

  return {
    async ofQuestion(question) {
      const fresh = new Map<number, string>();
      const text = placed(question, fresh);
      if (text.known === null) return null;
      await weigh(fresh);
      return { vector: unit(vectorOf(text)), known: text.known };
    },
    async ofSentences(sessions) {
      const fresh = new Map<number, string>();
      const read = new Map<Reading, Placed[]>();
      for (const { reading } of sessions)
        if (!madeOf.has(reading))
          read.set(
            reading,
            reading.sentences.map(({ text }) => placed(text, fresh)),
          );
      await weigh(fresh);
      for (const [reading, texts] of read) {
        const vectors = texts.map((text) => ((text.known ?? 0) >= leastKnown ? vectorOf(text) : null));
        madeOf.set(reading, sentenceMeanings(vectors, reading.fading[aroundReach]!));
      }
      return sessions.map(({ reading }) => madeOf.get(reading)!);
    },
    ofWords: (asked) => wordsLike(asked, words),
  };
}

const stopWord = -2;

/** Of a text, its words that the table knows, by their places there, and which share they are of those that tell something; null of none. */
interface Placed {
  places: number[];
  known: number | null;
}

function wordsLike(asked: string[], words: WordMeanings): WordsLike {
  const vectorOf = (word: string): Float64Array | null => {
    const place = words.placeOf(word);
    if (place === -1) return null;
    const vector = new Float64Array(words.dimensions);
    words.add(place, 1, vector);
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  };
  const vectors = asked.map(vectorOf);
  return remembering((word) => {
    const vector = vectorOf(word);
    return Float64Array.from(vectors, (other) =>
      vector && other ? other.reduce((sum, value, n) => sum + value * vector[n]!, 0) : 0,
    );
  }, mostWordsLike);
}

/** Words of the sentences that are looked at for one question. */
const mostWordsLike = 20_000;

const madeOf = new WeakMap<Reading, SentenceMeanings>();

/**
 * Meanings by an embedder that knows meanings. Every sentence looked at is sent to it, so name those `among` which to
 * look: of the chunks that its vectors find. `vectorOf` gives that of a question.
 */
export function meaningsByEmbedder(
  { model }: Pick<Embedder, 'model'>,
  vectorOf: (question: string) => Promise<Float32Array> = async (question) =>
    Float32Array.from(await model.embedQuery(question)),
): Meanings {
  return {
    ofQuestion: async (question) => ({ vector: await vectorOf(question), known: 1 }),
    async ofSentences(sessions) {
      const made: SentenceMeanings[] = [];
      for (const { reading, among = [...reading.sentences.keys()] } of sessions) {
        const embedded = await model.embedDocuments(among.map((index) => reading.sentences[index]!.text));
        const vectors: (Float32Array | null)[] = reading.sentences.map(() => null);
        for (const [at, index] of among.entries()) vectors[index] = Float32Array.from(embedded[at]!);
        made.push(sentenceMeanings(vectors, reading.fading[aroundReach]!));
      }
      return made;
    },
  };
}

function unit(vector: Float32Array): Float32Array {
  const length = lengthOf(vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
