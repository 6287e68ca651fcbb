import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex, type VectorIndex } from '../../embeddings/vector-index.ts';
import { ingest } from '../../src/records/ingest.ts';
import { openLibrary, type Library } from '../../src/library/library.ts';
import { rankable } from '../../src/retrieval/rank.ts';
import { mostSessions, searchSessions, searchStretches, tellingTerms, type Found } from '../../src/retrieval/search.ts';
import { recordOf } from '../fixtures/harbour.ts';

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
let library: Library;
let index: VectorIndex;
const embedder = builtInEmbedder();

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-search-'));
  library = openLibrary(folder, embedder.id);
  await ingest([recordOf(bridge, ferry, orchestra, ...accord, ...lanterns)], {
    library,
    embedder,
    fetching: { privateAddresses: false },
  });
  const { length: dimensions } = await embedder.model.embedQuery('ferry');
  index = openVectorIndex(folder, { embedder: embedder.id, dimensions }, library.vectors);
});

afterAll(() => {
  index.close();
  library.close();
  rmSync(folder, { recursive: true });
});

function ready(session: string, of = library) {
  const chunks = of.chunks(session);
  return {
    rankable: rankable(of.session(session)!, of.sentences(session), chunks),
    chunks: chunks.map(({ id }) => id),
  };
}

const meaningOf = async (query: string) => ({
  vector: Float32Array.from(await embedder.model.embedQuery(query)),
  index,
  counts: 0,
});
const search = (query: string, restriction?: Parameters<typeof searchStretches>[2]) =>
  searchStretches(query, { library, ready, meaning: null }, restriction);
const searchWithMeaning = async (query: string, restriction?: Parameters<typeof searchStretches>[2]) =>
  searchStretches(query, { library, ready, meaning: await meaningOf(query) }, restriction);
const sessionsIn = (found: Found[]) => [...new Set(found.map(({ session }) => session))];

describe('a search of the whole library', () => {
  it.each([
    ['granite piers', 'bridge'],
    ['second deckhand', 'ferry'],
    ['Who plays the bassoon?', 'orchestra'],
    ['Where is the lantern oil?', 'lantern-7'],
    ['the old bridge', 'bridge'],
    ['What did Mei Rahal say of the ferry?', 'ferry'],
  ])('finds for %s the session %s first', (query, session) => {
    expect(search(query)[0]?.session).toBe(session);
  });
  it('gives stretches best first, none better than 1, none without chunks of its session', () => {
    const found = search('ferry in spring');
    expect(sessionsIn(found)).toEqual(expect.arrayContaining(['bridge', 'ferry', 'orchestra']));
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(scores[0]).toBeLessThanOrEqual(1);
    expect(scores.every((score) => score >= 0)).toBe(true);
    for (const { session, chunks } of found) {
      expect(chunks.length).toBeGreaterThan(0);
      expect(chunks.map((chunk) => library.chunk(chunk)?.session)).toEqual(chunks.map(() => session));
    }
  });
  it('gives each chunk once', () => {
    const chunks = search('the ferry and the bridge').flatMap((each) => each.chunks);
    expect(new Set(chunks).size).toBe(chunks.length);
  });
  it('leaves out sessions that have none of the words', () =>
    expect(sessionsIn(search('bassoon'))).toEqual(['orchestra']));
  it('ranks only so many sessions, the best of them', () => {
    const sessions = sessionsIn(search('lantern oil'));
    expect(sessions).toHaveLength(mostSessions);
    expect(sessions[0]).toBe('lantern-7');
  });
  it('is surer where all of the question is spoken of', () =>
    expect(search('lantern oil quay')[0]!.score).toBeGreaterThan(
      search('lantern helicopter subsidy tribunal')[0]!.score,
    ));
  it('gives the same twice', () => expect(search('ferry')).toEqual(search('ferry')));
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
  ])('finds nothing for %j', (query) => expect(search(query)).toEqual([]));
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
    expect(await searchWithMeaning('second deckhand')).toEqual(search('second deckhand')));
  it('are looked for only where one may', async () => {
    const restriction = { sessions: lanterns.map(({ id }) => id) };
    expect(sessionsIn(await searchWithMeaning('basoon', restriction)).every((id) => id.startsWith('lantern-'))).toBe(
      true,
    );
  });
});

describe('acronyms', () => {
  const firstFour = (query: string) => sessionsIn(search(query)).slice(0, 4).toSorted();
  it.each(['What of the RBA?', 'What of the River Basin Accord?', 'what of the river basin accord?'])(
    'find what is written out, and the other way round: %s',
    (query) => {
      expect(firstFour(query)).toEqual(['acronym', 'both', 'capitals', 'small']);
    },
  );
  it('stand for nothing where no session has both', () => expect(sessionsIn(search('What of the RBX?'))).toEqual([]));
});

describe('a search of some sessions', () => {
  it('keeps to them', () => expect(sessionsIn(search('ferry', { sessions: ['bridge'] }))).toEqual(['bridge']));
  it('keeps to them where there are many', () => {
    const sessions = lanterns.map(({ id }) => id).slice(0, mostSessions + 2);
    expect(sessionsIn(search('ferry lantern oil', { sessions })).every((id) => sessions.includes(id))).toBe(true);
  });
  it('orders them by the question, not as they were named', () =>
    expect(search('second deckhand', { sessions: ['bridge', 'orchestra', 'ferry'] })[0]?.session).toBe('ferry'));
  it('puts a session that says nothing of it last and unsure', () => {
    const found = search('bassoon', { sessions: ['bridge', 'orchestra'] });
    expect(found[0]?.session).toBe('orchestra');
    expect(found.at(-1)!.score).toBeLessThan(found[0]!.score);
    expect(search('bassoon', { sessions: ['bridge'] })[0]!.score).toBeLessThan(0.1);
  });
  it('finds nothing in none', () => expect(search('ferry', { sessions: [] })).toEqual([]));
});

describe('a search of some speakers', () => {
  const spoken = (found: Found[]) =>
    new Set(
      found.flatMap(({ session, chunks }) =>
        chunks.flatMap((id) => {
          const { firstTurn, lastTurn } = library.chunk(id)!;
          return library
            .session(session)!
            .turns.slice(firstTurn, lastTurn + 1)
            .map(({ speaker }) => speaker);
        }),
      ),
    );
  const restricted = (query: string, session: string, name: string) =>
    search(query, { sessions: [session], speakers: new Map([[session, new Set([name])]]) });
  it('gives stretches in which they speak', () =>
    expect(spoken(restricted('ferry', 'bridge', 'Ada Birch'))).toContain('Ada Birch'));
  it('gives nothing where they do not speak', () => expect(restricted('ferry', 'ferry', 'Ada Birch')).toEqual([]));
});

describe('an empty library', () => {
  it('has nothing to find, and says so without an error', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'rapporteur-empty-'));
    const opened = openLibrary(empty, embedder.id);
    const searched = { library: opened, ready: (id: string) => ready(id, opened), meaning: null };
    expect(searchStretches('ferry', searched)).toEqual([]);
    expect(searchSessions('ferry', searched)).toEqual([]);
    opened.close();
    rmSync(empty, { recursive: true });
  });
});

describe('sessions that speak of something', () => {
  const found = (query: string, sessions?: string[]) => searchSessions(query, { library, meaning: null }, sessions);
  it('come most likely first', () => expect(found('night ferry')[0]).toBe('ferry'));
  it('are all that have a word of it', () => expect(found('lantern')).toHaveLength(lanterns.length));
  it('are only those asked for', () => expect(found('ferry', ['bridge', 'orchestra'])).toEqual(['bridge']));
  it('come as their passages fit where these may be looked at', async () => {
    const closer = (query: string, meaning: Parameters<typeof searchSessions>[1]['meaning'] = null) =>
      searchSessions(query, { library, ready, meaning });
    expect(closer('lantern')).toHaveLength(lanterns.length);
    expect(closer('second deckhand')[0]).toBe('ferry');
    expect(closer('dekchand', await meaningOf('dekchand'))[0]).toBe('ferry');
    expect(searchSessions('ferry', { library, ready, meaning: null }, ['bridge', 'orchestra'])[0]).toBe('bridge');
  });
  it('are none where nobody speaks of it', () => expect(found('xylophone')).toEqual([]));
  it('are found by the spelling of their words', async () =>
    expect(searchSessions('orchesttra', { library, meaning: await meaningOf('orchesttra') })[0]).toBe('orchestra'));
});

/** A library that knows in how many of its chunks some terms stand. */
const libraryOf = (chunks: number, frequencies: Record<string, number>) => ({
  chunkCount: () => chunks,
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
