/** Who is meant by an office in another language than English: "le délégué du Gabon", "делегат Казахстана", "何副部长". */
import { fold, tokensOf, type Token } from '../words/names.ts';
import { languageWords } from '../words/languages/languages.ts';
import type { Language } from '../words/languages/language-words.ts';
import { remembering } from '../words/remembering.ts';
import { termsOf } from '../words/terms.ts';
import { wordList } from '../words/word-list.ts';
import type { Person } from './person.ts';

export interface CalledOffice {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Nobody where an office is named that nobody of the library holds. */
  people: Person[];
}

/** Finds the offices that a text names, in many texts. What the people hold is read at the first. */
export function officesAmong(people: Person[]): (text: string) => CalledOffice[] {
  let held: Held | null = null;
  return (text) =>
    han.test(text) ? officesInHan(text, people) : officesInWords(tokensOf(text), (held ??= heldBy(people)));
}

/** Whether a word is an office, or what is said before a name to be polite: "la directora", "госпожа". */
export const isTitleElsewhere = remembering(
  (word) => termsOf(word).some((term) => offices.has(term) || courtesies.has(term)),
  5_000,
);

function officesInWords(tokens: Token[], { held, heads }: Held): CalledOffice[] {
  return tokens.flatMap((token, first) => {
    if (isOffice(token)) return officeAt(tokens, first, held) ?? [];
    return heads.has(termsOf(token.raw)[0] ?? '') ? (wholeAt(tokens, first, held) ?? []) : [];
  });
}

/** Who holds an office, and the first words of these. */
interface Held {
  held: { person: Person; role: Role }[];
  heads: Set<string>;
}

function heldBy(people: Person[]): Held {
  const held = people.flatMap((person) => {
    const role = person.role ?? besideName(person.name);
    return role === null ? [] : [{ person, role: readRole(role) }];
  });
  return { held, heads: new Set(held.map(({ role }) => role.head)) };
}

/** "Marc Delorme, Union des opérateurs" is of the Union, where a record has nothing else of him. */
function besideName(name: string): string | null {
  const comma = name.search(/[,،]/u);
  const office = name.slice(comma + 1).trim();
  return comma > 0 && (office.includes(' ') || isTitleElsewhere(office)) ? office : null;
}

/** Those who hold what is called from a token on: all of its words are of their office, and the first is the first of it. */
function officeAt(tokens: Token[], first: number, held: { person: Person; role: Role }[]): CalledOffice | null {
  const [head] = termsOf(tokens[first]!.raw);
  const called = held
    .filter(({ role }) => role.head === head)
    .map(({ person, role }) => ({ person, ...reach(tokens, first, role.terms) }))
    .filter(({ last }) => !goesOn(tokens, last));
  const most = Math.max(0, ...called.map(({ count }) => count));
  const best = called.filter(({ count }) => count === most);
  const span = (last: number, people: Person[]) => ({ start: tokens[first]!.start, end: tokens[last]!.end, people });
  // A head alone tells who is meant where only one has it.
  if (best.length === 1 || (most > 1 && best.length > 0))
    return span(
      best[0]!.last,
      best.map(({ person }) => person),
    );
  const country = speakingFor.has(head!) ? countryAfter(tokens, first) : null;
  return country === null ? null : span(country, []);
}

/** Those whose role stands there whole, be it what they are or whom they speak for: "le syndicat des enseignants". */
function wholeAt(tokens: Token[], first: number, held: { person: Person; role: Role }[]): CalledOffice | null {
  const [head] = termsOf(tokens[first]!.raw);
  const called = held.filter(({ role }) => role.head === head && role.terms.size > 1);
  const whole = called
    .map(({ person, role }) => ({ person, role, ...reach(tokens, first, role.terms) }))
    .filter(({ role, count }) => count === role.terms.size);
  if (whole.length === 0) return null;
  return { start: tokens[first]!.start, end: tokens[whole[0]!.last]!.end, people: whole.map(({ person }) => person) };
}

/** The last of the words after the first that are all of an office, and how many tell something. */
function reach(tokens: Token[], first: number, terms: Set<string>): { last: number; count: number } {
  let [last, count] = [first, 1];
  for (let at = first + 1; at < tokens.length && !tokens[at]!.afterBreak; at += 1) {
    const own = termsOf(tokens[at]!.raw);
    if (own.length === 0) continue;
    if (!own.every((term) => terms.has(term))) break;
    [last, count] = [at, count + 1];
  }
  return { last, count };
}

/** "Le délégué du Japon", "делегат Японии" and "مندوب اليابان" go on after the office itself. */
function goesOn(tokens: Token[], last: number): boolean {
  return countryAfter(tokens, last) !== null;
}

function countryAfter(tokens: Token[], at: number): number | null {
  // Arabic has no article before what a country follows: "مندوب اليابان".
  if (tokens[at]!.raw.startsWith('ال')) return null;
  let next = at + 1;
  while (ofWords.has(tokens[next]?.word ?? '') && !tokens[next]!.afterBreak) next += 1;
  const token = tokens[next];
  if (!token || token.afterBreak) return null;
  if (/^\p{Script=Arabic}/u.test(token.raw)) return termsOf(token.raw).length > 0 ? next : null;
  return token.capital ? next : null;
}

interface Role {
  head: string;
  terms: Set<string>;
}

const readRole = remembering((role): Role => {
  const terms = tokensOf(role).flatMap(({ raw }) => termsOf(raw));
  return { head: terms[0] ?? '', terms: new Set(terms) };
}, 5_000);

/** Chinese: an office as it stands, a surname with the end of one, "何副部长", and its end alone where one person has it: "局长". */
function officesInHan(text: string, people: Person[]): CalledOffice[] {
  return people.flatMap((person) => {
    const { name, role } = person;
    if (role === null || !han.test(role) || !han.test(name)) return [];
    const end = role.slice(-2);
    const isTheirsAlone = offices.has(end) && people.filter((other) => other.role?.endsWith(end)).length === 1;
    const ways = [
      role,
      ...[4, 3, 2].map((length) => name.slice(0, 1) + role.slice(-length)),
      ...(isTheirsAlone ? [end] : []),
    ];
    const said = ways.find((way) => (way.length > 2 || way === end) && text.includes(way));
    const start = said === undefined ? -1 : text.indexOf(said);
    return start < 0 ? [] : [{ start, end: start + said!.length, people: [person] }];
  });
}

const han = /\p{Script=Han}/u;
const ofWords = new Set(wordList('de du del des d la le l les los las el'));
const termsOfAll = (of: (language: Language) => string | undefined) =>
  new Set(Object.values(languageWords).flatMap((language) => termsOf(of(language) ?? '')));
const speakingFor = termsOfAll(({ speakingFor: words }) => words);
const offices = new Set([...speakingFor, ...termsOfAll(({ offices: words }) => words)]);
const courtesies = termsOfAll(({ courtesies: words }) => words);

function isOffice({ raw }: Token): boolean {
  const [term] = termsOf(fold(raw));
  return term !== undefined && offices.has(term);
}
