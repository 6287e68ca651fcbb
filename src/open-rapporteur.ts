/** Rapporteur over one library, in this thread: puts together what the rest of `src` knows apart. */
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Embedder } from '../embeddings/embedder.ts';
import type { VectorIndex } from '../embeddings/vector-index.ts';
import type { Answer, Hit, Question, Scope, Verification } from './answer.ts';
import { answerWithoutModel, mentionOf } from './answering/answerer.ts';
import { quoteAt, secondsAt } from './answering/quote.ts';
import { compareQuotation, nothingFound, type Comparison } from './answering/verify.ts';
import type { Config } from './config.ts';
import { checkLibrary } from './library/check.ts';
import { correct, ingest, rebuild, removeFrom, type Ingesting } from './records/ingest.ts';
import { indexSaver } from './library/index-saver.ts';
import { cachedLibrary } from './library/library-cache.ts';
import { newMemory, openLibrary, type Library } from './library/library.ts';
import { peopleMerging, type Person } from './people/people.ts';
import { sessionOpener, type OpenedSession } from './retrieval/opened-sessions.ts';
import type { ContextTurn, IngestProgress, Query, Rapporteur, SpeakerSummary } from './rapporteur.ts';
import { searchSessions, searchStretches, tellingTerms, type Meaning } from './retrieval/search.ts';
import { termsOf } from './words/terms.ts';
import { sessionsCalled } from './asking/sessions-called.ts';
import { snapshots } from './library/snapshots.ts';
import { directory, type Directory } from './people/directory.ts';
import { asOnlyWriter } from './library/writer-lock.ts';
import { refOf } from './answer.ts';
import type { Log } from './log.ts';
import { type Ground } from './answering/ground.ts';

export interface Parts {
  config: Config;
  /** Opens a library whose vectors another embedder made, for `rebuild`. */
  anyEmbedder: boolean;
  openEmbedder: (config: Config) => Promise<Embedder>;
  openVectorIndex: (
    folder: string,
    of: { embedder: string; dimensions: number },
    vectors: Library['vectors'],
  ) => VectorIndex;
  /** Hears what a chat model used and where it failed. */
  log?: Log;
}

/** What an embedder that knows meanings counts beside the words; the built-in one knows spellings, which known words do not need. */
const meaningCounts = 0.5;
/** Longest time a question waits for the embedder's server. */
const longestEmbeddingMs = 5_000;
/** Longest time a rebuild waits for another process that saves the index. */
const longestIndexingMs = 600_000;

export async function openRapporteur({
  config,
  anyEmbedder,
  openEmbedder,
  openVectorIndex,
  log = silent,
}: Parts): Promise<Rapporteur> {
  const embedder = await openEmbedder(config);
  const memory = newMemory();
  const open = () => openLibrary(config.LIBRARY_PATH, embedder.id, { anyEmbedder, memory });
  /** Always as it is now; what answers are made of is read from snapshots instead. */
  const newest = open();
  const library = snapshots(newest, () => cachedLibrary(open()), emptyCache);
  const into: Ingesting = {
    library: newest,
    embedder,
    fetching: { privateAddresses: config.INGEST_PRIVATE_ADDRESSES },
  };
  /** Follows the stored vectors by itself. */
  let index: VectorIndex | null = null;
  const openIndex = (dimensions: number) =>
    openVectorIndex(newest.folder, { embedder: embedder.id, dimensions }, newest.vectors);
  const saver = indexSaver(newest, openIndex, log);

  /** Of an embedder that knows spellings alone, only words that nobody used have a use. */
  const knowsMeanings = !embedder.id.startsWith('built-in/');
  /** By words alone where the embedder does not answer in time: a slow server must not keep an answer waiting. */
  async function meaningOf(
    text: string,
    { documentFrequency }: Pick<Library, 'documentFrequency'>,
  ): Promise<Meaning | null> {
    if (!knowsMeanings && termsOf(text).every((term) => documentFrequency(term) > 0)) return null;
    const vector = await inTime(embedder.model.embedQuery(text), longestEmbeddingMs);
    if (!vector) return null;
    index ??= openIndex(vector.length);
    return { vector: Float32Array.from(vector), index, counts: knowsMeanings ? meaningCounts : 0 };
  }

  /** The model's client is loaded at the first question, and only where a model is set. */
  async function openAnswering(): Promise<(ground: Ground) => (question: Question) => Promise<Answer>> {
    if (config.CHAT_MODEL === undefined) return (ground) => (question) => answerWithoutModel(question, ground);
    const [{ answerWithModel }, { openChatModel }] = await Promise.all([
      import('./answering/chain.ts'),
      import('./answering/chat-model.ts'),
    ]);
    const model = await openChatModel(config);
    return (ground) =>
      answerWithModel({
        model,
        ground,
        log,
        timeoutMs: config.ANSWER_TIMEOUT_MS,
        evidenceTokens: config.EVIDENCE_TOKENS,
        prose: config.PROSE,
        now: () => performance.now(),
      });
  }
  let answering: ReturnType<typeof openAnswering> | null = null;

  /** Work that reads, on the library as it is when the work begins. */
  const reading = <T>(work: (reader: ReturnType<typeof readerOf>) => T | Promise<T>) =>
    library.run(async (held, kept) => work(readerOf(held, kept, meaningOf)));
  /** Work that writes, one after the other here and when no other process does. */
  const writes = new PQueue({ concurrency: 1 });
  const writing = <T>(work: () => Promise<T>, onProgress?: (progress: IngestProgress) => void) =>
    writes.add(() =>
      asOnlyWriter(newest.folder, work, {
        onWait: (holder) => onProgress?.({ done: 0, total: 1, name: `waiting for ${holder}` }),
      }),
    );
  async function changing<T>(work: () => Promise<T>, onProgress?: (progress: IngestProgress) => void): Promise<T> {
    const changed = await writing(work, onProgress);
    saver.saveSoon();
    return changed;
  }
  async function rebuildAll(onProgress?: (progress: IngestProgress) => void): Promise<void> {
    await writing(() => rebuild(into, onProgress), onProgress);
    await saver.save(onProgress, { anew: true, waitMs: longestIndexingMs });
  }

  return {
    ask: (question) =>
      reading(async ({ ground }) => {
        answering ??= openAnswering();
        const { text, history } = question;
        return {
          ...(await (await answering)(ground)({ ...question, text: asAsked(text), history: history?.map(asAsked) })),
          question: text,
        };
      }),
    search: (query) => reading(({ search }) => search(query)),
    verify: (quotation, scope) => reading(({ verify }) => verify(quotation, scope)),
    sessions: (scope) => reading(({ ground }) => ground.library.sessions(scope)),
    speakers: (of) => reading(({ speakers }) => speakers(of)),
    show: (id, scope) =>
      reading(({ ground: { library } }) =>
        library.sessions(scope).some((session) => session.id === id) ? library.session(id) : null,
      ),
    context: (place, around, scope) => reading(({ context }) => context(place, around, scope)),
    ingest: (records, onProgress) =>
      changing(async () => ({ files: await ingest(records, into, onProgress) }), onProgress),
    rebuild: rebuildAll,
    index: (onProgress) => saver.save(onProgress),
    check: (onProgress) => checkLibrary(into, openIndex, onProgress),
    remove: (id) => changing(async () => newest.remove(id, { forget: true })),
    removeFrom: (sources) => changing(async () => removeFrom(sources, newest)),
    correct: (id, request) => changing(() => correct(id, request, into)),
    version: async () => `${newest.revision()}`,
    close: async () => {
      index?.close();
      await saver.close();
      library.close();
      newest.close();
    },
  };
}

/** What can be asked of a library as it is at one moment. */
function readerOf(
  library: Library,
  kept: Cache,
  meaningOf: (text: string, library: Library) => Promise<Meaning | null>,
) {
  function directoryOf(scope: Scope | undefined): Directory {
    const key = JSON.stringify(scope ?? null);
    let known = kept.directories.get(key);
    if (!known) kept.directories.set(key, (known = directoryAfter(kept.earlier.get(key), library.people(scope))));
    return known.directory;
  }

  const opened = sessionOpener(library, kept.opened);

  const ground: Ground = {
    // What is asked about a session again and again is read once.
    library: { ...library, session: (id) => (library.source(id) === null ? null : opened(id).session) },
    counts: () => ({ documentFrequency: (term) => library.documentFrequency(term), chunkCount: library.chunkCount() }),
    directory: directoryOf,
    reading: (id) => opened(id).reading(),
    sessionsOn: async (words, among, most) => {
      const restricted = among.length < library.sessions().length ? among : undefined;
      return searchSessions(words, { library, meaning: await meaningOf(words, library) }, restricted).slice(0, most);
    },
  };

  async function search({ session, speaker, limit = 10, scope, ...query }: Query): Promise<Hit[]> {
    const text = asAsked(query.text);
    const inScope = library.sessions(scope);
    const among = session === undefined ? inScope : sessionsCalled(session, inScope);
    const speakers =
      speaker === undefined
        ? undefined
        : Map.groupBy(
            mentionOf(speaker, directoryOf(scope)).matches.flatMap(({ person }) => person.appearances),
            (each) => each.session,
          );
    const refs = new Map(among.filter(({ id }) => !speakers || speakers.has(id)).map((each) => [each.id, refOf(each)]));
    const restricted = session !== undefined || scope !== undefined || speakers ? [...refs.keys()] : undefined;
    const named =
      speakers &&
      new Map([...speakers].map(([id, appearances]) => [id, new Set(appearances.map((each) => each.speaker))]));
    const stretches = searchStretches(
      text,
      { library, ready: (id) => opened(id).ready(), meaning: await meaningOf(text, library) },
      { sessions: restricted, speakers: named },
    );
    return stretches.slice(0, limit).map(({ session: of, chunks, score }): Hit => {
      const [first, last] = [library.chunk(chunks[0]!)!, library.chunk(chunks.at(-1)!)!];
      const { session: read, sentences } = opened(of);
      const turns = read.turns.slice(first.firstTurn, last.lastTurn + 1);
      const from = sentences[first.firstTurn]![first.firstSentence]!.start;
      const to = sentences[last.lastTurn]![last.lastSentence]!.end;
      const parts = turns.flatMap((turn, index) => {
        const [start, end] = [index === 0 ? from : 0, index === turns.length - 1 ? to : turn.text.length];
        return turn.text.slice(start, end).trim() === ''
          ? []
          : [quoteAt(read, turn, { turn: first.firstTurn + index, start, end, seconds: secondsAt(turn, start) })];
      });
      return {
        session: refs.get(of)!,
        turns: [first.firstTurn, last.lastTurn],
        text: parts.map((part) => part.text).join('\n'),
        score,
        parts,
        by: 'words',
      };
    });
  }

  function verify(quotation: string, scope?: Scope): Verification {
    const inScope = new Map(library.sessions(scope).map((session) => [session.id, session]));
    const terms = termsOf(quotation);
    // A quotation of stop words alone has no term to search for; then every session is compared.
    const sessions =
      terms.length === 0
        ? [...inScope.keys()]
        : [
            ...new Set(
              library
                .searchWords(tellingTerms(terms, library), 200, scope && [...inScope.keys()])
                .map(({ session }) => session),
            ),
          ];
    let best: { id: string; comparison: Comparison } | null = null;
    for (const id of sessions) {
      const comparison = compareQuotation(quotation, opened(id).session.turns.entries());
      if (comparison.verdict === 'verbatim') {
        best = { id, comparison };
        break;
      }
      if (
        comparison.verdict === 'altered' &&
        (!best || comparison.differences.length < best.comparison.differences.length)
      )
        best = { id, comparison };
    }
    const { verdict, place, differences } = best?.comparison ?? nothingFound;
    if (!best || !place) return { quote: quotation, verdict, speaker: null, found: null, differences: [] };
    const { session } = opened(best.id);
    const turn = session.turns[place.turn]!;
    const { role: _role, ...found } = quoteAt(session, turn, { ...place, seconds: secondsAt(turn, place.start) });
    return { quote: quotation, verdict, speaker: found.speaker, found, differences };
  }

  function speakers({ session, scope }: { session?: string; scope?: Scope } = {}): SpeakerSummary[] {
    const refs = new Map(library.sessions(scope).map((each) => [each.id, refOf(each)]));
    return directoryOf(scope)
      .people.filter((person) => session === undefined || person.sessions.includes(session))
      .map(({ name, otherNames, role, affiliation, appearances }) => {
        const shown = appearances.filter(
          (each) => refs.has(each.session) && (session === undefined || each.session === session),
        );
        return {
          name,
          otherNames,
          role,
          affiliation,
          sessions: [...new Set(shown.map((each) => each.session))].map((id) => refs.get(id)!),
          turnCount: library.turnCount(shown),
        };
      })
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  }

  function context(
    { session: id, turn }: { session: string; turn: number },
    around: number,
    scope?: Scope,
  ): ContextTurn[] {
    if (!library.sessions(scope).some((session) => session.id === id)) return [];
    const { session } = opened(id);
    const first = Math.max(turn - around, 0);
    return session.turns.slice(first, turn + around + 1).map(({ speaker, text, times }, index) => ({
      turn: first + index,
      speaker,
      text,
      role: session.speakers.find(({ name }) => name === speaker)?.role ?? null,
      time: times[0]?.seconds ?? null,
    }));
  }

  return { ground, search, verify, speakers, context };
}

const silent: Log = { info: () => {}, warn: () => {} };

/** A question is read many times over, so a page pasted in its place is cut, and has no long runs of blanks. */
function asAsked(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 4000);
}

/** What a promise resolves to, or null when it fails or takes longer. */
async function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  const over = new AbortController();
  try {
    return await Promise.race([promise, sleep(milliseconds, null, { signal: over.signal })]);
  } catch {
    return null;
  } finally {
    over.abort();
  }
}

/** Made from a library as it is at one moment. */
interface Cache {
  directories: Map<string, KnownDirectory>;
  /** Of the moment before, which nobody uses any more. */
  earlier: Map<string, KnownDirectory>;
  opened: Map<string, OpenedSession>;
}

interface KnownDirectory {
  records: Person[];
  merging: ReturnType<typeof peopleMerging>;
  directory: Directory;
}

function emptyCache(_library: Library, former: Cache | null): Cache {
  return {
    directories: new Map(),
    earlier: new Map(former && [...former.earlier, ...former.directories]),
    opened: new Map(),
  };
}

/** Where sessions only came in since, their people are joined to those known. */
function directoryAfter(earlier: KnownDirectory | undefined, records: Person[]): KnownDirectory {
  const known = earlier?.records.every((person, index) => person === records[index])
    ? earlier
    : { records: [], merging: peopleMerging() };
  for (const person of records.slice(known.records.length)) known.merging.add(person);
  return { records, merging: known.merging, directory: directory(known.merging.merged) };
}
