/** Whether a figure is of the time that a question names: "in 1990" is not told by what was so "in the 60s". */
import { timesIn } from './times.ts';

/** False where what is said names other times alone. "The 2030 Agenda" names no time, and a question of none is told by any. */
export function isOfTimeAsked(said: string, question: string): boolean {
  const asked = spansIn(question);
  const told = spansIn(said);
  return (
    asked.length === 0 ||
    told.length === 0 ||
    told.some((one) => asked.some((other) => one.from <= other.to && other.from <= one.to))
  );
}

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
