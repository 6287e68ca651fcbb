/**
 * LangChain as its guides put it together: `RecursiveCharacterTextSplitter` (1000 characters, 200 of them shared) over each
 * session as `Name: text` lines, and `MemoryVectorStore`.
 */
import { embedder, type Engine } from './engine.ts';

interface Document {
  metadata: { meeting: string; loc: { lines: { from: number; to: number } } };
}

interface Splitters {
  RecursiveCharacterTextSplitter: new (options: { chunkSize: number; chunkOverlap: number }) => {
    createDocuments(texts: string[], metadata: { meeting: string }[]): Promise<Document[]>;
  };
}

interface Stores {
  MemoryVectorStore: {
    fromDocuments(
      documents: Document[],
      embeddings: unknown,
    ): Promise<{
      similaritySearch(text: string, most: number, filter?: (document: Document) => boolean): Promise<Document[]>;
    }>;
  };
}

export const langchain: Engine = {
  async build(meetings, _folder, peers) {
    const { RecursiveCharacterTextSplitter } = (await peers('@langchain/textsplitters')) as Splitters;
    const { MemoryVectorStore } = (await peers('@langchain/classic/vectorstores/memory')) as Stores;
    const model = await embedder();
    // A turn is a line, so that the lines of a document, which the splitter counts from 1, are the turns.
    const texts = meetings.map(({ turns }) =>
      turns.map(({ speaker, text }) => `${speaker}: ${text.replaceAll(/\s+/gu, ' ')}`).join('\n'),
    );
    const metadata = meetings.map(({ id }) => ({ meeting: id }));
    return async () => {
      const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
      const store = await MemoryVectorStore.fromDocuments(await splitter.createDocuments(texts, metadata), model);
      return {
        async search(text, limit, only) {
          const isAsked = only === undefined ? undefined : (document: Document) => document.metadata.meeting === only;
          return (await store.similaritySearch(text, limit, isAsked)).map(({ metadata: { meeting, loc } }) => ({
            meeting,
            turns: [loc.lines.from - 1, loc.lines.to - 1],
          }));
        },
        keep: async () => {},
      };
    };
  },
  reopen: null,
};
