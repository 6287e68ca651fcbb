/** Figures and names that a sentence of a paper gives to somebody who spoke: whether they are in what was said there. */
import { stemmer } from 'stemmer';
import type { CheckedFact, SessionSummary } from '../rapporteur.ts';
import { placedAmounts } from '../answering/figures/amounts.ts';
import type { Ground } from '../answering/ground.ts';
import { quoteAt } from '../answering/quotes/quote.ts';
import type { Directory } from '../people/directory.ts';
import { spokenBy, type Person } from '../people/person.ts';
import type { Reading } from '../retrieval/reading.ts';
import { fold, properNamesIn } from '../words/names.ts';
import { splitIntoSentences } from '../words/sentences.ts';
import { knownIn } from './near-names.ts';

/** Sessions of one speaker that are looked through. */
const mostSessions = 24;

/** Of one paper: what somebody said is read once. */
export function factChecker(directory: Directory, sessions: SessionSummary[], { open }: Ground) {
  const dates = new Set(sessions.flatMap(({ date }) => date?.split('-').map((part) => String(Number(part))) ?? []));
  const known = new Map<string, Promise<Said>>();

  async function of(prose: string, paragraph: number): Promise<CheckedFact[]> {
    const found: CheckedFact[] = [];
    for (const { start, end } of splitIntoSentences({ speaker: null, text: prose, times: [] })) {
      const sentence = prose.slice(start, end);
      // A cell of a table or a heading says nothing of anybody.
      if (!isWhole.test(sentence)) continue;
      const { people, named } = knownIn(sentence, directory);
      if (named === null || people.length === 0) continue;
      const figures = figuresIn(sentence).filter(({ value }) => !dates.has(value));
      const names = namesIn(sentence, directory);
      if (figures.length + names.length === 0) continue;
      const said = await saidBy(people);
      for (const { value, text, at } of figures) {
        const place = said.figure(value);
        const outcome = place === null ? 'absent' : place.isTheirs ? 'said' : 'of another';
        found.push(fact({ kind: 'figure', text, outcome, found: place?.found ?? null }, at));
      }
      for (const name of names)
        if (!said.names(name))
          found.push(fact({ kind: 'name', text: name, outcome: 'absent', found: null }, sentence.indexOf(name)));

      function fact(given: Pick<CheckedFact, 'kind' | 'text' | 'outcome' | 'found'>, at: number): CheckedFact {
        return { ...given, givenTo: named!, paragraph, start: start + at, end: start + at + given.text.length };
      }
    }
    return found;
  }

  function saidBy(people: Person[]): Promise<Said> {
    const key = people.map(({ name }) => name).join('\n');
    const made = known.get(key) ?? read(people);
    known.set(key, made);
    return made;
  }

  async function read(people: Person[]): Promise<Said> {
    const ids = [...new Set(people.flatMap((person) => person.sessions))].slice(0, mostSessions);
    const isSaidByThem = spokenBy(people);
    const figures = new Map<string, Place>();
    const words = new Set<string>();
    for (const id of ids) {
      const reading = (await open([id]))[0]!.reading();
      for (const word of wordsOf(reading)) words.add(word);
      for (const sentence of reading.sentences) {
        if (!mayHaveFigure(sentence.text)) continue;
        const isTheirs = isSaidByThem(id, sentence.speaker);
        for (const { value } of placedAmounts(sentence.text)) {
          if (!isTheirs && figures.has(value)) continue;
          if (isTheirs && figures.get(value)?.isTheirs) continue;
          figures.set(value, { isTheirs, found: foundAt(reading, sentence) });
        }
      }
    }
    return {
      figure: (value) => figures.get(value) ?? null,
      names: (name) => isMostlyIn(name, words),
    };
  }

  return { of };
}

interface Place {
  isTheirs: boolean;
  found: NonNullable<CheckedFact['found']>;
}

interface Said {
  figure: (value: string) => Place | null;
  names: (name: string) => boolean;
}

const isWhole = /[.!?。！？؟]["”»’)\]\s]*$/u;

/** With a digit or a unit: a small number in words is seldom a claim. */
function figuresIn(sentence: string): { value: string; text: string; at: number }[] {
  return placedAmounts(sentence).flatMap(({ value, unit, start, end }) => {
    const text = sentence.slice(start, end);
    const isPart = /[\p{L}]/u.test(sentence[end] ?? '') || /[\p{L}-]/u.test(sentence[start - 1] ?? '');
    return /^\d+(?:\.\d+)?$/u.test(value) && !isPart && (/\d/u.test(text) || unit !== '')
      ? [{ value, text, at: start }]
      : [];
  });
}

/** Digits, or words that could be a number: most sentences have none, and are not taken apart. */
function mayHaveFigure(text: string): boolean {
  return /\p{N}/u.test(text) || text.length < longestRead;
}

const longestRead = 2_000;

/**
 * Of two words or more, as those of people and bodies are; the first word of a sentence begins large whatever it is. What
 * is joined by "and" are several.
 */
function namesIn(sentence: string, directory: Directory): string[] {
  return properNamesIn(sentence)
    .filter((name) => !sentence.trimStart().startsWith(name))
    .flatMap((name) => name.split(/ (?:and|und|et|y|и) /u))
    .filter((name) => wordsIn(name).length > 1 && name.length < longestName && directory.find(name).length === 0);
}

const longestName = 120;

function foundAt({ session }: Reading, { turn, start, end, seconds }: Reading['sentences'][number]) {
  const { role: _role, ...found } = quoteAt(session, session.turns[turn]!, { turn, start, end, seconds });
  return found;
}

function wordsOf({ session }: Reading): string[] {
  const { title, event, speakers, turns } = session;
  const people = speakers.flatMap(({ name, otherNames, role, affiliation }) => [
    name,
    ...otherNames,
    role,
    affiliation,
  ]);
  return wordsIn([title, event, ...people, ...turns.map(({ text }) => text)].filter(Boolean).join('\n'));
}

/** Other spellings of a word or two ("Centre", "Center") make no other name. */
function isMostlyIn(name: string, words: Set<string>): boolean {
  const own = wordsIn(name);
  return own.filter((word) => words.has(word)).length > own.length / 2;
}

/** Words of three letters or more, folded and by their stems: an acronym may stand for what is said in full. */
function wordsIn(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{M}]{3,}/gu)].map(([word]) => stemmer(fold(word)));
}
