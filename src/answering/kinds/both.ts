/** Two questions in one: each is answered, the second as if it were asked after the first. */
import type { Inquiry } from '../../asking/asked.ts';
import { asksDiscussion } from '../../asking/parts/wanted.ts';
import { twofold } from '../../asking/parts/twofold.ts';
import { twofoldIn } from '../../asking/parts/twofold-elsewhere.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { wordsOf } from '../hear.ts';
import { mayTellFigure } from '../telling/may-tell.ts';
import { overlaps } from '../nearest.ts';
import type { Alone, Asked, Kind, Made } from './kind.ts';
import { isEnglish } from '../../words/language.ts';
import { capitalised } from '../quotes/wording.ts';

export const both: Kind = {
  isAskedBy: (inquiry) => inquiry.quotation === null && twoIn(inquiry) !== null,

  /** Resolves to null where all of it is to be looked for together: where neither is found, or the second is told with the first. */
  async answer(asked): Promise<Made | null> {
    const { inquiry, alone, say } = asked;
    const { first, second, isBound } = twoIn(inquiry)!;
    const ofFirst = await alone(first, []);
    const one = ofFirst.made;
    if (isBound && isOpen(one)) return null;
    const ofSecond = await alone(second, one ? [first] : []);
    const next = ofSecond.made;
    const other = next && one && isBound && (next.denied || !isBeside(one, next)) ? null : next;
    if (isOpen(one) && isOpen(other)) return null;
    // What only stands beside may be told by both together.
    if (isElsewhere(inquiry) && [one, other].some((made) => !made || made.denied)) return null;
    if (!other && isBound && twofold(first) === null && (await isToldWith(one!, second, asked))) return null;
    const told = (made: Made) => made.text.replace(say('nearest'), '').trimEnd();
    // "When and where is the next one?": that nobody said so is said once.
    if (one?.denied && other?.denied && told(one) === told(other)) return isOpen(one) ? one : other;
    const quotes = [...(one?.quotes ?? [])];
    const places = (other?.quotes ?? []).map((quote, at) => {
      // What the answer does not speak of is not shown beside the first.
      if (other!.text.includes('[1]') && !other!.text.includes(`[${at + 1}]`)) return 0;
      const known = quotes.findIndex((each) => overlaps(each, quote) && each.text === quote.text);
      return known >= 0 ? known + 1 : quotes.push(quote);
    });
    const renumbered =
      other && told(other).replaceAll(/\[(\d+)\]/gu, (mark, n: string) => `[${places[Number(n) - 1] ?? mark}]`);
    const unanswered = async (question: string, { made, nearest }: Alone) => {
      const [told] = made?.nearest ?? [];
      // Of what somebody is asked to have said nothing comes near that only means the like.
      const [nearestAlone] = asksDiscussion(question) ? [] : nearest;
      const beside = told ? null : await nearestBeside(question, quotes, asked);
      const passage = told ?? beside ?? nearestAlone;
      const near = passage && asQuote(passage);
      if (!near) return say('otherNotFound', { question });
      const n = quotes.push(near);
      return say('sideUnsure', { side: `“${question}”`, names: say.names([{ ...near, n }]) });
    };
    const text = [
      // What is two itself has its questions in its answer.
      one ? [twofold(first) ? '' : asWritten(first), told(one)].join(' ').trim() : await unanswered(first, ofFirst),
      other && !isOpen(other) ? `${asWritten(second)} ${renumbered}` : await unanswered(asWritten(second), ofSecond),
    ].join('\n');
    return { text, quotes, report: [...(one?.report ?? []), ...(other?.report ?? [])], marked: true };
  },
};

/** Without how it was found. */
function asQuote({ by: _by, ...quote }: Made['quotes'][number] & { by?: unknown }): Made['quotes'][number] {
  return quote;
}

/** Not answered by anybody: what comes near to all of it is to be shown. */
function isOpen(made: Made | null): boolean {
  return made === null || (made.denied === true && (made.nearest ?? []).length > 0);
}

/** What asks more of the first is said near what was quoted for it, or is what the session itself tells. */
function isBeside(one: Made, { quotes }: Made): boolean {
  const isNear = ({ session, turn, start, end }: Made['quotes'][number]) =>
    one.quotes.some(
      (quote) =>
        quote.session.id === session.id &&
        quote.turn === turn &&
        start - quote.end < farthest &&
        quote.start - end < farthest,
    );
  return quotes.length === 0 || one.quotes.length === 0 || quotes.some(isNear);
}

/** What says most of both parts in a session that one of them was found in, where it is not quoted yet and may tell what the other asks. */
async function nearestBeside(
  question: string,
  quotes: Made['quotes'],
  { looked }: Asked,
): Promise<Made['quotes'][number] | null> {
  const { places } = await looked();
  const near = places
    .filter((place) => mayTellFigure(wordsOf(place), question))
    .slice(0, mostRead)
    .map(({ reading, index, run }) => quoteOfRun(reading, run ?? { first: index, last: index }));
  const isNew = (one: Made['quotes'][number]) => !quotes.some((other) => overlaps(one, other));
  return near.find((one) => isNew(one) && quotes.some(({ session }) => session.id === one.session.id)) ?? null;
}

/** Of the places, the best first. */
const mostRead = 3;

/** In characters: a minute of speech. */
const farthest = 1000;

/**
 * "How many masts are there, and what share is that?": where what says most of both is not what the first finds, or has
 * words of the second. What only asks more of it, as "and what replaces them?" does, may be told in any words.
 */
async function isToldWith(one: Made, second: string, { looked }: Asked): Promise<boolean> {
  if (!asksWhether.in(textOf(second))) return true;
  const [best] = (await looked()).places;
  if (!best) return false;
  const own = termsOf(second);
  const { sentence, reading } = best;
  const isQuoted = one.quotes.some(
    ({ session, turn, start, end }) =>
      session.id === reading.session.id && turn === sentence.turn && start < sentence.end && sentence.start < end,
  );
  return !isQuoted || own.some((term) => sentence.terms.has(term));
}

const asksWhether = waysTo('yesNo');

/** As a question of its own begins. */
function asWritten(question: string): string {
  return `${capitalised(question).replace(/[\s?]+$/u, '')}?`;
}

const isElsewhere = ({ language }: Inquiry) => !isEnglish(language);

function twoIn(inquiry: Inquiry): { first: string; second: string; isBound: boolean } | null {
  // Each of the two may be two again, and each of those is read and looked for.
  if (inquiry.question.length > longestOfTwo) return null;
  if (!isElsewhere(inquiry)) return twofold(inquiry.question);
  const two = twofoldIn(inquiry.question, inquiry.language!);
  return two && { first: two[0], second: two[1], isBound: false };
}

/** In characters: whoever writes more writes no two questions. */
const longestOfTwo = 300;
