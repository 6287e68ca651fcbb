/** "Who took part?" */
import type { Reading } from '../../retrieval/reading.ts';
import type { Saying } from '../phrases/saying.ts';
import { told, type Made } from './kind.ts';

export async function participants({ session }: Reading, { say }: { say: Saying }): Promise<Made | null> {
  const spoke = new Set(session.turns.map(({ speaker }) => speaker));
  const named = session.speakers.filter(({ name }) => spoke.has(name) || session.turns.length === 0);
  if (named.length === 0) return null;
  const lines = named.map(({ name, role, affiliation }) => `- ${[name, role, affiliation].filter(Boolean).join(', ')}`);
  const heading = named.length === 1 ? say('oneSpeaker') : say('speakers', { number: named.length });
  const unnamed = spoke.has(null) ? [`- ${say('andUnnamed')}`] : [];
  return told([heading, ...lines, ...unnamed].join('\n'));
}
