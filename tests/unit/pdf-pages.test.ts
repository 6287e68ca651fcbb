/** On which page of a PDF document words are, and what a quote of them tells of it. */
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../src/records/documents/texts.ts';
import type { PageStart } from '../../src/records/formats/format.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { quoteAt } from '../../src/answering/quotes/quote.ts';
import { viewQuote } from '../../src/chat/quote-view.ts';
import { column, pdfOf } from '../fixtures/documents.ts';

const address = 'https://example.org/nets.pdf';
const pages = [
  ['Ana Lind: We begin with the nets.', 'Ravi Sen: There are ninety of them, which the harbour bought at the'],
  ['end of a long winter, and nobody mended one.', 'Ana Lind: So who mends nets?'],
  [],
  ['Ravi Sen: Nobody mends nets.'],
].map((lines) => column(lines));

async function quoteOf(words: string, change: (starts: PageStart[]) => PageStart[] = (starts) => starts) {
  for await (const read of textsIn(pdfOf(pages))) {
    const { sessions } = parseRecord({ name: 'nets.pdf', text: read.text, address, pages: change(read.pages ?? []) });
    const turn = sessions[0]!.turns.findIndex(({ text }) => text.includes(words));
    const start = sessions[0]!.turns[turn]!.text.indexOf(words);
    const place = { turn, start, end: start + words.length, seconds: null };
    return quoteAt({ ...sessions[0]!, id: 'nets' }, sessions[0]!.turns[turn]!, place);
  }
  throw new Error('The document has no text.');
}

describe('a quote from a PDF document at an address', () => {
  it.each([
    ['We begin with the nets.', 1],
    ['There are ninety of them', 1],
    ['nobody mended one', 2],
    ['So who mends nets?', 2],
    ['Nobody mends nets.', 4],
  ])('tells the page of “%s”', async (words, page) => {
    const quote = await quoteOf(words);
    expect(quote.pageNumber).toBe(page);
    expect(quote.url).toMatch(new RegExp(`^https://example\\.org/nets\\.pdf#page=${page}:~:text=`));
    expect(viewQuote({ ...quote, n: 1 }, '1', '[1]').place).toBe(`turn ${quote.turn + 1}, p. ${page}`);
  });

  it('has the page on which its first words are, where it goes on over the edge', async () => {
    expect((await quoteOf('bought at the end of a long winter')).pageNumber).toBe(1);
  });

  it('tells no page where the next may have begun', async () => {
    const quote = await quoteOf('nobody mended one', (starts) => starts.filter(({ number }) => number !== 2));
    expect(quote).not.toHaveProperty('pageNumber');
    expect(quote.url).toMatch(/nets\.pdf#:~:text=/);
  });
});
