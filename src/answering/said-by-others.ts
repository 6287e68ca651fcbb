/** Where those who are asked of said nothing on a matter, somebody else may have spoken of it, and is named as such. */
import type { Passage } from '../answer.ts';
import { spokenBy } from '../people/person.ts';
import { choose, choosingFor } from './quotes/choose.ts';
import type { Ground } from './ground.ts';
import { hear } from './hear.ts';
import { answeringPlaces } from './judge.ts';
import type { Looked } from './look.ts';
import { shareSaidAtAll } from './matter/most-of-matter.ts';
import { idsOf, type Parts } from './parts-of.ts';

/** Best first; few, each by another where there are others. */
export async function saidByOthers(
  { wanted, words }: Looked,
  { inquiry, people, sessions }: Parts,
  ground: Ground,
): Promise<Omit<Passage, 'n'>[]> {
  const ofAnybody = { ...inquiry, asksWho: true };
  const heard = await hear(wanted, words, idsOf(sessions), [], ground);
  const isTheirs = spokenBy(people);
  const least = leastOfOthers * shareSaidAtAll(wanted, heard);
  // Who replies to somebody that names it has not spoken of it by that, nor has who says half of its words of something else.
  const others = answeringPlaces(heard, ofAnybody).filter(
    ({ reading, sentence, repliesTo, whole, own }) =>
      repliesTo === undefined && (whole || own >= least) && !isTheirs(reading.session.id, sentence.speaker),
  );
  return choose(others, { ...choosingFor(ofAnybody, false, false), spread: true }).slice(0, mostOthers);
}

const mostOthers = 3;
/** Of the weight, in the sentence itself, of those words of the matter that anybody says. */
const leastOfOthers = 0.6;
