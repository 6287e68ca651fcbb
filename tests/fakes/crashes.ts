/** Kills writers of a library at random moments, and looks after each at what is there. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { openInFolder } from '../fixtures/library.ts';
import { hearing, markOf } from '../fixtures/hearings.ts';
import { seeded } from './stored-vectors.ts';
import { startWriter } from './start-writer.ts';
import { deriveWords } from '../../src/library/derive.ts';

const embedder = builtInEmbedder();

/** What a writer has told it put in: hearing to version. */
export type Known = Map<number, number>;

/** Kills `kills` writers of the library in `folder`, one after the other, each of which goes on where the last was. */
export async function crash({
  folder,
  kills,
  seed,
  count = 100,
}: {
  folder: string;
  kills: number;
  seed: number;
  count?: number;
}): Promise<{ puts: number; caughtOpening: number }> {
  const random = seeded(seed);
  const known: Known = new Map();
  let next = { number: 0, version: 1 };
  let [puts, caughtOpening] = [0, 0];
  const longestMs = await timeOf(folder, count);
  for (let kill = 0; kill < kills; kill += 1) {
    const writer = startWriter({ work: 'ingest', folder, count, from: next });
    await writer.told('opening');
    await sleep(random() * longestMs);
    writer.kill();
    expect((await writer.ended).signal).toBe('SIGKILL');
    if (!writer.lines.includes('ready')) caughtOpening += 1;
    const touched = new Set([next.number]);
    for (const [, number, version] of writer.lines.flatMap((line) =>
      [/^put (\d+) (\d+)$/u.exec(line) ?? []].filter(({ length }) => length > 0),
    )) {
      known.set(Number(number), Number(version));
      touched.add(Number(number));
      next =
        Number(number) + 1 === count
          ? { number: 0, version: Number(version) + 1 }
          : { number: Number(number) + 1, version: Number(version) };
      puts += 1;
    }
    touched.add(next.number);
    await checkWhole(folder, known, next, touched);
  }
  await checkWhole(folder, known, next);
  return { puts, caughtOpening };
}

/** How long a writer takes here, on this machine as busy as it is, to open a library and put in some hearings. */
async function timeOf(folder: string, count: number): Promise<number> {
  const writer = startWriter({ work: 'ingest', folder: `${folder}/trial`, count, from: { number: 0, version: 1 } });
  await writer.told('opening');
  const began = performance.now();
  await writer.told(`put ${Math.min(count, 14) - 1} 1`);
  const ms = performance.now() - began;
  writer.kill();
  await writer.ended;
  removeAll(`${folder}/trial`);
  return ms;
}

/**
 * Every hearing that was told to be in is, in that version or, where it is the one being written, the next; whole, with
 * all that is derived from it; and there is nothing else. What is derived is looked at only of those `touched`, where given.
 */
export async function checkWhole(
  folder: string,
  known: Known,
  writing: { number: number; version: number } | null,
  touched?: Set<number>,
): Promise<void> {
  const library = openInFolder(folder, embedder.id, {
    openVectorIndex: (of, kind, vectors) => openVectorIndex(of, kind, vectors, { scanLimit: 10 }),
  });
  expect(await library.damage()).toEqual([]);
  const expected = new Map<string, number>();
  for (const { id } of await library.sessions()) {
    const session = (await library.session(id))!;
    const { number, version } = markOf(session.turns[0]!.text);
    const isWriting = number === writing?.number && version === writing.version;
    if (!isWriting) expect({ id, version }).toEqual({ id, version: known.get(number) });
    const { turns } = hearing(number, version);
    expect(session.turns).toEqual(
      turns.map(({ speaker, text, start }) => ({ speaker, text, times: [{ offset: 0, seconds: start }] })),
    );
    if (touched && !touched.has(number)) continue;
    const derived = deriveWords(session, embedder);
    expect(await library.sentences(id)).toEqual(derived.sentences);
    const beginnings = derived.chunks.map(({ hash }) => hash.slice(0, 32));
    expect((await library.chunks(id)).map(({ hash }) => hash)).toEqual(beginnings);
    for (const chunk of await library.chunks(id)) expected.set(chunk.hash, chunk.id);
    // Of both versions only one is found.
    expect(
      (await library.searchWords([`${number * 7 + version}`], 1000)).filter((hit) => hit.session === id),
    ).toHaveLength(1);
  }
  const there = new Set((await library.sessions()).map(({ id }) => id));
  for (const number of known.keys()) expect(there).toContain(`hearing-${number}`);
  expect(there.size - known.size).toBeLessThanOrEqual(1);
  // Their index too: whole, and every vector found by itself.
  expect(await library.vectorDamage({ index: true })).toEqual([]);
  for (const [hash, id] of expected) {
    if (id % 10 !== 0) continue;
    const [nearest] = await library.searchVectors((await library.vector(hash))!, 1);
    expect(nearest).toMatchObject({ id });
  }
  await library.close();
}

export function removeAll(...folders: string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
