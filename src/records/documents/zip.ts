/**
 * Zip archives (APPNOTE.TXT, PKWARE), read so that none can do harm: what it says of itself is checked before anything
 * is unpacked, and what comes out of it while it is. Names of entries are names and never places on this machine.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** As in the archive, `/` between folders. */
  name: string;
  /** Bytes that it says it unpacks to. */
  size: number;
  /** Unpacks it. Throws a `DocumentError` where that gives anything but what the archive says. */
  read(): Uint8Array;
}

/** Something about a document that whoever sent it must mend; the message says what and how. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

/** Two hours of talk are 100 kB of text; no archive of records comes near these. */
export const zipLimits = { entries: 10_000, bytes: 1024 * 1024 * 1024 };
/** What unpacks to more than `ratioFrom` bytes and so many times its size is no text. */
const mostRatio = 200;
const ratioFrom = 16 * 1024 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6]);
}

/** What is in the archive, folders left out. Throws a `DocumentError` for one that is damaged, or too large to be what it should be. */
export function readZip(bytes: Uint8Array, limits: { entries: number; bytes: number } = zipLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = directoryOf(view);
  if (found.count > limits.entries)
    throw new DocumentError(
      `it holds ${found.count} files, and at most ${limits.entries} are read; make several archives of it`,
    );
  const entries: ZipEntry[] = [];
  let packed = 0;
  let unpacked = 0;
  let at = found.start;
  for (let n = 0; n < found.count; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      throw damaged('its list of files ends early');
    const header: Header = {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      place: view.getUint32(at + 42, true),
    };
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith('/')) continue;
    packed += header.packed;
    unpacked += header.size;
    // Entries that share their bytes are how a small archive unpacks to a mountain.
    if (packed > bytes.length)
      throw new DocumentError('its files overlap, which only an archive made to do harm has; it is not unpacked');
    entries.push({ name, size: header.size, read: () => read(bytes, view, header) });
  }
  if (unpacked > limits.bytes)
    throw new DocumentError(
      `it would unpack to ${megabytes(unpacked)}, and at most ${megabytes(limits.bytes)} are read; make several archives of it`,
    );
  if (unpacked > ratioFrom && unpacked > bytes.length * mostRatio) {
    throw new DocumentError(
      `it would unpack to ${Math.round(unpacked / bytes.length)} times its size, which no record does; unpack it yourself if you trust it`,
    );
  }
  return entries;
}

interface Header {
  encrypted: boolean;
  method: number;
  checksum: number;
  packed: number;
  size: number;
  place: number;
}

function read(
  bytes: Uint8Array,
  view: DataView,
  { encrypted, method, checksum, packed, size, place }: Header,
): Uint8Array {
  if (encrypted) throw new DocumentError('it is encrypted; unpack it with its password and give what was in it');
  if (method !== 0 && method !== 8)
    throw new DocumentError('it is packed in a way that is not known here; pack it again as a plain zip');
  if (place + 30 > bytes.length || view.getUint32(place, true) !== 0x04034b50)
    throw damaged('a file is not where its list says');
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  const body = bytes.subarray(start, start + packed);
  let data: Uint8Array;
  try {
    // What says it is small and is not is stopped at the size it says.
    data = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw damaged(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? 'a file in it is larger than it says'
        : (error as Error).message,
    );
  }
  if (data.length !== size || crc32(data) !== checksum) throw damaged('a file in it does not match its checksum');
  return data;
}

function directoryOf(view: DataView): { start: number; count: number } {
  // The end record stands last, before a comment of at most 65,535 bytes.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count === 0xffff || start === 0xffffffff) return largeDirectoryOf(view, at);
    return { start, count };
  }
  throw damaged('its list of files is missing, as when a download broke off');
}

/** Zip64, which some programs write for small archives too. */
function largeDirectoryOf(view: DataView, end: number): { start: number; count: number } {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
    const at = Number(view.getBigUint64(locator + 8, true));
    if (at + 56 <= view.byteLength && view.getUint32(at, true) === 0x06064b50) {
      return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
    }
  }
  throw damaged('its list of files is broken');
}

function damaged(why: string): DocumentError {
  return new DocumentError(`it is damaged (${why}); make or fetch it again`);
}

/** UTF-8 where it can be, as nearly all programs write now. */
function nameOf(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    name = Buffer.from(bytes).toString('latin1');
  }
  return name.replaceAll('\\', '/').replace(/[\0-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}

/** `64 MB`, `1.5 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 102.4) / 10} MB`;
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
