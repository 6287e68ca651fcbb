/** minisearch: full text alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chunksOf, foundIn, type Engine, type GivenChunk, type Searchable } from './engine.ts';

interface Index {
  addAll(chunks: GivenChunk[]): void;
  search(text: string, asked: { filter?: (chunk: GivenChunk) => boolean }): GivenChunk[];
}

interface MiniSearch {
  default: { new (options: object): Index; loadJSON(json: string, options: object): Index };
}

const options = { fields: ['text'], storeFields: ['meeting', 'first', 'last'] };

export const minisearch: Engine = {
  async build(meetings, folder, peers) {
    const { default: MiniSearch } = (await peers('minisearch')) as MiniSearch;
    const chunks = await chunksOf(meetings);
    return async () => {
      const index = new MiniSearch(options);
      index.addAll(chunks);
      return searchable(index, folder);
    };
  },
  async reopen(folder, peers) {
    const { default: MiniSearch } = (await peers('minisearch')) as MiniSearch;
    return searchable(MiniSearch.loadJSON(readFileSync(path.join(folder, 'minisearch.json'), 'utf8'), options), folder);
  },
};

function searchable(index: Index, folder: string): Searchable {
  return {
    search: async (text, limit, only) =>
      index
        .search(text, only === undefined ? {} : { filter: ({ meeting }) => meeting === only })
        .slice(0, limit)
        .map(foundIn),
    keep: async () => writeFileSync(path.join(folder, 'minisearch.json'), JSON.stringify(index)),
  };
}
