/** Words that are no part of a page but seen on it: filled fields, typed notes, comments; and bold that is printed twice. */
import { describe, expect, it } from 'vitest';
import { pdfText } from '../../src/records/documents/pdf.ts';
import { pdfFile, pdfOf } from '../fixtures/documents.ts';

const printed = (words: [y: number, text: string][]) => {
  const content = words.map(([y, text]) => `BT /F1 11 Tf 72 ${y} Td (${text}) Tj ET`).join('\n');
  return `<</Length ${content.length}>>stream\n${content}\nendstream`;
};

/** A page with things on it, each as the inside of its dictionary. */
const paged = (words: [y: number, text: string][], ...things: string[]) =>
  pdfFile([
    `<</Type/Catalog/Pages 2 0 R/AcroForm<</DA(/F1 11 Tf)/Fields[${things.map((_, at) => `${at + 7} 0 R`).join(' ')}]>>>>`,
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[${things.map((_, at) => `${at + 7} 0 R`).join(' ')}]>>`,
    printed(words),
    '<</Type/XObject/Subtype/Form/BBox[0 0 12 12]/Length 0>>stream\n\nendstream',
    ...things.map((thing) => `<</Type/Annot${thing}>>`),
  ]);
const field = (value: string, y: number, keys = '/F 4') =>
  `/Subtype/Widget/FT/Tx/T(field${y})/V(${value})/Rect[240 ${y - 4} 420 ${y + 12}]${keys}`;

function check(what: string, file: Uint8Array, text: string, ...told: RegExp[]) {
  it(what, async () => {
    const read = await pdfText(file);
    expect(read.text).toBe(text);
    expect(read.problems.map(({ message }) => message)).toEqual(
      told.map((each) => expect.stringMatching(each) as string),
    );
  });
}

describe('a field of a form', () => {
  const opening = 'The council votes on the motion of the second of May, and every member writes a vote:';
  const lines: [number, string][] = [
    [740, opening],
    [700, 'Vote of Ines Okafor:'],
    [660, 'Vote of Ravi Sen:'],
  ];
  check(
    'has its words beside what is printed there',
    paged(lines, field('against', 700), field('in favour', 660)),
    `${opening}\n\nVote of Ines Okafor: against\n\nVote of Ravi Sen: in favour`,
  );
  check(
    'has what is shown of a choice, and a box that is ticked or not',
    paged(
      lines,
      '/Subtype/Widget/FT/Ch/Ff 131072/T(c)/V(a)/Opt[[(a)(abstains)][(f)(in favour)]]/Rect[240 696 420 712]',
      '/Subtype/Widget/FT/Btn/T(b)/V/Yes/AS/Yes/AP<</N<</Yes 6 0 R/Off 6 0 R>>>>/Rect[240 656 252 668]',
      '/Subtype/Widget/FT/Btn/T(d)/V/Off/AS/Off/AP<</N<</Yes 6 0 R/Off 6 0 R>>>>/Rect[280 656 292 668]',
    ),
    `${opening}\n\nVote of Ines Okafor: abstains\n\nVote of Ravi Sen: ☒ ☐`,
  );
  check(
    'has its lines one under the other',
    paged(
      [[700, 'Reason of Ines Okafor:']],
      '/Subtype/Widget/FT/Tx/Ff 4096/T(m)/V(The nets.\\nThe boats.)/Rect[72 640 420 690]',
    ),
    'Reason of Ines Okafor:\n\nThe nets.\n\nThe boats.',
  );
  check(
    'is not read where it is hidden, empty or a password',
    paged(
      [[700, 'Vote of Ines Okafor:']],
      field('against', 700, '/F 2'),
      field('', 700),
      field('secret', 700, '/F 4/Ff 8192'),
    ),
    'Vote of Ines Okafor:',
  );
});

describe('what is written on a page', () => {
  const lines: [number, string][] = [[700, 'Vote of Ines Okafor:']];
  check(
    'is read where it is typed beside the words',
    paged(lines, '/Subtype/FreeText/DA(/F1 11 Tf)/Contents(against)/Rect[240 696 420 712]'),
    'Vote of Ines Okafor: against',
  );
  check(
    'is told and left out where it is a comment',
    paged(lines, '/Subtype/Text/Contents(Ask her again)/Rect[240 696 260 712]'),
    'Vote of Ines Okafor:',
    /comments on its pages \(3 words: “Ask her again”\)/,
  );
});

describe('bold letters that are printed twice', () => {
  const twice = (text: string, y: number, apart: number) => [
    { text, x: 72, y },
    { text, x: 72 + apart, y },
  ];
  check(
    'are read once, a hair apart',
    pdfOf([[...twice('Ines Okafor: We sign it.', 700, 0.3), ...twice('Ravi Sen: Yes.', 660, 0)]]),
    'Ines Okafor: We sign it.\n\nRavi Sen: Yes.',
  );
  check(
    'and words that are said twice are read twice',
    pdfOf([
      [
        { text: 'Ines Okafor: No,', x: 72, y: 700 },
        { text: 'no,', x: 160, y: 700 },
        { text: 'no,', x: 177, y: 700 },
        { text: 'no.', x: 194, y: 700 },
      ],
    ]),
    'Ines Okafor: No, no, no, no.',
  );
});
