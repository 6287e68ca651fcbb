/** What people say to ask for something, in all languages together: one file a language, one line a way to ask. */
import { fold } from '../../words/names.ts';
import { phrases, type Phrases } from '../../words/matcher.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import type { WaysToAsk } from './ways-to-ask.ts';

const byTag = { en: english, fr: french, es: spanish, ru: russian, zh: chinese, ar: arabic };
const languages: WaysToAsk[] = Object.values(byTag);

/** Each with its lists, those that are made of its numbers and its names of languages too. */
const listed = languages.map((language) => ({
  language,
  beyondLatin: [russian, chinese, arabic].includes(language),
  lists: {
    number: `#|${(language.numbers ?? '').replaceAll(/[ /]/g, '|')}`,
    tongue: Object.values(language.tongues ?? {}).join('|'),
    ...language.lists,
  },
}));

/** What tells each language that is told by its words. */
export const tellingWords = Object.entries(byTag).flatMap(([tag, { tells, lists = {} }]: [string, WaysToAsk]) =>
  tells === undefined ? [] : [{ tag, words: phrases({ lines: tells, lists }) }],
);

type Lines = { [Key in keyof WaysToAsk]-?: WaysToAsk[Key] extends string | undefined ? Key : never }[keyof WaysToAsk];

/** The phrases of one kind in every language. */
export function waysTo(ask: Lines): Phrases {
  return inEvery((language) => language[ask]);
}

/** The ways to ask for a subject, by its name in `structure.ts`. */
export function waysToAskFor(subject: string): Phrases {
  return inEvery(({ subjects }) => subjects?.[subject]);
}

/** The ways to say what is no question. */
export function waysToSay(smallTalk: string): Phrases {
  return inEvery((language) => language.smallTalk?.[smallTalk]);
}

/** The ways to say how an answer should look. */
export function waysToWant(form: string): Phrases {
  return inEvery(({ forms }) => forms?.[form]);
}

/** The ways to name a column of a table, or what asks for one. */
export function waysToHead(column: string): Phrases {
  return inEvery(({ columns }) => columns?.[column]);
}

/** The ways to ask for a list and the like by its name. */
export function waysToAskAfter(what: string): Phrases {
  return inEvery(({ asksFor }) => asksFor?.[what]);
}

/** The ways to go on from an answer. */
export function waysToGoOn(to: string): Phrases {
  return inEvery(({ goesOn }) => goesOn?.[to]);
}

/** `3` of "three", "trois" or "3"; null where it is no number. */
export function numberOf(words: string | null): number | null {
  if (words === null) return null;
  const word = fold(words);
  return /^\d+$/.test(word) ? Number(word) : (numbersCalled.get(word) ?? null);
}

/** A word that is a number in two languages is that of the first. */
const numbersCalled = new Map<string, number>();
for (const { numbers = '' } of languages)
  for (const [at, names] of numbers.split(' ').entries())
    for (const name of fold(names).split('/')) if (!numbersCalled.has(name)) numbersCalled.set(name, at + 1);

/** `fr` of "French", "français" or "francés"; null where it is no language that has a name here. */
export function languageCalled(words: string | null): string | null {
  if (words === null) return null;
  const word = fold(words);
  const tags = languages.flatMap(({ tongues = {} }) => Object.entries(tongues));
  return tags.find(([, names]) => fold(names).split('|').includes(word))?.[0] ?? null;
}

function inEvery(lines: (language: WaysToAsk) => string | undefined): Phrases {
  return phrases(
    ...listed.map(({ language, lists, beyondLatin }) => ({ lines: lines(language) ?? '', lists, beyondLatin })),
  );
}
