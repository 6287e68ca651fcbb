/** When something was or will be, in the words it is said in: "by the end of 2026", "in the 60s", "20 years ago". */
import { numberWordsOf } from './number-words.ts';
import { fold } from '../../words/names.ts';
import { decades } from './written-numbers.ts';

export interface SaidTime {
  /** As it stands in the text, with its preposition. */
  said: string;
  /** UTF-16 offset of the first word. */
  start: number;
  /** The year; counted from the day of the session where the words count from it; null where they tell none. */
  year: number | null;
}

/** In the order they stand. `date` is the ISO day they were said on. */
export function timesIn(text: string, date: string | null = null): SaidTime[] {
  return [...text.matchAll(times)].flatMap((found) => {
    const year = yearOf(found.groups!, date === null ? null : Number(date.slice(0, 4)));
    return [{ said: found[0], start: found.index, year }];
  });
}

function yearOf({ year, decade, ago, ahead, which }: Record<string, string | undefined>, now: number | null) {
  if (year !== undefined) return Number(year);
  if (decade !== undefined) {
    const [written] = /^\d+/u.exec(decade) ?? [`${decades.indexOf(decade.toLowerCase()) + 1}0`];
    return written.length === 4 ? Number(written) : Number(written) + (written < '30' ? 2000 : 1900);
  }
  if (now === null) return null;
  if (ago !== undefined) return now - numberOf(ago);
  if (ahead !== undefined) return now + numberOf(ahead);
  return which === undefined ? null : now + { last: -1, this: 0, next: 1 }[which.toLowerCase() as 'last'];
}

function numberOf(words: string): number {
  return /^\d+$/u.test(words) ? Number(words) : (small.get(fold(words)) ?? 0);
}

const { small } = numberWordsOf('en');
const count = String.raw`\d{1,3}|${[...small.keys()].filter((word) => word !== 'zero').join('|')}`;
const month = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`;
const season = '(?:spring|summer|autumn|fall|winter)';
const preposition =
  'by|in|on|at|since|until|till|before|after|from|during|around|about|for|as early as|as late as|no later than';
const part = String.raw`(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|first half|second half|${season})\s+of\s+|(?:early|mid|late)[\s-]+`;
/** No year where it counts: "2000 people", "2,000". */
const noCount = String.raw`(?![\d,.]*\d)(?!\s+(?:people|users|dollars|euros|crowns|years|days|miles|metres|meters|tons|tonnes|jobs|times)\b)`;
const ofYear = String.raw`(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?${month}(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?\s+)?(?<year>(?:1[5-9]|20)\d{2})${noCount}`;
const ofDecade = String.raw`(?:the\s+)['’]?(?<decade>(?:(?:1[5-9]|20)?\d0)s|${decades.filter(Boolean).join('|')})`;
const fromNow = String.raw`(?<ago>${count})\s+years?\s+ago|(?<ahead>${count})\s+years?\s+from\s+now|(?<which>last|this|next)\s+(?:year|${season}|${month})`;
const ofDay = String.raw`(?:${preposition})\s+(?:${part})?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?${month}(?:\s+\d{1,2}(?:st|nd|rd|th)?)?`;
const near = String.raw`(?:in|within)\s+(?:${count})\s+(?:days|weeks|months|years)|(?:last|next)\s+(?:week|month|decade|century)|yesterday|tomorrow`;
const times = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}$€£])(?:(?:(?:${preposition})\s+)?(?:${part})?(?:${ofYear}|${ofDecade})`,
    String.raw`(?:early\s+|late\s+)?(?:${fromNow})|${ofDay}|${near})(?![\p{L}\p{N}])`,
  ].join('|'),
  'giu',
);
