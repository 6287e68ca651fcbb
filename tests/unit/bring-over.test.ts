/** A library that an earlier version made: it opens, answers meanwhile, and is brought over, whatever happens. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../embeddings/embedder.ts';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { derivation } from '../../src/library/derive.ts';
import { databaseName } from '../../src/library/sqlite/database.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { viewAnswer } from '../../src/chat/answer-view.ts';
import { removeAll } from '../fakes/crashes.ts';
import { embeddingServer, honest } from '../fakes/embedding-server.ts';
import type { Task } from '../fakes/library-writer.ts';
import { startWriter } from '../fakes/start-writer.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { copyOf } from '../fixtures/libraries/copy.ts';
import { openInFolder } from '../fixtures/library.ts';
import { feedbackIn } from '../fixtures/feedback.ts';

let folder: string;
let opened: Rapporteur[];
beforeEach(() => {
  folder = copyOf('b8617bc/built-in');
  opened = [];
});
afterEach(async () => {
  for (const rapporteur of opened) await rapporteur.close();
  removeAll(folder);
});

async function open(settings: { [name: string]: string } = {}, embedder?: Embedder): Promise<Rapporteur> {
  const rapporteur = await openRapporteur({
    config: readConfig({ LIBRARY_PATH: folder, ...settings }),
    anyEmbedder: false,
    openEmbedder: embedder ? async () => embedder : openEmbedder,
    openVectorIndex,
  });
  let closed: Promise<void> | null = null;
  const once: Rapporteur = { ...rapporteur, close: () => (closed ??= rapporteur.close()) };
  opened.push(once);
  return once;
}

function change(sql: string): void {
  const db = new DatabaseSync(path.join(folder, databaseName));
  db.exec(sql);
  db.close();
}

/** Every question that is answered from the library, with what must stand in the first quote. */
const answers: [question: string, quoted: string, speaker: string][] = [
  ['How many seals were counted in the bay?', '312 seals', 'Tomas Lindqvist'],
  // Former and present versions make other terms of these words.
  ['Who takes the gauges down?', 'took the gauges down', 'Lena Brandt'],
  ['What did the G77 write about?', 'G-77 wrote', 'Omar Haddad'],
  // Both are corrected: the record has other names.
  ['What would a frost warning cost?', '40,000 crowns', 'Pia Rossi'],
  ['How many ships are unloaded at Blue Quay?', '90 ships a month', 'Mei Tanabe'],
];

async function expectAnswers(rapporteur: Rapporteur): Promise<void> {
  for (const [question, quoted, speaker] of answers) {
    const { status, quotes } = await rapporteur.ask({ text: question });
    expect({ question, status, speaker: quotes[0]?.speaker }).toEqual({ question, status: 'answered', speaker });
    expect(quotes[0]!.text).toContain(quoted);
  }
  expect(await rapporteur.verify('brought them to the old lighthouse')).toMatchObject({
    verdict: 'verbatim',
    speaker: 'Lena Brandt',
  });
  const { status, quotes } = await rapporteur.ask({ text: 'What was said about helicopters?' });
  // What comes nearest by meaning is known only once the vectors are of this version.
  expect(['nearest', 'not_found']).toContain(status);
  expect(quotes).toEqual([]);
}

const sessions = 8;

describe('a library of version 7, with a row for each turn and sentence', () => {
  beforeEach(() => {
    folder = copyOf('ede9d04/built-in');
  });
  const rows = () => {
    const db = new DatabaseSync(path.join(folder, databaseName));
    const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get()!['n'];
    const counts = { turns: count('turns'), sentences: count('sentences'), blocks: count('turn_blocks') };
    db.close();
    return counts;
  };
  const nearest = async (library: ReturnType<typeof openInFolder>) => {
    const question = Float32Array.from(await builtInEmbedder().model.embedQuery('seals counted in the bay'));
    return library.searchVectors(question, 5);
  };

  it('answers, finds and counts as after it is brought over, which is told with progress', async () => {
    const library = openInFolder(folder, builtInEmbedder().id);
    const asked = async () => ({
      found: (await nearest(library)).map(({ session, similarity }) => [session, similarity.toFixed(4)]),
      extents: await Promise.all(
        ['bring', 'seal', 'seal bay', 'gaug'].map((terms) => library.reading((reader) => reader.extent([terms]))),
      ),
      people: await library.people(),
      sessions: await library.sessions(),
    });
    const before = await asked();
    expect([before.found.length, before.extents[1]?.turns, before.extents[1]?.sessions.length]).toEqual([5, 16, 5]);
    const rapporteur = await open();
    await expectAnswers(rapporteur);
    expect(await rapporteur.check()).toMatchObject({ sessions, behind: sessions, faults: [] });
    const told: string[] = [];
    await rapporteur.bringOver(({ done, total }) => told.push(`${done}/${total}`));
    expect(told.at(-1)).toBe(`${sessions}/${sessions}`);
    expect(rows()).toEqual({ turns: 0, sentences: 0, blocks: sessions });
    expect(await asked()).toEqual(before);
    await expectAnswers(rapporteur);
    expect(await rapporteur.check()).toMatchObject({ sessions, behind: 0, faults: [] });
    await library.close();
  });

  it('is in part of the former form when it is closed in the middle, and goes on from there', async () => {
    const first = await open();
    await first.bringOver(({ done }) => {
      if (done === 3) void first.close();
    });
    await first.close();
    expect(rows().blocks).toBe(3);
    const second = await open();
    expect(await second.behind()).toEqual({ behind: sessions - 3, sessions });
    await expectAnswers(second);
    expect((await second.check()).faults).toEqual([]);
    await second.bringOver();
    expect(await second.check()).toMatchObject({ behind: 0, faults: [] });
  });

  it('is whole after a rebuild too', async () => {
    const rapporteur = await open();
    await rapporteur.rebuild();
    expect(rows()).toEqual({ turns: 0, sentences: 0, blocks: sessions });
    await expectAnswers(rapporteur);
    expect(await rapporteur.check()).toMatchObject({ sessions, behind: 0, faults: [] });
  });

  it.each([
    'BEGIN IMMEDIATE',
    'ALTER TABLE sessions ADD COLUMN turn_count',
    'DELETE FROM turns',
    'INSERT INTO turn_blocks',
    'COMMIT',
  ])('is whole when it is killed at %s', async (sql) => {
    const writer = startWriter({ work: 'bring over', folder, dieAt: { sql, nth: 1 } });
    expect((await writer.ended).signal).toBe('SIGKILL');
    const rapporteur = await open();
    await expectAnswers(rapporteur);
    await rapporteur.bringOver();
    expect(await rapporteur.check()).toMatchObject({ sessions, behind: 0, faults: [] });
  });
});

describe('a library of an earlier version', () => {
  it('answers as it is, and is not called damaged', async () => {
    const rapporteur = await open();
    expect(await rapporteur.behind()).toEqual({ behind: sessions, sessions });
    await expectAnswers(rapporteur);
    expect(await rapporteur.check()).toMatchObject({ sessions, behind: sessions, faults: [] });
  });

  it('finds irregular words by the terms it had for each of their forms, and counts no turns by them', async () => {
    const library = openInFolder(folder, builtInEmbedder().id);
    const found = async () =>
      Promise.all(
        ['take', 'bring', 'speak', 'write'].map(async (term) => ({
          term,
          in: new Set((await library.searchWords([term], 100)).map(({ session }) => session)),
          chunks: await library.documentFrequency(term),
        })),
      );
    const extent = () => library.reading((reader) => reader.extent(['bring']));
    const before = await found();
    expect(before.every((each) => each.in.has('tides-2025'))).toBe(true);
    expect(await extent()).toBeNull();
    await (await open()).bringOver();
    expect(before).toEqual(await found());
    expect(new Set((await extent())?.sessions)).toEqual(before[1]!.in);
    await library.close();
  });

  it('is brought over with progress, and then is as if it were made today', async () => {
    const rapporteur = await open();
    const told: string[] = [];
    await rapporteur.bringOver(({ done, total }) => told.push(`${done}/${total}`));
    expect(told).toEqual(Array.from({ length: sessions + 1 }, (_, done) => `${done}/${sessions}`));
    expect(await rapporteur.behind()).toEqual({ behind: 0, sessions });
    await expectAnswers(rapporteur);
    expect(await rapporteur.check()).toMatchObject({ sessions, behind: 0, faults: [] });
    const version = await rapporteur.version();
    await rapporteur.bringOver(() => told.push('again'));
    expect([told.at(-1), await rapporteur.version()]).toEqual([`${sessions}/${sessions}`, version]);
  });

  it('answers and takes in records while it is brought over', async () => {
    const rapporteur = await open();
    const done: string[] = [];
    const asking: Promise<void>[] = [];
    const record = recordOf({ id: 'new', turns: [{ speaker: 'Ana Kov', text: 'The weir leaks.' }] });
    await rapporteur.bringOver(({ done: sessionsDone }) => {
      if (sessionsDone > 0) return;
      asking.push(expectAnswers(rapporteur));
      asking.push(rapporteur.ingest([record]).then(() => void done.push('put in')));
    });
    done.push('brought over');
    await Promise.all(asking);
    expect(done).toEqual(['put in', 'brought over']);
    expect(await rapporteur.check()).toMatchObject({ sessions: sessions + 1, behind: 0, faults: [] });
  });

  it('ends at the next session when it is closed, and goes on from there', async () => {
    const first = await open();
    await first.bringOver(({ done }) => {
      if (done === 2) void first.close();
    });
    await first.close();
    const second = await open();
    expect(await second.behind()).toEqual({ behind: sessions - 2, sessions });
    await expectAnswers(second);
    expect((await second.check()).faults).toEqual([]);
    await second.bringOver();
    expect(await second.check()).toMatchObject({ behind: 0, faults: [] });
  });

  it('waits for another process that writes, and no longer than it is open', async () => {
    const rapporteur = await open();
    const other = startWriter({ work: 'hold', folder });
    await other.told('holding');
    const told: string[] = [];
    await rapporteur.bringOver(({ name }) => {
      told.push(name);
      if (name.startsWith('waiting for process')) void rapporteur.close();
    });
    expect(told.at(-1)).toMatch(/^waiting for process \d+/u);
    other.finish();
    await other.ended;
    expect(await (await open()).behind()).toEqual({ behind: sessions, sessions });
  });

  it('keeps what was made of its people, where they are the same', async () => {
    const library = openInFolder(folder, builtInEmbedder().id);
    const before = await library.people();
    await (await open()).bringOver();
    const after = await library.people();
    expect(after.map((person, at) => person === before[at])).toEqual(before.map(() => true));
    await library.close();
  });

  it('leaves a session whose words are damaged as it is', async () => {
    change(`UPDATE turns SET text = 'We counted 999 seals.' WHERE text LIKE '%312 seals%'`);
    const rapporteur = await open();
    await rapporteur.bringOver();
    expect(await rapporteur.behind()).toEqual({ behind: 1, sessions });
    const { faults } = await rapporteur.check();
    expect(faults.map(({ what }) => what)).toEqual([expect.stringContaining('session harbour-2025 is damaged')]);
  });

  it('is seen anew by who has read it before, also where another brings it over', async () => {
    await (await open()).close();
    change("UPDATE sessions SET people = '[]'; DELETE FROM speakers");
    const asking = await open();
    const names = async () => (await asking.speakers()).map(({ name }) => name);
    expect(await names()).toEqual([]);
    await (await open()).bringOver();
    expect(await names()).toContain('Tomas Lindqvist');
    expect((await asking.sessions()).find(({ id }) => id === 'harbour-2025')!.speakers).toContain('Mei Tanabe');
  });

  it('is brought over by a rebuild too', async () => {
    const rapporteur = await open();
    await rapporteur.rebuild();
    expect(await rapporteur.check()).toMatchObject({ behind: 0, faults: [] });
    await expectAnswers(rapporteur);
  });

  it('is refused by a version before the one that wrote to it last', async () => {
    const rapporteur = await open();
    await rapporteur.bringOver();
    await rapporteur.close();
    change(`UPDATE sessions SET derivation = ${derivation + 1} WHERE id = 'tides-2025'`);
    await expect(open()).rejects.toThrow(/a later version of this program made what is in it/u);
    change(
      `UPDATE sessions SET derivation = ${derivation}; UPDATE meta SET value = 'built-in/99' WHERE key = 'embedder'`,
    );
    await expect(open()).rejects.toThrow(/a later version of this program made what is in it/u);
  });
});

describe('a process that is killed while it brings a library over', () => {
  it.each<Task['dieAt'] & object>([
    { sql: 'UPDATE sessions SET people', nth: 3 },
    { sql: 'INSERT INTO words', nth: 5 },
    { sql: 'COMMIT', nth: 4 },
  ])('twice at %o: every session is old or new, and it is finished after', async (dieAt) => {
    const left: number[] = [];
    for (let kill = 0; kill < 2; kill += 1) {
      expect((await startWriter({ work: 'bring over', folder, dieAt }).ended).signal).toBe('SIGKILL');
      const between = await open();
      expect(await between.check()).toMatchObject({ sessions, faults: [] });
      left.push((await between.behind()).behind);
      await between.close();
    }
    expect(left[1]).toBeLessThan(left[0]!);
    expect(left[1]).toBeGreaterThan(0);
    const rapporteur = await open();
    await expectAnswers(rapporteur);
    await rapporteur.bringOver();
    expect(await rapporteur.check()).toMatchObject({ sessions, behind: 0, faults: [] });
    await expectAnswers(rapporteur);
  });
});

it('two processes at once bring each session over once', async () => {
  const before = await (await open()).version();
  const writers = [1, 2].map(() => startWriter({ work: 'bring over', folder }));
  for (const writer of writers) {
    expect(await writer.ended).toEqual({ signal: null, code: 0 });
    expect(writer.lines.at(-1)).toBe('done');
    expect(writer.lines.filter((line) => line.startsWith('failed'))).toEqual([]);
  }
  const after = await open();
  expect(Number(await after.version())).toBe(Number(before) + sessions);
  expect(await after.check()).toMatchObject({ sessions, behind: 0, faults: [] });
});

describe('vectors', () => {
  it('of a server stay, and it is not asked again', async () => {
    removeAll(folder);
    folder = copyOf('b8617bc/server');
    const server = await embeddingServer((request) => honest(request));
    try {
      const settings = { EMBEDDING_MODEL: 'invented-embedder', OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'none' };
      const rapporteur = await open(settings);
      expect((await rapporteur.search({ text: 'frost warning' }))[0]!.text).toContain('frost warning');
      const asked = server.requests.length;
      await rapporteur.bringOver();
      expect(server.requests.length).toBe(asked);
      expect(await rapporteur.check()).toMatchObject({ sessions: 2, behind: 0, faults: [] });
      await rapporteur.close();
      await expect(open()).rejects.toThrow(/its vectors were made by openai\/invented-embedder/u);
    } finally {
      await server.close();
    }
  });

  it('of an earlier built-in embedder are never compared with those of a later one', async () => {
    const later: Embedder = { ...builtInEmbedder(), id: 'built-in/98' };
    const rapporteur = await open({}, later);
    expect(await rapporteur.behind()).toEqual({ behind: sessions, sessions });
    const library = openInFolder(folder, later.id);
    const near = async () => {
      const vector = Float32Array.from(await later.model.embedQuery('seals in the bay'));
      return (await library.searchVectors(vector, 100)).map(({ id }) => id);
    };
    expect(await near()).toEqual([]);
    await expectAnswers(rapporteur);
    await rapporteur.bringOver(({ done }) => {
      if (done === 1) void rapporteur.close();
    });
    await rapporteur.close();
    const found = await near();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(await library.chunkCount());
    const finishing = await open({}, later);
    await finishing.bringOver();
    expect(await near()).toHaveLength(await library.chunkCount());
    expect(await finishing.check()).toMatchObject({ behind: 0, faults: [] });
    await library.close();
    await finishing.close();
    // The earlier one does not know what is in it now.
    await expect(open()).rejects.toThrow(/a later version of this program made what is in it/u);
  });
});

it('the inbox of an earlier version is read as it is', async () => {
  const store = openChatStore(folder);
  const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
  expect(await store.settings(place)).toMatchObject({
    scope: { events: ['Coast Week'] },
    reply: 'asker',
    questionsPerHour: 20,
    mayAsk: 'everyone',
  });
  const kept = (await store.item('question-1'))!;
  expect(kept).toMatchObject({ state: 'answered', sent: 'sent-1' });
  const { reply } = kept;
  expect(reply?.kind === 'answer' && viewAnswer(reply.answer).quotes[0]!.text).toContain('312 seals');
  expect((await store.unfinished('slack')).map(({ id }) => id)).toEqual(['question-2']);
  expect(await feedbackIn(store)).toMatchObject([{ id: 'question-1', user: 'U2', verdict: 'good' }]);
  // Who was answered before there were grants still is.
  expect(await store.grants.all()).toEqual([{ origin: 'slack:T1', sees: 'operator', mayShare: false }]);
  await store.close();
});
