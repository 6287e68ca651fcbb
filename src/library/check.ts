/** Whether a library is whole, from end to end: the file, what was read, what is derived from it, and the index. */
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Embedder } from '../../embeddings/embedder.ts';
import type { VectorIndex } from '../../embeddings/vector-index.ts';
import { LibraryError } from './database.ts';
import type { Library } from './library.ts';
import type { CheckReport, IngestProgress } from '../rapporteur.ts';
import { deriveWords } from './derive.ts';

export type OpenIndex = (dimensions: number) => VectorIndex;

/** Looks only; what it finds comes with what mends it. */
export async function checkLibrary({ library, embedder }: { library: Library; embedder: Embedder }, openIndex: OpenIndex, onProgress: (progress: IngestProgress) => void = () => {}): Promise<CheckReport> {
  const faults: CheckReport['faults'] = [];
  const tell = (what: string, remedy: string) => faults.push({ what, remedy });
  onProgress({ done: 0, total: 1, name: 'the database' });
  for (const { what, isDerived } of library.damage()) tell(what, isDerived ? rebuild : restore);
  const sessions = tried(() => library.sessions(), tell) ?? [];
  for (const [done, { id }] of sessions.entries()) {
    onProgress({ done: done + 1, total: sessions.length + 2, name: id });
    for (const what of tried(() => faultsOf(id, library, embedder), tell) ?? []) tell(`session ${id}: ${what}`, rebuild);
    await setImmediate();
  }
  onProgress({ done: sessions.length + 1, total: sessions.length + 2, name: 'the vectors' });
  const dimensions = tried(() => dimensionsOf(library, tell), tell);
  if (dimensions && faults.length === 0) {
    const index = openIndex(dimensions);
    const state = tried(() => index.state(), tell);
    if (state?.rejected) tell(`the index of vectors cannot be used: ${state.rejected}`, 'it is made again by itself, at the next ingest or start of the bot');
    if (state && state.size !== library.chunkCount()) tell(`the index finds ${state.size} vectors of ${library.chunkCount()}`, rebuild);
    index.close();
  }
  onProgress({ done: sessions.length + 2, total: sessions.length + 2, name: '' });
  return { sessions: sessions.length, chunks: tried(() => library.chunkCount(), tell) ?? 0, faults };
}

const rebuild = 'npm start -- library rebuild';
const restore = 'put back a copy of library.db, or move the folder away and ingest the records again';

/** What is derived must be what would be derived from the session today. */
function faultsOf(id: string, library: Library, embedder: Embedder): string[] {
  const session = library.session(id);
  if (!session) return ['is gone'];
  const faults: string[] = [];
  const sentences = library.sentences(id);
  for (const [turn, { text }] of session.turns.entries()) {
    let last = 0;
    for (const { start, end } of sentences[turn]!) {
      if (!(last <= start && start < end && end <= text.length)) faults.push(`turn ${turn} has a sentence at ${start} to ${end}, which is no place in it`);
      last = end;
    }
  }
  const derived = deriveWords(session, embedder);
  if (!isDeepStrictEqual(sentences, derived.sentences)) faults.push('its sentences, or the terms they are found by, are not those of its words');
  const chunks = library.chunks(id).map(({ firstTurn, firstSentence, lastTurn, lastSentence, hash }) => ({ firstTurn, firstSentence, lastTurn, lastSentence, hash }));
  const expected = derived.chunks.map(({ firstTurn, firstSentence, lastTurn, lastSentence, hash }) => ({ firstTurn, firstSentence, lastTurn, lastSentence, hash }));
  if (!isDeepStrictEqual(chunks, expected)) faults.push('its chunks are not those of its words and this embedder');
  if (!isDeepStrictEqual(library.people({ sessions: [id] }), JSON.parse(JSON.stringify(derived.people)))) faults.push('its people are not those it names');
  return faults;
}

/** Of the vectors, which must be alike in length, finite and not nothing; null where there are none. */
function dimensionsOf(library: Library, tell: (what: string, remedy: string) => void): number | null {
  let dimensions: number | null = null;
  for (const { id, vector } of library.vectors.each()) {
    dimensions ??= vector.length;
    if (vector.length !== dimensions) tell(`the vector of chunk ${id} has ${vector.length} dimensions, others ${dimensions}`, rebuild);
    const squares = vector.reduce((sum, value) => sum + value * value, 0);
    if (!Number.isFinite(squares) || squares === 0) tell(`the vector of chunk ${id} is ${squares === 0 ? 'all zeros' : 'not all finite numbers'}`, rebuild);
  }
  return dimensions;
}

/** What cannot even be read is a fault like others, and the check goes on. */
function tried<T>(work: () => T, tell: (what: string, remedy: string) => void): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof LibraryError) tell(error.message, 'as said');
    else tell((error as Error).message, rebuild);
    return null;
  }
}
