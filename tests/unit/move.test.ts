/** All of a library goes into another and back, also after it was broken off. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { applyCorrections } from '../../src/library/corrections.ts';
import { deriveAsSeen } from '../../src/library/derive.ts';
import type { Library } from '../../src/library/library.ts';
import { moveLibrary } from '../../src/library/move.ts';
import { openPostgres } from '../../src/library/postgres/library.ts';
import { openLibrary } from '../../src/library/sqlite/library.ts';
import type { Correction, Session } from '../../src/session.ts';
import { memoryLibrary } from '../fakes/memory-library.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';
import { withTermsParted } from '../../src/words/sentence-terms.ts';
import { sessionOf } from '../fixtures/library.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const embedder = builtInEmbedder();
let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());

const inFolder = (folder = temporaryFolder()) => openLibrary({ folder, embedder: embedder.id, openVectorIndex });
const onServer = (url = server.newLibrary()) => openPostgres({ url, embedder: embedder.id });

async function put(library: Library, session: Session, hash: string, corrections?: Correction[]): Promise<void> {
  await library.writing(async (writer) => {
    const { session: corrected } = applyCorrections(
      session,
      corrections ?? (await writer.corrections(session.id, session.source)),
    );
    await writer.put(session, hash, await deriveAsSeen(corrected, writer, embedder), corrections);
  });
}

/** Of everything something. */
async function filled(library: Library): Promise<Library> {
  const rename: Correction = { kind: 'rename', from: 'Ines Okafor', to: 'Ines Okafo' };
  await put(library, sessionOf('harbour', 'We counted grey seals.', 'The ferry is late.'), 'first', [rename]);
  await put(library, sessionOf('harbour', 'We counted no seals.'), 'second');
  await put(library, { ...sessionOf('added', 'An otter, it was said.'), origin: 'slack:T1' }, 'added');
  await put(library, sessionOf('gone', 'Nobody keeps this.'), 'gone', [rename]);
  await library.writing(async (writer) => {
    await writer.setRule({ session: 'orchard' }, 'chatham house');
    await writer.setRule({ event: 'Closed Week' }, 'off the record');
    await writer.remove('gone');
    await writer.putFetched('https://example.org/h', { source: 'harbour.vtt', etag: '"1"', lastModified: null });
  });
  await put(library, sessionOf('orchard', 'Ines Okafor said that frost took the blossom.'), 'orchard');
  await library.writing((writer) => writer.link('harbour', 'orchard', 'interpretation'));
  await library.noteOverruling({
    time: 'now',
    by: 'ana',
    session: 'orchard',
    rule: 'chatham house',
    reason: 'minutes',
  });
  return library;
}

/** All that can be asked of it. */
async function everything(library: Library): Promise<unknown> {
  const read = await library.reading(async (reader) => {
    const whole = await reader.whole(['harbour', 'added', 'orchard']);
    const versions = await reader.versions();
    return {
      sessions: await reader.sessions(),
      people: await reader.people(),
      rules: Object.fromEntries(await reader.rules()),
      whole: whole.map(({ chunks, sentences, ...rest }) => ({
        ...rest,
        sentences: withTermsParted(sentences),
        // A store may keep the beginning of a hash alone.
        chunks: chunks.map(({ id: _id, hash, ...chunk }) => ({ ...chunk, hash: hash.slice(0, 32) })),
      })),
      versions,
      former: await Promise.all(versions.map(({ session, number }) => reader.version(session, number))),
      found: (await reader.searchWords(['seal', 'otter', 'frost'], 10)).map(({ session }) => session),
    };
  });
  const kept = await library.writing(async (writer) => ({
    rest: await writer.rest(),
    fetched: await writer.fetched('https://example.org/h'),
  }));
  return { ...read, ...kept, overrulings: await library.overrulings(), damage: await library.damage() };
}

describe('a library that is moved', () => {
  it('is the same on a server, in memory and in another folder', async () => {
    const first = await filled(inFolder());
    const expected = await everything(first);
    let from: Library = first;
    for (const open of [onServer, memoryLibrary, onServer, inFolder]) {
      const to = await open();
      const report = await moveLibrary({ from, to, embedder });
      expect(report).toEqual({ to: to.place, moved: 3, already: 0, problems: [] });
      expect(await everything(to)).toEqual(expected);
      await from.close();
      from = to;
    }
    await from.close();
  });

  it('goes on where it was broken off, and changes nothing that is there', async () => {
    const from = await filled(inFolder());
    const to = await onServer();
    let told = 0;
    const stop = () => {
      if ((told += 1) === 3) throw new Error('stopped');
    };
    await expect(moveLibrary({ from, to, embedder }, stop)).rejects.toThrow('stopped');
    expect(await moveLibrary({ from, to, embedder })).toMatchObject({ moved: 1, already: 2, problems: [] });
    expect(await everything(to)).toEqual(await everything(from));
    await put(to, sessionOf('harbour', 'Only eelgrass.'), 'third');
    expect(await moveLibrary({ from, to, embedder })).toMatchObject({
      moved: 0,
      already: 3,
      problems: [expect.stringContaining('session harbour: another record is kept there')],
    });
    expect((await to.overrulings()).length).toBe(1);
    await from.close();
    await to.close();
  });

  it('makes no vector anew, and is moved by its command', async () => {
    const folder = temporaryFolder();
    await (await filled(inFolder(folder))).close();
    const url = server.newLibrary();
    const rapporteur = await rapporteurIn(folder);
    const steps: string[] = [];
    const report = await rapporteur.moveTo(url.replace('postgres@', 'postgres:hush@'), ({ name }) => steps.push(name));
    expect(report).toMatchObject({ moved: 3, already: 0, problems: [] });
    expect(report.to).not.toContain('hush');
    expect(steps).toEqual(expect.arrayContaining(['harbour', 'added', 'orchard', '']));
    await expect(rapporteur.moveTo(folder)).rejects.toThrow(/is where it is to be moved to/u);
    // Misspelt, it makes no folder and tells no password.
    const misspelt = rapporteur.moveTo('postgrs://ana:hush@127.0.0.1/library');
    await expect(misspelt).rejects.toThrow(/^(?!.*hush).*is no address of PostgreSQL/u);
    expect(existsSync('postgrs:')).toBe(false);
    await rapporteur.close();
    const there = await rapporteurIn(temporaryFolder(), { LIBRARY_URL: url });
    expect((await there.search({ text: 'seals' })).map(({ session }) => session.id)).toContain('harbour');
    await there.close();
    expect(readFileSync(`${folder}/audit.jsonl`, 'utf8')).toContain('minutes');
  });
});
