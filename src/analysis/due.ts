/** From how a time is told in a sentence to the last day of it: "by the end of next year", said on a day that is known. */
import { textOf } from '../words/text-words.ts';
import { wordList } from '../words/word-list.ts';

/** ISO 8601 day by which it is over; null where that cannot be told. `said` is the day of the session. */
export function dueOf(told: string, said: string | null): string | null {
  const words = textOf(told).words.map(({ word }) => word);
  const number = words.map(Number).find((each) => Number.isInteger(each) && each >= 1900 && each < 2200);
  const month = words.map((word) => months.indexOf(word)).find((at) => at >= 0);
  const day = words.map((word) => Number.parseInt(word, 10)).find((each) => each > 0 && each <= 31);
  if (words.some((word) => seasons.has(word))) return null;
  if (number !== undefined && month !== undefined)
    return day === undefined ? endOfMonth(number, month) : dayOf(number, month, day);
  if (number !== undefined) return `${number}-12-31`;
  if (said === null) return null;
  const [year, ofYear, ofMonth] = said.split('-').map(Number) as [number, number, number];
  if (month !== undefined) {
    const next = month + 1 >= ofYear ? year : year + 1;
    return day === undefined ? endOfMonth(next, month) : dayOf(next, month, day);
  }
  const ahead = words.includes('next') ? 1 : 0;
  const count = ahead === 0 && !words.includes('this') ? amountIn(words) : null;
  const unit = Object.keys(units).find((each) => words.some((word) => word === each || word === `${each}s`));
  if (unit === undefined) return null;
  if (count !== null) return shifted(said, units[unit]!, count);
  if (unit === 'year') return `${year + ahead}-12-31`;
  if (unit === 'month') return endOfMonth(year, ofYear - 1 + ahead);
  if (unit !== 'week') return null;
  // A week ends on Sunday.
  const weekday = new Date(Date.UTC(year, ofYear - 1, ofMonth)).getUTCDay();
  return shifted(said, units['day']!, ((7 - weekday) % 7) + 7 * ahead);
}

const months = wordList('january february march april may june july august september october november december');
const seasons = new Set(['spring', 'summer', 'autumn', 'winter']);
const units: { [unit: string]: [years: number, months: number, days: number] } = {
  year: [1, 0, 0],
  month: [0, 1, 0],
  week: [0, 0, 7],
  day: [0, 0, 1],
};
const small = wordList('zero one two three four five six seven eight nine ten eleven twelve');

function amountIn(words: string[]): number | null {
  const written = words.map((word) => small.indexOf(word)).find((at) => at > 0);
  return written ?? words.map(Number).find((each) => each > 0 && each < 1000) ?? null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month ? isoDay(date) : null;
}

const endOfMonth = (year: number, month: number) => isoDay(new Date(Date.UTC(year, month + 1, 0)));

function shifted(from: string, [years, moreMonths, days]: [number, number, number], count: number): string | null {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  return isoDay(new Date(Date.UTC(year + years * count, month - 1 + moreMonths * count, day + days * count)));
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
