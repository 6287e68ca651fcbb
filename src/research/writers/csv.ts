/** Quotes as a table that spreadsheets open and run nothing of. */
import Papa from 'papaparse';
import { shownSpeaker } from '../../people/unnamed.ts';
import type { Cited } from '../paper.ts';

export function asCsv(all: Cited[]): string {
  const rows = all.map(({ quote, session }) => ({
    quote: quote.text,
    speaker: shownSpeaker(quote),
    capacity: quote.speaker === null ? '' : (quote.role ?? ''),
    session: session.title,
    event: session.event ?? '',
    date: session.date ?? '',
    record: session.kind,
    turn: quote.turn + 1,
    seconds: quote.time ?? '',
    address: quote.address ?? quote.url ?? '',
    session_id: session.id,
  }));
  // A mark at the beginning tells a spreadsheet the encoding.
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
