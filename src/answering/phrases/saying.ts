/** The program's own words in the language of a question: one table of phrases a language, English where there is none. */
import type { Phrases } from './phrase-table.ts';
import type { Quote, SessionRef } from '../../answer.ts';
import { shownSpeaker } from '../../people/unnamed.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

type Who = Pick<Quote, 'speaker' | 'label' | 'n'> & { session?: { id: string } };

export interface Saying {
  /** Primary tag of the language it is said in. */
  language: string;
  /** A phrase with what is put in for the names in braces. */
  (phrase: keyof Phrases, parts?: Record<string, string | number>): string;
  /** "Ana Ruiz, Tom Berg and Li Wen". */
  listed(items: string[]): string;
  /** "Ana Ruiz [1][2] and an unknown speaker [3]". */
  names(quotes: Who[]): string;
  /** A name; "voice 6" or "an unknown speaker (as written: Clerk)" where none is known. */
  called(of: Omit<Who, 'n'>): string;
  /** "five", or the digits. */
  number(number: number): string;
  /** "11 July 2025", or "July 2025" of a month. */
  day(date: string): string;
  titleAndDay(session: Pick<SessionRef, 'title' | 'date'>): string;
  /** "the session Open data for rivers (4 March 2025)", "3 sessions". */
  where(sessions: Pick<SessionRef, 'title' | 'date'>[]): string;
}

const tables: Record<string, Phrases> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
};

/** `language` is a primary tag; null where it is not known. */
export function sayingIn(language: string | null): Saying {
  const tag = language !== null && language in tables ? language : 'en';
  const known = made.get(tag) ?? make(tag, tables[tag]!);
  made.set(tag, known);
  return known;
}

/** The same, where a person whom sessions call by two names goes by one: `nameIn` tells it by the session's id. */
export function sayingByOneName(say: Saying, nameIn: (session: string, speaker: string) => string): Saying {
  const byOneName = <Each extends Omit<Who, 'n'>>(of: Each): Each =>
    of.speaker === null || !of.session ? of : { ...of, speaker: nameIn(of.session.id, of.speaker) };
  const phrase = (...asked: Parameters<Saying>) => say(...asked);
  return Object.assign(phrase, {
    ...say,
    called: (of: Omit<Who, 'n'>) => say.called(byOneName(of)),
    names: (quotes: Who[]) => say.names(quotes.map(byOneName)),
  });
}

const made = new Map<string, Saying>();

function make(language: string, phrases: Phrases): Saying {
  const say = (phrase: keyof Phrases, parts: Record<string, string | number> = {}) =>
    phrases[phrase].replaceAll(/\{(\w+)\}/g, (_whole, part: string) => String(parts[part] ?? ''));
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  });
  const months = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  });
  const saying: Saying = Object.assign(say, {
    language,
    listed: (items: string[]) =>
      items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(comma)}${phrases.and}${items.at(-1)}`,
    called: (of: Omit<Who, 'n'>) => {
      const shown = shownSpeaker(of);
      if (of.speaker !== null || !shown.startsWith(unknown)) return shown;
      return `${phrases.unknownSpeaker}${shown.slice(unknown.length)}`;
    },
    names: (quotes: Who[]) => {
      const marks = new Map<string, string>();
      for (const { speaker, label, n } of quotes) {
        const name = saying.called({ speaker, ...(label !== undefined && { label }) });
        marks.set(name, `${marks.get(name) ?? ''}[${n}]`);
      }
      return saying.listed([...marks].map(([name, mark]) => `${name} ${mark}`));
    },
    number: (number: number) => (language === 'en' ? (numberWords[number] ?? String(number)) : String(number)),
    day: (date: string) => {
      if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(date)) return months.format(Date.parse(`${date}-01`));
      const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
      if (Number.isNaN(time)) return date;
      // French alone has an ordinal there, and `Intl` does not write it.
      return language === 'fr' ? days.format(time).replace(/^1 /u, '1er ') : days.format(time);
    },
    titleAndDay: ({ title, date }: Pick<SessionRef, 'title' | 'date'>) =>
      date === null ? title : `${title} (${saying.day(date)})`,
    where: (sessions: Pick<SessionRef, 'title' | 'date'>[]) => {
      if (sessions.length === 0) return phrases.emptyLibrary;
      if (sessions.length > 1) return say('sessions', { count: sessions.length });
      const [{ title, date }] = sessions as [Pick<SessionRef, 'title' | 'date'>];
      return say('theSession', { title: saying.titleAndDay({ title: shortTitle(title), date }) });
    },
  });
  const comma = language === 'zh' ? '、' : language === 'ar' ? '، ' : ', ';
  return saying;
}

/** A long title is told by how it begins and ends. */
function shortTitle(title: string): string {
  const words = title.split(' ');
  if (title.length <= longestTitle || words.length <= ofBeginning + ofEnd) return title;
  return [...words.slice(0, ofBeginning), '…', ...words.slice(-ofEnd)].join(' ');
}

/** In characters. */
const longestTitle = 72;
/** In words. */
const ofBeginning = 4;
const ofEnd = 3;

const unknown = 'unknown speaker';
const numberWords = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
