import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseName, openDatabase } from '../../src/library/sqlite/database.ts';
import type { LibraryReader } from '../../src/library/library.ts';
import { changeTurns, toVersion7 } from '../fixtures/former-library.ts';
import { openInFolder, sessionOf } from '../fixtures/library.ts';
import { termsOf } from '../../src/words/terms.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import type { Session } from '../../src/session.ts';
import { hashOf, type Derived } from '../../src/library/derive.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** One chunk a turn, with a vector that tells them apart. */
function derivedOf(session: Session): Derived {
  return {
    sentences: session.turns.map((turn) => splitIntoSentences(turn)),
    chunks: session.turns.map(({ text }, turn) => ({
      firstTurn: turn,
      firstSentence: 0,
      lastTurn: turn,
      lastSentence: 0,
      text,
      terms: termsOf(text),
      hash: hashOf(text),
      vector: ofLengthOne(text.length, turn, 1),
    })),
    people: [],
  };
}

function ofLengthOne(...numbers: number[]): Float32Array {
  return Float32Array.from(numbers, (number) => number / Math.hypot(...numbers));
}

const open = (embedder = 'built-in/1') => openInFolder(folder, embedder);

describe('a library', () => {
  it('gives a session back as it was put in, also after it was closed', async () => {
    const session = sessionOf('harbour', 'We counted seals. Many of them.', 'Where?');
    let library = open();
    await library.put(session, 'hash', derivedOf(session));
    await library.close();
    library = open();
    expect(await library.session('harbour')).toEqual({ ...session, version: 'hash' });
    expect(await library.sentences('harbour')).toEqual(session.turns.map((turn) => splitIntoSentences(turn)));
    expect(await library.sessions()).toMatchObject([
      { id: 'harbour', event: 'Coast Week', turnCount: 2, speakers: ['Ines Okafor'] },
    ]);
    expect(await library.known({ recordHash: 'hash' })).toMatchObject([{ id: 'harbour', recordHash: 'hash' }]);
    await library.close();
  });

  it('reads the list of sessions and people anew where they changed', async () => {
    const [writer, reader] = [open(), open()];
    const people = (name: string) => [
      {
        name,
        otherNames: [],
        role: null,
        affiliation: null,
        sessions: ['harbour'],
        appearances: [],
        introducedAs: [],
        says: [],
        introduces: 0,
      },
    ];
    const put = (session: Session, name: string) =>
      writer.put(session, `${session.title} of ${session.id}`, { ...derivedOf(session), people: people(name) });
    const seen = async (by: Pick<LibraryReader, 'sessions' | 'people'> = reader) => [
      (await by.sessions()).map(({ id, title, source, version }) => ({ id, title, source, version })),
      (await by.people()).map(({ name }) => name),
    ];
    await put(sessionOf('harbour', 'Seals.'), 'Ines Okafor');
    await put(sessionOf('orchard', 'Frost.'), 'Mei Tanaka');
    expect(await seen()).toEqual([
      [
        { id: 'harbour', title: 'About harbour', source: 'harbour.vtt', version: 'About harbou' },
        { id: 'orchard', title: 'About orchard', source: 'orchard.vtt', version: 'About orchar' },
      ],
      ['Ines Okafor', 'Mei Tanaka'],
    ]);
    await reader.reading(async (held) => {
      const before = await seen(held);
      await put({ ...sessionOf('harbour', 'Whales.'), title: 'On whales' }, 'Jon Abara');
      await writer.move('orchard', 'elsewhere.vtt');
      expect(await seen(held)).toEqual(before);
    });
    expect(await seen()).toEqual([
      [
        { id: 'orchard', title: 'About orchard', source: 'elsewhere.vtt', version: 'About orchar' },
        { id: 'harbour', title: 'On whales', source: 'harbour.vtt', version: 'On whales of' },
      ],
      ['Mei Tanaka', 'Jon Abara'],
    ]);
    await writer.remove('orchard');
    expect(await seen(writer)).toEqual(await seen());
    expect((await seen())[1]).toEqual(['Jon Abara']);
    await writer.close();
    await reader.close();
  });

  it('keeps a vector for as long as any chunk has its words', async () => {
    const library = open();
    const [one, other] = [
      sessionOf('harbour', 'Good morning.', 'We counted seals.'),
      sessionOf('orchard', 'Good morning.'),
    ];
    for (const session of [one, other]) await library.put(session, session.id, derivedOf(session));
    await library.put({ ...one, turns: one.turns.slice(1) }, 'next', derivedOf({ ...one, turns: one.turns.slice(1) }));
    expect(await library.vector(hashOf('Good morning.'))).not.toBeNull();
    await library.remove('orchard');
    expect(await library.vector(hashOf('Good morning.'))).toBeNull();
    expect(await library.vector(hashOf('We counted seals.'))).not.toBeNull();
    expect(await library.damage()).toEqual([]);
    await library.close();
  });

  it('stores nothing of a session that fails half way', async () => {
    const library = open();
    const session = sessionOf('harbour', 'Seals.', 'Ships.');
    const derived = derivedOf(session);
    derived.chunks[1]!.vector = null as never;
    await expect(library.put(session, 'one', derived)).rejects.toThrow();
    expect([await library.sessions(), await library.chunkCount(), await library.known({ recordHash: 'one' })]).toEqual([
      [],
      0,
      [],
    ]);
    await library.close();
  });

  it('counts its changes, also those of another process', async () => {
    const [library, other] = [open(), open()];
    const before = await library.revision();
    const session = sessionOf('harbour', 'Seals.');
    await other.put(session, 'one', derivedOf(session));
    expect(await library.revision()).toBeGreaterThan(before);
    expect(await library.session('harbour')).not.toBeNull();
    await library.close();
    await other.close();
  });
});

/** Takes a library back to a version from the one after it. */
const undone = {
  6: 'ALTER TABLE vectors DROP COLUMN step',
  5: 'ALTER TABLE sessions DROP COLUMN origin; ALTER TABLE sessions DROP COLUMN masks; DROP TABLE rules',
  4: 'ALTER TABLE sessions DROP COLUMN brought_in; DROP TABLE versions; DROP TABLE links',
  3: `ALTER TABLE turns DROP COLUMN more; DROP INDEX sessions_by_derivation; ALTER TABLE sessions DROP COLUMN derivation`,
  2: 'ALTER TABLE sentences DROP COLUMN terms',
};

describe('a library of another making', () => {
  it('is refused when another embedder made its vectors', async () => {
    const library = open();
    const session = sessionOf('harbour', 'Seals.');
    await library.put(session, 'one', derivedOf(session));
    await library.close();
    expect(() => open('openai/large')).toThrow(
      /its vectors were made by built-in\/1, and EMBEDDING_MODEL now names openai\/large\..*library rebuild/u,
    );
    await openInFolder(folder, 'openai/large', { anyEmbedder: true }).close();
  });

  it('takes any embedder while it is empty', async () => {
    await open().close();
    await expect(open('openai/large').close()).resolves.toBeUndefined();
  });

  it('is refused when its rebuild did not finish', async () => {
    const library = open();
    const session = sessionOf('harbour', 'Seals.');
    await library.put(session, 'one', derivedOf(session));
    await library.beginRebuild();
    await library.close();
    expect(() => open()).toThrow(/a rebuild is not finished.*library rebuild/u);
  });

  it('is taken over from version 2, whose sentences have no terms yet', async () => {
    const session = sessionOf('harbour', 'We counted seals.');
    const put = open();
    await put.put(session, 'hash', {
      ...derivedOf(session),
      sentences: [[{ start: 0, end: 17, seconds: 0, terms: { run: ['count', 'seal'], acronyms: [], others: ['x'] } }]],
    });
    expect(await put.sentences('harbour')).toEqual([
      [{ start: 0, end: 17, seconds: 0, terms: { run: ['count', 'seal'], acronyms: [], others: ['x'] } }],
    ]);
    await put.close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    toVersion7(db);
    db.exec(
      `${undone[6]}; ${undone[5]}; ${undone[4]}; ${undone[3]}; ${undone[2]}; UPDATE meta SET value = 2 WHERE key = 'version'`,
    );
    db.close();
    for (let opened = 0; opened < 2; opened += 1) {
      const library = open();
      expect(await library.session('harbour')).toMatchObject({ turns: session.turns });
      expect(await library.sentences('harbour')).toEqual([[{ start: 0, end: 17, seconds: 0 }]]);
      expect(await library.damage()).toEqual([]);
      await library.put(session, 'hash', derivedOf(session));
      await library.close();
    }
  });

  it('is taken over from version 3, which kept no labels, and keeps what is known of a turn', async () => {
    const old = sessionOf('harbour', 'We counted seals.');
    const put = open();
    await put.put(old, 'hash', derivedOf(old));
    await put.close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    toVersion7(db);
    db.exec(`${undone[6]}; ${undone[5]}; ${undone[4]}; ${undone[3]}; UPDATE meta SET value = 3 WHERE key = 'version'`);
    db.close();
    const library = open();
    expect(await library.session('harbour')).toMatchObject({ turns: old.turns });
    const more = { label: 'SPEAKER_06', spokenIn: 'es', clock: '15:18' };
    const labelled = { ...sessionOf('pier', 'Nobody counted seals.') };
    labelled.turns = [{ ...labelled.turns[0]!, speaker: null, ...more }];
    await library.put(labelled, 'other', derivedOf(labelled));
    expect((await library.session('pier'))!.turns).toEqual(labelled.turns);
    expect(await library.damage()).toEqual([]);
    await library.close();
    const changed = new DatabaseSync(path.join(folder, databaseName));
    changeTurns(changed, (turn) => (turn.more === null ? turn : { ...turn, more: '{"label":"Ana"}' }));
    changed.close();
    await expect(open().session('pier')).rejects.toThrow(/damaged/);
  });

  it('is taken over from version 6, whose vectors are floats, and finds by them as before', async () => {
    const [old, later] = [sessionOf('harbour', 'We counted seals.'), sessionOf('pier', 'Nobody counted whales.')];
    const put = open();
    const { hash, vector } = derivedOf(old).chunks[0]!;
    await put.put(old, 'hash', derivedOf(old));
    await put.close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    toVersion7(db);
    db.prepare('UPDATE vectors SET vector = ? WHERE hash LIKE ?').run(
      new Uint8Array(vector.buffer),
      `${hash.slice(0, 32)}%`,
    );
    db.exec(`${undone[6]}; UPDATE meta SET value = 6 WHERE key = 'version'`);
    db.close();
    const library = open();
    const kept = (await library.vector(hash))!;
    expect(vector.every((value, at) => Math.abs(value - kept[at]!) < 1 / 200)).toBe(true);
    await library.put(later, 'other', derivedOf(later));
    expect(await library.vectorDamage({ index: true })).toEqual([]);
    for (const session of [old, later]) {
      const [nearest] = await library.searchVectors(derivedOf(session).chunks[0]!.vector, 1);
      expect(nearest).toMatchObject({ session: session.id });
      expect(nearest!.similarity).toBeCloseTo(1, 2);
    }
    await library.close();
  });

  it('tells how much of it is brought over where that takes long', async () => {
    const old = sessionOf('harbour', 'We counted seals.');
    const put = open();
    await put.put(old, 'hash', derivedOf(old));
    await put.close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    toVersion7(db);
    db.close();
    const told: [number, number][] = [];
    let seconds = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (seconds += 2) * 1000);
    for (let opened = 0; opened < 2; opened += 1)
      openDatabase(folder, 'built-in/2', true, (done, total) => told.push([done, total])).close();
    clock.mockRestore();
    // The vector and the chunk, and nothing of a library that is of today.
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('is refused when it is of another version', async () => {
    await open().close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    db.exec("UPDATE meta SET value = 99 WHERE key = 'version'");
    db.close();
    expect(() => open()).toThrow(/is of version 99, this program reads version \d+/u);
  });
});
