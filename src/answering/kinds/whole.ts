/** "Give me the whole remarks of Ana Ruiz": their turns as they stand, to be copied. */
import type { Quote } from '../../answer.ts';
import type { Turn } from '../../session.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { countWords, termsOf } from '../../words/terms.ts';
import { namesIn } from '../../people/person.ts';
import { readingsOf } from '../ground.ts';
import { quoteAt, secondsAt } from '../quotes/quote.ts';
import { numbered, type Kind, type Made } from './kind.ts';

export const whole: Kind = {
  // Everything somebody said, on no matter, is the whole of it.
  isAskedBy: ({ form, speakers, words, question }) =>
    ((form?.kind === 'whole' && !(wordForWord.in(textOf(question)) && termsOf(words).length > 0)) ||
      (form?.kind === 'everything' && termsOf(words).length === 0)) &&
    (speakers.some(({ matches }) => matches.length > 0) || (speakers.length === 0 && endIn(question) !== null)),

  async answer({ inquiry, people, spokenIn, sessions, ground, say }): Promise<Made | null> {
    // Of several sessions the newest in which they spoke.
    const [id] = spokenIn;
    if (id === undefined) return null;
    const [reading] = await readingsOf([id], ground);
    const { session } = reading!;
    const end = endIn(inquiry.question);
    const names = people.length > 0 ? namesIn(id, people) : atTheEnd(end!, session.turns);
    const turns = session.turns.flatMap((turn, index): Omit<Quote, 'n'>[] => {
      if (turn.speaker === null || !names.has(turn.speaker) || turn.text.trim() === '') return [];
      return [quoteAt(session, turn, { turn: index, start: 0, end: turn.text.length, seconds: secondsAt(turn, 0) })];
    });
    if (turns.length === 0) return null;
    const meant = end === 'opening' ? firstOfEach(turns) : end === 'closing' ? turns.slice(-1) : turns;
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

/** Of a matter, it asks for what was said of that alone. */
const wordForWord = phrases({ lines: 'word for word' });
const mostTurns = 10;

/** Which end of a session is asked for: its opening or its closing remarks; null where neither is named. */
function endIn(question: string): 'opening' | 'closing' | null {
  if (/\b(?:opening|introductory)\b/iu.test(question)) return 'opening';
  return /\b(?:closing|concluding)\b/iu.test(question) ? 'closing' : null;
}

/** Who has the first words or the last; whoever they give the floor to for the opening remarks has them too. */
function atTheEnd(end: 'opening' | 'closing', turns: Omit<Turn, 'times'>[]): Set<string> {
  const spoken = turns.filter(({ speaker, text }) => speaker !== null && text.trim() !== '');
  // A nod closes nothing.
  const last = spoken.findLast(({ text }) => countWords(text) >= fewestWords) ?? spoken.at(-1);
  if (end === 'closing') return new Set(last?.speaker ? [last.speaker] : []);
  const [first, second] = spoken;
  const isInvited = first !== undefined && /\bopening (?:remarks|words|speech|statement|address)\b/iu.test(first.text);
  return new Set([first, ...(isInvited ? [second] : [])].flatMap((turn) => turn?.speaker ?? []));
}

const fewestWords = 6;

function firstOfEach(turns: Omit<Quote, 'n'>[]): Omit<Quote, 'n'>[] {
  return turns.filter(({ speaker }, at) => turns.findIndex((other) => other.speaker === speaker) === at);
}
