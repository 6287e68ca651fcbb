/** The places that words name, each as long as it is: South Sudan is not Sudan, New Mexico is not Mexico. */
import { fold, regions, smallWords, titles, tokensOf, type Token } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';
import { isStopWord, termsOf } from '../words/terms.ts';
import { countryOf } from './country-adjectives.ts';
import { roleNouns } from './roles.ts';

/** Folded words with each place as one of them, called as its country is: `minister of peru` of "Peruvian minister" has `peru`. */
export function placesIn(words: string[]): string[] {
  const places: string[] = [];
  for (let at = 0; at < words.length;) {
    const { place, length } = longestFrom(words, at);
    places.push(place);
    at += length;
  }
  return places;
}

function longestFrom(words: string[], at: number): { place: string; length: number } {
  const [first] = words.slice(at, at + 1);
  for (const name of longer().get(first!) ?? []) {
    const own = words.slice(at, at + name.length);
    const last = own.at(-1)!;
    for (const end of [last, countryOf(last) ?? last]) {
      const place = [...own.slice(0, -1), end].join(' ');
      if (place === name.join(' ')) return { place: called.get(place) ?? place, length: name.length };
    }
  }
  return { place: countryOf(first!) ?? first!, length: 1 };
}

/**
 * Whether words name a country or a continent only within the name of another, as "South Africa" has Africa in it, where
 * the words that ask for it name it by itself.
 */
export function onlyInOtherPlace(term: string, asked: string, words: string): boolean {
  const named = ofOnePlace().get(term);
  if (named === undefined) return false;
  const said = placesOf(words);
  return placesAsked(asked).includes(named) && !said.includes(named) && said.some((place) => placeWith(named, place));
}

/**
 * Whether words have a country only as somebody's name: "Mr. Jordan", "Nick Brazil, the deputy principal". What stands
 * before it in the question makes it theirs: who asks of Nick Brazil means him.
 */
export function onlyAsSurname(term: string, asked: string, words: string): boolean {
  const country = ofOneWord().get(term);
  if (country === undefined) return false;
  const tokens = tokensOf(words);
  const places = tokens.flatMap(({ word }, at) => (word === country || countryOf(word) === country ? [at] : []));
  return (
    places.length > 0 && places.every((at) => isSurname(tokens, at) && !wordsAsked(asked).has(tokens[at - 1]!.word))
  );
}

/** After a title; or after a given name, where their office or what they said follows. */
function isSurname(tokens: Token[], at: number): boolean {
  const [before, own, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (!before?.capital || own.afterBreak) return false;
  if (titles.has(before.word) && !roleNouns.has(before.word)) return true;
  if (before.upper || smallWords.has(before.word) || isStopWord(before.word) || !after) return false;
  const apposed = tokens.slice(at + 1, at + 1 + wordsOfOffice);
  const isOfOffice = after.afterBreak && !after.capital && apposed.some(({ word }) => roleNouns.has(word));
  return isOfOffice && !regions().has(`${before.word} ${own.word}`);
}

const wordsOfOffice = 4;

/** Countries whose whole name is one word, by its term. */
function ofOneWord(): Map<string, string> {
  return (single ??= new Map(
    [...regions()].filter((name) => !name.includes(' ')).flatMap((name) => termsOf(name).map((term) => [term, name])),
  ));
}
let single: Map<string, string> | undefined;

const placesOf = (text: string) => placesIn(fold(text).split(/[^\p{L}]+/u));
/** Of a question, which is held beside every sentence. */
const placesAsked = remembering(placesOf, 20);
const wordsAsked = remembering((asked) => new Set(tokensOf(asked).map(({ word }) => word)), 20);
const placeWith = (name: string, place: string) => place.length > name.length && place.split(' ').includes(name);

/** Places whose whole name is one word and stands in another's too, by its term. */
function ofOnePlace(): Map<string, string> {
  if (shared) return shared;
  const within = new Set([...longer().values()].flat(2));
  const single = [...regions(), ...continents].filter((name) => !name.includes(' ') && within.has(name));
  return (shared = new Map(single.flatMap((name) => termsOf(name).map((term) => [term, name]))));
}
let shared: Map<string, string> | undefined;
const continents = ['africa', 'asia', 'europe', 'oceania'];

/** Names of several words by their first, the longest before the others. */
function longer(): Map<string, string[][]> {
  if (byFirst) return byFirst;
  const names = [
    ...[...regions()].map((region) => region.split(/[^\p{L}]+/u)),
    ...others,
    ...[...called.keys()].map(wordsOf),
  ];
  return (byFirst = Map.groupBy(
    names.filter(({ length }) => length > 1).toSorted((one, other) => other.length - one.length),
    ([first]) => first!,
  ));
}
let byFirst: Map<string, string[][]> | undefined;

const wordsOf = (name: string) => name.split(' ');

/** Places that have a country in their names, or its adjective, and are another. */
const others = `
  african american, american indian, british columbia, central american, democratic republic of the congo, east german
  georgia institute, georgia state, georgia tech, gulf of mexico, indian ocean, jordan river, latin american, native american
  new england, new mexico, niger delta, north american, northern ireland, papua new guinea, south american, state of georgia
  university of georgia, west indian, west indies`
  .split(/[,\n]/u)
  .map((name) => wordsOf(name.trim()));

/** Countries by names that have another's in them. */
const called = new Map([
  ['north korean', 'north korea'],
  ['democratic people s republic of korea', 'north korea'],
  ["democratic people's republic of korea", 'north korea'],
  ['republic of south sudan', 'south sudan'],
]);
