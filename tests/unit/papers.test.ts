/** Papers on what was said: every quotation a slice, every note at its own. The sessions are invented. */
import { load } from 'cheerio';
import mammoth from 'mammoth';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { briefOn } from '../../src/research/brief.ts';
import { noteForms, noteOf } from '../../src/research/citations/notes.ts';
import { asBibtex, asRis } from '../../src/research/citations/references.ts';
import { comparisonOf } from '../../src/research/comparison.ts';
import { collectionOf } from '../../src/research/collection.ts';
import { citedIn, type Cited, type Paper } from '../../src/research/paper.ts';
import { NoLibreOffice, asPdf } from '../../src/research/writers/pdf.ts';
import { NoSuchForm, written } from '../../src/research/writers/writers.ts';
import { noLibreOffice, printedByLibreOffice } from '../fakes/libre-office.ts';
import { notedOnPages } from '../fakes/printed-pages.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { arabic, chinese, hostile } from '../fixtures/reading.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const now = new Date('2026-03-04T10:00:00Z');
const odd = {
  id: 'odd-2025',
  title: '=HYPERLINK("x") & <b>odd</b> _things_ | here',
  date: '2025-08-01',
  event: '+Event',
  turns: [
    {
      speaker: '@Sum',
      text: '=1+1 is the frost budget. *Stars* and _lines_ and [links](x) of frost stay | words. Frost &amp; ice stay.',
    },
    {
      speaker: 'Mei Tanaka',
      text: 'Is there a frost budget? Frost\u0001 costs us “much” more. It holds up our ships.',
    },
  ],
};

/** Without blanks, which lines take and give, and without Chinese, of which a machine without a font prints one sign for all. */
const lettersOf = (text: string) => text.normalize('NFKC').replaceAll(/[\s\p{Script=Han}\p{Cc}。，、：；！？]+/gu, '');

/** Words that are read from the right stand on a page in the order of their places: of these all letters must be there. */
function expectOnPage(page: string, words: string): void {
  const isFromRight = /\p{Script=Arabic}/u.test(words);
  if (!isFromRight) expect(lettersOf(page)).toContain(lettersOf(words));
  else for (const letter of new Set(Array.from(lettersOf(words)))) expect(lettersOf(page)).toContain(letter);
}

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour, orchard, arabic, chinese, hostile, odd)]);
});
afterAll(() => rapporteur.close());

const matters = [
  'frost',
  'dredging',
  'frost warning',
  'seals',
  '投票',
  'السفن',
  'nothing else',
  'eelgrass',
  'submarines',
];
const briefs = () => Promise.all(matters.map((about) => briefOn({ about, for: 'my minister' }, rapporteur, now)));
const textOf = async (paper: Paper, name: string) => (await written(paper, name, 'un')) as string;

/** The words of a quotation in a paper, whose control signs a file cannot hold. */
const wordsOf = ({ quote }: Cited) => quote.text.replaceAll('\u0001', '');

describe('a brief', () => {
  it('has the clearest first, of as many speakers as there are, then all of them by session', async () => {
    const paper = await briefOn({ about: 'frost warning', for: 'my minister', points: 2 }, rapporteur, now);
    expect(paper.title).toBe('Frost warning: what was said');
    expect(paper.facts[0]).toBe('For my minister');
    expect(paper.sections[0]!.blocks.map((block) => block.kind === 'quotation' && block.lead)).toEqual(
      expect.arrayContaining(['Pia Rossi', 'Jon Abara']),
    );
    expect(paper.sections.map(({ heading }) => heading)).toContain('Orchard growers meeting, 2 September 2025');
  });

  it('is of what has most of the matter, and says how much has a part of it', async () => {
    const schools = await rapporteurIn(temporaryFolder());
    const turn = (speaker: string, text: string) => ({ speaker, text });
    const said = (id: string, ...turns: object[]) => ({ id, title: `Talk ${id}`, date: '2026-02-02', turns });
    await schools.ingest([
      recordOf(
        said('one', turn('Chair', 'School funding comes first.'), turn('Ada Berg', 'The school funding is too low.')),
        said('two', turn('Chair', 'I have funding for my journey.'), turn('Bo Dahl', 'The school stands by the sea.')),
      ),
    ]);
    const text = await textOf(await briefOn({ about: 'funding for schools' }, schools, now), 'brief.md');
    expect(text).toContain('The school funding is too low.');
    expect(text).not.toMatch(/my journey|Bo Dahl/u);
    expect(text).toMatch(/Of those, \d have only a part of the words and are left out here/u);
    const alike = await collectionOf({ speaker: 'Chair', about: 'funding' }, schools, now);
    expect(alike.facts[0]).toContain('Chair on “funding”: 2 quotes in 2 sessions');
    await schools.close();
  });

  it('says who spoke on it, and who took part and did not', async () => {
    const paper = await briefOn({ about: 'eelgrass' }, rapporteur, now);
    const blocks = paper.sections.find(({ heading }) => heading === 'Who spoke on it')!.blocks;
    expect(blocks[0]).toMatchObject({ rows: [['Tomas Lindqvist', 'Director of the Coastal Research Bureau', '2']] });
    expect(blocks[1]).toMatchObject({
      text: 'Took part in these sessions, and nothing of theirs was found on it: Ines Okafor; Mei Tanaka.',
    });
  });

  it('tells of somebody once whom the sessions call differently, and joins no two who are called alike', async () => {
    const mills = await rapporteurIn(temporaryFolder());
    const turn = (speaker: string, text: string) => ({ speaker, text });
    const said = (id: string, ...turns: object[]) => ({ id, title: `Mill talk ${id}`, date: '2026-02-02', turns });
    await mills.ingest([
      recordOf(
        said(
          'one',
          turn('Hon. Ada Berg (Minister of Mills)', 'The mill levy is too high.'),
          turn('Hon. Ada Berg', 'The mill levy must fall.'),
          turn('Chair', 'The mill levy comes next.'),
          turn('Bo Dahl', 'Good day.'),
        ),
        said(
          'two',
          turn('Hon. Ada Berg (Lowmoor)', 'Good morning.'),
          turn('Bo Dahl (Highmoor)', 'The mill levy pays for the weir.'),
          turn('Chair', 'Thank you all.'),
        ),
      ),
    ]);
    const paper = await briefOn({ about: 'mill levy' }, mills, now);
    const leads = paper.sections[0]!.blocks.map((block) => block.kind === 'quotation' && block.cited.quote.speaker);
    expect(leads.filter((name) => String(name).includes('Berg'))).toHaveLength(1);
    const blocks = paper.sections.find(({ heading }) => heading === 'Who spoke on it')!.blocks;
    expect(blocks[0]).toMatchObject({
      rows: [
        [expect.stringContaining('Bo Dahl'), '', '1'],
        ['Chair (in Mill talk one)', '', '1'],
        [expect.stringContaining('Ada Berg'), '', '2'],
      ],
    });
    expect(blocks[1]).toMatchObject({
      text: 'Took part in these sessions, and nothing of theirs was found on it: Chair (in Mill talk two).',
    });
    expect(await textOf(paper, 'brief.md')).toContain('4 places by 3 speakers in 2 sessions');
    const compared = await comparisonOf({ sides: ['Ada Berg', 'Bo Dahl'], about: 'mill levy' }, mills, now);
    const last = compared.sections.at(-1)!.blocks;
    expect(last[0]).toMatchObject({ text: expect.stringMatching(/^Of 3 people .*, 3 were found to speak/u) as string });
    await mills.close();
  });

  it('says what was looked through where nothing was said', async () => {
    const text = await textOf(await briefOn({ about: 'submarines' }, rapporteur, now), 'brief.md');
    expect(text).toContain('Nothing was found on “submarines”');
    expect(text).toContain('6 sessions, from 14 May 2025 to 2 September 2025.');
  });

  it('takes no question for a point where anything is said', async () => {
    const [first] = (await briefOn({ about: 'frost budget' }, rapporteur, now)).sections[0]!.blocks;
    expect(first).toMatchObject({ cited: { quote: { text: expect.not.stringContaining('?') as string } } });
  });

  it('has nothing in quotation marks that is no slice of a turn', async () => {
    for (const paper of await briefs()) {
      for (const { quote } of citedIn(paper)) {
        const session = (await rapporteur.show(quote.session.id))!;
        expect(session.turns[quote.turn]!.text.slice(quote.start, quote.end)).toBe(quote.text);
      }
    }
  });
});

describe('a comparison', () => {
  const compared = (sides: string[], about: string) => comparisonOf({ sides, about }, rapporteur, now);

  it('has what each side said, and says who said nothing', async () => {
    const { title, sections } = await compared(
      ['Coastal Research Bureau', 'Blue Quay', 'Pia Rossi', 'Atlantis'],
      'seals',
    );
    expect(title).toBe('Coastal Research Bureau, Blue Quay, Pia Rossi and Atlantis on seals');
    expect(sections.map(({ heading, blocks }) => [heading, blocks[0]!.kind])).toEqual([
      ['Side by side', 'table'],
      ['Coastal Research Bureau', 'quotation'],
      ['Blue Quay', 'quotation'],
      ['Pia Rossi', 'text'],
      ['Atlantis', 'text'],
      ['Who spoke on it, and who did not', 'text'],
    ]);
    const who = sections[5]!.blocks.map((block) => block.kind === 'text' && block.text);
    expect(who[0]).toMatch(
      /^Of \d+ people who are named in the (?:session|\d sessions) in which a side speaks, 2 were found to speak of “seals”/u,
    );
    expect(who[1]).toMatch(/^There, and not found to: .*Ines Okafor/u);
    expect(sections[3]!.blocks).toEqual([
      { kind: 'text', text: 'Nothing of theirs was found on “seals” in the session they speak in.' },
    ]);
    expect(sections[4]!.blocks).toEqual([{ kind: 'text', text: 'Nobody called “Atlantis” is known here.' }]);
  });

  it('has the first and the latest of who spoke on several days', async () => {
    const { sections } = await compared(['Mei Tanaka', 'Tomas Lindqvist'], 'ships');
    const { blocks } = sections.find(({ heading }) => heading === 'First and latest')!;
    expect(blocks.map((block) => block.kind === 'quotation' && [block.lead, block.cited.quote.text])).toEqual([
      ['14 May 2025, Mei Tanaka, Head of Port Operations at Blue Quay', expect.stringContaining('90 ships a month')],
      ['1 August 2025, Mei Tanaka', 'It holds up our ships.'],
      false,
    ]);
    expect(blocks[2]).toMatchObject({ text: expect.stringMatching(/^In the latest and not in the first: holds\./u) });
    expect(JSON.stringify(sections)).not.toMatch(/contradict/iu);
  });

  it('labels a side only where its words do, with the quote that carries the label', async () => {
    await rapporteur.ingest([
      recordOf({
        id: 'quay-2025',
        title: 'Quay walk',
        date: '2025-09-09',
        turns: [
          { speaker: 'Ulla Vik', text: 'We support the quay toll. It is important if we move to a bridge.' },
          {
            speaker: 'Rolf Aas',
            text: 'This is important if we come to the quay toll. Some say that they reject the quay toll.',
          },
        ],
      }),
    ]);
    const { sections } = await compared(['Ulla Vik', 'Rolf Aas'], 'quay toll');
    const [table] = sections[0]!.blocks;
    expect(table?.kind === 'table' && table.rows.find(([name]) => name === 'Position in these words')).toEqual([
      'Position in these words',
      'for it',
      '—',
    ]);
    expect(sections[1]!.blocks[0]).toMatchObject({ lead: 'For it: Ulla Vik' });
  });
});

describe('a note', () => {
  it.each([
    [
      'un',
      'Statement by Tomas Lindqvist (Director of the Coastal Research Bureau), Coast Week, Harbour Council hearing, 14 May 2025, transcript, at 0:20, turn 2.',
    ],
    [
      'chicago',
      'Tomas Lindqvist, Director of the Coastal Research Bureau, remarks at Harbour Council hearing, Coast Week, 14 May 2025, transcript, at 0:20, turn 2.',
    ],
    [
      'oscola',
      'Tomas Lindqvist, Director of the Coastal Research Bureau, statement at Harbour Council hearing (Coast Week, 14 May 2025) transcript, at 0:20, turn 2',
    ],
  ] as const)('in the form %s has who, where and when', async (form, expected) => {
    const [first] = citedIn(await briefOn({ about: '312 seals counted' }, rapporteur, now));
    expect(noteOf(first!, form)).toBe(expected);
  });

  it('says where it opens and when that was looked up, what was interpreted, and that nobody is named', async () => {
    const [first] = citedIn(await briefOn({ about: 'eelgrass' }, rapporteur, now));
    const quote = { ...first!.quote, speaker: null, spokenIn: 'fr', url: 'https://records.example/x' };
    expect(noteOf({ ...first!, quote }, 'un')).toMatch(
      /^Statement by an unknown speaker, .* of the interpretation from French, .* available at https:\/\/records\.example\/x \(checked on 4 March 2026\)\.$/u,
    );
    for (const form of noteForms) expect(noteOf({ ...first!, quote }, form)).not.toContain('Lindqvist');
  });
});

/** Each quotation of a Word file with its note, as mammoth reads the file. */
async function notedBy(bytes: Uint8Array): Promise<{ words: string; note: string }[]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const page = load(value);
  return page('sup a[href^="#footnote-"]')
    .toArray()
    .map((mark) => {
      const note = page(page(mark).attr('href')).text();
      return { words: page(mark).closest('p, li').text(), note };
    });
}

describe('a paper in Word', () => {
  it('has each note at its quotation, for mammoth', async () => {
    for (const paper of await briefs()) {
      const quotations = paper.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'quotation'));
      const noted = await notedBy((await written(paper, 'brief.docx', 'un')) as Uint8Array);
      expect(noted).toHaveLength(quotations.length);
      for (const [at, { cited }] of quotations.entries()) {
        expect(noted[at]!.words).toContain(`“${wordsOf(cited)}”`);
        expect(noted[at]!.note).toContain(noteOf(cited, 'un'));
      }
    }
  });

  it.skipIf(noLibreOffice !== null)(
    `has each note at its quotation, on the pages of LibreOffice${noLibreOffice === null ? '' : `: skipped, ${noLibreOffice}`}`,
    { timeout: 300_000 },
    async () => {
      const papers = await briefs();
      const files = await Promise.all(
        papers.map(async (paper) => (await written(paper, 'brief.docx', 'un')) as Uint8Array),
      );
      for (const [at, pdf] of (await printedByLibreOffice(files)).entries()) {
        const noted = await notedOnPages(pdf);
        const quotations = papers[at]!.sections.flatMap(({ blocks }) =>
          blocks.filter((block) => block.kind === 'quotation'),
        );
        expect(noted.slice(0, -1)).toHaveLength(quotations.length);
        for (const [which, { cited }] of quotations.entries()) {
          const { words, notes } = noted[which]!;
          expectOnPage(words, wordsOf(cited));
          expect(notes).toHaveLength(1);
          expectOnPage(notes[0]!, noteOf(cited, 'un'));
        }
      }
    },
  );

  it('sets words that are read from right to left so', async () => {
    const paper = await briefOn({ about: 'السفن' }, rapporteur, now);
    const bytes = (await written(paper, 'brief.docx', 'un')) as Uint8Array;
    const { unzipSync, strFromU8 } = await import('fflate');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
    expect(xml).toMatch(/<w:bidi\/>/u);
    expect(xml).toMatch(/<w:rtl\/>/u);
  });
});

describe('other forms', () => {
  it('are pages and text in which words are no markup', async () => {
    const paper = await briefOn({ about: 'frost' }, rapporteur, now);
    const html = await textOf(paper, 'brief.html');
    expect(load(html)('blockquote, p').text()).toContain('*Stars* and _lines_ and [links](x) of frost stay | words.');
    expect(html).not.toContain('<b>odd</b>');
    const markdown = await textOf(paper, 'brief.md');
    expect(markdown).toContain(String.raw`Frost \&amp; ice`);
    expect(markdown).toContain(String.raw`\*Stars\* and \_lines\_ and \[links\](x)`);
    expect(markdown.match(/^\[\^\d+\]:/gmu)!.length).toBe(new Set(markdown.match(/(?<!^)\[\^\d+\](?!:)/gmu)).size);
  });

  it('are a table of which a spreadsheet runs nothing', async () => {
    const paper = await collectionOf({ about: 'frost' }, rapporteur, now);
    const { data } = Papa.parse<{ [column: string]: string }>((await textOf(paper, 'quotes.csv')).slice(1).trim(), {
      header: true,
    });
    expect(data.length).toBe(citedIn(paper).length);
    for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
    expect(data.find(({ speaker }) => speaker === 'Pia Rossi')).toMatchObject({ date: '2025-09-02', turn: '1' });
  });

  it('are references with the words as they are', async () => {
    const paper = await collectionOf({ speaker: 'Pia Rossi' }, rapporteur, now);
    const words = orchard.turns[0]!.text;
    const ris = await textOf(paper, 'quotes.ris');
    expect(ris).toContain(`AB  - ${words}\r\n`);
    expect(ris).toContain('AU  - Pia Rossi\r\nDA  - 2025/09/02\r\n');
    expect(JSON.parse(await textOf(paper, 'quotes.json'))).toMatchObject([
      { type: 'speech', author: [{ literal: 'Pia Rossi' }], abstract: words, issued: { 'date-parts': [[2025, 9, 2]] } },
    ]);
    const bibtex = await textOf(paper, 'quotes.bib');
    expect(bibtex).toContain('author = {{Pia Rossi}}');
    expect(bibtex).toContain('We need a shared frost warning.');
  });

  it('are references that lose no letter and begin no markup, whatever stands in them', async () => {
    const [first] = citedIn(await collectionOf({ about: 'frost' }, rapporteur, now));
    const words = '海豹 السفن é ŝ <b>half 5 % & $3 {x} \\y #_~^ \uFFFE';
    const quote = { ...first!.quote, text: words, speaker: words, role: words };
    const session = { ...first!.session, title: words, event: words };
    const bibtex = asBibtex([{ ...first!, quote, session }]);
    const written = String.raw`海豹 السفن é ŝ <b>half 5 \% \& \$3 \textbraceleft{}x\textbraceright{} \textbackslash{}y \#`;
    expect(bibtex.split(written)).toHaveLength(6);
    const { length } = bibtex.replaceAll(/\\[{}]/gu, '').match(/\{/gu)!;
    expect(bibtex.match(/\}/gu)).toHaveLength(length);
    expect(bibtex).not.toMatch(/textbf|\uFFFE/u);
    expect(asRis([{ ...first!, quote, session }])).not.toContain('\uFFFE');
  });
  it('are references in which TeX finds no orders', async () => {
    const session = { ...orchard, id: 'costs', title: '100 % of {it}_$5 #1 ~ ^ \\', turns: [] };
    session.turns = [{ speaker: 'Ana $Ruiz & Co.', text: 'We pay 50 % & $3 for 日本.' }] as never;
    const folder = temporaryFolder();
    const other = await rapporteurIn(folder);
    await other.ingest([recordOf(session)]);
    const bibtex = await textOf(await collectionOf({ session: 'costs', about: 'pay' }, other, now), 'x.bib');
    await other.close();
    expect(bibtex).toContain(String.raw`author = {{Ana \$Ruiz \& Co.}}`);
    expect(bibtex).toContain(
      String.raw`title = {{100 \% of \textbraceleft{}it\textbraceright{}\_\$5 \#1 \textasciitilde{} \textasciicircum{} \textbackslash{}}}`,
    );
    expect(bibtex).toContain(String.raw`“We pay 50 \% \& \$3 for 日本`);
    expect(bibtex.match(/(?<!\\)\{/gu)).toHaveLength(bibtex.match(/(?<!\\)\}/gu)!.length);
  });

  it('are references with keys of their own, in any script', async () => {
    const paper = await collectionOf({ session: 'chinese-2025', about: '海豹 投票' }, rapporteur, now);
    const all = [
      await textOf(paper, 'quotes.bib'),
      await textOf(await collectionOf({ about: 'frost' }, rapporteur, now), 'x.bib'),
    ].join('');
    const keys = [...all.matchAll(/@misc\{([^,]*),/gu)].map(([, key]) => key!);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key) => !/^[a-z0-9_]+_turn_\d+_\d+$/u.test(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['brief.xyz', 'brief', 'brief.constructor', 'brief.ics'])(
    'are not “%s”, and which there are is said',
    async (name) => {
      const made = written(await briefOn({ about: 'frost' }, rapporteur, now), name, 'un');
      await expect(made).rejects.toThrow(`${name}: this is written as .docx, .md, .html, .pdf, .csv`);
      await expect(made).rejects.toBeInstanceOf(NoSuchForm);
    },
  );

  it('say that LibreOffice is not there', async () => {
    const made = asPdf(new Uint8Array(), 'no-such-program');
    await expect(made).rejects.toThrow('LibreOffice, which is not installed');
    await expect(made).rejects.toBeInstanceOf(NoLibreOffice);
  });
});
