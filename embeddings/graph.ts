/**
 * The only file that knows hnswlib-node. A graph of vectors to walk to a question's neighbours without looking at all
 * (Malkov and Yashunin 2016, "Efficient and robust approximate nearest neighbor search using Hierarchical Navigable
 * Small World graphs").
 *
 * The library trusts its caller with the process: some calls end it or give wrong answers without a word. So here
 * - no JavaScript is ever called from inside a search (a filter that throws aborts the process): who wants a part of
 *   the neighbours asks for more and chooses;
 * - a file is only ever read into a new graph, and only one whose bytes were checked (`graph-file.ts`);
 * - nothing is removed or marked: who asks passes over what is no longer;
 * - nothing may be added while the graph is being written, and `add` throws then;
 * - `ef` is set at every search, since making and reading both leave it at 10;
 * - vectors come from `rows.ts`, which lets none through that is not finite and of length 1, and ids of 32 bits.
 */
import type hnswlibNode from 'hnswlib-node';
import { numbersOf } from './embedder.ts';

/** Null where it could not be built: it needs Python, make and a C++ compiler. */
const hnswlib = await import('hnswlib-node').then(
  ({ default: loaded }): typeof hnswlibNode | null => loaded,
  () => null,
);

/** Without it every search looks at each vector, which is exact and takes longer. */
export const canMakeGraphs = hnswlib !== null;

/** What to do where graphs cannot be made. */
export const howToMakeGraphs = [
  'hnswlib-node is not installed, so searches look at every vector; of more than 200,000 chunks that takes longer.',
  'It is built by "npm rebuild hnswlib-node" once Python, make and a C++ compiler are there',
  '(apt-get install -y python3 make g++).',
].join(' ');

export interface Graph {
  /** What was added: id to checksum of the vector. */
  held: ReadonlyMap<number, number>;
  /** In the place of another vector of the same id. `vector` is of length 1. */
  add(id: number, vector: Float32Array, checksum: number): void;
  /** Ids of about the `k` nearest, fewer where fewer are held. `vector` is of length 1. */
  nearest(vector: Float32Array, k: number): number[];
  /** Not atomic; see `graph-file.ts`. */
  write(file: string): Promise<void>;
}

/** Of unit vectors the inner product is the cosine. `m` links a vector has to others, `efConstruction` candidates looked at for them. */
export const shape = { space: 'ip', m: 16, efConstruction: 200 } as const;

/** The least a vector takes in a file: its numbers, twice `m` links and their count, and its id. */
export function bytesOfOne(dimensions: number): number {
  return dimensions * 4 + shape.m * 2 * 4 + 4 + 8;
}

/**
 * Candidates looked at in a search. 128 would do for vectors of a language model; those of the built-in embedder have
 * looser neighbourhoods. Of 17,147 chunks of real meetings, 128 finds 0.925 of the 50 nearest, and 512 finds 0.990.
 */
const leastEf = 512;

export function newGraph(dimensions: number, expected: number): Graph {
  const index = emptyIndex(dimensions);
  index.initIndex({ maxElements: Math.max(expected, 16), m: shape.m, efConstruction: shape.efConstruction });
  return graphOver(index, new Map());
}

/** Throws where the file does not hold what `held` says. Its bytes must have been checked before. */
export function readGraph(file: string, dimensions: number, held: Map<number, number>): Graph {
  const index = emptyIndex(dimensions);
  index.readIndexSync(file);
  if (index.getCurrentCount() !== held.size)
    throw new Error(`holds ${index.getCurrentCount()} vectors, not ${held.size}`);
  return graphOver(index, held);
}

type Index = InstanceType<typeof hnswlibNode.HierarchicalNSW>;

function emptyIndex(dimensions: number): Index {
  if (hnswlib === null) throw new Error(howToMakeGraphs);
  return new hnswlib.HierarchicalNSW(shape.space, dimensions);
}

function graphOver(index: Index, held: Map<number, number>): Graph {
  let writing = false;
  return {
    held,
    add(id, vector, checksum) {
      if (writing) throw new Error('Vector index: nothing can be added to a graph while it is being written');
      if (held.size === index.getMaxElements()) index.resizeIndex(Math.ceil(held.size * 1.5));
      index.addPoint(numbersOf(vector), id);
      held.set(id, checksum);
    },
    nearest(vector, k) {
      const most = Math.min(k, held.size);
      if (most <= 0) return [];
      // With no more candidates than wanted, many of the last ones would be wrong.
      index.setEf(Math.max(leastEf, 2 * most));
      return index.searchKnn(numbersOf(vector), most).neighbors;
    },
    async write(file) {
      writing = true;
      try {
        await index.writeIndex(file);
      } finally {
        writing = false;
      }
    },
  };
}
