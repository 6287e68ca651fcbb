/**
 * Papers by the hundred over 200 invented sessions: words in quotation marks that nobody said, notes at the wrong
 * quotation, both read from Word's own XML, and what a brief costs in processor time. Then papers of every kind on the
 * pages that LibreOffice prints of them as PDF, where it is installed.
 *
 *     node tests/bench/papers.ts [PAPERS] [OPENED]
 */
import { load } from 'cheerio';
import { unzipSync } from 'fflate';
import { type PaperAsked, paperOf } from '../../src/research/asked.ts';
import { briefOn } from '../../src/research/brief.ts';
import { written } from '../../src/research/writers/writers.ts';
import { noLibreOffice, printedByLibreOffice } from '../fakes/libre-office.ts';
import { notedOnPages, type Noted } from '../fakes/printed-pages.ts';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const papers = Number(process.argv[2] ?? 1_000);
const opened = Number(process.argv[3] ?? 50);
const sessions = 200;
const library = await temporaryLibrary();
const rapporteur = await library.open();
const xmlOf = (files: Record<string, Uint8Array>, name: string) =>
  load(Buffer.from(files[name]!).toString(), { xml: true });
const matterOf = (number: number) => /about (\w+)/u.exec(syntheticQuestion(number, sessions))?.[1] ?? '';

/** Counts over some papers. */
interface Counts {
  quotations: number;
  invented: number;
  notes: number;
  misplaced: number;
}

try {
  await fill(rapporteur, 0, sessions);
  const said = new Map<string, { speaker: string | null; text: string }[]>();
  for (const { id, title } of await rapporteur.sessions()) said.set(title, (await rapporteur.show(id))!.turns);
  const all = [...said.values()]
    .flat()
    .map(({ text }) => plain(text))
    .join('\n');

  /** `asked` are the words of the matter, which stand in marks without being anybody's. */
  const count = (paragraphs: Noted[], asked: string[], counts: Counts) => {
    for (const { words, notes } of paragraphs) {
      const marked = [...words.matchAll(/“([^”]*)”/gu)]
        .map(([, quoted]) => quoted!)
        .filter((quoted) => !asked.includes(quoted));
      counts.quotations += marked.length;
      counts.invented += marked.filter((quoted) => !all.includes(quoted)).length;
      for (const note of notes) {
        counts.notes += 1;
        const [, turn] = /turn (\d+)/u.exec(note) ?? [];
        const place = [...said]
          .filter(([title]) => note.includes(`, ${title},`))
          .map(([, turns]) => turns[Number(turn) - 1])
          .find((each) => each && plain(each.text).includes(marked[0] ?? '\0'));
        if (!place || !note.includes(place.speaker ?? 'unknown')) counts.misplaced += 1;
      }
      if (marked.length > notes.length) counts.misplaced += marked.length - notes.length;
    }
  };

  const inWord: Counts = { quotations: 0, invented: 0, notes: 0, misplaced: 0 };
  const costs: number[] = [];
  for (let number = 0; number < papers; number += 1) {
    const about = matterOf(number);
    const before = process.cpuUsage();
    const paper = await briefOn({ about }, rapporteur, new Date(0));
    const used = process.cpuUsage(before);
    costs.push((used.user + used.system) / 1e6);
    count(notedInWord((await written(paper, 'paper.docx', 'un')) as Uint8Array), [about], inWord);
  }
  const ordered = costs.toSorted((one, other) => one - other);
  const at = (share: number) => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))]!.toFixed(2);
  console.log(
    '| papers | quotations | words nobody said | notes | at the wrong quotation | processor s a brief, median | 95 % | most |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  const told = ({ quotations, invented, notes, misplaced }: Counts) =>
    `${quotations} | ${invented} | ${notes} | ${misplaced}`;
  console.log(`| ${papers} | ${told(inWord)} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);

  if (noLibreOffice !== null) console.log(`\nNone was opened: ${noLibreOffice}.`);
  else if (opened > 0) {
    const people = [...new Set([...said.values()].flat().flatMap(({ speaker }) => speaker ?? []))];
    const ids = (await rapporteur.sessions()).map(({ id }) => id);
    const orders: PaperAsked[] = Array.from({ length: opened }, (_, number) => {
      const [about, speaker, other] = [matterOf(number * 7), people[number % people.length]!, people.at(-1 - number)!];
      const kinds: PaperAsked[] = [
        { of: 'brief', about },
        { of: 'quotes', about, speaker },
        { of: 'comparison', about, sides: [speaker, other] },
        { of: 'report', session: ids[number % ids.length]! },
        { of: 'agreements', about: [about], session: ids[number % ids.length]! },
        { of: 'commitments', about },
      ];
      return kinds[number % kinds.length]!;
    });
    const files: Uint8Array[] = [];
    for (const asked of orders)
      files.push((await written(await paperOf(asked, rapporteur, new Date(0)), 'paper.docx', 'un')) as Uint8Array);
    const pages: Counts = { quotations: 0, invented: 0, notes: 0, misplaced: 0 };
    const matters = orders.map((_, number) => matterOf(number * 7));
    const asked = [...matters, ...people];
    for (const pdf of await printedByLibreOffice(files)) {
      const noted = await notedOnPages(pdf);
      count(
        noted.map(({ words, notes }) => ({ words: plain(words), notes: notes.map(plain) })),
        asked,
        pages,
      );
    }
    console.log(
      '\n| papers of every kind on pages of LibreOffice | quotations | words nobody said | notes | at the wrong quotation |',
    );
    console.log('|---|---|---|---|---|');
    console.log(`| ${files.length} | ${told(pages)} |`);
  }
} finally {
  await rapporteur.close();
  library.remove();
}

function notedInWord(bytes: Uint8Array): Noted[] {
  const files = unzipSync(bytes);
  const $ = xmlOf(files, 'word/document.xml');
  const $notes = xmlOf(files, 'word/footnotes.xml');
  const noteOf = new Map(
    $notes('w\\:footnote')
      .toArray()
      .map((note) => [$notes(note).attr('w:id'), $notes(note).find('w\\:t').text()]),
  );
  return $('w\\:p')
    .toArray()
    .map((paragraph) => ({
      words: plain($(paragraph).find('w\\:t').text()),
      notes: $(paragraph)
        .find('w\\:footnoteReference')
        .toArray()
        .map((reference) => plain(noteOf.get($(reference).attr('w:id')) ?? '')),
    }));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
