/** What stands in a Word document and is not among its words. */
import { describe, expect, it } from 'vitest';
import { docxText } from '../../src/records/documents/docx.ts';
import { readZip } from '../../src/records/documents/zip.ts';
import { docxOf, p } from '../fixtures/documents.ts';

const r = (text: string, properties = '', inner = 't') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:${inner} xml:space="preserve">${text}</w:${inner}></w:r>`;
const line = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;

function check(what: string, body: string, text: string, told: RegExp[], more: Record<string, string> = {}) {
  it(what, async () => {
    const read = await docxText(readZip(docxOf(body, more)));
    expect(read.text).toBe(text);
    expect(read.problems.map(({ message }) => message)).toEqual(
      told.map((each) => expect.stringMatching(each) as string),
    );
  });
}

const styles = (properties: string) =>
  `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr>${properties}</w:rPr></w:style></w:styles>`;

describe('a Word document', () => {
  const never = [/struck-out words \(one word: “never”\)/];
  check(
    'has struck-out words, which nobody says',
    line(r('We will '), r('never ', '<w:strike/>'), r('pay.')),
    'We will pay.',
    never,
  );
  check(
    '… struck out twice',
    line(r('We will '), r('never ', '<w:dstrike w:val="1"/>'), r('pay.')),
    'We will pay.',
    never,
  );
  check(
    '… by their style',
    line(r('We will '), r('never ', '<w:rStyle w:val="Gone"/>'), r('pay.')),
    'We will pay.',
    never,
    { 'word/styles.xml': styles('<w:strike/>') },
  );
  check(
    'has words whose strike is taken back',
    line(r('We will '), r('never ', '<w:rStyle w:val="Gone"/><w:strike w:val="false"/>'), r('pay.')),
    'We will never pay.',
    [],
    { 'word/styles.xml': styles('<w:strike/>') },
  );
  check('has hidden words', line(r('We pay'), r(' (not really)', '<w:vanish/>'), r('.')), 'We pay.', [
    /hidden words \(2 words: “\(not really\)”\)/,
  ]);
  check(
    'has deleted words, and words put in',
    line(
      r('We '),
      `<w:del w:id="1">${r('never ', '', 'delText')}</w:del>`,
      `<w:ins w:id="2">${r('always ')}</w:ins>`,
      r('pay.'),
    ),
    'We always pay.',
    [/deleted words \(one word: “never”\)/],
  );
  check('has comments', p('We pay.'), 'We pay.', [/comments \(2 words: “Check this”\)/], {
    'word/comments.xml':
      '<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"><w:p><w:r><w:t>Check this</w:t></w:r></w:p></w:comment></w:comments>',
  });
  check(
    'has raised marks of notes, and raised figures that are said',
    line(
      r('The harbour.'),
      r('12', '<w:vertAlign w:val="superscript"/>'),
      r(' It has 90 km'),
      r('2', '<w:vertAlign w:val="superscript"/>'),
      r('.'),
    ),
    'The harbour. It has 90 km2.',
    [/marks of notes \(one word: “12”\)/],
  );
  check(
    'has a power of ten, which is no other number',
    line(r('It weighs 10'), r('6', '<w:vertAlign w:val="superscript"/>'), r(' tonnes.')),
    'It weighs 10⁶ tonnes.',
    [],
  );
  check(
    'has words on both sides of a page break',
    line(r('We pay'), '<w:r><w:br w:type="page"/></w:r>', r('for the boats.')),
    'We pay\nfor the boats.',
    [],
  );
  check(
    'has a word over the end of a page as Word set it',
    line(r('We pay for the har'), '<w:r><w:lastRenderedPageBreak/><w:t>bour.</w:t></w:r>'),
    'We pay for the harbour.',
    [],
  );
});
