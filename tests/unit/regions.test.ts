import { expect, it } from 'vitest';
import { regionsIn, withRegionsIn } from '../../src/answering/names/regions.ts';

function check(text: string, language: string, ...expected: string[]): void {
  expect(regionsIn(text, language).map(({ code, start, end }) => `${code} ${text.slice(start, end)}`)).toEqual(
    expected,
  );
}

it.each<[string, string, ...string[]]>([
  ['Norway and Guinea-Bissau', 'en', 'NO Norway', 'GW Guinea-Bissau'],
  ['en Norvège', 'fr', 'NO Norvège'],
  ['在挪威', 'zh', 'NO 挪威'],
  ['في النرويج', 'ar', 'NO النرويج'],
  ['в Норвегия', 'ru', 'NO Норвегия'],
  ['из Казахстана в Южную Корею', 'ru', 'KZ Казахстана', 'KR Южную Корею'],
  ['мясо кита и малой библиотеки', 'ru'],
  ['Норвегии, США и КНР', 'ru', 'NO Норвегии', 'US США', 'CN КНР'],
  ['للعراق وفي الأردن', 'ar', 'IQ لعراق', 'JO الأردن'],
  ["la Côte d'Ivoire et la Birmanie", 'fr', "CI Côte d'Ivoire", 'MM Birmanie'],
  ['EE. UU. y Holanda', 'es', 'US EE. UU.', 'NL Holanda'],
  ['Normans and Chadwick', 'en'],
  ['The US, the USA, the U.S. and the United States', 'en', 'US US', 'US USA', 'US U.S', 'US United States'],
  ['the United States of America', 'en', 'US United States of America'],
  ['British boats, the UK and the United Kingdom', 'en', 'GB British', 'GB UK', 'GB United Kingdom'],
  ['Tell us, u.s. or not', 'en'],
  ['', 'en'],
])('%s', (text, language, ...expected) => check(text, language, ...expected));

it.each([
  ['Что говорили о Норвегии?', 'ru', 'en', 'Что говорили о Norway ?'],
  ['谁谈到了挪威？', 'zh', 'en', '谁谈到了 Norway ？'],
  ['Qui a parlé de pêche ?', 'fr', 'en', 'Qui a parlé de pêche ?'],
])('%s is asked of records in another language', (text, language, other, expected) =>
  expect(withRegionsIn(other, text, language)).toBe(expected),
);
