/**
 * The write-ahead log of a database (https://sqlite.org/fileformat2.html#the_write_ahead_log). SQLite reads it up to the
 * first frame that is damaged and says nothing of what comes after, so that is looked for before SQLite sees it.
 */
import { closeSync, copyFileSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';

export interface LogDamage {
  /** Changes that were written for good and cannot be read any more; null where that cannot be told. */
  changes: number | null;
}

/** Another process may be writing it right now, so what looks damaged is looked at again. */
export function logDamage(database: string): LogDamage | null {
  for (let look = 0; ; look += 1) {
    const damage = damageIn(`${database}-wal`);
    if (damage === null || look === looks) return damage;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
}

const looks = 2;
/** A larger one, as an import of years leaves behind that was killed, would hold up the start. */
const largestAtStart = 64 * 1024 * 1024;

/** Keeps a damaged log, which SQLite is about to write over, so that later checks tell of it. */
export function keepDamagedLog(database: string): LogDamage | null {
  if ((statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > largestAtStart) return null;
  const damage = logDamage(database);
  if (damage !== null && !existsSync(keptName(database))) copyFileSync(`${database}-wal`, keptName(database));
  return damage;
}

/** A log that was kept: where it lies, since when, and what was lost with it. */
export function keptLog(database: string): (LogDamage & { file: string; since: Date }) | null {
  const file = keptName(database);
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? { file, since: found.mtime, ...(damageIn(file) ?? { changes: null }) } : null;
}

export function forgetKeptLog(database: string): void {
  rmSync(keptName(database), { force: true });
}

function keptName(database: string): string {
  return `${database}-wal.damaged`;
}

function damageIn(file: string): LogDamage | null {
  let log: number;
  try {
    log = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    return damageOfOpen(log);
  } finally {
    closeSync(log);
  }
}

function damageOfOpen(log: number): LogDamage | null {
  const header = Buffer.alloc(headerSize);
  if (readSync(log, header, 0, headerSize, 0) < headerSize) return null;
  const magic = header.readUInt32BE(0);
  const pageSize = header.readUInt32BE(8);
  const isHeader = (magic & ~1) >>> 0 === 0x377f0682 && pageSize >= 512 && pageSize <= 65_536;
  // The order of the bytes that are summed.
  const littleEndian = (magic & 1) === 0;
  let sum: Sum = isHeader ? summed(header, 0, 24, [0, 0], littleEndian) : [0, 0];
  if (!isHeader || sum[0] !== header.readUInt32BE(24) || sum[1] !== header.readUInt32BE(28)) return { changes: null };
  const frame = Buffer.alloc(frameHeaderSize + pageSize);
  let isWhole = true;
  let changes = 0;
  for (let at = headerSize; readSync(log, frame, 0, frame.length, at) === frame.length; at += frame.length) {
    // Frames of an earlier round of the log lie behind those of this one.
    const isOfThis = header.compare(frame, 8, 16, 16, 24) === 0;
    if (isWhole) {
      sum = summed(frame, frameHeaderSize, pageSize, summed(frame, 0, 8, sum, littleEndian), littleEndian);
      isWhole = isOfThis && sum[0] === frame.readUInt32BE(16) && sum[1] === frame.readUInt32BE(20);
      if (isWhole) continue;
    }
    // The last frame of a change says how large the database then is.
    if (isOfThis && frame.readUInt32BE(4) > 0) changes += 1;
  }
  return changes > 0 ? { changes } : null;
}

const headerSize = 32;
const frameHeaderSize = 24;

type Sum = [number, number];

function summed(log: Buffer, from: number, length: number, [first, second]: Sum, littleEndian: boolean): Sum {
  let [one, two] = [first, second];
  for (let at = from; at < from + length; at += 8) {
    const [a, b] = littleEndian
      ? [log.readUInt32LE(at), log.readUInt32LE(at + 4)]
      : [log.readUInt32BE(at), log.readUInt32BE(at + 4)];
    one = (one + a + two) >>> 0;
    two = (two + b + one) >>> 0;
  }
  return [one, two];
}
