/** "Which sessions are there?", "Which meetings were held in July 2031?", "Which was the longest?" */
import { withoutDays } from '../../asking/parts/days.ts';
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { told, type Asked, type Made } from './kind.ts';
import { sessionsOn } from './sessions-on.ts';

export async function sessionsRead(_subject: unknown, asked: Asked): Promise<Made | null> {
  const { inquiry, sessions, say } = asked;
  const question = textOf(inquiry.question);
  if (asksLongest.in(question)) return byTurns(-1, asked);
  if (asksShortest.in(question)) return byTurns(1, asked);
  if (sessionsOn.isAskedBy(inquiry)) return null;
  // "Which sessions are from the harbour board?": those that are called so.
  // An organisation that speakers are of may be what they are called after.
  const phrasesOf = inquiry.speakers.map(({ phrase }) => phrase);
  const called = termsOf([withoutDays(inquiry.words), ...phrasesOf].join(' ')).filter((term) => !structural.has(term));
  const meant = sessions.filter(({ title, id }) => {
    const own = new Set(termsOf(`${title} ${id.replaceAll(/[-_]/gu, ' ')}`));
    return called.every((term) => own.has(term));
  });
  if (meant.length === 0) return null;
  const shown = meant
    .slice(0, mostShown)
    .map((session) => say.titleAndDay(session))
    .join('; ');
  const more = meant.length > mostShown ? '; …' : '';
  const titles = `${shown}${more}`;
  return told(meant.length === 1 ? say('oneReadHere', { titles }) : say('readHere', { number: meant.length, titles }));
}

/** Hardly any record tells how long all of it took. */
async function byTurns(sign: 1 | -1, { sessions, ground, say }: Asked): Promise<Made | null> {
  const meant = new Set(sessions.map(({ id }) => id));
  const [first, second] = (await ground.library.sessions())
    .filter(({ id, turnCount }) => meant.has(id) && turnCount > 0)
    .toSorted((one, other) => sign * (one.turnCount - other.turnCount));
  if (!first || first.turnCount === second?.turnCount) return null;
  return told(say('byNumberOfTurns', { title: say.titleAndDay(first), n: first.turnCount }));
}

const mostShown = 20;
const asksLongest = phrases({ lines: 'longest' });
const asksShortest = phrases({ lines: 'shortest' });
const structural = new Set(
  termsOf(`session sessions meeting meetings transcript transcripts record records hearing hearings forum forums held recorded take took
    place happen happened here read have know list show all many there session library collection archive`),
);
