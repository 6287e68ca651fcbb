/** Versions of records: what comes in again with other words keeps what it was. All that is said here is invented. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { openLibrary } from '../../src/library/sqlite/library.ts';
import { databaseName } from '../../src/library/sqlite/database.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { ingest } from '../../src/records/ingest.ts';
import { viewVerification } from '../../src/chat/answer-view.ts';
import { asHtml } from '../fixtures/digwatch/as-html.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { changeTurns } from '../fixtures/former-library.ts';
import { copyOf } from '../fixtures/libraries/copy.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';
import { startWriter } from '../fakes/start-writer.ts';

let folder: string;
let rapporteur: Rapporteur;
beforeEach(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
});
afterEach(() => rapporteur.close());

/** The hearing with other words in one turn. */
function hearing(turn: number, text: string) {
  return { ...harbour, turns: harbour.turns.map((one, at) => (at === turn ? { ...one, text } : one)) };
}

/** At a day of its own, as time goes by. */
async function ingestOn(day: string, ...records: Parameters<typeof ingest>[0]) {
  const embedder = builtInEmbedder();
  const now = () => new Date(`${day}T14:05:00Z`);
  const library = openLibrary({ folder, embedder: embedder.id, openVectorIndex, now });
  const fetching = { privateAddresses: false };
  const files = await library.writing((writer) =>
    ingest(records, { library: writer, embedder, fetching, reader: readerHere }),
  );
  await library.close();
  return files.flatMap(({ sessions, problems }) => [
    ...sessions.map(({ id, outcome, changes }) => ({ id, outcome, ...(changes && { changes }) })),
    ...problems.filter(({ message }) => message.includes('damaged')).map(({ message }) => message),
  ]);
}

function change(sql: string): void {
  changeFile((db) => db.exec(sql));
}

function changeFile(work: (db: DatabaseSync) => unknown): void {
  const db = new DatabaseSync(path.join(folder, databaseName));
  work(db);
  db.close();
}

describe('another AI report at the same address', () => {
  const page = readFileSync(new URL('../fixtures/digwatch/2026.txt', import.meta.url), 'utf8');
  const later = page.replace('half of all birds are heard and not seen', 'a third of all birds are never seen');
  const at = (text: string) => ({
    name: 'page.html',
    address: 'https://dig.watch/event/birds/who-counts',
    bytes: Buffer.from(asHtml(text)),
  });

  it('keeps the former report as a version and says what changed', async () => {
    const [first] = await ingestOn('2026-03-01', at(page));
    const id = (first as { id: string }).id;
    expect(await ingestOn('2026-04-01', at(page))).toEqual([{ id, outcome: 'unchanged' }]);
    expect(await ingestOn('2026-05-03', at(later))).toEqual([
      {
        id,
        outcome: 'updated',
        changes: ['findings added: 1 × discussion point', 'findings removed: 1 × discussion point'],
      },
    ]);
    const [former, newest, ...more] = await rapporteur.versions(id);
    expect(more).toEqual([]);
    expect(former).toMatchObject({ number: 1, broughtIn: '2026-03-01T14:05:00.000Z', isNewest: false });
    expect(newest).toMatchObject({ number: 2, broughtIn: '2026-05-03T14:05:00.000Z', isNewest: true });
    expect(newest!.hash).not.toBe(former!.hash);
    const texts = async (version?: number) => JSON.stringify((await rapporteur.show(id, undefined, version))!.findings);
    expect(await texts(1)).toContain('half of all birds');
    for (const version of [2, undefined]) expect(await texts(version)).not.toContain('half of all birds');
    // What the report said is no speech, in no version.
    expect(await rapporteur.verify('half of all birds are heard and not seen')).toMatchObject({ verdict: 'not_found' });
    expect(await rapporteur.verify('half of all birds are heard and not seen')).not.toHaveProperty('formerly');
  });
});

describe('words that only a former version had', () => {
  const said = 'We counted 312 seals in the bay last autumn.';
  beforeEach(async () => {
    await ingestOn('2025-05-03', recordOf(harbour));
    await ingestOn('2025-06-10', recordOf(hearing(1, 'We counted 415 seals in the bay last autumn.')));
  });

  it('are verified as such: the verdict is of today alone', async () => {
    const verification = await rapporteur.verify(said);
    expect(verification).toMatchObject({
      verdict: 'altered',
      differences: [{ said: '415', quoted: '312' }],
      formerly: {
        session: { id: 'harbour-2025' },
        number: 1,
        broughtIn: '2025-05-03T14:05:00.000Z',
        speaker: 'Tomas Lindqvist',
        turn: 1,
      },
    });
    const { turn, start, end, session } = verification.formerly!;
    const former = (await rapporteur.show('harbour-2025', undefined, 1))!;
    expect(former.turns[turn]!.text.slice(start, end)).toBe(said.replace('.', ''));
    expect(session.version).toBe(former.version);
    expect(viewVerification(verification).formerly).toBe(
      "Not in today's record, but its version 1 of 3 May 2025 had them, exactly so: Tomas Lindqvist, turn 2, “Harbour Council hearing · 14 May 2025”.",
    );
    expect(await rapporteur.verify('We counted 415 seals')).not.toHaveProperty('formerly');
    expect(await rapporteur.verify('nobody ever counted walruses')).not.toHaveProperty('formerly');
  });

  it('answer nothing and are found by nobody', async () => {
    const { quotes } = await rapporteur.ask({ text: 'How many seals were counted?' });
    expect(quotes[0]!.text).toContain('415 seals');
    expect(JSON.stringify(await rapporteur.search({ text: '312 seals' }))).not.toContain('312');
  });

  it('are told in no place that may not see them', async () => {
    for (const scope of [{ events: ['Other Week'] }, { sessions: ['orchard-2025'] }]) {
      expect(await rapporteur.verify(said, scope)).not.toHaveProperty('formerly');
      expect(await rapporteur.versions('harbour-2025', scope)).toEqual([]);
      expect(await rapporteur.show('harbour-2025', scope, 1)).toBeNull();
    }
    // What was of another event then stays with those who see that event.
    await ingestOn('2025-07-01', recordOf({ ...hearing(1, 'We counted seals.'), event: 'Open Week' }));
    expect((await rapporteur.versions('harbour-2025', { events: ['Open Week'] })).map(({ number }) => number)).toEqual([
      3,
    ]);
    expect(await rapporteur.verify(said, { events: ['Open Week'] })).not.toHaveProperty('formerly');
    expect(await rapporteur.show('harbour-2025', { events: ['Open Week'] }, 1)).toBeNull();
    expect(await rapporteur.verify(said, { sessions: ['harbour-2025'] })).toHaveProperty('formerly.number', 1);
  });

  it('are gone with the session', async () => {
    expect(await rapporteur.remove('harbour-2025')).toBe(true);
    expect([await rapporteur.versions('harbour-2025'), await rapporteur.verify(said)]).toMatchObject([
      [],
      { verdict: 'not_found' },
    ]);
    await ingestOn('2025-08-01', recordOf(harbour));
    expect((await rapporteur.versions('harbour-2025')).map(({ number }) => number)).toEqual([1]);
  });

  it('stay under the names that were put right since', async () => {
    await rapporteur.correct('harbour-2025', { kind: 'rename', from: 'Tomas Lindqvist', to: 'Tomas Lindkvist' });
    expect((await rapporteur.verify(said)).formerly).toMatchObject({ number: 1, speaker: 'Tomas Lindkvist' });
    // A correction makes no version, and is no change of the record.
    expect(await rapporteur.versions('harbour-2025')).toHaveLength(2);
    expect(await ingestOn('2025-09-01', recordOf(harbour))).toEqual([
      { id: 'harbour-2025', outcome: 'updated', changes: [expect.stringMatching(/^words changed in 1 turn: turn 2/u)] },
    ]);
    expect((await rapporteur.show('harbour-2025'))!.turns[1]!.speaker).toBe('Tomas Lindkvist');
  });

  it('are there after a rebuild', async () => {
    await rapporteur.rebuild();
    expect(await rapporteur.check()).toMatchObject({ faults: [] });
    expect(await rapporteur.verify(said)).toHaveProperty('formerly.number', 1);
  });

  it.each([
    "UPDATE versions SET record = x'00'",
    "UPDATE versions SET record_hash = 'other'",
    "UPDATE versions SET seal = ''",
  ])('are not told of where they are damaged, which a check finds: %s', async (damage) => {
    change(damage);
    await rapporteur.close();
    rapporteur = await rapporteurIn(folder);
    expect(await rapporteur.verify(said)).not.toHaveProperty('formerly');
    await expect(rapporteur.show('harbour-2025', undefined, 1)).rejects.toThrow(
      /version 1 of session harbour-2025 is damaged/u,
    );
    expect((await rapporteur.check()).faults).toEqual([
      {
        what: expect.stringContaining('version 1 of session harbour-2025 is damaged'),
        remedy: expect.stringContaining('copy'),
      },
    ]);
    expect((await rapporteur.ask({ text: 'How many seals were counted?' })).status).toBe('answered');
  });
});

it('what is damaged is no version, and that is said', async () => {
  await ingestOn('2025-05-03', recordOf(harbour));
  let nth = 0;
  changeFile((db) => changeTurns(db, (turn) => (nth++ === 1 ? { ...turn, text: 'We counted 999 seals.' } : turn)));
  expect(await ingestOn('2025-06-10', recordOf(hearing(1, 'We counted 415 seals.')))).toEqual([
    { id: 'harbour-2025', outcome: 'updated', changes: [] },
    expect.stringContaining('was damaged, so it could not be kept as a version'),
  ]);
  expect(await rapporteur.versions('harbour-2025')).toHaveLength(1);
  expect(await rapporteur.check()).toMatchObject({ faults: [] });
});

it('a version takes a fraction of the room of a session', async () => {
  const long = (word: string) => ({
    ...harbour,
    turns: Array.from({ length: 400 }, (_, at) => ({
      speaker: 'Ines Okafor',
      text: `The ${word} number ${at} was read at dawn, and again when the ferry had left the quay at the north end.`,
    })),
  });
  const sizes: number[] = [];
  for (const word of ['gauge', 'buoy', 'lamp', 'bell']) {
    await ingestOn('2025-05-03', recordOf(long(word)));
    const db = new DatabaseSync(path.join(folder, databaseName));
    const { n } = db.prepare('SELECT coalesce(sum(length(record)), 0) AS n FROM versions').get() as { n: number };
    db.close();
    sizes.push(n);
  }
  expect(sizes[3]! / 3).toBeLessThan(JSON.stringify(long('gauge')).length / 5);
});

describe.each(['b8617bc/built-in', 'a770afd/built-in'] as const)('a library as %s wrote it', (library) => {
  beforeEach(async () => {
    await rapporteur.close();
    folder = copyOf(library);
    rapporteur = await rapporteurIn(folder);
  });
  const version = () => {
    const db = new DatabaseSync(path.join(folder, databaseName));
    const { value } = db.prepare("SELECT value FROM meta WHERE key = 'version'").get() as { value: number };
    db.close();
    return value;
  };

  it('answers at once, and keeps versions from here on', async () => {
    expect((await rapporteur.ask({ text: 'How many seals were counted in the bay?' })).quotes[0]!.text).toContain(
      '312 seals',
    );
    expect(await rapporteur.check()).toMatchObject({ faults: [] });
    // When it came in is not known, and not invented.
    expect(await rapporteur.versions('harbour-2025')).toMatchObject([{ number: 1, broughtIn: null, isNewest: true }]);
    expect(await ingestOn('2026-11-29', recordOf(hearing(1, 'We counted 415 seals in the bay.')))).toMatchObject([
      { id: 'harbour-2025', outcome: 'updated' },
    ]);
    expect((await rapporteur.show('harbour-2025', undefined, 1))!.turns[2]!.speaker).toBe('Mei Tanabe');
    const { formerly } = await rapporteur.verify('We counted 312 seals in the bay last autumn');
    expect(formerly).toMatchObject({ number: 1, broughtIn: null });
    await rapporteur.bringOver();
    expect(await rapporteur.check()).toMatchObject({ behind: 0, faults: [] });
    expect(await rapporteur.versions('harbour-2025')).toHaveLength(2);
  });

  it('is refused by name by a version that came before', async () => {
    const written = version();
    change(`UPDATE meta SET value = ${written + 1} WHERE key = 'version'`);
    await expect(rapporteurIn(folder)).rejects.toThrow(
      `is of version ${written + 1}, this program reads version ${written}`,
    );
  });

  it.each(['ALTER TABLE', 'BEGIN IMMEDIATE', 'COMMIT'])(
    'is as it was, or brought over, where the process is killed at %s',
    async (sql) => {
      await rapporteur.close();
      folder = copyOf(library);
      const before = version();
      expect((await startWriter({ work: 'bring over', folder, dieAt: { sql, nth: 1 } }).ended).signal).toBe('SIGKILL');
      expect(version()).toBe(before);
      rapporteur = await rapporteurIn(folder);
      expect(version()).toBeGreaterThan(before);
      expect((await rapporteur.ask({ text: 'How many seals were counted in the bay?' })).status).toBe('answered');
      expect(await rapporteur.check()).toMatchObject({ faults: [] });
    },
  );
});
