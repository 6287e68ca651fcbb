import { describe, expect, test } from 'vitest';
import { looksLikeName, peopleOfPage } from '../../src/records/formats/digwatch-people.ts';

function isFound(known: string, written: string): boolean {
  const people = peopleOfPage();
  people.add(known);
  return people.find(written) === known;
}

function spellingsIn(text: string): string[] {
  const people = peopleOfPage();
  people.add('Daorong Wen');
  people.add('Par Lindqvale');
  people.scan(text);
  return people.speakers().flatMap((speaker) => speaker.otherNames);
}

describe('one person, spelt otherwise', () => {
  test('name order', () => expect(isFound('Daorong Wen', 'Wen Daorong')).toBe(true));
  test('diacritics', () => expect(isFound('Par Lindqvale', 'Pär Lindqvale')).toBe(true));
  test('ae for ä', () => expect(isFound('Per Aldersbaecher', 'Per Aldersbächer')).toBe(true));
  test('ä for ae', () => expect(isFound('Per Aldersbächer', 'Per Aldersbaecher')).toBe(true));
  test('ø for o', () => expect(isFound('Øystein Håkvik', 'Oystein Hakvik')).toBe(true));
  test('titles', () => expect(isFound('Nkechi Oduwale', 'H.E. Dr. Nkechi Oduwale')).toBe(true));
  test('case', () => expect(isFound('Nkechi Oduwale', 'NKECHI ODUWALE')).toBe(true));
  test('what stands in brackets', () => expect(isFound('Teuila Fanene', 'Teuila Fanene (online)')).toBe(true));
  test('a hyphen', () => expect(isFound('Idris Okonjo-Bell', 'Idris Okonjo Bell')).toBe(true));
});

describe('not one person', () => {
  test('a surname alone', () => expect(isFound('Nkechi Oduwale', 'Oduwale')).toBe(false));
  test('one name more', () => expect(isFound('Maria Farol', 'Ana Maria Farol')).toBe(false));
  test('one letter else', () => expect(isFound('Lena Fara', 'Lena Fare')).toBe(false));
  test('two in one list, of the same words', () => {
    const people = peopleOfPage();
    people.add('Wen Li', 'Engineer');
    people.add('Li Wen', 'Poet');
    expect(people.speakers().map((speaker) => speaker.role)).toEqual(['Engineer', 'Poet']);
    expect(people.find('Li Wen')).toBe('Li Wen');
    expect(people.find('LI WEN')).toBeNull();
  });
});

describe('spellings in running text', () => {
  test('are kept', () =>
    expect(spellingsIn('As Mr. Wen Daorong told Pär Lindqvale’s team')).toEqual(['Wen Daorong', 'Pär Lindqvale']));
  test('but not across a full stop', () => expect(spellingsIn('We thank Wen. Daorong is a river.')).toEqual([]));
  test('nor where only the case differs', () => expect(spellingsIn('DAORONG WEN')).toEqual([]));
});

describe('the look of a name', () => {
  test.each([
    'Nkechi Oduwale',
    'Dr. Nkechi Oduwale',
    'Ana Maria de la Farol',
    'Audience',
    'Audience member 2',
    'Speaker 1',
    'MODERATOR',
    'Online moderator',
    '文道荣',
    'J. R. Alder',
    "Siobhán O'Hara",
    'An Nguyen',
    'He Ting',
    'Wen Li (online)',
  ])('%s', (name) => expect(looksLikeName(name)).toBe(true));
  test.each([
    'So',
    'And he said',
    'The question',
    'First',
    'My point',
    'what I mean',
    'At 9',
    'Well, Marisol',
    'Yes! Nkechi',
    'In the year of the flood we all remember',
    '',
  ])('not "%s"', (words) => expect(looksLikeName(words)).toBe(false));
});
