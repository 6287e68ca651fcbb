/** Everything derived from the sessions, made anew with the embedder that is now set. */
import type { Embedder } from '../../embeddings/embedder.ts';
import type { IngestProgress } from '../rapporteur.ts';
import { deriveAsSeen } from './derive.ts';
import type { LibraryWriter } from './library.ts';

export async function rebuild(
  { library, embedder }: { library: LibraryWriter; embedder: Embedder },
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<void> {
  const ids = (await library.sessions()).map(({ id }) => id);
  await library.beginRebuild();
  for (const [done, id] of ids.entries()) {
    onProgress({ done, total: ids.length, name: id });
    const session = await library.session(id);
    if (session) await library.putDerived(id, await deriveAsSeen(session, library, embedder));
  }
  await library.endRebuild();
  onProgress({ done: ids.length, total: ids.length, name: '' });
}
