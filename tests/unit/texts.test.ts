import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textsIn } from '../../src/records/documents/texts.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { b, bytesOf, column, docxOf, heading, p, pdfOf, zipOf } from '../fixtures/documents.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const talk =
  'Ana Lind: We begin with the boats.\nRavi Sen: There are 90 boats in the harbour.\nAna Lind: So we need 90 nets.\n';

async function texts(bytes: Uint8Array): Promise<[string | null, string][]> {
  const found: [string | null, string][] = [];
  for await (const { entry, text, problems } of textsIn(bytes)) found.push([entry, text || problems[0]!.message]);
  return found;
}

describe('the texts of a record', () => {
  it('are one for a text', async () => expect(await texts(bytesOf(talk))).toEqual([[null, talk]]));
  it('are one for each file of an archive', async () =>
    expect(await texts(zipOf({ 'day/a.txt': talk, 'b.docx': docxOf(p('Ana Lind: Yes.')) }))).toEqual([
      ['day/a.txt', talk],
      ['b.docx', 'Ana Lind: Yes.'],
    ]));
  it('are those of archives in it, one deep', async () =>
    expect(await texts(zipOf({ 'in.zip': zipOf({ 'a.txt': talk, 'deep.zip': zipOf({ 'b.txt': talk }) }) }))).toEqual([
      ['in.zip › a.txt', talk],
      ['in.zip › deep.zip', expect.stringMatching(/archive in an archive in an archive/) as string],
    ]));
  it('are not what computers put there', async () =>
    expect(
      await texts(
        zipOf({
          '__MACOSX/a.txt': 'x',
          '.git/b': 'x',
          'day/.DS_Store': 'x',
          'Thumbs.db': 'x',
          '../a.txt': talk,
          '/b.txt': talk,
        }),
      ),
    ).toEqual([
      ['../a.txt', talk],
      ['/b.txt', talk],
    ]));
  it('share one bound in all archives', async () => {
    const inner = zipOf({ 'a.txt': talk });
    const found: string[] = [];
    for await (const { entry, problems } of textsIn(zipOf({ '1.zip': inner, '2.zip': inner, '3.zip': inner }, 0), {
      entries: 5,
      bytes: 10_000,
    }))
      found.push(`${entry} ${problems[0]?.message ?? ''}`);
    expect(found).toEqual([
      '1.zip › a.txt ',
      '2.zip › a.txt ',
      expect.stringMatching(/^3.zip .*holds 1 files/) as string,
    ]);
  });

  function refuses(what: string, bytes: Uint8Array, message: RegExp) {
    it(`are none of ${what}`, async () =>
      expect(await texts(bytes)).toEqual([[null, expect.stringMatching(message) as string]]));
  }
  refuses(
    'a spreadsheet',
    zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
    /a spreadsheet.*save the record as text/,
  );
  refuses('a book', zipOf({ mimetype: 'application/epub+zip' }), /e-book/);
  refuses('an empty archive', zipOf({}), /archive is empty/);
  refuses('a broken document', docxOf('<w:p>'), /Word/);
  refuses('a broken PDF', bytesOf('%PDF-1.7'), /damaged/);
});

describe('ingest', () => {
  let folder: string;
  let rapporteur: Rapporteur;
  beforeEach(async () => {
    folder = temporaryFolder();
    rapporteur = await rapporteurIn(path.join(folder, 'library'));
  });
  afterEach(async () => {
    await rapporteur.close();
  });
  const file = (name: string, bytes: Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  const ingest = async (...paths: string[]) => (await rapporteur.ingest(paths.map((each) => ({ path: each })))).files;
  const titles = async () => (await rapporteur.sessions()).map(({ title }) => title).sort();

  it('reads a Word document into named turns', async () => {
    const [read] = await ingest(
      file(
        'hearing.docx',
        docxOf(
          heading('Boats and nets', 'Title') +
            p(b('Ana Lind:'), ' We begin with ', b('all'), ' the boats.') +
            p(b('Ravi Sen:'), ' There are 90 boats.') +
            p(b('Ana Lind:'), ' So we need 90 nets.'),
        ),
      ),
    );
    expect(read!.failure).toBeNull();
    const session = (await rapporteur.show(read!.sessions[0]!.id))!;
    expect(session).toMatchObject({ title: 'Boats and nets', speakers: [{ name: 'Ana Lind' }, { name: 'Ravi Sen' }] });
    expect(session.turns.map(({ text }) => text)).toEqual([
      'We begin with all the boats.',
      'There are 90 boats.',
      'So we need 90 nets.',
    ]);
    expect((await rapporteur.ask({ text: 'How many nets are needed?' })).quotes[0]).toMatchObject({
      speaker: 'Ana Lind',
      text: 'So we need 90 nets.',
    });
  });
  it('reads a PDF document in two columns into whole sentences', async () => {
    const left = [
      'Ana Lind: We begin with the boats that',
      'lie in the harbour all the year. There',
      'are more of them than there is room.',
      'Ravi Sen: There are 90 boats, and the',
      'harbour has room for 60 of them, so that',
      'the others lie at the old pier or out on',
    ];
    const right = [
      'the beach. That cannot go on, and all of',
      'you know it as well as I do.',
      'Ana Lind: So we need a new pier. It would',
      'have to be a long one, with room for all',
      'of the boats, and it would cost what one',
      'summer of fishing brings in.',
    ];
    const page = (number: number) => [
      { text: 'Harbour Council', x: 250, y: 760 },
      ...column(number === 1 ? left : ['Ravi Sen: Whose summer?']),
      ...column(number === 1 ? right : [], { x: 320 }),
      { text: `- ${number} -`, x: 290, y: 30 },
    ];
    const [read] = await ingest(file('hearing.pdf', pdfOf([page(1), page(2)])));
    expect(read!.failure).toBeNull();
    const session = (await rapporteur.show(read!.sessions[0]!.id))!;
    expect(session.turns.map(({ speaker }) => speaker)).toEqual(['Ana Lind', 'Ravi Sen', 'Ana Lind', 'Ravi Sen']);
    expect(session.turns[1]!.text).toBe(
      'There are 90 boats, and the harbour has room for 60 of them, so that the others lie at the old pier or out on the beach. That cannot go on, and all of you know it as well as I do.',
    );
  });
  it('reads an archive as what is in it, and follows it when it changes', async () => {
    const place = file(
      'summit.zip',
      zipOf({
        'day-1/boats.txt': talk,
        'day-2/nets.txt': talk.replaceAll('boats', 'nets'),
        'picture.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      }),
    );
    const files = await ingest(place);
    expect(files.map(({ name, failure }) => [path.relative(folder, name), failure])).toEqual([
      ['summit.zip › day-1/boats.txt', null],
      ['summit.zip › day-2/nets.txt', null],
      ['summit.zip › picture.png', expect.stringMatching(/picture/) as string],
    ]);
    expect(await titles()).toEqual(['boats', 'nets']);
    expect((await ingest(place)).flatMap(({ sessions }) => sessions.map(({ outcome }) => outcome))).toEqual([
      'unchanged',
      'unchanged',
    ]);
    file(
      'summit.zip',
      zipOf({ 'day-1/boats.txt': talk.replace('90', '91'), 'day-3/ropes.txt': talk.replaceAll('boats', 'ropes') }),
    );
    expect((await ingest(place)).flatMap(({ sessions }) => sessions.map(({ outcome }) => outcome))).toEqual([
      'updated',
      'added',
    ]);
    expect(await titles()).toEqual(['boats', 'ropes']);
    file('summit.zip', bytesOf('PK\x03\x04 and no more'));
    expect((await ingest(place))[0]!.failure).toMatch(/damaged/);
    expect(await titles()).toEqual(['boats', 'ropes']);
  });
});
