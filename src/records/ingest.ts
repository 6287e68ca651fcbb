/** Records to library: read, split, embed what is new, put; each session whole or not at all. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Embedder } from '../../embeddings/embedder.ts';
import { applyCorrections } from '../library/corrections.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import { noteAlike } from './alike.ts';
import type { FetchOptions } from './fetch-record.ts';
import type { SessionDraft } from './formats/format.ts';
import { changesBetween, changesInWords } from '../library/changes.ts';
import type { Part, Readable, RecordReader } from './reading/reading.ts';
import { LibraryError, type LibraryWriter } from '../library/library.ts';
import { setRule } from '../library/set-rule.ts';
import { ownedBy, type OwnedLibrary } from '../library/owned-by.ts';
import { operator } from '../access/origin.ts';
import type { IngestedFile, IngestProgress, Record } from '../rapporteur.ts';
import { type Problem, type Session, inArchive } from '../session.ts';
import { versionOf } from '../library/version-rows.ts';
import { refOf } from '../answer.ts';
import { sessionIds, type SessionIds } from './session-ids.ts';
import { derivingAhead, type DerivingAhead } from './deriving-ahead.ts';
import { deriveAsSeen, hashOf } from '../library/derive.ts';

/** What an ingest works with. */
export interface Ingesting {
  library: LibraryWriter;
  embedder: Embedder;
  reader: RecordReader;
  /** Of addresses: whether those of private networks are fetched too. */
  fetching: Pick<FetchOptions, 'privateAddresses' | 'limits' | 'lookup'>;
}

/** Puts what records hold into the library. Nothing that is wrong with one record keeps the others out. */
export async function ingest(
  records: Record[],
  into: Ingesting,
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<IngestedFile[]> {
  const files: IngestedFile[] = [];
  const total = records.length;
  const deriving = derivingAhead(into.embedder.id);
  // Of records that are there already nothing is derived: after one, the next is thought to be there too.
  const isThere = () => files.at(-1)?.sessions.some(({ outcome }) => outcome === 'unchanged') === true;
  const ahead = readingAhead(into.reader, records, (draft) => {
    if (!isThere()) deriving.begin(draft);
  });
  try {
    for (const [done, record] of records.entries()) {
      const name = nameOf(record);
      onProgress({ done, total, name });
      const reading = (readable: Readable) => ahead.read(done, readable);
      const onShare = (share: number) => onProgress({ done: done + share, total, name });
      const own = { library: ownedBy(into.library, record.origin ?? operator), rule: record.rule };
      const reader = { ...into.reader, read: reading };
      files.push(...(await ingestOne(record, name, { ...into, ...own, reader, deriving }, onShare)));
    }
  } finally {
    await ahead.end();
  }
  // What others put in is nobody else's to be told of.
  for (const origin of new Set(records.map((record) => record.origin ?? operator)))
    await noteAlike(files, ownedBy(into.library, origin));
  onProgress({ done: total, total, name: '' });
  return files;
}

/**
 * While one record is put in, the next are read: so that neither waits for the other, several of those that are files. What
 * is derived of the next is made meanwhile too.
 */
function readingAhead(reader: RecordReader, records: Record[], onDraft: (draft: SessionDraft) => void) {
  interface Begun {
    parts: AsyncGenerator<Part>;
    first: Promise<IteratorResult<Part>>;
    /** The one session of the first text, where it has one; null where that is not asked for yet. */
    session?: Promise<IteratorResult<Part> | null>;
  }
  const begun = new Map<number, Begun>();

  function begin(at: number, record: Readable): Begun {
    const parts = reader.read(record);
    const reading = { parts, first: parts.next() };
    // Told when it is its turn.
    reading.first.catch(() => {});
    begun.set(at, reading);
    return reading;
  }

  async function sessionOf({ parts, first }: Begun): Promise<IteratorResult<Part> | null> {
    const { value, done } = await first;
    if (done === true || 'draft' in value || value.sessions !== 1) return null;
    const session = await parts.next();
    if (session.done !== true && 'draft' in session.value) onDraft(session.value.draft);
    return session;
  }

  return {
    async *read(at: number, record: Readable): AsyncGenerator<Part> {
      const own = begun.get(at) ?? begin(at, record);
      const { parts, first } = own;
      for (let next = at + 1; next <= at + mostAhead && next < records.length; next += 1) {
        const readable = readableOf(records[next]);
        // Bytes are held twice while they wait.
        if (readable === null || ('bytes' in readable && next > at + 1)) break;
        if (!begun.has(next)) begin(next, readable);
      }
      const following = begun.get(at + 1);
      if (following) {
        following.session ??= sessionOf(following);
        following.session.catch(() => {});
      }
      try {
        const text = await first;
        if (text.done === true) return;
        yield text.value;
        let part = (await own.session) ?? (await parts.next());
        for (; part.done !== true; part = await parts.next()) yield part.value;
      } finally {
        begun.delete(at);
        await parts.return(undefined);
      }
    },
    async end() {
      for (const { parts } of begun.values()) await parts.return(undefined);
    },
  };
}

const mostAhead = 8;

/** What an ingest of records of one origin works with. */
interface OwnIngesting extends Ingesting {
  library: OwnedLibrary;
  deriving: DerivingAhead;
  /** What its sessions are under, whatever they say themselves. */
  rule: string | undefined;
}

/** Removes the operator's sessions read from sources that are gone. What was put right of them stays for when they come back. */
export async function removeFrom(sources: string[], all: LibraryWriter): Promise<string[]> {
  const library = ownedBy(all, operator);
  const removed: string[] = [];
  for (const source of sources) {
    for (const { id } of await library.known({ source })) if (await library.remove(id)) removed.push(id);
  }
  return removed;
}

/** An archive gives a file for each that is in it. */
async function ingestOne(
  record: Record,
  name: string,
  into: OwnIngesting,
  onShare: (share: number) => void,
): Promise<IngestedFile[]> {
  const { library } = into;
  const failed = (failure: string): IngestedFile[] => [{ name, sessions: [], failure, problems: [] }];
  let read: Read;
  try {
    read = await fetched(record, name, into);
  } catch (error) {
    if ((error as Error).name === 'FetchError') return failed((error as Error).message);
    throw error;
  }
  if ('unchanged' in read)
    return [{ name, sessions: await unchangedFrom(read.unchanged, library), failure: null, problems: [] }];
  const { record: readable, version } = read;
  const place = readable.address ?? ('path' in record ? name : null);
  const files: IngestedFile[] = [];
  const kept = new Set<string>();
  const parts = into.reader.read(readable);
  try {
    for await (const part of parts) {
      if ('draft' in part) throw new Error('a session came before its text');
      const file = await ingestText(part, parts, { name, place }, into, onShare);
      for (const { id } of file.sessions) kept.add(id);
      files.push(file);
    }
  } catch (error) {
    const { name: kind, message } = error as Error;
    // The library's trouble is everybody's, and a record's its own.
    if (kind === 'LibraryError' || kind === 'EmbedderError') throw error;
    return [...files, ...failed(`this program failed on it (${message}); save the record as text and try again.`)];
  }
  // Where nothing can be read now, what was read before stays.
  const lost = new Set(files.filter(({ sessions }) => sessions.length === 0).map((file) => file.name));
  if (place !== null && kept.size > 0)
    for (const { id, source } of await library.known({ source: place }))
      if (!kept.has(id) && !lost.has(source)) await library.remove(id);
  // Only what was read is not asked for again.
  if (version && kept.size > 0) await library.putFetched(version.at, version);
  return files;
}

function nameOf(record: Record): string {
  if ('path' in record) return record.path;
  return 'name' in record ? record.name : record.address;
}

type Read =
  | {
      record: Readable;
      version: { at: string; source: string; etag: string | null; lastModified: string | null } | null;
    }
  | { unchanged: string };

/** A record that is there to be read; null for none, and for one that is to be fetched. */
function readableOf(record: Record | undefined): Readable | null {
  if (record === undefined) return null;
  if ('path' in record) return { name: record.path, address: null, path: record.path };
  if (!('bytes' in record)) return null;
  const { name, address = null, bytes, limits } = record;
  return { name, address, bytes, limits };
}

/** An address as the bytes that are there; any other record is there to be read. */
async function fetched(record: Record, name: string, { library, fetching }: Ingesting): Promise<Read> {
  if (!('address' in record) || 'bytes' in record) return { record: readableOf(record)!, version: null };
  const { fetchRecord } = await import('./fetch-record.ts');
  const page = await fetchRecord(record.address, { ...fetching, known: (address) => library.fetched(address) });
  if (!page.isChanged) return { unchanged: (await library.fetched(page.at))!.source };
  const { bytes, charset, address, at, version } = page;
  return { record: { name, address, bytes, charset }, version: { at, source: address, ...version } };
}

async function unchangedFrom(source: string, library: LibraryWriter): Promise<IngestedFile['sessions']> {
  const ids = new Set((await library.known({ source })).map(({ id }) => id));
  return (await library.sessions())
    .filter(({ id }) => ids.has(id))
    .map((session) => ({ ...refOf(session), outcome: 'unchanged', turnCount: session.turnCount }));
}

/** A text whose sessions are next among the `parts`. */
async function ingestText(
  { entry, sessions, problems }: Exclude<Part, { draft: unknown }>,
  parts: AsyncIterator<Part>,
  from: { name: string; place: string | null },
  into: OwnIngesting,
  onShare: (share: number) => void,
): Promise<IngestedFile> {
  const within = (name: string) => (entry === null ? name : `${name}${inArchive}${entry}`);
  const file: IngestedFile = { name: within(from.name), sessions: [], failure: null, problems };
  if (sessions === 0) return { ...file, failure: problems[0]!.message, problems: problems.slice(1) };
  // Bytes without a place of their own, such as an upload, never stand for an earlier upload of the same name.
  const place = from.place === null ? null : within(from.place);
  const earlier =
    place === null ? [] : (await into.library.known({ source: place })).filter(({ source }) => source === place);
  const ids = sessionIds(into.library);
  const [former] = earlier.length === 1 ? earlier : [];
  // What was read as one session and is several now goes on as the first of them, and what it was is a version of that.
  const isOther = (part: Part) =>
    'draft' in part && !ids.isOwn(part.draft, former!.id) && recordHashOf(part.draft) !== former!.recordHash;
  const drafts = former !== undefined && sessions > 1 ? await allOf(parts, sessions) : null;
  const goesOn = former !== undefined && (sessions === 1 || (drafts?.every(isOther) ?? false));
  for (let index = 0; index < sessions; index += 1) {
    const part: Part | undefined = drafts === null ? (await parts.next()).value : drafts[index];
    // The reader came to its limits in the middle of telling what it had read.
    if (!part || !('draft' in part)) return { ...file, problems: [...file.problems, ...(part?.problems ?? [])] };
    const { outcome, session, changes, problems } = await putDraft(
      part.draft,
      within(from.place ?? from.name),
      goesOn && index === 0 ? former.id : null,
      ids,
      into,
    );
    ids.taken(part.draft, session.id);
    file.problems.push(...problems.map((problem) => ({ line: null, message: `${session.id}: ${problem}` })));
    file.problems.push(...unnamedVoices(session));
    file.sessions.push({ ...refOf(session), outcome, turnCount: session.turns.length, ...(changes && { changes }) });
    onShare((index + 1) / sessions);
  }
  return file;
}

/** The next so many sessions at once; what the reader says instead of one is the last. */
async function allOf(parts: AsyncIterator<Part>, sessions: number): Promise<Part[]> {
  const all: Part[] = [];
  while (all.length < sessions) {
    const part = await parts.next();
    if (part.done) break;
    all.push(part.value);
    if (!('draft' in part.value)) break;
  }
  return all;
}

function recordHashOf(draft: SessionDraft): string {
  return hashOf(JSON.stringify({ ...draft, page: addressOf(draft) }));
}

interface Put {
  outcome: 'added' | 'updated' | 'unchanged';
  session: Session;
  /** Since the version that it takes the place of. */
  changes?: string[];
  /** Of corrections that could not be kept. */
  problems: string[];
}

async function putDraft(
  draft: SessionDraft,
  source: string,
  formerId: string | null,
  ids: SessionIds,
  { library, embedder, deriving, rule }: OwnIngesting,
): Promise<Put> {
  const recordHash = recordHashOf(draft);
  const [same] = await library.known({ recordHash });
  const ownId = draft.id === null ? null : await library.idFor(draft.id);
  const isSame = same && (ownId === null || ownId === same.id);
  // A session that was damaged in the library is put in again.
  const kept = isSame ? await intact(() => library.record(same.id)) : null;
  if (same && kept) {
    if (rule !== undefined) await setRule({ session: same.id }, rule, { library, embedder });
    // What a page shows around the words is no part of the record, but links are made of it.
    if (same.source === source && draft.page?.shown && !isDeepStrictEqual(kept.page, draft.page)) {
      const { session } = applyCorrections(kept, await library.corrections(same.id, source));
      await library.put({ ...kept, page: draft.page }, recordHash, await deriveAsSeen(session, library, embedder));
    }
    // A file that was moved is the same record elsewhere; a copy of it is not.
    if (same.source !== source && isGone(same.source)) await library.move(same.id, source);
    return { outcome: 'unchanged', session: (await library.session(same.id))!, problems: [] };
  }
  const id = ownId ?? formerId ?? (await ids.free(draft, source));
  // Before its words are there: nobody ever sees them otherwise.
  if (rule !== undefined) await library.setRule({ session: id }, rule);
  const record: Session = { ...draft, id, source };
  const formerSource = (await library.origin(id))?.source ?? null;
  // The corrections go with a session to another file, which `put` sees to.
  const { session, problems } = applyCorrections(record, await library.corrections(id, formerSource ?? source));
  const former = formerSource === null ? null : await intact(() => library.session(id));
  const derived = await deriveAsSeen(session, { ...library, madeAhead: deriving.madeAhead }, embedder);
  await library.put(record, recordHash, derived);
  if (formerSource === null)
    return { outcome: 'added', session: { ...session, version: versionOf(recordHash) }, problems };
  const put = { session: (await library.session(id))!, problems };
  if (former === null) problems.push('what was there before was damaged, so it could not be kept as a version');
  return { ...put, outcome: 'updated', changes: former ? changesInWords(changesBetween(former, put.session)) : [] };
}

/** Labels that name nobody for certain, with how often and the command that gives them a name. */
function unnamedVoices({ id, turns }: Session): Problem[] {
  const counts = new Map<string, number>();
  for (const { speaker, label } of turns)
    if (speaker === null && label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts].toSorted((one, other) => other[1] - one[1]);
  const told = labels.slice(0, labelsShown).map(([label, count]) => ({
    line: null,
    message:
      `“${label}” (${count === 1 ? 'one turn' : `${count} turns`}) is not sure to be a name, ` +
      `so whoever speaks there is shown as ${shownSpeaker({ speaker: null, label })}. ` +
      `To name them: npm start -- speakers rename ${id} ${JSON.stringify(label)} "…"`,
  }));
  const more = labels.length - told.length;
  if (more > 0)
    told.push({ line: null, message: `${more} more labels are not sure to be names; "show ${id}" has them` });
  return told;
}

/** A record of hundreds of odd labels is told of in as few lines as one reads. */
const labelsShown = 20;

/** Null where it is damaged in the library. */
async function intact(read: () => Promise<Session | null>): Promise<Session | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LibraryError) return null;
    throw error;
  }
}

/** Without what the page shows. */
function addressOf({ page }: SessionDraft): Session['page'] {
  if (page === null) return null;
  const { shown: _shown, ...address } = page;
  return address;
}

function isGone(source: string): boolean {
  const [file] = source.split(inArchive);
  return path.isAbsolute(file!) && !existsSync(file!);
}
