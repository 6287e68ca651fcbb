/**
 * A library in a folder: SQLite for all that is kept, hnswlib-node for the index of its vectors.
 *
 * Each session is written whole, with its sentences, chunks, full-text rows and vectors, in one transaction.
 */
import path from 'node:path';
import PQueue from 'p-queue';
import type { StoredVectors, VectorIndex } from '../../../embeddings/vector-index.ts';
import type { Log } from '../../log.ts';
import type { Library, LibraryReader } from '../library.ts';
import { noteOverruling, overrulingsIn } from './audit.ts';
import { connection } from './connection.ts';
import { damageOf, toldOfLog, vectorDamageOf } from './damage.ts';
import { damagedLibrary, type Mending } from './damaged-library.ts';
import { DamagedError, databaseName, openDatabase, told } from './database.ts';
import { builtInVersion } from '../makers.ts';
import { embeddedBy } from './embedded.ts';
import { joinPieces, rowsChanged } from './full-text.ts';
import { indexSaver } from './index-saver.ts';
import { newMemory, readerOf } from './reader.ts';
import { rebuiltIn, survey } from './rebuilding.ts';
import { snapshots, type Snapshot } from './snapshots.ts';
import { vectorsIn } from './vectors.ts';
import { asOnlyWriter } from './writer-lock.ts';
import { forgetFormer, keepWorkedOut } from './worked-out.ts';
import { keepDamagedLog, keptLog } from './write-ahead-log.ts';

export interface SqliteOptions {
  folder: string;
  /** Id of who makes the vectors. */
  embedder: string;
  /** Also opens a library whose vectors another made, for a rebuild. */
  anyEmbedder?: boolean;
  openVectorIndex: OpenVectorIndex;
  log?: Log;
  /** When a record comes in. */
  now?: () => Date;
}

export type OpenVectorIndex = (
  folder: string,
  of: { embedder: string; dimensions: number },
  vectors: StoredVectors,
) => VectorIndex;

/**
 * Opens the library in `folder`, making it where there is none. Throws a `LibraryError` for a folder that cannot be
 * used, a library of another version, or, unless `anyEmbedder`, one whose vectors another embedder made.
 */
export function openLibrary(options: SqliteOptions): Library {
  const { folder, embedder, anyEmbedder = false, log = silent, now = () => new Date() } = options;
  if (keepDamagedLog(path.join(folder, databaseName)))
    log.warn({ library: folder }, toldOfLog(keptLog(path.join(folder, databaseName))!));
  const rebuilding: Library['rebuilding'] = (work, how) =>
    asOnlyWriter(
      folder,
      () =>
        rebuiltIn(folder, embedder, async (to) => {
          const { writerOf } = await import('./writer.ts');
          return to.together(() => work(writerOf(to, newMemory(), embeddedBy(to.db, folder, embedder, true), now)));
        }),
      how,
    );
  const lost = () => survey(folder, embedder).lost;
  try {
    return openWhole(options, { rebuilding, lost });
  } catch (error) {
    if (!(error instanceof DamagedError && anyEmbedder)) throw error;
    return damagedLibrary({ folder, error, rebuilding, lost, open: () => openWhole(options, { rebuilding, lost }) });
  }
}

function openWhole(
  { folder, embedder, anyEmbedder = false, openVectorIndex, log = silent, now = () => new Date() }: SqliteOptions,
  { rebuilding, lost }: Pick<Mending, 'rebuilding' | 'lost'>,
): Library {
  const memory = newMemory();
  const forget = () => {
    for (const kept of Object.values(memory)) kept.clear();
  };
  const open = () => {
    const db = openDatabase(folder, embedder, anyEmbedder, (done, total) =>
      log.warn(
        { library: folder },
        `an earlier version made the library: ${percent(done, total)} of it is brought over`,
      ),
    );
    return { to: connection(db, folder, forget), embedded: embeddedBy(db, folder, embedder, anyEmbedder), db };
  };
  /** Always as it is now; what answers are made of is read from snapshots instead. */
  const newest = open();
  // Vectors of a server are of the same words and the same model, whoever derived the rest.
  const vectors = vectorsIn(newest.to, { onlyOfThisDerivation: builtInVersion(embedder) !== null });
  /** By a connection of its own: what is not written for good yet, nobody else sees. */
  let opened: ReturnType<typeof open> | null = null;
  const forWriting = () => (opened ??= open());
  const openIndex = (dimensions: number) => openVectorIndex(folder, { embedder, dimensions }, vectors);
  /** Follows the stored vectors by itself. */
  let index: VectorIndex | null = null;
  const indexOf = (dimensions: number) => (index ??= openIndex(dimensions));
  const saver = indexSaver({ folder, vectors }, openIndex, log);
  const moments = snapshots(newest.to.revision, openSnapshot);
  /** One after the other here, and when no other process writes. */
  const writes = new PQueue({ concurrency: 1 });

  function openSnapshot(): Snapshot<LibraryReader> {
    const { to, embedded, db } = open();
    return {
      hold() {
        told(folder, () => db.exec('BEGIN'));
        try {
          embedded.check();
        } catch (error) {
          db.exec('ROLLBACK');
          throw error;
        }
      },
      release: () => told(folder, () => db.exec('COMMIT')),
      revision: to.revision,
      reader: () => readerOf(to, memory, indexOf),
      close: () => db.close(),
    };
  }

  return {
    place: folder,
    revision: async () => newest.to.revision(),
    reading: (work) => moments.run(work),
    writing: (work, how = {}) =>
      writes.add(async () => {
        how.signal?.throwIfAborted();
        const { writerOf } = await import('./writer.ts');
        const joined = async () => {
          const { to, embedded } = forWriting();
          const before = rowsChanged(to);
          const done = await to.together(() => work(writerOf(to, memory, embedded, now)));
          // Where all was there already nothing came that could be joined.
          if (rowsChanged(to) > before) joinPieces(to);
          forgetFormer(to);
          return done;
        };
        return asOnlyWriter(folder, joined, how);
      }),
    rebuilding: (work, how) =>
      writes.add(async () => {
        const gone = await rebuilding(work, how);
        forget();
        return gone;
      }),
    saveIndex: (onProgress, how) => saver.save(onProgress, how),
    saveIndexSoon: () => saver.saveSoon(),
    damage: async () => {
      // One that has looked before may take what another has joined since for damage (findings/fts5-check-remembers.sh).
      const { to, db } = open();
      try {
        return damageOf(to, lost);
      } finally {
        db.close();
      }
    },
    vectorDamage: async ({ index: isIndexAsked }) => vectorDamageOf(vectors, isIndexAsked ? openIndex : null),
    noteOverruling: (overruling) => noteOverruling(folder, overruling),
    overrulings: async () => overrulingsIn(folder),
    keepWorkedOut: async (name, revision, text) => {
      // By a connection of its own, which waits for nobody.
      const { to, db } = open();
      try {
        keepWorkedOut(to, name, revision, text);
      } catch (error) {
        log.info({ err: error, name }, 'what was worked out of the library was not kept');
      } finally {
        db.close();
      }
    },
    close: async () => {
      index?.close();
      await saver.close();
      moments.close();
      opened?.db.close();
      newest.db.close();
    },
  };
}

const percent = (done: number, total: number) => `${Math.floor((100 * done) / total)} %`;

const silent: Log = { info: () => {}, warn: () => {} };
