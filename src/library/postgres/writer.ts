/** How a library in PostgreSQL is changed: each change in one transaction. */
import { operator } from '../../access/origin.ts';
import { inArchive, type Session } from '../../session.ts';
import { applyCorrections } from '../corrections.ts';
import { derivation, type Derived } from '../derive.ts';
import { counterpart, type Fetched, type KnownRecord, type LibraryWriter } from '../library.ts';
import { rebuilding } from '../makers.ts';
import { confidentialityOf, nameOf, type Ruled, type Rules } from '../rules.ts';
import { asOneMoment, within, type Connection } from './connection.ts';
import { eraseDerived, insertDerived, type Difference } from './derived-rows.ts';
import { keepRestIn, keptIn, restIn } from './kept.ts';
import type { Locks } from './locks.ts';
import { checkState, momentOf, stateOf, type Memory } from './moment.ts';
import { changeRow, correctionsOf, insertSession, rowsOf, sessionsOf } from './session-rows.ts';
import { fromText } from './vectors.ts';
import { insertVersion, keepVersion } from './versions.ts';

export interface WriterOptions {
  to: Connection;
  locks: Locks;
  memory: Memory;
  embedder: string;
  anyEmbedder: boolean;
  /** When a record comes in. */
  now: () => Date;
  /** In a transaction already, which others see whole or not at all. */
  isWithin: boolean;
}

export function writerOf(options: WriterOptions): LibraryWriter {
  const { to, locks, memory, embedder, anyEmbedder, now, isWithin } = options;
  const { all, one, run } = to;
  let isRebuilding = false;

  /** Whole or not at all; counts as one change of the library. */
  async function change<T>(work: (note: (by: Difference) => void) => Promise<T>): Promise<T> {
    const difference: Difference = { chunks: 0, terms: 0 };
    const note = (by: Difference) => {
      difference.chunks += by.chunks;
      difference.terms += by.terms;
    };
    const changed = async () => {
      const done = await work(note);
      // Last, because whoever else changes anything waits for it from here on.
      await run(
        'UPDATE state SET revision = revision + 1, chunks = chunks + $1, terms = terms + $2',
        difference.chunks,
        difference.terms,
      );
      return done;
    };
    return isWithin ? changed() : within(to, 'BEGIN', changed);
  }

  const sessionIn = async (id: string) => (await sessionsOf(to, [id]))[0] ?? null;
  const rulesNow = async (): Promise<Rules> => {
    const rows = await all<{ target: string; rule: string }>('SELECT target, rule FROM rules');
    return new Map(rows.map(({ target, rule }) => [target, rule]));
  };

  /** Notes who makes the vectors. Rejects where there are vectors of another's. */
  async function claim({ chunks }: Derived): Promise<void> {
    const dimensions = chunks[0]?.vector.length ?? null;
    const state = await stateOf(to);
    checkState(state, to.place, embedder, anyEmbedder);
    if (state.embedder === embedder && (dimensions === null || state.dimensions === dimensions)) return;
    await run('UPDATE state SET embedder = $1, dimensions = coalesce($2, dimensions)', embedder, dimensions);
  }

  async function erase(number: number): Promise<Difference> {
    const gone = await eraseDerived(to, number);
    await run('DELETE FROM sessions WHERE number = $1', number);
    return gone;
  }

  async function corrected(record: Session): Promise<Session> {
    return applyCorrections(record, await correctionsOf(to, record.id, record.source)).session;
  }

  return {
    sessions: async () => {
      const look = async () =>
        (await momentOf(to, await stateOf(to), isWithin ? { ...memory, newest: null } : memory)).summaries;
      return isWithin ? look() : within(to, asOneMoment, look);
    },
    session: async (id) => {
      await locks.session(id);
      return (await sessionIn(id))?.session ?? null;
    },
    record: async (id) => {
      await locks.session(id);
      return (await sessionIn(id))?.record ?? null;
    },
    known: async (of) => {
      const select = `SELECT ${knownColumns} FROM sessions WHERE`;
      if ('recordHash' in of) {
        // Another may be putting in the same one.
        await locks.record(of.recordHash);
        return all<KnownRecord>(`${select} record_hash = $1 ORDER BY number`, of.recordHash);
      }
      const start = of.source.slice(0, 400);
      return all<KnownRecord>(
        `${select} left(source, 400) BETWEEN left($1, 400) AND left($1, 400) || chr(1114111)
        AND (source = $2 OR starts_with(source, $3)) ORDER BY number`,
        start,
        of.source,
        `${of.source}${inArchive}`,
      );
    },
    origin: async (id) => {
      await locks.session(id);
      return (await one<KnownRecord>(`SELECT ${knownColumns} FROM sessions WHERE id = $1`, id)) ?? null;
    },
    corrections: async (id, source) => {
      await locks.session(id);
      return correctionsOf(to, id, source);
    },
    vectors: async (hashes) => {
      const rows = await all<{ hash: string; vector: string }>(
        `SELECT hash, embedding::text AS vector FROM unnest($1::text[]) AS asked (hash) CROSS JOIN LATERAL (
          SELECT embedding FROM chunks JOIN vectors ON vectors.session = chunks.session AND chunk = chunks.id
          WHERE chunks.hash = asked.hash LIMIT 1
        ) AS known`,
        hashes,
      );
      return new Map(rows.map(({ hash, vector }) => [hash, fromText(vector)]));
    },

    put: async (session, recordHash, derived, corrections) => {
      const { id, source, origin = operator } = session;
      await locks.session(id);
      await change(async (note) => {
        await claim(derived);
        const [before] = await rowsOf(to, [id]);
        if (before && before.origin !== origin)
          throw new Error(`Session ${id}: is ${before.origin}'s, and nothing of ${origin}'s may take its place.`);
        const isSameRecord = before?.hash === recordHash;
        if (before) {
          if (!isSameRecord) await keepVersion(to, id);
          // What was put right of a session goes with it to another file, and only then.
          if (before.source !== source) {
            await run('DELETE FROM corrections WHERE session = $1 AND source = $2', id, source);
            await run(
              'UPDATE corrections SET source = $1 WHERE session = $2 AND source = $3',
              source,
              id,
              before.source,
            );
          }
          note(await erase(before.number));
        }
        if (corrections) {
          await run('DELETE FROM corrections WHERE session = $1 AND source = $2', id, source);
          for (const correction of corrections)
            await run(
              'INSERT INTO corrections (session, source, correction) VALUES ($1, $2, $3)',
              id,
              source,
              JSON.stringify(correction),
            );
        }
        const broughtIn = isSameRecord ? before.broughtIn : now().toISOString();
        const number = await insertSession(to, session, recordHash, broughtIn);
        note(await insertDerived(to, number, await corrected(session), derived));
      });
    },

    remove: async (id, { forget } = { forget: false }) => {
      await locks.session(id);
      return change(async (note) => {
        const [row] = await rowsOf(to, [id]);
        if (row) note(await erase(row.number));
        await run('DELETE FROM versions WHERE session = $1', id);
        if (forget) {
          await run('DELETE FROM corrections WHERE session = $1', id);
          await run('DELETE FROM links WHERE session = $1 OR other = $1', id);
        }
        await run('DELETE FROM fetched WHERE NOT EXISTS (SELECT FROM sessions WHERE sessions.source = fetched.source)');
        return row !== undefined;
      });
    },

    link: (id, other, as) =>
      change(async () => {
        await run('DELETE FROM links WHERE (session = $1 AND other = $2) OR (session = $2 AND other = $1)', id, other);
        if (as === null) return;
        await run(
          'INSERT INTO links (session, other, theirs, ours) VALUES ($1, $2, $3, $4), ($2, $1, $4, $3)',
          id,
          other,
          as,
          counterpart[as],
        );
      }),

    move: async (id, source) => {
      await locks.session(id);
      await change(async () => {
        const before = await changeRow(to, id, { source });
        if (before)
          await run('UPDATE corrections SET source = $1 WHERE session = $2 AND source = $3', source, id, before.source);
      });
    },
    give: async (id, origin) => {
      await locks.session(id);
      return change(async () => (await changeRow(to, id, { origin })) !== null);
    },

    fetched: async (address) =>
      (await one<Fetched>(
        `SELECT source, etag, last_modified AS "lastModified" FROM fetched
        WHERE address = $1 AND source IN (SELECT source FROM sessions)`,
        address,
      )) ?? null,
    putFetched: async (address, { source, etag, lastModified }) => {
      const put = async () => {
        await run('DELETE FROM fetched WHERE address = $1', address);
        await run('INSERT INTO fetched VALUES ($1, $2, $3, $4)', address, source, etag, lastModified);
      };
      await (isWithin ? put() : within(to, 'BEGIN', put));
    },

    beginRebuild: () =>
      change(async () => {
        isRebuilding = true;
        for (const table of ['vectors', 'repeated', 'postings', 'chunks', 'turns']) await run(`DELETE FROM ${table}`);
        await run('UPDATE state SET embedder = $1, dimensions = NULL, chunks = 0, terms = 0', rebuilding);
        await run("UPDATE sessions SET people = '[]', chunk_count = 0, making = making + 1");
      }),
    confidentiality: async (of) => confidentialityOf(of, await rulesNow()),
    setRule: (target, rule) =>
      change(async () => {
        await run('DELETE FROM rules WHERE target = $1', nameOf(target));
        if (rule !== null) await run('INSERT INTO rules (target, rule) VALUES ($1, $2)', nameOf(target), rule);
      }),
    isBehind: async (id) => {
      await locks.session(id);
      const row = await one<Ruled & { derivation: number; isMasked: boolean }>(
        'SELECT id, event, source, origin, rule, derivation, masks IS NOT NULL AS "isMasked" FROM sessions WHERE id = $1',
        id,
      );
      if (!row) return false;
      const { chathamHouse = false } = confidentialityOf(row, await rulesNow());
      return row.derivation < derivation || row.isMasked !== chathamHouse;
    },
    putDerived: async (id, derived) => {
      await locks.session(id);
      await change(async (note) => {
        if (!isRebuilding) await claim(derived);
        const found = await sessionIn(id);
        if (!found) return;
        note(await eraseDerived(to, found.row.number));
        note(await insertDerived(to, found.row.number, found.session, derived));
      });
    },
    endRebuild: () =>
      change(async () => {
        isRebuilding = false;
        const dimensions = await one<{ dimensions: number }>('SELECT dimensions FROM vectors LIMIT 1');
        await run('UPDATE state SET embedder = $1, dimensions = $2', embedder, dimensions?.dimensions ?? null);
      }),
    kept: async (id) => {
      await locks.session(id);
      return keptIn(to, id);
    },
    keep: async ({ record, recordHash, broughtIn, versions }, derived) => {
      await locks.session(record.id);
      await change(async (note) => {
        await claim(derived);
        const number = await insertSession(to, record, recordHash, broughtIn);
        note(await insertDerived(to, number, await corrected(record), derived));
        for (const version of versions) await insertVersion(to, record.id, version);
      });
    },
    rest: () => restIn(to),
    keepRest: (rest) => change(() => keepRestIn(to, rest)),
  };
}

const knownColumns = 'id, record_hash AS "recordHash", source, origin';
