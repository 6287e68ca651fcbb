/** What is broken under a library: an error that names the file and the remedy, or a rebuild, and never a wrong answer. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { databaseName } from '../../src/library/sqlite/database.ts';
import { changeSentences, changeTurns } from '../fixtures/former-library.ts';
import { openInFolder } from '../fixtures/library.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { removeAll } from '../fakes/crashes.ts';
import { startWriter } from '../fakes/start-writer.ts';
import { hearing } from '../fixtures/hearings.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { seeded } from '../fakes/stored-vectors.ts';
import { indexOfFew, rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
  await withRapporteur((rapporteur) =>
    rapporteur.ingest([recordOf(harbour, orchard, ...Array.from({ length: 20 }, (_, number) => hearing(number, 1)))]),
  );
});

const file = () => path.join(folder, databaseName);

async function withRapporteur<T>(
  work: (rapporteur: Rapporteur) => Promise<T>,
  { anyEmbedder = false } = {},
): Promise<T> {
  const rapporteur = await rapporteurIn(folder, {}, { anyEmbedder, openVectorIndex: indexOfFew });
  try {
    return await work(rapporteur);
  } finally {
    await rapporteur.close();
  }
}

const seals = () =>
  withRapporteur(
    async (rapporteur) => (await rapporteur.ask({ text: 'How many seals were counted in the bay?' })).quotes[0]?.text,
  );
const faults = () => withRapporteur(async (rapporteur) => (await rapporteur.check()).faults, { anyEmbedder: true });

function change(sql: string | ((db: DatabaseSync) => void)): void {
  const db = new DatabaseSync(file());
  if (typeof sql === 'string') db.exec(sql);
  else sql(db);
  db.close();
}

function overwrite(name: string, at: number, bytes: Uint8Array): void {
  const descriptor = openSync(name, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, at);
  closeSync(descriptor);
}

describe('a library that is whole', () => {
  it('is found to be', async () => {
    const told: string[] = [];
    const report = await withRapporteur((rapporteur) =>
      rapporteur.check(({ done, total }) => told.push(`${done}/${total}`)),
    );
    expect(report).toEqual({ sessions: 22, behind: 0, chunks: expect.any(Number) as number, faults: [] });
    expect(told.at(-1)).toBe('24/24');
  });
  it('is the same after a rebuild', async () => {
    const before = await seals();
    const told: string[] = [];
    await withRapporteur((rapporteur) => rapporteur.rebuild(({ name }) => told.push(name)));
    expect(told).toContain('harbour-2025');
    expect(await seals()).toBe(before);
    expect(await faults()).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.hnsw'))).toHaveLength(1);
  });
});

describe('what is derived', () => {
  it.each<[string, string | ((db: DatabaseSync) => void), RegExp]>([
    [
      'a sentence out of its turn',
      (db) => changeSentences(db, (sentence) => (sentence.start === 0 ? { ...sentence, end: 99999 } : sentence)),
      /has a sentence at 0 to 99999, which is no place in it/u,
    ],
    [
      'a sentence that is gone',
      (db) => changeSentences(db, (sentence) => (sentence.start === 0 ? null : sentence)),
      /its sentences, or the terms they are found by, are not those of its words/u,
    ],
    [
      'a chunk that is gone',
      'DELETE FROM chunks WHERE id = (SELECT min(id) FROM chunks)',
      /entries of the full-text index are of no chunk/u,
    ],
    [
      'words that are not in the index',
      'DELETE FROM words WHERE rowid = (SELECT min(id) FROM chunks)',
      /1 chunks are not in the full-text index/u,
    ],
    [
      'terms that are others',
      (db) => changeSentences(db, (sentence) => ({ ...sentence, terms: { run: ['other'], acronyms: [], others: [] } })),
      /the terms they are found by, are not those of its words/u,
    ],
    [
      'a vector that is gone',
      'DELETE FROM vectors WHERE chunk = (SELECT min(chunk) FROM vectors)',
      /1 chunks have no vector/u,
    ],
    [
      'a vector of nothing',
      'UPDATE vectors SET vector = zeroblob(384) WHERE chunk = (SELECT min(chunk) FROM vectors)',
      /the vector of chunk \d+ is all zeros/u,
    ],
    [
      'a vector of another length',
      'UPDATE vectors SET vector = zeroblob(4) WHERE chunk = (SELECT max(chunk) FROM vectors)',
      /the vector of chunk \d+ has 4 dimensions, others 384/u,
    ],
    [
      'people who are others',
      "UPDATE sessions SET people = '[]' WHERE id = 'harbour-2025'",
      /session harbour-2025: its people are not those it names/u,
    ],
  ])('%s is found, and mended by a rebuild', async (_, sql, expected) => {
    change(sql);
    expect(await faults()).toContainEqual({
      what: expect.stringMatching(expected) as string,
      remedy: 'npm start -- library rebuild',
    });
    await withRapporteur((rapporteur) => rapporteur.rebuild(), { anyEmbedder: true });
    expect(await faults()).toEqual([]);
    expect(await seals()).toContain('312 seals');
  });
  it('sentences that cannot be unpacked are told, and mended by a rebuild', async () => {
    change("UPDATE sentence_blocks SET sentences = x'00ff'");
    await expect(seals()).rejects.toThrow(
      /is damaged \(the sentences of session number \d+ cannot be read\).*"library rebuild" mends/u,
    );
    await withRapporteur((rapporteur) => rapporteur.rebuild(), { anyEmbedder: true });
    expect(await faults()).toEqual([]);
  });
  it('people that cannot be read are told, and mended by a rebuild', async () => {
    change("UPDATE sessions SET people = '[{' WHERE id = 'harbour-2025'");
    await expect(seals()).rejects.toThrow(
      /is damaged \(the people of session number \d+ cannot be read\).*"library rebuild" mends/u,
    );
    await withRapporteur((rapporteur) => rapporteur.rebuild(), { anyEmbedder: true });
    expect(await faults()).toEqual([]);
  });
  it('another embedder is named, and the check says so', async () => {
    change("UPDATE meta SET value = 'openai/large' WHERE key = 'embedder'");
    await expect(seals()).rejects.toThrow(/its vectors were made by openai\/large/u);
  });
});

describe('a flipped bit in what was said', () => {
  it('is never quoted, and mended by the record', async () => {
    change((db) => changeTurns(db, (turn) => ({ ...turn, text: turn.text.replace('312 seals', '912 seals') })));
    await expect(seals()).rejects.toThrow(
      /session harbour-2025 is damaged: its words are not those that were put in\. Ingest its record again/u,
    );
    expect(await faults()).toContainEqual({
      what: expect.stringContaining('session harbour-2025 is damaged') as string,
      remedy: expect.any(String) as string,
    });
    await withRapporteur((rapporteur) => rapporteur.ingest([recordOf(harbour)]));
    expect(await seals()).toContain('312 seals');
    expect(await faults()).toEqual([]);
  });
  it.each<[string, string | ((db: DatabaseSync) => void)]>([
    [
      'another speaker',
      (db) => changeTurns(db, (turn) => (turn.text.includes('312 seals') ? { ...turn, speaker: 'Mei Tanaka' } : turn)),
    ],
    ['another title', "UPDATE sessions SET title = 'Other' WHERE id = 'harbour-2025'"],
    ['a turn less', (db) => changeTurns(db, (turn) => (turn.text.includes('vote on the pause') ? null : turn))],
    ['turns that cannot be unpacked', "UPDATE turn_blocks SET turns = x'00ff'"],
    ['turns that are gone', 'DELETE FROM turn_blocks'],
  ])('also as %s', async (_, sql) => {
    change(sql);
    await expect(seals()).rejects.toThrow(/session harbour-2025 is damaged/u);
  });
});

describe('a database that is', () => {
  it.each([
    ['empty', () => truncateSync(file(), 0), /library\.db is damaged \(the file is empty\).*Put back a copy/u],
    ['cut after its first page', () => truncateSync(file(), 4096), /library\.db is damaged/u],
    ['cut in the middle', () => truncateSync(file(), Math.floor(statSync(file()).size / 2)), /library\.db is damaged/u],
    [
      'another kind of file',
      () => writeFileSync(file(), 'Ines Okafor: Good morning.'.repeat(1000)),
      /library\.db is damaged \(file is not a database\)/u,
    ],
    [
      'another database',
      () => {
        removeAll(file());
        change('CREATE TABLE other (value TEXT)');
      },
      /library\.db is damaged \(it holds no library\)/u,
    ],
  ])('%s is refused with what to do', async (_, damage, expected) => {
    damage();
    await expect(seals()).rejects.toMatchObject({
      name: 'LibraryError',
      message: expect.stringMatching(expected) as string,
    });
  });
  it('overwritten at forty places gives a right answer or a clear error', async () => {
    const whole = readFileSync(file());
    const truth = await seals();
    const random = seeded(7);
    for (let trial = 0; trial < 40; trial += 1) {
      removeAll(...readdirSync(folder).map((name) => path.join(folder, name)));
      writeFileSync(file(), whole);
      overwrite(
        file(),
        Math.floor(random() * whole.length),
        Uint8Array.from({ length: 64 }, () => random() * 256),
      );
      const answer = await seals().catch((error: Error) => error);
      if (answer instanceof Error)
        expect(answer).toMatchObject({
          name: 'LibraryError',
          message: expect.stringMatching(/^Library \S+: .*(?:damaged|library rebuild|version)/u) as string,
        });
      // Where damage hides the answer, it is not found; other words are never said.
      else expect([truth, undefined]).toContain(answer);
    }
  });
});

describe('an index file that is', () => {
  const index = () =>
    path.join(
      folder,
      readdirSync(folder).find((name) => name.endsWith('.hnsw'))!,
    );
  beforeEach(() => withRapporteur((rapporteur) => rapporteur.rebuild()));
  it.each([
    ['cut', () => truncateSync(index(), 100)],
    ['overwritten', () => overwrite(index(), 200, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))],
    ['described wrongly', () => writeFileSync(path.join(folder, 'vectors.json'), '{"version": 1')],
  ])('%s is told by the check, not used, and made again', async (_, damage) => {
    const truth = await seals();
    damage();
    expect(await faults()).toEqual([
      {
        what: expect.stringContaining('the index of vectors cannot be used') as string,
        remedy: expect.stringContaining('made again by itself') as string,
      },
    ]);
    expect(await seals()).toBe(truth);
    await withRapporteur((rapporteur) => rapporteur.rebuild());
    expect(await faults()).toEqual([]);
  });
  it('gone is made again', async () => {
    removeAll(index());
    expect(await seals()).toContain('312 seals');
  });
});

describe('a disk that is full', () => {
  it('is told, and what was put in before is whole', async () => {
    const full = path.join(folder, 'full');
    const writer = startWriter({ work: 'ingest', folder: full, count: 1000, mostPages: 120 });
    await writer.ended;
    const failure = writer.lines.find((line) => line.startsWith('failed'));
    expect(failure).toMatch(
      /^failed LibraryError: Library \S+: there is no room left .*What was put in before is whole; make room and try again\./u,
    );
    const library = openInFolder(full);
    expect(await library.damage()).toEqual([]);
    const put = writer.lines.flatMap((line) => /^put (\d+) /u.exec(line)?.[1] ?? []);
    expect(put.length).toBeGreaterThan(3);
    const ids = (await library.sessions()).map(({ id }) => id);
    expect(ids.sort()).toEqual(put.map((number) => `hearing-${number}`).sort());
    await library.close();
  });
});

describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('a disk of three megabytes', () => {
  it('says at each step that it is full, and can be asked', async ({ skip }) => {
    const disk = path.join(folder, 'disk');
    mkdirSync(disk);
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    skip(mount.status !== 0, 'nothing can be mounted here');
    try {
      const full = { name: 'LibraryError', message: expect.stringMatching(/there is no room left/u) as string };
      const library = path.join(disk, 'library');
      const rapporteur = await rapporteurIn(library);
      const records = Array.from({ length: 1000 }, (_, number) => recordOf(hearing(number, 1)));
      const allOfThem = async () => {
        for (let at = 0; at < records.length; at += 20) await rapporteur.ingest(records.slice(at, at + 20));
      };
      await expect(allOfThem()).rejects.toMatchObject(full);
      expect((await rapporteur.sessions()).length).toBeGreaterThan(10);
      expect((await rapporteur.check()).faults).toEqual([]);
      await expect(rapporteur.rebuild()).rejects.toMatchObject(full);
      await rapporteur.close();
      fill(path.join(disk, 'rest'));
      const again = await rapporteurIn(library);
      expect((await again.ask({ text: 'How many ships were counted?' })).quotes.length).toBeGreaterThan(0);
      await expect(again.ingest(records.slice(-1))).rejects.toMatchObject(full);
      await again.close();
      await expect(rapporteurIn(path.join(disk, 'other'))).rejects.toMatchObject(full);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

/** To the last byte of the disk. */
function fill(name: string): void {
  const descriptor = openSync(name, 'w');
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(1024));
  } catch {
    closeSync(descriptor);
  }
}

describe('a folder', () => {
  it('that is a file is refused', async () => {
    removeAll(folder);
    writeFileSync(folder, '');
    await expect(seals()).rejects.toThrow(
      /cannot be opened .*Check that the folder can be written to, or set LIBRARY_PATH/u,
    );
  });
  // Node's own way to make it, with those above it, never ends there.
  it.skipIf(!existsSync('/proc/self'))('where none can be made is refused', async () => {
    for (const made of [() => rapporteurIn('/proc/nope/library'), async () => openChatStore('/proc/nope')])
      await expect(made()).rejects.toThrow(/\/proc\/nope.*: cannot be opened .*set LIBRARY_PATH to another/u);
    await expect(tokensIn('/proc/nope').add({ name: 'ana' }, new Date())).rejects.toThrow(
      /set LIBRARY_PATH to another/u,
    );
  });
  // Root may write everywhere, so somebody else tries.
  it.skipIf(process.getuid?.() !== 0)('that cannot be written to is refused', async () => {
    for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    const writer = startWriter({ work: 'ingest', folder, count: 3 }, { uid: 65_534 });
    await writer.ended;
    expect(writer.lines.filter((line) => line.startsWith('put'))).toEqual([]);
    expect(writer.lines).toContainEqual(
      expect.stringMatching(
        /^failed LibraryError: Library .*cannot be written to .*Give leave to write there, or set LIBRARY_PATH/u,
      ),
    );
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o644);
    expect(await seals()).toContain('312 seals');
  });
});
