/**
 * The chunks whose vectors are nearest to a question's: a cache over the vectors that the library stores, never the
 * only place of anything. Synchronous, and made for a worker thread.
 *
 *     const index = openVectorIndex(folder, { embedder: embedder.id, dimensions: 384 }, library.vectors);
 *     index.search(vector, 50);                      // over all
 *     index.search(vector, 50, new Set([17, 18]));   // over some chunks only
 *     await index.save();                            // by who writes, when `isSaveDue`; the others see it at their next search
 *
 * All vectors are kept in memory, a byte a number, where looking at each of a hundred thousand takes milliseconds. Of more
 * than `scanLimit`, most are put into a graph, where chunks that have the same vector are one, and a search looks at the
 * graph's neighbours and, one by one, at what is not in it yet. So an answer is never behind the store: `search` compares
 * the store's fingerprint with the one it knows and reads the vectors again when another process has written. `update`
 * spares that reading for one's own writes. A graph that another has saved is taken up at the next search, so that one
 * process makes it for all.
 */
import { setImmediate } from 'node:timers/promises';
import { type Kind, loadGraph, removeGraph, savedIds, saveGraph, stampOf } from './graph-file.ts';
import { canMakeGraphs, type Graph, newGraph } from './graph.ts';
import { type Neighbour, type Rows, rowsInMemory, unitVector } from './rows.ts';

/** Where the vectors are kept for good. An id is from 0 to 2³² - 1. */
export interface StoredVectors {
  count(): number;
  /** Differs whenever any vector does. Asked at every search. */
  fingerprint(): string;
  each(after?: number): Iterable<StoredVector>;
  /** All ids, where they rise and none is ever used again: then `each` is asked only for what comes after the known ones. */
  ids?(): Iterable<number>;
}

export interface StoredVector {
  id: number;
  /** Bytes where it is stored as the index holds it (`rows.ts`). */
  vector: Float32Array | Int8Array;
}

export interface VectorIndex {
  /**
   * The `k` nearest, best first; fewer where there are fewer. `allowed` are the ids to search, as a set or as a map
   * of 0 and 1 by id. Throws a `RangeError` for a vector, of the question or in the store, that has no direction.
   */
  search(vector: Float32Array, k: number, allowed?: ReadonlySet<number> | Uint8Array): Neighbour[];
  /**
   * What one write changed in the store, so that the next search need not read it whole. `from` and `to` are its
   * fingerprints before and after, both read inside the write's transaction.
   */
  update(write: { from: string; to: string; removed: Iterable<number>; added: Iterable<StoredVector> }): void;
  /**
   * Puts into the graph what has gathered outside it, and writes it to the folder, once there is enough of that to
   * matter; forgets the graph when the library has become small. Works in short steps between which searches and
   * updates run. While it runs, a second call is the first. No other process may save in the same folder meanwhile.
   * Rejects when the folder cannot be written; searches are right nonetheless.
   */
  save(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Whether what is saved is missing or far behind the store, so that `save` is worth its time. Reads no vectors. */
  isSaveDue(): boolean;
  state(): IndexState;
  /** Ends a `save` at its next step. */
  close(): void;
}

export interface IndexState {
  /** Vectors that can be found. */
  size: number;
  /** Of these, in the graph. */
  inGraph: number;
  /** In the graph, but no longer in the store. */
  dead: number;
  /** Why the saved graph was not used, or null. */
  rejected: string | null;
}

/**
 * Reads nothing yet. When it is first used it reads all stored vectors, and the graph from `folder` where it is whole
 * and of the same kind; otherwise the next `save` makes it anew. `scanLimit` is how many vectors are looked at one by
 * one: up to it there is no graph.
 */
export function openVectorIndex(
  folder: string,
  kind: Kind,
  vectors: StoredVectors,
  { scanLimit = Math.floor(scannedNumbers / kind.dimensions), withGraph = canMakeGraphs } = {},
): VectorIndex {
  if (!withGraph) return exactIndex(folder, kind, vectors);
  let known: ReadIndex | null = null;
  const read = () => (known ??= readIndex(folder, kind, vectors, scanLimit));
  let closed = false;
  return {
    search: (...asked) => read().search(...asked),
    update: (write) => known?.update(write),
    async save(onProgress) {
      if (closed) return;
      // Of few vectors none need be read to know that they make no graph.
      if (!known && vectors.count() <= scanLimit) await removeGraph(folder);
      else await read().save(onProgress);
    },
    isSaveDue() {
      const saved = savedIds(folder, kind);
      const count = vectors.count();
      if (saved === null || count <= scanLimit) return count > scanLimit || saved !== null;
      if (!vectors.ids) return true;
      let inGraph = 0;
      for (const id of vectors.ids()) if (saved.has(id)) inGraph++;
      return isMuch(count - inGraph, count, scanLimit) || isMostlyDead(saved.size - inGraph, saved.size);
    },
    state: () => read().state(),
    close() {
      closed = true;
      known?.close();
    },
  };
}

/** 200,000 vectors of the built-in embedder: some 15 ms of one core's time. */
const scannedNumbers = 76_800_000;

/** Looks at every vector, and leaves alone what another machine may have saved in the folder. */
function exactIndex(folder: string, kind: Kind, vectors: StoredVectors): VectorIndex {
  let known: ReadIndex | null = null;
  const read = () => (known ??= readIndex(folder, kind, vectors, Number.POSITIVE_INFINITY));
  return {
    search: (...asked) => read().search(...asked),
    update: (write) => known?.update(write),
    save: async () => {},
    isSaveDue: () => false,
    state: () => read().state(),
    close: () => known?.close(),
  };
}

type ReadIndex = Omit<VectorIndex, 'isSaveDue'>;

function readIndex(folder: string, kind: Kind, vectors: StoredVectors, scanLimit: number): ReadIndex {
  const rows = rowsInMemory(kind.dimensions, vectors.count());
  let graph: Graph | null = null;
  /** Where there is a graph, ids that are not in it, or are there with another vector. */
  let outside = new Set<number>();
  let known: string | null = null;
  let rejected: string | null = null;
  let unsaved = false;
  let stamp: string | null = null;
  let saving: Promise<void> | null = null;
  let closed = false;

  function put({ id, vector }: StoredVector) {
    rows.put(id, vector);
    if (graph === null) return;
    if (graph.has(id, rows.checksum(id)!)) outside.delete(id);
    else outside.add(id);
  }

  function remove(id: number) {
    rows.remove(id);
    outside.delete(id);
  }

  function keepOnly(there: ReadonlySet<number>) {
    const gone = [...rows.ids()].filter((id) => !there.has(id));
    for (const id of gone) remove(id);
  }

  function catchUp() {
    const fingerprint = vectors.fingerprint();
    if (fingerprint === known) return;
    if (vectors.ids && known !== null) {
      let last = -1;
      for (const id of rows.ids()) last = Math.max(last, id);
      for (const stored of vectors.each(last)) put(stored);
      // Where no id is used again, as many are the same ones: to list a hundred thousand would hold up whoever asks.
      if (rows.size() !== vectors.count()) keepOnly(new Set(vectors.ids()));
    } else if (rows.size() === 0) {
      for (const stored of vectors.each()) put(stored);
    } else {
      const there = new Set<number>();
      for (const stored of vectors.each()) {
        put(stored);
        there.add(stored.id);
      }
      keepOnly(there);
    }
    known = fingerprint;
  }

  function takeUpSaved() {
    if (saving || rows.size() <= scanLimit) return;
    const found = stampOf(folder);
    if (found === stamp) return;
    stamp = found;
    const loaded = loadGraph(folder, kind);
    if (loaded && 'graph' in loaded) {
      use(loaded.graph);
      unsaved = false;
    }
    rejected = loaded && 'rejected' in loaded ? loaded.rejected : null;
  }

  function use(next: Graph | null) {
    graph = next;
    outside = new Set();
    for (const id of next ? rows.ids() : []) if (!next!.has(id, rows.checksum(id)!)) outside.add(id);
  }

  /** Every row is outside or live in the graph, so what else the graph holds is dead. */
  const live = () => rows.size() - outside.size;
  const dead = () => (graph ? graph.count() - live() : 0);

  /** What the graph has near: asked for far more than `k`, because some of it is dead or not allowed. */
  function nearInGraph(vector: Float32Array, k: number, share: number, isAllowed: (id: number) => boolean): number[] {
    const usable = share * (live() / graph!.count());
    const near = graph!.nearest(
      unitVector(vector, kind.dimensions, 'the vector of the question'),
      Math.ceil((k / usable) * 1.5),
    );
    return near.flatMap(({ checksum, ids }) => {
      const found: number[] = [];
      for (const id of ids) {
        // A hundred thousand chunks may have one vector.
        if (found.length === k) break;
        if (!outside.has(id) && isAllowed(id) && rows.checksum(id) === checksum) found.push(id);
      }
      return found;
    });
  }

  async function saveNow(onProgress: (done: number, total: number) => void) {
    catchUp();
    if (rows.size() <= scanLimit) {
      await removeGraph(folder);
      use(null);
      return;
    }
    const anew = graph === null || isMostlyDead(dead(), graph.count());
    if (anew || isMuch(outside.size, rows.size(), scanLimit)) {
      const next = anew ? newGraph(kind.dimensions, rows.size()) : graph!;
      // In order, so that of equals the first are given.
      const ids = (anew ? [...rows.ids()] : [...outside]).sort((a, b) => a - b);
      for (const [added, id] of ids.entries()) {
        if (added % step === 0) await setImmediate();
        if (added % told === 0) onProgress(added, ids.length);
        if (closed) return;
        // It may have been removed since the last step.
        const checksum = rows.checksum(id);
        if (checksum !== undefined) next.add(id, rows.vector(id), checksum);
      }
      use(next);
      unsaved = true;
    }
    if (unsaved) await saveGraph(folder, kind, graph!);
    unsaved = false;
    rejected = null;
    stamp = stampOf(folder);
  }

  catchUp();
  takeUpSaved();

  return {
    search(vector, k, allowed) {
      catchUp();
      takeUpSaved();
      const permitted = allowed && idsOf(allowed, rows);
      const most = permitted?.length ?? rows.size();
      if (!graph || most <= Math.max(scanLimit, exactShare * rows.size())) return rows.nearest(vector, k, permitted);
      const isAllowed = permission(allowed);
      const found = nearInGraph(vector, k, most / rows.size(), isAllowed);
      // Where the allowed ones lie far from the question, the graph's neighbours hold too few of them.
      if (found.length < Math.min(k, most)) return rows.nearest(vector, k, permitted);
      return rows.nearest(vector, k, [...found, ...[...outside].filter(isAllowed)]);
    },
    update({ from, to, removed, added }) {
      // Another process has written in between: the next search reads the store.
      if (from !== known) return;
      known = null;
      for (const id of removed) remove(id);
      for (const stored of added) put(stored);
      known = to;
    },
    save(onProgress = () => {}) {
      saving ??= saveNow(onProgress).finally(() => {
        saving = null;
      });
      return saving;
    },
    state: () => ({ size: rows.size(), inGraph: graph ? live() : 0, dead: dead(), rejected }),
    close() {
      closed = true;
    },
  };
}

/** Up to this share of all, looking at each allowed vector is quicker than asking the graph for enough of them. */
const exactShare = 0.1;

/** Whether so many outside the graph are worth saving it again: each is looked at in every search. */
function isMuch(outside: number, all: number, scanLimit: number): boolean {
  return outside > Math.max(scanLimit / 4, all / 20);
}

/** With many dead ones the graph is made anew: each costs memory and a look at every search. */
function isMostlyDead(dead: number, held: number): boolean {
  return dead > 0.3 * held;
}

/** Vectors added to the graph between two chances for a search: one takes 1 to 5 ms. */
const step = 4;
/** … and between two words on how far it is. */
const told = 1000;

function idsOf(allowed: ReadonlySet<number> | Uint8Array, rows: Rows): number[] {
  return allowed instanceof Uint8Array
    ? [...rows.ids()].filter(permission(allowed))
    : [...allowed].filter((id) => rows.has(id));
}

function permission(allowed: ReadonlySet<number> | Uint8Array | undefined): (id: number) => boolean {
  if (!allowed) return () => true;
  return allowed instanceof Uint8Array ? (id) => allowed[id] === 1 : (id) => allowed.has(id);
}
