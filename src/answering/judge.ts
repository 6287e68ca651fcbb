/** Which of the sentences heard answer: what is certain, as against what only comes near. */
import type { Inquiry } from '../asking/asked.ts';
import { learned } from './confidence.ts';
import { leastCovered, leastOwn } from './evidence.ts';
import type { Heard, Place } from './hear.ts';

/**
 * The sentences that answer, best first. Where all that is asked stands in one sentence it answers, whatever the number
 * of sessions. Otherwise a session must be sure to speak of it; where none of its sentences has enough of the question
 * in itself, those of a discussion of the matter do, unless somebody or a figure is asked for.
 */
export function answeringPlaces(all: Heard[], { wants, asksWho }: Inquiry, isTopic = false): Place[] {
  const heard = all.map((each) => ({
    ...each,
    places: each.places.flatMap((place) => asAnswer(place, isTopic) ?? []),
  }));
  const isSure = ({ chance }: Heard) => chance >= learned.leastChance;
  const exact = heard.flatMap((each) =>
    each.places.filter(
      ({ own, covered, whole }) => whole || (isSure(each) && covered >= leastCovered && own >= leastOwn),
    ),
  );
  const found = exact.length > 0 || wants === 'number' || asksWho ? exact : inDiscussions(heard);
  return found.toSorted((one, other) => other.score - one.score);
}

/** A question in the record is not its answer, its reply is. Of a topic, what names it comes before replies to who did. */
function asAnswer(place: Place, isTopic: boolean): Place | null {
  if (!isTopic) return place.isReplied ? null : place;
  return place.repliesTo === undefined ? place : { ...place, score: place.score - topicReplyBehind };
}

const topicReplyBehind = 0.3;

function inDiscussions(heard: Heard[]): Place[] {
  return heard
    .filter(({ spot, chance }) => spot.named && spot.said && chance >= learned.leastChance + inDiscussion)
    .flatMap(({ places, spot }) =>
      places.map((place) => ({ ...place, score: place.score + nearCounts * spot.covered[place.index]! })),
    );
}

/** How much surer it must be where no sentence has enough of the question in itself. */
const inDiscussion = 0.08;
/** How much it counts in a discussion what stands near a sentence, beside what stands in it. */
const nearCounts = 0.6;
