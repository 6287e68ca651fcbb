/** Sessions that an earlier version of the program derived are derived anew, while the library is used. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedder } from '../../embeddings/embedder.ts';
import type { IngestProgress } from '../rapporteur.ts';
import { deriveAsSeen } from './derive.ts';
import { LibraryError, type Library, type LibraryWriter } from './library.ts';

/**
 * Each session is one short writing, and old or new as a whole: killed anywhere, the next call goes on with what is
 * left. Ends at the next session when the `signal` says so. A session whose words are damaged is left as it is, which
 * `library check` tells of.
 */
export async function bringOver(
  { library, embedder, signal }: { library: Library; embedder: Embedder; signal?: AbortSignal },
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<void> {
  const ids = await library.reading((reader) => reader.behind());
  if (ids.length === 0) return;
  let paused = performance.now();
  for (const [done, id] of ids.entries()) {
    if (signal?.aborted) return;
    onProgress({ done, total: ids.length, name: id });
    const onWait = (holder: string) => onProgress({ done, total: ids.length, name: `waiting for ${holder}` });
    try {
      // Others may ingest for hours, and nothing waits for this.
      await library.writing((writer) => bringOne(id, writer, embedder), { waitMs: Infinity, onWait, signal });
    } catch (error) {
      if (signal?.aborted && error === signal.reason) return;
      throw error;
    }
    if (performance.now() - paused < workMs) continue;
    await sleep(pauseMs);
    paused = performance.now();
  }
  onProgress({ done: ids.length, total: ids.length, name: '' });
  library.saveIndexSoon();
}

/** Another process that waits to write looks every 50 ms whether it may, so now and then nobody writes for that long. */
const [workMs, pauseMs] = [500, 60];

async function bringOne(id: string, library: LibraryWriter, embedder: Embedder): Promise<void> {
  // Another may have brought it over meanwhile, or replaced or removed it.
  if (!(await library.isBehind(id))) return;
  const session = await library.session(id).catch((error: unknown) => {
    if (error instanceof LibraryError) return null;
    throw error;
  });
  if (session) await library.putDerived(id, await deriveAsSeen(session, library, embedder));
}
