/** "When is the next meeting?": only if somebody said it. */
import { phrases } from '../../words/matcher.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../choose.ts';
import { readingsOf } from '../ground.ts';
import { numbered, type Asked, type Made } from './kind.ts';

export async function nextSession(_subject: unknown, { inquiry, sessions, ground, say }: Asked): Promise<Made | null> {
  const all = sessions.map(({ id }) => id);
  const ids = all.length <= mostRead ? all : await ground.sessionsOn(inquiry.question, all, mostRead);
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

/** Those that speak most of it, where there are more. */
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
    in [about] (#|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|forty|sixty) (minutes|hours|days|weeks|months|years)
    in [about] (a|an|half an) (minute|hour|day|week|fortnight|month|year)
    (after|before) (lunch|dinner|the break|the recess|the holidays|christmas|easter)
    # o clock`,
  },
  ...spokenElsewhere('dates'),
);
