/** A copy of a library in use answers the same where it is put back, and nothing is put back that is not whole. */
import { appendFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { backupCommands } from '../../adapters/terminal/commands/backup.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { backUp, restore } from '../../src/library/backup.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const how = { program: '1', now: new Date(Date.UTC(2026, 10, 30)) };
const questions = ['How many seals were counted?', 'What did Rossi say about frost?', 'Who took part?', 'And whales?'];

async function answersOf(rapporteur: Rapporteur): Promise<Answer[]> {
  return Promise.all(questions.map((text) => rapporteur.ask({ text })));
}

/** Every table with its number of rows. */
function rowsIn(file: string): Record<string, number> {
  const database = new DatabaseSync(file, { readOnly: true });
  const names = database.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
  );
  const rows = names.all().map(({ name }) => {
    const { n } = database.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get()!;
    return [String(name), Number(n)] as const;
  });
  database.close();
  return Object.fromEntries(rows);
}

describe('a copy', () => {
  it('of a library in use answers the same, and has every row', async () => {
    const folder = temporaryFolder();
    const rapporteur = await rapporteurIn(folder);
    await rapporteur.ingest([recordOf(harbour, orchard)]);
    await rapporteur.correct('harbour-2025', { kind: 'rename', from: 'Mei Tanaka', to: 'Mei Tanabe' });
    await rapporteur.setRule({ session: 'orchard-2025' }, 'chatham-house');
    const store = openChatStore(folder);
    await store.saveSettings({ platform: 'slack', workspace: 'T1', channel: '' }, { reply: 'asker' });
    const token = await tokensIn(folder).add({ name: 'desk' }, new Date());
    const before = await answersOf(rapporteur);
    const copy = `${temporaryFolder()}/copy`;
    const { files } = await backUp(folder, copy, how);
    expect(files.map(({ name }) => name)).toEqual(['chat.db', 'library.db', 'tokens.json']);
    const rows = rowsIn(`${folder}/library.db`);
    // What comes later is not in it.
    await rapporteur.remove('harbour-2025');
    const elsewhere = `${temporaryFolder()}/elsewhere/library`;
    expect(await restore(copy, elsewhere, { replace: false, now: how.now })).toEqual({ aside: null });
    expect(rowsIn(`${elsewhere}/library.db`)).toEqual(rows);
    const again = await rapporteurIn(elsewhere);
    expect(await answersOf(again)).toEqual(before);
    expect((await again.check()).faults).toEqual([]);
    await again.close();
    const kept = openChatStore(elsewhere);
    expect(await kept.ownSettings({ platform: 'slack', workspace: 'T1', channel: '' })).toEqual({ reply: 'asker' });
    expect((await tokensIn(elsewhere).accessOf(token))?.name).toBe('desk');
    expect(statSync(`${elsewhere}/library.db`).mode & 0o077).toBe(0);
    await kept.close();
    await store.close();
    await rapporteur.close();
  });

  it('that is made while records come in has whole sessions', async () => {
    const folder = temporaryFolder();
    const rapporteur = await rapporteurIn(folder);
    await rapporteur.ingest([recordOf(harbour)]);
    const more = Array.from({ length: 12 }, (_, n) => recordOf({ ...orchard, id: `orchard-${n}` }));
    const coming = rapporteur.ingest(more);
    const copies: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      copies.push(`${temporaryFolder()}/copy`);
      await backUp(folder, copies.at(-1)!, how);
    }
    await coming;
    await rapporteur.close();
    for (const copy of copies) {
      const target = temporaryFolder();
      await restore(copy, target, { replace: false, now: how.now });
      const again = await rapporteurIn(target);
      expect((await again.check()).faults).toEqual([]);
      expect(await again.ask({ text: questions[0]! })).toMatchObject({ status: 'answered' });
      await again.close();
    }
  });

  it('is not made over anything, nor of nothing', async () => {
    const there = temporaryFolder();
    await expect(backUp(there, `${there}/copy`, how)).rejects.toThrow('there is no library here');
    const folder = temporaryFolder();
    await (await rapporteurIn(folder)).close();
    await expect(backUp(folder, there, how)).rejects.toThrow('is there already');
  });
});

describe('what is put back', () => {
  async function copied(): Promise<string> {
    const folder = temporaryFolder();
    const rapporteur = await rapporteurIn(folder);
    await rapporteur.ingest([recordOf(harbour)]);
    await rapporteur.close();
    await backUp(folder, `${folder}/copy`, how);
    return `${folder}/copy`;
  }

  it.each<[string, (copy: string) => void, string]>([
    ['has a byte more', (copy) => appendFileSync(`${copy}/library.db`, '!'), 'library.db is not what was copied'],
    ['lacks a file', (copy) => rmSync(`${copy}/library.db`), 'library.db is missing'],
    ['was never finished', (copy) => rmSync(`${copy}/backup.json`), 'is no whole backup'],
  ])('is refused where it %s', async (_what, spoil, told) => {
    const copy = await copied();
    spoil(copy);
    const target = `${temporaryFolder()}/library`;
    await expect(restore(copy, target, { replace: false, now: how.now })).rejects.toThrow(told);
    expect(() => readdirSync(target)).toThrow('ENOENT');
  });

  it('takes the place of a library only when that is said, and keeps it', async () => {
    const copy = await copied();
    const target = temporaryFolder();
    const rapporteur = await rapporteurIn(target);
    await rapporteur.ingest([recordOf(orchard)]);
    await rapporteur.close();
    await expect(restore(copy, target, { replace: false, now: how.now })).rejects.toThrow('is not empty');
    const { aside } = await restore(copy, target, { replace: true, now: how.now });
    expect(readdirSync(aside!)).toContain('library.db');
    const again = await rapporteurIn(target);
    expect((await again.sessions()).map(({ id }) => id)).toEqual(['harbour-2025']);
    await again.close();
    rmSync(aside!, { recursive: true });
  });
});

describe('of a library on a server', () => {
  it.each(['backup', 'restore'])('%s says what copies it, and touches nothing', async (name) => {
    const where = { LIBRARY_PATH: temporaryFolder(), LIBRARY_URL: 'postgres://127.0.0.1/records' };
    const command = backupCommands(where, '1', process.stdout).find((one) => one.name() === name)!;
    await expect(command.parseAsync([`${where.LIBRARY_PATH}/copy`], { from: 'user' })).rejects.toThrow(
      /on a server \(LIBRARY_URL\).*pg_dump/u,
    );
    expect(readdirSync(where.LIBRARY_PATH)).toEqual([]);
  });
});
