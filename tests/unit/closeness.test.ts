import { describe, expect, it } from 'vitest';
import { closenessTo } from '../../src/answering/matter/closeness.ts';
import { wantedOf } from '../../src/answering/matter/evidence.ts';
import { wordMeanings } from '../../embeddings/word-meanings.ts';
import { meaningsByWords } from '../../src/retrieval/meaning-by-words.ts';
import { readingOf } from '../fixtures/talks.ts';

const talk = readingOf([
  'Ana: Our three largest companies make barrels. Together they are worth nine million crowns. The weather was fine.',
  'Ben: The bakery sells bread.',
  'Ana: Who pays the smith?',
  'Ben: The harbour does.',
]);
const counts = { chunkCount: 100, documentFrequency: () => 1 };
const meanings = meaningsByWords(wordMeanings(), async () => counts);
const closeness = (words: string, index: number, { known = true, beside = [] as number[] } = {}) =>
  closenessTo(wantedOf(words, counts), words, known ? meanings : null, new Map())(talk, index, beside);

describe('how close a sentence comes', () => {
  const words = 'biggest firms worth';
  it('counts what means much the same, and what stands beside it', () => {
    const [first, second, far] = [0, 1, 3].map((index) => closeness(words, index));
    expect(first!.said).toBeGreaterThan(0.3);
    expect(first!.around).toBeGreaterThan(first!.said);
    expect(second!.around).toBeGreaterThan(0.5);
    expect(far!.around).toBeLessThan(0.3);
  });
  it('tells what is said as it is asked from what only means the same', () => {
    const { literal, around } = closeness(words, 1);
    expect(literal).toBeGreaterThan(0.1);
    expect(around).toBeGreaterThan(literal);
  });
  it('is of the words alone where nothing knows what they mean', () => {
    const { said, literal } = closeness(words, 1, { known: false });
    expect(said).toBeGreaterThan(0.1);
    expect(said).toBe(literal);
  });
  it('knows whether the names are said, too', () => {
    expect(closeness('worth in Norway', 1).named).toBe(false);
    expect(closeness('worth to Ana', 1).named).toBe(true);
    expect(closeness('worth nine crowns', 1).named).toBe(true);
  });
  it('does not look beyond the turn, unless told that what stands there belongs to it', () => {
    expect(closeness('smith pays', 5, { known: false }).around).toBe(0);
    expect(closeness('smith pays', 5, { known: false, beside: [4] }).around).toBeCloseTo(0.85);
  });
});
