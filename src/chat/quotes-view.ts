/** Everything somebody said on a matter, laid out for reading: how much there is first, then the quotes. */
import type { FoundQuotes, QuotesQuery } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { viewQuote, type QuoteView } from './quote-view.ts';

export interface QuotesView {
  /** `Ana Ruiz on “calibration”: 7 quotes in 2 sessions.`, and what was looked through. */
  heading: string;
  quotes: QuoteView[];
  /** How to see the rest, where there is more; null on the last page. */
  rest: string | null;
}

/** `more` says how the next page is asked for in this place. */
export function viewQuotes(
  query: QuotesQuery,
  { quotes, people, total, searched, next }: FoundQuotes,
  more: (offset: number) => string,
): QuotesView {
  const isNobody = query.speaker !== undefined && people.length === 0;
  const heading = isNobody
    ? `Nobody called “${query.speaker}” is known here.`
    : `${whoOn(query, people)}: ${howMuch(query, total)}. ${lookedThrough(query, searched)}`;
  return {
    heading,
    quotes: quotes.map((quote) => viewQuote(quote, `q${quote.n}`, `[${quote.n}]`)),
    rest: next === null ? null : `${total.quotes - next} more: ${more(next)}`,
  };
}

function whoOn({ speaker, about }: QuotesQuery, people: FoundQuotes['people']): string {
  const who = speaker === undefined ? 'Everybody' : people.map(({ name }) => name).join(' or ');
  return about === undefined ? who : `${who} on “${about}”`;
}

function howMuch({ speaker }: QuotesQuery, { quotes, sessions, speakers }: FoundQuotes['total']): string {
  const by = speaker === undefined ? ` by ${count(speakers, 'speaker')}` : '';
  return quotes === 0 ? 'no quotes' : `${count(quotes, 'quote')}${by} in ${count(sessions, 'session')}`;
}

function lookedThrough({ speaker }: QuotesQuery, { sessions, of, unread, from, to }: FoundQuotes['searched']): string {
  const which = speaker === undefined ? count(sessions, 'session') : `${sessions} of ${count(of, 'session')}`;
  const where = speaker === undefined ? '' : ', where they speak';
  const days = from === null || to === null ? '' : from === to ? `, ${day(from)}` : `, ${day(from)} to ${day(to)}`;
  const left = unread === 0 ? '' : ` ${count(unread, 'session')} more have some of the words and were not read.`;
  return `Looked through ${which}${where}${days}.${left}`;
}

const day = (iso: string) => dayInWords(iso);

function count(number: number, of: string): string {
  return `${number === 0 ? 'no' : number} ${of}${number === 1 ? '' : 's'}`;
}
