/** "When is the next meeting?": only if somebody said it. */
import { phrases } from '../../words/matcher.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../choose.ts';
import { readingsOf } from '../ground.ts';
import { asks } from '../replies.ts';
import { ofItsSession } from './listing.ts';
import { denied, numbered, type Asked, type Made } from './kind.ts';

export async function nextSession(_subject: unknown, asked: Asked): Promise<Made | null> {
  const { inquiry, sessions, ground, say } = asked;
  const all = sessions.map(({ id }) => id);
  const ids = all.length <= mostRead ? all : await ground.sessionsOn(inquiry.question, all, mostRead);
  for (const reading of await readingsOf(ids, ground)) {
    const index = reading.sentences.findLastIndex((sentence) => !asks(sentence) && tellsNext(sentence.text));
    if (index < 0) continue;
    const quotes = [quoteOfRun(reading, { first: index, last: index })];
    const text = ofItsSession(say('spokeOfThis', { names: say.names(numbered(quotes)) }), quotes, asked);
    return { text, quotes, report: [], marked: true };
  }
  return denied(say('nextNotTold'));
}

/** Those that speak most of it, where there are more. */
const mostRead = 6;

/** That there is a next one, and when, beside each other: what somebody tells of one that is over does not count. */
function tellsNext(sentence: string): boolean {
  const text = textOf(sentence);
  const told = times.all(text);
  return (
    !isOver.in(text) &&
    nextOne
      .all(text)
      .some((next) => told.some(({ start, end }) => start - next.end < furthest && next.start - end < furthest))
  );
}

/** In characters. */
const furthest = 60;
const isOver = phrases({ lines: '(was|were|had|did|not|last|ago|yesterday|if)' });

const nextOne = phrases(
  {
    lines: `
    next [*] (meeting|session|one|hearing|conference|summit|forum|plenary|workshop|gathering|time)
    (we|they|group|committee|council|panel|board) [will|shall|ll|are|going to] [all] (meet|meeting|gather|convene|reconvene|come together)
    (meet|gather|convene|reconvene|come together) (again|next|there)
    see (you|each other)
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
