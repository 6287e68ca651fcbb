/** Which of the sentences heard answer: what is certain, as against what only comes near. */
import type { Inquiry } from '../asking/asked.ts';
import { learned } from './confidence.ts';
import { leastCovered, leastOwn } from './evidence.ts';
import { figureIn } from './figure.ts';
import type { Heard, Place } from './hear.ts';
import type { Likeness } from './likeness.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';
import { termsOf } from '../words/terms.ts';

/**
 * The sentences that answer, best first. Where all that is asked stands in one sentence it answers, whatever the number
 * of sessions. Otherwise a session must be sure to speak of it; where none of its sentences has enough of the question
 * in itself, those of a discussion of the matter do, unless somebody or a figure is asked for.
 */
export function answeringPlaces(
  all: Heard[],
  { question, wants, asksWho, speakers }: Inquiry,
  isTopic = false,
): Place[] {
  // Questions are what somebody said, too, and what "Who asked about it?" is after.
  const takesQuestions = speakers.length > 0 || termsOf(question).includes('ask');
  const heard = all.map((each) => ({
    ...each,
    places: each.places.flatMap((place) => asAnswer(place, isTopic, takesQuestions) ?? []),
  }));
  const sure = sureOf(heard);
  const whole = heard.flatMap(({ places }) => places.filter((place) => place.whole));
  const enough = sure.flatMap(({ places }) =>
    places.filter((place) => !place.whole && place.covered >= leastCovered && place.own >= leastOwn),
  );
  const exact = [...whole, ...enough];
  if (wants === 'number') return withFiguresFirst(exact, question);
  const found = exact.length > 0 || asksWho ? exact : sure.filter(isOnIt).flatMap(inDiscussion);
  return found.toSorted((one, other) => other.score - one.score);
}

/** A figure of what was asked comes before any other: 46 lawsuits before "point two for lawsuits". */
function withFiguresFirst(places: Place[], question: string): Place[] {
  const counted = places.map((place) => {
    const gives = figureIn(wordsOf(place), question, place.reading.sentences[place.repliesTo ?? -1]?.text) !== null;
    return gives ? { ...place, score: place.score + figureCounts } : place;
  });
  return counted.toSorted((one, other) => other.score - one.score);
}

const figureCounts = 0.25;

function wordsOf({ reading: { sentences }, sentence, run }: Place): string {
  return run
    ? sentences
        .slice(run.first, run.last + 1)
        .map(({ text }) => text)
        .join(' ')
    : sentence.text;
}

/** Whether all that is asked stands in one sentence. */
export function saysAll(heard: Heard[]): boolean {
  return heard.some(({ places }) => places.some(({ whole }) => whole));
}

/** The sessions that are sure to speak of the matter. */
export function sureOf(heard: Heard[]): Heard[] {
  return heard.filter(({ chance }) => chance >= learned.leastChance);
}

/**
 * The same sessions with what their sentences mean counted in, where they do not say all of it in so many words: those
 * that are like the question come forward, and the most like come in.
 */
export function withLikeness(
  heard: Heard[],
  likeness: Likeness,
  theirs: (reading: Reading) => (sentence: ReadSentence) => boolean,
): Heard[] {
  return heard.map((each) => {
    const { reading, places } = each;
    const like = likeness.get(reading);
    if (!like) return each;
    const known = new Set(places.map(({ index }) => index));
    const isTheirs = theirs(reading);
    const further = [...like].flatMap(([index, value]): Place[] => {
      const sentence = reading.sentences[index]!;
      if (known.has(index) || value < leastLike || !isTheirs(sentence)) return [];
      // Behind one that has just enough of the question in words, so that what it means must bring it forward.
      return [{ reading, sentence, index, own: 0, covered: 0, whole: false, score: leastLikeScore, isLike: true }];
    });
    const counted = [...places, ...further].map((place) => ({
      ...place,
      score: place.score + likeCounts * Math.max(like.get(place.index) ?? 0, 0),
    }));
    return { ...each, places: counted.toSorted((one, other) => other.score - one.score) };
  });
}

/** How much one usual difference in meaning counts, and how like a sentence without the words must be. */
const likeCounts = 0.06;
const leastLike = 2;
const leastLikeScore = 0.2;

/** A question in the record is not its answer, its reply is. Of a topic, what names it comes before replies to who did. */
function asAnswer(place: Place, isTopic: boolean, takesQuestions: boolean): Place | null {
  if (!isTopic) return place.isLeftOpen && !takesQuestions ? null : place;
  return place.repliesTo === undefined ? place : { ...place, score: place.score - topicReplyBehind };
}

const topicReplyBehind = 0.3;

/** The names are there, and who is asked of has some of the matter in words of their own. */
function isOnIt({ spot }: Heard): boolean {
  return spot.named && spot.said;
}

function inDiscussion({ places, spot }: Heard): Place[] {
  return places.map((place) => ({ ...place, score: place.score + nearCounts * spot.covered[place.index]! }));
}

/** How much it counts in a discussion what stands near a sentence, beside what stands in it. */
const nearCounts = 0.6;
