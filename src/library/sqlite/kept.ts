/** What is kept in a folder and could not be made again, as it goes into another library and comes from one. */
import type { Correction } from '../../session.ts';
import type { Fetched, KeptRest, KeptSession } from '../library.ts';
import type { Connection } from './connection.ts';
import { recordOf } from './session-rows.ts';
import { formerVersions } from './versions.ts';

/** Throws a `LibraryError` where its words are not those that were put in. */
export function keptIn(from: Connection, id: string): KeptSession | null {
  const record = recordOf(from, id);
  if (!record) return null;
  const { hash, broughtIn } = from.one<{ hash: string; broughtIn: string | null }>(
    'SELECT record_hash AS hash, brought_in AS broughtIn FROM sessions WHERE id = ?',
    id,
  )!;
  const { version: _version, links: _links, ...read } = record;
  return { record: read, recordHash: hash, broughtIn, versions: formerVersions(from, id) };
}

export function restIn({ all }: Connection): KeptRest & { sessions: string[] } {
  const corrections = all<{ session: string; source: string; correction: string }>(
    'SELECT session, source, correction FROM corrections ORDER BY id',
  );
  const fetched = all<Fetched & { address: string }>(
    'SELECT address, source, etag, last_modified AS lastModified FROM fetched',
  );
  return {
    sessions: all<{ id: string }>('SELECT id FROM sessions ORDER BY number').map(({ id }) => id),
    corrections: corrections.map(({ correction, ...of }) => ({
      ...of,
      correction: JSON.parse(correction) as Correction,
    })),
    links: all<KeptRest['links'][number]>('SELECT session, other, theirs, ours FROM links').map((link) => ({
      ...link,
    })),
    rules: all<KeptRest['rules'][number]>('SELECT target, rule FROM rules').map((rule) => ({ ...rule })),
    fetched: fetched.map(({ address, ...of }) => ({ address, of })),
  };
}

/** What is there already stays as it is. To be called within a change. */
export function keepRestIn({ run, one }: Connection, { corrections, links, rules, fetched }: KeptRest): void {
  const made = new Set(
    corrections
      .filter(
        ({ session, source }) =>
          one('SELECT 1 FROM corrections WHERE session = ? AND source = ?', session, source) === undefined,
      )
      .map(({ session, source }) => JSON.stringify([session, source])),
  );
  for (const { session, source, correction } of corrections)
    if (made.has(JSON.stringify([session, source])))
      run(
        'INSERT INTO corrections (session, source, correction) VALUES (?, ?, ?)',
        session,
        source,
        JSON.stringify(correction),
      );
  for (const { session, other, theirs, ours } of links)
    run('INSERT OR IGNORE INTO links (session, other, theirs, ours) VALUES (?, ?, ?, ?)', session, other, theirs, ours);
  for (const { target, rule } of rules) run('INSERT OR IGNORE INTO rules (target, rule) VALUES (?, ?)', target, rule);
  for (const { address, of } of fetched)
    run('INSERT OR IGNORE INTO fetched VALUES (?, ?, ?, ?)', address, of.source, of.etag, of.lastModified);
}
