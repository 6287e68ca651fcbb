/** Kills a process at random moments of one kind of work on a library, and looks after each at what is there. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { deriveWords } from '../../src/library/derive.ts';
import { hearing, markOf } from '../fixtures/hearings.ts';
import { openInFolder } from '../fixtures/library.ts';
import type { Task } from './library-writer.ts';
import { seeded } from './stored-vectors.ts';
import { startWriter } from './start-writer.ts';

export type Work = 'ingest' | 'rebuild' | 'correct' | 'index';

export interface Killed {
  kills: number;
  /** Of these, while the work was being done; the others as the library was being opened. */
  atWork: number;
  /** What writers told as done for good, which is all there after every kill. */
  told: number;
  /** Writers that had ended before they could be killed. */
  ended: number;
}

const embedder = builtInEmbedder();

/** Rejects with what was lost. The library of `count` hearings in `folder` is made first. */
export async function killAt(work: Work, { folder = '', kills = 0, seed = 1, count = 24 }): Promise<Killed> {
  const random = seeded(seed);
  const known = new Map<number, number>();
  const corrected = new Map<number, number>();
  const killed: Killed = { kills: 0, atWork: 0, told: 0, ended: 0 };
  const run = (task: Omit<Task, 'folder' | 'count'>) => startWriter({ ...task, folder, count });
  // The first fills it, and shows how long the work takes here.
  const first = run({ work: 'index', from: { number: 0, version: 1 } });
  await first.ended;
  for (let number = 0; number < count; number += 1) known.set(number, 1);
  let longestMs = 400;
  if (work === 'rebuild' || work === 'index') {
    const trial = run(work === 'index' ? { work, from: { number: 0, version: 1 } } : { work });
    await trial.told('opening');
    const began = performance.now();
    await trial.ended;
    longestMs = performance.now() - began;
  }
  let next = { number: 0, version: 2 };
  while (killed.kills < kills) {
    const writer = run(work === 'rebuild' ? { work } : { work, from: next });
    await writer.told('opening');
    await sleep(random() * longestMs);
    writer.kill();
    const { signal } = await writer.ended;
    if (signal !== 'SIGKILL') killed.ended += 1;
    else killed.kills += 1;
    if (signal === 'SIGKILL' && writer.lines.includes('ready')) killed.atWork += 1;
    const writing = new Set([next.number]);
    for (const line of writer.lines) {
      const [, what, number, version] = /^(put|corrected) (\d+) (\d+)$/u.exec(line) ?? [];
      if (what === undefined) continue;
      (what === 'put' ? known : corrected).set(Number(number), Number(version));
      killed.told += 1;
      const isLast = Number(number) + 1 === count;
      next = { number: isLast ? 0 : Number(number) + 1, version: Number(version) + (isLast ? 1 : 0) };
      writing.add(next.number);
    }
    // Each saving of the index is of other words than the last.
    if (work === 'index') for (let number = 0; number < count; number += 1) writing.add(number);
    await look(folder, { known, corrected, writing, version: next.version });
    if (work === 'index') next = { number: 0, version: next.version + (next.number === 0 ? 0 : 1) };
  }
  return killed;
}

interface Expected {
  known: Map<number, number>;
  corrected: Map<number, number>;
  /** Hearings that may already be in the version being written. */
  writing: Set<number>;
  version: number;
}

async function look(folder: string, { known, corrected, writing, version }: Expected): Promise<void> {
  const library = openInFolder(folder, embedder.id, {
    openVectorIndex: (of, kind, vectors) => openVectorIndex(of, kind, vectors, { scanLimit: 10 }),
  });
  try {
    assert.deepEqual(await library.damage(), []);
    assert.deepEqual(await library.vectorDamage({ index: true }), []);
    const there = new Set((await library.sessions()).map(({ id }) => id));
    assert.equal(there.size, known.size);
    for (const [number, last] of known) {
      const session = (await library.session(`hearing-${number}`))!;
      const mark = markOf(session.turns[0]!.text);
      assert.equal(mark.number, number);
      if (!writing.has(number) || corrected.size > 0) assert.equal(mark.version, last);
      else
        assert.ok(
          mark.version >= last && mark.version <= version + 1,
          `hearing ${number}: ${mark.version}, not ${last}`,
        );
      known.set(number, mark.version);
      assert.deepEqual(
        session.turns.map(({ text }) => text),
        hearing(number, mark.version).turns.map(({ text }) => text),
      );
      const named = /^Speaker (\d+)$/u.exec(session.turns[0]!.speaker ?? '')?.[1];
      const least = corrected.get(number);
      if (least !== undefined)
        assert.ok(Number(named) === least || (writing.has(number) && Number(named) === least + 1));
      if (named !== undefined) corrected.set(number, Number(named));
      const derived = deriveWords(session, embedder);
      assert.deepEqual(await library.sentences(session.id), derived.sentences);
      assert.deepEqual(
        (await library.chunks(session.id)).map(({ hash }) => hash),
        derived.chunks.map(({ hash }) => hash.slice(0, 32)),
      );
    }
  } finally {
    await library.close();
  }
}
