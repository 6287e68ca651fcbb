/** Which records are of one session, as whoever runs the library says it. */
import type { RecordRole } from '../session.ts';
import type { LibraryWriter } from './library.ts';

/** Two records that cannot be linked. */
export class LinkError extends Error {
  override name = 'LinkError';
}

/** Notes what the record `other` is to the session `id`; with `as` null, that they are not linked. Throws a `LinkError`. */
export async function linkRecords(
  id: string,
  other: string,
  as: RecordRole | null,
  library: LibraryWriter,
): Promise<void> {
  for (const each of [id, other])
    if ((await library.origin(each)) === null)
      throw new LinkError(`There is no session ${each}; "sessions" lists the ids.`);
  if (id === other) throw new LinkError(`Session ${id}: a record is linked with another one, not with itself.`);
  await library.link(id, other, as);
}
