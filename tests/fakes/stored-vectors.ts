import type { StoredVectors } from '../../embeddings/vector-index.ts';

/** A store in memory that counts how often it was read whole. */
export interface FakeStore extends StoredVectors {
  put(id: number, vector: Float32Array): void;
  remove(id: number): void;
  get(id: number): Float32Array;
  ids(): number[];
  readings: number;
}

export function fakeStore(vectors: Float32Array[] = []): FakeStore {
  const kept = new Map(vectors.entries());
  let revision = 0;
  return {
    readings: 0,
    count: () => kept.size,
    fingerprint: () => String(revision),
    *each() {
      this.readings++;
      for (const [id, vector] of kept) yield { id, vector };
    },
    put(id, vector) {
      kept.set(id, vector);
      revision++;
    },
    remove(id) {
      kept.delete(id);
      revision++;
    },
    get: (id) => kept.get(id)!,
    ids: () => [...kept.keys()],
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Vectors that lie in clusters, as sentences do. Random ones have no neighbours worth the name, and no index finds
 * them well.
 */
export function clusteredVectors(
  count: number,
  dimensions: number,
  { clusters = 20, spread = 0.5, seed = 1 } = {},
): Float32Array[] {
  const random = seeded(seed);
  const point = () => Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
  const centres = Array.from({ length: clusters }, point);
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(random() * clusters)]!;
    return point().map((value, n) => value * spread + centre[n]!);
  });
}
