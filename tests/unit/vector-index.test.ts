import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { rowsInMemory } from '../../embeddings/rows.ts';
import { openVectorIndex, type VectorIndex } from '../../embeddings/vector-index.ts';
import { clusteredVectors, type FakeStore, fakeStore, seeded } from '../fakes/stored-vectors.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const dimensions = 32;
const kind = { embedder: 'test/1', dimensions };
/** Small, so that few vectors make a graph. */
const scanLimit = 100;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** Opened and read. */
function open(store: FakeStore, of = kind): VectorIndex {
  const index = openVectorIndex(folder, of, store, { scanLimit });
  index.state();
  return index;
}

async function saved(store: FakeStore): Promise<VectorIndex> {
  const index = open(store);
  await index.save();
  return index;
}

/** What the answer must be: computed from the store in the plainest way, in double precision. */
function exact(
  store: FakeStore,
  vector: Float32Array,
  k: number,
  allowed: (id: number) => boolean = () => true,
): number[] {
  return store
    .ids()
    .filter(allowed)
    .map((id) => ({ id, similarity: dot(vector, store.get(id)) / Math.sqrt(dot(store.get(id), store.get(id))) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, k)
    .map(({ id }) => id);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += a[n]! * b[n]!;
  return sum;
}

/** Share of the true neighbours found, over `questions`. */
function recall(
  index: VectorIndex,
  store: FakeStore,
  {
    k = 10,
    allowed,
    isAllowed = () => true,
  }: {
    k?: number;
    allowed?: ReadonlySet<number> | Uint8Array;
    isAllowed?: (id: number) => boolean;
  } = {},
): number {
  let found = 0;
  let all = 0;
  const there = new Set(store.ids());
  for (const question of questions) {
    const truth = new Set(exact(store, question, k, isAllowed));
    const got = index.search(question, k, allowed);
    expect(got).toHaveLength(truth.size);
    expect(got.every(({ id }) => isAllowed(id) && there.has(id))).toBe(true);
    found += got.filter(({ id }) => truth.has(id)).length;
    all += truth.size;
  }
  return all === 0 ? 1 : found / all;
}

/** Of whole numbers to 127, which the index holds as they are. */
const inBytes = (vector: Float32Array) => {
  const greatest = Math.max(...vector.map(Math.abs));
  return vector.map((value) => Math.round((value / greatest) * 127));
};
const many = clusteredVectors(1_200, dimensions).map(inBytes);
const questions = clusteredVectors(20, dimensions, { seed: 2 }).map(inBytes);
const some = (count: number) => fakeStore(many.slice(0, count));

describe('few vectors: an exact search', () => {
  it('finds the nearest, best first, with their cosine', () => {
    const store = some(50);
    const index = open(store);
    for (const question of questions)
      expect(index.search(question, 5).map(({ id }) => id)).toEqual(exact(store, question, 5));
    const [nearest] = index.search(
      store.get(7).map((value) => value * 3),
      1,
    );
    expect(nearest!.id).toBe(7);
    expect(nearest!.similarity).toBeCloseTo(1, 6);
  });

  it('holds a byte a number: of any vectors it finds nearly the same', () => {
    const wide = { embedder: 'test/1', dimensions: 384 };
    const store = fakeStore(clusteredVectors(1_000, wide.dimensions, { seed: 3 }));
    const index = openVectorIndex(folder, wide, store);
    let found = 0;
    for (const question of clusteredVectors(20, wide.dimensions, { seed: 4 })) {
      const near = index.search(question, 10);
      const truth = new Set(exact(store, question, 10));
      found += near.filter(({ id }) => truth.has(id)).length;
      for (const { id, similarity } of near) {
        const vector = store.get(id);
        expect(similarity).toBeCloseTo(
          dot(question, vector) / Math.sqrt(dot(question, question) * dot(vector, vector)),
          2,
        );
      }
    }
    expect(found / 200).toBeGreaterThan(0.97);
  });

  it('makes no file', async () => {
    const index = await saved(some(scanLimit));
    expect(index.state()).toEqual({ size: scanLimit, inGraph: 0, dead: 0, rejected: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is read for none to be saved', async () => {
    const store = some(scanLimit);
    await openVectorIndex(folder, kind, store, { scanLimit }).save();
    expect(store.readings).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('finds nothing in an empty store', () => expect(open(fakeStore()).search(questions[0]!, 5)).toEqual([]));
  it('finds all where fewer are there than asked for', () =>
    expect(open(some(3)).search(questions[0]!, 10)).toHaveLength(3));
  it('finds none where none is asked for', () => expect(open(some(3)).search(questions[0]!, 0)).toEqual([]));

  it('orders equals by id', () => {
    const vector = many[0]!;
    expect(
      open(fakeStore([vector, vector, vector]))
        .search(vector, 2)
        .map(({ id }) => id),
    ).toEqual([0, 1]);
  });

  it('keeps to the allowed ones, as a set or as a map', () => {
    const store = some(50);
    const index = open(store);
    const allowed = new Set([3, 4, 20, 999]);
    const map = Uint8Array.from({ length: 21 }, (_, id) => Number(allowed.has(id)));
    for (const given of [allowed, map])
      expect(recall(index, store, { allowed: given, isAllowed: (id) => allowed.has(id) })).toBe(1);
    expect(index.search(questions[0]!, 5, new Set())).toEqual([]);
  });
});

describe('many vectors: a graph', () => {
  it('finds as good as all', async () => {
    const store = fakeStore(many);
    const index = await saved(store);
    expect(index.state()).toMatchObject({ size: many.length, inGraph: many.length });
    expect(recall(index, store)).toBeGreaterThanOrEqual(0.98);
    expect(recall(index, store, { k: 200 })).toBeGreaterThanOrEqual(0.98);
    expect(recall(index, store, { k: 5_000 })).toBe(1);
  });

  it('answers exactly before the graph is made', () => {
    const store = fakeStore(many);
    expect(recall(open(store), store)).toBe(1);
  });

  it.each([
    ['each second', (id: number) => id % 2 === 0, 0.98],
    ['one in eleven, which is looked at one by one', (id: number) => id % 11 === 0, 1],
    ['fewer than are looked at one by one', (id: number) => id < 50, 1],
    ['none that is there', (id: number) => id >= 5_000, 1],
  ])('keeps to the allowed ones: %s', async (_, isAllowed, least) => {
    const store = fakeStore(many);
    const index = await saved(store);
    const allowed = new Set(Array.from({ length: 6_000 }, (_, id) => id).filter(isAllowed));
    const map = Uint8Array.from({ length: 6_000 }, (_, id) => Number(allowed.has(id)));
    for (const given of [allowed, map]) {
      expect(recall(index, store, { allowed: given, isAllowed })).toBeGreaterThanOrEqual(least);
    }
  });

  it('finds the allowed ones that lie far from the question', async () => {
    const store = fakeStore(many);
    const index = await saved(store);
    // The farther half: the neighbours in the graph hold none of them.
    const far = new Set(exact(store, questions[0]!, many.length).slice(many.length / 2));
    expect(index.search(questions[0]!, 5, far).map(({ id }) => id)).toEqual(
      exact(store, questions[0]!, 5, (id) => far.has(id)),
    );
  });

  it('survives a set that throws', async () => {
    const index = await saved(fakeStore(many));
    const broken = new Set(many.keys());
    broken.has = () => {
      throw new Error('broken set');
    };
    expect(() => index.search(questions[0]!, 5, broken)).toThrow('broken set');
    expect(index.search(questions[0]!, 5)).toHaveLength(5);
  });

  it('is forgotten when the library has become small', async () => {
    const store = some(200);
    const index = await saved(store);
    for (const id of store.ids().slice(50)) store.remove(id);
    await index.save();
    expect(index.state()).toMatchObject({ size: 50, inGraph: 0 });
    expect(readdirSync(folder)).toEqual([]);
    expect(recall(index, store)).toBe(1);
  });
});

describe('a store that changes', () => {
  it('is read again at the next search, when another has written', async () => {
    const store = some(300);
    const index = await saved(store);
    store.put(900, questions[0]!);
    expect(index.search(questions[0]!, 1)[0]!.id).toBe(900);
    store.put(900, questions[1]!);
    expect(index.search(questions[1]!, 1)[0]!.id).toBe(900);
    store.remove(900);
    expect(index.search(questions[1]!, 1)[0]!.id).not.toBe(900);
  });

  it('is not read when nothing or only oneself has written', () => {
    const store = some(300);
    const index = open(store);
    index.search(questions[0]!, 1);
    const from = store.fingerprint();
    store.remove(5);
    store.put(900, questions[0]!);
    index.update({ from, to: store.fingerprint(), removed: [5], added: [{ id: 900, vector: questions[0]! }] });
    expect(index.search(questions[0]!, 1)[0]!.id).toBe(900);
    expect(index.search(many[5]!, 1)[0]!.id).not.toBe(5);
    expect(store.readings).toBe(1);
    expect(recall(index, store)).toBe(1);
  });

  it('is read when another wrote before oneself', () => {
    const store = some(300);
    const index = open(store);
    store.put(901, questions[1]!);
    const from = store.fingerprint();
    store.put(900, questions[0]!);
    index.update({ from, to: store.fingerprint(), removed: [], added: [{ id: 900, vector: questions[0]! }] });
    expect(index.search(questions[1]!, 1)[0]!.id).toBe(901);
    expect(store.readings).toBe(2);
  });

  it('may have lost, gained and changed vectors since the graph was saved', async () => {
    const store = some(600);
    await saved(store);
    for (let id = 0; id < 60; id++) store.remove(id);
    for (let id = 60; id < 80; id++) store.put(id, many[600 + id]!);
    for (let id = 1_000; id < 1_020; id++) store.put(id, many[id]!);
    const index = open(store);
    expect(index.state()).toEqual({ size: 560, inGraph: 520, dead: 80, rejected: null });
    expect(recall(index, store)).toBeGreaterThanOrEqual(0.98);
    for (const id of [60, 79, 1_000, 1_019]) expect(index.search(store.get(id), 1)[0]!.id).toBe(id);
    expect(index.search(many[7]!, 600).map(({ id }) => id)).not.toContain(7);
  });

  it('makes the graph anew when many of its vectors are dead', async () => {
    const store = some(600);
    const index = await saved(store);
    for (let id = 0; id < 170; id++) store.remove(id);
    await index.save();
    expect(index.state()).toMatchObject({ inGraph: 430, dead: 170 });
    expect(recall(index, store)).toBeGreaterThanOrEqual(0.98);
    for (let id = 170; id < 190; id++) store.remove(id);
    await index.save();
    expect(index.state()).toMatchObject({ inGraph: 410, dead: 0 });
    expect(recall(index, store)).toBeGreaterThanOrEqual(0.98);
  });

  it('adds to the graph once enough has gathered', async () => {
    const store = some(600);
    const index = await saved(store);
    const file = readdirSync(folder);
    for (let id = 600; id < 620; id++) store.put(id, many[id]!);
    await index.save();
    expect(index.state()).toMatchObject({ size: 620, inGraph: 600 });
    expect(readdirSync(folder)).toEqual(file);
    for (let id = 620; id < 640; id++) store.put(id, many[id]!);
    await index.save();
    expect(index.state()).toMatchObject({ size: 640, inGraph: 640, dead: 0 });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(readdirSync(folder)).not.toEqual(file);
    expect(recall(open(store), store)).toBeGreaterThanOrEqual(0.98);
  });

  it('may change at every step of a save', async () => {
    const store = some(300);
    const index = open(store);
    let steps = 0;
    const done = index.save().then(() => true);
    while (!(await Promise.race([done, new Promise<boolean>((next) => setImmediate(next, false))]))) {
      steps++;
      store.remove(steps);
      store.put(300 + steps, many[300 + steps]!);
      expect(index.search(many[300 + steps]!, 1)[0]!.id).toBe(300 + steps);
      expect(index.search(many[steps]!, 5).map(({ id }) => id)).not.toContain(steps);
    }
    expect(steps).toBeGreaterThan(20);
    const again = open(store);
    expect(again.state().rejected).toBeNull();
    expect(recall(again, store)).toBeGreaterThanOrEqual(0.98);
  });
});

describe('a vector that many chunks have', () => {
  const spoken = 1_000;
  const repeated = clusteredVectors(20, dimensions, { seed: 5 }).map(inBytes);
  const copies = 200;
  /** Ids from `spoken` on are of copies: the first of each vector, then the second of each, and so on. */
  const copyOf = (vector: number, time: number) => spoken + time * repeated.length + vector;
  const withCopies = () =>
    fakeStore([...many.slice(0, spoken), ...Array.from({ length: copies }, () => repeated).flat()]);
  const size = spoken + copies * repeated.length;
  const idsFor = (index: VectorIndex, vector: number, k: number, allowed?: ReadonlySet<number>) =>
    index.search(repeated[vector]!, k, allowed).map(({ id }) => id);
  const allCopies = (vector: number) => Array.from({ length: copies }, (_, time) => copyOf(vector, time));

  it('hides no others', async () => {
    const store = withCopies();
    const index = await saved(store);
    expect(index.state()).toEqual({ size, inGraph: size, dead: 0, rejected: null });
    let found = 0;
    for (let id = 0; id < 100; id++) if (index.search(many[id]!, 1)[0]!.id === id) found++;
    expect(found).toBe(100);
    expect(recall(index, store, { k: 50 })).toBeGreaterThanOrEqual(0.98);
  });

  it('takes the room of one in the file', async () => {
    const first = fakeStore([...many.slice(0, spoken), ...repeated]);
    await saved(first);
    const { size: bytes } = statSync(graphFile());
    await saved(withCopies());
    expect(statSync(graphFile()).size).toBeLessThan(bytes * 1.05);
  });

  it('is found for each of them, in order, and for no more than asked for', async () => {
    const store = withCopies();
    for (const index of [await saved(store), open(store)]) {
      for (const k of [1, 50, copies]) expect(idsFor(index, 3, k)).toEqual(allCopies(3).slice(0, k));
      expect(new Set(idsFor(index, 3, copies + 50)).size).toBe(copies + 50);
      const allowed = new Set([...store.ids()].filter((id) => id % 2 === 1));
      expect(idsFor(index, 3, 60, allowed)).toEqual(
        allCopies(3)
          .filter((id) => allowed.has(id))
          .slice(0, 60),
      );
      expect(index.search(repeated[3]!, copies).every(({ similarity }) => similarity > 0.9999)).toBe(true);
    }
  });

  it('loses and gains chunks before and after it is saved', async () => {
    const store = withCopies();
    const index = await saved(store);
    // The first to have it is gone, another has a vector of its own now, and one came.
    store.remove(copyOf(3, 0));
    store.put(copyOf(3, 1), questions[0]!);
    store.put(9_000, repeated[3]!);
    const expected = [...allCopies(3).slice(2), 9_000];
    const isRight = (of: VectorIndex) => {
      expect(idsFor(of, 3, copies - 1)).toEqual(expected);
      expect(of.search(questions[0]!, 1)[0]!.id).toBe(copyOf(3, 1));
    };
    isRight(index);
    isRight(open(store));
    // Enough to save it again.
    for (let id = 10_000; id < 10_400; id++) store.put(id, repeated[4]!);
    await index.save();
    expect(index.state()).toEqual({ size: size + 400, inGraph: size + 400, dead: 2, rejected: null });
    isRight(index);
    isRight(open(store));
    // And back: it has been added with two vectors, and is given once.
    store.put(copyOf(3, 1), repeated[3]!);
    for (let id = 10_400; id < 10_800; id++) store.put(id, repeated[4]!);
    await index.save();
    for (const each of [index, open(store)]) expect(idsFor(each, 3, copies)).toEqual([copyOf(3, 1), ...expected]);
  });

  it('is found when all who had it are gone and another comes', async () => {
    const store = withCopies();
    const index = await saved(store);
    for (const id of allCopies(3)) store.remove(id);
    expect(idsFor(index, 3, 50).filter((id) => allCopies(3).includes(id))).toEqual([]);
    store.put(9_000, repeated[3]!);
    for (let id = 10_000; id < 10_400; id++) store.put(id, many[1_000]!);
    await index.save();
    for (const each of [index, open(store)]) expect(idsFor(each, 3, 1)).toEqual([9_000]);
  });

  it('is told from another of the same checksum', async () => {
    const [one, other] = ofOneChecksum();
    const store = some(300);
    store.put(2_000, one);
    store.put(2_001, other);
    const index = await saved(store);
    expect(index.state()).toMatchObject({ size: 302, inGraph: 301 });
    for (const each of [index, open(store)]) {
      expect(each.search(one, 1)[0]!.id).toBe(2_000);
      expect(each.search(other, 1)[0]!.id).toBe(2_001);
    }
    store.remove(2_000);
    await index.save();
    for (const each of [index, open(store)]) expect(each.search(other, 1)[0]!.id).toBe(2_001);
  });
});

/** Two vectors that differ: of a few hundred thousand, some have a checksum of 32 bits in common. */
function ofOneChecksum(): [Float32Array, Float32Array] {
  const random = seeded(6);
  const rows = rowsInMemory(dimensions, 1);
  const seen = new Map<number, Float32Array>();
  for (;;) {
    const vector = Float32Array.from({ length: dimensions }, (_, n) =>
      n === 0 ? 127 : Math.floor(random() * 255) - 127,
    );
    rows.put(0, vector);
    const before = seen.get(rows.checksum(0)!);
    if (before) return [before, vector];
    seen.set(rows.checksum(0)!, vector);
  }
}

const graphFile = () =>
  path.join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.hnsw'))!,
  );
const description = () => path.join(folder, 'vectors.json');
const describeAs = (change: object) =>
  writeFileSync(description(), JSON.stringify(Object.assign(JSON.parse(readFileSync(description(), 'utf8')), change)));
const flip = (at: (size: number) => number) => () => {
  const bytes = readFileSync(graphFile());
  bytes[at(bytes.length)]! ^= 0x10;
  writeFileSync(graphFile(), bytes);
};

describe('the saved graph', () => {
  it('is used by the next to open it, and finds as well', async () => {
    const store = fakeStore(many);
    await saved(store);
    const index = open(store);
    expect(index.state()).toEqual({ size: many.length, inGraph: many.length, dead: 0, rejected: null });
    expect(recall(index, store)).toBeGreaterThanOrEqual(0.98);
  });

  it.each<[string, () => void, RegExp]>([
    ['a bit flipped in its head', flip(() => 8), /bytes are not those/],
    ['a bit flipped in the middle', flip((size) => size >> 1), /bytes are not those/],
    ['a bit flipped at its end', flip((size) => size - 1), /bytes are not those/],
    ['cut short', () => truncateSync(graphFile(), 5_000), /bytes are not those/],
    ...[0.1, 0.5, 0.9, 0.999].map((share): [string, () => void, RegExp] => [
      `cut to ${share} of it before its hash was taken, as on a full disk`,
      () => {
        truncateSync(graphFile(), Math.floor(statSync(graphFile()).size * share));
        describeAs({ sha256: createHash('sha256').update(readFileSync(graphFile())).digest('hex') });
      },
      /corrupted/,
    ]),
    ['longer', () => appendFileSync(graphFile(), 'x'), /bytes are not those/],
    ['empty', () => truncateSync(graphFile(), 0), /bytes are not those/],
    ['gone', () => rmSync(graphFile()), /ENOENT/],
    ['of other dimensions', () => describeAs({ dimensions: 8 }), /dimensions is 8, not 32/],
    ['of another embedder', () => describeAs({ embedder: 'test/2' }), /embedder is "test\/2", not "test\/1"/],
    ['of a later version', () => describeAs({ version: 4 }), /version is 4, not 3/],
    ['of the version that held a vector once a chunk', () => describeAs({ version: 2 }), /version is 2, not 3/],
    ['of another shape', () => describeAs({ m: 4 }), /m is 4, not 16/],
    ['with fewer ids than vectors', () => describeAs({ held: 'AAAAAAAAAAA=', count: 1 }), /holds 300 vectors, not 1/],
    ['with another count', () => describeAs({ count: 7 }), /lists 300 chunks, not 7/],
    ['with a torn description', () => truncateSync(description(), 40), /JSON/],
    ['with an empty description', () => truncateSync(description(), 0), /JSON/],
    ['with a description of nothing', () => writeFileSync(description(), 'null'), /vectors\.json/],
  ])('is refused when %s, and made again', async (_, damage, reason) => {
    const store = some(300);
    await saved(store);
    damage();
    const index = open(store);
    expect(index.state()).toMatchObject({ size: 300, inGraph: 0 });
    expect(index.state().rejected).toMatch(reason);
    expect(recall(index, store)).toBe(1);
    await index.save();
    expect(index.state()).toMatchObject({ inGraph: 300, rejected: null });
    expect(open(store).state()).toMatchObject({ inGraph: 300, rejected: null });
  });

  it('made with other dimensions is not used by an embedder that has them', async () => {
    await saved(some(300));
    const wide = fakeStore(clusteredVectors(300, 48));
    const index = open(wide, { embedder: 'test/1', dimensions: 48 });
    expect(index.state().rejected).toMatch(/dimensions is 32, not 48/);
    expect(index.search(wide.get(9), 1)[0]!.id).toBe(9);
  });

  it('is the old one when writing the new one was cut off', async () => {
    const store = some(300);
    await saved(store);
    writeFileSync(path.join(folder, 'vectors.hnsw.tmp'), 'half');
    writeFileSync(path.join(folder, 'vectors.json.tmp'), '{"ver');
    copyFileSync(graphFile(), path.join(folder, 'vectors-0123456789abcdef.hnsw'));
    writeFileSync(path.join(folder, 'library.sqlite'), 'not ours');
    const index = open(store);
    expect(index.state()).toMatchObject({ inGraph: 300, rejected: null });
    for (let id = 300; id < 400; id++) store.put(id, many[id]!);
    await index.save();
    expect(readdirSync(folder).sort()).toEqual(['library.sqlite', path.basename(graphFile()), 'vectors.json']);
  });

  it('that cannot be written leaves the answers right, and is written when it can be', async () => {
    const store = some(300);
    const index = open(store);
    const inTheWay = path.join(folder, 'vectors.json.tmp');
    mkdirSync(inTheWay);
    await expect(index.save()).rejects.toThrow(/could not be written: EISDIR.*make room/s);
    expect(recall(index, store)).toBeGreaterThanOrEqual(0.98);
    expect(open(store).state()).toMatchObject({ inGraph: 0, rejected: null });
    rmSync(inTheWay, { recursive: true });
    await index.save();
    expect(open(store).state()).toMatchObject({ inGraph: 300, rejected: null });
  });

  it.skipIf(!existsSync('/dev/full'))(
    'that a full disk cuts short is not kept (skipped where there is no /dev/full)',
    async () => {
      const store = some(300);
      const index = open(store);
      // Whatever is written to this device is lost, and hnswlib does not say so.
      symlinkSync('/dev/full', path.join(folder, 'vectors.hnsw.tmp'));
      await expect(index.save()).rejects.toThrow(/only 0 of at least \d+ bytes were written, as on a full disk/);
      expect(readdirSync(folder)).toEqual([]);
      expect(recall(index, store)).toBeGreaterThanOrEqual(0.98);
      expect(open(store).state()).toMatchObject({ inGraph: 0, rejected: null });
    },
  );

  it('is not begun once closed', async () => {
    const index = open(fakeStore(many));
    const saving = index.save();
    index.close();
    await saving;
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('one index for all who search', () => {
  it('is taken up at the next search after another has saved it', async () => {
    const store = some(400);
    const reader = open(store);
    expect(reader.state().inGraph).toBe(0);
    await saved(store);
    expect(recall(reader, store)).toBeGreaterThan(0.95);
    expect(reader.state()).toMatchObject({ inGraph: 400, rejected: null });
    // What came later is found too, and so is what a second save put into the graph.
    for (const [id, vector] of many.slice(400, 600).entries()) store.put(400 + id, vector);
    expect(recall(reader, store)).toBeGreaterThan(0.95);
    expect(reader.state()).toMatchObject({ size: 600, inGraph: 400 });
    await saved(store);
    expect(recall(reader, store)).toBeGreaterThan(0.95);
    expect(reader.state()).toMatchObject({ size: 600, inGraph: 600 });
  });
  it('stays in use where the one that another saved is damaged', async () => {
    const store = some(400);
    await saved(store);
    const reader = open(store);
    writeFileSync(path.join(folder, 'vectors.json'), '{');
    expect(recall(reader, store)).toBeGreaterThan(0.95);
    expect(reader.state()).toMatchObject({ inGraph: 400, rejected: expect.stringContaining('vectors.json') as string });
  });
  it.each<[string, (store: FakeStore) => Promise<unknown> | void, boolean]>([
    ['there is none yet', () => {}, true],
    ['it is as it should be', (store) => saved(store), false],
    [
      'a few came since',
      async (store) => {
        await saved(store);
        store.put(5000, many[700]!);
      },
      false,
    ],
    [
      'many came since',
      async (store) => {
        await saved(store);
        for (const [id, vector] of many.slice(700, 750).entries()) store.put(5000 + id, vector);
      },
      true,
    ],
    [
      'many are gone since',
      async (store) => {
        await saved(store);
        for (let id = 0; id < 150; id += 1) store.remove(id);
      },
      true,
    ],
    [
      'the library has become small',
      async (store) => {
        await saved(store);
        for (let id = 0; id < 350; id += 1) store.remove(id);
      },
      true,
    ],
    [
      'it is of another embedder',
      async (store) => {
        const other = openVectorIndex(folder, { ...kind, embedder: 'test/2' }, store, { scanLimit });
        await other.save();
      },
      true,
    ],
  ])('is due when %s', async (_, happens, expected) => {
    const store = some(400);
    await happens(store);
    const readings = store.readings;
    expect(openVectorIndex(folder, kind, store, { scanLimit }).isSaveDue()).toBe(expected);
    expect(store.readings).toBe(readings);
  });
});

describe('vectors without direction are refused', () => {
  const good = many[0]!;
  it.each<[string, Float32Array, RegExp]>([
    ['NaN', good.with(3, Number.NaN), /not all finite/],
    ['Infinity', good.with(3, Number.POSITIVE_INFINITY), /not all finite/],
    ['zeros', new Float32Array(dimensions), /all zeros/],
    ['too short', good.slice(1), /31 dimensions, not 32/],
    ['empty', new Float32Array(0), /0 dimensions, not 32/],
  ])('%s', (_, vector, reason) => {
    const index = open(some(50));
    expect(() => index.search(vector, 5)).toThrow(reason);
    expect(index.search(good, 1)[0]!.id).toBe(0);
    const store = some(50);
    store.put(60, vector);
    expect(() => open(store)).toThrow(reason);
    expect(() => open(store)).toThrow(/chunk 60.*library rebuild/);
  });

  it.each([-1, 1.5, 2 ** 32, Number.NaN])('id %d', (id) => {
    const store = some(5);
    store.put(id, good);
    expect(() => open(store)).toThrow(/is not a whole number from 0 to 4294967295/);
  });

  it('the greatest id is found', async () => {
    const store = some(200);
    store.put(2 ** 32 - 1, questions[0]!);
    const index = await saved(store);
    expect(index.search(questions[0]!, 1)[0]!.id).toBe(2 ** 32 - 1);
    expect(open(store).search(questions[0]!, 1)[0]!.id).toBe(2 ** 32 - 1);
  });
});

describe('where graphs cannot be made', () => {
  it('is exact over any number of vectors, and leaves alone what another machine has saved', async () => {
    const store = fakeStore(clusteredVectors(500, dimensions));
    await saved(store);
    const there = readdirSync(folder);
    const index = openVectorIndex(folder, kind, store, { scanLimit, withGraph: false });
    expect(recall(index, store)).toBe(1);
    expect(index.state()).toMatchObject({ size: 500, inGraph: 0 });
    expect(index.isSaveDue()).toBe(false);
    await index.save();
    expect(readdirSync(folder)).toEqual(there);
  });
});
