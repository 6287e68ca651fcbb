/** Names of countries. */
import { fold, regions } from '../words/names.ts';
import { placesIn } from './places-named.ts';

/** Whether a phrase is the name of a country or a union of them, whole or by its capitals: "Peru", "United States", "the UK". */
export function isCountry(phrase: string): boolean {
  const name = phrase.trim().replace(/^the\s+/iu, '');
  return regions().has(fold(name)) || writingsOf(name).length > 0;
}

/** Whether a text names a country that goes by its capitals too, however it writes it; null where the country does not. */
export function namesCountry(text: string, phrase: string): boolean | null {
  const writings = writingsOf(phrase);
  const words = ` ${text.replaceAll('.', '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  if (writings.length === 0) return null;
  // "Brazilian diplomacy" is Brazil's, "Latin American" nobody's.
  const folded = fold(words).trim().split(' ');
  const countries = new Set(placesIn(folded).filter((place) => !folded.includes(place)));
  return writings.some((each) => words.includes(` ${each} `) || countries.has(fold(each)));
}

/** "US" and "U.S." as they stand in a text: countries whose letters are another word's where they are written small. */
export function countriesByCapitals(text: string): string[] {
  return text.match(/(?<![\p{L}.])U\.?S\.?(?![\p{L}])/gu) ?? [];
}

/** The ways to write a country, by any of them; empty where it has no more than one. `US` is no "us". */
export function writingsOf(phrase: string): string[] {
  const name = phrase
    .trim()
    .replace(/^the\s+/iu, '')
    .replaceAll('.', '');
  return byWriting.get(name) ?? bySpelling.get(fold(name)) ?? [];
}

const isCapitals = /^\p{Lu}+$/u;

const sameCountry = [
  ['US', 'USA', 'United States', 'United States of America'],
  ['UK', 'United Kingdom', 'Great Britain', 'Britain'],
  ['EU', 'European Union'],
  ['UAE', 'United Arab Emirates', 'Emirates'],
  ['Brazil', 'Brasil'],
  ['Cape Verde', 'Cabo Verde'],
  ['Czechia', 'Czech Republic'],
  ['Eswatini', 'Swaziland'],
  ['Germany', 'Deutschland'],
  ['Ivory Coast', 'Côte d’Ivoire'],
  ['Myanmar', 'Burma'],
  ['Netherlands', 'Holland'],
  ['Russia', 'Russian Federation'],
  ['South Korea', 'Republic of Korea'],
  ['Spain', 'España'],
  ['Turkey', 'Türkiye'],
  ['Vietnam', 'Viet Nam'],
];
const byWriting = new Map(sameCountry.flatMap((writings) => writings.map((each) => [each, writings])));
/** Folded; letters alone are another word's where they are written small. */
const bySpelling = new Map(
  sameCountry.flatMap((writings) =>
    writings.filter((each) => !isCapitals.test(each)).map((each) => [fold(each), writings]),
  ),
);

/** Bodies that speak for a union of countries, by one of its writings. */
export function bodiesOf(phrase: string): string[] {
  return writingsOf(phrase).includes('EU') ? bodiesOfUnion : [];
}

const bodiesOfUnion = [
  'European Commission',
  'European Parliament',
  'Council of the European Union',
  'European External Action Service',
  'Delegation of the European Union',
  'EU Delegation',
];
