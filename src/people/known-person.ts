/** What there is to know a person by: words of names, of roles and of organisations. */
import { stemmer } from 'stemmer';
import {
  acronymsOf,
  fold,
  foldVariants,
  partsOf,
  properRuns,
  readName,
  smallWords,
  titles,
  tokensOf,
  type Token,
} from '../words/names.ts';
import { isStopWord } from '../words/terms.ts';
import { formsOfName } from './name-forms.ts';
import { pastWords } from './offices.ts';
import type { Person } from './person.ts';
import { gatherings, isGeneric, moderatorWords, roleNouns } from './roles.ts';
import { isUnspaced } from './unspaced-names.ts';
import { allNamesOf } from './person.ts';

/** Reads what the records and others say of a person. */
export function knownBy(person: Person): KnownPerson {
  const names = new Map<string, string>();
  const wholeNames: string[] = [];
  const hearsay = new Set<string>();
  const known = new Set<string>();
  const offices = [person.role, person.affiliation].filter((office) => office !== null);
  const unspaced: string[] = [];
  const addName = (name: string, given: boolean) => {
    const [own, office] = given ? apartFromOffice(name) : [name];
    if (office) offices.push(office);
    const { words, titles: before, aside } = readName(own);
    for (const title of before) known.add(title);
    if (aside) offices.push(aside);
    if (given && isGeneric(name) && aside)
      for (const word of readName(aside).words) for (const variant of foldVariants(word)) names.set(variant, word);
    const named = words.filter((word) => word.length > 0);
    for (const word of named) {
      for (const variant of [...foldVariants(word), ...formsOfName(word)]) {
        if (!given && !names.has(variant)) hearsay.add(variant);
        if (!names.has(variant)) names.set(variant, word);
      }
    }
    for (const token of tokensOf(name)) {
      // `Al-Rashid` is also written `Alrashid`.
      const parts = partsOf(token.raw);
      if (given && parts.length > 1) names.set(parts.join(''), parts.join(''));
      if (given && token.word.includes("'")) names.set(token.word.replaceAll("'", ''), token.word);
    }
    if (given) wholeNames.push(wholeName(named));
    // "索尔海姆(挪威)" is 索尔海姆.
    const alone = fold(own.replace(inBrackets, '').trim());
    if (given && isUnspaced(alone)) unspaced.push(alone);
  };
  for (const name of allNamesOf(person)) addName(name, true);
  for (const phrase of person.introducedAs) {
    const comma = phrase.indexOf(',');
    const name = comma < 0 ? phrase : phrase.slice(0, comma);
    const tokens = tokensOf(name);
    const isOffice = tokens.some(
      ({ word }, at) =>
        smallWords.has(word) || (roleNouns.has(word) && (at > 0 || tokens.length === 1) && !titles.has(word)),
    );
    if (isOffice) offices.push(phrase);
    else {
      addName(name, false);
      if (comma >= 0) offices.push(phrase.slice(comma + 1));
    }
  }
  const facts = new Set<string>();
  const organisations: KnownPerson['organisations'] = [];
  const acronyms = new Set<string>();
  const writtenAcronyms = new Set<string>();
  const addOrganisation = (tokens: Token[], former: boolean) => {
    for (const run of properRuns(tokens)) {
      const words = run.filter(({ word }) => !smallWords.has(word)).map(({ word }) => word);
      // One word of a longer name, as the country of a ministry, is not the organisation.
      const isOfAll = roleNouns.has(words[0] ?? '') || gatherings.has(words[0] ?? '');
      if (words.length > 1 || (tokens.length === 1 && !isOfAll)) organisations.push({ words, former });
      for (const acronym of acronymsOf(run)) acronyms.add(acronym);
    }
    for (const { upper, word } of tokens) {
      if (upper && word.length > 2) {
        acronyms.add(word);
        writtenAcronyms.add(word);
      }
    }
  };
  const presiding = [person.name].filter((name) => tokensOf(name).some(({ word }) => moderatorWords.has(word)));
  for (const office of [...offices, ...person.says]) {
    const tokens = tokensOf(office);
    if (tokens.some(({ word }) => moderatorWords.has(word))) presiding.push(office);
    for (const part of clausesOf(tokens))
      addOrganisation(
        part,
        part.some(({ word }) => pastWords.has(word)),
      );
    for (const { word, raw, upper } of tokens) {
      // "Who leads the office" makes nobody a representative of the WHO.
      if (isStopWord(word) && !upper) continue;
      for (const part of raw.includes('-') ? [word, ...partsOf(raw)] : [word])
        if (!smallWords.has(part)) facts.add(stemOf(part));
    }
  }
  if (person.affiliation)
    organisations.push({
      words: tokensOf(person.affiliation)
        .filter(({ word }) => !smallWords.has(word))
        .map(({ word }) => word),
      former: false,
    });
  // "Professor Lee" is a professor.
  for (const title of known) if (roleNouns.has(title)) facts.add(stemOf(title));
  return {
    person,
    names,
    offices,
    wholeNames,
    hearsay,
    facts,
    presiding,
    organisations,
    acronyms,
    writtenAcronyms,
    unspaced,
  };
}

export interface KnownPerson {
  person: Person;
  /** Folded words of all their names, and whether it can be misspelt: variants of a word share its value. */
  names: Map<string, string>;
  /** Words of each name as a set, to know a whole one. */
  wholeNames: string[];
  /** Words of names others gave them that are not their own. */
  hearsay: Set<string>;
  /** Stems of the words of roles and organisations. */
  facts: Set<string>;
  /** Their name and offices, where they hold a word for who moderates. */
  presiding: string[];
  /** What records and others say they are: roles, organisations, how they were introduced. */
  offices: string[];
  organisations: { words: string[]; former: boolean }[];
  acronyms: Set<string>;
  writtenAcronyms: Set<string>;
  unspaced: string[];
}

/** "何伟，运营商协会" is 何伟: where no capital tells a name, any word of what follows it would be one. */
function apartFromOffice(name: string): [own: string, office?: string] {
  const comma = caseless.test(name) ? name.search(/[,，،]/u) : -1;
  return comma > 0 ? [name.slice(0, comma).trim(), name.slice(comma + 1).trim()] : [name];
}

const caseless = /^[\p{Script=Arabic}\p{Script=Han}]/u;

/** The words of a name in one order and spelling. */
export function wholeName(words: string[]): string {
  return [...new Set(words.map((word) => foldVariants(word).at(-1) ?? word))]
    .toSorted((one, other) => (one < other ? -1 : 1))
    .join(' ');
}

/** The stretches between marks and before "former". */
function clausesOf(tokens: Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) {
    if (clauses.length === 0 || token.afterBreak || pastWords.has(token.word)) clauses.push([]);
    clauses.at(-1)!.push(token);
  }
  return clauses;
}

// Stemming has its price, and roles use few words.
const stems = new Map<string, string>();
function stemOf(word: string): string {
  const stem = stems.get(word) ?? stemmer(word);
  stems.set(word, stem);
  return stem;
}

const inBrackets = /[(（][^()（）]*[)）]\s*$/u;
