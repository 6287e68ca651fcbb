/** Sees to it that the index of vectors is saved: by one process for all who search, and with nobody waiting for it. */
import type { VectorIndex } from '../../../embeddings/vector-index.ts';
import type { IngestProgress } from '../../rapporteur.ts';
import type { LibraryVectors } from './vectors.ts';
import { asOnlyWriter } from './writer-lock.ts';
import type { Log } from '../../log.ts';

export interface IndexSaver {
  /**
   * Saves it as the library is now. A second call while it runs is the first, unless it asks for it `anew`: then what
   * runs already is waited for, because it may not have what came since. Rejects with a `LibraryError` where another
   * process has been saving it for `waitMs`.
   */
  save(onProgress?: (progress: IngestProgress) => void, options?: { waitMs?: number; anew?: boolean }): Promise<void>;
  /** To be called at each change: saves it when none has come for a while, where it is far enough behind. */
  saveSoon(): void;
  /** Ends what runs at its next step. */
  close(): Promise<void>;
}

/** The index is one file, and not to be written anew for each of a hundred records. */
const quietMs = 2_000;

export function indexSaver(
  { folder, vectors }: { folder: string; vectors: LibraryVectors },
  openIndex: (dimensions: number) => VectorIndex,
  log: Log,
): IndexSaver {
  let soon: NodeJS.Timeout | undefined;
  let running: { index: VectorIndex; done: Promise<void> } | null = null;
  /** What is saved is looked at whole once, for it may be damaged, and after that only at how far it is behind. */
  let isKnown = false;
  let isClosed = false;

  /** Opened for saving alone, so that its memory is given back; null where there are no vectors. */
  function opened(): VectorIndex | null {
    const [first] = vectors.each();
    return first ? openIndex(first.vector.length) : null;
  }

  const save: IndexSaver['save'] = async (onProgress, { waitMs = 0, anew = false } = {}) => {
    if (anew) await running?.done.catch(() => {});
    if (isClosed) return;
    if (!running) {
      const index = opened();
      if (!index) return;
      const done = asOnlyWriter(
        folder,
        () => index.save((done, total) => onProgress?.({ done, total, name: 'the index of vectors' })),
        { what: 'index', waitMs },
      );
      running = {
        index,
        done: done.finally(() => {
          index.close();
          running = null;
        }),
      };
    }
    await running.done;
    isKnown = true;
  };

  async function saveWhenDue(): Promise<void> {
    await running?.done.catch(() => {});
    if (!isClosed && (!isKnown || opened()?.isSaveDue())) await save();
  }

  return {
    save,
    saveSoon() {
      clearTimeout(soon);
      // Answers are right without it, and another process may be at it.
      soon = setTimeout(() => {
        saveWhenDue().catch((error: unknown) => log.warn({ err: error }, 'the index of vectors was not saved'));
      }, quietMs).unref();
    },
    async close() {
      isClosed = true;
      clearTimeout(soon);
      running?.index.close();
      await running?.done.catch(() => {});
    },
  };
}
