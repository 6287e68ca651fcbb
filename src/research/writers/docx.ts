/** A paper as a Word file with footnotes, one for each quotation, in the order they stand (LibreOffice goes by order). */
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx';
import { noteOf, type NoteForm } from '../citations/notes.ts';
import { asProperties, imprintOf } from '../imprint.ts';
import type { Block, Paper } from '../paper.ts';
import { xmlText } from '../../words/xml-text.ts';

type Child = NonNullable<ISectionOptions['children']>[number];

export async function asDocx(paper: Paper, form: NoteForm): Promise<Uint8Array> {
  const { title, facts, sections } = paper;
  const footnotes: { [id: string]: { children: Paragraph[] } } = {};
  let notes = 0;
  const noted = (text: string) => {
    notes += 1;
    footnotes[String(notes)] = { children: [paragraph(text, { style: 'FootnoteText' })] };
    return new FootnoteReferenceRun(notes);
  };
  const children: Child[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    ...facts.map((fact) => paragraph(fact)),
    ...sections.flatMap(({ heading, blocks }) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: runs(heading),
        bidirectional: isRightToLeft(heading),
      }),
      ...blocks.flatMap((block) => blockOf(block, (cited) => noted(noteOf(cited, form)))),
    ]),
  ];
  const file = new Document({
    title: xmlText(title),
    creator: 'Rapporteur',
    customProperties: asProperties(imprintOf(paper)),
    styles,
    numbering: { config: [{ reference: 'points', levels: [bullet] }] },
    footnotes,
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 360, hanging: 240 } } },
};

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' };

/** Sizes are in half points, spaces in twentieths of one. */
const styles = {
  default: {
    document: { run: { font, size: 23, sizeComplexScript: 23 }, paragraph: { spacing: { after: 140, line: 276 } } },
    title: { run: { font, size: 40, bold: true }, paragraph: { spacing: { after: 200 } } },
    heading1: { run: { font, size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 140 } } },
  },
  paragraphStyles: [
    { id: 'Quotation', name: 'Quotation', basedOn: 'Normal', paragraph: { indent: { left: 480, right: 480 } } },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      run: { size: 18, sizeComplexScript: 18 },
      paragraph: { spacing: { after: 40, line: 240 } },
    },
  ],
};

function blockOf(
  block: Block,
  noteOn: (cited: Extract<Block, { kind: 'quotation' }>['cited']) => FootnoteReferenceRun,
): Child[] {
  if (block.kind === 'text') return [paragraph(block.text)];
  if (block.kind === 'report')
    return [
      new Paragraph({
        children: [new TextRun({ text: `${xmlText(block.by)}, nobody’s words: `, italics: true }), ...runs(block.text)],
      }),
    ];
  if (block.kind === 'picture') return gridOf(block);
  if (block.kind === 'table') return [tableOf(block), paragraph('')];
  const words = `“${block.cited.quote.text}”`;
  const lead = new TextRun({ text: `${xmlText(block.lead)}: `, bold: true });
  // One paragraph has one direction: the lead stands apart where the words run the other way.
  if (block.asPoint && !isRightToLeft(words))
    return [
      new Paragraph({
        numbering: { reference: 'points', level: 0 },
        children: [lead, ...runs(words), noteOn(block.cited)],
      }),
    ];
  return [
    new Paragraph({
      keepNext: true,
      children: [lead],
      ...(block.asPoint && { numbering: { reference: 'points', level: 0 } }),
    }),
    new Paragraph({
      style: 'Quotation',
      bidirectional: isRightToLeft(words),
      children: [...runs(words), noteOn(block.cited)],
    }),
  ];
}

/** Drawn as a table, which every program for such files shows and prints: columns by number, named below. */
function gridOf({ grid }: Extract<Block, { kind: 'picture' }>): Child[] {
  const { columns, rows, legend } = grid;
  const first = 2600;
  const width = Math.floor((widthOfText - first) / Math.max(columns.length, 1));
  const cell = (text: string, size: number, colours?: { fill: string; ink: string }) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      ...(colours && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.fill } }),
      children: [
        new Paragraph({
          alignment: colours ? AlignmentType.CENTER : AlignmentType.START,
          children: [new TextRun({ text: xmlText(text), font, ...(colours && { color: colours.ink }) })],
        }),
      ],
    });
  const plain = { fill: 'FFFFFF', ink: '000000' };
  const named = columns.map((name, at) => `${at + 1} ${name}`).join('; ');
  return [
    new Table({
      columnWidths: [first, ...columns.map(() => width)],
      width: { size: first + width * columns.length, type: WidthType.DXA },
      rows: [
        new TableRow({
          tableHeader: true,
          children: [cell('', first), ...columns.map((_, at) => cell(String(at + 1), width, plain))],
        }),
        ...rows.map(
          ({ name, cells }) =>
            new TableRow({
              children: [cell(name, first), ...cells.map(({ sign, ...colours }) => cell(sign, width, colours))],
            }),
        ),
      ],
    }),
    paragraph(`${named}. ${legend}.`),
  ];
}

function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): Table {
  const width = Math.floor(widthOfText / head.length);
  const row = (cells: string[], bold: boolean) =>
    new TableRow({
      tableHeader: bold,
      children: cells.map(
        (cell) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            children: [new Paragraph({ children: runs(cell, { bold }), bidirectional: isRightToLeft(cell) })],
          }),
      ),
    });
  return new Table({
    columnWidths: head.map(() => width),
    width: { size: width * head.length, type: WidthType.DXA },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

/** Of a page with the usual margins, in twentieths of a point. */
const widthOfText = 9000;

function paragraph(text: string, options: { style?: string } = {}): Paragraph {
  return new Paragraph({ ...options, children: runs(text), bidirectional: isRightToLeft(text) });
}

/** Words with the direction of their letters; a line break stays one. */
function runs(text: string, { bold = false } = {}): TextRun[] {
  return xmlText(text)
    .split(/\r\n?|\n/u)
    .map(
      (line, at) => new TextRun({ text: line, bold, break: at === 0 ? 0 : 1, rightToLeft: isRightToLeft(line), font }),
    );
}

/** Most letters of a text are of a script that is read from right to left. */
function isRightToLeft(text: string): boolean {
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  const rightToLeft =
    text.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu)?.length ?? 0;
  return rightToLeft > all / 2;
}
