import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import { type ChatStore, type Feedback, openChatStore } from '../../src/chat/chat-store.ts';
import type { Post } from '../../src/chat/post.ts';
import { defaultSettings } from '../../src/chat/settings.ts';
import { copyOf } from '../fixtures/libraries/copy.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let folder = '';
let store: ChatStore;

beforeEach(() => {
  folder = temporaryFolder();
  store = openChatStore(folder);
});
afterEach(() => {
  store.close();
});

function reopen(): void {
  store.close();
  store = openChatStore(folder);
}

const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };

let posts = 0;
function post(change: Partial<Post> & { user?: string; question?: string } = {}): Post {
  posts += 1;
  const { user = 'ana', question = `Question ${posts}?`, ...rest } = change;
  return {
    place,
    thread: null,
    conversation: 'C1',
    asker: { id: user, roles: [], isAdmin: false },
    message: `m${posts}`,
    event: `e${posts}`,
    command: { name: 'ask', question },
    isDirect: false,
    onlyForAsker: false,
    replyTo: { ts: posts },
    ...rest,
  };
}

const answer: Answer = {
  question: 'Q?',
  status: 'answered',
  text: 'A.',
  quotes: [],
  report: [],
  related: [],
  model: null,
};
const reply = { kind: 'answer' as const, id: 'q1', answer };

describe('the inbox', () => {
  it('keeps a question as it was asked', () => {
    const asked = post();
    store.receive('q1', asked, 'ana', 1000);
    reopen();
    expect(store.item('q1')).toEqual({
      id: 'q1',
      post: asked,
      state: 'received',
      receivedMs: 1000,
      revision: 1,
      reply: null,
      libraryVersion: null,
      sent: null,
      onlyFor: 'ana',
    });
    expect(store.itemOf(place, asked.message)?.id).toBe('q1');
    expect(store.itemOf({ ...place, channel: 'C2' }, asked.message)).toBeNull();
    expect(store.item('other')).toBeNull();
  });

  it('knows a second delivery by its event, and a second event by its message', () => {
    const asked = post();
    expect(store.receive('q1', asked, null, 0)).not.toBeNull();
    expect(store.receive('q2', asked, null, 0)).toBeNull();
    expect(store.receive('q3', { ...asked, event: 'another' }, null, 0)).toBeNull();
    expect(store.receive('q4', { ...asked, event: null }, null, 0)).toBeNull();
    expect(store.receive('q5', { ...asked, message: 'another' }, null, 0)).toBeNull();
    expect(store.receive('q6', post({ event: null }), null, 0)).not.toBeNull();
    expect(
      store.receive('q7', { ...asked, event: 'a third', place: { ...place, channel: 'C2' } }, null, 0),
    ).not.toBeNull();
    expect(store.unfinished('slack').map(({ id }) => id)).toEqual(['q1', 'q6', 'q7']);
    expect(store.unfinished('discord')).toEqual([]);
  });

  it('goes from received to ready to answered', () => {
    const item = store.receive('q1', post(), null, 0)!;
    expect(store.keepReply(item, reply, 'v1', 1)).toBe(true);
    expect(store.item('q1')).toMatchObject({ state: 'ready', reply, libraryVersion: 'v1', sent: null });
    expect(store.unfinished('slack')).toHaveLength(1);
    expect(store.finish(item, 'answered', 'sent-1', 2)).toMatchObject({ state: 'answered', sent: 'sent-1' });
    expect(store.unfinished('slack')).toEqual([]);
  });

  it('does not keep the answer to words that were changed meanwhile', () => {
    const item = store.receive('q1', post(), null, 0)!;
    const reworded = store.reword('q1', { name: 'ask', question: 'Other words?' }, 5);
    expect(reworded).toMatchObject({
      state: 'received',
      revision: 2,
      receivedMs: 5,
      post: { command: { question: 'Other words?' }, message: item.post.message },
    });
    expect(store.keepReply(item, reply, null, 6)).toBe(false);
    expect(store.keepReply(reworded, reply, null, 6)).toBe(true);
  });

  it('notes what was posted also when the words were changed while it was being posted', () => {
    const item = store.receive('q1', post(), null, 0)!;
    store.keepReply(item, reply, null, 1);
    store.reword('q1', { name: 'ask', question: 'Other words?' }, 2);
    expect(store.finish(item, 'answered', 'sent-1', 3)).toMatchObject({
      state: 'received',
      sent: 'sent-1',
      reply: null,
    });
  });

  it('drops', () => {
    const item = store.receive('q1', post(), null, 0)!;
    store.drop('q1', 1);
    expect(store.keepReply(item, reply, null, 2)).toBe(false);
    expect(store.finish(item, 'answered', 'sent-1', 3)).toMatchObject({ state: 'dropped', sent: 'sent-1' });
    expect(store.unfinished('slack')).toEqual([]);
  });

  it('forgets what is finished and old, and keeps what is not', () => {
    const old = store.receive('old', post(), null, 0)!;
    store.keepReply(old, reply, null, 1);
    store.finish(old, 'answered', null, 10);
    store.receive('waiting', post(), null, 0);
    const recent = store.receive('recent', post(), null, 0)!;
    store.keepReply(recent, reply, null, 1);
    store.finish(recent, 'answered', null, 200);
    expect(store.forget(100)).toBe(1);
    expect([store.item('old'), store.item('waiting')?.state, store.item('recent')?.state]).toEqual([
      null,
      'received',
      'answered',
    ]);
  });
});

describe('the conversation', () => {
  it('is the earlier questions, oldest first and no more than asked for', () => {
    for (const id of ['1', '2', '3']) {
      store.receive(id, post({ question: `Q${id}?` }), null, Number(id));
    }
    store.receive('list', post({ command: { name: 'sessions' } }), null, 4);
    store.receive('other', post({ question: 'Elsewhere?', conversation: 'C2' }), null, 5);
    const item = store.receive('4', post(), null, 6)!;
    expect(store.history(item, 10, 0)).toEqual(['Q1?', 'Q2?', 'Q3?']);
    expect(store.history(item, 2, 0)).toEqual(['Q2?', 'Q3?']);
    expect(store.history(item, 10, 3)).toEqual(['Q3?']);
    expect(store.history(store.item('1')!, 10, 0)).toEqual([]);
  });

  it("is not told another's private questions, nor deleted or refused ones", () => {
    store.receive('1', post({ question: 'Private?', user: 'ben' }), 'ben', 1);
    store.receive('2', post({ question: 'My private?' }), 'ana', 2);
    store.receive('3', post({ question: 'Deleted?' }), null, 3);
    store.drop('3', 3);
    const refused = store.receive('4', post({ question: 'Refused?' }), null, 4)!;
    store.keepReply(refused, { kind: 'notice', id: '4', why: 'refused', text: 'No.' }, null, 4);
    store.receive('5', post({ question: 'Shared?', user: 'ben' }), 'ben', 5);
    store.share('5', 5);
    expect(store.history(store.receive('6', post(), null, 6)!, 10, 0)).toEqual(['My private?', 'Shared?']);
  });

  it('counts what a person asked in a place up to a question', () => {
    store.receive('1', post(), null, 10);
    store.receive('2', post({ user: 'ben' }), null, 10);
    store.receive('3', post({ command: { name: 'sessions' } }), null, 10);
    store.receive('4', post({ place: { ...place, channel: 'C2' } }), null, 10);
    const item = store.receive('5', post(), null, 10)!;
    const later = store.receive('6', post(), null, 10)!;
    expect([store.askedUpTo(item, 0), store.askedUpTo(later, 0), store.askedUpTo(later, 11)]).toEqual([2, 3, 0]);
    const reworded = store.reword('1', { name: 'ask', question: 'Anew?' }, 20);
    expect(store.askedUpTo(reworded, 0)).toBe(4);
    store.keepReply(reworded, { kind: 'notice', id: '1', why: 'refused', text: 'No.' }, null, 21);
    expect(store.askedUpTo(later, 0)).toBe(2);
  });
});

describe('settings', () => {
  it("are the channel's over the workspace's over the defaults", () => {
    store.saveSettings({ ...place, channel: '' }, { questionsPerHour: 5, reply: 'asker' });
    store.saveSettings(place, { reply: 'thread', scope: { events: ['Water Days 2025'] } });
    expect(store.settings(place)).toEqual({
      ...defaultSettings,
      questionsPerHour: 5,
      scope: { events: ['Water Days 2025'] },
    });
    expect(store.settings({ ...place, channel: 'C2' })).toEqual({
      ...defaultSettings,
      questionsPerHour: 5,
      reply: 'asker',
    });
    expect(store.settings({ ...place, workspace: 'T2' })).toEqual(defaultSettings);
    expect(store.ownSettings(place)).toEqual({ reply: 'thread', scope: { events: ['Water Days 2025'] } });
  });
  it('can go back to what they inherit', () => {
    store.saveSettings(place, { questionsPerHour: 1 });
    store.saveSettings(place, {});
    expect(store.settings(place)).toEqual(defaultSettings);
  });
  it('can undo a limit of the workspace', () => {
    store.saveSettings({ ...place, channel: '' }, { questionsPerHour: 1 });
    store.saveSettings(place, { questionsPerHour: null });
    expect(store.settings(place).questionsPerHour).toBeNull();
  });
});

function verdict(change: Partial<Feedback>): Feedback {
  return {
    id: 'q1',
    place,
    user: 'ana',
    verdict: 'good',
    reason: null,
    question: 'Q?',
    answer,
    libraryVersion: 'v1',
    timeMs: 1,
    ...change,
  };
}

describe('feedback', () => {
  it('is exported oldest first, the last verdict of each person on each answer', () => {
    store.saveFeedback(verdict({}));
    store.saveFeedback(verdict({ user: 'ben' }));
    store.saveFeedback(verdict({ verdict: 'bad', reason: 'Wrong “speaker”\nreally', timeMs: 2 }));
    reopen();
    expect([...store.exportFeedback()]).toEqual([
      verdict({ verdict: 'bad', reason: 'Wrong “speaker”\nreally', timeMs: 2 }),
      verdict({ user: 'ben' }),
    ]);
  });
});

describe('installations', () => {
  it('are kept, replaced and removed', () => {
    store.installations('secret').save('T1', { bot: { token: 'xoxb-first' } });
    store.installations('secret').save('T1', { bot: { token: 'xoxb-invented' } });
    reopen();
    const installations = store.installations('secret');
    expect(installations.load('T1')).toEqual({ bot: { token: 'xoxb-invented' } });
    installations.remove('T1');
    expect(installations.load('T1')).toBeNull();
  });
  it('cannot be read from the file, with another secret, or under another name', () => {
    store.installations('secret').save('T1', { bot: { token: 'xoxb-invented' } });
    expect(() => store.installations('other').load('T1')).toThrow(
      'Installation of T1: cannot be decrypted; it was stored with another secret',
    );
    const database = new DatabaseSync(join(folder, 'chat.db'));
    const sealed = database.prepare('SELECT sealed FROM installations').get()!['sealed'];
    expect(Buffer.from(sealed instanceof Uint8Array ? sealed : []).toString('latin1')).not.toContain('xoxb');
    database.exec(`UPDATE installations SET name = 'T2'`);
    database.close();
    expect(() => store.installations('secret').load('T2')).toThrow('Installation of T2: cannot be decrypted');
  });
});

function chatFile(): string {
  return join(folder, 'chat.db');
}

describe('what is remembered', () => {
  it('is told once in each workspace, also after a restart, and again where the workspace was forgotten', () => {
    expect(store.tellOnce('slack:T1', 'hello C1', 1)).toBe(true);
    expect(store.tellOnce('slack:T2', 'hello C1', 1)).toBe(true);
    expect(store.tellOnce('slack:T1', 'hello C2', 1)).toBe(true);
    reopen();
    expect(store.tellOnce('slack:T1', 'hello C1', 2)).toBe(false);
    store.forgetOrigin('slack:T1');
    expect(store.tellOnce('slack:T1', 'hello C1', 3)).toBe(true);
    expect(store.tellOnce('slack:T2', 'hello C1', 3)).toBe(false);
  });
  it('is the last message that came in', () => {
    expect(store.lastSeen('discord')).toBeNull();
    store.noteSeen('discord', '900', 1);
    store.noteSeen('discord', '901', 2);
    reopen();
    expect(store.lastSeen('discord')).toBe('901');
    expect(store.lastSeen('slack')).toBeNull();
  });
  it('is where everyone has seen an answer, or will', () => {
    const answered = (id: string, conversation: string, onlyFor: string | null, sent: string | null) => {
      const item = store.receive(id, post({ conversation }), onlyFor, 0)!;
      store.keepReply(item, reply, 'v1', 1);
      store.finish(item, 'answered', sent, 2);
    };
    answered('q1', 'open', null, 'sent-1');
    answered('q2', 'private', 'ana', 'sent-2');
    answered('q3', 'unsent', null, null);
    store.receive('q4', post({ conversation: 'waiting' }), null, 0);
    store.receive('q5', post({ conversation: 'dropped' }), null, 0);
    store.drop('q5', 1);
    const found = ['open', 'private', 'unsent', 'waiting', 'dropped', 'none'].filter((one) =>
      store.hasAnsweredIn(place, one),
    );
    expect(found).toEqual(['open', 'waiting']);
    expect(store.hasAnsweredIn({ ...place, channel: 'C2' }, 'open')).toBe(false);
  });
});

it('tells how a workspace uses the bot, and no question that was asked in private', () => {
  const ask = (
    id: string,
    change: Partial<Post> & { user?: string; question?: string },
    status: Answer['status'],
    onlyFor: string | null = null,
  ) => {
    const item = store.receive(id, post(change), onlyFor, 100)!;
    store.keepReply(item, { ...reply, id, answer: { ...answer, status } }, 'v1', 101);
  };
  ask('q1', { question: 'Open to all?' }, 'not_found');
  ask('q2', { question: 'Near?', user: 'ben' }, 'nearest');
  ask('q3', { question: 'Private?' }, 'not_found', 'ana');
  ask('q4', { question: 'Direct?', isDirect: true }, 'not_found');
  ask('q5', { question: 'Fine?' }, 'answered');
  ask('q6', { question: 'Elsewhere?', place: { ...place, workspace: 'T2' } }, 'not_found');
  const judged = {
    id: 'q5',
    place,
    verdict: 'good' as const,
    reason: null,
    question: '',
    answer,
    libraryVersion: null,
  };
  store.saveFeedback({ ...judged, user: 'ana', timeMs: 100 });
  store.saveFeedback({ ...judged, user: 'ben', verdict: 'bad', timeMs: 5 });
  expect(store.usage('slack', 'T1', 50)).toEqual({
    questions: 5,
    people: 2,
    answered: 1,
    open: 4,
    good: 1,
    bad: 0,
    openQuestions: ['Near?', 'Open to all?'],
    badAnswers: [],
  });
  // Of what everyone could read, and not of what was asked in private.
  for (const id of ['q1', 'q3', 'q4']) {
    store.saveFeedback({ ...judged, id, user: 'ben', verdict: 'bad', question: id, reason: 'Wrong.', timeMs: 120 });
  }
  expect(store.usage('slack', 'T1', 50).badAnswers).toEqual([{ question: 'q1', reason: 'Wrong.' }]);
  expect(store.usage('slack', 'T1', 200)).toMatchObject({ questions: 0, people: 0, openQuestions: [] });
});

describe('the file', () => {
  const today = 5;
  const tables = ['questions', 'events', 'settings', 'feedback', 'installations'];
  function read(path: string): { version: unknown; rows: unknown[] } {
    const database = new DatabaseSync(path, { readOnly: true });
    const version = database.prepare('PRAGMA user_version').get()!['user_version'];
    const rows = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
    database.close();
    return { version, rows };
  }
  /** As version 2 left it: what came later is gone. */
  function backToVersion2() {
    store.close();
    const database = new DatabaseSync(chatFile());
    const since = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => ![...tables, 'grants', 'removals'].includes(name));
    expect(since.length).toBeGreaterThan(3);
    for (const name of since) database.exec(`DROP TABLE ${name}`);
    database.exec('PRAGMA user_version = 2');
    database.close();
  }
  it.each(['a770afd/built-in', 'b8617bc/built-in'] as const)('of %s is brought up to this version', (library) => {
    const earlier = copyOf(library);
    const before = read(join(earlier, 'chat.db'));
    expect(before.version).toBe(1);
    expect(before.rows.flat().length).toBeGreaterThan(0);
    // The second opening finds nothing to upgrade.
    for (const isFirst of [true, false]) {
      const upgraded = openChatStore(earlier);
      expect(upgraded.tellOnce('slack:T1', 'hello', 1)).toBe(isFirst);
      upgraded.close();
    }
    expect(read(join(earlier, 'chat.db'))).toEqual({ version: today, rows: before.rows });
  });
  it('of version 2 keeps what it had and gets what later versions have', () => {
    store.grants.save('slack:T1', { sees: 'nothing', mayShare: true });
    backToVersion2();
    store = openChatStore(folder);
    expect(store.grants.of('slack:T1')).toEqual({ sees: 'nothing', mayShare: true });
    expect(store.tellOnce('slack:T1', 'hello', 1)).toBe(true);
  });
  it('of another version is refused with both versions', () => {
    store.close();
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
  it('of version 2 is brought over with all that is in it', () => {
    store.saveSettings({ platform: 'slack', workspace: 'T1', channel: 'C1' }, { reply: 'asker' });
    backToVersion2();
    store = openChatStore(folder);
    expect(store.settings({ platform: 'slack', workspace: 'T1', channel: 'C1' }).reply).toBe('asker');
    expect(store.watches.all('slack')).toEqual([]);
    expect(store.given.untold('slack')).toEqual([]);
    expect(store.ledger.used(null, Date.UTC(2026, 10, 30))).toEqual({ day: 0, month: 0 });
    expect(store.collected.of({ platform: 'slack', workspace: 'T1', channel: 'C1' }, 'ana')).toEqual([]);
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
  it('is open to two processes at a time', () => {
    const second = openChatStore(folder);
    store.receive('q1', post(), null, 0);
    expect(second.item('q1')?.state).toBe('received');
    second.close();
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
    reopen();
    const ids = told.split('\n').slice(0, -1);
    const states = ids.map((id) => store.item(id)?.state);
    expect(states.filter((state) => state !== 'answered')).toEqual([]);
  });
});
