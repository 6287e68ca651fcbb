/** "Who chaired?" */
import type { Reading } from '../../retrieval/reading.ts';
import type { Ground } from '../ground.ts';
import type { Saying } from '../phrases/saying.ts';
import { told, type Made } from './kind.ts';

export async function moderator(
  { session }: Reading,
  { ground, say }: { ground: Ground; say: Saying },
): Promise<Made | null> {
  const directory = await ground.directory(session.id);
  const found = offices.map((office) => directory.find(office)).find((matches) => matches.length > 0) ?? [];
  if (found.length === 0) return null;
  const names = found.map(({ person }) => [person.name, person.role].filter(Boolean).join(', '));
  return found.length === 1
    ? { ...told(`${names[0]}.`), about: found[0]!.person.name }
    : told(say('couldBe', { names: say.listed(names) }));
}

const offices = ['the moderator', 'the chair', 'the host'];
