/** Two questions in one: each is answered, the second as if it were asked after the first. */
import { twofold } from '../../asking/parts/twofold.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { overlaps } from '../nearest.ts';
import type { Asked, Kind, Made } from './kind.ts';

export const both: Kind = {
  isAskedBy: ({ question, language, quotation }) =>
    quotation === null && (language ?? 'en') === 'en' && twofold(question) !== null,

  /** Resolves to null where all of it is to be looked for together: where neither is found, or the second is told with the first. */
  async answer(asked): Promise<Made | null> {
    const { inquiry, alone, say } = asked;
    const { first, second, isBound } = twofold(inquiry.question)!;
    const one = await alone(first, []);
    if (isBound && isOpen(one)) return null;
    const next = await alone(second, one ? [first] : []);
    const other = next && one && isBound && (next.denied || !isBeside(one, next)) ? null : next;
    if (isOpen(one) && isOpen(other)) return null;
    if (!other && isBound && (await isToldWith(one!, second, asked))) return null;
    const wordsOf = (made: Made) => made.text.replace(say('nearest'), '').trimEnd();
    const quotes = [...(one?.quotes ?? [])];
    const places = (other?.quotes ?? []).map((quote) => {
      const known = quotes.findIndex((each) => overlaps(each, quote) && each.text === quote.text);
      return known >= 0 ? known + 1 : quotes.push(quote);
    });
    const renumbered =
      other && wordsOf(other).replaceAll(/\[(\d+)\]/gu, (mark, n: string) => `[${places[Number(n) - 1] ?? mark}]`);
    const text = [
      one ? `${first} ${wordsOf(one)}` : say('otherNotFound', { question: first }),
      other ? `${asWritten(second)} ${renumbered}` : say('otherNotFound', { question: asWritten(second) }),
    ].join('\n');
    return { text, quotes, report: [...(one?.report ?? []), ...(other?.report ?? [])], marked: true };
  },
};

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
  return `${question.charAt(0).toUpperCase()}${question.slice(1).replace(/[\s?]+$/u, '')}?`;
}
