import { expect, it } from 'vitest';
import { otherSpelling } from '../../src/words/english-spellings.ts';

it.each([
  ['centres', 'centers'],
  ['center', 'centre'],
  ['digitalisation', 'digitalization'],
  ['organizations', 'organisations'],
  ['marginalised', 'marginalized'],
  ['labour', 'labor'],
  ['harbors', 'harbours'],
  ['behavioural', 'behavioral'],
  ['defence', 'defense'],
  ['analyzed', 'analysed'],
  ['travelling', 'traveling'],
  ['programme', 'program'],
  ['boat', null],
  ['water', null],
  ['tides', null],
])('%s is also written %s', (word, other) => expect(otherSpelling(word)).toBe(other));
