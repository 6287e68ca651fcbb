/** What answers clearly though hardly in the question's words: said as any other answer of its sort. */
import { choose, choosingFor } from '../quotes/choose.ts';
import type { Place } from '../hear.ts';
import { areOfAnother } from '../talk/of-another.ts';
import { figureFirst } from './fact.ts';
import { numbered, type Asked, type Made } from './kind.ts';
import { spokeOfThis } from './said.ts';

export function inOtherWords(place: Place, { inquiry, people, say }: Asked): Made {
  const quotes = choose([place], choosingFor(inquiry, false, people.length > 0));
  const isOfAnother = areOfAnother(
    quotes.map((quote) => quote.text),
    inquiry.question,
  );
  const text =
    inquiry.wants === 'number'
      ? figureFirst(quotes, { inquiry, say })
      : isOfAnother
        ? say('toldBy', { names: say.names(numbered(quotes)) })
        : spokeOfThis(quotes, say);
  return { text, quotes, report: [], isOpen: true, marked: true };
}
