/** A question in another language than the records: countries and organisations have a name in each, all else is only near. */
import type { Passage } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { namesIn } from '../people/person.ts';

import { readingsOf, type Ground } from './ground.ts';
import { centralOf } from './kinds/overview.ts';
import { withOrganisationsIn } from './organisation-names.ts';
import { withRegionsIn } from './regions.ts';
import { foundByWords } from './nearest.ts';

interface Asked {
  inquiry: Pick<Inquiry, 'speakers'>;
  sessions: { id: string }[];
  /** What comes nearest by other means already. */
  nearest: Omit<Passage, 'n'>[];
}

/** The question with what it names called as the records call it. */
export function namedIn(other: string, question: string, language: string | null): string {
  return withOrganisationsIn(other, withRegionsIn(other, question, language));
}

/** Of those who are asked of in another language than they speak, what they speak of most comes nearest. */
export async function theirMain(
  { inquiry: { speakers }, sessions, nearest }: Asked,
  ground: Ground,
): Promise<Omit<Passage, 'n'>[]> {
  if (speakers.every(({ matches }) => matches.length === 0)) return [];
  if (nearest.length > 0) return nearest;
  const each = speakers.length > 1 ? 1 : mostOfOne;
  const found = speakers.map(async ({ matches }) => {
    const people = matches.map(({ person }) => person);
    const session = sessions.find(({ id }) => people.some((person) => person.sessions.includes(id)));
    const [reading] = session ? await readingsOf([session.id], ground) : [];
    return reading ? centralOf(namesIn(session!.id, people), reading, ground, each) : [];
  });
  return foundByWords((await Promise.all(found)).flat());
}

const mostOfOne = 3;
