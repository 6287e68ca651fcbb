import { describe, expect, it } from 'vitest';
import { spelledAs } from '../../src/retrieval/spelling.ts';

const said = ['river', 'gaug', 'measur', 'hydrolog', 'rival', 'station', 'statut'];

function check(query: string, expected: string, known: string[] = said) {
  expect(spelledAs(query, [said], (term) => known.includes(term))).toBe(expected);
}

describe('a word that nobody used', () => {
  it('is put as somebody wrote it, one letter apart', () => check('Which rivver?', 'Which river?'));
  it('may be two letters apart where it is long', () => check('the hydorlogi of it', 'the hydrolog of it'));
  it('may have two letters swapped', () => check('statoin', 'station'));
  it('is put as the nearest of several', () => check('rivalr', 'rival'));
  it('stays where none is near', () => check('Which zeppelin?', 'Which zeppelin?'));
  it('stays where it is short', () => check('the gag', 'the gag'));
  it('keeps its first letter', () => check('siver', 'siver'));
  it('stays where it has figures', () => check('river2x', 'river2x'));
});

describe('a word that somebody used', () => {
  it('stays as it is', () => check('rivers and rivals', 'rivers and rivals'));
  it('stays though another is near', () => check('riven', 'riven', [...said, 'riven']));
});

describe('what else is in a query', () => {
  it('stays as it is', () => check('“RIVVER”, or what?', '“river”, or what?'));
  it('may be nothing', () => check('', ''));
  it('may be in any script', () => check('речкаа 河流', 'речкаа 河流'));
});
