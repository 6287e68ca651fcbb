/**
 * Where the graph rests between two runs: `vectors-<hash>.hnsw`, and `vectors.json` that names it and says what is in
 * it. The JSON is replaced last and in one step, so that a crash at any moment leaves the old pair or the new.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { chmod, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { bytesOfOne, type Graph, type Held, readGraph, shape } from './graph.ts';

/** 2: its vectors are those of the index, rounded to bytes. 3: each is in it once, under its checksum. */
const version = 3;

interface Description {
  version: number;
  embedder: string;
  dimensions: number;
  space: string;
  m: number;
  efConstruction: number;
  /** Of `held`. */
  count: number;
  /** Name in the same folder. */
  file: string;
  sha256: string;
  /** Ids and the checksums of their vectors, each 32 bits with the low byte first, in base64. */
  held: string;
}

/** The vectors the graph must be of. */
export interface Kind {
  embedder: string;
  dimensions: number;
}

/** The graph as it was saved; where it cannot be used, why; neither where none was saved. */
export function loadGraph(folder: string, kind: Kind): { graph: Graph } | { rejected: string } | null {
  const described = path.join(folder, descriptionName);
  if (!existsSync(described)) return null;
  try {
    const description = descriptionOf(described, kind);
    const file = path.join(folder, path.basename(String(description.file)));
    if (sha256(file) !== description.sha256) return { rejected: `${file}: its bytes are not those that were written` };
    const graph = readGraph(file, kind.dimensions, heldFrom(String(description.held)));
    if (graph.count() !== description.count)
      return { rejected: `${described}: lists ${graph.count()} chunks, not ${String(description.count)}` };
    return { graph };
  } catch (error) {
    return { rejected: `${described}: ${(error as Error).message}` };
  }
}

/** Which saved graph is there: another one, another text; null where there is none. Cheap enough for every search. */
export function stampOf(folder: string): string | null {
  const found = statSync(path.join(folder, descriptionName), { throwIfNoEntry: false });
  return found ? `${found.ino}-${found.size}-${found.mtimeMs}` : null;
}

/** Ids that the saved graph holds, read without it; null where there is none of that kind. */
export function savedIds(folder: string, kind: Kind): ReadonlySet<number> | null {
  try {
    const ids = new Set<number>();
    const { held } = descriptionOf(path.join(folder, descriptionName), kind);
    for (const { id } of heldFrom(String(held))) ids.add(id);
    return ids;
  } catch {
    return null;
  }
}

/** Nothing may be added to the graph before this is done, and no other process may save one in the same folder meanwhile. */
export async function saveGraph(folder: string, kind: Kind, graph: Graph): Promise<void> {
  try {
    await writeBoth(folder, kind, graph);
  } catch (error) {
    // What is half written takes room where there may be none.
    await rm(path.join(folder, unfinishedName), { force: true });
    throw new Error(
      `Vector index in ${folder}: could not be written: ${(error as Error).message}. ` +
        'Answers are the same without it, but starting takes longer; make room or give leave to write there.',
      { cause: error },
    );
  }
}

export async function removeGraph(folder: string): Promise<void> {
  await removeAllBut(folder, []);
}

/** Throws where it cannot be read or is of a graph of another kind. */
function descriptionOf(described: string, kind: Kind): Record<string, unknown> {
  const description: Record<string, unknown> = JSON.parse(readFileSync(described, 'utf8'));
  for (const [name, expected] of Object.entries({ version, ...kind, ...shape })) {
    const found = description[name];
    if (found !== expected) throw new Error(`${name} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  }
  return description;
}

const descriptionName = 'vectors.json';
const unfinishedName = 'vectors.hnsw.tmp';

async function writeBoth(folder: string, kind: Kind, graph: Graph): Promise<void> {
  const unfinished = path.join(folder, unfinishedName);
  await graph.write(unfinished);
  // hnswlib says nothing when the disk is full. What is cut off its very end is noticed when it is read.
  const { size } = await stat(unfinished);
  const least = graph.vectors() * bytesOfOne(kind.dimensions);
  if (size < least) throw new Error(`only ${size} of at least ${least} bytes were written, as on a full disk`);
  // What is in it is for whoever runs the program alone.
  await chmod(unfinished, 0o600);
  await flush(unfinished);
  const hash = createHash('sha256');
  for await (const part of createReadStream(unfinished)) hash.update(part);
  const sum = hash.digest('hex');
  const file = `vectors-${sum.slice(0, 16)}.hnsw`;
  await rename(unfinished, path.join(folder, file));

  const description: Description = {
    version,
    ...kind,
    ...shape,
    count: graph.count(),
    file,
    sha256: sum,
    held: heldAsText(graph),
  };
  const unfinishedDescription = path.join(folder, `${descriptionName}.tmp`);
  const handle = await open(unfinishedDescription, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(description));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinishedDescription, path.join(folder, descriptionName));
  await flush(folder);
  await removeAllBut(folder, [file, descriptionName]);
}

async function removeAllBut(folder: string, kept: string[]): Promise<void> {
  const ours = (await readdir(folder)).filter((name) => /^vectors(-[0-9a-f]+)?\.(hnsw|json)(\.tmp)?$/.test(name));
  // The description goes first: it must never name a file that is gone.
  ours.sort((a, b) => Number(b === descriptionName) - Number(a === descriptionName));
  for (const name of ours) if (!kept.includes(name)) await rm(path.join(folder, name), { force: true });
}

/** Of a file or folder: after this, a power cut does not undo it. */
async function flush(name: string): Promise<void> {
  const handle = await open(name, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function sha256(file: string): string {
  const hash = createHash('sha256');
  const part = Buffer.alloc(1 << 20);
  const descriptor = openSync(file, 'r');
  try {
    for (let size = readSync(descriptor, part); size > 0; size = readSync(descriptor, part))
      hash.update(part.subarray(0, size));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

function heldAsText(graph: Graph): string {
  const bytes = Buffer.alloc(graph.count() * 8);
  let at = 0;
  for (const { id, checksum } of graph.held()) {
    bytes.writeUInt32LE(id, at);
    bytes.writeUInt32LE(checksum, at + 4);
    at += 8;
  }
  return bytes.toString('base64');
}

function* heldFrom(text: string): Iterable<Held> {
  const bytes = Buffer.from(text, 'base64');
  for (let at = 0; at + 8 <= bytes.length; at += 8)
    yield { id: bytes.readUInt32LE(at), checksum: bytes.readUInt32LE(at + 4) };
}
