/** What an embedder gives to finding: words that nobody used by their spelling, and what is near in meaning. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedder } from '../../embeddings/embedder.ts';
import type { LibraryReader } from '../library/library.ts';
import { termsOf } from '../words/terms.ts';
import { meaningAsked, meaningsByEmbedder, type Meanings } from './meaning.ts';
import { meaningsByWords } from './meaning-by-words.ts';
import type { Meaning } from './search.ts';

export interface Embedded {
  /** A query's vector for a search beside its words; null where words alone say it all, or the embedder does not answer. */
  forSearch(query: string, library: LibraryReader): Promise<Meaning | null>;
  /** A question's meaning alone, to be looked up among chunks; null where nothing of it is known. */
  forMeaning(question: string): Promise<Float32Array | null>;
  /** What makes meanings of a question and of sentences; null where it knows too little of the question, or does not answer. */
  meanings(question: string, library: LibraryReader): Promise<Meanings | null>;
  /** Whether a word, folded, is known to be written so, and is no other misspelt. */
  isCommonWord(word: string): boolean;
}

/** What an embedder that knows meanings counts beside the words. */
const meaningCounts = 0.5;
/** Beyond so many, the commonest first, words that are often misspelt stand in a table of meanings too. */
const mostCommon = 30_000;
/** Longest time a question waits for the embedder's server: a slow one must not keep an answer waiting. */
const longestMs = 5_000;

/** Texts whose vectors are kept; those of one question and of the few asked beside it. */
const mostAsked = 64;

export function embeddedBy(embedder: Embedder): Embedded {
  const { words, parts, model } = embedder;
  /** Of the texts asked of last: one question is looked up in several ways, and is sent to a server once. */
  const asked = new Map<string, Promise<Float32Array>>();
  const embed = (text: string) => {
    const known = asked.get(text);
    if (known) return known;
    const embedded = model.embedQuery(text).then((vector) => Float32Array.from(vector));
    asked.set(text, embedded);
    if (asked.size > mostAsked) asked.delete(asked.keys().next().value!);
    // What failed may be asked again.
    embedded.catch(() => asked.delete(text));
    return embedded;
  };
  const vectorOf = (text: string) => inTime(embed(text), longestMs);
  // A server's embedder knows meanings in all of its vector; of the built-in one the words of a question that somebody
  // used have no use for their spelling.
  const isServers = words === undefined && !embedder.id.startsWith('built-in/');

  /** Of each moment of a library, of which they are. */
  const byWordsOf = new WeakMap<LibraryReader, Meanings>();

  return {
    async forSearch(query, library) {
      if (!isServers && (await areAllKnown(termsOf(query), library))) return null;
      const vector = await vectorOf(query);
      if (vector === null || isServers) return vector && { vector, counts: meaningCounts };
      const spelling = parts ? parts.spelling(vector) : vector;
      return spelling && { vector: spelling, counts: 0 };
    },
    async forMeaning(question) {
      if (!isServers && !parts) return null;
      const vector = await vectorOf(question);
      return vector && parts ? parts.meaning(vector) : vector;
    },
    async meanings(question, library) {
      if (words) {
        let made = byWordsOf.get(library);
        if (!made) byWordsOf.set(library, (made = meaningsByWords(words, (terms) => library.counts(terms))));
        return (await meaningAsked(question, made)) && made;
      }
      if (!isServers) return null;
      return (await vectorOf(question)) && meaningsByEmbedder(embedder, embed);
    },
    isCommonWord: (word) => {
      const place = words?.placeOf(word) ?? -1;
      return place >= 0 && place < mostCommon;
    },
  };
}

async function areAllKnown(terms: string[], library: LibraryReader): Promise<boolean> {
  const counts = await library.counts(terms);
  return terms.every((term) => counts.documentFrequency(term) > 0);
}

/** What a promise resolves to, or null when it fails or takes longer. */
async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  const over = new AbortController();
  try {
    return await Promise.race([promise, sleep(milliseconds, null, { signal: over.signal })]);
  } catch {
    return null;
  } finally {
    over.abort();
  }
}
