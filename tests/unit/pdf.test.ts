import { describe, expect, it } from 'vitest';
import { pdfText } from '../../src/records/documents/pdf.ts';
import { column, pdfOf } from '../fixtures/documents.ts';

describe('a PDF document', () => {
  const speech = [
    'Ana Lind: We begin with the boats, of which',
    'there are many (about 90), and go on with the',
    'nets.',
    'Ravi Sen: Yes.',
  ];
  it.each([true, false])('gives its text, packed or not (%s)', async (packed) => {
    expect(await pdfText(pdfOf([column(speech)], { packed }))).toEqual({
      text: 'Ana Lind: We begin with the boats, of which there are many (about 90), and go on with the nets.\n\nRavi Sen: Yes.',
      problems: [],
      pages: [{ number: 1, at: 0 }],
    });
  });
  it('says which pages have no text', async () => {
    expect((await pdfText(pdfOf([column(speech), []]))).problems[0]!.message).toMatch(/1 of 2 pages hold no text/);
  });
  it('gives every page', async () => {
    const { text } = await pdfText(
      pdfOf(
        Array.from({ length: 12 }, (_, page) =>
          column([`Ana Lind: This is said on page ${page} of it.`, 'Ravi Sen: It is.'], { y: 500 }),
        ),
      ),
    );
    expect(text.match(/This is said on page/g)).toHaveLength(12);
  });

  function refuses(what: string, bytes: Uint8Array, message: RegExp) {
    it(`refuses ${what}`, async () => expect(pdfText(bytes)).rejects.toThrow(message));
  }
  refuses('pictures of pages', pdfOf([[], []]), /no text.*OCR/);
  refuses('half of one', pdfOf([column(speech)]).slice(0, 300), /damaged|none of its pages|no text/);
  refuses('rubbish', new TextEncoder().encode('%PDF-1.7 and no more'), /damaged.*save the record as text/);
  refuses(
    'one with a password',
    pdfOf([column(speech)], {
      trailer:
        '/Encrypt<</Filter/Standard/V 1/R 2/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>/P -4>>/ID[<00><00>]',
    }),
    /password/,
  );
  refuses(
    'what unpacks to a mountain',
    pdfOf([[{ text: 'a'.repeat(300_000_000), x: 0, y: 0 }]]),
    /unpacks to more than 64 MB/,
  );
});
