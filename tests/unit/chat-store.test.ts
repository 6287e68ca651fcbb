import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { copyOf } from '../fixtures/libraries/copy.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { post } from '../fixtures/posts.ts';

let folder = '';
let store: ChatStore;

beforeEach(() => {
  folder = temporaryFolder();
  store = openChatStore(folder);
});
afterEach(async () => {
  await store.close();
});

async function reopen(): Promise<void> {
  await store.close();
  store = openChatStore(folder);
}

describe('installations', () => {
  it('cannot be read from the file, with another secret, or under another name', async () => {
    await store.installations('secret').save('T1', { bot: { token: 'xoxb-invented' } });
    await expect(store.installations('other').load('T1')).rejects.toThrow(
      'Installation of T1: cannot be decrypted; it was stored with another secret',
    );
    const database = new DatabaseSync(join(folder, 'chat.db'));
    const sealed = database.prepare('SELECT sealed FROM installations').get()!['sealed'];
    expect(Buffer.from(sealed instanceof Uint8Array ? sealed : []).toString('latin1')).not.toContain('xoxb');
    database.exec(`UPDATE installations SET name = 'T2'`);
    database.close();
    await expect(store.installations('secret').load('T2')).rejects.toThrow('Installation of T2: cannot be decrypted');
  });
});

function chatFile(): string {
  return join(folder, 'chat.db');
}

describe('the file', () => {
  const today = 6;
  const tables = ['questions', 'events', 'settings', 'feedback', 'installations'];
  const later = [
    ...['asked', 'is_direct', 'reply_kind', 'reply_status', 'reply_question', 'holder', 'held_until_ms'].map(
      (name) => `questions.${name}`,
    ),
    ...['platform', 'workspace', 'verdict', 'question', 'given_ms'].map((name) => `feedback.${name}`),
  ];
  function read(path: string): { version: unknown; rows: unknown[] } {
    const database = new DatabaseSync(path, { readOnly: true });
    const version = database.prepare('PRAGMA user_version').get()!['user_version'];
    // Columns that came later say nothing that was not in the others.
    const rows = tables.map((table) =>
      database
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !later.includes(`${table}.${name}`)))),
    );
    database.close();
    return { version, rows };
  }
  /** As version 2 left it: what came later is gone. */
  async function backToVersion2() {
    await store.close();
    const database = new DatabaseSync(chatFile());
    const since = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => ![...tables, 'grants', 'removals'].includes(name));
    expect(since.length).toBeGreaterThan(3);
    for (const name of since) database.exec(`DROP TABLE ${name}`);
    for (const column of later) database.exec(`ALTER TABLE ${column.replace('.', ' DROP COLUMN ')}`);
    database.exec('PRAGMA user_version = 2');
    database.close();
  }
  it.each(['a770afd/built-in', 'b8617bc/built-in'] as const)('of %s is brought up to this version', async (library) => {
    const earlier = copyOf(library);
    const before = read(join(earlier, 'chat.db'));
    expect(before.version).toBe(1);
    expect(before.rows.flat().length).toBeGreaterThan(0);
    // The second opening finds nothing to upgrade.
    for (const isFirst of [true, false]) {
      const upgraded = openChatStore(earlier);
      expect(await upgraded.tellOnce('slack:T1', 'hello', 1)).toBe(isFirst);
      await upgraded.close();
    }
    expect(read(join(earlier, 'chat.db'))).toEqual({ version: today, rows: before.rows });
  });
  it('of version 2 keeps what it had and gets what later versions have', async () => {
    await store.grants.save('slack:T1', { sees: 'nothing', mayShare: true });
    await backToVersion2();
    store = openChatStore(folder);
    expect(await store.grants.of('slack:T1')).toEqual({ sees: 'nothing', mayShare: true });
    expect(await store.tellOnce('slack:T1', 'hello', 1)).toBe(true);
  });
  it('of another version is refused with both versions', async () => {
    await store.close();
    const database = new DatabaseSync(chatFile());
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openChatStore(folder)).toThrow(
      `${chatFile()}: is of version 99, and this Rapporteur reads version ${today}`,
    );
    const back = new DatabaseSync(chatFile());
    back.exec(`PRAGMA user_version = ${today}`);
    back.close();
    store = openChatStore(folder);
  });
  it('of version 2 is brought over with all that is in it', async () => {
    await store.saveSettings({ platform: 'slack', workspace: 'T1', channel: 'C1' }, { reply: 'asker' });
    await backToVersion2();
    store = openChatStore(folder);
    expect((await store.settings({ platform: 'slack', workspace: 'T1', channel: 'C1' })).reply).toBe('asker');
    expect(await store.watches.all('slack')).toEqual([]);
    expect(await store.given.untold('slack')).toEqual([]);
    expect(await store.ledger.used(null, Date.UTC(2026, 10, 30))).toEqual({ day: 0, month: 0 });
    expect(await store.collected.of({ platform: 'slack', workspace: 'T1', channel: 'C1' }, 'ana')).toEqual([]);
  });
  it('of another program is refused and left alone', () => {
    const other = temporaryFolder();
    const database = new DatabaseSync(join(other, 'chat.db'));
    database.exec('CREATE TABLE theirs (a)');
    database.close();
    expect(() => openChatStore(other)).toThrow('is a database of another program; move it away');
    writeFileSync(
      join(other, 'chat.db'),
      'not a database at all, but text that is long enough to be looked at as one'.repeat(20),
    );
    expect(() => openChatStore(other)).toThrow('cannot be opened as a database');
  });
  it('is open to two processes at a time', async () => {
    const second = openChatStore(folder);
    await store.receive('q1', post(), null, 0);
    expect((await second.item('q1'))?.state).toBe('received');
    await second.close();
  });

  it('has every question that was stored before a kill', async () => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('../fakes/chat-store-writer.ts', import.meta.url)), folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let told = '';
    child.stdout.on('data', (data: Buffer) => {
      told += data.toString();
    });
    while (told.split('\n').length < 40) {
      await sleep(5);
    }
    child.kill('SIGKILL');
    await new Promise((resolve) => {
      child.once('close', resolve);
    });
    await reopen();
    const ids = told.split('\n').slice(0, -1);
    const states = await Promise.all(ids.map(async (id) => (await store.item(id))?.state));
    expect(states.filter((state) => state !== 'answered')).toEqual([]);
  });
});
