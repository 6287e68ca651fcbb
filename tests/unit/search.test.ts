import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { ingest } from '../../src/records/ingest.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { openInFolder, type OneByOne } from '../fixtures/library.ts';
import { rankable } from '../../src/retrieval/rank.ts';
import type { LibraryReader } from '../../src/library/library.ts';
import {
  mostSessions,
  searchSessions,
  searchStretches,
  tellingTerms,
  type Found,
  type Restriction,
} from '../../src/retrieval/search.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

// All of these sessions are invented.
const bridge = {
  id: 'bridge',
  title: 'The old bridge',
  turns: [
    { speaker: 'Ada Birch', text: 'The masonry of the old bridge is sound. We found no crack in the granite piers.' },
    { speaker: 'Otto Lind', text: 'Then the lorries may cross it again. The ferry was a burden on the quarry.' },
    { speaker: 'Ada Birch', text: 'Not before the parapet is mended. The ferry must go on until spring.' },
  ],
};
const ferry = {
  id: 'ferry',
  title: 'The night ferry',
  turns: [
    {
      speaker: 'Mei Rahal',
      text: 'The night ferry carried nine hundred people in March, and the ferry crew asked for a second deckhand.',
    },
    { speaker: 'Otto Lind', text: 'A second deckhand costs what the ferry earns in a week.' },
  ],
};
const orchestra = {
  id: 'orchestra',
  title: 'Town orchestra',
  turns: [
    { speaker: 'Pia Sund', text: 'The orchestra rehearses in the granary, and the bassoon has no reeds left.' },
    { speaker: null, text: 'We play the spring concert at the old mill, and the bridge of the cello is broken.' },
  ],
};
/** A name written out with its acronym, the acronym alone, the name in capitals alone, and the name written small. */
const accords = {
  both: 'The River Basin Accord (RBA) was signed at dusk.',
  acronym: 'Our ministers want the RBA in force by May.',
  capitals: 'Nobody has read the River Basin Accord to its end.',
  small: 'they say the river basin accord is not worth the paper',
  neither: 'The basin was repaired, and an accord with the river pilots was struck.',
};
const accord = Object.entries(accords).map(([id, text]) => ({
  id,
  title: `Hearing ${id}`,
  turns: [{ speaker: 'Kai Moen', text }],
}));
/** More than are ranked chunk by chunk; each speaks of lanterns, one of them of lantern oil. */
const lanterns = Array.from({ length: mostSessions + 8 }, (_, number) => ({
  id: `lantern-${number}`,
  title: `Lantern keepers ${number}`,
  turns: [
    {
      speaker: 'Kai Moen',
      text:
        number === 7
          ? 'The lantern oil runs out, and lantern after lantern goes dark at the quay.'
          : `Each lantern was lit at ${number} minutes past the hour.`,
    },
  ],
}));

let folder: string;
let library: OneByOne;
const embedder = builtInEmbedder();

beforeAll(async () => {
  folder = temporaryFolder();
  library = openInFolder(folder, embedder.id);
  const records = [recordOf(bridge, ferry, orchestra, ...accord, ...lanterns)];
  const fetching = { privateAddresses: false };
  await library.writing((writer) => ingest(records, { library: writer, embedder, reader: readerHere, fetching }));
});

afterAll(async () => {
  await library.close();
});

const readyIn = (reader: LibraryReader) => async (sessions: string[]) =>
  (await reader.whole(sessions)).map(({ session, sentences, chunks }) => ({
    rankable: rankable(session, sentences, chunks),
    chunks: chunks.map(({ id }) => id),
  }));
const meaningOf = async (query: string) => ({
  vector: Float32Array.from(await embedder.model.embedQuery(query)),
  counts: 0,
});
type Meaning = Awaited<ReturnType<typeof meaningOf>> | null;
const stretches = (query: string, meaning: Meaning, restriction?: Restriction, of = library) =>
  of.reading((reader) => searchStretches(query, { library: reader, ready: readyIn(reader), meaning }, restriction));
const search = (query: string, restriction?: Restriction) => stretches(query, null, restriction);
const searchWithMeaning = async (query: string, restriction?: Restriction) =>
  stretches(query, await meaningOf(query), restriction);
const sessionsIn = (found: Found[]) => [...new Set(found.map(({ session }) => session))];

describe('a search of the whole library', () => {
  it.each([
    ['granite piers', 'bridge'],
    ['second deckhand', 'ferry'],
    ['Who plays the bassoon?', 'orchestra'],
    ['Where is the lantern oil?', 'lantern-7'],
    ['the old bridge', 'bridge'],
    ['What did Mei Rahal say of the ferry?', 'ferry'],
  ])('finds for %s the session %s first', async (query, session) => {
    expect((await search(query))[0]?.session).toBe(session);
  });
  it('gives stretches best first, none better than 1, none without chunks of its session', async () => {
    const found = await search('ferry in spring');
    expect(sessionsIn(found)).toEqual(expect.arrayContaining(['bridge', 'ferry', 'orchestra']));
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(scores[0]).toBeLessThanOrEqual(1);
    expect(scores.every((score) => score >= 0)).toBe(true);
    for (const { session, chunks } of found) {
      expect(chunks.length).toBeGreaterThan(0);
      const own = new Set((await library.chunks(session)).map(({ id }) => id));
      expect(chunks.filter((chunk) => !own.has(chunk))).toEqual([]);
    }
  });
  it('gives each chunk once', async () => {
    const chunks = (await search('the ferry and the bridge')).flatMap((each) => each.chunks);
    expect(new Set(chunks).size).toBe(chunks.length);
  });
  it('leaves out sessions that have none of the words', async () =>
    expect(sessionsIn(await search('bassoon'))).toEqual(['orchestra']));
  it('ranks only so many sessions, the best of them', async () => {
    const sessions = sessionsIn(await search('lantern oil'));
    expect(sessions).toHaveLength(mostSessions);
    expect(sessions[0]).toBe('lantern-7');
  });
  it('is surer where all of the question is spoken of', async () =>
    expect((await search('lantern oil quay'))[0]!.score).toBeGreaterThan(
      (await search('lantern helicopter subsidy tribunal'))[0]!.score,
    ));
  it('gives the same twice', async () => expect(await search('ferry')).toEqual(await search('ferry')));
  it.each([
    'xylophone zeppelin',
    '',
    'what is it about?',
    '   ',
    '"',
    "'; DROP TABLE sessions; --",
    'NOT AND OR NEAR(',
    '* ^ : -',
    '\u0000',
  ])('finds nothing for %j', async (query) => expect(await search(query)).toEqual([]));
});

describe('words that nobody used', () => {
  it.each([
    ['grannite pierrs', 'bridge'],
    ['basoon', 'orchestra'],
    ['dekchand', 'ferry'],
  ])('are found by their spelling: %s', async (query, session) => {
    expect((await searchWithMeaning(query))[0]?.session).toBe(session);
    expect((await searchWithMeaning(query, { sessions: ['bridge', 'ferry', 'orchestra'] }))[0]?.session).toBe(session);
  });
  it('do not hide those that somebody did', async () =>
    expect((await searchWithMeaning('deckhand wagez'))[0]?.session).toBe('ferry'));
  it('make no difference where all are known', async () =>
    expect(await searchWithMeaning('second deckhand')).toEqual(await search('second deckhand')));
  it('are looked for only where one may', async () => {
    const restriction = { sessions: lanterns.map(({ id }) => id) };
    expect(sessionsIn(await searchWithMeaning('basoon', restriction)).every((id) => id.startsWith('lantern-'))).toBe(
      true,
    );
  });
});

describe('acronyms', () => {
  const firstFour = async (query: string) =>
    sessionsIn(await search(query))
      .slice(0, 4)
      .toSorted();
  it.each(['What of the RBA?', 'What of the River Basin Accord?', 'what of the river basin accord?'])(
    'find what is written out, and the other way round: %s',
    async (query) => {
      expect(await firstFour(query)).toEqual(['acronym', 'both', 'capitals', 'small']);
    },
  );
  it('stand for nothing where no session has both', async () =>
    expect(sessionsIn(await search('What of the RBX?'))).toEqual([]));
});

describe('a search of some sessions', () => {
  it('keeps to them', async () =>
    expect(sessionsIn(await search('ferry', { sessions: ['bridge'] }))).toEqual(['bridge']));
  it('keeps to them where there are many', async () => {
    const sessions = lanterns.map(({ id }) => id).slice(0, mostSessions + 2);
    expect(sessionsIn(await search('ferry lantern oil', { sessions })).every((id) => sessions.includes(id))).toBe(true);
  });
  it('orders them by the question, not as they were named', async () =>
    expect((await search('second deckhand', { sessions: ['bridge', 'orchestra', 'ferry'] }))[0]?.session).toBe(
      'ferry',
    ));
  it('puts a session that says nothing of it last and unsure', async () => {
    const found = await search('bassoon', { sessions: ['bridge', 'orchestra'] });
    expect(found[0]?.session).toBe('orchestra');
    expect(found.at(-1)!.score).toBeLessThan(found[0]!.score);
    expect((await search('bassoon', { sessions: ['bridge'] }))[0]!.score).toBeLessThan(0.1);
  });
  it('finds nothing in none', async () => expect(await search('ferry', { sessions: [] })).toEqual([]));
});

describe('a search of some speakers', () => {
  async function spoken(found: Found[]) {
    const speakers = new Set<string | null>();
    for (const { session, chunks } of found) {
      const { turns } = (await library.session(session))!;
      for (const { id, firstTurn, lastTurn } of await library.chunks(session)) {
        if (chunks.includes(id)) for (const { speaker } of turns.slice(firstTurn, lastTurn + 1)) speakers.add(speaker);
      }
    }
    return speakers;
  }
  const restricted = (query: string, session: string, name: string) =>
    search(query, { sessions: [session], speakers: new Map([[session, new Set([name])]]) });
  it('gives stretches in which they speak', async () =>
    expect(await spoken(await restricted('ferry', 'bridge', 'Ada Birch'))).toContain('Ada Birch'));
  it('gives nothing where they do not speak', async () =>
    expect(await restricted('ferry', 'ferry', 'Ada Birch')).toEqual([]));
});

describe('an empty library', () => {
  it('has nothing to find, and says so without an error', async () => {
    const empty = temporaryFolder();
    const opened = openInFolder(empty, embedder.id);
    expect(await stretches('ferry', null, {}, opened)).toEqual([]);
    const ready = (reader: LibraryReader) => ({ library: reader, ready: readyIn(reader), meaning: null });
    expect(await opened.reading((reader) => searchSessions('ferry', ready(reader)))).toEqual([]);
    await opened.close();
  });
});

describe('sessions that speak of something', () => {
  const found = (query: string, sessions?: string[], meaning: Meaning = null) =>
    library.reading((reader) => searchSessions(query, { library: reader, meaning }, sessions));
  const closer = (query: string, meaning: Meaning = null, sessions?: string[]) =>
    library.reading((reader) => searchSessions(query, { library: reader, ready: readyIn(reader), meaning }, sessions));
  it('come most likely first', async () => expect((await found('night ferry'))[0]).toBe('ferry'));
  it('are all that have a word of it', async () => expect(await found('lantern')).toHaveLength(lanterns.length));
  it('are only those asked for', async () => expect(await found('ferry', ['bridge', 'orchestra'])).toEqual(['bridge']));
  it('come as their passages fit where these may be looked at', async () => {
    expect(await closer('lantern')).toHaveLength(lanterns.length);
    expect((await closer('second deckhand'))[0]).toBe('ferry');
    expect((await closer('dekchand', await meaningOf('dekchand')))[0]).toBe('ferry');
    expect((await closer('ferry', null, ['bridge', 'orchestra']))[0]).toBe('bridge');
  });
  it('are none where nobody speaks of it', async () => expect(await found('xylophone')).toEqual([]));
  it('are found by the spelling of their words', async () =>
    expect((await found('orchesttra', undefined, await meaningOf('orchesttra')))[0]).toBe('orchestra'));
});

/** A library that knows in how many of its chunks some terms stand. */
const libraryOf = (chunks: number, frequencies: Record<string, number>) => ({
  chunkCount: chunks,
  documentFrequency: (term: string) => frequencies[term] ?? 0,
});

function check(what: string, terms: string[], library: ReturnType<typeof libraryOf>, expected: string[]) {
  it(what, () => expect(tellingTerms(terms, library)).toEqual(expected));
}

describe('terms looked up', () => {
  const frequencies = { river: 30_000, data: 25_000, open: 21_000, heron: 12, reed: 400 };
  check('are all in a small library, each once', ['river', 'heron', 'river'], libraryOf(10_000, frequencies), [
    'river',
    'heron',
  ]);
  check('are the rarer in a large one', ['river', 'heron', 'data', 'reed'], libraryOf(100_000, frequencies), [
    'heron',
    'reed',
  ]);
  check('are two at least, however common', ['river', 'data', 'open'], libraryOf(100_000, frequencies), [
    'open',
    'data',
  ]);
  check('are none that nobody said, in a large one', ['unsaid', 'heron'], libraryOf(100_000, frequencies), ['heron']);
  check(
    'are the rarest 32 of a long text',
    Array.from({ length: 200 }, (_, index) => `t${index}`),
    libraryOf(100, Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`t${index}`, 200 - index]))),
    Array.from({ length: 32 }, (_, index) => `t${199 - index}`),
  );
  check('are none of none', [], libraryOf(100_000, {}), []);
});
