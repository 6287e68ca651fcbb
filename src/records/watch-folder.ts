/** Keeps the records of a folder in the library while they come, change and go. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import type { IngestedFile, Rapporteur } from '../rapporteur.ts';
import { isHidden, isRecordFile, recordFilesIn } from './record-files.ts';
import { inArchive } from '../session.ts';

export interface Watching {
  rapporteur: Pick<Rapporteur, 'ingest' | 'removeFrom' | 'sessions'>;
  folder: string;
  /** What became of files, and the ids of sessions whose file is gone; first of all that were there at the start. */
  onReport: (report: WatchReport) => void;
  /** What went wrong with the folder or the library; it is tried again. */
  onError: (error: Error) => void;
  /** How long a file's size must stay the same before it counts as written. Default one second. */
  settleMs?: number;
}

export interface WatchReport {
  files: IngestedFile[];
  removed: string[];
}

/** `settled` resolves when what was there at the start is in, or the watching has ended. `stop` waits for what is being put in. */
export function watchFolder({ rapporteur, folder: named, onReport, onError, settleMs = 1000 }: Watching): {
  settled: Promise<void>;
  stop(): Promise<void>;
} {
  const folder = path.resolve(named);
  const changed = new Set<string>();
  const gone = new Set<string>();
  /** A file that is gone may turn up elsewhere, which is known only when it counts as written there. */
  const missed = new Map<string, NodeJS.Timeout>();
  const stopping = new AbortController();
  let working: Promise<void> = Promise.resolve();
  let isWaiting = false;

  async function putIn(): Promise<void> {
    const files = [...changed].slice(0, atOnce);
    // First what is there: a file that moved keeps its session and what was put right in it.
    const missing = files.length < atOnce ? [...gone] : [];
    for (const file of files) changed.delete(file);
    for (const file of missing) gone.delete(file);
    try {
      const report = files.length > 0 ? await rapporteur.ingest(files.map((file) => ({ path: file }))) : { files: [] };
      const isThere = existsSync(folder);
      if (missing.length > 0 && !isThere)
        onError(new Error(`${folder}: the folder is gone; its sessions stay until it is back.`));
      const removed = missing.length > 0 && isThere ? await rapporteur.removeFrom(missing) : [];
      if (files.length + removed.length > 0) onReport({ ...report, removed });
      if (changed.size + gone.size > 0) soon();
    } catch (error) {
      for (const file of files) if (!gone.has(file)) changed.add(file);
      for (const file of missing) if (!changed.has(file)) gone.add(file);
      onError(error as Error);
      await sleep(retryMs, null, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) soon();
    }
  }

  /** Files that come together are put in together. */
  function soon(): void {
    if (isWaiting) return;
    isWaiting = true;
    working = working
      .then(() => sleep(gatherMs))
      .then(() => {
        isWaiting = false;
        return stopping.signal.aborted ? undefined : putIn();
      });
  }

  const watcher = watch(folder, {
    ignored: (file, stats) => isHidden(folder, file) || (stats?.isFile() === true && !isRecordFile(file)),
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: Math.min(100, settleMs) },
  });
  const come = (file: string) => {
    clearTimeout(missed.get(file));
    missed.delete(file);
    gone.delete(file);
    changed.add(file);
    soon();
  };
  watcher
    .on('add', come)
    .on('change', come)
    .on('unlink', (file) => {
      changed.delete(file);
      missed.set(
        file,
        setTimeout(
          () => {
            missed.delete(file);
            gone.add(file);
            soon();
          },
          settleMs * 2 + gatherMs,
        ),
      );
    })
    .on('error', (error) => onError(error as Error));
  async function start(): Promise<void> {
    const ready = new Promise<void>((resolve) => {
      watcher.once('ready', resolve);
      stopping.signal.addEventListener('abort', () => resolve());
    });
    await ready;
    try {
      if (!existsSync(folder))
        throw new Error(`${folder}: there is no such folder yet; it is watched from when it is there.`);
      // What came and went while nobody watched.
      const there = await recordFilesIn(folder);
      for (const file of there) changed.add(file);
      // A folder with nothing in it may be a disk that is not mounted.
      if (there.length > 0) for (const file of await sourcesGone(rapporteur, folder)) gone.add(file);
    } catch (error) {
      onError(error as Error);
    }
    if (changed.size + gone.size > 0) soon();
    for (let last = null; last !== working && !stopping.signal.aborted;) {
      last = working;
      await last;
    }
  }
  const settled = start();

  return {
    settled,
    async stop() {
      stopping.abort();
      for (const timer of missed.values()) clearTimeout(timer);
      await watcher.close();
      await settled;
      await working;
    },
  };
}

/** Files put in at a time, so that a stop need not wait long. */
const atOnce = 50;
const gatherMs = 100;
const retryMs = 5000;

async function sourcesGone(rapporteur: Pick<Rapporteur, 'sessions'>, folder: string): Promise<string[]> {
  const files = new Set((await rapporteur.sessions()).map(({ source }) => source.split(inArchive)[0]!));
  return [...files].filter((file) => file.startsWith(folder + path.sep) && !existsSync(file));
}
