/** Records to library: read, split, embed what is new, put; each session whole or not at all. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Embedder } from '../embeddings/embedder.ts';
import { refOf } from './answering/quote.ts';
import { splitIntoChunks } from './chunk.ts';
import { textsIn, type Text } from './documents/texts.ts';
import type { SessionDraft } from './formats/format.ts';
import { parseRecord } from './formats/recognise.ts';
import { inArchive, type Derived, type Library } from './library.ts';
import { peopleIn } from './people.ts';
import type { IngestedFile, IngestProgress, Record } from './rapporteur.ts';
import { termsOf } from './retrieval/terms.ts';
import { splitIntoSentences } from './sentences.ts';
import type { Session } from './session.ts';

/** A file of this size holds some thousand hours of talk; a larger one is another kind of file. */
const largestFile = 512 * 1024 * 1024;
/** Texts given to the embedder at a time. */
const batchSize = 64;

/** Puts what records hold into the library. Nothing that is wrong with one record keeps the others out. */
export async function ingest(records: Record[], library: Library, embedder: Embedder, onProgress: (progress: IngestProgress) => void = () => {}): Promise<IngestedFile[]> {
  const files: IngestedFile[] = [];
  for (const [done, record] of records.entries()) {
    const name = 'path' in record ? record.path : record.name;
    onProgress({ done, total: records.length, name });
    files.push(...await ingestOne(record, name, library, embedder, (share) => onProgress({ done: done + share, total: records.length, name })));
  }
  onProgress({ done: records.length, total: records.length, name: '' });
  return files;
}

/** What the search needs of a session, with the vectors that the library does not have yet. */
export async function derive(session: Session, library: Library, embedder: Embedder): Promise<Derived> {
  const sentences = session.turns.map((turn) => splitIntoSentences(turn));
  const chunks = splitIntoChunks(session, sentences).map((chunk) => ({ ...chunk, terms: termsOf(chunk.text), hash: hashOf(`${embedder.id}\n${chunk.text}`) }));
  const vectors = new Map<string, Float32Array>();
  const fresh = chunks.filter(({ hash }) => {
    const known = vectors.get(hash) ?? library.vector(hash);
    if (known) vectors.set(hash, known);
    return !known;
  });
  for (let at = 0; at < fresh.length; at += batchSize) {
    const batch = fresh.slice(at, at + batchSize);
    const made = await embedder.model.embedDocuments(batch.map(({ text }) => text));
    batch.forEach(({ hash }, index) => vectors.set(hash, Float32Array.from(made[index]!)));
  }
  return { sentences, chunks: chunks.map((chunk) => ({ ...chunk, vector: vectors.get(chunk.hash)! })), people: peopleIn(session) };
}

/** Derives everything anew from the sessions, with the embedder that is now set. */
export async function rebuild(library: Library, embedder: Embedder, onProgress: (progress: IngestProgress) => void = () => {}): Promise<void> {
  const ids = library.sessions().map(({ id }) => id);
  library.beginRebuild();
  for (const [done, id] of ids.entries()) {
    onProgress({ done, total: ids.length, name: id });
    const session = library.session(id);
    if (session) library.put(session, library.recordHash(id)!, await derive(session, library, embedder));
  }
  library.endRebuild(embedder.id);
  onProgress({ done: ids.length, total: ids.length, name: '' });
}

/** An archive gives a file for each that is in it. */
async function ingestOne(record: Record, name: string, library: Library, embedder: Embedder, onShare: (share: number) => void): Promise<IngestedFile[]> {
  const failed = (failure: string): IngestedFile[] => [{ name, sessions: [], failure, problems: [] }];
  let bytes: Uint8Array;
  try {
    bytes = 'path' in record ? await readFile(record.path) : record.bytes;
  } catch (error) {
    return failed(`cannot be read (${(error as Error).message}); check the path and its permissions.`);
  }
  if (bytes.length > largestFile) return failed(`is ${Math.round(bytes.length / 1024 / 1024)} MB; at most ${largestFile / 1024 / 1024} MB can be read. Split it.`);
  const address = 'path' in record ? null : record.address ?? null;
  const place = address ?? ('path' in record ? name : null);
  const files: IngestedFile[] = [];
  const kept = new Set<string>();
  for await (const text of textsIn(bytes)) {
    const file = await ingestText(text, { name, address, place }, library, embedder, onShare);
    for (const { id } of file.sessions) kept.add(id);
    files.push(file);
  }
  // Where nothing can be read now, what was read before stays.
  if (place !== null && kept.size > 0) for (const { id } of library.known({ source: place })) if (!kept.has(id)) library.remove(id);
  return files;
}

async function ingestText({ entry, text, problems }: Text, from: { name: string; address: string | null; place: string | null }, library: Library, embedder: Embedder, onShare: (share: number) => void): Promise<IngestedFile> {
  const within = (name: string) => (entry === null ? name : `${name}${inArchive}${entry}`);
  const file: IngestedFile = { name: within(from.name), sessions: [], failure: null, problems: [...problems] };
  const parsed = parseRecord({ name: path.basename(entry?.split(inArchive).at(-1) ?? from.name), text, address: from.address });
  file.problems.push(...parsed.problems);
  const drafts = parsed.sessions.filter((draft) => draft.turns.some((turn) => turn.text.trim() !== '') || draft.findings.length > 0);
  if (drafts.length === 0) {
    const [first] = file.problems;
    return { ...file, failure: first ? first.message : 'holds no words that could be read as a record of a discussion.', problems: file.problems.slice(1) };
  }
  // Bytes without a place of their own, such as an upload, never stand for an earlier upload of the same name.
  const earlier = from.place === null ? [] : library.known({ source: within(from.place) }).filter(({ source }) => source === within(from.place!));
  for (const [index, draft] of drafts.entries()) {
    const { outcome, session } = await putDraft(draft, within(from.place ?? from.name), drafts.length === 1 && earlier.length === 1 ? earlier[0]!.id : null, library, embedder);
    file.sessions.push({ ...refOf(session), outcome, turnCount: session.turns.length });
    onShare((index + 1) / drafts.length);
  }
  return file;
}

async function putDraft(draft: SessionDraft, source: string, formerId: string | null, library: Library, embedder: Embedder): Promise<{ outcome: 'added' | 'updated' | 'unchanged'; session: Session }> {
  const recordHash = hashOf(JSON.stringify(draft));
  const [same] = library.known({ recordHash });
  if (same && (draft.id === null || draft.id === same.id)) return { outcome: 'unchanged', session: { ...draft, id: same.id, source } };
  const id = draft.id ?? formerId ?? freeId(draft, source, library);
  const session: Session = { ...draft, id, source };
  const known = library.session(id) !== null;
  library.put(session, recordHash, await derive(session, library, embedder));
  return { outcome: known ? 'updated' : 'added', session };
}

/** A readable id of the title and the day; a number is added when another record has it already. */
function freeId({ title, date }: SessionDraft, source: string, library: Library): string {
  const words = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['session'];
  let slug = words[0].slice(0, 60);
  for (const word of words.slice(1)) {
    if (slug.length + word.length >= 60) break;
    slug += `-${word}`;
  }
  if (date !== null) slug += `-${date}`;
  let id = slug;
  for (let number = 2; library.source(id) !== null && library.source(id) !== source; number += 1) id = `${slug}-${number}`;
  return id;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
