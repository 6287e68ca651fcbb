/** Who speaks of a matter by another word for it: of the youth, where young people are asked for. */
import type { Candidate } from '../candidates.ts';
import { kindredOf } from './called-otherwise.ts';
import type { Wanted } from './evidence.ts';
import { readingsOf, type Ground } from '../ground.ts';
import { sentencesOf } from '../hear.ts';
import type { Within } from '../look.ts';

/** Sentences that have every word of the matter, or another for the same: those that come near first. */
export async function kindredIn(
  { terms }: Pick<Wanted, 'terms'>,
  near: Candidate[],
  { people, spokenIn }: Pick<Within, 'people' | 'spokenIn'>,
  ground: Ground,
): Promise<Candidate[]> {
  if (terms.length === 0) return [];
  const ways = terms.map(({ term }) => kindredOf(term));
  const isMeant = ({ reading, index }: Pick<Candidate, 'reading' | 'index'>) =>
    ways.every((each) => each.some((way) => reading.sentences[index]!.terms.has(way)));
  const others = (await readingsOf(spokenIn.slice(0, mostRead), ground)).flatMap((reading) => {
    const isTheirs = sentencesOf(people, reading);
    return [...reading.sentences.keys()].flatMap((index) =>
      isTheirs(reading.sentences[index]!)
        ? [{ reading, index, place: null, like: 0, closeness: null, nearness: 0 }]
        : [],
    );
  });
  return [...near, ...others].filter(isMeant);
}

/** Sessions read whole. */
const mostRead = 12;
