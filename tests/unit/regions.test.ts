import { expect, it } from 'vitest';
import { regionsIn } from '../../src/answering/regions.ts';

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
  ['Normans and Chadwick', 'en'],
  ['The US, the USA, the U.S. and the United States', 'en', 'US US', 'US USA', 'US U.S', 'US United States'],
  ['the United States of America', 'en', 'US United States of America'],
  ['British boats, the UK and the United Kingdom', 'en', 'GB British', 'GB UK', 'GB United Kingdom'],
  ['Tell us, u.s. or not', 'en'],
  ['', 'en'],
])('%s', (text, language, ...expected) => check(text, language, ...expected));
