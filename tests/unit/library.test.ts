import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName } from '../../src/library/database.ts';
import { newMemory, openLibrary } from '../../src/library/library.ts';
import { termsOf } from '../../src/words/terms.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import type { Session } from '../../src/session.ts';
import { type Derived } from '../../src/library/derive.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-library-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function sessionOf(id: string, ...said: string[]): Session {
  return {
    id,
    title: `About ${id}`,
    date: '2025-05-14',
    startTime: null,
    endTime: null,
    event: 'Coast Week',
    kind: 'captions',
    language: 'en',
    source: `${id}.vtt`,
    page: null,
    speakers: [{ name: 'Ines Okafor', otherNames: ['I. Okafor'], role: 'Chair', affiliation: null }],
    turns: said.map((text, turn) => ({
      speaker: turn % 2 ? null : 'Ines Okafor',
      text,
      times: [{ offset: 0, seconds: turn * 10 }],
    })),
    findings: [
      {
        kind: 'takeaway',
        text: 'Seals matter',
        speakers: ['Ines Okafor'],
        details: [],
        topics: ['Nature'],
        section: ['Takeaways'],
      },
    ],
  };
}

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
      hash: text,
      vector: Float32Array.of(text.length, turn, 1),
    })),
    people: [],
  };
}

const open = (embedder = 'built-in/1') => openLibrary(folder, embedder);

describe('a library', () => {
  it('gives a session back as it was put in, also after it was closed', () => {
    const session = sessionOf('harbour', 'We counted seals. Many of them.', 'Where?');
    let library = open();
    library.put(session, 'hash', derivedOf(session));
    library.close();
    library = open();
    expect(library.session('harbour')).toEqual({ ...session, version: 'hash' });
    expect(library.sentences('harbour')).toEqual(session.turns.map((turn) => splitIntoSentences(turn)));
    expect(library.sessions()).toMatchObject([
      { id: 'harbour', event: 'Coast Week', turnCount: 2, speakers: ['Ines Okafor'] },
    ]);
    expect(library.known({ recordHash: 'hash' })).toMatchObject([{ id: 'harbour', recordHash: 'hash' }]);
    library.close();
  });

  it('finds chunks by their words, best first, and in the sessions named', () => {
    const library = open();
    for (const session of [
      sessionOf('harbour', 'We counted seals on the ice.', 'Ice.'),
      sessionOf('orchard', 'Ice and frost, frost, frost.'),
    ])
      library.put(session, session.id, derivedOf(session));
    expect(library.searchWords(termsOf('counting seals'), 10).map(({ session }) => session)).toEqual(['harbour']);
    expect(library.searchWords(['frost', 'ic'], 10).map(({ session }) => session)).toEqual([
      'orchard',
      'harbour',
      'harbour',
    ]);
    expect(library.searchWords(['ic'], 10, ['orchard']).map(({ session }) => session)).toEqual(['orchard']);
    expect(library.documentFrequency('ic')).toBe(3);
    expect(library.searchWords(['"', 'NEAR', '*'], 10)).toEqual([]);
    library.close();
  });

  it('replaces a session whole: nothing of the former is found', () => {
    const library = open();
    const [former, latter] = [sessionOf('harbour', 'Seals.', 'And ships.'), sessionOf('harbour', 'Only eelgrass.')];
    library.put(former, 'one', derivedOf(former));
    const before = library.vectors.fingerprint();
    library.put(latter, 'two', derivedOf(latter));
    expect(library.searchWords(['seal'], 10)).toEqual([]);
    expect(library.documentFrequency('ship')).toBe(0);
    expect(library.chunks('harbour')).toHaveLength(1);
    expect(library.vector('Seals.')).toBeNull();
    expect([...library.vectors.each()].map(({ vector }) => [...vector])).toEqual([['Only eelgrass.'.length, 0, 1]]);
    expect(library.vectors.fingerprint()).not.toBe(before);
    library.close();
  });

  it('removes a session with all that was derived from it', () => {
    const library = open();
    const session = sessionOf('harbour', 'Seals.');
    library.put(session, 'one', derivedOf(session));
    expect([library.remove('harbour'), library.remove('harbour')]).toEqual([true, false]);
    expect([
      library.sessions(),
      library.chunkCount(),
      library.vectors.count(),
      library.searchWords(['seal'], 1),
    ]).toEqual([[], 0, 0, []]);
    library.close();
  });

  it('reads the list of sessions and people anew where they changed, over connections that share what they read', () => {
    const memory = newMemory();
    const [writer, reader] = [0, 1].map(() => openLibrary(folder, 'built-in/1', { memory }));
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
      writer!.put(session, `${session.title} of ${session.id}`, { ...derivedOf(session), people: people(name) });
    const seen = (library = reader!) => [
      library.sessions().map(({ id, title, source, version }) => ({ id, title, source, version })),
      library.people().map(({ name }) => name),
    ];
    put(sessionOf('harbour', 'Seals.'), 'Ines Okafor');
    put(sessionOf('orchard', 'Frost.'), 'Mei Tanaka');
    expect(seen()).toEqual([
      [
        { id: 'harbour', title: 'About harbour', source: 'harbour.vtt', version: 'About harbou' },
        { id: 'orchard', title: 'About orchard', source: 'orchard.vtt', version: 'About orchar' },
      ],
      ['Ines Okafor', 'Mei Tanaka'],
    ]);
    reader!.hold();
    const before = seen();
    put({ ...sessionOf('harbour', 'Whales.'), title: 'On whales' }, 'Jon Abara');
    writer!.move('orchard', 'elsewhere.vtt');
    expect(seen()).toEqual(before);
    reader!.release();
    expect(seen()).toEqual([
      [
        { id: 'orchard', title: 'About orchard', source: 'elsewhere.vtt', version: 'About orchar' },
        { id: 'harbour', title: 'On whales', source: 'harbour.vtt', version: 'On whales of' },
      ],
      ['Mei Tanaka', 'Jon Abara'],
    ]);
    writer!.remove('orchard');
    expect(seen(writer)).toEqual(seen());
    expect(seen()[1]).toEqual(['Jon Abara']);
    writer!.close();
    reader!.close();
  });

  it('keeps a vector for as long as any chunk has its words', () => {
    const library = open();
    const [one, other] = [
      sessionOf('harbour', 'Good morning.', 'We counted seals.'),
      sessionOf('orchard', 'Good morning.'),
    ];
    for (const session of [one, other]) library.put(session, session.id, derivedOf(session));
    library.put({ ...one, turns: one.turns.slice(1) }, 'next', derivedOf({ ...one, turns: one.turns.slice(1) }));
    expect(library.vector('Good morning.')).not.toBeNull();
    library.remove('orchard');
    expect(library.vector('Good morning.')).toBeNull();
    expect(library.vector('We counted seals.')).not.toBeNull();
    expect(library.damage()).toEqual([]);
    library.close();
  });

  it('stores nothing of a session that fails half way', () => {
    const library = open();
    const session = sessionOf('harbour', 'Seals.', 'Ships.');
    const derived = derivedOf(session);
    derived.chunks[1]!.vector = null as never;
    expect(() => library.put(session, 'one', derived)).toThrow();
    expect([library.sessions(), library.chunkCount(), library.known({ recordHash: 'one' })]).toEqual([[], 0, []]);
    library.close();
  });

  it('shows what a place may see', () => {
    const library = open();
    for (const session of [sessionOf('harbour', 'Seals.'), { ...sessionOf('orchard', 'Frost.'), event: null }])
      library.put(session, session.id, derivedOf(session));
    const ids = (scope: { sessions?: string[]; events?: string[] }) => library.sessions(scope).map(({ id }) => id);
    expect([ids({ events: ['Coast Week'] }), ids({ sessions: ['orchard'] }), ids({})]).toEqual([
      ['harbour'],
      ['orchard'],
      [],
    ]);
    library.close();
  });

  it('counts its changes, also those of another process', () => {
    const [library, other] = [open(), open()];
    const before = library.revision();
    const session = sessionOf('harbour', 'Seals.');
    other.put(session, 'one', derivedOf(session));
    expect(library.revision()).toBeGreaterThan(before);
    expect(library.session('harbour')).not.toBeNull();
    library.close();
    other.close();
  });
});

describe('a library of another making', () => {
  it('is refused when another embedder made its vectors', () => {
    const library = open();
    const session = sessionOf('harbour', 'Seals.');
    library.put(session, 'one', derivedOf(session));
    library.close();
    expect(() => open('openai/large')).toThrow(
      /its vectors were made by built-in\/1, and EMBEDDING_MODEL now names openai\/large\..*library rebuild/u,
    );
    expect(() => openLibrary(folder, 'openai/large', { anyEmbedder: true }).close()).not.toThrow();
  });

  it('takes any embedder while it is empty', () => {
    open().close();
    expect(() => open('openai/large').close()).not.toThrow();
  });

  it('is refused when its rebuild did not finish', () => {
    const library = open();
    const session = sessionOf('harbour', 'Seals.');
    library.put(session, 'one', derivedOf(session));
    library.beginRebuild();
    library.close();
    expect(() => open()).toThrow(/a rebuild is not finished.*library rebuild/u);
  });

  it('is taken over from version 2, whose sentences have no terms yet', () => {
    const session = sessionOf('harbour', 'We counted seals.');
    const put = open();
    put.put(session, 'hash', {
      ...derivedOf(session),
      sentences: [[{ start: 0, end: 17, seconds: 0, terms: { run: ['count', 'seal'], acronyms: [], others: ['x'] } }]],
    });
    expect(put.sentences('harbour')).toEqual([
      [{ start: 0, end: 17, seconds: 0, terms: { run: ['count', 'seal'], acronyms: [], others: ['x'] } }],
    ]);
    put.close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    db.exec(`ALTER TABLE sentences DROP COLUMN terms; ALTER TABLE turns DROP COLUMN more;
      UPDATE meta SET value = 2 WHERE key = 'version'`);
    db.close();
    for (let opened = 0; opened < 2; opened += 1) {
      const library = open();
      expect(library.session('harbour')).toMatchObject({ turns: session.turns });
      expect(library.sentences('harbour')).toEqual([[{ start: 0, end: 17, seconds: 0 }]]);
      expect(library.damage()).toEqual([]);
      library.put(session, 'hash', derivedOf(session));
      library.close();
    }
  });

  it('is taken over from version 3, which kept no labels, and keeps what is known of a turn', () => {
    const old = sessionOf('harbour', 'We counted seals.');
    const put = open();
    put.put(old, 'hash', derivedOf(old));
    put.close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    db.exec("ALTER TABLE turns DROP COLUMN more; UPDATE meta SET value = 3 WHERE key = 'version'");
    db.close();
    const library = open();
    expect(library.session('harbour')).toMatchObject({ turns: old.turns });
    const more = { label: 'SPEAKER_06', spokenIn: 'es', clock: '15:18' };
    const labelled = { ...sessionOf('pier', 'Nobody counted seals.') };
    labelled.turns = [{ ...labelled.turns[0]!, speaker: null, ...more }];
    library.put(labelled, 'other', derivedOf(labelled));
    expect(library.session('pier')!.turns).toEqual(labelled.turns);
    expect(library.damage()).toEqual([]);
    library.close();
    const changed = new DatabaseSync(path.join(folder, databaseName));
    changed.exec(`UPDATE turns SET more = '{"label":"Ana"}' WHERE more IS NOT NULL`);
    changed.close();
    expect(() => open().session('pier')).toThrow(/damaged/);
  });

  it('is refused when it is of another version', () => {
    open().close();
    const db = new DatabaseSync(path.join(folder, databaseName));
    db.exec("UPDATE meta SET value = 99 WHERE key = 'version'");
    db.close();
    expect(() => open()).toThrow(/is of version 99, this program reads version \d+/u);
  });
});
