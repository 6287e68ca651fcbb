import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermPlaces } from '../../src/retrieval/term-places.ts';

const places = new TermPlaces(['harbour due harbour', '', 'due', 'dune harbourmaster']);

describe('the terms of a session', () => {
  it('are told with the sentences they stand in, each once', () => {
    expect(places.get('harbour')).toEqual([0]);
    expect(places.get('due')).toEqual([0, 2]);
    expect(places.get('harb')).toBeUndefined();
    expect(places.has('')).toBe(false);
  });
  it('are told by how they begin and end', () => {
    expect([...places.starting('harbour')]).toEqual(['harbour', 'harbourmaster']);
    expect([...places.ending('ue')]).toEqual(['due']);
    expect([...places.ending('mast')]).toEqual([]);
  });
  it('are the same whether they are looked up or listed', () => {
    const term = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '海'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.array(term)), (sentences) => {
        const said = sentences.map((terms) => terms.join(' '));
        const [looked, listed] = [new TermPlaces(said), new TermPlaces(said)];
        const all = new Set(sentences.flat());
        expect(new Set(listed.keys())).toEqual(all);
        for (const each of all) {
          expect(looked.get(each)).toEqual(listed.get(each));
          expect(looked.starting(each)).toEqual(new Set([...all].filter((other) => other.startsWith(each))));
          expect(looked.ending(each)).toEqual(new Set([...all].filter((other) => other.endsWith(each))));
        }
      }),
    );
  });
});
