/** PDF documents with words that are read from the right, as makers of documents write them. People and matters are invented. */
import { describe, expect, it } from 'vitest';
import { pdfText } from '../../src/records/documents/pdf.ts';
import { docxOf } from '../fixtures/documents.ts';
import { noBrowser, printedByBrowser } from '../fakes/browser.ts';
import { noLibreOffice, printedByLibreOffice } from '../fakes/libre-office.ts';
import { glyphsPdf, type DrawnLine } from '../fixtures/glyphs-pdf.ts';

const inTurn = (text: string) => Array.from(text);
const order = (text: string) => inTurn(text).toReversed();

function check(what: string, lines: DrawnLine[], text: string, ...told: RegExp[]) {
  it(what, async () => {
    const read = await pdfText(glyphsPdf(lines));
    expect(read.text).toBe(text);
    expect(read.problems.map(({ message }) => message)).toEqual(
      told.map((each) => expect.stringMatching(each) as string),
    );
  });
}

describe('a line that is read from the right', () => {
  check(
    'has its ligatures in the order of their letters, and other letters as they are',
    [
      {
        glyphs: [
          '.',
          'ق',
          'ا',
          'ف',
          'ت',
          'لا',
          'ا',
          ' ',
          'م',
          'ل',
          'ع',
          'ل',
          'ا',
          ' ',
          'لا',
          ' ',
          ':',
          'ى',
          'ل',
          'ي',
          'ل',
        ],
      },
    ],
    'ليلى: لا العلم الاتفاق.',
  );
  check(
    'has the words before a figure before it, though they come in pieces',
    [
      { glyphs: order('ليلى: قلنا في عام '), x: 350 },
      { glyphs: inTurn('2015'), x: 320 },
      { glyphs: ['.', 'ن', 'لآ', 'ا', ' ', 'و', ' '], x: 270 },
    ],
    'ليلى: قلنا في عام 2015 و الآن.',
  );
  check(
    'has Latin words and their brackets from the left, and its own brackets round its words',
    [{ glyphs: ['.', ...inTurn('Ines Okafor (KB)'), ' ', ')', ...order('רות'), '(', ' ', ...order('דוד: אמר')] }],
    'דוד: אמר (רות) Ines Okafor (KB).',
  );
  check(
    '… also where brackets are kept as they are drawn',
    [{ glyphs: ['.', ...inTurn('45%'), ' ', '(', ...order('רות'), ')', ' ', ...order('דוד: אמר')] }],
    'דוד: אמר (רות) 45%.',
  );
  check(
    'has marks with the letter under them',
    [{ glyphs: ['.', { text: 'ّ', width: 0 }, 'ن', 'إ', ' ', ':', 'ى', 'ل', 'ي', 'ل'] }],
    'ليلى: إنّ.',
  );
});

describe('a page that is read from the right', () => {
  check(
    'has its right column first',
    Array.from({ length: 10 }, (_, row) => [
      { glyphs: order(`ימין ${row} דברים על הסירות בים`), x: 320, y: 700 - row * 14 },
      { glyphs: order(`שמאל ${row} דברים על הרשתות שם`), x: 60, y: 700 - row * 14 },
    ]).flat(),
    `${Array.from({ length: 10 }, (_, row) => `ימין ${row} דברים על הסירות בים`).join(' ')}\n\n${Array.from({ length: 10 }, (_, row) => `שמאל ${row} דברים על הרשתות שם`).join(' ')}`,
  );
  check(
    'has names at the right before the words beside them',
    ['דוד', 'רות', 'דוד', 'רות'].flatMap((name, row) => [
      { glyphs: order(name), x: 500, y: 700 - row * 30 },
      { glyphs: order('אמרנו לא ולא נסכים עכשיו'), x: 300, y: 700 - row * 30 },
    ]),
    ['דוד', 'רות', 'דוד', 'רות'].map((name) => `${name}: אמרנו לא ולא נסכים עכשיו`).join('\n\n'),
  );
});

describe('words from the right in a line from the left', () => {
  check(
    'are read, and told',
    [
      { glyphs: [...inTurn('Mira Dahl: The sign at the harbour says '), ...order('לא לדוג'), ...inTurn(' in red.')] },
      { glyphs: inTurn('Otto Finn: We all know what it says.'), y: 640 },
    ],
    'Mira Dahl: The sign at the harbour says לא לדוג in red.\n\nOtto Finn: We all know what it says.',
    /^1 of its pages has words that are read from the right among others/,
  );
});

const spoken = [
  'ليلى: قلنا لا في عام 2015 ولن نقبل الآن، لأن الاتفاق (الأول) كلّف 45% من المال.',
  'דוד: אמרנו לא בשנים 1994-1995, ו-Ines Okafor (Kelp Bay) אמרה כן.',
];

describe('what a program makes of words that are read from the right', () => {
  it.skipIf(noLibreOffice !== null)(
    `is read, of LibreOffice${noLibreOffice === null ? '' : `: skipped, ${noLibreOffice}`}`,
    { timeout: 300_000 },
    async () => {
      const isLatin = /[A-Za-z][A-Za-z ()]*[A-Za-z)]/g;
      const runs = (text: string) =>
        text
          .split(/([A-Za-z][A-Za-z ()]*[A-Za-z)])/)
          .map(
            (part) =>
              `<w:r><w:rPr>${part.match(isLatin) ? '' : '<w:rtl/>'}</w:rPr><w:t xml:space="preserve">${part}</w:t></w:r>`,
          )
          .join('');
      const paragraphs = spoken.map((text) => `<w:p><w:pPr><w:bidi/></w:pPr>${runs(text)}</w:p>`);
      const [file] = await printedByLibreOffice([docxOf(paragraphs.join(''))]);
      expect((await pdfText(file!)).text.split(/\n+/)).toEqual(spoken);
    },
  );
  it.skipIf(noBrowser !== null)(
    `is read, of Chromium${noBrowser === null ? '' : `: skipped, ${noBrowser}`}`,
    async () => {
      const page = spoken.map((text) => `<p>${text}</p>`).join('');
      const file = await printedByBrowser(
        `<!doctype html><html dir="rtl"><meta charset="utf-8"><body>${page}</body></html>`,
      );
      expect((await pdfText(file)).text.split(/\n+/)).toEqual(spoken);
    },
  );
});

describe('letters that their font does not tell', () => {
  check(
    'are read as the document says',
    [
      { glyphs: ['.', 'م', 'و'], x: 100 },
      { glyphs: [{ text: null, width: 0 }, 'ى'], x: 116.5, actualText: 'ي' },
      { glyphs: ['ل', 'ا', ' ', ':', 'ى', 'ل'], x: 122 },
    ],
    'لى: اليوم.',
  );
  const many = Array.from({ length: 12 }, (_, row) => ({
    glyphs: order('قلنا نعم في عام'),
    x: 300,
    y: 700 - row * 14,
  }));
  check(
    'are shown as such and told, where they are few',
    [...many, { glyphs: ['م', null, 'و'], x: 340, y: 500 }],
    `${Array.from({ length: 12 }, () => 'قلنا نعم في عام').join(' ')}\n\nو�م`,
    /1 of its letters cannot be told.*may be altered/,
  );
  it('refuse the document where they are many', async () => {
    const lines = [{ glyphs: ['م', null, 'و', null, 'ا'] }];
    await expect(pdfText(glyphsPdf(lines))).rejects.toThrow(/do not tell which letters they draw.*OCR/);
  });
});
