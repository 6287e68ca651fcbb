/** The people of a library: who a record says took part, and what the transcript itself tells of them. */
import { distance } from 'fastest-levenshtein';
import {
  fold,
  foldVariants,
  partsOf,
  properRuns,
  readName,
  regions,
  smallWords,
  sound,
  titles,
  tokensOf,
  type Token,
} from '../words/names.ts';
import { remembering } from '../words/remembering.ts';
import type { Session, Turn } from '../session.ts';

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
      name,
      otherNames: speaker?.otherNames ?? [],
      role: speaker?.role ?? null,
      affiliation: speaker?.affiliation ?? null,
      sessions: [session.id],
      appearances: [{ session: session.id, speaker: name }],
      introducedAs: [],
      says: [],
      introduces: 0,
    });
  }
  // Expressions that look for blanks between words must not meet a million of them.
  const turns = session.turns.map((turn) => ({ ...turn, text: turn.text.replace(/\s{2,}/g, ' ') }));
  listenForIntroductions(turns, people);
  for (const turn of turns) {
    const person = people.get(turn.speaker ?? '');
    if (person) listenToOneself(turn.text, person);
  }
  return [...people.values()];
}

/** Joins records of the same person: the same words of a full name, in any order and spelling, or nearly so with the same office. */
export function mergePeople(people: Person[]): Person[] {
  const merging = peopleMerging();
  for (const person of people) merging.add(person);
  return merging.merged;
}

/** The same, one record after the other, for who goes on where others come. Records are not changed; `merged` grows and its people do. */
export function peopleMerging(): { add(person: Person): void; merged: Person[] } {
  const merged: Person[] = [];
  const byKey = new Map<string, Person>();
  const byRest = new Map<string, { person: Person; word: string }[]>();
  return { merged, add: addRecord };

  function addRecord(person: Person): void {
    const fullNames = [person.name, ...person.otherNames].map(fullName).filter((words) => words !== null);
    const offices = officesOf(person);
    const keys = fullNames.map((words) => words.join(' '));
    // A name that is no full name is the same person only within one session, or where the office is the same too.
    if (keys.length === 0) {
      const key = wordsOf(person.name).join(' ');
      keys.push(
        `${key} in ${person.sessions.join(' ')}`,
        ...(isGeneric(person.name) ? [] : offices.map((office) => `${key} of ${office}`)),
      );
    }
    // Two spellings of a full name that differ in one word share the rest.
    const rests = (fullNames[0] ?? [])
      .filter((word) => word.length > 5)
      .map((word) => ({ word, rest: (fullNames[0] ?? []).filter((other) => other !== word).join(' ') }));
    const isNearly = (other: Person) =>
      !person.sessions.some((session) => other.sessions.includes(session)) &&
      officesOf(other).some((office) => offices.includes(office));
    const same =
      keys.map((key) => byKey.get(key)).find(Boolean) ??
      rests.flatMap(({ word, rest }) =>
        (byRest.get(rest) ?? []).filter((other) => distance(word, other.word) === 1 && isNearly(other.person)),
      )[0]?.person;
    const into = same ?? structuredClone(person);
    if (same) join(same, person);
    else merged.push(into);
    for (const key of keys) byKey.set(key, into);
    for (const { word, rest } of rests) {
      const others = byRest.get(rest);
      if (!others) byRest.set(rest, [{ person: into, word }]);
      else if (!others.some((other) => other.person === into && other.word === word))
        others.push({ person: into, word });
    }
  }
}

/** Whether a name is no one's own: `MODERATOR`, `SPEAKER_01`, `The Chair`, `Unknown`. */
export function isGeneric(name: string): boolean {
  const words = readName(name).words.filter((word) => !smallWords.has(word));
  return (
    jobs.has(words.at(-1) ?? '') ||
    words.every((word) => roleNouns.has(word) || genericWords.has(word) || /\d/.test(word) || word.length < 2) ||
    regions().has(fold(name))
  );
}

/** Nouns for a person by what they do, singular. A role has one of them at its head. */
export const roleNouns = new Set(
  `moderator facilitator chair chairperson chairman chairwoman host presenter interviewer interviewee rapporteur
  representative delegate delegation ambassador minister secretary president director manager head officer coordinator chief leader
  professor lecturer researcher scientist economist engineer lawyer judge judges justice commissioner governor mayor senator deputy
  adviser advisor analyst consultant expert specialist founder cofounder ceo cto cfo member fellow student teacher journalist editor
  administrator executive chancellor dean designer developer architect operator official spokesperson spokesman spokeswoman organiser
  organizer envoy rector principal partner lead scholar author activist physician doctor nurse attendee participant panelist panellist`.split(
    /\s+/,
  ),
);

/** Nouns that end the name of a job, and no surname. */
const jobs = new Set(
  'manager designer officer director secretary president moderator facilitator representative delegate coordinator speaker participant interviewer commissioner engineer'.split(
    ' ',
  ),
);

const genericWords = new Set(
  `speaker speakers unknown audience attendees participants panel panelists panellists guest caller voice male female man woman
  person anonymous unidentified user multiple all everyone several various inaudible question answer q online remote room floor vice co former acting secretariat
  interpreter narrator recording video music automated operator captioner scribe first second third`.split(/\s+/),
);

function join(into: Person, other: Person): void {
  add(
    into.otherNames,
    [other.name, ...other.otherNames].filter((name) => name !== into.name),
  );
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

/** The words of a full name in one spelling and one order; null for a name that is none. What it gives is shared: not to be changed. */
const fullName = remembering((name): string[] | null => {
  const isFull =
    !isGeneric(name) && readName(name).words.filter((word) => word.length > 1 && !smallWords.has(word)).length > 1;
  return isFull ? wordsOf(name) : null;
}, 50_000);

/** The words of a name in one spelling and one order. */
function wordsOf(name: string): string[] {
  const words = readName(name).words.filter((word) => !smallWords.has(word));
  return (words.length > 0 ? words : [fold(name)])
    .map((word) => foldVariants(word).at(-1) ?? word)
    .toSorted((one, other) => (one < other ? -1 : 1));
}

function officesOf(person: Person): string[] {
  // "Moderator" is nobody's own office.
  return [person.role, person.affiliation, readName(person.name).aside]
    .filter((office) => office !== null && !isGeneric(office))
    .map((office) => fold(office ?? ''));
}

/**
 * Learns from how speakers name each other: `Mr. Lee, Head of X` anywhere; and beside the turn of a speaker, an
 * invitation before or thanks after with a name nobody else has, however the recogniser spelt it.
 */
function listenForIntroductions(turns: Turn[], people: Map<string, Person>): void {
  const named = [...people.values()].map((person) => ({
    person,
    words: new Set([person.name, ...person.otherNames].flatMap((name) => readName(name).words).flatMap(foldVariants)),
  }));
  const known = new Map<string, Person[]>();
  const owners = (words: string[]) => {
    const key = words.join(' ');
    const found =
      known.get(key) ??
      named
        .filter((entry) => words.every((word) => foldVariants(word).some((variant) => entry.words.has(variant))))
        .map(({ person }) => person);
    known.set(key, found);
    return found;
  };
  const note = (person: Person, phrase: string) => add(person.introducedAs, [phrase]);

  for (const [index, turn] of turns.entries()) {
    const speaker = people.get(turn.speaker ?? '');
    const next = people.get(turns[index + 1]?.speaker ?? '');
    const before = people.get(turns[index - 1]?.speaker ?? '');
    const names = namesIn(turn.text);
    const within = (ranges: { start: number; end: number }[]) =>
      names.filter(({ start }) => ranges.some((range) => range.start <= start && start < range.end));
    const strangers: { words: string[]; phrase: string }[] = [];
    for (const { words, title, office, phrase } of names) {
      const [only, ...others] = owners(words);
      if (only && others.length === 0 && only !== speaker && (title || office)) note(only, phrase);
      if (!only && title) strangers.push({ words, phrase });
    }
    if (speaker && next && next !== speaker) {
      const inviting = linesOf(turn.text, Math.max(0, turn.text.length - 900))
        .slice(-4)
        .filter(({ start, end }) => invitation.test(turn.text.slice(start, end)));
      const invited = within(inviting);
      if (
        inviting.length > 0 &&
        (invited.every(({ words }) => owners(words).length === 0) ||
          invited.some(({ words }) => owners(words).includes(next)))
      )
        speaker.introduces += 1;
      for (const { words, title, phrase } of invited)
        if (title && owners(words).length === 0 && isAlike(words, next)) note(next, phrase);
      for (const { start, end } of inviting) {
        const office = officeGiven.exec(turn.text.slice(start, end))?.[1];
        if (office) note(next, office);
      }
    }
    if (speaker && before && before !== speaker && strangers.length > 0) {
      const thanks = linesOf(turn.text.slice(0, 300), 0)
        .slice(0, 2)
        .filter(({ start, end }) => /\bthank/i.test(turn.text.slice(start, end)));
      for (const { words, title, phrase } of within(thanks))
        if (title && owners(words).length === 0 && isAlike(words, before)) note(before, phrase);
    }
    // A titled name nobody has, that sounds like one person of the session: the recogniser misheard it.
    for (const { words, phrase } of strangers) {
      const alike = named.filter((entry) =>
        words.every(
          (word) => word.length > 3 && [...entry.words].some((own) => own.length > 3 && sound(own) === sound(word)),
        ),
      );
      if (alike.length === 1 && alike[0]) note(alike[0].person, phrase);
    }
  }
}

const invitation =
  /\b(?:invite|inviting|welcome|introduce|introducing|floor|over to|turn to|turning to|call on|call upon|next (?:speaker|is|we|up)|please|joined by|hear from|start with|go to|pass (?:it|the))\b/i;
const officeGiven =
  /\bthe (?:distinguished |honou?rable |next )*((?:representative|delegate|delegation|ambassador|minister|president|director|secretary|head|permanent representative)\s+(?:of|from|for)\s+(?:the\s+)?\p{Lu}[^,.;:!?]{2,80}?)(?=[,.;:!?]|$|\s(?:to|who|has|is|for (?:your|his|her|their))\b)/u;

interface NameFound {
  /** UTF-16 offset into the text. */
  start: number;
  title: boolean;
  words: string[];
  /** The title, the name and the office given with it. */
  phrase: string;
  office: string | null;
}

/** Capitalised names with a title before or an office after them. */
function namesIn(text: string): NameFound[] {
  const found: NameFound[] = [];
  for (const run of text.matchAll(capitalRun)) {
    const all = tokensOf(run[0]);
    const tokens = all.slice(all.findIndex(({ word }) => !notNames.has(word)) >>> 0);
    let first = 0;
    while (first < tokens.length && isTitle(tokens[first])) first += 1;
    const name = tokens.slice(first);
    const [opening, closing] = [tokens[0], name.at(-1)];
    if (
      !opening ||
      !closing ||
      name.some(({ word }) => notNames.has(word)) ||
      name.every(({ word }) => roleNouns.has(word) || titles.has(word))
    )
      continue;
    const end = run.index + run[0].length;
    const office = text[end] === ',' ? officeAfter(text.slice(end, end + 260)) : null;
    if (first > 0 || office) {
      const start = run.index + opening.start;
      found.push({
        start,
        title: first > 0,
        words: name.flatMap(({ raw }) => partsOf(raw)),
        office,
        phrase: text.slice(start, run.index + closing.end) + (office ? `, ${office}` : ''),
      });
    }
  }
  return found;
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && token.capital && titles.has(token.word) && token.word !== 'the';
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.capital && token.raw.length > 1 && !notNames.has(token.word);
}

// Words of a name follow each other with blanks, or the full stop of a title or an initial, between them.
const capitalRun =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Hon|H\.E|Rev|Gov|Amb|Sen|Sr|Sra|Dra|Eng)\.\s*|\p{Lu}[\p{L}\p{M}]*(?:['’\-\u2010\u2011]\p{L}[\p{L}\p{M}]*)*(?:\s+(?=\p{Lu})|(?![\p{L}\p{M}])))+/gu;

const notNames = new Set(
  'the thank thanks and i we you now next let so okay ok yes no good welcome please first our my your his her their it this that there here what when if but as for in on at to with of'.split(
    ' ',
  ),
);

/** `, Head of the River Office` after a name, up to where the sentence goes on; null where what follows is no office. */
function officeAfter(text: string): string | null {
  const match =
    /^,\s+(?:who\s+is\s+)?(?:the\s+|our\s+|an?\s+)?((?:\p{Lu}|former\b|vice\b|deputy\b|\p{Ll}+)[^.?!;:\n]{2,200})/u.exec(
      text,
    );
  const phrase = match?.[1]
    ?.split(
      /\s(?:to|for|who|has|will|is|from whom)\s+(?:give|deliver|share|present|speak|talk|make|join|start|open|tell|his|her|your|their|us|the floor|sharing|be|you|me)\b|,?\s+(?:to|who|has|will|said|says)\s|,\s*(?:please|welcome|over|you|the floor|thank)\b/iu,
    )[0]
    ?.replace(/[,\s]+$/, '');
  const first = phrase && tokensOf(phrase)[0];
  if (!phrase || !first || (titles.has(first.word) && !roleNouns.has(first.word))) return null;
  const head = tokensOf(phrase).slice(0, 6);
  return head.some(({ word, raw }) => roleNouns.has(word) || raw.split('-').some((part) => roleNouns.has(fold(part))))
    ? phrase
    : null;
}

/** Whether a misheard name could be this person's: it begins alike, or most of its letters agree. */
function isAlike(words: string[], person: Person): boolean {
  const own = [person.name, ...person.otherNames]
    .flatMap((name) => readName(name).words)
    .filter((word) => word.length > 2);
  const heard = words.join('');
  return (
    heard.length > 3 &&
    own.some(
      (word) =>
        word.length > 3 &&
        (sound(word)[0] === sound(heard)[0] ||
          distance(sound(word), sound(heard)) <= Math.min(word.length, heard.length) / 2),
    )
  );
}

/** Learns what speakers say of themselves: their name, and the organisation they are from. */
function listenToOneself(text: string, person: Person): void {
  const own = new Set(
    [person.name, ...person.otherNames].flatMap((name) => readName(name).words).flatMap(foldVariants),
  );
  for (const match of text.slice(0, 2000).matchAll(selfNamed)) {
    const words = tokensOf(match[1] ?? '');
    const name = words.slice(
      0,
      words.findIndex((token, at) => !isNameWord(token) || (at > 0 && token.afterBreak)) >>> 0,
    );
    const phrase = name.map(({ raw }) => raw).join(' ');
    const isOwn = name.some(({ raw }) =>
      partsOf(raw).some((word) => foldVariants(word).some((variant) => own.has(variant))),
    );
    if (
      phrase &&
      (isOwn || (isGeneric(person.name) && name.length > 1)) &&
      !person.introducedAs.includes(phrase) &&
      phrase !== person.name
    )
      person.introducedAs.push(phrase);
  }
  for (const pattern of belonging) {
    for (const match of text.matchAll(pattern)) {
      const named = match[1] ?? '';
      const run = properRuns(tokensOf(named))[0];
      const organisation = named.slice(0, run?.at(-1)?.end ?? 0);
      if (run?.[0]?.start === 0 && !roleNouns.has(fold(organisation))) add(person.says, [organisation]);
    }
  }
}

const selfNamed = /\b(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s|[Tt]his is)\s+((?:\p{Lu}[^\s,.!?]*\s*){1,4})/gu;
const rest = String.raw`(?:the\s+)?(\p{Lu}[^,.;:!?]{1,120})`;
const belonging = [
  String.raw`\b(?:I['’]m|I am|[Mm]y name is|[Mm]y name['’]s)\s[^.!?]{0,90}?\b(?:from|at|of|for|representing)\s+${rest}`,
  String.raw`\b(?:I|[Ww]e)\s+(?:do\s+|also\s+|currently\s+)?(?:(?:work|serve|teach|speak)\s+(?:here\s+)?(?:at|for)|come\s+from|represent)\s+${rest}`,
  String.raw`\b(?:[Oo]n\s+(?:my\s+)?behalf\s+of|[Rr]epresenting|[Ss]peaking\s+for)\s+${rest}`,
  String.raw`\b(?:[Oo]ur|[Mm]y)\s+(?:perspective|point\s+of\s+view|side|organi[sz]ation|company|institution|view)\s*,?\s+(?:is|at|from|of|as)\s+${rest}`,
  String.raw`\b(?:[Ww]e|us|here|colleagues)\s+at\s+${rest}`,
  String.raw`\b[Aa]t\s+(?:the\s+)?(\p{Lu}[^,.;:!?]{1,80}?),?\s+we\b`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Where the sentences of a text are, from an offset on, roughly: a full stop after a title or an initial ends nothing. */
function linesOf(text: string, from: number): { start: number; end: number }[] {
  const ends = [...text.slice(from).matchAll(/(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|St|\p{Lu})\.)(?<=[.!?])\s+/gu)].map(
    (gap) => from + gap.index + gap[0].length,
  );
  return [from, ...ends].map((start, index) => ({ start, end: ends[index] ?? text.length }));
}
