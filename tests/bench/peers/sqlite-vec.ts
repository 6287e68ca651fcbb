/**
 * sqlite-vec beside SQLite's own full text, as its author puts hybrid search together: the nearest vectors, the best by
 * words, and their ranks fused (1 / (60 + rank)). Any word of the question counts, where the author's query wants all of them.
 */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { chunksOf, embedder, foundIn, type Engine, type GivenChunk, type Searchable } from './engine.ts';
import type { Peers } from './installed.ts';

interface SqliteVec {
  load: (database: DatabaseSync) => void;
}

export const sqliteVec: Engine = {
  async build(meetings, folder, peers) {
    const database = await databaseIn(folder, peers);
    const model = await embedder();
    const chunks = await chunksOf(meetings);
    return async () => {
      const vectors = await model.embedDocuments(chunks.map(({ text }) => text));
      database.exec(`
        CREATE TABLE chunks(id INTEGER PRIMARY KEY, text TEXT, meeting TEXT, first INTEGER, last INTEGER);
        CREATE VIRTUAL TABLE words USING fts5(text, content='chunks', content_rowid='id');
        CREATE VIRTUAL TABLE vectors USING vec0(vector float[384], meeting TEXT);
        BEGIN`);
      const chunk = database.prepare('INSERT INTO chunks VALUES (?, ?, ?, ?, ?)');
      const words = database.prepare('INSERT INTO words(rowid, text) VALUES (?, ?)');
      const vector = database.prepare('INSERT INTO vectors(rowid, vector, meeting) VALUES (?, ?, ?)');
      for (const [at, { id, text, meeting, first, last }] of chunks.entries()) {
        chunk.run(id, text, meeting, first, last);
        words.run(id, text);
        vector.run(BigInt(id), bytesOf(vectors[at]!), meeting);
      }
      database.exec('COMMIT');
      return searchable(database);
    };
  },
  reopen: async (folder, peers) => searchable(await databaseIn(folder, peers)),
};

async function databaseIn(folder: string, peers: Peers): Promise<DatabaseSync> {
  const { load } = (await peers('sqlite-vec')) as SqliteVec;
  const database = new DatabaseSync(path.join(folder, 'chunks.db'), { allowExtension: true });
  load(database);
  return database;
}

async function searchable(database: DatabaseSync): Promise<Searchable> {
  const model = await embedder();
  const found = (ofMeeting: boolean) =>
    database.prepare(`
      WITH
        near AS (SELECT rowid AS id, row_number() OVER (ORDER BY distance) AS rank FROM vectors
          WHERE vector MATCH :vector AND k = :most ${ofMeeting ? 'AND meeting = :meeting' : ''}),
        said AS (SELECT words.rowid AS id, row_number() OVER (ORDER BY words.rank) AS rank FROM words
          ${ofMeeting ? 'JOIN chunks ON chunks.id = words.rowid AND chunks.meeting = :meeting' : ''}
          WHERE words MATCH :text ORDER BY words.rank LIMIT :most),
        fused AS (SELECT id, sum(1.0 / (60 + rank)) AS score FROM (SELECT * FROM near UNION ALL SELECT * FROM said) GROUP BY id)
      SELECT meeting, first, last FROM fused JOIN chunks USING (id) ORDER BY score DESC LIMIT :most`);
  const [ofAll, ofOne] = [found(false), found(true)];
  return {
    async search(text, limit, only) {
      const words = [...new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])].map((word) => `"${word}"`).join(' OR ');
      const asked = { vector: bytesOf(await model.embedQuery(text)), text: words, most: limit };
      const rows = only === undefined ? ofAll.all(asked) : ofOne.all({ ...asked, meeting: only });
      return (rows as unknown as GivenChunk[]).map(foundIn);
    },
    keep: async () => database.close(),
  };
}

function bytesOf(vector: number[]): Uint8Array {
  return new Uint8Array(new Float32Array(vector).buffer);
}
