/** Whether the office that is asked for is the one somebody holds, and for which country they speak. */
import { fold, partsOf, regions, smallWords, tokensOf } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';
import { wordList } from '../words/word-list.ts';
import type { Asked } from './asked-phrase.ts';
import { countryOf } from './country-adjectives.ts';
import { writingsOf } from './nationality.ts';
import { placesIn } from './places-named.ts';
import { roleNouns } from './roles.ts';

/** "The Secretary of State" is not an under-secretary of it: a word right before an office makes it another. */
export function holdsOffice(offices: string[], asked: Asked): boolean {
  const words = asked.words.map(({ word }) => word);
  if (words.some((word) => lowering.has(word))) return true;
  const nouns = words.filter((word) => roleNouns.has(word));
  const held = offices.map(wordsOf);
  return nouns.every((noun) => {
    const places = held.flatMap((office) =>
      office.flatMap((word, at) => (word === noun ? [office[at - 1] ?? ''] : [])),
    );
    return places.length === 0 || places.some((before) => !lowering.has(before));
  });
}

/** Whether an office is held no more: wherever its word stands, "former" stands before it in the same part. */
export function isOnlyFormer(offices: string[], noun: string): boolean {
  const parts = offices.flatMap((office) => office.split(/[,;()]/u)).map(wordsOf);
  const holding = parts.filter((part) => part.includes(noun));
  return (
    holding.length > 0 && holding.every((part) => part.slice(0, part.indexOf(noun)).some((word) => pastWords.has(word)))
  );
}

/**
 * "The delegate of India" is who spoke for it: whose office or organisation names it. Who only said to come from there
 * is none. Holds for whatever is no country, too.
 */
export function speaksForCountry(offices: string[], names: Map<string, string>, asked: Asked): boolean {
  if (!asked.forms.some((form) => speakingFor.has(form))) return true;
  const words = asked.words.map(({ word }) => word);
  return words.every((word) => {
    if (!regions().has(word) && countryOf(word) === null) return true;
    return names.has(word) || isOfCountry(offices, word, words);
  });
}

/**
 * Whether an office names a country, or is by its adjective of it: `Chinese Academy` and `China Mobile` are Chinese. `asked`
 * are all the words that the one is of: "South Sudanese" asks for no office of Sudan.
 */
export function isOfCountry(offices: string[], word: string, asked: string[] = [word]): boolean {
  const country = countryOf(word) ?? word;
  const ways = new Set([word, country]);
  const place = placesIn(asked).find((each) => each.split(' ').some((own) => ways.has(own))) ?? country;
  return offices.some((office) => placesIn(wordsOf(office)).includes(place));
}

/** Whether offices have the country that is asked for only in the name of another place: a minister of South Sudan is none of Sudan. */
export function isOfAnother(offices: string[], asked: string[]): boolean {
  return placesIn(asked).some(
    (place) =>
      regions().has(place) && offices.some((office) => wordsOf(office).includes(place)) && !isOfCountry(offices, place),
  );
}

/**
 * Whether somebody speaks for a country itself: they are called by it alone, or hold an office of it. A company or an
 * academy that has a country in its name does not speak for it.
 */
export function speaksAsCountry(offices: string[], words: string[]): boolean {
  const country = placesIn(words);
  const clauses = offices.flatMap((office) => {
    const all = office.split(/[,;()]/u).map((clause) => placesIn(wordsOf(clause)));
    const isHeld = all.length === 1 || all.some((own) => own.some((word) => ofState.has(word)));
    return all.map((own) => ({ own, isHeld }));
  });
  return clauses.some(({ own, isHeld }) => {
    // "Peru" alone, and "Minister of Ports, Peru", but no "University of Lima, Peru".
    if (own.filter((word) => !smallWords.has(word)).join(' ') === country.join(' ')) return isHeld;
    return own.some((_, at) => {
      if (!country.every((word, offset) => own[at + offset] === word)) return false;
      const after = own.slice(at + country.length);
      const isClosed = after.length === 0 || smallWords.has(after[0]!);
      // "Ministry of Ports of Peru", "the Peruvian foreign minister": what goes on otherwise has the country in its name.
      return (isClosed ? own.slice(0, at) : after.slice(0, wordsOfOffice)).some((word) => ofState.has(word));
    });
  });
}

const wordsOfOffice = 3;

/** Whether an office or an organisation has a country in its name, or is of it by its adjective, however it is written. */
export function hasCountry(offices: string[], phrase: string): boolean {
  const writings = [phrase.replace(/^the\s+/iu, ''), ...writingsOf(phrase)];
  const names = writings
    .filter((name) => name.length > longestCapitals)
    .map((name) => between(placesIn(wordsOf(name))));
  return offices.some((office) => {
    if (tokensOf(office).some(({ raw, upper }) => upper && writings.includes(raw.replaceAll('.', '')))) return true;
    const own = between(placesIn(wordsOf(office)));
    return names.some((name) => own.includes(name));
  });
}

const between = (places: string[]) => `|${places.join('|')}|`;

/** So short a name is told by its capitals alone. */
const longestCapitals = 3;

const ofState = new Set(
  wordList(`
    government ministry minister delegation delegate representative ambassador embassy mission envoy consul
    president presidency premier chancellor state commissioner parliament senate congress permanent cabinet
    republic kingdom foreign affairs
  `),
);

/** Before an office that somebody held once. */
export const pastWords = new Set(wordList('former formerly previous previously ex past'));

const lowering = new Set(wordList('vice deputy under assistant associate sub co shadow'));
/** Whoever speaks for a country or an organisation. */
export const speakingFor = new Set(wordList('delegate delegation representative'));
/** Whoever holds a high office of a country or an organisation. */
export const governing = new Set(
  wordList('ambassador minister envoy commissioner president premier chancellor consul'),
);

/** The same offices are asked after again and again. */
const wordsOf = remembering((office) => tokensOf(office).flatMap(({ raw }) => partsOf(fold(raw))), 5_000);
