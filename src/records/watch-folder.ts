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
  /** How long to wait before what failed is tried again. Default five seconds. */
  retryMs?: number;
}

export interface WatchReport {
  files: IngestedFile[];
  removed: string[];
}

/** `settled` resolves when what was there at the start is in, or the watching has ended. `stop` waits for what is being put in. */
export function watchFolder({
  rapporteur,
  folder: named,
  onReport,
  onError,
  settleMs = 1000,
  retryMs = 5000,
}: Watching): {
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
  /** That all of it has vanished. */
  let isTold = false;
  /** Files at which the program itself failed, and how often: each is tried again by itself, to know which of them it is. */
  const suspects = new Map<string, number>();

  async function putIn(): Promise<void> {
    const suspect = [...changed].find((file) => suspects.has(file));
    const files = suspect === undefined ? [...changed].slice(0, atOnce) : [suspect];
    // First what is there: a file that moved keeps its session and what was put right in it.
    const missing = files.length < atOnce ? [...gone] : [];
    for (const file of files) changed.delete(file);
    for (const file of missing) gone.delete(file);
    try {
      const report = files.length > 0 ? await rapporteur.ingest(files.map((file) => ({ path: file }))) : { files: [] };
      const vanished = missing.length > 0 ? await howVanished(folder) : null;
      if (vanished !== null && !isTold) onError(new Error(`${folder}: ${vanished}`));
      if (missing.length > 0) isTold = vanished !== null;
      const removed = missing.length > 0 && vanished === null ? await rapporteur.removeFrom(missing) : [];
      for (const file of files) suspects.delete(file);
      if (files.length + removed.length > 0) onReport({ ...report, removed });
      if (changed.size + gone.size > 0) soon();
    } catch (error) {
      const given = isOfLibrary(error as Error) ? [] : files.filter((file) => failedAgain(file, files.length === 1));
      if (given.length > 0) onReport({ files: given.map((file) => givenUp(file, error as Error)), removed: [] });
      for (const file of files) if (!gone.has(file) && !given.includes(file)) changed.add(file);
      for (const file of missing) if (!changed.has(file)) gone.add(file);
      onError(error as Error);
      await sleep(retryMs, null, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted) soon();
    }
  }

  /** Is it to be given up? Failed by itself, and more than once. What was among others is only suspected. */
  function failedAgain(file: string, isAlone: boolean): boolean {
    const times = suspects.get(file) ?? 0;
    suspects.set(file, isAlone ? times + 1 : times);
    if (!isAlone || times + 1 < mostTries) return false;
    suspects.delete(file);
    return true;
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
    isTold = false;
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

/** Whether the trouble is everybody's, so that a file is tried until it is over. */
function isOfLibrary({ name }: Error): boolean {
  return name === 'LibraryError' || name === 'EmbedderError';
}

function givenUp(file: string, { message }: Error): IngestedFile {
  const failure = `this program failed on it ${mostTries} times (${message}); it is tried again when it changes.`;
  return { name: file, sessions: [], failure, problems: [] };
}

const mostTries = 2;

/** Files put in at a time, so that a stop need not wait long. */
const atOnce = 50;
const gatherMs = 100;

/** Null while it holds any record. One that holds none may be a disk that is not mounted: nothing is taken out for that. */
async function howVanished(folder: string): Promise<string | null> {
  if (!existsSync(folder)) return 'the folder is gone; its sessions stay until it is back.';
  const isEmpty = (await recordFilesIn(folder)).length === 0;
  return isEmpty ? 'the folder holds no records any more; its sessions stay. "remove" takes one out.' : null;
}

async function sourcesGone(rapporteur: Pick<Rapporteur, 'sessions'>, folder: string): Promise<string[]> {
  const files = new Set((await rapporteur.sessions()).map(({ source }) => source.split(inArchive)[0]!));
  return [...files].filter((file) => file.startsWith(folder + path.sep) && !existsSync(file));
}
