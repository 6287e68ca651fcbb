/** All of a library put into another: what was read, what people made of it, and what is derived, without making vectors again. */
import type { Embedder } from '../../embeddings/embedder.ts';
import type { IngestProgress, MoveReport } from '../rapporteur.ts';
import { applyCorrections } from './corrections.ts';
import { deriveAsSeen } from './derive.ts';
import { LibraryError, type Library, type LibraryWriter } from './library.ts';

/**
 * Session by session, each whole: killed at any moment, the next call goes on with what is left. What is in the other
 * library already stays as it is there, and what cannot be read of this one is told.
 */
export async function moveLibrary(
  { from, to, embedder }: { from: Library; to: Library; embedder: Embedder },
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<MoveReport> {
  if (from.place === to.place) throw new LibraryError(`Library ${from.place}: is where it is to be moved to.`);
  const onWait = (holder: string) => onProgress({ done: 0, total: 1, name: `waiting for ${holder}` });
  const report: MoveReport = { to: to.place, moved: 0, already: 0, problems: [] };
  const noted = await to.overrulings();
  for (const overruling of await from.overrulings())
    if (!noted.some((one) => JSON.stringify(one) === JSON.stringify(overruling))) await to.noteOverruling(overruling);
  await from.writing(
    (source) => to.writing((target) => moveAll({ source, target, embedder }, report, onProgress), { onWait }),
    { onWait },
  );
  await to.saveIndex(onProgress);
  return report;
}

interface Moving {
  source: LibraryWriter;
  target: LibraryWriter;
  embedder: Embedder;
}

async function moveAll(
  { source, target, embedder }: Moving,
  report: MoveReport,
  onProgress: (progress: IngestProgress) => void,
): Promise<void> {
  const { sessions, ...rest } = await source.rest();
  // Rules come first: nobody ever sees what they are for otherwise.
  await target.keepRest(rest);
  for (const [done, id] of sessions.entries()) {
    onProgress({ done, total: sessions.length, name: id });
    try {
      await moveOne(id, { source, target, embedder }, report);
    } catch (error) {
      // What is damaged stays behind, and the others go on; trouble with either store is everybody's.
      if (!(error instanceof LibraryError) || error.cause !== undefined) throw error;
      report.problems.push(error.message);
    }
  }
  onProgress({ done: sessions.length, total: sessions.length, name: '' });
}

async function moveOne(id: string, { source, target, embedder }: Moving, report: MoveReport): Promise<void> {
  const kept = await source.kept(id);
  if (!kept) return;
  const there = await target.origin(id);
  if (there) {
    report.already += 1;
    if (there.recordHash !== kept.recordHash)
      report.problems.push(`session ${id}: another record is kept there under this id, and stays`);
    return;
  }
  const { record } = kept;
  const { session } = applyCorrections(record, await target.corrections(id, record.source));
  const vectors = async (hashes: string[]) => {
    const known = await target.vectors(hashes);
    return new Map([...(await source.vectors(hashes.filter((hash) => !known.has(hash)))), ...known]);
  };
  const from = {
    vectors,
    confidentiality: (of: Parameters<typeof target.confidentiality>[0]) => target.confidentiality(of),
  };
  await target.keep(kept, await deriveAsSeen(session, from, embedder));
  report.moved += 1;
}
