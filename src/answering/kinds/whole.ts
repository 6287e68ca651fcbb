/** "Give me the whole remarks of Ana Ruiz": their turns as they stand, to be copied. */
import type { Quote } from '../../answer.ts';
import { termsOf } from '../../words/terms.ts';
import { namesIn } from '../../people/person.ts';
import { readingsOf } from '../ground.ts';
import { quoteAt, secondsAt } from '../quote.ts';
import { numbered, type Kind, type Made } from './kind.ts';

export const whole: Kind = {
  // Everything somebody said, on no matter, is the whole of it.
  isAskedBy: ({ form, speakers, words }) =>
    (form?.kind === 'whole' || (form?.kind === 'everything' && termsOf(words).length === 0)) &&
    speakers.some(({ matches }) => matches.length > 0),

  async answer({ inquiry, people, spokenIn, sessions, ground, say }): Promise<Made | null> {
    // Of several sessions the newest in which they spoke.
    const [id] = spokenIn;
    if (id === undefined) return null;
    const [reading] = await readingsOf([id], ground);
    const { session } = reading!;
    const names = namesIn(id, people);
    const turns = session.turns.flatMap((turn, index): Omit<Quote, 'n'>[] => {
      if (turn.speaker === null || !names.has(turn.speaker) || turn.text.trim() === '') return [];
      return [quoteAt(session, turn, { turn: index, start: 0, end: turn.text.length, seconds: secondsAt(turn, 0) })];
    });
    if (turns.length === 0) return null;
    const meant = /\b(?:opening|introductory)\b/iu.test(inquiry.question)
      ? turns.slice(0, 1)
      : /\bclosing\b/iu.test(inquiry.question)
        ? turns.slice(-1)
        : turns;
    const quotes = meant.slice(0, mostTurns);
    const shown = say.names(numbered(quotes));
    const text = meant.length === 1 ? say('wholeTurnOf', { names: shown }) : wholeOf(meant.length, shown);
    return {
      text: sessions.length > 1 ? say('inSession', { title: say.titleAndDay(session), text }) : text,
      quotes,
      report: [],
      rest: meant.slice(mostTurns),
      marked: true,
    };

    function wholeOf(number: number, shownNames: string): string {
      return say('wholeOf', { number, names: shownNames });
    }
  },
};

const mostTurns = 10;
