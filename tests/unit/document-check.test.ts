/** Somebody's paper against the record: the sessions and the papers are invented. */
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentCheck, Rapporteur } from '../../src/rapporteur.ts';
import { markedWordsIn } from '../../src/words/quotations-in.ts';
import { findingOn, findingOnFact } from '../../src/analysis/margin.ts';
import { briefOn } from '../../src/research/brief.ts';
import { written } from '../../src/research/writers/writers.ts';
import { noLibreOffice, openedByLibreOffice } from '../fakes/libre-office.ts';
import { b, bytesOf, docxOf, p } from '../fixtures/documents.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour, orchard)]);
});
afterAll(() => rapporteur.close());

const check = (text: string, name = 'draft.md') => rapporteur.checkDocument({ name, bytes: bytesOf(text) });
const outcomes = ({ quotations }: DocumentCheck) =>
  quotations.map(({ outcome, verification: { quote } }) => `${outcome}: ${quote}`);

describe('what stands in quotation marks', () => {
  it.each([
    ['She said “the fund pays” and left.', ['the fund pays']],
    ['He wrote "a 5" pipe" twice', ['a 5" pipe'.slice(0, 3)]],
    ['Er sagte „der Fonds zahlt“ und «le fonds paie».', ['der Fonds zahlt', 'le fonds paie']],
    ['他说「基金付款」。', ['基金付款']],
    ['The members’ fund, ‘the members’ fund is ours’, he said.', ['the members’ fund is ours']],
    ["It's 'not our fund' that's meant", ['not our fund']],
    ['“He said ‘no’ to it” is one', ['He said ‘no’ to it']],
    ['An “open mark is none', []],
    ['“ ”', []],
  ])('%s', (text, words) => {
    const found = markedWordsIn(text);
    expect(found.map((each) => each.text)).toEqual(words);
    for (const { text: own, start, end } of found) expect(text.slice(start, end)).toBe(own);
  });

  it('may be longer than a quotation commonly is, and is none where other marks come first', () => {
    const long = 'the levy is due '.repeat(400).trim();
    for (const marked of [`“${long}”`, `"${long}"`, `«${long}»`])
      expect(markedWordsIn(`She said ${marked} and left.`).map(({ text }) => text)).toEqual([long]);
    expect(markedWordsIn(`An “open mark, ${long}, and “a closed one”`).map(({ text }) => text)).toEqual([
      'a closed one',
    ]);
  });

  it('goes on to the end of a paragraph where the next opens it again', () => {
    expect(markedWordsIn('She said: “first of all', true)).toMatchObject([{ text: 'first of all' }]);
  });
});

describe('a paper that is checked', () => {
  it('tells what was said, by whom, and what was not', async () => {
    const found = await check(
      [
        '# On dredging',
        'Tomas Lindqvist said “That is half of what we saw in 2010”. Mei Tanaka answered that “the large ships cannot enter”.',
        'According to Mei Tanaka, “Winter dredging is better for the seals”.',
        'Lindqvist asked for “a pause of three years”, and Okafor for “a very quiet harbour at night”.',
        'He called it “mud”, in the “Harbour Council hearing” of the “Blue Ribbon Panel”.',
      ].join('\n\n'),
    );
    expect(outcomes(found)).toEqual([
      'exact: That is half of what we saw in 2010',
      'exact: the large ships cannot enter',
      'of another: Winter dredging is better for the seals',
      'altered: a pause of three years',
      'absent: a very quiet harbour at night',
      'exact: mud',
      'term: Harbour Council hearing',
      'term: Blue Ribbon Panel',
    ]);
    expect(findingOn(found.quotations[2]!)).toEqual([
      'The words are there, but they are not those of Mei Tanaka: Tomas Lindqvist said them.',
      'Tomas Lindqvist, Harbour Council hearing, 14 May 2025, 1:30, turn 4.',
    ]);
    expect(findingOn(found.quotations[3]!)).toContain('“two” was said, “three” is quoted.');
    expect(found.summary).toMatchObject({ quotations: 8, exact: 3, ofAnother: 1, altered: 1, absent: 1, terms: 2 });
  });

  it('gives words to whoever the sentence before or the lead above them names', async () => {
    const found = await check(
      'Mei Tanaka spoke of the winter. “I propose a pause of two years.”\n\nMei Tanaka:\n\n> Winter dredging is better for the seals',
    );
    expect(found.quotations.map(({ outcome, verification }) => [outcome, verification.givenTo])).toEqual([
      ['of another', 'Mei Tanaka'],
      ['of another', 'Mei Tanaka'],
    ]);
  });

  it.each([
    ['“That is half of what we saw in 2010”, replied Lindqvist to Tanaka.', 'Lindqvist'],
    ['Lindqvist, not Tanaka, said “That is half of what we saw in 2010”.', 'Lindqvist'],
    ['Lindqvist’s words were “That is half of what we saw in 2010”.', 'Lindqvist'],
    ['Lindqvist’s deputy said “That is half of what we saw in 2010”.', null],
    ['A critic of Tomas Lindqvist said “That is half of what we saw in 2010”.', null],
  ])('gives words to nobody who only stands beside who said them: %s', async (text, named) => {
    const { quotations } = await check(text);
    expect(quotations.map(({ verification }) => verification.givenTo)).toEqual([named]);
  });

  it('knows words that are left out or put in, where the quotation says so', async () => {
    const found = await check(
      'Lindqvist: “We counted 312 seals … last autumn” and “[In 2024] We counted 312 seals in the bay” and “312 seals … two years”.',
    );
    expect(found.quotations.map(({ outcome, verification }) => [outcome, verification.elided ?? false])).toEqual([
      ['exact', true],
      ['exact', true],
      ['altered', false],
    ]);
  });

  it('tells of words that are too long to be looked up to their end, and never that these are exact', async () => {
    const turn = Array.from({ length: 700 }, (_, at) => `gate ${at} stays`).join(' ');
    const own = await rapporteurIn(temporaryFolder());
    const record = { title: 'Gates', date: '2025-05-14', turns: [{ speaker: 'Ada Moss', text: turn }] };
    await own.ingest([{ name: 'gates.json', bytes: bytesOf(JSON.stringify(record)) }]);
    for (const paper of [`Ada Moss said “${turn} and more”.`, `> ${turn} and more`]) {
      const found = await own.checkDocument({ name: 'draft.md', bytes: bytesOf(paper) });
      expect(found.quotations.map(({ outcome }) => outcome)).toEqual(['untold']);
      expect(found.problems.map(({ message }) => message)).toEqual([
        'Only the first 5,000 characters of the quotation in paragraph 1 were read; give the rest by itself.',
      ]);
    }
    await own.close();
  });

  it('looks through a paragraph of a hundred thousand quotations, and tells how many it passed over', async () => {
    const found = await check('“mud” '.repeat(100_000), 'draft.txt');
    expect(found.summary).toMatchObject({ quotations: 1_000, exact: 1_000, unread: 99_000 });
  });

  it('knows what a page marks as quoted', async () => {
    const page =
      '<html><body><p>Mei Tanaka answered that <q>the large <i>ships</i> cannot enter</q>.</p></body></html>';
    expect(outcomes(await check(page, 'draft.html'))).toEqual(['exact: the large ships cannot enter']);
  });

  it('looks up figures and names that a sentence gives to a speaker', async () => {
    const { facts } = await check(
      [
        'Lindqvist counted 312 seals, half of those of 2010.',
        'Tanaka spoke of 95 ships a month and of 312 seals.',
        'Okafor thanked the Grand Delta Union for it.',
        'In 2025 Okafor closed the hearing.',
        '| Tanaka | 77 |',
      ].join('\n\n'),
    );
    expect(facts.map(({ text, outcome }) => `${outcome}: ${text}`)).toEqual([
      'said: 312',
      'said: 2010',
      'absent: 95',
      'of another: 312',
      'absent: Grand Delta Union',
    ]);
    expect(findingOnFact(facts[2]!)).toBe('The figure 95 was not found in the sessions in which Tanaka speaks.');
  });

  it('is read as a page, as text and as a Word document alike', async () => {
    const words = 'Tomas Lindqvist said “That is half of what we saw in 2010”, no more.';
    const papers: [string, Uint8Array][] = [
      ['a.txt', bytesOf(words)],
      [
        'a.html',
        bytesOf(`<!doctype html><html><head><title>“no words”</title></head><body><p>${words}</p></body></html>`),
      ],
      ['a.docx', docxOf(p(words))],
    ];
    for (const [name, bytes] of papers)
      expect(outcomes(await rapporteur.checkDocument({ name, bytes }))).toEqual([
        'exact: That is half of what we saw in 2010',
      ]);
  });

  it('says why nothing can be read', async () => {
    const broken = await rapporteur.checkDocument({ name: 'a.docx', bytes: docxOf('').slice(0, 300) });
    expect(broken).toMatchObject({ paragraphs: 0, quotations: [] });
    expect(broken.problems[0]!.message).toMatch(/It cannot be read: it is damaged/u);
    expect((await check('')).problems[0]!.message).toMatch(/It holds no words/u);
  });

  it('bears out every quotation of the papers that are written here', async () => {
    const now = new Date('2026-03-04T10:00:00Z');
    for (const about of ['dredging', 'seals', 'frost warning'])
      for (const name of ['paper.docx', 'paper.md', 'paper.html']) {
        const made = await written(await briefOn({ about }, rapporteur, now), name, 'un');
        const bytes = typeof made === 'string' ? bytesOf(made) : made;
        const { summary } = await rapporteur.checkDocument({ name, bytes });
        expect({ name, ...summary }).toMatchObject({ altered: 0, absent: 0, ofAnother: 0, wrongFacts: 0 });
        expect(summary.exact).toBeGreaterThan(2);
      }
  });
});

describe('a copy with comments', () => {
  const body = [
    p('A paper & its <claims>'),
    p(
      'Lindqvist & Tanaka: he said “a pause of ',
      b('three years'),
      '” and she “the large ships cannot enter” – so it is.',
    ),
    p('Nothing here.'),
  ].join('');
  const file = docxOf(body, { 'word/media/a.bin': 'picture' });

  it('has what was found in its margin, and is otherwise as it was', async () => {
    const { copy, quotations } = await rapporteur.checkDocument({ name: 'a.docx', bytes: file, commented: true });
    const [before, after] = [unzipSync(file), unzipSync(copy!)];
    const text = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
    expect(await text(copy!)).toBe(await text(file));
    for (const name of Object.keys(before).filter((each) => !/document\.xml$|Content_Types/u.test(each)))
      expect(Buffer.from(after[name]!).equals(before[name]!), name).toBe(true);
    const { value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(copy!) },
      { styleMap: ['comment-reference => sup'] },
    );
    expect(html.match(/href="#comment-\d+"/gu)).toHaveLength(quotations.length + 1);
    expect(html).toContain('“two” was said, “three” is quoted.');
    expect(html).toContain('2 quotations looked up in 2 sessions: 1 as it was said, 1 not in these words.');
  });

  it('marks exactly the words that are quoted', async () => {
    const { copy } = await rapporteur.checkDocument({ name: 'a.docx', bytes: file, commented: true });
    const xml = Buffer.from(unzipSync(copy!)['word/document.xml']!).toString();
    const marked = [1, 2].map((id) =>
      xml
        .slice(xml.indexOf(`commentRangeStart w:id="${id}"`), xml.indexOf(`commentRangeEnd w:id="${id}"`))
        .replaceAll(/^[^>]*>|<[^>]*>|<[^>]*$/gu, ''),
    );
    expect(marked).toEqual(['a pause of three years', 'the large ships cannot enter']);
    expect(xml.match(/<w:b\/>/gu)).toHaveLength(1);
  });

  it('adds to comments that are there', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const own = docxOf(p('Tanaka said “the large ships cannot enter”.'), {
      'word/comments.xml': `<w:comments ${w}><w:comment w:id="7" w:author="A"><w:p><w:r><w:t>Mine</w:t></w:r></w:p></w:comment></w:comments>`,
    });
    const { copy } = await rapporteur.checkDocument({ name: 'a.docx', bytes: own, commented: true });
    const xml = Buffer.from(unzipSync(copy!)['word/comments.xml']!).toString();
    expect([...xml.matchAll(/<w:comment w:id="(\d+)"/gu)].map(([, id]) => id)).toEqual(['7', '8', '9']);
    expect(xml).toContain('Mine');
  });

  it('is made of Word documents alone', async () => {
    expect(
      (await rapporteur.checkDocument({ name: 'a.md', bytes: bytesOf('“mud”'), commented: true })).copy,
    ).toBeNull();
  });

  it.skipIf(noLibreOffice !== null)(
    `opens in LibreOffice (${noLibreOffice ?? 'installed'})`,
    { timeout: 240_000 },
    async () => {
      const { copy } = await rapporteur.checkDocument({ name: 'a.docx', bytes: file, commented: true });
      const [html] = await openedByLibreOffice([copy!]);
      expect(html).toContain('a pause of');
      expect(html).toMatch(/“two” was said, “three” is\s+quoted/u);
    },
  );
});
