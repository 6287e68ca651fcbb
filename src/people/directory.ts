/** Who is meant: from how people name someone to the speakers that could be. */
import { stemmer } from 'stemmer';
import { acronymsOf, fold, sound } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';
import { forms, readPhrase, type Asked, type AskedWord } from './asked-phrase.ts';
import { clearest, heads, judge, officeOf, withTitle, type Match } from './judging.ts';
import { hostsAmong, membersCalled } from './groups.ts';
import { knownBy, type KnownPerson } from './known-person.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { mayBeMisspelt, misspelling } from './misspelling.ts';
import { moderators } from './moderators.ts';
import { countryOf } from './country-adjectives.ts';
import { bodiesOf, writingsOf } from './nationality.ts';
import { officesAmong } from './offices-elsewhere.ts';
import { ofParty } from './parties.ts';
import type { Person } from './person.ts';
import { ofRank } from './ranks.ts';
import { moderatorWords } from './roles.ts';
import { allNamesOf } from './person.ts';

export interface Directory {
  people: Person[];
  /** Everyone a phrase could mean, best first: one when it is clear, several when it is not, none when nobody. */
  find(phrase: string, among?: (person: Person) => boolean): Match[];
  /** By which words each of `people` is found. */
  foundBy: FoundBy[];
  /** Everyone a question names, in its order. */
  mentions(question: string, among?: (person: Person) => boolean): Mention[];
}

/** By which words a person is found: of names, stems of roles and organisations, acronyms, and names written without blanks. */
export type FoundBy = [names: string[], facts: string[], acronyms: string[], unspaced: string[]];

/** Looks people up by names, roles, organisations and acronyms, all from the people themselves; `foundBy` where it is known of each. */
export function directory(people: Person[], foundBy = people.map(foundByOf)): Directory {
  /** Read of whoever is looked at: of a large library these are few. */
  const read = new Map<number, KnownPerson>();
  const byName = new Map<string, Set<number>>();
  const byWhole = new Map<string, Set<number>>();
  const byFact = new Map<string, Set<number>>();
  const byAcronym = new Map<string, Set<number>>();
  const written: { name: string; person: Person }[] = [];
  for (const [id, person] of people.entries()) {
    const [names, facts, acronyms, unspaced] = foundBy[id]!;
    for (const word of names) put(byName, word, id);
    // A single word may be the name of several, of whom this is only one.
    for (const name of allNamesOf(person)) if (/[\s_\d]/.test(name)) put(byWhole, fold(name), id);
    for (const word of facts) put(byFact, word, id);
    for (const acronym of acronyms) put(byAcronym, acronym, id);
    for (const name of unspaced) written.push({ name, person });
  }
  const ofEveryone = officesAmong(people);
  let byLength: Map<number, { word: string; sounds: string }[]> | null = null;

  return {
    people,
    foundBy,
    find: (phrase, among = everyone) => find(phrase, among, true),
    mentions,
  };

  function find(phrase: string, among: (person: Person) => boolean, mayCorrect: boolean): Match[] {
    const asked = readPhrase(phrase);
    const whole = [...(byWhole.get(fold(phrase.trim())) ?? [])].map((id) => people[id]!).filter(among);
    const hosts = hostsAmong(phrase, people).filter(among);
    if (hosts.length > 1) return hosts.map((person) => ({ person, how: 'role', score: 0.85 }));
    const members = membersCalled(phrase, people).filter(among);
    if (members.length > 1) return members.map((person) => ({ person, how: 'affiliation', score: 0.85 }));
    const moderating = asked.words.find(({ word }) => moderatorWords.has(word));
    if (moderating && asked.words.every(({ word }) => moderatorWords.has(word) || forms.has(word)))
      return moderators(
        people.map((_, id) => known(id)),
        moderating.word,
        among,
      );
    const ofOne = ofParty(phrase, people).filter(among);
    if (ofOne.length > 0) return ofOne.map((person) => ({ person, how: 'affiliation', score: 0.85 }));
    const holders = ofRank(phrase, people).filter(among);
    if (holders.length > 0) return holders.map((person) => ({ person, how: 'affiliation', score: 0.85 }));
    if (whole.length > 0) return whole.map((person) => ({ person, how: 'name', score: 1 }));
    if (asked.words.length === 0) return [];
    const exact = [phrase, ...writingsOf(phrase), ...bodiesOf(phrase)]
      .map((name) => (name === phrase ? asked : readPhrase(name)))
      .map((each) => bestOf(candidates(each, false), each, among))
      .find((matches) => matches.length > 0);
    if (exact || !mayCorrect) return exact ?? [];
    const joined = asked.words.map(({ word }) => word).join('');
    // "JL Moreau" writes two initials as one word.
    const spaced = phrase.replace(/(?<!\p{L})(\p{Lu})(\p{Lu})(?=\s)/gu, '$1. $2.');
    if (spaced !== phrase) return find(spaced, among, mayCorrect);
    if (asked.words.length === 2 && byName.has(joined))
      return bestOf(byName.get(joined) ?? new Set(), readPhrase(joined), among);
    return bestOf(candidates(asked, true), asked, among);
  }

  function bestOf(ids: Set<number>, asked: Asked, among: (person: Person) => boolean): Match[] {
    const matches = [...ids]
      .filter((id) => among(people[id]!))
      .map((id) => judge(known(id), asked))
      .filter((match) => match !== null);
    return clearest(withTitle(matches, asked.titles));
  }

  /** Those who have something for every word of the phrase. */
  function candidates(asked: Asked, corrected: boolean): Set<number> {
    const having: Set<number>[][] = [];
    for (const asking of asked.words) {
      if (asking.initial || forms.has(asking.word) || heads.has(asking.word)) continue;
      const sets = [
        ...asking.variants.map((variant) => byName.get(variant)),
        byFact.get(asking.stem),
        byFact.get(officeOf[asking.word] ?? ''),
        byAcronym.get(asking.word),
        byFact.get(stemmer(countryOf(asking.word) ?? '')),
      ];
      if (corrected && !sets.some(Boolean)) sets.push(...corrections(asking).map(({ word }) => byName.get(word)));
      having.push(sets.filter((set) => set !== undefined));
    }
    // Beginning with the rarest word leaves the fewest to look at.
    const [rarest, ...others] = having
      .map((sets) => ({ sets, size: sets.reduce((size, set) => size + set.size, 0) }))
      .toSorted((one, other) => one.size - other.size);
    const ids = new Set(
      rarest?.sets
        .flatMap((set) => Array.from(set))
        .filter((id) => others.every(({ sets }) => sets.some((set) => set.has(id)))),
    );
    // The name of an organisation in full, where the records have its acronym.
    return ids.size > 0
      ? ids
      : new Set(acronymsOf(asked.tokens).flatMap((acronym) => Array.from(byAcronym.get(acronym) ?? [])));
  }

  function known(id: number): KnownPerson {
    let person = read.get(id);
    if (!person) read.set(id, (person = knownBy(people[id]!)));
    return person;
  }

  /** Sounds are needed only where a name is misspelt. */
  function namesOfLength(length: number): { word: string; sounds: string }[] {
    byLength ??= Map.groupBy(
      Array.from(byName.keys(), (word) => ({ word, sounds: soundOf(word) })),
      ({ word }) => word.length,
    );
    return byLength.get(length) ?? [];
  }

  function corrections(asked: AskedWord): { word: string; apart: number }[] {
    if (!mayBeMisspelt(asked.word) || byFact.has(asked.stem)) return [];
    const found: { word: string; apart: number }[] = [];
    for (let length = asked.word.length - 2; length <= asked.word.length + 2; length += 1) {
      for (const { word, sounds } of namesOfLength(length)) {
        const apart = misspelling(asked.word, asked.sounds, word, sounds);
        if (apart !== null) found.push({ word, apart });
      }
    }
    return found;
  }

  function mentions(question: string, among: (person: Person) => boolean = everyone): Mention[] {
    return mentionsIn(
      question,
      (phrase, mayCorrect) => find(phrase, among, mayCorrect),
      written.filter(({ person }) => among(person)),
      among === everyone ? ofEveryone : officesAmong(people.filter(among)),
    );
  }
}

function foundByOf(person: Person): FoundBy {
  const { names, facts, acronyms, unspaced } = knownBy(person);
  return [[...names.keys()], [...facts], [...acronyms], unspaced];
}

/** Of people and the records they are joined of. Who is of the same records as before is not read again: few change from one moment to the next. */
export function foundByOfJoined({ merged, records }: { merged: Person[]; records: Person[][] }): FoundBy[] {
  return merged.map((person, at) => {
    const joined = records[at]!;
    const former = foundBefore.get(joined[0]!);
    if (former?.records.length === joined.length && joined.every((record, which) => record === former.records[which]))
      return former.by;
    const by = foundByOf(person);
    foundBefore.set(joined[0]!, { records: [...joined], by });
    return by;
  });
}

/** By the first of the records. */
const foundBefore = new WeakMap<Person, { records: Person[]; by: FoundBy }>();

/** Of a name: those of a library are the same from one moment to the next. */
const soundOf = remembering(sound, 50_000);

const everyone: (person: Person) => boolean = () => true;

function put(index: Map<string, Set<number>>, word: string, id: number): void {
  const ids = index.get(word);
  if (ids) ids.add(id);
  else index.set(word, new Set([id]));
}
