/** "Who took part?" */
import type { Reading } from '../../retrieval/reading.ts';
import { count, told, type Made } from './kind.ts';

export async function participants({ session }: Reading): Promise<Made | null> {
  const spoke = new Set(session.turns.map(({ speaker }) => speaker));
  const named = session.speakers.filter(({ name }) => spoke.has(name) || session.turns.length === 0);
  if (named.length === 0) return null;
  const unknown = spoke.has(null) ? ', and others whom the record does not name' : '';
  const lines = named.map(({ name, role, affiliation }) => `- ${[name, role, affiliation].filter(Boolean).join(', ')}`);
  return told(`${count(named.length, 'speaker')}${unknown}:\n${lines.join('\n')}`);
}
