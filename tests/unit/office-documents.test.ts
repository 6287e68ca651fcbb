/** OpenDocument and RTF: made as they are needed, people and matters invented. */
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../src/records/documents/texts.ts';
import { zipOf } from '../fixtures/documents.ts';

async function read(bytes: Uint8Array): Promise<{ text: string; told: string[] }> {
  for await (const { text, problems } of textsIn(bytes)) return { text, told: problems.map(({ message }) => message) };
  throw new Error('nothing was read');
}

const names =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';
const looks =
  '<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles>';
const odt = (body: string, mimetype = 'application/vnd.oasis.opendocument.text') =>
  zipOf({
    mimetype,
    'content.xml': `<?xml version="1.0"?><office:document-content ${names}>${looks}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<?xml version="1.0"?><office:document-styles ${names}/>`,
  });

describe('OpenDocument text', () => {
  it('has headings, names in bold, lists, tables and blanks', async () => {
    const { text, told } = await read(
      odt(
        '<text:h text:outline-level="1">The harbour</text:h><text:p><text:span text:style-name="T1">Ana Lind:</text:span> We<text:s text:c="2"/>begin.<text:line-break/>With the har<text:soft-page-break/>bour.</text:p><text:list><text:list-item><text:p>One</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Speaker</text:p></table:table-cell><table:table-cell><text:p>Text</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Ana Lind</text:p></table:table-cell><table:table-cell><text:p>Yes, a &amp; b.</text:p></table:table-cell></table:table-row></table:table>',
      ),
    );
    expect(text).toBe(
      'The harbour\n\n**Ana Lind:** We begin.\nWith the harbour.\n\n– One\n\n| Speaker | Text |\n| --- | --- |\n| Ana Lind | Yes, a & b. |',
    );
    expect(told).toEqual([]);
  });

  it('leaves out and tells what is struck out, hidden, deleted, a note or a comment', async () => {
    const { text, told } = await read(
      odt(
        '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>We will <text:span text:style-name="T2">never </text:span>pay<text:span text:style-name="T3"> later</text:span>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note</text:p></text:note-body></text:note><office:annotation><text:p>Check</text:p></office:annotation></text:p>',
      ),
    );
    expect(text).toBe('We will pay.');
    expect(told).toEqual(
      [/deleted words/, /struck-out words \(one word: “never”\)/, /hidden words/, /notes/, /comments/].map(
        (each) => expect.stringMatching(each) as string,
      ),
    );
  });

  it('is read from one flat file, too', async () => {
    const flat = `<?xml version="1.0"?><office:document ${names}>${looks}<office:body><office:text><text:p>Ana Lind: We begin.</text:p></office:text></office:body></office:document>`;
    expect((await read(new TextEncoder().encode(flat))).text).toBe('Ana Lind: We begin.');
  });

  it('of another kind is refused with its name', async () => {
    const { text, told } = await read(odt('', 'application/vnd.oasis.opendocument.spreadsheet'));
    expect(text).toBe('');
    expect(told[0]).toMatch(/OpenDocument file of another kind .*spreadsheet/);
    expect((await read(odt('', 'application/epub+zip'))).told[0]).toMatch(/e-book/);
  });
});

const rtf = (body: string) =>
  new Uint8Array(
    Buffer.from(
      `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Mincho;}}{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Nobody;}{\\info{\\title Not a word}}\\pard ${body}}`,
      'latin1',
    ),
  );

describe('RTF', () => {
  it('has paragraphs, lines, names in bold and letters of every kind', async () => {
    const { text, told } = await read(
      rtf(
        "{\\b Ana Lind:} We begin \\endash  with \\ldblquote boats\\rdblquote .\\par\n{\\b Zo\\'eb Sen}{\\b :} Yes.\\line So \\{we\\} do, \\u8364?5.\\par{\\f1 \\'c0\\'ed\\'ed\\'e0: \\'c4\\'e0.}\\par{\\f2 \\'93\\'fa\\'96\\'7b}\\par\\uc2\\u1040 xxA",
      ),
    );
    expect(text).toBe(
      '**Ana Lind:** We begin – with “boats”.\n\n**Zoë Sen:** Yes.\nSo {we} do, €5.\n\nАнна: Да.\n\n日本\n\nАA',
    );
    expect(told).toEqual([]);
  });

  it('leaves out and tells what is struck out, hidden, deleted or a note', async () => {
    const { text, told } = await read(
      rtf('We will {\\strike never }pay{\\v  later}.{\\footnote\\pard A note}{\\deleted gone}{\\header Page 1}\\par'),
    );
    expect(text).toBe('We will pay.');
    expect(told).toEqual(
      [/struck-out words \(one word: “never”\)/, /hidden words/, /notes/, /deleted words/].map(
        (each) => expect.stringMatching(each) as string,
      ),
    );
  });

  it('has tables', async () => {
    const cell = (text: string) => `\\intbl ${text}\\cell `;
    const { text } = await read(
      rtf(
        `\\trowd ${cell('Ana Lind')}${cell('We begin.')}\\row\\trowd ${cell('Ravi Sen')}${cell('Yes.')}\\row\\pard End.\\par`,
      ),
    );
    expect(text).toBe('Ana Lind: We begin.\nRavi Sen: Yes.\n\nEnd.');
  });

  it('is read however it is broken', async () => {
    for (const body of ['{\\b', '}}}', "\\'", '\\u', '\\bin999999 ', '{\\*\\x{\\y'])
      expect((await read(rtf(`Ana: Hello.${body}`))).text).toMatch(/^(?:Ana: Hello\.)?/);
  });
});
