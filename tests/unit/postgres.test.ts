/** What is of PostgreSQL alone; that it keeps the contract of a store is tried in `tests/contracts`. */
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { derive } from '../../src/library/derive.ts';
import { chatTables } from '../../src/library/postgres/chat-tables.ts';
import { readAddress } from '../../src/library/postgres/address.ts';
import { inWords } from '../../src/library/postgres/faults.ts';
import { canIterate, faultOfVersion, usable } from '../../src/library/postgres/graph.ts';
import { openPostgres } from '../../src/library/postgres/library.ts';
import { LibraryError } from '../../src/library/library.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';
import { oneByOne, sessionOf } from '../fixtures/library.ts';

const embedder = builtInEmbedder();
let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());

const open = async (url: string) => oneByOne(await openPostgres({ url, embedder: embedder.id }));
const put = async (library: Awaited<ReturnType<typeof open>>, session = sessionOf('harbour', 'Grey seals.')) =>
  library.put(session, session.id, await derive(session, async () => new Map(), embedder));

/** Looks into the tables themselves. */
async function inTables(url: string, text: string): Promise<unknown[]> {
  const { servers, schema } = readAddress(url);
  const client = new Client(servers[0]);
  await client.connect();
  try {
    await client.query(`SET search_path TO "${schema}", public`);
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the address of a library in PostgreSQL', () => {
  it('has a library, several servers, and shows no password', () => {
    expect(readAddress('postgres://ana:hush%40@one:5432,two/records?library=coast&sslmode=require')).toEqual({
      servers: [
        'postgres://ana:hush%40@one:5432/records?sslmode=require',
        'postgres://ana:hush%40@two/records?sslmode=require',
      ],
      schema: 'coast',
      place: 'postgres://one:5432,two/records (coast)',
    });
    expect(readAddress('postgresql://localhost/records').schema).toBe('rapporteur');
  });

  it.each([
    'mysql://ana:hush@one/x',
    'postgres://',
    'postgres://ana:hush@one:port/x',
    'postgres://ana:hush@h/x?library=A"b',
  ])('is refused without showing it: %s', (url) => {
    expect(() => readAddress(url)).toThrow(LibraryError);
    expect(() => readAddress(url)).not.toThrow(/hush/u);
  });
});

describe('what PostgreSQL refuses', () => {
  const said = (code: string) => (inWords('here', Object.assign(new Error('why'), { code })) as Error).message;
  it('is told with what to do', () => {
    expect(said('ECONNREFUSED')).toMatch(/^Library here: the server cannot be reached \(why\).*LIBRARY_URL/u);
    expect(said('57P01')).toContain('cannot be reached');
    expect(said('53100')).toContain('make room and try again');
    expect(said('25006')).toContain('a copy that cannot be written to');
    expect(said('28P01')).toContain('name and password');
  });
  it('is ours where it is none of these', () => {
    const mistake = Object.assign(new Error('syntax'), { code: '42601' });
    expect(inWords('here', mistake)).toBe(mistake);
  });
  it('is told of a server that is not there', async () => {
    await expect(open('postgres://127.0.0.1:9/records')).rejects.toThrow(/cannot be reached .*ECONNREFUSED/u);
  });
});

describe('the extension for vectors', () => {
  it('is worked with when it is older, and its faults are named', () => {
    expect(faultOfVersion('0.8.4')).toBeNull();
    expect(faultOfVersion('0.10.0')).toBeNull();
    expect(faultOfVersion('0.8.3')).toMatch(/0\.8\.3 can fail with “hnsw graph not repaired”.*0\.8\.4 or newer/u);
    expect(faultOfVersion('0.8.0')).toMatch(/can damage an index/u);
    expect([canIterate('0.7.4'), canIterate('0.8.0')]).toEqual([false, true]);
    expect(usable('0.8.0', 'here')).toBe('0.8.0');
  });
  it('is refused where it lacks what is needed, or is not there', () => {
    expect(() => usable('0.6.2', 'here')).toThrow(/half the precision.*ALTER EXTENSION vector UPDATE/u);
    expect(() => usable(undefined, 'here')).toThrow(/CREATE EXTENSION vector/u);
  });
});

describe('a library in PostgreSQL', () => {
  it('is there when it is opened again, with all that was put in', async () => {
    const url = server.newLibrary();
    const first = await open(url);
    await put(first);
    await first.close();
    const again = await open(url);
    expect((await again.sessions()).map(({ id }) => id)).toEqual(['harbour']);
    await again.close();
  });

  it('of a later version is refused by name, and left as it is', async () => {
    const url = server.newLibrary();
    await (await open(url)).close();
    await inTables(url, 'UPDATE state SET version = 99');
    await expect(open(url)).rejects.toThrow(
      /^Library postgres:.*: is of version 99, this program reads version \d+\. Use the program that made it/u,
    );
    expect(await inTables(url, 'SELECT version FROM state')).toEqual([{ version: 99 }]);
  });

  it('of version 1, which kept no chats, is brought to today with all that is in it', async () => {
    const url = server.newLibrary();
    const first = await open(url);
    await put(first);
    await first.close();
    const added = [...chatTables.matchAll(/CREATE TABLE (\w+)/gu)].map(([, table]) => table);
    await inTables(url, `DROP TABLE ${added.join(', ')}`);
    await inTables(url, 'ALTER TABLE state DROP COLUMN has_chats');
    await inTables(
      url,
      'ALTER TABLE vectors DROP COLUMN is_repeat; DROP TABLE repeated; DROP INDEX sessions_by_derivation',
    );
    await inTables(url, 'UPDATE state SET version = 1');
    const again = await open(url);
    expect((await again.sessions()).map(({ id }) => id)).toEqual(['harbour']);
    await again.close();
    expect(await inTables(url, 'SELECT version FROM state')).toEqual([{ version: 3 }]);
    expect(await inTables(url, 'SELECT count(*)::int AS n FROM questions')).toEqual([{ n: 0 }]);
  });

  it('of version 2, which gave every chunk a place in the index, has it for no more than are found', async () => {
    const url = server.newLibrary();
    const library = await open(url);
    const session = sessionOf('harbour', 'Thank you.');
    const derived = await derive(session, async () => new Map(), embedder);
    const often = { ...derived, chunks: Array.from({ length: 115 }, () => derived.chunks[0]!) };
    for (const id of ['harbour', 'orchard']) await library.put(sessionOf(id, 'Thank you.'), id, often);
    const marked = 'SELECT count(*)::int AS n FROM vectors WHERE is_repeat';
    expect(await inTables(url, marked)).toEqual([{ n: 30 }]);
    await library.close();
    await inTables(
      url,
      'ALTER TABLE vectors DROP COLUMN is_repeat; DROP TABLE repeated; DROP INDEX sessions_by_derivation',
    );
    await inTables(url, `CREATE INDEX vectors_0_graph_384 ON vectors_0 (chunk); UPDATE state SET version = 2`);
    const again = await open(url);
    expect(await inTables(url, marked)).toEqual([{ n: 30 }]);
    expect(await inTables(url, 'SELECT count(*)::int AS n, min(dimensions) AS dimensions FROM repeated')).toEqual([
      { n: 1, dimensions: 384 },
    ]);
    expect(await inTables(url, `SELECT to_regclass('vectors_0_graph_384') AS graph`)).toEqual([{ graph: null }]);
    await again.close();
  });

  it('whose vectors another made is told of', async () => {
    const url = server.newLibrary();
    const first = await open(url);
    await put(first);
    await first.close();
    await expect(openPostgres({ url, embedder: 'openai/other' })).rejects.toThrow(/made by built-in.*openai\/other/u);
  });

  it('keeps what no text of PostgreSQL may hold, and terms longer than an index takes', async () => {
    const library = await open(server.newLibrary());
    const long = 'क'.repeat(5000);
    const session = { ...sessionOf('harbour', `A zero \0 and half a pair \ud800 and ${long}.`), title: 'About \0' };
    await put(library, session);
    expect((await library.session('harbour'))!.turns).toEqual(session.turns);
    expect((await library.session('harbour'))!.title).toBe('About \0');
    const { chunks } = await derive(session, async () => new Map(), embedder);
    const [longest] = chunks[0]!.terms.toSorted((one, other) => other.length - one.length);
    expect(Buffer.byteLength(longest!)).toBeGreaterThan(2704);
    expect((await library.searchWords([longest!], 10)).map((hit) => hit.session)).toEqual(['harbour']);
    await library.close();
  });

  it('finds what was changed behind its back, quotes nothing of it, and a rebuild puts it aside', async () => {
    const url = server.newLibrary();
    const library = await open(url);
    await put(library);
    await put(library, sessionOf('orchard', 'Frost again.'));
    await inTables(url, `UPDATE sessions SET record = replace(record, 'Grey', 'Pink') WHERE id = 'harbour'`);
    await inTables(url, 'DELETE FROM vectors');
    await expect(library.session('harbour')).rejects.toThrow(/session harbour is damaged/u);
    const found = (await library.damage()).map(({ what }) => what);
    expect(found).toEqual(['session harbour: its words are not those that were put in', '2 chunks have no vector']);
    const lost = await library.rebuilding(async (writer) => {
      await writer.beginRebuild();
      const session = (await writer.session('orchard'))!;
      await writer.putDerived('orchard', await derive(session, async () => new Map(), embedder));
      await writer.endRebuild();
    });
    expect(lost).toEqual(['session harbour: its words are not those that were put in']);
    expect([await library.damage(), (await library.sessions()).map(({ id }) => id)]).toEqual([[], ['orchard']]);
    expect(await inTables(url, 'SELECT session FROM damaged')).toEqual([{ session: 'harbour' }]);
    await library.close();
  });

  it('is as it was where a rebuild is broken off', async () => {
    const library = await open(server.newLibrary());
    await put(library);
    const broken = library.rebuilding(async (writer) => {
      await writer.beginRebuild();
      throw new Error('stopped');
    });
    await expect(broken).rejects.toThrow('stopped');
    expect((await library.searchWords(['seal'], 1)).map(({ session }) => session)).toEqual(['harbour']);
    expect(await library.damage()).toEqual([]);
    await library.close();
  });
});
