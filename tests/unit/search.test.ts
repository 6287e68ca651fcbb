import { describe, expect, it } from 'vitest';
import { tellingTerms } from '../../src/retrieval/search.ts';

/** A library that knows in how many of its chunks some terms stand. */
const libraryOf = (chunks: number, frequencies: Record<string, number>) => ({ chunkCount: () => chunks, documentFrequency: (term: string) => frequencies[term] ?? 0 });

function check(what: string, terms: string[], library: ReturnType<typeof libraryOf>, expected: string[]) {
  it(what, () => expect(tellingTerms(terms, library)).toEqual(expected));
}

describe('terms looked up', () => {
  const frequencies = { river: 30_000, data: 25_000, open: 21_000, heron: 12, reed: 400 };
  check('are all in a small library, each once', ['river', 'heron', 'river'], libraryOf(10_000, frequencies), ['river', 'heron']);
  check('are the rarer in a large one', ['river', 'heron', 'data', 'reed'], libraryOf(100_000, frequencies), ['heron', 'reed']);
  check('are two at least, however common', ['river', 'data', 'open'], libraryOf(100_000, frequencies), ['open', 'data']);
  check('are none that nobody said, in a large one', ['unsaid', 'heron'], libraryOf(100_000, frequencies), ['heron']);
  check('are the rarest 32 of a long text', Array.from({ length: 200 }, (_, index) => `t${index}`), libraryOf(100, Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`t${index}`, 200 - index]))),
    Array.from({ length: 32 }, (_, index) => `t${199 - index}`));
  check('are none of none', [], libraryOf(100_000, {}), []);
});
