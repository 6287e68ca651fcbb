/** What happens to a library when its server is in trouble: nothing is lost, and whoever asks is answered or told. */
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import type { IngestReport, Rapporteur, Record } from '../../src/rapporteur.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { skipped, startPostgres, whyNoPostgres, type RealServer } from '../fakes/postgres-server.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const servers: RealServer[] = [];
const opened: Rapporteur[] = [];

async function started(...how: Parameters<typeof startPostgres>): Promise<RealServer> {
  const server = await startPostgres(...how);
  servers.push(server);
  return server;
}

async function open(url: string): Promise<Rapporteur> {
  const config = readConfig({ LIBRARY_PATH: temporaryFolder(), LIBRARY_URL: url });
  const rapporteur = await openRapporteur({
    config,
    anyEmbedder: false,
    openEmbedder,
    openVectorIndex,
    reader: readerHere,
  });
  opened.push(rapporteur);
  return rapporteur;
}

/** Invented hearings, each on a matter of its own. */
function records(from: number, to: number): Record[] {
  return Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    const turns = Array.from(
      { length: 30 },
      (_turn, turn) =>
        `Ines Okafor: Pier${at} has ${turn + at} lamps, and the keeper of pier${at} counts them each night.`,
    );
    const text = `Title: Hearing on pier${at}\nDate: 2025-03-04\n\n${turns.join('\n\n')}\n`;
    return { name: `hearing-${at}.txt`, bytes: new Uint8Array(Buffer.from(text)) };
  });
}

/** Puts records in, and does something when so many are in; gives the report, or what went wrong. */
async function ingestWith(
  rapporteur: Rapporteur,
  given: Record[],
  after: number,
  work: () => unknown,
): Promise<IngestReport | Error> {
  let done = false;
  let working: unknown = null;
  try {
    return await rapporteur.ingest(given, (progress) => {
      if (done || progress.done < after) return;
      done = true;
      working = work();
    });
  } catch (error) {
    return error as Error;
  } finally {
    await working;
  }
}

async function expectWhole(rapporteur: Rapporteur, sessions: number): Promise<void> {
  expect((await rapporteur.sessions()).length).toBe(sessions);
  expect((await rapporteur.check()).faults).toEqual([]);
}

/** Each is answered with words of its own matter, or told that the library cannot be reached; gives how many were answered. */
async function expectAnsweredOrTold(asked: Promise<PromiseSettledResult<unknown>[]>): Promise<number> {
  const all = await asked;
  for (const [at, outcome] of all.entries())
    if (outcome.status === 'fulfilled') expect(JSON.stringify(outcome.value)).toContain(`Pier${at % 5} has`);
    else expect(String(outcome.reason)).toMatch(/LibraryError: Library postgres:.*cannot be reached.*try again/u);
  return all.filter(({ status }) => status === 'fulfilled').length;
}

function restart(server: RealServer, how: 'fast' | 'immediate'): void {
  server.halt(how);
  server.start();
}

/** Questions asked at once. */
const ask = (rapporteur: Rapporteur, questions: number) =>
  Promise.allSettled(
    Array.from({ length: questions }, (_, at) => rapporteur.ask({ text: `How many lamps has pier${at % 5}?` })),
  );

describe.skipIf(whyNoPostgres !== null)(`PostgreSQL 17${skipped}`, () => {
  afterEach(async () => {
    for (const rapporteur of opened.splice(0)) await rapporteur.close();
    for (const server of servers.splice(0)) server.remove();
  }, 120_000);

  describe('a server in trouble', { timeout: 240_000 }, () => {
    it.each([
      ['is restarted', async (server: RealServer) => restart(server, 'immediate')],
      ['drops every connection', (server: RealServer) => server.dropConnections()],
    ])('that %s in the middle of an ingest has whole sessions, and takes the rest', async (_name, trouble) => {
      const server = await started();
      const rapporteur = await open(server.addressOf('piers'));
      const outcome = await ingestWith(rapporteur, records(0, 12), 5, () => trouble(server));
      if (outcome instanceof Error)
        expect(outcome.message).toMatch(/cannot be reached.*What was put in before is whole/u);
      const there = (await rapporteur.sessions()).length;
      expect(there).toBeGreaterThanOrEqual(5);
      await expectWhole(rapporteur, there);
      const { files } = await rapporteur.ingest(records(0, 12));
      expect(files.flatMap(({ sessions }) => sessions).filter(({ outcome: how }) => how === 'unchanged').length).toBe(
        there,
      );
      await expectWhole(rapporteur, 12);
    });

    it.each([
      ['is restarted', async (server: RealServer) => restart(server, 'fast')],
      ['drops every connection', (server: RealServer) => server.dropConnections()],
    ])(
      'that %s in the middle of questions leaves each answered or told, and the next are answered',
      async (_name, trouble) => {
        const server = await started();
        const rapporteur = await open(server.addressOf('piers'));
        await rapporteur.ingest(records(0, 5));
        const asked = ask(rapporteur, 20);
        await rapporteur.ask({ text: 'How many lamps has pier1?' });
        await trouble(server);
        await expectAnsweredOrTold(asked);
        expect(await expectAnsweredOrTold(ask(rapporteur, 5))).toBe(5);
      },
    );

    it('that is gone for good is followed by its copy, which has all that was put in', async () => {
      const server = await started({ settings: "synchronous_standby_names = '*'\nsynchronous_commit = local" });
      const copy = await server.copy();
      servers.push(copy);
      const { port: first } = server;
      const url = `postgres://rapporteur@127.0.0.1:${first},127.0.0.1:${copy.port}/postgres?library=piers`;
      await server.sql("ALTER SYSTEM SET synchronous_commit = 'remote_apply'");
      await server.sql('SELECT pg_reload_conf()');
      const rapporteur = await open(url);
      await rapporteur.ingest(records(0, 5));
      // A copy answers, and says of itself that it cannot be written to.
      const reading = await open(copy.addressOf('piers'));
      expect(await expectAnsweredOrTold(ask(reading, 1))).toBe(1);
      await expect(reading.ingest(records(5, 6))).rejects.toThrow(/a copy that cannot be written to/u);
      const asked = ask(rapporteur, 10);
      const outcome = await ingestWith(rapporteur, records(5, 12), 3, () => {
        server.halt('immediate');
        copy.promote();
      });
      expect(outcome).toBeInstanceOf(Error);
      await expectAnsweredOrTold(asked);
      const there = (await rapporteur.sessions()).length;
      expect(there).toBeGreaterThanOrEqual(8);
      await rapporteur.ingest(records(5, 12));
      await expectWhole(rapporteur, 12);
      expect(await expectAnsweredOrTold(ask(rapporteur, 5))).toBe(5);
    });

    it('whose disk is full says so, keeps what was put in, and takes the rest when there is room', async () => {
      const server = await started({ ownDisk: true, settings: 'max_wal_size = 4MB\nmin_wal_size = 2MB' });
      const rapporteur = await open(server.addressOf('piers'));
      server.leaveRoom(3);
      const given = records(0, 600);
      const outcome = await ingestWith(rapporteur, given, 600, () => {});
      expect(outcome).toBeInstanceOf(Error);
      expect((outcome as Error).message).toMatch(/there is no room left on the server|cannot be reached/u);
      server.leaveRoom(200);
      try {
        server.start();
      } catch {
        // It did not stop.
      }
      const there = (await rapporteur.sessions()).length;
      expect(there).toBeGreaterThan(0);
      await expectWhole(rapporteur, there);
      await rapporteur.ingest(given.slice(0, there + 3));
      await expectWhole(rapporteur, there + 3);
    });
  });
});
