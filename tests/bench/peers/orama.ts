/** Orama, full text and vectors together. Its least likeness is 0: at the 0.8 it comes with it finds fewer of the gold words. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chunksOf, embedder, foundIn, type Engine, type GivenChunk, type Searchable } from './engine.ts';
import type { Peers } from './installed.ts';

interface Orama {
  create: (of: { schema: { [field: string]: string } }) => Database;
  insertMultiple: (database: Database, documents: object[]) => unknown;
  search: (database: Database, asked: object) => Promise<{ hits: { document: GivenChunk }[] }>;
  save: (database: Database) => unknown;
  load: (database: Database, saved: unknown) => void;
}

interface Database {
  schema: object;
}

const schema = { text: 'string', meeting: 'enum', first: 'number', last: 'number', vector: 'vector[384]' };

export const orama: Engine = {
  async build(meetings, folder, peers) {
    const { create, insertMultiple } = await oramaOf(peers);
    const model = await embedder();
    const chunks = await chunksOf(meetings);
    return async () => {
      const database = create({ schema });
      const vectors = await model.embedDocuments(chunks.map(({ text }) => text));
      await insertMultiple(
        database,
        chunks.map(({ id: _id, ...chunk }, at) => ({ ...chunk, vector: vectors[at]! })),
      );
      return searchable(database, folder, peers);
    };
  },
  async reopen(folder, peers) {
    const { create, load } = await oramaOf(peers);
    const database = create({ schema });
    load(database, JSON.parse(readFileSync(path.join(folder, 'orama.json'), 'utf8')));
    return searchable(database, folder, peers);
  },
};

async function oramaOf(peers: Peers): Promise<Orama> {
  return (await peers('@orama/orama')) as Orama;
}

async function searchable(database: Database, folder: string, peers: Peers): Promise<Searchable> {
  const { save, search } = await oramaOf(peers);
  const model = await embedder();
  return {
    async search(term, limit, only) {
      const { hits } = await search(database, {
        mode: 'hybrid',
        term,
        properties: ['text'],
        vector: { value: await model.embedQuery(term), property: 'vector' },
        similarity: 0,
        limit,
        ...(only === undefined ? {} : { where: { meeting: { eq: only } } }),
      });
      return hits.map(({ document }) => foundIn(document));
    },
    keep: async () => writeFileSync(path.join(folder, 'orama.json'), JSON.stringify(save(database))),
  };
}
