/** Rapporteur over one library, in this thread: puts together what the rest of `src` knows apart. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedder } from '../embeddings/embedder.ts';
import type { VectorIndex } from '../embeddings/vector-index.ts';
import type { Answer, Hit, Question, Scope, Verification } from './answering/answer.ts';
import { answerWithoutModel, mentionOf, type Ground } from './answering/answerer.ts';
import type { Log } from './answering/chain.ts';
import { readSession, type Reading } from './answering/evidence.ts';
import { quoteAt, refOf, secondsAt } from './answering/quote.ts';
import { compareQuotation, nothingFound, type Comparison } from './answering/verify.ts';
import type { Config } from './config.ts';
import { ingest, rebuild } from './ingest.ts';
import { cachedLibrary } from './library-cache.ts';
import { openLibrary, type Library } from './library.ts';
import { mergePeople } from './people.ts';
import type { Query, Rapporteur, SpeakerSummary } from './rapporteur.ts';
import { rankable, type Rankable } from './retrieval/rank.ts';
import { searchChunks, searchSessions } from './retrieval/search.ts';
import { termsOf } from './retrieval/terms.ts';
import { directory, type Directory } from './speakers.ts';

export interface Parts {
  config: Config;
  /** Opens a library whose vectors another embedder made, for `rebuild`. */
  anyEmbedder: boolean;
  openEmbedder: (config: Config) => Promise<Embedder>;
  openVectorIndex: (folder: string, of: { embedder: string; dimensions: number }, vectors: Library['vectors']) => VectorIndex;
  /** Hears what a chat model used and where it failed. */
  log?: Log;
}

/** Longest time a question waits for the embedder's server. */
const longestEmbeddingMs = 5_000;
/** Sessions kept open for answering between questions. */
const mostReadings = 64;

export async function openRapporteur({ config, anyEmbedder, openEmbedder, openVectorIndex, log = silent }: Parts): Promise<Rapporteur> {
  const embedder = await openEmbedder(config);
  const library = cachedLibrary(openLibrary(config.LIBRARY_PATH, embedder.id, { anyEmbedder }));
  let cached = emptyCache(library.revision());
  /** Follows the stored vectors by itself. */
  let index: VectorIndex | null = null;

  /** What was derived from the library, forgotten when the library has changed, also by another process. */
  function cache() {
    const revision = library.revision();
    if (revision !== cached.revision) cached = emptyCache(revision);
    return cached;
  }

  function directoryOf(scope: Scope | undefined): Directory {
    const { directories } = cache();
    const key = JSON.stringify(scope ?? null);
    let known = directories.get(key);
    if (!known) directories.set(key, (known = directory(mergePeople(library.people(scope)))));
    return known;
  }

  function reading(id: string): Reading {
    const { readings } = cache();
    let known = readings.get(id);
    if (!known) {
      const session = library.session(id);
      if (!session) throw new Error(`Session ${id}: is no longer in the library.`);
      known = readSession(session, library.sentences(id));
    } else readings.delete(id);
    readings.set(id, known);
    if (readings.size > mostReadings) readings.delete(readings.keys().next().value!);
    return known;
  }

  function ready(id: string): { rankable: Rankable; chunks: number[] } {
    const { rankables } = cache();
    let known = rankables.get(id);
    if (!known) {
      const chunks = library.chunks(id);
      const session = library.session(id) ?? { turns: [] };
      known = { rankable: rankable(session, library.sentences(id), chunks), chunks: chunks.map((chunk) => chunk.id) };
    } else rankables.delete(id);
    rankables.set(id, known);
    if (rankables.size > mostReadings) rankables.delete(rankables.keys().next().value!);
    return known;
  }

  /** By words alone where the embedder does not answer in time: a slow server must not keep an answer waiting. */
  async function meaningOf(text: string) {
    const vector = await inTime(embedder.model.embedQuery(text), longestEmbeddingMs);
    if (vector && !index) {
      index = openVectorIndex(library.folder, { embedder: embedder.id, dimensions: vector.length }, library.vectors);
      // The next start reads the file instead of building the graph again; a file that cannot be written costs only that.
      index.save().catch(() => {});
    }
    return vector && index ? { vector: Float32Array.from(vector), index } : null;
  }

  const ground: Ground = {
    library,
    counts: () => ({ documentFrequency: (term) => library.documentFrequency(term), chunkCount: library.chunkCount() }),
    directory: directoryOf,
    reading,
    sessionsOn: async (words, among, most) => {
      const restricted = among.length < library.sessions().length ? among : undefined;
      return searchSessions(words, { library, meaning: await meaningOf(words) }, restricted).slice(0, most);
    },
  };

  /** The model's client is loaded at the first question, and only where a model is set. */
  async function answering(): Promise<(question: Question) => Promise<Answer>> {
    if (config.CHAT_MODEL === undefined) return (question) => answerWithoutModel(question, ground);
    const [{ answerWithModel }, { openChatModel }] = await Promise.all([import('./answering/chain.ts'), import('./answering/chat-model.ts')]);
    return answerWithModel({
      model: await openChatModel(config), ground, log,
      timeoutMs: config.ANSWER_TIMEOUT_MS,
      evidenceTokens: config.EVIDENCE_TOKENS,
      now: () => performance.now(),
    });
  }
  let answer: ReturnType<typeof answering> | null = null;

  async function search({ text, session, speaker, limit = 10, scope }: Query): Promise<Hit[]> {
    const inScope = library.sessions(scope);
    const among = session === undefined ? inScope : inScope.filter(({ id, title }) => id === session || title.toLowerCase().includes(session.toLowerCase()));
    const speakers = speaker === undefined ? null
      : new Set(mentionOf(speaker, directoryOf(scope)).matches.flatMap(({ person }) => person.appearances.map((each) => `${each.session}\n${each.speaker}`)));
    const refs = new Map(among.map((each) => [each.id, refOf(each)]));
    const restricted = session !== undefined || scope !== undefined ? [...refs.keys()] : undefined;
    const hits: Hit[] = [];
    for (const { chunk: id, session: of, score } of searchChunks(text, { library, ready, meaning: await meaningOf(text) }, restricted)) {
      const chunk = library.chunk(id)!;
      const { session: read, sentences } = reading(of);
      const turns = read.turns.slice(chunk.firstTurn, chunk.lastTurn + 1);
      if (speakers && !turns.some((turn) => speakers.has(`${of}\n${turn.speaker}`))) continue;
      const inTurn = (turn: number) => sentences.filter((sentence) => sentence.turn === turn);
      const from = inTurn(chunk.firstTurn)[chunk.firstSentence]!.start;
      const to = inTurn(chunk.lastTurn)[chunk.lastSentence]!.end;
      const parts = turns.flatMap((turn, index) => {
        const [start, end] = [index === 0 ? from : 0, index === turns.length - 1 ? to : turn.text.length];
        return turn.text.slice(start, end).trim() === '' ? [] : [quoteAt(read, turn, { turn: chunk.firstTurn + index, start, end, seconds: secondsAt(turn, start) })];
      });
      hits.push({ session: refs.get(of)!, turns: [chunk.firstTurn, chunk.lastTurn], text: parts.map((part) => part.text).join('\n'), score, parts });
      if (hits.length >= limit) break;
    }
    return hits;
  }

  function verify(quotation: string, scope?: Scope): Verification {
    const inScope = new Map(library.sessions(scope).map((session) => [session.id, session]));
    const terms = termsOf(quotation);
    // A quotation of stop words alone has no term to search for; then every session is compared.
    const sessions = terms.length === 0 ? [...inScope.keys()]
      : [...new Set(library.searchWords(terms, 200, scope && [...inScope.keys()]).map(({ session }) => session))];
    let best: { id: string; comparison: Comparison } | null = null;
    for (const id of sessions) {
      const comparison = compareQuotation(quotation, reading(id).session.turns.entries());
      if (comparison.verdict === 'verbatim') {
        best = { id, comparison };
        break;
      }
      if (comparison.verdict === 'altered' && (!best || comparison.differences.length < best.comparison.differences.length)) best = { id, comparison };
    }
    const { verdict, place, differences } = best?.comparison ?? nothingFound;
    if (!best || !place) return { quote: quotation, verdict, speaker: null, found: null, differences: [] };
    const { session } = reading(best.id);
    const turn = session.turns[place.turn]!;
    const { role: _role, ...found } = quoteAt(session, turn, { ...place, seconds: secondsAt(turn, place.start) });
    return { quote: quotation, verdict, speaker: found.speaker, found, differences };
  }

  function speakers({ session, scope }: { session?: string; scope?: Scope } = {}): SpeakerSummary[] {
    const refs = new Map(library.sessions(scope).map((each) => [each.id, refOf(each)]));
    return mergePeople(library.people(scope)).filter((person) => session === undefined || person.sessions.includes(session)).map(({ name, otherNames, role, affiliation, appearances }) => {
      const shown = appearances.filter((each) => refs.has(each.session) && (session === undefined || each.session === session));
      return {
        name, otherNames, role, affiliation,
        sessions: [...new Set(shown.map((each) => each.session))].map((id) => refs.get(id)!),
        turnCount: library.turnCount(shown),
      };
    }).toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  }

  return {
    ask: async (question) => {
      answer ??= answering();
      const { text, history } = question;
      return { ...await (await answer)({ ...question, text: asAsked(text), history: history?.map(asAsked) }), question: text };
    },
    search,
    verify: async (quotation, scope) => verify(quotation, scope),
    sessions: async (scope) => library.sessions(scope),
    speakers: async (of) => speakers(of),
    show: async (id, scope) => (library.sessions(scope).some((session) => session.id === id) ? library.session(id) : null),
    context: async ({ session: id, turn }, around, scope) => {
      if (!library.sessions(scope).some((session) => session.id === id)) return [];
      const { session } = reading(id);
      const first = Math.max(turn - around, 0);
      return session.turns.slice(first, turn + around + 1).map(({ speaker, text, times }, index) => ({
        turn: first + index, speaker, text,
        role: session.speakers.find(({ name }) => name === speaker)?.role ?? null,
        time: times[0]?.seconds ?? null,
      }));
    },
    ingest: async (records, onProgress) => ({ files: await ingest(records, library, embedder, onProgress) }),
    rebuild: (onProgress) => rebuild(library, embedder, onProgress),
    remove: async (id) => library.remove(id),
    version: async () => `${library.revision()}`,
    close: async () => {
      index?.close();
      library.close();
    },
  };
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

interface Cache {
  revision: number;
  directories: Map<string, Directory>;
  /** In the order they were last used. */
  readings: Map<string, Reading>;
  rankables: Map<string, { rankable: Rankable; chunks: number[] }>;
}

function emptyCache(revision: number): Cache {
  return { revision, directories: new Map(), readings: new Map(), rankables: new Map() };
}
