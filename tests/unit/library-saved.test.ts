/** A library whose file or log is damaged, or that cannot be written to: what is lost is told, the rest is saved and can be asked. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { databaseName } from '../../src/library/sqlite/database.ts';
import { logDamage } from '../../src/library/sqlite/write-ahead-log.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { seeded } from '../fakes/stored-vectors.ts';
import { startWriter } from '../fakes/start-writer.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { hearing } from '../fixtures/hearings.ts';
import { openInFolder } from '../fixtures/library.ts';
import { indexOfFew, rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
const file = (of = folder) => path.join(of, databaseName);
const page = 4096;

async function withRapporteur<T>(work: (rapporteur: Rapporteur) => Promise<T>, of = folder): Promise<T> {
  const rapporteur = await rapporteurIn(of, {}, { anyEmbedder: true, openVectorIndex: indexOfFew });
  try {
    return await work(rapporteur);
  } finally {
    await rapporteur.close();
  }
}

const check = () => withRapporteur(async (rapporteur) => (await rapporteur.check()).faults);
const rebuild = () => withRapporteur((rapporteur) => rapporteur.rebuild());
const ids = (of = folder) =>
  withRapporteur(async (rapporteur) => (await rapporteur.sessions()).map(({ id }) => id).sort(), of);

beforeEach(async () => {
  folder = path.join(temporaryFolder(), 'library');
  await withRapporteur((rapporteur) =>
    rapporteur.ingest([recordOf(harbour, orchard, ...Array.from({ length: 80 }, (_, number) => hearing(number, 1)))]),
  );
});

function overwrite(at: number, length: number, seed = 1): void {
  const random = seeded(seed);
  const bytes = readFileSync(file());
  for (let offset = at; offset < Math.min(at + length, bytes.length); offset += 1) bytes[offset] = random() * 256;
  writeFileSync(file(), bytes);
}

/** The first page of a table, counted from 1. */
function rootOf(table: string): number {
  const db = new DatabaseSync(file(), { readOnly: true });
  const { rootpage } = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table) as {
    rootpage: number;
  };
  db.close();
  return rootpage;
}

describe('a database of which', () => {
  it.each<[string, () => void]>([
    ['the header is overwritten', () => overwrite(0, 100)],
    ['the first page is overwritten', () => overwrite(0, page)],
    ['some pages are noise', () => overwrite(page * 40, page * 3)],
    ['the end is gone', () => truncateSync(file(), statSync(file()).size - page * 3)],
  ])('%s is looked through to the end, and all that can be read of it is saved', async (_, damage) => {
    const before = await ids();
    damage();
    const faults = await check();
    expect(faults.length).toBeGreaterThan(0);
    const lost = await rebuild();
    // What the check names is what the rebuild then cannot save.
    const named = faults.map(({ what }) => what).filter((what) => /^session .* is lost/u.test(what));
    expect(named).toEqual(lost.filter((what) => /^session .* is lost/u.test(what)));
    const after = await ids();
    expect(after.length).toBeGreaterThan(10);
    for (const id of before)
      if (!after.includes(id)) expect(named).toContainEqual(expect.stringContaining(`session ${id} is lost`));
    expect(await check()).toEqual([]);
    expect(existsSync(`${file()}.damaged`)).toBe(lost.length > 0);
  });
  it('the rules of who may see what cannot be read is left as it is, since all would be open', async () => {
    overwrite(page * (rootOf('rules') - 1), page);
    const damaged = readFileSync(file());
    await expect(rebuild()).rejects.toThrow(/The rules of who may see which session cannot be read/u);
    expect(readFileSync(file()).equals(damaged)).toBe(true);
  });
  it('nothing can be read is left as it is, and said so', async () => {
    writeFileSync(file(), 'Ines Okafor: Good morning.'.repeat(10_000));
    expect((await check())[0]!.what).toMatch(/is damaged \(file is not a database\)/u);
    await expect(rebuild()).rejects.toThrow(/nothing of library\.db can be read, so it is left as it is/u);
    expect(readFileSync(file(), 'utf8')).toMatch(/^Ines Okafor/u);
  });
  it('something is damaged keeps corrections, and what others have open', async () => {
    await withRapporteur(async (rapporteur) => {
      await rapporteur.correct('harbour-2025', { kind: 'rename', from: 'Mei Tanaka', to: 'Mei Sato' });
    });
    const other = openInFolder(folder, undefined, { anyEmbedder: true });
    expect((await other.sessions()).length).toBe(82);
    await rebuild();
    expect((await other.sessions()).length).toBe(82);
    expect((await other.session('harbour-2025'))!.speakers.map(({ name }) => name)).toContain('Mei Sato');
    await other.close();
  });
});

describe('a write-ahead log', () => {
  /** As a process leaves it that was killed before the log went into the database. */
  async function killed(damage: (log: Buffer) => void): Promise<void> {
    const at = path.join(path.dirname(folder), 'killed');
    mkdirSync(at);
    const rapporteur = await rapporteurIn(folder);
    for (let number = 100; number < 110; number += 1) await rapporteur.ingest([recordOf(hearing(number, 1))]);
    for (const name of [databaseName, `${databaseName}-wal`])
      copyFileSync(path.join(folder, name), path.join(at, name));
    await rapporteur.close();
    const log = readFileSync(`${file(at)}-wal`);
    expect(logDamage(file(at))).toBeNull();
    damage(log);
    writeFileSync(`${file(at)}-wal`, log);
    folder = at;
  }
  it('that is whole is taken in', async () => {
    await killed(() => {});
    expect(await check()).toEqual([]);
    expect((await ids()).length).toBe(92);
  });
  it('that is damaged is told, with how many changes are lost, until it is dealt with', async () => {
    await killed((log) => log.fill(1, Math.floor(log.length / 2), Math.floor(log.length / 2) + page));
    const told = {
      what: expect.stringMatching(
        /write-ahead log was damaged .*library\.db-wal\.damaged\): (?:one change|\d+ changes) put in last/u,
      ) as string,
      remedy: expect.stringMatching(/ingest again what was put in last/u) as string,
    };
    expect(await check()).toContainEqual(told);
    expect(await check()).toContainEqual(told);
    expect((await ids()).length).toBeLessThan(92);
    await rebuild();
    expect(await check()).toEqual([]);
  });
  it('whose head is damaged is lost whole', async () => {
    await killed((log) => log.fill(0, 0, 4));
    expect(await check()).toContainEqual({
      what: expect.stringMatching(/what was put in last is lost/u) as string,
      remedy: expect.any(String) as string,
    });
  });
});

describe('the files of a library', () => {
  it.skipIf(process.platform === 'win32')('are for who runs it alone', async () => {
    await openChatStore(folder).close();
    const mode = (name: string) => (statSync(name).mode & 0o777).toString(8);
    expect(mode(folder)).toBe('700');
    const rapporteur = await rapporteurIn(folder, {}, { openVectorIndex: indexOfFew });
    await rapporteur.ingest([recordOf(hearing(150, 1))]);
    await rapporteur.index();
    const names = readdirSync(folder);
    expect(names).toEqual(expect.arrayContaining([databaseName, `${databaseName}-wal`, 'chat.db', 'vectors.json']));
    for (const name of names) expect(`${name} ${mode(path.join(folder, name))}`).toBe(`${name} 600`);
    await rapporteur.close();
  });
  it.skipIf(process.platform === 'win32')('are made so where an earlier program made them otherwise', async () => {
    chmodSync(file(), 0o644);
    await ids();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});

// Root may write everywhere, so somebody else asks.
describe.skipIf(process.getuid?.() !== 0)('a library that cannot be written to', () => {
  async function asked(): Promise<string[]> {
    for (const name of readdirSync(folder)) chmodSync(path.join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    chmodSync(path.dirname(folder), 0o755);
    const writer = startWriter({ work: 'ask', folder, scanLimit: 10_000 }, { uid: 65_534 });
    await writer.ended;
    chmodSync(folder, 0o755);
    return writer.lines;
  }
  it('is asked all the same', async () =>
    expect(await asked()).toContainEqual(expect.stringMatching(/^found 82 sessions, [1-9]/u)));
  it('is asked with what is in its log too', async () => {
    const rapporteur = await rapporteurIn(folder);
    await rapporteur.ingest([recordOf(hearing(160, 1))]);
    const at = path.join(path.dirname(folder), 'killed');
    mkdirSync(at);
    for (const name of [databaseName, `${databaseName}-wal`])
      copyFileSync(path.join(folder, name), path.join(at, name));
    await rapporteur.close();
    folder = at;
    expect(await asked()).toContainEqual(expect.stringMatching(/^found 83 sessions, [1-9]/u));
  });
});
