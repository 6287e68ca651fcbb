/** "When is the next meeting?": only if somebody said it. */
import { phrases } from '../../words/matcher.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { tokensOf } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import type { ReadSentence } from '../../retrieval/reading.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { foundByWords } from '../nearest.ts';
import { readingsOf } from '../ground.ts';
import { asks } from '../talk/replies.ts';
import { ofItsSession } from './listing.ts';
import { numbered, onlyNear, type Asked, type Made } from './kind.ts';

export async function nextSession(_subject: unknown, asked: Asked): Promise<Made | null> {
  const { inquiry, sessions, ground, say } = asked;
  const all = sessions.map(({ id }) => id);
  const ids = all.length <= mostRead ? all : await ground.sessionsOn(inquiry.question, all, mostRead);
  const isOfPlace = asksWhere.in(textOf(inquiry.question));
  // The next one of what is called by a name is no other's.
  const named = tokensOf(inquiry.question).filter(({ capital }, at) => capital && at > 0);
  const called = new Set(named.flatMap(({ raw }) => termsOf(raw)));
  const near: ReturnType<typeof quoteOfRun>[] = [];
  for (const reading of await readingsOf(ids, ground)) {
    const { sentences, session } = reading;
    const isTold = (sentence: ReadSentence) => !asks(sentence) && (isOfPlace ? tellsWhere : tellsNext)(sentence.text);
    const ofTitle = new Set(termsOf(session.title));
    const isOfIt = ({ terms }: ReadSentence) => [...called].every((term) => terms.has(term) || ofTitle.has(term));
    const index = sentences.findLastIndex((sentence) => isTold(sentence) && isOfIt(sentence));
    const other = index < 0 ? sentences.findLastIndex(isTold) : -1;
    const isNear = called.size === 0 || sentences.some(({ terms }) => [...called].some((term) => terms.has(term)));
    if (other >= 0 && isNear) near.push(quoteOfRun(reading, { first: other, last: other }));
    if (index < 0) continue;
    const quotes = [quoteOfRun(reading, { first: index, last: index })];
    const text = ofItsSession(say('spokeOfThis', { names: say.names(numbered(quotes)) }), quotes, asked);
    return { text, quotes, report: [], marked: true };
  }
  return onlyNear(say('nextNotTold'), foundByWords(near).slice(0, mostNear), say);
}

/** Those that speak most of it, where there are more. */
const mostRead = 6;
const mostNear = 3;

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

/** That there is a next one, and a place by its name: "will gather again in Varn". */
function tellsWhere(sentence: string): boolean {
  const text = textOf(sentence);
  const places = [...sentence.matchAll(placeNamed)].filter(([, name]) => name === undefined || !times.in(textOf(name)));
  return !isOver.in(text) && nextOne.in(text) && places.length > 0;
}

const placeNamed = /(?<!\p{L})(?:in|at|à|en|a|в|на)\s+(?:the\s+|la\s+|le\s+|el\s+)?(\p{Lu}\p{L}+)|(?:在|في)/gu;
const asksWhere = phrases({
  lines: `
    (where|(which|what) (city|town|country|place|venue))
    (où|dónde|где|أين|quelle ville|qué ciudad)
    (哪里|哪儿|在哪|哪个城市)`,
});

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
