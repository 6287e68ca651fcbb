/**
 * Papers by the hundred over 200 invented sessions: words in quotation marks that nobody said, notes at the wrong
 * quotation, both read from Word's own XML, and what a brief costs in processor time.
 *
 *     node tests/bench/papers.ts [PAPERS]
 */
import { load } from 'cheerio';
import { unzipSync } from 'fflate';
import { briefOn } from '../../src/research/brief.ts';
import { written } from '../../src/research/writers/writers.ts';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const papers = Number(process.argv[2] ?? 1_000);
const sessions = 200;
const library = await temporaryLibrary();
const rapporteur = await library.open();
const xmlOf = (files: Record<string, Uint8Array>, name: string) =>
  load(Buffer.from(files[name]!).toString(), { xml: true });

try {
  await fill(rapporteur, 0, sessions);
  const said = new Map<string, { speaker: string | null; text: string }[]>();
  for (const { id, title } of await rapporteur.sessions()) said.set(title, (await rapporteur.show(id))!.turns);
  const all = [...said.values()]
    .flat()
    .map(({ text }) => text)
    .join('\n');
  let [quotations, invented, notes, misplaced] = [0, 0, 0, 0];
  const costs: number[] = [];
  for (let number = 0; number < papers; number += 1) {
    const [, about = ''] = /about (\w+)/u.exec(syntheticQuestion(number, sessions)) ?? [];
    const before = process.cpuUsage();
    const paper = await briefOn({ about }, rapporteur, new Date(0));
    const used = process.cpuUsage(before);
    costs.push((used.user + used.system) / 1e6);
    const files = unzipSync((await written(paper, 'paper.docx', 'un')) as Uint8Array);
    const $ = xmlOf(files, 'word/document.xml');
    const $notes = xmlOf(files, 'word/footnotes.xml');
    const noteOf = new Map(
      $notes('w\\:footnote')
        .toArray()
        .map((note) => [$notes(note).attr('w:id'), $notes(note).find('w\\:t').text()]),
    );
    for (const paragraph of $('w\\:p').toArray()) {
      const words = $(paragraph).find('w\\:t').text();
      const marked = [...words.matchAll(/“([^”]*)”/gu)]
        .map(([, quoted]) => quoted!)
        .filter((quoted) => quoted !== about);
      const references = $(paragraph).find('w\\:footnoteReference').toArray();
      quotations += marked.length;
      invented += marked.filter((quoted) => !all.includes(quoted)).length;
      for (const reference of references) {
        notes += 1;
        const note = noteOf.get($(reference).attr('w:id')) ?? '';
        const [, turn] = /turn (\d+)/u.exec(note) ?? [];
        const session = [...said].filter(([title]) => note.includes(`, ${title},`));
        const place = session
          .map(([, turns]) => turns[Number(turn) - 1])
          .find((each) => each && each.text.includes(marked[0] ?? '\0'));
        if (!place || !note.includes(place.speaker ?? 'unknown')) misplaced += 1;
      }
      if (marked.length > references.length) misplaced += marked.length - references.length;
    }
  }
  const ordered = costs.toSorted((one, other) => one - other);
  const at = (share: number) => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))]!.toFixed(2);
  console.log(
    '| papers | quotations | words nobody said | notes | at the wrong quotation | processor s a brief, median | 95 % | most |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  console.log(
    `| ${papers} | ${quotations} | ${invented} | ${notes} | ${misplaced} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`,
  );
} finally {
  await rapporteur.close();
  library.remove();
}
