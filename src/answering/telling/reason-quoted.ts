/** The reason that a turn which was quoted gives for what is asked: "Why can't they build it?" */
import { termsOf } from '../../words/terms.ts';
import { farness, mostAway, type Spot } from '../quoted-ground.ts';
import { formsOf } from '../matter/forms-said.ts';
import { announcesReason, concludesReason } from './reasons.ts';

/**
 * The nearest sentence that gives a reason for all that the question adds, `own`; null where none does. Who says that a reason
 * comes, or came, has said beside it what it is for; any other must say both in one sentence, or go on from the one to the other.
 */
export function reasonFor(own: string, spots: Spot[]): Spot | null {
  const asked = termsOf(own);
  if (asked.length === 0) return null;
  const says = ({ reading: { sentences, places }, index }: Spot, before: number, after: number) => {
    const { turn } = sentences[index]!;
    const said = sentences.slice(Math.max(index - before, 0), index + after + 1).filter((each) => each.turn === turn);
    return asked.every((term) => {
      const forms = [...formsOf(term, places, false).keys()];
      return said.some(({ terms }) => forms.some((form) => terms.has(form)));
    });
  };
  const goesOnToTell = ({ reading: { sentences }, index }: Spot) =>
    spots.some((next) => next.tells && next.reading.sentences === sentences && next.index === index + 1);
  const announced = ({ reading: { sentences }, index }: Spot) =>
    announcesReason(sentences[index]!.text) || concludesReason(sentences[index]!.text);
  const near = spots
    .filter((spot) => farness(spot) <= mostAway)
    .toSorted((one, other) => farness(one) - farness(other));
  return (
    near.find((spot) => announced(spot) && says(spot, 1, 2)) ??
    near.find((spot) => (spot.tells || goesOnToTell(spot)) && says(spot, 0, 0)) ??
    null
  );
}
