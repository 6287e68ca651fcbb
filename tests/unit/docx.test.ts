import { describe, expect, it } from 'vitest';
import { docxText } from '../../src/records/documents/docx.ts';
import { readZip } from '../../src/records/documents/zip.ts';
import { b, docxOf, heading, p, table } from '../fixtures/documents.ts';

function check(what: string, body: string, text: string, ...problems: RegExp[]) {
  it(`reads ${what}`, async () => {
    const read = await docxText(readZip(docxOf(body)));
    expect(read.text).toBe(text);
    expect(read.problems.map(({ message }) => message)).toEqual(
      problems.map((problem) => expect.stringMatching(problem) as string),
    );
  });
}

describe('a Word document', () => {
  check('paragraphs', p('One.') + p('') + p('Two & <three>.'), 'One.\n\nTwo & <three>.');
  check(
    'names in bold before their words',
    p(b('Ana Lind:'), ' We begin.') + p(b('Ana'), b(' Lind'), ': We go on.') + p(b('Ana Lind'), ' – Chair'),
    '**Ana Lind:** We begin.\n\n**Ana Lind**: We go on.\n\n**Ana Lind** – Chair',
  );
  check(
    'bold inside words as words',
    p('We ', b('must'), ' go.') + p(b('Never'), ' again.'),
    'We must go.\n\nNever again.',
  );
  check(
    'names with times, and the words under them',
    p(b('Ravi Sen'), '   0:42\nIt burns oil.'),
    '**Ravi Sen** 0:42\nIt burns oil.',
  );
  check(
    'names in bold over their words',
    p('Hearing') + p(b('Ana Lind')) + p('We begin.'),
    'Hearing\n\nAna Lind\nWe begin.',
  );
  check(
    'a title, and headings as headings',
    heading('The lighthouse', 'Title') + p('One.') + heading('Part two') + p('Two.'),
    'The lighthouse\n\nOne.\n\n## Part two\n\nTwo.',
  );
  check(
    'a table with heads',
    table([
      ['Speaker', 'Text'],
      ['Ana Lind', 'This | that\nand more'],
    ]),
    '| Speaker | Text |\n| --- | --- |\n| Ana Lind | This \\| that and more |',
  );
  check(
    'a table of names and words',
    table([
      ['Ana Lind', 'We begin.'],
      ['Ravi Sen:', 'Yes, let us.'],
    ]),
    'Ana Lind: We begin.\nRavi Sen: Yes, let us.',
  );
  check(
    'tables side by side as two',
    table([
      ['Speaker', 'Text'],
      ['Ana Lind', 'Yes.'],
    ]) + table([['Ana Lind', 'It is 1.']]),
    '| Speaker | Text |\n| --- | --- |\n| Ana Lind | Yes. |\n\nAna Lind: It is 1.',
  );
  check('nothing', '', '');

  it('leaves out notes, and says so', async () => {
    const note = '<w:p><w:r><w:t>We begin.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
    const document = docxOf(note, {
      'word/_rels/document.xml.rels':
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
      'word/footnotes.xml':
        '<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>Nobody said this.</w:t></w:r></w:p></w:footnote></w:footnotes>',
    });
    const { text, problems } = await docxText(readZip(document));
    expect(text).toBe('We begin.');
    expect(problems[0]?.message).toMatch(/notes \(1\) are left out/);
  });
  it('says what is wrong with a broken one', async () => {
    await expect(docxText(readZip(docxOf('<w:p><w:r>')))).rejects.toThrow(/cannot be read .*save it again/s);
  });
});

describe('numbered paragraphs of a Word document', () => {
  const point = (text: string, list: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const list = (id: number, format: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`;
  const numbering = `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${list(1, 'decimal')}${list(2, 'bullet')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;
  const read = (body: string) => docxText(readZip(docxOf(body, { 'word/numbering.xml': numbering })));

  it('are points, and it is told that their numbers are left out', async () => {
    const { text, problems } = await read(point('We sign.', 1) + point('We go.', 1) + p('So it is.'));
    expect(text).toBe('– We sign.\n– We go.\n\nSo it is.');
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/numbers of its numbered paragraphs \(2\) are left out/),
    ]);
  });
  it('are told of no points that have no numbers', async () => {
    expect(await read(point('We sign.', 2) + p('So it is.'))).toEqual({
      text: '– We sign.\n\nSo it is.',
      problems: [],
    });
  });
});
