/** Everything somebody said on a matter, laid out for reading: how much there is first, then the quotes. */
import type { FoundQuotes, QuotesQuery } from '../rapporteur.ts';
import { headingOf } from '../research/collection.ts';
import { viewQuote, type QuoteView } from './quote-view.ts';

export interface QuotesView {
  /** `Ana Ruiz on “calibration”: 7 quotes in 2 sessions.`, and what was looked through. */
  heading: string;
  quotes: QuoteView[];
  /** How to see the rest, where there is more; null on the last page. */
  rest: string | null;
}

/** `more` says how the next page is asked for in this place. */
export function viewQuotes(query: QuotesQuery, found: FoundQuotes, more: (offset: number) => string): QuotesView {
  const { quotes, total, next } = found;
  return {
    heading: headingOf(query, found),
    quotes: quotes.map((quote) => viewQuote(quote, `q${quote.n}`, `[${quote.n}]`)),
    rest: next === null ? null : `${total.quotes - next} more: ${more(next)}`,
  };
}
