/** Two questions in one: each is answered, the second as if it were asked after the first. */
import type { Inquiry } from '../../asking/asked.ts';
import { twofold } from '../../asking/parts/twofold.ts';
import { twofoldIn } from '../../asking/parts/twofold-elsewhere.ts';
import { overlaps } from '../nearest.ts';
import type { Kind, Made } from './kind.ts';

export const both: Kind = {
  isAskedBy: (inquiry) => inquiry.quotation === null && twoIn(inquiry) !== null,

  /** Resolves to null where the first finds nothing: then all of it is looked for together. That the second does not is said. */
  async answer({ inquiry, alone, say }): Promise<Made | null> {
    const [first, second] = twoIn(inquiry)!;
    const [one, other] = [await alone(first, []), await alone(second, [first])];
    if (!one || one.denied) return null;
    // What only stands beside may be told by both together.
    if (isElsewhere(inquiry) && (!other || other.denied)) return null;
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

const isElsewhere = ({ language }: Inquiry) => (language ?? 'en') !== 'en';

function twoIn(inquiry: Inquiry): [string, string] | null {
  return isElsewhere(inquiry) ? twofoldIn(inquiry.question, inquiry.language!) : twofold(inquiry.question);
}
