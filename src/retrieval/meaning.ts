/**
 * Which sentences come nearest to a question in what they mean, whatever words they use. A sentence is as near as its
 * own meaning is and, for a part, that of what is said around it.
 *
 * Nearness is no answer: a sentence and its negation are near each other, and half of what comes nearest to a question
 * that nobody spoke of looks as near as the real thing.
 */
import { leastKnown, type Embedder } from '../../embeddings/embedder.ts';
import { aroundReach, sentenceMeanings, type SentenceMeanings } from './meaning-of-sentences.ts';
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

/** How like each of some words the likest word of a sentence is in meaning, from -1 to 1. */
export type WordsLike = (reading: Reading, index: number) => Float64Array;

/** How much what is said around a sentence counts beside the sentence. */
const aroundCounts = 0.8;
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
  const near: Near[] = [];
  for (const [at, similarities] of (await similaritiesIn(question, sessions, meanings)).entries()) {
    const { reading } = sessions[at]!;
    for (const [index, similarity] of similarities.entries())
      if (!Number.isNaN(similarity)) near.push({ reading, index, similarity });
  }
  return near.toSorted((one, other) => other.similarity - one.similarity).slice(0, most);
}

/**
 * How near each sentence of some sessions is, session by session; NaN for what is passed over. None where under half of
 * the question's words are known.
 */
export async function similaritiesIn(
  question: string,
  sessions: LookedIn[],
  meanings: Meanings,
): Promise<Float64Array[]> {
  const told = await meant(question, sessions, meanings);
  if (!told) return [];
  return sessions.map(({ reading, among }, at) => {
    const similarities = told.made[at]!.similaritiesTo(told.asked, aroundCounts);
    const looked = among && new Set(among);
    return similarities.map((similarity, index) =>
      !Number.isNaN(similarity) && looked?.has(index) !== false && canBeNear(reading.sentences[index]!)
        ? similarity
        : Number.NaN,
    );
  });
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

function canBeNear({ length, text }: ReadSentence): boolean {
  return length >= leastTerms && !text.trimEnd().endsWith('?');
}

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
        const dimensions = embedded[0]?.length ?? 1;
        const vectors = new Float32Array(reading.sentences.length * dimensions);
        for (const [at, index] of among.entries()) vectors.set(embedded[at]!, index * dimensions);
        made.push(sentenceMeanings(vectors, dimensions, reading.fading[aroundReach]!));
      }
      return made;
    },
  };
}
