/** Rapporteur, from records: it reads, splits, keeps and syncs to disk on the clock. */
import type { Engine, Searchable } from './engine.ts';

export const rapporteur: Engine = {
  async build(meetings, folder) {
    const encoder = new TextEncoder();
    const records = meetings.map(({ id, title, turns }) => ({
      name: `${id}.json`,
      bytes: encoder.encode(
        JSON.stringify({ id, title, turns: turns.map(({ speaker, text }) => ({ speaker, text })) }),
      ),
    }));
    return async () => {
      const opened = await openLibrary(folder);
      for (let at = 0; at < records.length; at += 100) {
        const { files } = await opened.ingest(records.slice(at, at + 100));
        const failed = files.find(({ failure }) => failure !== null);
        if (failed) throw new Error(`${failed.name}: ${failed.failure}`);
      }
      return searchable(opened);
    };
  },
  reopen: async (folder) => searchable(await openLibrary(folder)),
};

async function openLibrary(folder: string) {
  const [{ openRapporteur }, { openEmbedder }, { openVectorIndex }, { readConfig }] = await Promise.all([
    import('../../../src/open-rapporteur.ts'),
    import('../../../embeddings/open-embedder.ts'),
    import('../../../embeddings/vector-index.ts'),
    import('../../../src/config.ts'),
  ]);
  return openRapporteur({
    config: readConfig({ LIBRARY_PATH: folder }),
    anyEmbedder: false,
    openEmbedder,
    openVectorIndex,
  });
}

function searchable(opened: Awaited<ReturnType<typeof openLibrary>>): Searchable {
  return {
    search: async (text, limit, session) =>
      (await opened.search({ text, limit, session })).map((hit) => ({ meeting: hit.session.id, turns: hit.turns })),
    ask: (text) => opened.ask({ text }),
    keep: () => opened.close(),
  };
}
