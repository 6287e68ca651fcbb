/** A store may be far away: how often a question asks it is held here. */
import { beforeAll, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { answerWithoutModel } from '../../src/answering/compose.ts';
import { find } from '../../src/answering/find.ts';
import { searchHits } from '../../src/answering/hits.ts';
import { embeddedBy } from '../../src/retrieval/embedded.ts';
import { momentsOf, type Moment } from '../../src/answering/moment.ts';
import { verifyQuotation } from '../../src/answering/verifying/verification.ts';
import { askedOnce } from '../../src/library/asked-once.ts';
import type { Library, LibraryReader } from '../../src/library/library.ts';
import { ingest } from '../../src/records/ingest.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { memoryLibrary } from '../fakes/memory-library.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { hearing } from '../fixtures/hearings.ts';

const embedder = builtInEmbedder();
let library: Library;

beforeAll(async () => {
  library = memoryLibrary();
  const records = [recordOf(harbour, orchard, ...Array.from({ length: 40 }, (_, number) => hearing(number, 1)))];
  const fetching = { privateAddresses: false };
  await library.writing((writer) => ingest(records, { library: writer, embedder, reader: readerHere, fetching }));
});

/** How often each method of a reader is called by some work on a library that nobody has asked yet. */
async function callsOf(work: (moment: Moment) => Promise<unknown>): Promise<Map<string, number>> {
  const calls = new Map<string, number>();
  const moments = momentsOf(embeddedBy(embedder));
  await library.reading((reader) => moments(counted(reader, calls), undefined, work));
  return calls;
}

function counted(reader: LibraryReader, calls: Map<string, number>): LibraryReader {
  return new Proxy(reader, {
    get(target, name: keyof LibraryReader) {
      const method = target[name];
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return (method as (...given: unknown[]) => unknown)(...given);
      };
    },
  });
}

/** What is asked more often than `most` says, with how often; methods that it does not name must not be asked at all. */
async function askedTooOften(work: (moment: Moment) => Promise<unknown>, most: { [method: string]: number }) {
  const calls = [...(await callsOf(work))];
  expect(calls.length).toBeGreaterThan(0);
  return calls.filter(([method, count]) => count > (most[method] ?? 0));
}

describe('sessions are looked at together, and terms counted in few calls', () => {
  it.each([
    'How many seals were counted in the bay?',
    'What was said about dredging?',
    'What did Mei Tanaka say about seals?',
    'What did Pia Rossi say about ships?',
    'What was said about helicopters?',
    'Who spoke about eelgras?',
    'Which sessions are there?',
    'Who spoke in the harbour hearing?',
    'dredging?',
  ])('of the question: %s', async (text) => {
    // Sessions are opened a third time where nothing certain was found, to tell which language they are in.
    const most = { people: 1, sessions: 2, counts: 4, searchWords: 2, searchVectors: 3, whole: 3, extent: 1 };
    expect(await askedTooOften((moment) => answerWithoutModel({ text }, moment), most)).toEqual([]);
  });

  it.each(['frost warning', 'dreging ships seals', 'helicopters'])('of the search: %s', async (text) => {
    const most = { sessions: 1, counts: 3, searchWords: 1, searchVectors: 3, whole: 2 };
    expect(await askedTooOften((moment) => searchHits({ text }, moment), most)).toEqual([]);
  });

  it.each([
    ['that is half of what we saw', 1],
    ['nobody ever said this elsewhere', 1],
    // Almost so in every session, and each is compared: eight at a time.
    ['We counted 9999 ships, and the seals were not disturbed', Math.ceil(42 / 8)],
  ])('of the quotation: %s', async (quotation, whole) => {
    // Each rare word tells in which sessions it is.
    const most = { sessions: 1, counts: 1, searchWords: 1 + quotation.split(' ').length, whole, versions: 1 };
    expect(await askedTooOften((moment) => verifyQuotation(quotation, moment), most)).toEqual([]);
  });
});

/** How often sessions are opened and names looked for by a question after some others that go on from each other. */
async function workAfter(followUps: number): Promise<number> {
  let work = 0;
  await library.reading((reader) =>
    momentsOf(embeddedBy(embedder))(reader, undefined, async (moment) => {
      const known = await moment.directory();
      const mentions: typeof known.mentions = (...given) => {
        work += 1;
        return known.mentions(...given);
      };
      const ground: Moment = {
        ...moment,
        directory: async () => ({ ...known, mentions }),
        open: (ids) => {
          work += 1;
          return moment.open(ids);
        },
      };
      const goingOn = Array.from({ length: followUps }, (_, at) => threads[at % threads.length]!);
      const asked = ['How many seals were counted in the bay?', ...goingOn];
      await find({ text: asked.at(-1)!, history: asked.slice(0, -1) }, ground);
    }),
  );
  return work;
}

const threads = ['What did he say right after that?', 'And what did he say just before that?', 'Why did he say that?'];

describe('a thread', () => {
  it('reads and looks for each question before once, so that the work grows with their number and not with its power', async () => {
    const [three, six, twelve] = [await workAfter(3), await workAfter(6), await workAfter(12)];
    expect(six - three).toBeGreaterThan(0);
    expect(twelve - six).toBeLessThanOrEqual(3 * (six - three));
  });
});

it('how much was said of something is asked again only where that failed', async () => {
  let asked = 0;
  await library.reading(async (reader) => {
    const once = askedOnce({
      ...reader,
      extent: async (terms, sessions) => {
        asked += 1;
        if (asked === 1) throw new Error('far away');
        return reader.extent(terms, sessions);
      },
    });
    await expect(once.extent(['seal'])).rejects.toThrow('far away');
    const extent = await once.extent(['seal']);
    expect(await once.extent(['seal'])).toEqual(extent);
    expect(asked).toBe(2);
    expect(await once.extent(['seal'], ['orchard'])).not.toEqual(extent);
    expect(asked).toBe(3);
  });
});
