/** Judging whether a phrase means a person, and how surely. */
import { stemmer } from 'stemmer';
import { acronymsOf, courtesies, fold, readName, sound, tokensOf } from '../words/names.ts';
import { wordList } from '../words/word-list.ts';
import { forms, type Asked, type AskedWord } from './asked-phrase.ts';
import { wholeName, type KnownPerson } from './known-person.ts';
import { countryOf } from './country-adjectives.ts';
import { isCountry } from './nationality.ts';
import {
  holdsOffice,
  isOfAnother,
  isOfCountry,
  isOnlyFormer,
  speakingFor,
  speaksAsCountry,
  speaksForCountry,
} from './offices.ts';
import { mayBeMisspelt, misspelling } from './misspelling.ts';
import type { Person } from './person.ts';
import { isGeneric, roleNouns } from './roles.ts';
import { allNamesOf } from './person.ts';

export interface Match {
  person: Person;
  how: 'name' | 'role' | 'affiliation' | 'acronym' | 'spelling' | 'introduction';
  /** From 0 to 1. */
  score: number;
}

/** What a person has of every word asked; null where a word has nothing to do with them. */
export function judge(known: KnownPerson, asked: Asked): Match | null {
  const { person } = known;
  const words = asked.words.filter(({ word }) => !forms.has(word) || known.names.has(word));
  if (words.length === 0 || !speaksForCountry(known.offices, known.names, asked)) return null;
  // Some records have an office for a name.
  if (!holdsOffice([person.name], asked)) return null;
  let named = 0;
  let heard = 0;
  let apart = 0;
  const others: AskedWord[] = [];
  const matchedNames = new Set<string>();
  for (const asking of words) {
    const own = asking.variants.find(
      (variant) => (known.names.has(variant) && !asking.initial) || (variant.length === 1 && known.names.has(variant)),
    );
    if (
      own !== undefined &&
      !matchedNames.has(known.names.get(own) ?? own) &&
      !(asking.initial && words.length === 1 && own.length === 1 && known.names.size > 1 && !isGeneric(person.name))
    ) {
      named += 1;
      if (known.hearsay.has(own)) heard += 1;
      matchedNames.add(known.names.get(own) ?? own);
    } else others.push(asking);
  }
  const rest: AskedWord[] = [];
  for (const asking of others) {
    const starts = [...known.names.keys()].some(
      (name) =>
        !matchedNames.has(known.names.get(name) ?? name) &&
        (asking.initial
          ? name.startsWith(asking.word)
          : named > 0 && asking.word.length > 2 && name.startsWith(asking.word) && name.length > asking.word.length),
    );
    if (starts && named > 0) named += 1;
    else rest.push(asking);
  }
  const all = rest.map(({ word }) => word);
  if (isOfAnother(known.offices, all)) return null;
  const unexplained: AskedWord[] = [];
  for (const asking of rest) {
    if (known.facts.has(asking.stem) || known.acronyms.has(asking.word) || leads(known, asking.word)) continue;
    if (countryOf(asking.word) !== null && isOfCountry(known.offices, asking.word, all)) continue;
    const nearest = mayBeMisspelt(asking.word)
      ? Math.min(
          ...[...known.names.keys()]
            .filter((name) => !matchedNames.has(name))
            .map((name) => misspelling(asking.word, asking.sounds, name, sound(name)) ?? 9),
        )
      : 9;
    if (nearest > 2) unexplained.push(asking);
    else {
      apart += Math.max(nearest, 0.5);
      named += 1;
    }
  }
  if (unexplained.length > 0) return organisationOf(known, asked);
  const factWords = words.length - named;
  if (named > 0 && apart > 0) return { person, how: 'spelling', score: 0.78 - 0.06 * apart };
  if (named > 0 && heard === named) return { person, how: 'introduction', score: 0.8 };
  if (named > 0 && factWords === 0) {
    const whole = wholeName(
      words.map(
        ({ variants, word }) => known.names.get(variants.find((variant) => known.names.has(variant)) ?? '') ?? word,
      ),
    );
    return { person, how: 'name', score: known.wholeNames.includes(whole) && words.length > 1 ? 1 : 0.92 };
  }
  if (
    named > 0 &&
    words.some((asking) => asking.variants.some((variant) => known.names.has(variant)) && asking.word.length > 1)
  )
    return { person, how: 'name', score: 0.9 };
  return organisationOf(known, asked);
}

/** How much less an organisation of the past counts than one of the present. */
const past = 0.1;

function organisationOf(known: KnownPerson, asked: Asked): Match | null {
  const { person } = known;
  if (!holdsOffice(known.offices, asked)) return null;
  const words = asked.words.filter(({ word }) => !forms.has(word));
  const sought = words.map(({ word }) => word);
  // "The President" is not whoever was one of something once.
  if (sought.length === 1 && roleNouns.has(sought[0]!) && isOnlyFormer(known.offices, sought[0]!)) return null;
  const isOfState =
    isCountry(words.map(({ raw }) => raw).join(' ')) ||
    (asked.forms.some((form) => speakingFor.has(form)) && isNational(sought));
  if (isOfState && !speaksAsCountry(known.offices, sought)) return null;
  const personal = asked.forms.length > 0;
  let best: Match | null = null;
  const offer = (how: Match['how'], score: number) => {
    if (!best || best.score < score) best = { person, how, score };
  };
  if (isOfState) offer('affiliation', 0.75);
  if (sought.length === 1 && sought[0] !== undefined && known.acronyms.has(sought[0])) {
    const former = known.organisations.filter(({ words: own }) => own.includes(sought[0]!));
    offer('acronym', 0.85 - (former.length > 0 && former.every((organisation) => organisation.former) ? past : 0));
  }
  if (sought.length > 1)
    for (const acronym of acronymsOf(asked.tokens))
      if (known.writtenAcronyms.has(acronym) || (acronym.length > 3 && known.acronyms.has(acronym)))
        offer('acronym', 0.83);
  for (const { words: own, former } of known.organisations) {
    const at = positionOf(own, sought);
    if (at < 0) continue;
    if (own.length === sought.length)
      offer(
        'affiliation',
        (sought.length > 1 || fold(person.affiliation ?? '') === own.join(' ') ? 0.85 : 0.75) - (former ? past : 0),
      );
    else if (sought.length > 1) offer('affiliation', (at === 0 ? 0.82 : 0.8) - (former ? past : 0));
    else offer('affiliation', (personal ? 0.65 : 0.45) - (former ? past / 2 : 0));
  }
  const isTold = ({ stem, word }: AskedWord) =>
    known.facts.has(stem) ||
    known.acronyms.has(word) ||
    leads(known, word) ||
    (countryOf(word) !== null && isOfCountry(known.offices, word, sought));
  if (words.every(isTold)) {
    // The head of a role beats a word in passing: `the director` is not one whose role tells of a director's office.
    if (
      (sought.length > 1 || personal || sought.some((word) => roleNouns.has(word))) &&
      holdsOffice(known.offices, asked)
    )
      offer('role', sought.length > 1 ? 0.7 : 0.62);
  }
  // "The Chinese" are all who speak for something Chinese.
  if (sought.length === 1 && countryOf(sought[0]!) !== null && isOfCountry(known.offices, sought[0]!))
    offer('affiliation', 0.7);
  return best;
}

/** Whoever leads a place under another title is its head, and a minister speaks for the ministry. */
function leads(known: KnownPerson, word: string): boolean {
  return (
    (heads.has(word) && leaders.some((leader) => known.facts.has(leader))) || known.facts.has(officeOf[word] ?? '')
  );
}

/** "The Chinese delegation" is of China. */
function isNational(words: string[]): boolean {
  return words.length === 1 && countryOf(words[0]!) !== null;
}

function positionOf(own: string[], sought: string[]): number {
  return own.findIndex((_, at) => sought.every((word, offset) => own[at + offset] === word));
}

/** Of those with a name asked with a title, the ones the records give that title, where any has it. */
export function withTitle(matches: Match[], asked: string[]): Match[] {
  const telling = asked.map(sameTitle).filter((title) => !courtesies.has(title));
  if (telling.length === 0) return asked.length === 0 ? matches : withCourtesy(matches, new Set(asked.map(sameTitle)));
  const having = matches.filter(({ person }) => {
    const known = new Set(
      tokensOf([...allNamesOf(person), person.role ?? '', ...person.introducedAs].join(' ')).map(({ word }) =>
        sameTitle(word),
      ),
    );
    return telling.every((title) => known.has(title));
  });
  const silent = matches.filter(({ person }) => person.role === null && person.introducedAs.length === 0);
  return having.length > 0 ? [...having, ...silent.filter((match) => !having.includes(match))] : matches;
}

/** "Dr Lee" is not "Hon. Sam Lee" where there is a "Dr Anna Lee": whoever is written with other titles alone is not meant then. */
function withCourtesy(matches: Match[], asked: Set<string>): Match[] {
  const written = matches.map((match) => {
    const titles = allNamesOf(match.person).flatMap((name) => readName(name).titles.map(sameTitle));
    return { match, titles, isSo: titles.some((title) => asked.has(title)) };
  });
  return written.some(({ isSo }) => isSo)
    ? written.filter(({ isSo, titles }) => isSo || titles.length === 0).map(({ match }) => match)
    : matches;
}

const sameTitle = (title: string) => sameTitles[title] ?? title;

/** What a title is short for, or is in English. */
export const sameTitles: Record<string, string> = {
  prof: 'professor',
  dra: 'dr',
  doctor: 'dr',
  excellency: 'he',
  profesor: 'professor',
  professora: 'professor',
  professeur: 'professor',
};

/** Those no worse than the best by more than a little. */
export function clearest(matches: Match[]): Match[] {
  const sorted = matches.sort(byScore);
  return sorted.filter(({ score }) => score >= (sorted[0]?.score ?? 0) - 0.045);
}

export function byScore(one: Match, other: Match): number {
  return other.score - one.score;
}

const leaders = wordList('director president chief ceo head secretary leader chair').map((word) => stemmer(word));

/** Words for whoever leads a place, whatever the title there. */
export const heads = new Set(wordList('head chief leader boss'));

/** The stem of the office that speaks for a place of this kind. */
export const officeOf: Record<string, string> = Object.fromEntries(
  Object.entries({
    ministry: 'minister',
    embassy: 'ambassador',
    presidency: 'president',
    secretariat: 'secretary',
  }).map(([place, office]) => [place, stemmer(office)]),
);
