/** What people say in other languages than English, by what it does, as tables that phrases are looked for by. */
import type { Table } from '../matcher.ts';
import { remembering } from '../remembering.ts';
import type { Spoken } from './language-words.ts';
import { languageWords } from './languages.ts';

type Lines = { [Key in keyof Spoken]-?: Spoken[Key] extends string | undefined ? Key : never }[keyof Spoken];

/** The tables of one kind, one for each language. */
export function spokenElsewhere(what: Lines): Table[] {
  return tables(({ [what]: lines }) => lines);
}

/** What begins the first part of a list, the second and so on, counted from 0. */
export function ordinalsElsewhere(place: number): Table[] {
  return tables(({ ordinals = [] }) => ordinals[place] && beginning(ordinals[place]));
}

/** What begins the last part of a list. */
export function lastlyElsewhere(): Table[] {
  return tables(({ lastly }) => lastly && beginning(lastly));
}

/** The word for "and" may stand before it. */
function beginning(words: string): string {
  return `^ [et|y|и|和] (${words})`;
}

/** The table of one kind and one language; none where it has none. */
export function spokenIn(tag: string, what: Lines): Table[] {
  return tableOf(tag, languageWords[tag]?.spoken?.[what]);
}

function tables(linesOf: (spoken: Spoken) => string | undefined): Table[] {
  return Object.entries(languageWords).flatMap(([tag, { spoken = {} }]) => tableOf(tag, linesOf(spoken)));
}

function tableOf(tag: string, lines = ''): Table[] {
  if (lines === '') return [];
  return [
    {
      lines,
      beyondLatin: beyondLatin.has(tag),
      // Read when the lines are: the names of months take a while.
      get lists() {
        return lines.includes('{month}') ? monthsOf(tag) : {};
      },
    },
  ];
}

const beyondLatin = new Set(['ru', 'zh', 'ar']);

/** Names of months as they stand alone and beside a day. */
const monthsOf = remembering((language) => ({ month: monthsIn(language).join('|') }), 10);

function monthsIn(language: string): string[] {
  const names = new Set<string>();
  for (const day of ['numeric', undefined] as const) {
    const format = new Intl.DateTimeFormat(language, { month: 'long', ...(day && { day }), timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1)
      for (const { type, value } of format.formatToParts(Date.UTC(2025, month, 1)))
        if (type === 'month') names.add(value);
  }
  // Russian has a form of them for each case.
  return [...names].filter((name) => /^\p{L}/u.test(name)).map((name) => name.replace(/(?<=[а-я]{4})[ья]$/u, '*'));
}
