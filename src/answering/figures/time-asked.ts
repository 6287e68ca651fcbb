/** Whether a figure is of the time that a question names: "in 1990" is not told by what was so "in the 60s". */
import { splitIntoSentences } from '../../words/sentences.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { comparing } from './comparing.ts';
import { timesIn } from './times.ts';

/** False where other times alone are named, or times and not today where that is asked. "The 2030 Agenda" is no time, and a question of none is told by any. */
export function isOfTimeAsked(said: string, question: string): boolean {
  const asked = spansIn(question);
  const told = spansIn(said);
  if (told.length > 0 && asksOfNow(question) && !ofNow.in(textOf(said))) return false;
  return (
    asked.length === 0 ||
    told.length === 0 ||
    told.some((one) => asked.some((other) => one.from <= other.to && other.from <= one.to))
  );
}

/** What of the words is said of today, where that is asked and any sentence with a figure is; all of them otherwise. */
export function saidOfNow(said: string, question: string): string {
  if (!asksOfNow(question)) return said;
  const sentences = splitIntoSentences({ speaker: null, text: said, times: [] }).map(({ start, end }) =>
    said.slice(start, end),
  );
  const now = sentences.filter((sentence) => /\p{N}/u.test(sentence) && ofNow.in(textOf(sentence)));
  return now.length > 0 ? now.join(' ') : said;
}

/** "Today, compared with the first ones" asks of both. */
function asksOfNow(question: string): boolean {
  const asked = textOf(question);
  return ofNow.in(asked) && !comparing.in(asked);
}

const ofNow = phrases({ lines: '(today|now|nowadays|currently|presently|at present|these days)' });

interface Span {
  from: number;
  to: number;
}

function spansIn(text: string): Span[] {
  return timesIn(text).flatMap(({ said, start, year }) => {
    if (year === null || !placed.test(said) || isOfName.test(text.slice(start + said.length))) return [];
    return [{ from: year, to: year + (isDecade.test(said) ? 9 : 0) }];
  });
}

/** A preposition stands before it, but none that tells a beginning or an end. */
const placed = /^(?:in|on|at|by|during|around|about)\s/iu;
const isDecade = /s$/iu;
const isOfName = /^\s+\p{Lu}/u;
