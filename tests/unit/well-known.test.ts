import { describe, expect, it } from 'vitest';
import { acronymsFor, standsFor } from '../../src/retrieval/well-known.ts';
import { termsOf } from '../../src/words/terms.ts';

describe('acronyms that everybody knows', () => {
  it.each([
    ['eu', 'European Union'],
    ['usa', 'the United States of America'],
    ['us', 'the United States'],
    ['ngo', 'a non-governmental organisation'],
    ['un', 'the United Nations'],
    ['who', 'the World Health Organization'],
  ])('%s stands for %s, and back', (acronym, name) => {
    expect(standsFor(acronym)).toContainEqual(termsOf(name));
    expect(acronymsFor(termsOf(name))).toContain(acronym);
  });
  it.each(['xq', '', 'constructor', '__proto__', 'toString'])('%j is none', (word) => {
    expect(standsFor(word)).toEqual([]);
    expect(acronymsFor([word])).toEqual([]);
  });
  it('are of a whole name alone', () => {
    expect(acronymsFor(termsOf('European'))).toEqual([]);
    expect(acronymsFor(termsOf('European Union of fishermen'))).toEqual([]);
  });
  it('may stand for more than one name', () => expect(standsFor('us').length).toBeGreaterThan(1));
});
