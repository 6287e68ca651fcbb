/** Who of those that do not name a matter may speak of it in other words: nobody is told to be silent on it who does. */
import type { Quote } from '../answer.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import { quoteOfRun } from './quotes/choose.ts';
import type { Ground } from './ground.ts';
import { kindredIn } from './matter/kindred-said.ts';
import type { Looked } from './look.ts';
import { passageAround } from './nearest.ts';

/** What comes nearest in the words of each of these speakers of a session; none of whoever says nothing like it. */
export async function perhapsOn(
  speakers: string[],
  session: string,
  { near }: Pick<Looked, 'near'>,
  ground: Ground,
): Promise<Omit<Quote, 'n'>[]> {
  const within = { people: [], spokenIn: [session] };
  const candidates = await candidatesFor({ ...near, people: [], among: [session] }, ground);
  const kindred = await kindredIn(near.wanted, candidates, within, ground);
  const meant = [...kindred, ...candidates.filter(isMeant)];
  return speakers.flatMap((name) => {
    const nearest = meant.find(
      ({ reading, index }) => reading.session.id === session && reading.sentences[index]!.speaker === name,
    );
    return nearest ? [quoteOfRun(nearest.reading, passageAround(nearest.reading, nearest.index))] : [];
  });
}

/** It has something of all parts of the matter, and what it means as a whole is near. */
function isMeant({ closeness, like }: Candidate): boolean {
  return closeness !== null && closeness.around >= leastMeant && like >= leastLike;
}

const leastMeant = 0.5;
const leastLike = 1;
