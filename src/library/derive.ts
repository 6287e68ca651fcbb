/** What the search needs of a session: all of it can be made again from the session. */
import type { Embedder } from '../../embeddings/embedder.ts';
import { splitIntoSentences } from '../words/sentences.ts';
import { sentenceTermsOf, indexedTermsOf, type IndexedSentence } from '../words/sentence-terms.ts';
import { splitIntoChunks, type Chunk } from '../words/chunks.ts';
import { peopleIn } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { masksOf, underChathamHouse, type Masks } from '../access/chatham-house.ts';
import type { Confidentiality, Session, Turn } from '../session.ts';
import type { Block } from './blocks.ts';
import { hash } from 'node:crypto';

/**
 * The number of today's way to derive. To be raised whenever anything derived of a session changes: how its sentences
 * or chunks are cut, their terms, its people, or the vectors of the built-in embedder. Sessions that were derived with a
 * lower number are brought over (`bring-over.ts`); those of the first libraries have 0.
 */
export const derivation = 3;

/** What deriving needs of a library. */
export interface DerivingFrom {
  /** The vectors that there are already, by the hash of their text. */
  vectors: (hashes: string[]) => Promise<Map<string, Float32Array>>;
  confidentiality(of: Session): Promise<Confidentiality>;
  /** What was made ahead of these very turns, as `derive` makes it itself; null where it was not made. */
  madeAhead?: ((of: Pick<Session, 'id' | 'turns'>) => Promise<Derived | null>) | undefined;
}

/** What the search needs of a session: of one under the Chatham House rule, of its words as they are seen. */
export async function deriveAsSeen(session: Session, library: DerivingFrom, embedder: Embedder): Promise<Derived> {
  const { chathamHouse } = await library.confidentiality(session);
  if (!chathamHouse) return (await library.madeAhead?.(session)) ?? derive(session, library.vectors, embedder);
  const masks = await masksOf(session);
  return { ...(await derive(underChathamHouse(session, masks), library.vectors, embedder)), masks };
}

/** What the search needs of a session whose words are seen as they are; `known` gives the vectors that there are already, by the hash of their text. */
export async function derive(session: Session, known: DerivingFrom['vectors'], embedder: Embedder): Promise<Derived> {
  const { sentences, chunks, people } = deriveWords(session, embedder);
  const vectors = new Map(await known(chunks.map(({ hash }) => hash)));
  const fresh = [...new Map(chunks.map((chunk) => [chunk.hash, chunk])).values()].filter(
    ({ hash }) => !vectors.has(hash),
  );
  for (let at = 0; at < fresh.length; at += batchSize) {
    const batch = fresh.slice(at, at + batchSize);
    const made = await embedder.model.embedDocuments(batch.map(({ text }) => text));
    for (const [index, { hash }] of batch.entries()) vectors.set(hash, Float32Array.from(made[index]!));
  }
  return { sentences, chunks: chunks.map((chunk) => ({ ...chunk, vector: vectors.get(chunk.hash)! })), people };
}

/** All of it but the vectors. */
export function deriveWords(session: Session, embedder: Pick<Embedder, 'id'>) {
  return { ...deriveTalk(session.turns, embedder), people: peopleIn(session) };
}

/** What depends on the words alone. A chunk's hash is of its words and who makes its vector. */
export function deriveTalk(turns: Turn[], embedder: Pick<Embedder, 'id'>) {
  const sentences = turns.map((turn) =>
    splitIntoSentences(turn).map((sentence) => ({
      ...sentence,
      terms: sentenceTermsOf(turn.text.slice(sentence.start, sentence.end)),
    })),
  );
  const chunks = splitIntoChunks({ turns }, sentences).map((chunk) => ({
    ...chunk,
    terms: indexedTermsOf(chunk, sentences),
    hash: hashOf(`${embedder.id}\n${chunk.text}`),
  }));
  return { sentences, chunks };
}

/** Texts given to the embedder at a time. */
export const batchSize = 64;

export function hashOf(text: string): string {
  return hash('sha256', text, 'hex');
}

/** What is derived from a session when it is put in: all that the search needs. */
export interface Derived {
  sentences: IndexedSentence[][];
  chunks: (Chunk & { terms: string[]; hash: string; vector: Float32Array })[];
  people: Person[];
  /** Where it is under the Chatham House rule. */
  masks?: Masks;
  /** Sentences, and the vector of each chunk, as a file keeps them, where they were packed ahead. */
  packed?: { sentences: Block[]; vectors: Uint8Array[] };
}
