/** Days and months a question names, in the languages of the United Nations and two more. */
import { asciiDigits } from '../../words/figures.ts';
import { fold } from '../../words/names.ts';
import { textOf, type TextWord } from '../../words/text-words.ts';

/** ISO prefixes: `2025-07-11`, `2025-07`. A year alone is nearly always part of what was said, and is none. */
export function daysIn(question: string): string[] {
  return [...new Set(places(question).map(({ day }) => day))];
}

/** The words without the days in them. */
export function withoutDays(words: string): string {
  return places(words).reduceRight(
    (left, { start, end }) => `${left.slice(0, start).replace(/\b(?:on|in|of|from)\s+$/iu, '')} ${left.slice(end)}`,
    words,
  );
}

interface Place {
  day: string;
  start: number;
  end: number;
}

function places(text: string): Place[] {
  const found: Place[] = [];
  // The names of months take a while to read, and a day has a year beside it.
  if (!/\p{Nd}{4}/u.test(text)) return found;
  const words = textOf(text).words.map((each) => ({ ...each, word: asciiDigits(each.word) }));
  for (let at = 0; at < words.length; at += 1) {
    const read = isoAt(words, at) ?? hanAt(words, at) ?? writtenAt(words, at);
    if (!read) continue;
    const [day, count] = read;
    found.push({ day, start: words[at]!.start, end: words[at + count - 1]!.end });
    at += count - 1;
  }
  return found;
}

/** What is read from a word on: the day or month, and how many words it has. */
type Read = [day: string, words: number] | null;

function isoAt(words: TextWord[], at: number): Read {
  const [year, month, day] = words.slice(at, at + 3);
  const whole = month?.joined && day?.joined && /^\d{4}$/.test(year!.word) && /^\d{2}$/.test(month.word);
  return whole && /^\d{2}$/.test(day.word) ? [isoOf(year!.word, Number(month.word), day.word), 3] : null;
}

/** `2025年7月11日`: its figures and signs are words of their own. */
function hanAt(words: TextWord[], at: number): Read {
  const [year, sign, month, moon, day, sun] = words.slice(at, at + 6).map(({ word }) => word);
  if (sign !== '年' || moon !== '月' || !isYear(year) || !isDay(month)) return null;
  return sun === '日' && isDay(day) ? [isoOf(year!, Number(month), day), 6] : [isoOf(year!, Number(month)), 4];
}

/** `11 July 2025`, `July 11th, 2025`, `1.º de julio de 2025`, `11-го июля 2025`, `11 تموز/يوليو 2025`, `July 2025`. */
function writtenAt(words: TextWord[], at: number): Read {
  const dayFirst = dayAt(words, at);
  const month = monthAt(words, dayFirst ? past(between, words, dayFirst.end) : at);
  if (!month) return null;
  const next = past(between, words, month.end);
  const day = dayFirst ?? dayAt(words, next);
  const year = dayFirst || !day ? next : past(between, words, day.end);
  if (!isYear(words[year]?.word)) return null;
  return [isoOf(words[year]!.word, month.number, day?.number), year + 1 - at];
}

function past(some: Set<string>, words: TextWord[], at: number): number {
  let next = at;
  while (some.has(words[next]?.word ?? '')) next += 1;
  return next;
}

function dayAt(words: TextWord[], at: number): { number: string; end: number } | null {
  const word = words[at]?.word ?? '';
  if (firstOfMonth.has(word)) return { number: '1', end: at + 1 };
  return isDay(word) ? { number: word, end: past(ordinalEndings, words, at + 1) } : null;
}

/** Arabic records name a month twice, once as each half of the countries does, and some of its names have two words. */
function monthAt(words: TextWord[], at: number): { number: number; end: number } | null {
  for (const count of [2, 1]) {
    const end = at + count;
    const number = monthNumber(
      words
        .slice(at, end)
        .map(({ word }) => word)
        .join(' '),
    );
    if (number === undefined) continue;
    return { number, end: monthNumber(words[end]?.word) === number ? end + 1 : end };
  }
  return null;
}

const between = new Set(['of', 'de', 'del', 'г', 'года']);
const ordinalEndings = new Set(['o', 'го', 'е']);
const firstOfMonth = new Set(['primero', 'premier']);

function isYear(word: string | undefined): boolean {
  return word !== undefined && /^\d{4}$/.test(word);
}

function isDay(word: string | undefined): boolean {
  return word !== undefined && /^\d{1,2}(?:st|nd|rd|th|er)?$/.test(word) && Number.parseInt(word, 10) <= 31;
}

function isoOf(year: string, month: number, day?: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [year, two(month), ...(day ? [two(Number.parseInt(day, 10))] : [])].join('-');
}

function monthNumber(word: string | undefined): number | undefined {
  months ??= readMonths();
  return word === undefined ? undefined : months.get(word);
}

let months: Map<string, number> | undefined;

/** Names of months by `Intl`, as they stand alone and beside a day, and the first three letters of the English ones. */
function readMonths(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'ar-SY', 'de', 'pt']) {
    const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const beside = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const day = new Date(Date.UTC(2025, month - 1, 1));
      for (const format of [alone, beside]) {
        const name = fold(format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '');
        names.set(name, month);
        if (language === 'en') names.set(name.slice(0, 3), month);
      }
    }
  }
  return names;
}
