/** Two questions in one: each is answered, the second as if it were asked after the first. */
import { twofold } from '../../asking/parts/twofold.ts';
import { overlaps } from '../nearest.ts';
import type { Kind, Made } from './kind.ts';

export const both: Kind = {
  isAskedBy: ({ question, language, quotation }) =>
    quotation === null && (language ?? 'en') === 'en' && twofold(question) !== null,

  /** Resolves to null where the first finds nothing: then all of it is looked for together. That the second does not is said. */
  async answer({ inquiry, alone, say }): Promise<Made | null> {
    const [first, second] = twofold(inquiry.question)!;
    const [one, other] = [await alone(first, []), await alone(second, [first])];
    if (!one || one.denied) return null;
    if (!other || (other.denied && (other.nearest ?? []).length > 0))
      return { ...one, text: `${one.text}\n${say('otherNotFound', { question: second })}`, marked: true };
    const quotes = [...one.quotes];
    const places = other.quotes.map((quote) => {
      const known = quotes.findIndex((each) => overlaps(each, quote) && each.text === quote.text);
      return known >= 0 ? known + 1 : quotes.push(quote);
    });
    const text = other.text.replaceAll(/\[(\d+)\]/gu, (mark, n: string) => `[${places[Number(n) - 1] ?? mark}]`);
    return { text: `${one.text}\n${text}`, quotes, report: [...one.report, ...other.report], marked: true };
  },
};
