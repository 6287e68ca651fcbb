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
 * - a vector is in it once, under its checksum, however many chunks have it: where hundreds lie on one spot, their links
 *   lead to each other alone, and others are no longer reached;
 * - nothing may be added while the graph is being written, and `add` throws then;
 * - `ef` is set at every search, since making and reading both leave it at 10;
 * - vectors come from `rows.ts`, which lets none through that is not finite and of length 1, and checksums of 32 bits.
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

/** A chunk, and the checksum of a vector that it has or had. */
export interface Held {
  id: number;
  checksum: number;
}

export interface Graph {
  /** What was added. */
  held(): Iterable<Held>;
  /** How many of these there are. */
  count(): number;
  /** How many vectors these have: fewer, where several have the same. */
  vectors(): number;
  has(id: number, checksum: number): boolean;
  /**
   * `vector` is of length 1. Nothing is added where the graph has one that differs and has the same checksum, as some of
   * a million have.
   */
  add(id: number, vector: Float32Array, checksum: number): void;
  /**
   * About the `k` nearest vectors, nearest first, by their checksums, with the ids of each in the order in which they were
   * added; fewer where fewer are held. `vector` is of length 1.
   */
  nearest(vector: Float32Array, k: number): { checksum: number; ids: Iterable<number> }[];
  /** Not atomic; see `graph-file.ts`. */
  write(file: string): Promise<void>;
}

/** Of unit vectors the inner product is the cosine. `m` links a vector has to others, `efConstruction` candidates looked at for them. */
export const shape = { space: 'ip', m: 16, efConstruction: 200 } as const;

/** The least a vector takes in a file: its numbers, twice `m` links and their count, and its checksum. */
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
  return graphOver(index, []);
}

/** Throws where the file does not hold what `held` says. Its bytes must have been checked before. */
export function readGraph(file: string, dimensions: number, held: Iterable<Held>): Graph {
  const index = emptyIndex(dimensions);
  index.readIndexSync(file);
  const graph = graphOver(index, held);
  if (index.getCurrentCount() !== graph.vectors())
    throw new Error(`holds ${index.getCurrentCount()} vectors, not ${graph.vectors()}`);
  return graph;
}

type Index = InstanceType<typeof hnswlibNode.HierarchicalNSW>;

function emptyIndex(dimensions: number): Index {
  if (hnswlib === null) throw new Error(howToMakeGraphs);
  return new hnswlib.HierarchicalNSW(shape.space, dimensions);
}

function graphOver(index: Index, held: Iterable<Held>): Graph {
  let writing = false;
  let count = 0;
  /** By checksum. Most vectors have one id, and a set for each would take much memory. */
  const idsOf = new Map<number, number | Set<number>>();
  const idsWith = (checksum: number) => {
    const ids = idsOf.get(checksum) ?? [];
    return typeof ids === 'number' ? [ids] : ids;
  };

  function list({ id, checksum }: Held) {
    const ids = idsOf.get(checksum);
    if (ids === undefined) idsOf.set(checksum, id);
    else if (typeof ids === 'number') idsOf.set(checksum, new Set([ids, id]));
    else ids.add(id);
    count++;
  }

  for (const each of held) list(each);

  const graph: Graph = {
    *held() {
      for (const checksum of idsOf.keys()) for (const id of idsWith(checksum)) yield { id, checksum };
    },
    count: () => count,
    vectors: () => idsOf.size,
    has(id, checksum) {
      const ids = idsOf.get(checksum);
      return typeof ids === 'object' ? ids.has(id) : ids === id;
    },
    add(id, vector, checksum) {
      if (writing) throw new Error('Vector index: nothing can be added to a graph while it is being written');
      if (graph.has(id, checksum)) return;
      if (!idsOf.has(checksum)) {
        if (idsOf.size === index.getMaxElements()) index.resizeIndex(Math.ceil(idsOf.size * 1.5));
        index.addPoint(numbersOf(vector), checksum);
      } else if (index.getPoint(checksum).some((value, n) => value !== vector[n])) return;
      list({ id, checksum });
    },
    nearest(vector, k) {
      const most = Math.min(k, idsOf.size);
      if (most <= 0) return [];
      // With no more candidates than wanted, many of the last ones would be wrong.
      index.setEf(Math.max(leastEf, 2 * most));
      const { neighbors } = index.searchKnn(numbersOf(vector), most);
      return neighbors.map((checksum) => ({ checksum, ids: idsWith(checksum) }));
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
  return graph;
}
