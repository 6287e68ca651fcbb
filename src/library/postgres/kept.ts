/** What is kept on a server and could not be made again, as it goes into another library and comes from one. */
import type { Correction } from '../../session.ts';
import type { Fetched, KeptRest, KeptSession } from '../library.ts';
import type { Connection } from './connection.ts';
import { sessionsOf } from './session-rows.ts';
import { formerVersions } from './versions.ts';

/** Rejects with a `LibraryError` where its words are not those that were put in. */
export async function keptIn(from: Connection, id: string): Promise<KeptSession | null> {
  const [found] = await sessionsOf(from, [id]);
  if (!found) return null;
  const { version: _version, links: _links, ...record } = found.record;
  const { hash: recordHash, broughtIn } = found.row;
  return { record, recordHash, broughtIn, versions: await formerVersions(from, id) };
}

export async function restIn({ all }: Connection): Promise<KeptRest & { sessions: string[] }> {
  const corrections = await all<{ session: string; source: string; correction: string }>(
    'SELECT session, source, correction FROM corrections ORDER BY id',
  );
  const fetched = await all<Fetched & { address: string }>(
    'SELECT address, source, etag, last_modified AS "lastModified" FROM fetched',
  );
  return {
    sessions: (await all<{ id: string }>('SELECT id FROM sessions ORDER BY number')).map(({ id }) => id),
    corrections: corrections.map(({ correction, ...of }) => ({
      ...of,
      correction: JSON.parse(correction) as Correction,
    })),
    links: await all<KeptRest['links'][number]>('SELECT session, other, theirs, ours FROM links'),
    rules: await all<KeptRest['rules'][number]>('SELECT target, rule FROM rules'),
    fetched: fetched.map(({ address, ...of }) => ({ address, of })),
  };
}

/** What is there already stays as it is. To be called within a change. */
export async function keepRestIn({ run }: Connection, { corrections, links, rules, fetched }: KeptRest): Promise<void> {
  await run(
    `INSERT INTO corrections (session, source, correction)
    SELECT session, source, correction FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY
      AS given (session, source, correction, at)
    WHERE NOT EXISTS (SELECT FROM corrections AS made WHERE made.session = given.session AND made.source = given.source)
    ORDER BY at`,
    corrections.map(({ session }) => session),
    corrections.map(({ source }) => source),
    corrections.map(({ correction }) => JSON.stringify(correction)),
  );
  for (const { session, other, theirs, ours } of links)
    await run(
      'INSERT INTO links (session, other, theirs, ours) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      session,
      other,
      theirs,
      ours,
    );
  for (const { target, rule } of rules)
    await run('INSERT INTO rules (target, rule) VALUES ($1, $2) ON CONFLICT DO NOTHING', target, rule);
  for (const { address, of } of fetched)
    await run(
      'INSERT INTO fetched SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM fetched WHERE address = $1)',
      address,
      of.source,
      of.etag,
      of.lastModified,
    );
}
