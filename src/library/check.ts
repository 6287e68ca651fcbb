/** Whether a library is whole, from end to end: the store, what was read, what is derived from it, and the index. */
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { IndexedSentence } from '../words/sentence-terms.ts';
import type { Embedder } from '../../embeddings/embedder.ts';
import type { CheckReport, IngestProgress } from '../rapporteur.ts';
import { underChathamHouse } from '../access/chatham-house.ts';
import { deriveWords } from './derive.ts';
import { LibraryError, type Damage, type Library, type LibraryReader, type StoredChunk } from './library.ts';

/** Looks only; what it finds comes with what mends it. */
export async function checkLibrary(
  { library, embedder }: { library: Library; embedder: Embedder },
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<CheckReport> {
  const faults: CheckReport['faults'] = [];
  const tell = (what: string, remedy: string) => faults.push({ what, remedy });
  const tellAll = (damage: Damage[] | null) => {
    for (const { what, mendedBy } of damage ?? []) tell(what, remedies[mendedBy]);
  };
  onProgress({ done: 0, total: 1, name: 'the database' });
  tellAll(await tried(() => library.damage(), tell));
  const nothing = { sessions: 0, chunks: 0, behind: 0, faults };
  const looked = await tried(() => lookThrough(), faults.length === 0 ? tell : () => {});
  return looked ?? nothing;

  function lookThrough() {
    return library.reading(async (reader) => {
      const sessions = (await tried(() => reader.sessions(), tell)) ?? [];
      const behind = new Set(await tried(() => reader.behind(), tell));
      for (const [done, { id }] of sessions.entries()) {
        onProgress({ done: done + 1, total: sessions.length + 2, name: id });
        for (const what of (await tried(() => faultsOf(id, reader, behind.has(id) ? null : embedder), tell)) ?? [])
          tell(`session ${id}: ${what}`, remedies.rebuild);
        await setImmediate();
      }
      onProgress({ done: sessions.length + 1, total: sessions.length + 2, name: 'the vectors' });
      const index = faults.length === 0;
      tellAll(await tried(() => library.vectorDamage({ index }), tell));
      onProgress({ done: sessions.length + 2, total: sessions.length + 2, name: '' });
      const counts = await tried(() => reader.counts([]), tell);
      return { sessions: sessions.length, chunks: counts?.chunkCount ?? 0, behind: behind.size, faults };
    });
  }
}

const remedies: Record<Damage['mendedBy'], string> = {
  rebuild: 'npm start -- library rebuild',
  record: 'put back a copy of the library, or ingest the record again; npm start -- library rebuild saves the others',
  log: 'ingest again what was put in last; then npm start -- library rebuild, which forgets the damaged log',
  itself: 'it is made again by itself, at the next ingest or start of the bot',
};

/** What is derived must be what would be derived from the session today; without an `embedder` it was in another way. */
async function faultsOf(id: string, library: LibraryReader, embedder: Embedder | null): Promise<string[]> {
  const [whole] = await library.whole([id]);
  if (!whole) return ['is gone'];
  const { sentences, chunks, masks } = whole;
  const session = masks ? underChathamHouse(whole.session, masks) : whole.session;
  const faults: string[] = [];
  for (const [turn, { text }] of session.turns.entries()) {
    let last = 0;
    for (const { start, end } of sentences[turn]!) {
      if (!(last <= start && start < end && end <= text.length))
        faults.push(`turn ${turn} has a sentence at ${start} to ${end}, which is no place in it`);
      last = end;
    }
  }
  if (!embedder) return faults;
  const derived = deriveWords(session, embedder);
  if (
    !isDeepStrictEqual(
      sentences.map((of) => of.map(withItsTerms)),
      derived.sentences,
    )
  )
    faults.push('its sentences, or the terms they are found by, are not those of its words');
  if (!isDeepStrictEqual(chunks.map(placeOf), derived.chunks.map(placeOf)))
    faults.push('its chunks are not those of its words and this embedder');
  const people = (await library.people()).filter(({ sessions }) => sessions.includes(id));
  if (!isDeepStrictEqual(people, JSON.parse(JSON.stringify(derived.people))))
    faults.push('its people are not those it names');
  return faults;
}

type Place = Omit<StoredChunk, 'id'>;

function placeOf({ firstTurn, firstSentence, lastTurn, lastSentence, hash }: Place): Place {
  // A store may keep the beginning of it alone.
  return { firstTurn, firstSentence, lastTurn, lastSentence, hash: hash.slice(0, 32) };
}

/** What cannot even be read is a fault like others, and the check goes on. */
async function tried<T>(work: () => Promise<T>, tell: (what: string, remedy: string) => void): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LibraryError) tell(error.message, 'as said');
    else tell((error as Error).message, remedies.rebuild);
    return null;
  }
}

/** With the terms that the library keeps parted. */
function withItsTerms({ terms, ...sentence }: IndexedSentence): IndexedSentence {
  if (!terms) return sentence;
  const { run, acronyms, others } = terms;
  return { ...sentence, terms: { run, acronyms, others } };
}
