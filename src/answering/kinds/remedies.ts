/** "What does she suggest doing about it?" after obstacles: what is proposed within what was quoted last, or right behind it. */
import type { Quote } from '../../answer.ts';
import { spokenBy } from '../../people/person.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { overlaps } from '../nearest.ts';
import { spotsOf, type Spot } from '../quoted-ground.ts';
import { performs } from '../stances/speech-acts.ts';
import type { Asked } from './kind.ts';

/** In the order they were said, of those that are asked of; none where nothing was quoted, or nothing is proposed there. */
export async function remediesBeside(asked: Asked): Promise<Omit<Quote, 'n'>[]> {
  const { inquiry, people, ground } = asked;
  const last = (await asked.before())?.quotes ?? [];
  const isTheirs = spokenBy(people);
  const quoted = people.length === 0 ? last : last.filter(({ session, speaker }) => isTheirs(session.id, speaker));
  if (quoted.length === 0) return [];
  const spots = await spotsOf(quoted, { inquiry, own: '', thing: null }, ground);
  const found = spots
    .filter(({ away }) => away >= 0 && away <= mostBehind)
    .flatMap((spot) => (mends(spotText(spot)) ? [withNext(spot)] : proposes(spot) ? [alone(spot)] : []));
  return found.filter((one, at) => !found.slice(0, at).some((other) => overlaps(one, other)));
}

const spotText = ({ reading, index }: Spot) => reading.sentences[index]!.text;
const proposes = (spot: Spot) => performs('proposal', spotText(spot));
const alone = ({ reading, index }: Spot) => quoteOfRun(reading, { first: index, last: index });

/** Who says that something must be done often says what in the next sentence. */
function withNext({ reading, index }: Spot): Omit<Quote, 'n'> {
  const { sentences } = reading;
  const isNext = sentences[index + 1]?.turn === sentences[index]!.turn;
  return quoteOfRun(reading, { first: index, last: isNext ? index + 1 : index });
}

/** In sentences. */
const mostBehind = 3;

/** "To tackle those challenges, we think …": what is to be done about what is in the way. */
export const mends = (sentence: string) => remedies.in(textOf(sentence));

const remedies = phrases({
  lines: `
    to ({mending}) [all [of]] (this|that|these|those|such|them|it|the|our)
    (that|this) is why (we|i)
    (the|our|one|a|my) [*] ({remedy}) (is|lies|would be|could be|may be)`,
  lists: {
    mending: 'address|tackle|overcome|solve|resolve|bridge|narrow|meet|remove|respond to|face|counter|mend|fix|remedy',
    remedy: 'remedy|solution|cure|way out|answer',
  },
});
