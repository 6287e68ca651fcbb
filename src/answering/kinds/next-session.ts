/** "When is the next meeting?": only if somebody said it. */
import { phrases } from '../../words/matcher.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../choose.ts';
import { readingsOf } from '../ground.ts';
import { numbered, type Asked, type Made } from './kind.ts';

export async function nextSession(_subject: unknown, { sessions, ground, say }: Asked): Promise<Made | null> {
  const ids = sessions.slice(0, mostRead).map(({ id }) => id);
  for (const reading of await readingsOf(ids, ground)) {
    const index = reading.sentences.findLastIndex(({ text }) => {
      const read = textOf(text);
      return nextOne.in(read) && times.in(read);
    });
    if (index < 0) continue;
    const quotes = [quoteOfRun(reading, { first: index, last: index })];
    return { text: say('spokeOfThis', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
  }
  return { text: say('nextNotTold'), quotes: [], report: [], denied: true };
}

/** Newest first. */
const mostRead = 6;

const nextOne = phrases(
  {
    lines: `
    next (meeting|session|one|hearing|conference|summit|forum|plenary|workshop|gathering|time)
    (meet|gather|convene|reconvene|come together|see you) [again|next|there|all]
    (following|coming) (meeting|session)`,
  },
  ...spokenElsewhere('nextMeeting'),
);
const times = phrases(
  {
    lines: `
    (january|february|march|april|june|july|august|september|october|november|december)
    (monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (in|on|of|by) [may] #
    (next|this) (week|month|year|spring|summer|autumn|winter|fall)
    (tomorrow|tonight)
    in (two|three|four|five|six) (days|weeks|months|years)
    # o clock`,
  },
  ...spokenElsewhere('dates'),
);
