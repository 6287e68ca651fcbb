/** What every store of a library must do, as `src/library/library.ts` says it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Seen } from '../../src/answer.ts';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { applyCorrections } from '../../src/library/corrections.ts';
import { derive, type Derived } from '../../src/library/derive.ts';
import { LibraryError, type Library } from '../../src/library/library.ts';
import { ownedBy } from '../../src/library/owned-by.ts';
import { rebuild } from '../../src/library/rebuild.ts';
import { seenBy, sightOf } from '../../src/library/seen-by.ts';
import type { Correction, RecordRole, Session } from '../../src/session.ts';
import { oneByOne, sessionOf, type OneByOne } from '../fixtures/library.ts';

/** When everything comes in, to the library that `open` gives. */
const moment = '2025-05-03T14:05:00.000Z';

export interface Opened {
  library: Library;
  /** Takes away what is left of it. */
  tidy: () => unknown;
}

/**
 * `open` gives an empty library whose clock is this. `oneAtATime` is a server that stands in for a real one and cannot
 * be read from while a transaction is open on another connection; on the real one the rest is tried too.
 */
export function libraryContract(
  name: string,
  open: (now: () => Date) => Opened | Promise<Opened>,
  { oneAtATime = false } = {},
): void {
  let library: OneByOne;
  let tidy: Opened['tidy'];
  beforeEach(async () => {
    const opened = await open(() => new Date(moment));
    library = oneByOne(opened.library);
    ({ tidy } = opened);
  });
  afterEach(async () => {
    await library.close();
    await tidy();
  });

  async function put(session: Session, hash = session.id, corrections?: Correction[]): Promise<Derived> {
    const derived = await derivedOf(applyCorrections(session, corrections ?? []).session);
    await library.put(session, hash, derived, corrections);
    return derived;
  }

  const harbour = sessionOf('harbour', 'We counted grey seals on the ice.', 'The ferry is late, and the ice is thin.');
  const orchard = sessionOf('orchard', 'Frost took the blossom.', 'A frost warning was late.', 'Frost again.');

  describe(`a library in ${name}`, () => {
    it('is empty at first', async () => {
      const read = await Promise.all([
        library.sessions(),
        library.people(),
        library.session('harbour'),
        library.searchWords(['seal'], 10),
        library.searchVectors(await vectorOf('seals'), 10),
        library.reading((reader) => reader.behind()),
        library.damage(),
      ]);
      expect(read).toEqual([[], [], null, [], [], [], []]);
      expect(await library.chunkCount()).toBe(0);
    });

    it('gives a session back as it was put in, with what is derived of it', async () => {
      const derived = await put(harbour, '0123456789abcdef');
      expect(await library.session('harbour')).toEqual({ ...harbour, version: '0123456789ab' });
      expect(await library.record('harbour')).toEqual(await library.session('harbour'));
      expect(await library.sentences('harbour')).toEqual(derived.sentences);
      const beginnings = (chunks: { hash: string }[]) => chunks.map(({ hash }) => hash.slice(0, 32));
      expect(beginnings(await library.chunks('harbour'))).toEqual(beginnings(derived.chunks));
      expect(await library.people()).toEqual(derived.people);
      const given = derived.chunks[0]!.vector;
      const greatest = Math.max(...given.map(Math.abs));
      const kept = (await library.vector(derived.chunks[0]!.hash))!;
      expect(kept.length).toBe(given.length);
      expect(given.every((value, at) => Math.abs(value - kept[at]!) <= greatest / 200)).toBe(true);
      expect(await library.sessions()).toEqual([
        {
          id: 'harbour',
          title: 'About harbour',
          date: '2025-05-14',
          event: 'Coast Week',
          kind: 'captions',
          source: 'harbour.vtt',
          version: '0123456789ab',
          turnCount: 2,
          speakers: ['Ines Okafor'],
        },
      ]);
    });

    it('keeps what it was given, whatever is done to it after', async () => {
      const mine = structuredClone(harbour);
      Object.assign(mine.turns[1]!, { label: 'VOICE_2', spokenIn: 'es', clock: '15:18' });
      const given = structuredClone(mine);
      await put(mine);
      mine.turns[0]!.text = 'Nothing was counted.';
      expect((await library.session('harbour'))!.turns).toEqual(given.turns);
    });

    it('gives sessions whole in the order asked for, without those that are not there', async () => {
      for (const session of [harbour, orchard]) await put(session);
      const whole = await library.reading((reader) => reader.whole(['orchard', 'nowhere', 'harbour']));
      expect(whole.map(({ session }) => session.id)).toEqual(['orchard', 'harbour']);
    });

    it('lists sessions newest first, then by title, those without a day last', async () => {
      for (const [id, date] of [
        ['a', null],
        ['b', '2024-01-01'],
        ['d', '2025-01-01'],
        ['c', '2025-01-01'],
      ] as const)
        await put({ ...sessionOf(id, 'Good morning.'), date });
      expect((await library.sessions()).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
    });

    it('replaces a session whole: nothing of the former is found', async () => {
      const former = await put(harbour);
      await put(sessionOf('harbour', 'Only eelgrass.'), 'next');
      expect(await library.searchWords(['seal'], 10)).toEqual([]);
      expect([await library.documentFrequency('seal'), await library.documentFrequency('eelgrass')]).toEqual([0, 1]);
      expect(await library.vector(former.chunks[0]!.hash)).toBeNull();
      expect(await library.known({ recordHash: 'harbour' })).toEqual([]);
    });

    it('uses no id of a chunk twice', async () => {
      await put(harbour);
      const former = (await library.chunks('harbour')).map(({ id }) => id);
      await put(harbour, 'next');
      await library.remove('harbour');
      await put(harbour);
      for (const { id } of await library.chunks('harbour')) expect(id).toBeGreaterThan(Math.max(...former));
    });

    it('removes a session, and keeps what was put right of it unless that is to be forgotten', async () => {
      await put(harbour, 'harbour', [rename]);
      expect([await library.remove('harbour'), await library.remove('harbour')]).toEqual([true, false]);
      expect([await library.sessions(), await library.people(), await library.chunkCount()]).toEqual([[], [], 0]);
      expect(await library.corrections('harbour', 'harbour.vtt')).toEqual([rename]);
      await put(harbour);
      await library.remove('harbour', { forget: true });
      expect(await library.corrections('harbour', 'harbour.vtt')).toEqual([]);
    });

    it('shows of everything what may be seen, and nothing else', async () => {
      const added = { ...sessionOf('added', 'Grey seals again, and an otter.'), origin: 'slack:T1' };
      for (const session of [harbour, { ...orchard, event: null }, added]) await put(session);
      const vector = await vectorOf('seals');
      const seen = (scope: Seen | undefined) =>
        library.reading(async (reader) => {
          const through = seenBy(reader, await sightOf(reader, scope, new Date(2025, 0, 1)));
          const whole = await through.whole(['harbour', 'orchard', 'added']);
          const everyChunk = (await reader.whole(['harbour', 'orchard', 'added'])).flatMap(({ chunks }) => chunks);
          const among = { chunks: everyChunk.map(({ id }) => id) };
          const counted = await through.counts(['otter', 'frost']);
          return {
            found: [
              (await through.sessions()).map(({ id }) => id),
              (await through.people()).flatMap(({ sessions }) => sessions),
              whole.map(({ session }) => session.id),
              (await through.searchWords(['seal', 'frost'], 99)).map(({ session }) => session),
              (await through.searchWords(['seal', 'frost'], 99, ['harbour', 'orchard', 'added'])).map(
                ({ session }) => session,
              ),
              (await through.searchVectors(vector, 99)).map(({ session }) => session),
              (await through.searchVectors(vector, 99, among)).map(({ session }) => session),
            ].map((ids) => [...new Set(ids)].toSorted()),
            extent: (await through.extent(['seal']))?.sessions.length,
            turns: await through.turnCount([{ session: 'added', speaker: 'Ines Okafor' }]),
            otter: counted.documentFrequency('otter'),
          };
        });
      const only = (...ids: string[]) => Array.from({ length: 7 }, () => ids);
      expect(await seen(undefined)).toEqual({ found: only('harbour', 'orchard'), extent: 1, turns: 0, otter: 0 });
      expect(await seen({ events: ['Coast Week'] })).toMatchObject({ found: only('harbour'), turns: 0, otter: 0 });
      expect(await seen({ sessions: ['orchard', 'added'] })).toMatchObject({ found: only('orchard'), extent: 0 });
      const there = { origins: ['slack:T1'] };
      expect(await seen(there)).toEqual({ found: only('added'), extent: 1, turns: 1, otter: 1 });
      // What a record of a chat says of its event opens nothing.
      expect(await seen({ ...there, events: ['Coast Week'] })).toMatchObject({ found: only() });
      expect(await seen([there, { sessions: ['harbour'] }])).toMatchObject({
        found: only('added', 'harbour'),
        otter: 1,
      });
      for (const nothing of [{}, [], { origins: ['slack:T2'] }, { sessions: ['added'] }])
        expect(await seen(nothing)).toEqual({ found: only(), extent: 0, turns: 0, otter: 0 });
    });

    it('never puts a session in the place of one of another origin', async () => {
      await put(harbour);
      await expect(put({ ...harbour, origin: 'slack:T1', title: 'Forged' })).rejects.toThrow(/harbour/);
      expect((await library.sessions()).map(({ title }) => title)).toEqual(['About harbour']);
      const own = (origin: string) =>
        library.writing(async (writer) => {
          const owned = ownedBy(writer, origin);
          return [
            await owned.idFor('harbour'),
            (await owned.sessions()).length,
            (await owned.known({ source: harbour.source })).length,
            (await owned.known({ recordHash: 'harbour' })).length,
            await owned.remove('harbour'),
          ];
        });
      expect(await own('slack:T1')).toEqual(['harbour@slack-T1', 0, 0, 0, false]);
      await library.writing((writer) => writer.give('harbour', 'slack:T1'));
      expect((await library.session('harbour'))!.origin).toBe('slack:T1');
      expect(await own('operator')).toEqual(['harbour-2', 0, 0, 0, false]);
      expect((await own('slack:T1')).at(-1)).toBe(true);
      expect(await library.sessions()).toEqual([]);
    });

    it('applies corrections over the record, and counts turns by who spoke them', async () => {
      await put(harbour, 'harbour', [rename]);
      expect((await library.session('harbour'))!.turns[0]!.speaker).toBe('Ines Okafo');
      expect((await library.record('harbour'))!.turns[0]!.speaker).toBe('Ines Okafor');
      expect((await library.sessions())[0]!.speakers).toEqual(['Ines Okafo']);
      const turns = (speaker: string) =>
        library.reading((reader) => reader.turnCount([{ session: 'harbour', speaker }]));
      expect([await turns('Ines Okafo'), await turns('Ines Okafor')]).toEqual([1, 0]);
      // Put in again they stay, and where others are given those take their place.
      await put(harbour, 'next');
      expect(await library.corrections('harbour', 'harbour.vtt')).toEqual([rename]);
      await put(harbour, 'next', []);
      expect(await library.corrections('harbour', 'harbour.vtt')).toEqual([]);
    });

    it('takes corrections along when a session is read from elsewhere', async () => {
      await put(harbour, 'harbour', [rename]);
      await library.move('harbour', 'moved.vtt');
      expect(await library.corrections('harbour', 'moved.vtt')).toEqual([rename]);
      await put({ ...harbour, source: 'again.vtt' }, 'next');
      expect([
        await library.corrections('harbour', 'moved.vtt'),
        await library.corrections('harbour', 'again.vtt'),
        (await library.session('harbour'))!.turns[0]!.speaker,
      ]).toEqual([[], [rename], 'Ines Okafo']);
    });

    it('knows records by their source, by the archive they are in, and by their hash', async () => {
      for (const [id, source] of [
        ['one', 'all.zip › one.vtt'],
        ['two', 'all.zip'],
        ['three', 'all.zip.vtt'],
      ] as const)
        await put({ ...sessionOf(id, 'Good morning.'), source }, `hash of ${id}`);
      expect((await library.known({ source: 'all.zip' })).map(({ id }) => id)).toEqual(['one', 'two']);
      expect(await library.known({ recordHash: 'hash of three' })).toEqual([
        { id: 'three', recordHash: 'hash of three', source: 'all.zip.vtt', origin: 'operator' },
      ]);
      const origin = (id: string) => library.writing((writer) => writer.origin(id));
      expect([(await origin('two'))?.source, await origin('four')]).toEqual(['all.zip', null]);
    });

    it('keeps what a record was before as versions, which nothing finds', async () => {
      const versions = (ids?: string[]) => library.reading((reader) => reader.versions(ids));
      const version = (number: number) => library.reading((reader) => reader.version('harbour', number));
      await put(harbour, 'first');
      const [first] = await versions();
      expect(first).toEqual({ session: 'harbour', number: 1, hash: 'first', isNewest: true, broughtIn: moment });
      // The same record again makes none, whatever is put right of it.
      await put(harbour, 'first', [rename]);
      expect(await versions()).toEqual([first]);
      const later = sessionOf('harbour', 'We counted no seals.');
      await put(later, 'second');
      await put(harbour, 'first');
      await put(orchard);
      expect((await versions(['harbour'])).map(({ number, hash, isNewest }) => [number, hash, isNewest])).toEqual([
        [1, 'first', false],
        [2, 'second', false],
        [3, 'first', true],
      ]);
      expect((await versions()).map(({ session, number }) => `${session} ${number}`)).toEqual([
        'harbour 1',
        'harbour 2',
        'harbour 3',
        'orchard 1',
      ]);
      // As it was read, with what is put right of it today.
      expect(await version(2)).toEqual(applyCorrections({ ...later, version: 'second' }, [rename]).session);
      expect(await version(3)).toEqual(await library.session('harbour'));
      expect([await version(0), await version(4)]).toEqual([null, null]);
      expect(await library.reading((reader) => reader.version('nowhere', 1))).toBeNull();
      expect(await library.documentFrequency('seal')).toBe(1);
      expect(await library.damage()).toEqual([]);
      await library.remove('harbour');
      await put(harbour, 'third');
      expect((await versions(['harbour'])).map(({ number, hash }) => [number, hash])).toEqual([[1, 'third']]);
    });

    it('links records of one session, both ways, as long as both are there', async () => {
      for (const session of [harbour, orchard]) await put(session);
      const link = (as: RecordRole | null) => library.writing((writer) => writer.link('harbour', 'orchard', as));
      const links = async () => [(await library.session('harbour'))?.links, (await library.record('orchard'))?.links];
      expect(await links()).toEqual([undefined, undefined]);
      const before = await library.revision();
      await link('interpretation');
      expect(await library.revision()).toBeGreaterThan(before);
      expect(await links()).toEqual([
        [{ session: 'orchard', theirs: 'interpretation', ours: 'original' }],
        [{ session: 'harbour', theirs: 'original', ours: 'interpretation' }],
      ]);
      await library.writing((writer) => writer.link('orchard', 'harbour', 'official record'));
      expect(await links()).toEqual([
        [{ session: 'orchard', theirs: 'record', ours: 'official record' }],
        [{ session: 'harbour', theirs: 'official record', ours: 'record' }],
      ]);
      await put({ ...orchard, links: [] }, 'next');
      await library.remove('harbour');
      expect((await library.session('orchard'))!.links).toBeUndefined();
      await put(harbour);
      expect((await library.session('orchard'))!.links).toHaveLength(1);
      await library.remove('harbour', { forget: true });
      await put(harbour);
      expect(await links()).toEqual([undefined, undefined]);
      await link('record');
      await link(null);
      expect(await links()).toEqual([undefined, undefined]);
    });

    it('knows what an address sent as long as a session is from there', async () => {
      const of = { source: 'harbour.vtt', etag: '"1"', lastModified: null };
      await put(harbour);
      await library.writing((writer) => writer.putFetched('https://example.org/h', of));
      const fetched = () => library.writing((writer) => writer.fetched('https://example.org/h'));
      expect(await fetched()).toEqual(of);
      await library.remove('harbour');
      expect(await fetched()).toBeNull();
    });

    it('finds chunks by their words, best first, and in the sessions named', async () => {
      for (const session of [harbour, orchard]) await put(session);
      const found = async (terms: string[], sessions?: string[]) =>
        (await library.searchWords(terms, 10, sessions)).map((hit) => hit.session);
      expect([...new Set(await found(['frost', 'ic']))]).toEqual(['orchard', 'harbour']);
      expect(await found(['frost', 'ic'], ['harbour'])).toEqual(['harbour']);
      expect([await found([]), await found(['"', 'NEAR', '*', 'nobody']), await found(['frost'], [])]).toEqual([
        [],
        [],
        [],
      ]);
      const [best] = await library.searchWords(['frost'], 1);
      expect(best!.score).toBeGreaterThan(0);
      expect([best!.firstTurn, best!.lastTurn]).toEqual([0, 2]);
    });

    it('finds chunks by their vectors, nearest first, and among those named', async () => {
      for (const session of [harbour, orchard]) await put(session);
      const vector = await vectorOf('frost blossom warning');
      const near = await library.searchVectors(vector, 10);
      expect(near.map(({ session }) => session)).toEqual(['orchard', 'harbour']);
      expect(near[0]!.similarity).toBeGreaterThan(near[1]!.similarity);
      expect(await library.searchVectors(vector, 1)).toMatchObject([near[0]!]);
      expect(await library.searchVectors(vector, 10, { sessions: ['harbour'] })).toMatchObject([near[1]!]);
      expect(await library.searchVectors(vector, 10, { chunks: [near[1]!.id] })).toMatchObject([near[1]!]);
    });

    it('tells how common terms are, and is asked for all of them before', async () => {
      for (const session of [harbour, orchard]) await put(session);
      const { chunkCount, documentFrequency } = await library.reading((reader) => reader.counts(['late', 'seal', 'x']));
      expect([chunkCount, ...['late', 'seal', 'x'].map(documentFrequency)]).toEqual([2, 2, 1, 0]);
      expect(() => documentFrequency('frost')).toThrow(/was not asked for/);
    });

    it('counts terms anew where sessions come, change and go', async () => {
      const terms = ['late', 'seal', 'eelgrass', 'frost'];
      const seen = () =>
        library.reading(async (reader) => {
          const { chunkCount, documentFrequency } = await reader.counts(terms);
          return [chunkCount, ...terms.map(documentFrequency)];
        });
      await put(harbour);
      expect(await seen()).toEqual([1, 1, 1, 0, 0]);
      await put(orchard);
      expect(await seen()).toEqual([2, 2, 1, 0, 1]);
      await put(sessionOf('pier', 'Only eelgrass and eelgrass, late.'));
      expect(await seen()).toEqual([3, 3, 1, 1, 1]);
      await put(sessionOf('harbour', 'Only eelgrass.'), 'next');
      expect(await seen()).toEqual([3, 2, 0, 2, 1]);
      await library.remove('pier');
      expect(await seen()).toEqual([2, 1, 0, 1, 1]);
      await library.remove('orchard');
      expect(await seen()).toEqual([1, 0, 0, 1, 0]);
    });

    it('tells in how many turns all of some terms are said', async () => {
      for (const session of [harbour, orchard]) await put(session);
      const extent = (terms: string[], sessions?: string[]) =>
        library.reading((reader) => reader.extent(terms, sessions));
      const late = await extent(['late']);
      expect({ ...late, sessions: late?.sessions.toSorted() }).toEqual({ turns: 2, sessions: ['harbour', 'orchard'] });
      expect(await extent(['late', 'frost'])).toEqual({ turns: 1, sessions: ['orchard'] });
      // Several terms in one follow each other.
      expect(await extent(['frost warn'])).toEqual({ turns: 1, sessions: ['orchard'] });
      expect(await extent(['warn frost', 'late'])).toEqual({ turns: 0, sessions: [] });
      expect(await extent(['late'], ['harbour'])).toEqual({ turns: 1, sessions: ['harbour'] });
      expect(await extent(['nobody'])).toEqual({ turns: 0, sessions: [] });
    });

    it('keeps who looked past a rule, in order', async () => {
      expect(await library.overrulings()).toEqual([]);
      const noted = ['checking the minutes', 'and\nagain'].map((reason) => ({
        time: moment,
        by: 'ana',
        session: 'harbour',
        rule: 'not for attribution',
        reason,
      }));
      for (const overruling of noted) await library.noteOverruling(overruling);
      expect(await library.overrulings()).toEqual(noted);
    });

    it('counts its changes', async () => {
      const before = await library.revision();
      await put(harbour);
      const after = await library.revision();
      expect(after).toBeGreaterThan(before);
      expect(await library.reading(async (reader) => reader.revision)).toBe(after);
      expect(await library.revision()).toBe(after);
    });

    it.skipIf(oneAtATime)('shows a reading one moment to its end, whatever is written meanwhile', async () => {
      for (const session of [harbour, orchard]) await put(session);
      await library.reading(async (held) => {
        const seen = async () => ({
          sessions: await held.sessions(),
          people: await held.people(),
          whole: await held.whole(['harbour', 'orchard', 'pier']),
          found: await held.searchWords(['seal', 'eelgrass'], 10),
          common: (await held.counts(['seal'])).documentFrequency('seal'),
          extent: await held.extent(['late']),
        });
        const before = await seen();
        await put(sessionOf('harbour', 'Only eelgrass.'), 'next', [rename]);
        await library.remove('orchard');
        await put(sessionOf('pier', 'Lamps.'));
        expect(await seen()).toEqual(before);
      });
      expect((await library.sessions()).map(({ id }) => id)).toEqual(['harbour', 'pier']);
    });

    it('lets one write at a time, in turn, also after one that failed', async () => {
      const told: string[] = [];
      const write = (name: string) =>
        library.writing(async (writer) => {
          told.push(`${name} begins`);
          await writer.put(sessionOf(name, 'Good morning.'), name, await derivedOf(sessionOf(name, 'Good morning.')));
          told.push(`${name} ends`);
          if (name === 'two') throw new Error('two failed');
        });
      const all = await Promise.allSettled(['one', 'two', 'three'].map(write));
      expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(told).toEqual(['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    });

    it('does not begin a write that is no longer wanted when its turn comes, and ends what has begun', async () => {
      const stopping = new AbortController();
      const told: string[] = [];
      const first = library.writing(
        async () => {
          stopping.abort(new Error('stopped'));
          await library.sessions();
          told.push('first');
        },
        { signal: stopping.signal },
      );
      const second = library.writing(async () => told.push('second'), { signal: stopping.signal });
      await expect(second).rejects.toThrow('stopped');
      await first;
      expect(told).toEqual(['first']);
    });

    it('is as it was after a rebuild, and cannot be read while one is not finished', async () => {
      await put(harbour, 'harbour', [rename]);
      await put(orchard);
      const seen = async () => [
        await library.sessions(),
        await library.people(),
        await library.sentences('harbour'),
        (await library.searchWords(['late', 'seal'], 10)).map(({ session, score }) => [session, score.toFixed(6)]),
      ];
      const before = await seen();
      await library.beginRebuild();
      await expect(library.sessions()).rejects.toThrow(LibraryError);
      await library.writing((writer) => rebuild({ library: writer, embedder }));
      expect(await seen()).toEqual(before);
      expect(await library.damage()).toEqual([]);
    });

    it('is rebuilt whole, and tells that nothing was lost', async () => {
      await put(harbour);
      await put(orchard);
      const seen = async () => [
        await library.sessions(),
        await library.sentences('harbour'),
        (await library.searchWords(['late', 'seal'], 10)).map(({ session, score }) => [session, score.toFixed(6)]),
      ];
      const before = await seen();
      const revision = await library.revision();
      expect(await library.rebuilding((writer) => rebuild({ library: writer, embedder }))).toEqual([]);
      expect(await seen()).toEqual(before);
      expect(await library.revision()).toBeGreaterThan(revision);
      expect(await library.damage()).toEqual([]);
    });
  });
}

const embedder = builtInEmbedder();
const rename: Correction = { kind: 'rename', from: 'Ines Okafor', to: 'Ines Okafo' };

async function vectorOf(text: string): Promise<Float32Array> {
  return Float32Array.from(await embedder.model.embedQuery(text));
}

function derivedOf(session: Session): Promise<Derived> {
  return derive(session, async () => new Map<string, Float32Array>(), embedder);
}
