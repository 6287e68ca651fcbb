import { expect, it } from 'vitest';
import { languageName, languageOf, phrasesIn, primary } from '../../src/words/language.ts';

function check(text: string, expected: string | null): void {
  expect(languageOf(text)).toBe(expected);
}

it.each<[string, string | null]>([
  ['How many seals were counted in the bay?', 'en'],
  ['A frost warning would cost 40,000 crowns a year.', 'en'],
  ['Combien de phoques ont été comptés dans la baie ?', 'fr'],
  ['¿Cuántas focas se contaron en la bahía?', 'es'],
  ['Wie viele Robben wurden in der Bucht gezählt?', 'de'],
  ['Quantas focas foram contadas na baía?', 'pt'],
  ['Сколько тюленей насчитали?', 'ru'],
  ['كم عدد الفقمات؟', 'ar'],
  ['数到了多少只海豹？', 'zh'],
  ['アザラシは何頭ですか', 'ja'],
  ['Dredging', null],
  ['PWNED', null],
  ['312', null],
  ['', null],
])('%s', (text, expected) => check(text, expected));

it('names a language in another', () => expect(languageName('en', 'fr')).toBe('anglais'));
it('has its phrases in English where it has none', () => expect(phrasesIn('ja')).toBe(phrasesIn('en')));
it.each<[string | null, string | null]>([
  ['fr', 'fr'],
  ['fr-CH', 'fr'],
  ['FR_fr', 'fr'],
  ['English (machine)', null],
  ['', null],
  [null, null],
])('reads the tag %s', (tag, expected) => expect(primary(tag)).toBe(expected));
