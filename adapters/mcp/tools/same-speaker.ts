/** Is whoever is named the one whose words were found? */
import type { Verification } from '../../../src/answer.ts';
import type { Caller } from './tool.ts';

/** `cannot_tell` where the record does not name who spoke, or nothing was found. */
export async function mentionsSame(
  named: string | undefined,
  { found, by = [] }: Verification,
  { rapporteur, scope }: Caller,
): Promise<'same' | 'other' | 'cannot_tell' | 'not_given'> {
  if (named === undefined) return 'not_given';
  if (found === null || found.speaker === null) return 'cannot_tell';
  const speakers = new Set([found, ...by].map(({ speaker }) => speaker));
  const { people } = await rapporteur.quotes({ speaker: named, limit: 1, scope });
  return people.some(({ name }) => speakers.has(name)) ? 'same' : 'other';
}
