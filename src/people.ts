/** The people of a library: who a record says took part, and what the transcript itself tells of them. */
import { distance } from 'fastest-levenshtein';
import { fold, foldVariants, partsOf, properPhrases, readName, regions, smallWords, sound, titles, tokensOf, type Token } from './names.ts';
import type { Session, Turn } from './session.ts';

export interface Person {
  name: string;
  /** Every other way records write the name. */
  otherNames: string[];
  role: string | null;
  affiliation: string | null;
  /** Ids of the sessions they speak in. */
  sessions: string[];
  /** Where they speak, and the `Speaker.name` they have there. */
  appearances: { session: string; speaker: string }[];
  /** How others name or introduce them: `Dr. Guri`, `Ms. Ana Kov, Head of the River Office`, `representative of the Ministry`. */
  introducedAs: string[];
  /** Organisations they say they are from. */
  says: string[];
  /** How many other speakers they give the floor to, which tells who moderates. */
  introduces: number;
}

/** Everyone who speaks in the sessions. The same person in several is one; two different people are never one. */
export function peopleOf(sessions: Session[]): Person[] {
  return mergePeople(sessions.flatMap(peopleIn));
}

/** The people of one session: what a library can keep beside it, and `mergePeople` joins. */
export function peopleIn(session: Pick<Session, 'id' | 'speakers' | 'turns'>): Person[] {
  const people = new Map<string, Person>();
  const listed = new Map(session.speakers.map((speaker) => [speaker.name, speaker]));
  for (const name of new Set([...listed.keys(), ...session.turns.flatMap((turn) => turn.speaker ?? [])])) {
    const speaker = listed.get(name);
    people.set(name, {
      name, otherNames: speaker?.otherNames ?? [], role: speaker?.role ?? null, affiliation: speaker?.affiliation ?? null,
      sessions: [session.id], appearances: [{ session: session.id, speaker: name }], introducedAs: [], says: [], introduces: 0,
    });
  }
  listenForIntroductions(session.turns, people);
  for (const turn of session.turns) {
    const person = people.get(turn.speaker ?? '');
    if (person) listenToOneself(turn.text, person);
  }
  return [...people.values()];
}

/** Joins records of the same person: the same words of a full name, in any order and spelling, or nearly so with the same office. */
export function mergePeople(people: Person[]): Person[] {
  const merged: Person[] = [];
  const byKey = new Map<string, Person>();
  const byLongestWord = new Map<string, Person[]>();
  for (const person of people) {
    const keys = [person.name, ...person.otherNames].filter(isFullName).map(keyOf);
    const offices = officesOf(person);
    // A name that is no full name is the same person only within one session, or where the office is the same too.
    if (keys.length === 0) {
      const key = keyOf(person.name);
      keys.push(`${key} in ${person.sessions.join(' ')}`, ...(isGeneric(person.name) ? [] : offices.map((office) => `${key} of ${office}`)));
    }
    const near = nearNames(person.name);
    const same = keys.map((key) => byKey.get(key)).find(Boolean)
      ?? near.flatMap((word) => byLongestWord.get(word) ?? []).find((other) => isNearly(person, other));
    const into = same ?? structuredClone(person);
    if (same) join(same, person);
    else merged.push(into);
    for (const key of keys) byKey.set(key, into);
    for (const word of near) {
      const others = byLongestWord.get(word) ?? [];
      if (!others.includes(into)) byLongestWord.set(word, [...others, into]);
    }
  }
  return merged;
}

/** Whether a name is no one's own: `MODERATOR`, `SPEAKER_01`, `The Chair`, `Unknown`. */
export function isGeneric(name: string): boolean {
  const words = readName(name).words.filter((word) => !smallWords.has(word));
  return words.every((word) => roleNouns.has(word) || genericWords.has(word) || /\d/.test(word) || word.length < 2) || regions().has(fold(name));
}

/** Nouns for a person by what they do, singular. A role has one of them at its head. */
export const roleNouns = new Set(`moderator facilitator chair chairperson chairman chairwoman host presenter interviewer interviewee rapporteur
  representative delegate delegation ambassador minister secretary president director manager head officer coordinator chief leader
  professor lecturer researcher scientist economist engineer lawyer judge judges justice commissioner governor mayor senator deputy
  adviser advisor analyst consultant expert specialist founder cofounder ceo cto cfo member fellow student teacher journalist editor
  administrator executive chancellor dean designer developer architect operator official spokesperson spokesman spokeswoman organiser
  organizer envoy rector principal partner lead scholar author activist physician doctor nurse attendee participant panelist panellist`.split(/\s+/));

const genericWords = new Set(`speaker speakers unknown audience attendees participants panel panelists panellists guest caller voice male female man woman
  person anonymous unidentified user multiple all everyone several various inaudible question answer q online remote room floor vice co former acting secretariat
  interpreter narrator recording video music automated operator captioner scribe first second third`.split(/\s+/));

function join(into: Person, other: Person): void {
  add(into.otherNames, [other.name, ...other.otherNames].filter((name) => name !== into.name));
  add(into.introducedAs, [
    ...other.introducedAs,
    // A second role is another way they were presented.
    into.role !== null && other.role !== into.role ? other.role : null,
    into.affiliation !== null && other.affiliation !== into.affiliation ? other.affiliation : null,
  ]);
  into.role ??= other.role;
  into.affiliation ??= other.affiliation;
  add(into.says, other.says);
  add(into.sessions, other.sessions);
  into.appearances.push(...other.appearances);
  into.introduces += other.introduces;
}

function add(list: string[], values: (string | null)[]): void {
  for (const value of values) if (value && !list.includes(value)) list.push(value);
}

function isFullName(name: string): boolean {
  return !isGeneric(name) && readName(name).words.filter((word) => word.length > 1 && !smallWords.has(word)).length > 1;
}

function keyOf(name: string): string {
  const words = readName(name).words.filter((word) => !smallWords.has(word));
  return (words.length > 0 ? words : [fold(name)]).map((word) => foldVariants(word).at(-1) ?? word).toSorted((one, other) => one.localeCompare(other)).join(' ');
}

function officesOf(person: Person): string[] {
  return [person.role, person.affiliation, readName(person.name).aside].filter((office) => office !== null).map(fold);
}

/** What two spellings of a full name have in common when one letter differs: all but one of its words. */
function nearNames(name: string): string[] {
  if (!isFullName(name)) return [];
  const words = keyOf(name).split(' ');
  return words.map((_, without) => words.filter((_, index) => index !== without).join(' '));
}

function isNearly(one: Person, other: Person): boolean {
  if (!isFullName(other.name) || one.sessions.some((session) => other.sessions.includes(session))) return false;
  const [left, right] = [keyOf(one.name).split(' '), keyOf(other.name).split(' ')];
  const onlyLeft = left.filter((word) => !right.includes(word));
  const onlyRight = right.filter((word) => !left.includes(word));
  const [first, second] = [onlyLeft[0], onlyRight[0]];
  return onlyLeft.length === 1 && onlyRight.length === 1 && first !== undefined && second !== undefined
    && Math.min(first.length, second.length) > 5 && distance(first, second) === 1
    && officesOf(one).some((office) => officesOf(other).includes(office));
}

/**
 * Learns from how speakers name each other: `Mr. Lee, Head of X` anywhere; and beside the turn of a speaker, an
 * invitation before or thanks after with a name nobody else has, however the recogniser spelt it.
 */
function listenForIntroductions(turns: Turn[], people: Map<string, Person>): void {
  const named = [...people.values()].map((person) => ({ person, words: new Set([person.name, ...person.otherNames].flatMap((name) => readName(name).words).flatMap(foldVariants)) }));
  const owners = (words: string[]) => named.filter((entry) => words.every((word) => foldVariants(word).some((variant) => entry.words.has(variant)))).map(({ person }) => person);
  const note = (person: Person, phrase: string) => {
    if (!person.introducedAs.includes(phrase)) person.introducedAs.push(phrase);
  };

  for (const [index, turn] of turns.entries()) {
    const speaker = people.get(turn.speaker ?? '');
    const next = people.get(turns[index + 1]?.speaker ?? '');
    const before = people.get(turns[index - 1]?.speaker ?? '');
    for (const found of namesIn(turn.text)) {
      const meant = owners(found.words);
      const [only] = meant;
      if (meant.length === 1 && only && only !== speaker && (found.title || found.office)) note(only, found.phrase);
    }
    const lines = linesOf(turn.text.slice(-900));
    const last = lines.slice(-4).filter((line) => invitation.test(line)).join(' ');
    if (speaker && next && next !== speaker && last) {
      const names = namesIn(last);
      if (names.some(({ words }) => owners(words).includes(next)) || names.every(({ words }) => owners(words).length === 0)) speaker.introduces += 1;
      for (const { words, title, phrase } of names) if (title && owners(words).length === 0 && isAlike(words, next)) note(next, phrase);
      const office = officeGiven.exec(last);
      if (office?.[1]) note(next, office[1]);
    }
    if (speaker && before && before !== speaker) {
      const thanks = linesOf(turn.text.slice(0, 300)).slice(0, 2).filter((line) => /\b(?:thank|thanks)\b/i.test(line)).join(' ');
      for (const { words, title, phrase } of namesIn(thanks)) if (title && owners(words).length === 0 && isAlike(words, before)) note(before, phrase);
    }
    // A titled name nobody has, that sounds like one person of the session: the recogniser misheard it.
    for (const { words, title, phrase } of namesIn(turn.text)) {
      if (!title || owners(words).length > 0) continue;
      const alike = named.filter((entry) => words.every((word) => word.length > 3 && [...entry.words].some((own) => own.length > 3 && sound(own) === sound(word))));
      if (alike.length === 1 && alike[0]) note(alike[0].person, phrase);
    }
  }
}

const invitation = /\b(?:invite|inviting|welcome|introduce|introducing|floor|over to|turn to|turning to|call on|call upon|next (?:speaker|is|we|up)|please|joined by|hear from|start with|go to|pass (?:it|the))\b/i;
const officeGiven = /\bthe (?:distinguished |honou?rable |next )*((?:representative|delegate|delegation|ambassador|minister|president|director|secretary|head|permanent representative)\s+(?:of|from|for)\s+(?:the\s+)?\p{Lu}[^,.;:!?]{2,80}?)(?=[,.;:!?]|$|\s(?:to|who|has|is|for (?:your|his|her|their))\b)/u;

interface NameFound {
  title: boolean;
  words: string[];
  /** The title, the name and the office given with it. */
  phrase: string;
  office: string | null;
}

/** Capitalised names with a title before or an office after them. */
function namesIn(text: string): NameFound[] {
  const found: NameFound[] = [];
  const tokens = tokensOf(text);
  for (let index = 0; index < tokens.length; index += 1) {
    let first = index;
    while (isTitle(tokens[first], first > index) && !(tokens[first + 1]?.afterBreak ?? true)) first += 1;
    let last = first;
    while (isNameWord(tokens[last]) && (last === first || !tokens[last]?.afterBreak)) last += 1;
    if (last === first) continue;
    const [opening, name, closing] = [tokens[index], tokens.slice(first, last), tokens[last - 1]];
    if (opening && closing) {
      const office = officeAfter(text.slice(closing.end, closing.end + 260));
      const words = name.flatMap(({ raw }) => partsOf(raw));
      if (!name.every(({ word }) => roleNouns.has(word) || titles.has(word))) {
        found.push({ title: first > index, words, office, phrase: text.slice(opening.start, closing.end) + (office ? `, ${office}` : '') });
      }
    }
    index = last - 1;
  }
  return found;
}

function isTitle(token: Token | undefined, second: boolean): boolean {
  return token !== undefined && token.capital && titles.has(token.word) && !(second && token.afterBreak) && token.word !== 'the';
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && (token.capital || /^\p{Lo}/u.test(token.raw)) && !/\d/.test(token.raw) && token.raw.length > 1 && !notNames.has(token.word);
}

const notNames = new Set('the thank thanks and i we you now next let so okay ok yes no good welcome please first our my your his her their it this that there here what when if but as for in on at to with of'.split(' '));

/** `, Head of the River Office` after a name, up to where the sentence goes on; null where what follows is no office. */
function officeAfter(text: string): string | null {
  const match = /^,\s+(?:who\s+is\s+)?(?:the\s+|our\s+|an?\s+)?((?:\p{Lu}|former\b|vice\b|deputy\b|\p{Ll}+)[^.?!;:\n]{2,200})/u.exec(text);
  const phrase = match?.[1]?.split(/\s(?:to|for|who|has|will|is|from whom)\s+(?:give|deliver|share|present|speak|talk|make|join|start|open|tell|his|her|your|their|us|the floor|sharing|be|you|me)\b|,?\s+(?:to|who|has|will|said|says)\s|,\s*(?:please|welcome|over|you|the floor|thank)\b/iu)[0]?.replace(/[,\s]+$/, '');
  const first = phrase && tokensOf(phrase)[0];
  if (!phrase || !first || titles.has(first.word) && !roleNouns.has(first.word)) return null;
  const head = tokensOf(phrase).slice(0, 6);
  return head.some(({ word, raw }) => roleNouns.has(word) || raw.split('-').some((part) => roleNouns.has(fold(part)))) ? phrase : null;
}

/** Whether a misheard name could be this person's: it begins alike, or most of its letters agree. */
function isAlike(words: string[], person: Person): boolean {
  const own = [person.name, ...person.otherNames].flatMap((name) => readName(name).words).filter((word) => word.length > 2);
  const heard = words.join('');
  return heard.length > 3 && own.some((word) => word.length > 3 && (sound(word)[0] === sound(heard)[0]
    || distance(sound(word), sound(heard)) <= Math.min(word.length, heard.length) / 2));
}

/** Learns what speakers say of themselves: their name, and the organisation they are from. */
function listenToOneself(text: string, person: Person): void {
  const own = new Set([person.name, ...person.otherNames].flatMap((name) => readName(name).words).flatMap(foldVariants));
  for (const match of text.slice(0, 2000).matchAll(selfNamed)) {
    const words = tokensOf(match[1] ?? '');
    const name = words.slice(0, words.findIndex((token, at) => !isNameWord(token) || (at > 0 && token.afterBreak)) >>> 0);
    const phrase = name.map(({ raw }) => raw).join(' ');
    const isOwn = name.some(({ raw }) => partsOf(raw).some((word) => foldVariants(word).some((variant) => own.has(variant))));
    if (phrase && (isOwn || isGeneric(person.name) && name.length > 1) && !person.introducedAs.includes(phrase) && phrase !== person.name) person.introducedAs.push(phrase);
  }
  for (const pattern of belonging) {
    for (const match of text.matchAll(pattern)) {
      const organisation = properPhrases(match[1] ?? '')[0];
      if (organisation && (match[1] ?? '').startsWith(organisation) && !person.says.includes(organisation) && !roleNouns.has(fold(organisation))) person.says.push(organisation);
    }
  }
}

const selfNamed = /\b(?:I['’]m|I am|my name is|my name['’]s|this is)\s+((?:\p{Lu}[^\s,.!?]*\s*){1,4})/gu;
const rest = String.raw`(?:the\s+)?(\p{Lu}[^,.;:!?]{1,120})`;
const belonging = [
  String.raw`\b(?:I['’]m|I am|my name is|my name['’]s)\s[^.!?]{0,90}?\b(?:from|at|of|with|for|representing)\s+${rest}`,
  String.raw`\b(?:I|we)\s+(?:do\s+|also\s+|currently\s+)?(?:work|serve|teach|come|speak|represent)\s+(?:here\s+)?(?:at|for|with|from)?\s*${rest}`,
  String.raw`\b(?:on\s+(?:my\s+)?behalf\s+of|representing|speaking\s+for)\s+${rest}`,
  String.raw`\b(?:our|my)\s+(?:perspective|point\s+of\s+view|side|organi[sz]ation|company|institution|view)\s*,?\s+(?:is|at|from|of|as)\s+${rest}`,
  String.raw`\b(?:we|us|here|colleagues)\s+at\s+${rest}`,
  String.raw`\b[Aa]t\s+(?:the\s+)?(\p{Lu}[^,.;:!?]{1,80}?),?\s+we\b`,
].map((pattern) => new RegExp(pattern, 'gu'));

function linesOf(text: string): string[] {
  // A full stop after a title or an initial ends nothing.
  return text.split(/(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|St|\p{Lu})\.)(?<=[.!?])\s+/u);
}
