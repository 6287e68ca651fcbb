/**
 * What makes vectors of texts, as the rest of the program sees it.
 *
 *     const embedder = await openEmbedder(config);
 *     const vectors = await embedder.model.embedDocuments(['first chunk', 'second chunk']);
 *     const vector = await embedder.model.embedQuery('a question');
 */
import type { EmbeddingsInterface } from '@langchain/core/embeddings';

export interface Embedder {
  /** Stored with the library, since vectors of two embedders cannot be compared: `built-in/1`, `openai/<model>`, `local/<model>`. */
  readonly id: string;
  /** Length of every vector; null until the first vector is known. */
  readonly dimensions: number | null;
  /**
   * LangChain's own type. For the same text the same vector, of length 1, whatever the text is (empty, very long,
   * control characters); vectors come in the order of the texts. Rejects with an `EmbedderError`.
   */
  readonly model: EmbeddingsInterface;
  /** Where the embedder knows what single words mean, so that a text can be weighed by how rare its words are in a library. */
  readonly words?: WordMeanings | undefined;
  /** Where its vectors have parts that can be searched for alone. */
  readonly parts?: VectorParts | undefined;
}

/** A table of vectors of single words, of which those used alike point alike. */
export interface WordMeanings {
  readonly dimensions: number;
  /** Where a word stands in the table, the commonest at 0; -1 where it does not know it. Words are folded: small letters, no accents. */
  placeOf(word: string): number;
  /** Adds the vector of the word at a place, times a weight, to a sum of as many numbers. */
  add(place: number, weight: number, sum: Float64Array): void;
}

/** Of a text's words that count, the share that must be known before their meanings tell anything: of other languages fewer are. */
export const leastKnown = 0.5;

/**
 * Parts of a question's vector, each a vector that can be looked up in the same index: how alike chunks are in that part
 * alone. Null where the question has nothing of it.
 */
export interface VectorParts {
  spelling(vector: Float32Array): Float32Array | null;
  meaning(vector: Float32Array): Float32Array | null;
}

/** A vector as plain numbers, in a twentieth of the time of `Array.from`, which goes through an iterator. */
export function numbersOf(vector: Float32Array | Float64Array): number[] {
  const numbers: number[] = [];
  for (let n = 0; n < vector.length; n++) numbers.push(vector[n]!);
  return numbers;
}

/** Why no vectors could be made: where, what, and what to do. */
export class EmbedderError extends Error {
  override name = 'EmbedderError';
}

/**
 * An embedder over a model that cannot be trusted: another's server, or a file from the network. Checks that there is
 * one vector a text, all finite, none zero and all of the same length, and makes them of length 1.
 *
 * `document` and `query` are what the model was trained to read before either kind of text. Both kinds of text reach
 * `embed` without control characters and never empty, because servers refuse such texts.
 */
export function checkedEmbedder({
  id,
  embed,
  document,
  query,
}: { id: string; embed: (texts: string[]) => Promise<number[][]> } & Instruction): Embedder {
  let dimensions: number | null = null;

  async function vectors(texts: string[]): Promise<number[][]> {
    if (texts.length === 0) return [];
    const made = await embed(texts);
    if (made.length !== texts.length) {
      throw new EmbedderError(`Embedder ${id}: got ${made.length} vectors for ${texts.length} texts. ${otherModel}`);
    }
    return made.map(unit);
  }

  function unit(vector: number[]): number[] {
    // Servers have sent null and text for a number; multiplied, null would pass for 0.
    const length = vector.every((value) => Number.isFinite(value)) ? Math.hypot(...vector) : Number.NaN;
    if (!Number.isFinite(length) || length === 0) {
      throw new EmbedderError(
        `Embedder ${id}: got a vector that is ${length === 0 ? 'empty or all zeros' : 'not all numbers'}. ${otherModel}`,
      );
    }
    dimensions ??= vector.length;
    if (vector.length !== dimensions) {
      throw new EmbedderError(
        `Embedder ${id}: got a vector of ${vector.length} dimensions after others of ${dimensions}. ${otherModel}`,
      );
    }
    return vector.map((value) => value / length);
  }

  return {
    id,
    get dimensions() {
      return dimensions;
    },
    model: {
      embedDocuments: (texts) => vectors(texts.map((text) => document + readable(text))),
      embedQuery: async (text) => (await vectors([query + readable(text)]))[0]!,
    },
  };
}

/** What stands before each kind of text, where a model was trained with that. */
interface Instruction {
  document: string;
  query: string;
}

/**
 * The instruction of the common families of models that want one: without it they find less. From the model cards of
 * E5 and Nomic Embed; others are left without.
 */
export function instructionFor(model: string): Instruction {
  if (/\be5\b(?!.*instruct)/i.test(model)) return { document: 'passage: ', query: 'query: ' };
  if (/\bnomic-embed-text/i.test(model)) return { document: 'search_document: ', query: 'search_query: ' };
  return { document: '', query: '' };
}

const otherModel = 'Choose another model or server: EMBEDDING_MODEL, OPENAI_BASE_URL.';

/** Long enough for any chunk; what is cut off has no weight left in a vector of so much text. */
const longestText = 8_000;

function readable(text: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = text
    .slice(0, longestText)
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  return clean === '' ? '(no words)' : clean;
}

/** Writes a vector as whole numbers, its greatest as `most`; gives the length of what was written. */
export function round(vector: Float32Array, into: Int8Array | Int16Array, most: number): number {
  const step = greatestIn(vector) / most;
  let squares = 0;
  for (let n = 0; n < vector.length; n++) {
    const whole = Math.round(vector[n]! / step);
    into[n] = whole;
    squares += whole * whole;
  }
  return Math.sqrt(squares);
}

/** The greatest number of a vector, either way. */
export function greatestIn(vector: Float32Array): number {
  let most = 0;
  for (const value of vector) most = Math.max(most, Math.abs(value));
  return most;
}
