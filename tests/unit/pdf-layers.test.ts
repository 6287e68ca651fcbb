/** Words of a PDF document on layers that are switched off. */
import { describe, expect, it } from 'vitest';
import { pdfText } from '../../src/records/documents/pdf.ts';
import { pdfFile } from '../fixtures/documents.ts';

const at = (y: number, text: string) => `BT /F1 11 Tf 72 ${y} Td (${text}) Tj ET`;
const stream = (content: string, keys = '') => `<<${keys}/Length ${content.length}>>stream\n${content}\nendstream`;

/** A page with a layer that is on and one that is off; `form` is a drawing of its own that belongs to the one that is off. */
const paged = (content: string, form = '') =>
  pdfFile([
    '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]>>>>>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>/Properties<</On 6 0 R/Off 7 0 R/OnlyIf 9 0 R>>/XObject<</Form 8 0 R>>>>/Contents 5 0 R>>',
    stream(content),
    '<</Type/OCG/Name(Speech)>>',
    '<</Type/OCG/Name(Draft)>>',
    stream(form, '/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/OC 7 0 R'),
    '<</Type/OCMD/OCGs[6 0 R 7 0 R]/P/AllOn>>',
  ]);

function check(what: string, file: Uint8Array, text: string, ...told: RegExp[]) {
  it(what, async () => {
    const read = await pdfText(file);
    expect(read.text).toBe(text);
    expect(read.problems.map(({ message }) => message)).toEqual(
      told.map((each) => expect.stringMatching(each) as string),
    );
  });
}

describe('a PDF document with layers', () => {
  const [first, last] = [at(700, 'Ana Lind: We begin with the boats.'), at(600, 'Ravi Sen: Yes.')];
  const both = 'Ana Lind: We begin with the boats.\n\nRavi Sen: Yes.';
  const draft = /layers that are switched off \(4 words: “Draft of nine pages”\)/;
  const words = at(650, 'Draft of nine pages');
  check('has no words of one that is off', paged([first, '/OC /Off BDC', words, 'EMC', last].join('\n')), both, draft);
  check('has the words of one that is on', paged([first, '/OC /On BDC', last, 'EMC'].join('\n')), both);
  check(
    '… of one inside another',
    paged(['/OC /On BDC', first, '/OC /Off BDC', '/P <</MCID 0>> BDC', words, 'EMC', 'EMC', last, 'EMC'].join('\n')),
    both,
    draft,
  );
  check(
    '… of what is shown only with one that is off',
    paged([first, '/OC /OnlyIf BDC', words, 'EMC', last].join('\n')),
    both,
    draft,
  );
  check('… of a drawing that belongs to it', paged([first, '/Form Do', last].join('\n'), words), both, draft);
  check(
    'has words that are said, and stand on such a layer too',
    paged([first, '/OC /Off BDC', at(650, 'Ravi Sen: Yes.'), 'EMC', last].join('\n')),
    both,
    /3 words: “Ravi Sen: Yes\.”/,
  );
});
