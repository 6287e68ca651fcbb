/** Words of a Word document inside elements that the library passes over. */
import { describe, expect, it } from 'vitest';
import { docxText } from '../../src/records/documents/docx.ts';
import { readZip } from '../../src/records/documents/zip.ts';
import { docxOf } from '../fixtures/documents.ts';

const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const m = (name: string, ...inner: string[]) => `<m:${name}>${inner.join('')}</m:${name}>`;
const letters = (text: string) => m('r', m('t', text));
const words =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

function check(what: string, body: string, text: string, told: RegExp[] = []) {
  it(`keeps ${what}`, async () => {
    const document = `<?xml version="1.0"?><w:document ${words}><w:body>${body}</w:body></w:document>`;
    const read = await docxText(readZip(docxOf('', { 'word/document.xml': document })));
    expect(read.text).toBe(text);
    expect(read.problems.map(({ message }) => message)).toEqual(
      told.map((each) => expect.stringMatching(each) as string),
    );
  });
}

describe('a Word document', () => {
  check(
    'words in simple fields',
    line(
      r('Ana Lind: We meet at '),
      `<w:fldSimple w:instr=" DOCPROPERTY Pier ">${r('Pier Nine')}</w:fldSimple>`,
      r('.'),
    ),
    'Ana Lind: We meet at Pier Nine.',
  );
  check(
    'words from right to left',
    line(`<w:dir w:val="rtl">${r('نبدأ ')}</w:dir>`, `<w:bdo w:val="rtl">${r('الآن')}</w:bdo>`, r('.')),
    'نبدأ الآن.',
  );
  check(
    'one such element in another',
    line(`<w:dir w:val="rtl"><w:fldSimple w:instr=" REF a ">${r('الميناء')}</w:fldSimple></w:dir>`),
    'الميناء',
  );
  check(
    'the base of characters with their sound above them',
    line(`<w:r><w:ruby><w:rt>${r('みなと')}</w:rt><w:rubyBase>${r('港')}</w:rubyBase></w:ruby></w:r>`, r('です。')),
    '港です。',
  );
  check(
    'equations, in one line',
    line(
      r('The load is '),
      m(
        'oMath',
        m('f', m('num', letters('a+b')), m('den', letters('2'))),
        letters('='),
        m('sSup', m('e', letters('10')), m('sup', letters('6'))),
        m('sSub', m('e', letters('x')), m('sub', letters('i'))),
        m('rad', m('deg'), m('e', letters('k'))),
        m('d', m('e', letters('t'))),
      ),
      r(' tonnes.'),
    ),
    'The load is (a+b)/2=10⁶x_i√k(t) tonnes.',
  );
  check(
    'the signs of equations',
    line(
      m(
        'oMath',
        m(
          'nary',
          m('naryPr', '<m:chr m:val="∑"/>'),
          m('sub', letters('i=1')),
          m('sup', letters('9')),
          m('e', letters('k')),
        ),
        m('d', m('dPr', '<m:begChr m:val="["/><m:endChr m:val="]"/>'), m('e', letters('t'))),
      ),
    ),
    '∑_(i=1)⁹ k[t]',
  );
  check('an equation that is a paragraph', line(m('oMathPara', m('oMath', letters('E=5')))), 'E=5');
  check(
    'words in the box of a new drawing',
    line(
      r('Above.'),
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${line(r('In the box.'))}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
    ) + line(r('Below.')),
    'Above.\n\nIn the box.\n\nBelow.',
  );
  const box = (checked: 0 | 1) =>
    `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('☐')}</w:sdtContent></w:sdt>`;
  check(
    'boxes that are ticked or not',
    line(box(1), r(' Present ')) + line(box(0), r(' Absent')),
    '☒ Present\n\n☐ Absent',
  );
  check(
    'what it does not know in what it tells',
    line(r('We pay'), `<w:strange>${r(' nine boats')}</w:strange>`, r('.')),
    'We pay.',
    [/w:strange.*2 words: “nine boats”/],
  );
  check(
    '… of another vocabulary',
    line(r('We pay'), `<k:kite xmlns:k="urn:kites">${r(' nine boats')}</k:kite>`, r('.')),
    'We pay.',
    [/k:kite.*2 words: “nine boats”/],
  );
  check('nothing to tell of an unknown element without words', line(r('We pay.'), '<w:strange/>'), 'We pay.');
});
