/** A rule of confidentiality set, and what is derived of the sessions it is for made anew where it must be. */
import type { Embedder } from '../../embeddings/embedder.ts';
import type { IngestProgress, RuleTarget } from '../rapporteur.ts';
import { deriveAsSeen } from './derive.ts';
import type { LibraryWriter } from './library.ts';

/**
 * The rule holds from the first moment on. Sessions whose words must be masked, or no longer, are off the record until
 * they are derived anew, one by one: where that is cut short, `bringOver` goes on with it.
 */
export async function setRule(
  target: RuleTarget,
  rule: string | null,
  { library, embedder }: { library: LibraryWriter; embedder: Embedder },
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<void> {
  await library.setRule(target, rule);
  const ids: string[] = [];
  for (const { id } of await library.sessions()) if (await library.isBehind(id)) ids.push(id);
  for (const [done, id] of ids.entries()) {
    onProgress({ done, total: ids.length, name: id });
    const session = await library.session(id);
    if (session) await library.putDerived(id, await deriveAsSeen(session, library, embedder));
  }
  if (ids.length > 0) onProgress({ done: ids.length, total: ids.length, name: '' });
}
