/** The program's own words: every language says all of it, with the same to put in. */
import { describe, expect, it } from 'vitest';
import { english } from '../../src/answering/phrases/english.ts';
import type { Phrases } from '../../src/answering/phrases/phrase-table.ts';
import { sayingIn } from '../../src/answering/phrases/saying.ts';

const phrases = Object.keys(english) as (keyof Phrases)[];
const parts = Object.fromEntries(
  [
    ...Object.values(english)
      .join(' ')
      .matchAll(/\{(\w+)\}/gu),
  ].map(([, name]) => [name, `<${name}>`]),
);
/** Left out where the language needs them not. */
const mayLack = new Set(['called']);

describe.each(['fr', 'es', 'ru', 'zh', 'ar'])('%s', (language) => {
  const say = sayingIn(language);
  it.each(phrases)('%s', (phrase) => {
    const said = say(phrase, parts);
    const wanted = english[phrase].match(/\{\w+\}/gu) ?? [];
    for (const name of wanted.map((each) => each.slice(1, -1)))
      if (!mayLack.has(name)) expect(said).toContain(`<${name}>`);
    expect(said).not.toMatch(/[{}]|undefined/u);
    if (phrase !== 'byWhen' && phrase !== 'columnOrganisation' && phrase !== 'sideSaid' && phrase !== 'goesOn')
      expect(said).not.toBe(sayingIn('en')(phrase, parts));
  });
});

it('is English where a language is not known', () => {
  expect(sayingIn('tlh')('hello')).toBe('Hello.');
  expect(sayingIn(null)('hello')).toBe('Hello.');
});

it('writes days, lists and marks as the language does', () => {
  const quote = { speaker: 'Ana Ruiz', n: 1 };
  const nobody = { speaker: null, n: 2 };
  expect(sayingIn('en').names([quote, nobody, { ...quote, n: 3 }])).toBe('Ana Ruiz [1][3] and an unknown speaker [2]');
  expect(sayingIn('fr').names([quote, nobody])).toBe('Ana Ruiz [1] et une personne non identifiée [2]');
  expect(sayingIn('fr').day('2031-05-14')).toBe('14 mai 2031');
  expect(sayingIn('fr').day('2031-07-01')).toBe('1er juillet 2031');
  expect(sayingIn('fr').day('2031-07-11')).toBe('11 juillet 2031');
  expect(sayingIn('zh').listed(['甲', '乙', '丙'])).toBe('甲、乙和丙');
  expect(sayingIn('en').where([])).toContain('no session that can be read here');
});

describe('where was looked', () => {
  const where = (title: string) => sayingIn('en').where([{ title, date: '2031-05-14' }]);
  it('has a short title whole', () =>
    expect(where('Harbours and Tides: Who Pays')).toBe('the session Harbours and Tides: Who Pays (14 May 2031)'));
  it('has a long one by how it begins and ends', () =>
    expect(
      where('Renewing the Locks of the Upper Valley and the Lower Valley for Barges, Ferries and Rowing Boats'),
    ).toBe('the session Renewing the Locks of … and Rowing Boats (14 May 2031)'));
  it('leaves one without blanks as it is', () => expect(where('河'.repeat(90))).toContain('河'.repeat(90)));
});
