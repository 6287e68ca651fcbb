/**
 * LanceDB as its guides put hybrid search together: a table with an index of full text, both searches, and their ranks
 * fused. Up to some hundred thousand vectors its guides ask for no index of them: they are compared with all.
 */
import { chunksOf, embedder, foundIn, type Engine, type GivenChunk, type Searchable } from './engine.ts';
import type { Peers } from './installed.ts';

interface Lance {
  connect: (folder: string) => Promise<{
    createTable(name: string, rows: object[]): Promise<Table>;
    openTable(name: string): Promise<Table>;
    close(): void;
  }>;
  Index: { fts(): unknown };
  rerankers: { RRFReranker: { create(): Promise<unknown> } };
}

interface Table {
  createIndex(column: string, options: { config: unknown }): Promise<void>;
  query(): Query;
  close(): void;
}

interface Query {
  nearestTo(vector: number[]): Query;
  fullTextSearch(text: string, options: { columns: string[] }): Query;
  rerank(ranker: unknown): Query;
  where(condition: string): Query;
  select(columns: string[]): Query;
  limit(most: number): Query;
  toArray(): Promise<GivenChunk[]>;
}

const table = 'chunks';

export const lance: Engine = {
  async build(meetings, folder, peers) {
    const { connect, Index } = await lanceOf(peers);
    const model = await embedder();
    const chunks = await chunksOf(meetings);
    return async () => {
      const vectors = await model.embedDocuments(chunks.map(({ text }) => text));
      const database = await connect(folder);
      const made = await database.createTable(
        table,
        chunks.map((chunk, at) => ({ ...chunk, vector: vectors[at]! })),
      );
      await made.createIndex('text', { config: Index.fts() });
      return searchable(made, peers);
    };
  },
  async reopen(folder, peers) {
    const { connect } = await lanceOf(peers);
    return searchable(await (await connect(folder)).openTable(table), peers);
  },
};

async function lanceOf(peers: Peers): Promise<Lance> {
  return (await peers('@lancedb/lancedb')) as Lance;
}

async function searchable(opened: Table, peers: Peers): Promise<Searchable> {
  const { rerankers } = await lanceOf(peers);
  const ranker = await rerankers.RRFReranker.create();
  const model = await embedder();
  return {
    async search(text, limit, only) {
      const both = opened
        .query()
        .nearestTo(await model.embedQuery(text))
        .fullTextSearch(text, { columns: ['text'] })
        .rerank(ranker)
        .limit(limit);
      return (await (only === undefined ? both : both.where(`meeting = '${only}'`)).toArray()).map(foundIn);
    },
    keep: async () => opened.close(),
  };
}
