/** An Atom feed (RFC 4287) of quotes: what somebody said, or what was said of a matter. */
import type { QuotesView } from '../../../src/chat/quotes-view.ts';
import { xmlText } from '../../../src/words/xml-text.ts';

/** `addressOf` gives whole addresses. Newest first. */
export function atomOf(
  title: string,
  self: string,
  quotes: QuotesView['quotes'],
  addressOf: (quote: QuotesView['quotes'][number]) => string,
): string {
  const updated = quotes
    .map(({ session }) => session.date ?? '')
    .toSorted()
    .at(-1);
  const entries = quotes.map((quote) => {
    const address = addressOf(quote);
    return [
      '  <entry>',
      `    <id>${text(address)}</id>`,
      `    <title>${text(`${quote.speaker}: ${quote.title}`)}</title>`,
      `    <link href="${text(address)}"/>`,
      `    <updated>${timeOf(quote.session.date)}</updated>`,
      `    <author><name>${text(quote.name)}</name></author>`,
      `    <content type="text">${text(`“${quote.text}”`)}</content>`,
      '  </entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${text(self)}</id>`,
    `  <title>${text(title)}</title>`,
    `  <link rel="self" href="${text(self)}"/>`,
    `  <updated>${timeOf(updated ?? null)}</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

function timeOf(day: string | null): string {
  return `${day === null || day === '' ? '1970-01-01' : day}T00:00:00Z`;
}

function text(words: string): string {
  return xmlText(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
