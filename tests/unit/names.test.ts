import { describe, expect, test } from 'vitest';
import {
  acronymsOf,
  fold,
  foldVariants,
  properRuns,
  readName,
  regions,
  sound,
  tokensOf,
} from '../../src/words/names.ts';

// Every name here is invented.
test.each([
  ['Åsa ØRSTED', 'asa orsted'],
  ['O’Hare', "o'hare"],
  ['Ndiaye‑Fall', 'ndiaye-fall'],
  ['Weiß', 'weiss'],
  ['Ёлкин', 'елкин'],
  ['مُنى', 'منى'],
  ['林晓明', '林晓明'],
])('%s folds to %s', (text, expected) => expect(fold(text)).toBe(expected));

test.each([
  ['Jäger', 'Jaeger'],
  ['Jäger', 'Jager'],
  ['Møller', 'Moeller'],
  ['Åberg', 'Aaberg'],
  ['Müller', 'Mueller'],
  ['JÄGER', 'jaeger'],
])('%s and %s share a variant', (one, other) => {
  expect(foldVariants(one).some((variant) => foldVariants(other).includes(variant))).toBe(true);
});

test.each<[string, string, boolean]>([
  ['gurov', 'gurow', true],
  ['kari', 'karry', true],
  ['philip', 'filip', true],
  ['lee', 'leo', false],
  ['chen', 'chan', false],
])('%s and %s sound alike: %s', (one, other, alike) => expect(sound(one) === sound(other)).toBe(alike));

test.each<[string, string[], string | null]>([
  ['Dr. Anna-Lena Kov', ['anna', 'lena', 'kov'], null],
  ['H.E. Mr. Tomas Reed', ['tomas', 'reed'], null],
  ['Hon. Ada Field (Minister of Tides)', ['ada', 'field'], 'Minister of Tides'],
  ['Lum | Delta Labs', ['lum'], 'Delta Labs'],
  ['REED, Tomas', ['reed', 'tomas'], null],
  ['S. T. Marlow', ['s', 't', 'marlow'], null],
  ['Professor', ['professor'], null],
  ['', [], null],
])('reads %j', (name, words, aside) => expect(readName(name)).toMatchObject({ words, aside }));

test.each<[string, string[]]>([
  ['UN Conference on Rivers and Harbours', ['uncrh', 'uncrah', 'uncorh', 'uncorah']],
  ['Lake Standards Bureau', ['lsb']],
  ['organisation of lakes', ['ool']],
  ['world lake organisation', ['wlo']],
  ['Lake says No Thing', []],
])('%s could be %j', (phrase, expected) =>
  expect(acronymsOf(tokensOf(phrase)).toSorted()).toEqual(expected.toSorted()),
);

test('finds what is written with capitals', () => {
  const runs = properRuns(tokensOf('Director of the River Office, works in the Open Water team of Northland'));
  expect(runs.map((run) => run.map(({ raw }) => raw).join(' '))).toEqual([
    'Director of the River Office',
    'River Office',
    'Open Water',
    'Northland',
  ]);
});

describe('words of a text', () => {
  test.each<[string, string[]]>([
    ['Kov’s plan, H.E. said.', ['kov', 'plan', 'he', 'said']],
    ["the Lakes' view", ['the', 'lakes', 'view']],
    ['J.-L. Reed', ['j', 'l', 'reed']],
  ])('%s', (text, expected) => expect(tokensOf(text).map(({ word }) => word)).toEqual(expected));
  test('stand where they say', () => {
    const text = 'Is “Ms. O’Hare’s” plan (U.N.) good?';
    for (const { start, end, raw } of tokensOf(text)) expect(text.slice(start, end)).toBe(raw);
  });
});

test('knows places from the data of Intl', () =>
  expect(['japan', 'united nations', 'northland'].map((place) => regions().has(place))).toEqual([true, true, false]));
