/** What is derived of a session, written to its tables and taken out of them. */
import type { Session } from '../../session.ts';
import { termsAsText } from '../../words/sentence-terms.ts';
import { namesIn } from '../corrections.ts';
import { derivation, type Derived } from '../derive.ts';
import type { Connection } from './connection.ts';
import { mostAlike } from './schema.ts';
import { asText } from './vectors.ts';
import { keptTerm } from './words.ts';

/** By how much the library has more or less now. */
export interface Difference {
  chunks: number;
  terms: number;
}

/** `session` is with its corrections. */
export async function insertDerived(
  to: Connection,
  number: number,
  session: Session,
  derived: Derived,
): Promise<Difference> {
  const { people, masks, sentences, chunks } = derived;
  const turnCounts = Map.groupBy(session.turns, ({ speaker }) => speaker);
  const speakers = namesIn(session).map((name) => [name, turnCounts.get(name)?.length ?? 0]);
  await to.run(
    `UPDATE sessions SET people = $1, masks = $2, speakers = $3, chunk_count = $4, derivation = $5, making = making + 1
    WHERE number = $6`,
    JSON.stringify(people),
    masks ? JSON.stringify(masks) : null,
    JSON.stringify(speakers),
    chunks.length,
    derivation,
    number,
  );
  await to.run(
    `INSERT INTO turns (session, turn, places, terms)
    SELECT $1, turn - 1, places, terms FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (places, terms, turn)`,
    number,
    sentences.map((each) => JSON.stringify(each.map(({ start, end, seconds }) => [start, end, seconds]))),
    sentences.map((each) =>
      each.every(({ terms }) => terms) ? each.map(({ terms }) => termsAsText(terms!)).join('\n') : null,
    ),
  );
  const repeats = await repeatsAmong(
    to,
    chunks.map(({ hash }) => hash),
  );
  const ids = (
    await to.all<{ id: number }>("SELECT nextval('chunk_ids') AS id FROM generate_series(1, $1)", chunks.length)
  ).map(({ id }) => id);
  await to.run(
    `INSERT INTO chunks (session, id, first_turn, first_sentence, last_turn, last_sentence, hash)
    SELECT $1, * FROM unnest($2::bigint[], $3::int[], $4::int[], $5::int[], $6::int[], $7::text[])`,
    number,
    ids,
    chunks.map(({ firstTurn }) => firstTurn),
    chunks.map(({ firstSentence }) => firstSentence),
    chunks.map(({ lastTurn }) => lastTurn),
    chunks.map(({ lastSentence }) => lastSentence),
    chunks.map(({ hash }) => hash),
  );
  for (let at = 0; at < chunks.length; at += atOnce) {
    const some = chunks.slice(at, at + atOnce);
    await insertPostings(to, number, ids.slice(at, at + atOnce), some);
    await to.run(
      `INSERT INTO vectors (session, chunk, dimensions, embedding, is_repeat)
      SELECT $1, chunk, vector_dims(embedding::vector), embedding::vector, is_repeat
      FROM unnest($2::bigint[], $3::text[], $4::boolean[]) AS given (chunk, embedding, is_repeat)`,
      number,
      ids.slice(at, at + atOnce),
      some.map(({ vector }) => asText(vector)),
      repeats.slice(at, at + atOnce),
    );
  }
  await noteRepeated(
    to,
    chunks.filter((_chunk, at) => repeats[at]),
  );
  return { chunks: chunks.length, terms: chunks.reduce((sum, { terms }) => sum + terms.length, 0) };
}

/** Whether there are so many chunks of its vector before each of these that it needs no place of its own in the index. */
async function repeatsAmong({ all }: Connection, hashes: string[]): Promise<boolean[]> {
  const rows = await all<{ hash: string; n: number }>(
    `SELECT hash, (SELECT count(*) FROM (SELECT FROM chunks WHERE chunks.hash = asked.hash LIMIT ${mostAlike}) AS alike) AS n
    FROM unnest($1::text[]) AS asked (hash)`,
    [...new Set(hashes)],
  );
  const alike = new Map(rows.map(({ hash, n }) => [hash, n]));
  return hashes.map((hash) => {
    const before = alike.get(hash) ?? 0;
    alike.set(hash, before + 1);
    return before >= mostAlike;
  });
}

/** In one order, so that no two writers wait for each other. */
async function noteRepeated(to: Connection, chunks: Derived['chunks']): Promise<void> {
  const repeated = [...new Map(chunks.map(({ hash, vector }) => [hash, vector]))].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  if (repeated.length === 0) return;
  await to.run(
    `INSERT INTO repeated (hash, dimensions, embedding)
    SELECT hash, vector_dims(embedding::vector), embedding::vector FROM unnest($1::text[], $2::text[]) AS given (hash, embedding)
    ON CONFLICT DO NOTHING`,
    repeated.map(([hash]) => hash),
    repeated.map(([, vector]) => asText(vector)),
  );
}

/** Chunks of a long session in one statement. */
const atOnce = 200;

async function insertPostings(to: Connection, number: number, ids: number[], chunks: Derived['chunks']): Promise<void> {
  const rows = chunks.flatMap(({ terms }, at) => {
    const times = new Map<string, number>();
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
    return [...times].map(([term, frequency]) => ({ chunk: ids[at]!, term, frequency, length: terms.length }));
  });
  await to.run(
    `INSERT INTO postings (session, chunk, term, frequency, length)
    SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::int[], $5::int[])`,
    number,
    rows.map(({ chunk }) => chunk),
    rows.map(({ term }) => keptTerm(term)),
    rows.map(({ frequency }) => frequency),
    rows.map(({ length }) => length),
  );
}

export async function eraseDerived(to: Connection, number: number): Promise<Difference> {
  const gone = await to.one<Difference>(
    `SELECT count(*) AS chunks, coalesce(sum(length), 0)::bigint AS terms
    FROM (SELECT DISTINCT chunk, length FROM postings WHERE session = $1) AS each`,
    number,
  );
  const chunks = await to.all<{ id: number }>('DELETE FROM chunks WHERE session = $1 RETURNING id', number);
  await to.run(
    'DELETE FROM vectors WHERE chunk = ANY($1) AND session = $2',
    chunks.map(({ id }) => id),
    number,
  );
  await to.run('DELETE FROM postings WHERE session = $1', number);
  await to.run('DELETE FROM turns WHERE session = $1', number);
  return { chunks: -chunks.length, terms: -gone!.terms };
}
