/** What is read of a record: its texts one after another, and the sessions of each. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { RecordLimits } from '../../rapporteur.ts';
import { inArchive, type Problem } from '../../session.ts';
import type { DocumentComment } from '../documents/paragraph.ts';
import type { ReadDocument } from '../documents/paragraphs.ts';
import { type Following, textsIn } from '../documents/texts.ts';
import { zipLimits } from '../documents/zip.ts';
import type { SessionDraft } from '../formats/format.ts';

/** A record as it is read: where it lies or its bytes, and what it may cost. */
export type Readable = ({ path: string } | { bytes: Uint8Array }) & {
  /** As shown to people: a path, an address, the name of an upload. */
  name: string;
  address: string | null;
  /** How the server that sent it says that it is written; the bytes may tell otherwise. */
  charset?: string | null | undefined;
  /** Of one that a stranger brings. */
  limits?: RecordLimits | undefined;
  /** It is no record, and read paragraph by paragraph; with comments for its margin where it is to be written again. */
  asDocument?: { comments: DocumentComment[] | null };
};

/** First a text, then each of the sessions that it says follow. */
export type Part =
  | {
      /** The file's name inside an archive; null where the record is none. */
      entry: string | null;
      sessions: number;
      /** Where no session follows, the first says why. */
      problems: Problem[];
      /** Of what is read as a document; then no session follows. */
      document?: ReadDocument;
    }
  | { draft: SessionDraft };

export interface RecordReader {
  /** Never throws on content: what cannot be read is a text without sessions. */
  read(record: Readable): AsyncGenerator<Part>;
  close(): Promise<void>;
}

/** Reads in this thread, with nothing to stop what takes too long: for tests. */
export const readerHere: RecordReader = { read: (record) => partsOf(record), close: async () => {} };

/** A document that is no record, paragraph by paragraph. Never throws on content. */
export async function documentFrom(
  reader: Pick<RecordReader, 'read'>,
  record: Readable,
  comments: DocumentComment[] | null = null,
): Promise<ReadDocument> {
  const problems: Problem[] = [];
  for await (const part of reader.read({ ...record, asDocument: { comments } })) {
    if ('draft' in part) continue;
    if (part.document) return part.document;
    problems.push(...part.problems);
  }
  return { paragraphs: [], problems, commented: null };
}

export async function* partsOf(record: Readable, following?: Following): AsyncGenerator<Part> {
  let bytes: Uint8Array;
  try {
    bytes = await bytesOf(record);
  } catch (error) {
    const why = error instanceof NotTaken ? error.message : cannotBeRead((error as Error).message);
    yield { entry: null, sessions: 0, problems: [{ line: null, message: why }] };
    return;
  }
  if (record.asDocument) {
    const { readDocument } = await import('../documents/paragraphs.ts');
    const document = await readDocument(bytes, { name: record.name, ...record.asDocument });
    yield { entry: null, sessions: 0, problems: document.problems, document };
    return;
  }
  const limits = { ...zipLimits, bytes: record.limits?.unpackedBytes ?? zipLimits.bytes };
  // Formats bring their libraries with them, which a thread that only answers has no use for.
  const { parseRecord } = await import('../formats/recognise.ts');
  for await (const { entry, text, problems, pages } of textsIn(bytes, limits, following, record.charset)) {
    // Why there is no text says more than that it is empty.
    if (text === '' && problems.length > 0) {
      yield { entry, sessions: 0, problems };
      continue;
    }
    const named = entry?.split(inArchive).at(-1) ?? record.name;
    const parsed = parseRecord({
      name: path.basename(named),
      folder: path.basename(path.dirname(named)),
      text,
      address: record.address,
      ...(pages && { pages }),
    });
    const drafts = parsed.sessions.filter(
      (draft) => draft.turns.some((turn) => turn.text.trim() !== '') || draft.findings.length > 0,
    );
    const told = [...drafts.filter(isTooLong).map(tooLong), ...problems, ...parsed.problems];
    const nothing = { line: null, message: 'holds no words that could be read as a record of a discussion.' };
    const short = drafts.filter((draft) => !isTooLong(draft));
    yield { entry, sessions: short.length, problems: short.length === 0 && told.length === 0 ? [nothing] : told };
    for (const draft of short) yield { draft };
  }
}

/** Three hundred hours of talk. What is made of a session takes many times its room while it is put in. */
const longestSession = 15_000_000;

function isTooLong({ turns, speakers, findings }: SessionDraft): boolean {
  const words = turns.reduce((sum, { text }) => sum + text.length + 20, 0);
  return words + findings.reduce((sum, { text }) => sum + text.length, 0) + speakers.length * 50 > longestSession;
}

function tooLong({ title }: SessionDraft): Problem {
  return {
    line: null,
    message: `“${title.slice(0, 80)}” is longer than ${longestSession / 1e6} million characters, which is too much for one session; split it.`,
  };
}

/** A file of this size holds some thousand hours of talk; a larger one is another kind of file. */
const largestFile = 256 * 1024 * 1024;

async function bytesOf(record: Readable): Promise<Uint8Array> {
  const found = 'bytes' in record ? null : await stat(record.path);
  // A device may have no end, and a pipe nobody who writes to it.
  if (found !== null && !found.isFile())
    throw new NotTaken('is no file; give what is in it on standard input, as with "ingest -".');
  const size = 'bytes' in record ? record.bytes.length : found!.size;
  if (size <= largestFile) return 'bytes' in record ? record.bytes : readFile(record.path);
  const [is, most] = [size, largestFile].map((bytes) => Math.round(bytes / 1024 / 1024));
  throw new NotTaken(`is ${is} MB; at most ${most} MB can be read. Split it.`);
}

class NotTaken extends Error {}

function cannotBeRead(why: string): string {
  return `cannot be read (${why}); check the path and its permissions.`;
}
