/** The tables of a library in PostgreSQL, and what takes one of an earlier version to today's. */
import { LibraryError } from '../library.ts';
import { chatTables } from './chat-tables.ts';
import { within, type Connection } from './connection.ts';

/**
 * In how many parts the large tables lie, by session: what is done on each is done by a worker of its own, and servers
 * that share a library share them.
 */
export const parts = 4;

const inParts = (table: string) =>
  Array.from(
    { length: parts },
    (_, at) => `CREATE TABLE ${table}_${at} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${parts}, REMAINDER ${at});`,
  ).join('\n');

/**
 * `record` is JSON of all that was read of a session but its id, source and whose it is; the columns beside it are what
 * lists are made of. Texts are compared by their bytes, as everywhere in the program. Every key of a large table has the
 * session in it, so that a server that spreads tables can spread these.
 */
const first = `
  CREATE TABLE state (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), version int NOT NULL, revision bigint NOT NULL DEFAULT 0,
    chunks bigint NOT NULL DEFAULT 0, terms bigint NOT NULL DEFAULT 0, embedder text, dimensions int
  );
  INSERT INTO state (version) VALUES (0);
  CREATE TABLE sessions (
    number int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, title text COLLATE "C" NOT NULL,
    date text COLLATE "C", event text, kind text NOT NULL, source text COLLATE "C" NOT NULL, origin text NOT NULL,
    record_hash text NOT NULL, rule text, turn_count int NOT NULL, record text NOT NULL, seal text NOT NULL, brought_in text,
    speakers text NOT NULL DEFAULT '[]', people text NOT NULL DEFAULT '[]', masks text, derivation int NOT NULL DEFAULT 0,
    making int NOT NULL DEFAULT 0, chunk_count int NOT NULL DEFAULT 0
  );
  CREATE INDEX sessions_by_source ON sessions (left(source, 400));
  CREATE INDEX sessions_by_record ON sessions (record_hash);
  CREATE TABLE corrections (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, session text NOT NULL, source text NOT NULL, correction text NOT NULL
  );
  CREATE INDEX corrections_by_session ON corrections (session);
  CREATE TABLE versions (
    session text COLLATE "C" NOT NULL, number int NOT NULL, brought_in text, record_hash text NOT NULL, record text NOT NULL,
    seal text NOT NULL, PRIMARY KEY (session, number)
  );
  CREATE TABLE links (
    session text COLLATE "C" NOT NULL, other text COLLATE "C" NOT NULL, theirs text NOT NULL, ours text NOT NULL,
    PRIMARY KEY (session, other)
  );
  CREATE TABLE rules (target text PRIMARY KEY, rule text NOT NULL);
  CREATE TABLE fetched (address text NOT NULL, source text NOT NULL, etag text, last_modified text);
  CREATE INDEX fetched_by_address ON fetched USING hash (address);
  CREATE TABLE overrulings (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, overruling text NOT NULL);
  CREATE TABLE damaged (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, session text NOT NULL, source text NOT NULL, record text NOT NULL, seal text NOT NULL
  );

  CREATE SEQUENCE chunk_ids;
  CREATE TABLE turns (
    session int NOT NULL, turn int NOT NULL, places text NOT NULL, terms text, PRIMARY KEY (session, turn)
  ) PARTITION BY HASH (session);
  ${inParts('turns')}
  CREATE TABLE chunks (
    session int NOT NULL, id bigint NOT NULL, first_turn int NOT NULL, first_sentence int NOT NULL, last_turn int NOT NULL,
    last_sentence int NOT NULL, hash text NOT NULL, PRIMARY KEY (session, id)
  ) PARTITION BY HASH (session);
  ${inParts('chunks')}
  CREATE INDEX chunks_by_hash ON chunks (hash);
  CREATE TABLE postings (
    session int NOT NULL, chunk bigint NOT NULL, frequency int NOT NULL, length int NOT NULL, term text COLLATE "C" NOT NULL,
    PRIMARY KEY (term, session, chunk) INCLUDE (frequency, length)
  ) PARTITION BY HASH (session);
  ${inParts('postings')}
  CREATE INDEX postings_by_session ON postings (session);
  CREATE TABLE vectors (
    session int NOT NULL, chunk bigint NOT NULL, dimensions int NOT NULL, embedding vector NOT NULL, PRIMARY KEY (chunk, session)
  ) PARTITION BY HASH (session);
  ${inParts('vectors')}
`;

/** How many chunks of one vector have a place in the index; a good many more would lead to each other alone. */
export const mostAlike = 200;

/**
 * Vectors that more chunks have, each once, and which chunks therefore have no place in the index; what was indexed before
 * is indexed anew. Which derivation is the latest is asked at every question.
 */
const repeatedVectors = `
  CREATE INDEX sessions_by_derivation ON sessions (derivation);
  CREATE TABLE repeated (hash text PRIMARY KEY, dimensions int NOT NULL, embedding vector NOT NULL);
  ALTER TABLE vectors ADD COLUMN is_repeat boolean NOT NULL DEFAULT false;
  CREATE TEMPORARY TABLE further ON COMMIT DROP AS
    SELECT hash, session, id FROM (
      SELECT hash, session, id, row_number() OVER (PARTITION BY hash ORDER BY id) AS copy FROM chunks
      WHERE hash IN (SELECT hash FROM chunks GROUP BY hash HAVING count(*) > ${mostAlike})
    ) AS alike WHERE copy > ${mostAlike};
  INSERT INTO repeated SELECT DISTINCT ON (hash) hash, dimensions, embedding
    FROM further JOIN vectors ON vectors.session = further.session AND chunk = id ORDER BY hash, id;
  DO $$ DECLARE graph regclass; BEGIN
    FOR graph IN SELECT indexrelid::regclass FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE relnamespace = current_schema()::regnamespace AND relname LIKE 'vectors\\_%\\_graph\\_%' AND EXISTS (SELECT FROM repeated)
    LOOP EXECUTE 'DROP INDEX ' || graph; END LOOP;
  END $$;
  UPDATE vectors SET is_repeat = true FROM further WHERE vectors.session = further.session AND chunk = id;
`;

/** Each takes a library of the version of its place in the list to the next; none is ever changed once it was released. */
const migrations = [first, chatTables, repeatedVectors];

/**
 * Makes the library where there is none, and brings one of an earlier version to today's: whoever comes first, and nobody
 * twice. Gives whether it was made.
 */
export async function bringToday(to: Connection, schema: string): Promise<boolean> {
  if ((await versionOf(to, schema)) === migrations.length) return false;
  let isNew = false;
  await within(to, 'BEGIN', async () => {
    await to.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', `rapporteur ${schema} versions`);
    const version = await versionOf(to, schema);
    if (version > migrations.length)
      throw new LibraryError(
        `Library ${to.place}: is of version ${version}, this program reads version ${migrations.length}. ` +
          'Use the program that made it, or name another library in LIBRARY_URL.',
      );
    isNew = version === 0;
    if (isNew) {
      await to.run(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
      await to.run('CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public');
    }
    for (const migration of migrations.slice(version)) await to.run(migration);
    await to.run('UPDATE state SET version = $1', migrations.length);
  });
  return isNew;
}

/** 0 where there is no library yet. */
async function versionOf(to: Connection, schema: string): Promise<number> {
  const there = await to.one<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', `"${schema}".state`);
  if (!there!.there) return 0;
  return (await to.one<{ version: number }>('SELECT version FROM state'))?.version ?? 0;
}
