/** Records to library: read, split, embed what is new, put; each session whole or not at all. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Embedder } from '../../embeddings/embedder.ts';
import { applyCorrections } from '../library/corrections.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import { textsIn, type Text } from './documents/texts.ts';
import type { FetchOptions } from './fetch-record.ts';
import type { SessionDraft } from './formats/format.ts';
import { LibraryError, type LibraryWriter } from '../library/library.ts';
import type { IngestedFile, IngestProgress, Record } from '../rapporteur.ts';
import { type Problem, type Session, inArchive } from '../session.ts';
import { refOf } from '../answer.ts';
import { derive, hashOf } from '../library/derive.ts';

/** A file of this size holds some thousand hours of talk; a larger one is another kind of file. */
const largestFile = 512 * 1024 * 1024;

/** What an ingest works with. */
export interface Ingesting {
  library: LibraryWriter;
  embedder: Embedder;
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
  for (const [done, record] of records.entries()) {
    const name = nameOf(record);
    onProgress({ done, total: records.length, name });
    files.push(
      ...(await ingestOne(record, name, into, (share) =>
        onProgress({ done: done + share, total: records.length, name }),
      )),
    );
  }
  onProgress({ done: records.length, total: records.length, name: '' });
  return files;
}

/** Removes the sessions read from sources that are gone. What was put right of them stays for when they come back. */
export async function removeFrom(sources: string[], library: LibraryWriter): Promise<string[]> {
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
  into: Ingesting,
  onShare: (share: number) => void,
): Promise<IngestedFile[]> {
  const { library } = into;
  const failed = (failure: string): IngestedFile[] => [{ name, sessions: [], failure, problems: [] }];
  let read: Read;
  try {
    read = await readRecord(record, into);
  } catch (error) {
    const { name: kind, message } = error as Error;
    return failed(kind === 'FetchError' ? message : `cannot be read (${message}); check the path and its permissions.`);
  }
  if ('unchanged' in read)
    return [{ name, sessions: await unchangedFrom(read.unchanged, library), failure: null, problems: [] }];
  const { bytes, address } = read;
  if (bytes.length > largestFile)
    return failed(
      `is ${Math.round(bytes.length / 1024 / 1024)} MB; at most ${largestFile / 1024 / 1024} MB can be read. Split it.`,
    );
  const place = address ?? ('path' in record ? name : null);
  const files: IngestedFile[] = [];
  const kept = new Set<string>();
  for await (const text of textsIn(bytes)) {
    const file = await ingestText(text, { name, address, place }, into, onShare);
    for (const { id } of file.sessions) kept.add(id);
    files.push(file);
  }
  // Where nothing can be read now, what was read before stays.
  if (place !== null && kept.size > 0)
    for (const { id } of await library.known({ source: place })) if (!kept.has(id)) await library.remove(id);
  // Only what was read is not asked for again.
  if (read.version && kept.size > 0) await library.putFetched(read.version.at, read.version);
  return files;
}

function nameOf(record: Record): string {
  if ('path' in record) return record.path;
  return 'name' in record ? record.name : record.address;
}

type Read =
  | {
      bytes: Uint8Array;
      address: string | null;
      version: { at: string; source: string; etag: string | null; lastModified: string | null } | null;
    }
  | { unchanged: string };

async function readRecord(record: Record, { library, fetching }: Ingesting): Promise<Read> {
  if ('path' in record) return { bytes: await readFile(record.path), address: null, version: null };
  if ('bytes' in record) return { bytes: record.bytes, address: record.address ?? null, version: null };
  const { fetchRecord } = await import('./fetch-record.ts');
  const fetched = await fetchRecord(record.address, { ...fetching, known: (address) => library.fetched(address) });
  if (!fetched.isChanged) return { unchanged: (await library.fetched(fetched.at))!.source };
  const { bytes, address, at, version } = fetched;
  return { bytes, address, version: { at, source: address, ...version } };
}

async function unchangedFrom(source: string, library: LibraryWriter): Promise<IngestedFile['sessions']> {
  const ids = new Set((await library.known({ source })).map(({ id }) => id));
  return (await library.sessions())
    .filter(({ id }) => ids.has(id))
    .map((session) => ({ ...refOf(session), outcome: 'unchanged', turnCount: session.turnCount }));
}

async function ingestText(
  { entry, text, problems }: Text,
  from: { name: string; address: string | null; place: string | null },
  into: Ingesting,
  onShare: (share: number) => void,
): Promise<IngestedFile> {
  const within = (name: string) => (entry === null ? name : `${name}${inArchive}${entry}`);
  const file: IngestedFile = { name: within(from.name), sessions: [], failure: null, problems: [...problems] };
  // Formats bring their libraries with them, which a thread that only answers has no use for.
  const { parseRecord } = await import('./formats/recognise.ts');
  const named = entry?.split(inArchive).at(-1) ?? from.name;
  const parsed = parseRecord({
    name: path.basename(named),
    folder: path.basename(path.dirname(named)),
    text,
    address: from.address,
  });
  file.problems.push(...parsed.problems);
  const drafts = parsed.sessions.filter(
    (draft) => draft.turns.some((turn) => turn.text.trim() !== '') || draft.findings.length > 0,
  );
  if (drafts.length === 0) {
    const [first] = file.problems;
    return {
      ...file,
      failure: first ? first.message : 'holds no words that could be read as a record of a discussion.',
      problems: file.problems.slice(1),
    };
  }
  // Bytes without a place of their own, such as an upload, never stand for an earlier upload of the same name.
  const place = from.place === null ? null : within(from.place);
  const earlier =
    place === null ? [] : (await into.library.known({ source: place })).filter(({ source }) => source === place);
  for (const [index, draft] of drafts.entries()) {
    const { outcome, session, problems } = await putDraft(
      draft,
      within(from.place ?? from.name),
      drafts.length === 1 && earlier.length === 1 ? earlier[0]!.id : null,
      into,
    );
    file.problems.push(...problems.map((problem) => ({ line: null, message: `${session.id}: ${problem}` })));
    file.problems.push(...unnamedVoices(session));
    file.sessions.push({ ...refOf(session), outcome, turnCount: session.turns.length });
    onShare((index + 1) / drafts.length);
  }
  return file;
}

interface Put {
  outcome: 'added' | 'updated' | 'unchanged';
  session: Session;
  /** Of corrections that could not be kept. */
  problems: string[];
}

async function putDraft(
  draft: SessionDraft,
  source: string,
  formerId: string | null,
  { library, embedder }: Ingesting,
): Promise<Put> {
  const recordHash = hashOf(JSON.stringify({ ...draft, page: addressOf(draft) }));
  const [same] = await library.known({ recordHash });
  const kept = same && (draft.id === null || draft.id === same.id) ? await wholeRecord(same.id, library) : null;
  if (same && kept) {
    // What a page shows around the words is no part of the record, but links are made of it.
    if (same.source === source && draft.page?.shown && !isDeepStrictEqual(kept.page, draft.page)) {
      const { session } = applyCorrections(kept, await library.corrections(same.id, source));
      await library.put({ ...kept, page: draft.page }, recordHash, await derive(session, library.vectors, embedder));
    }
    // A file that was moved is the same record elsewhere; a copy of it is not.
    if (same.source !== source && isGone(same.source)) await library.move(same.id, source);
    return { outcome: 'unchanged', session: (await library.session(same.id))!, problems: [] };
  }
  const id = draft.id ?? formerId ?? (await freeId(draft, source, library));
  const record: Session = { ...draft, id, source };
  const formerSource = (await library.origin(id))?.source ?? null;
  // The corrections go with a session to another file, which `put` sees to.
  const { session, problems } = applyCorrections(record, await library.corrections(id, formerSource ?? source));
  await library.put(record, recordHash, await derive(session, library.vectors, embedder));
  return { outcome: formerSource === null ? 'added' : 'updated', session: (await library.session(id))!, problems };
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

/** As it is kept; null where it was damaged in the library, and is put in again. */
async function wholeRecord(id: string, library: LibraryWriter): Promise<Session | null> {
  try {
    return await library.record(id);
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

/** A readable id of the title and the day; a number is added when another record has it already. */
async function freeId({ title, date }: SessionDraft, source: string, library: LibraryWriter): Promise<string> {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['session'];
  let slug = words[0].slice(0, 60);
  for (const word of words.slice(1)) {
    if (slug.length + word.length >= 60) break;
    slug += `-${word}`;
  }
  if (date !== null) slug += `-${date}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    const holder = await library.origin(id);
    if (holder === null || holder.source === source) return id;
  }
}
