/**
 * Vectors without a key, a network or a download: how a text is spelt and, where its words are known, what they mean.
 *
 * A vector depends on its text alone, never on other texts, and on nothing that differs between machines: only
 * additions, multiplications, divisions and square roots, which IEEE 754 fixes to the last bit.
 */
import { leastKnown, numbersOf, type Embedder, type VectorParts, type WordMeanings } from './embedder.ts';
import { remembering } from '../src/words/remembering.ts';
import { differentWordsIn, spellings, stopWords } from './spellings.ts';
import { wordMeanings } from './word-meanings.ts';

/** Enough that what words share stands out of the noise of hashing; twice as many take twice the room and time in the index. */
const dimensions = 384;

/**
 * The embedder that needs nothing. Version 1, spellings alone, is kept for the libraries that have its vectors. The
 * number is raised whenever a text's vector changes, so that stored vectors are made again.
 */
export function builtInEmbedder({ version = 2 }: { version?: 1 | 2 } = {}): Embedder {
  const { vectorOf, ...knows } = version === 1 ? bySpelling() : bySpellingAndMeaning();
  const embed = (text: string) => {
    const vector = scaled(vectorOf(text), 1);
    // A text without words has a vector too, far from most others.
    if (lengthOf(vector) === 0) vector[0] = 1;
    return numbersOf(vector);
  };
  return {
    id: `built-in/${version}`,
    dimensions,
    ...knows,
    model: {
      embedDocuments: async (texts) => texts.map(embed),
      embedQuery: async (text) => embed(text),
    },
  };
}

function bySpelling() {
  const spellingOf = spellings(dimensions);
  return { vectorOf: (text: string) => spellingOf(differentWordsIn(text)) };
}

function bySpellingAndMeaning() {
  const table = wordMeanings();
  const spelt = dimensions - table.dimensions;
  const spellingOf = spellings(spelt);
  const meaningOf = meanings(table);
  const vectorOf = (text: string) => {
    const words = differentWordsIn(text);
    const vector = new Float64Array(dimensions);
    vector.set(scaled(spellingOf(words), 1));
    vector.set(meaningOf(words), spelt);
    return vector;
  };
  const parts: VectorParts = {
    spelling: (vector) => partOf(vector, 0, spelt),
    meaning: (vector) => partOf(vector, spelt, dimensions),
  };
  return { vectorOf, words: table, parts };
}

/**
 * Makes what words mean together, as long as the square of the share of them that are known: what is misspelt or of
 * another language is left to its spelling.
 */
function meanings(table: WordMeanings): (words: Set<string>) => Float64Array {
  const placeOf = remembering((word) => (stopWords.has(word) ? stopWord : table.placeOf(word)), 20_000);
  return (words) => {
    const sum = new Float64Array(table.dimensions);
    let [known, all] = [0, 0];
    for (const word of words) {
      const place = placeOf(word);
      if (place === stopWord) continue;
      all++;
      if (place === -1) continue;
      known++;
      table.add(place, rarityAt(place), sum);
    }
    const share = known / Math.max(all, 1);
    return share < leastKnown ? sum.fill(0) : scaled(sum, share * share);
  };
}

const stopWord = -2;

/** Common words tell little; the place of a word in the table, the commonest first, stands in for how rare it is. */
const rarityAt = (place: number) => place / (place + 3000);

function partOf(vector: Float32Array, from: number, to: number): Float32Array | null {
  const part = vector.map((value, at) => (at >= from && at < to ? value : 0));
  return part.some((value) => value !== 0) ? part : null;
}

/** Makes a vector as long as wanted, in place; one of zeros stays so. */
function scaled(vector: Float64Array, wanted: number): Float64Array {
  const length = lengthOf(vector);
  if (length !== 0) for (let n = 0; n < vector.length; n++) vector[n] = (vector[n]! / length) * wanted;
  return vector;
}

function lengthOf(vector: Float64Array): number {
  let squares = 0;
  for (let n = 0; n < vector.length; n++) squares += vector[n]! * vector[n]!;
  return Math.sqrt(squares);
}
