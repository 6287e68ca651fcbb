/** Which of the sentences that speak of a matter tell a thing of the kind that is asked for: a place, a body, a reason. */
import type { Inquiry } from '../asking/asked.ts';
import { acronymsIn } from '../words/acronyms.ts';
import { isEnglish } from '../words/language.ts';
import { phrases } from '../words/matcher.ts';
import { properNamesIn } from '../words/names.ts';
import { termsOf } from '../words/terms.ts';
import { textOf } from '../words/text-words.ts';
import { askedThing, type AskedThing } from './asked-thing.ts';
import { wordsOf, type Place } from './hear.ts';
import type { Run } from './replies.ts';
import { asksTime } from './figure.ts';
import { mayTimeEvent } from './of-event.ts';
import { languageSpoken } from './spoken-language.ts';
import { mayNamePlace } from './where.ts';

/** "Which bodies did they join?" is not answered by what names none, nor "Where was it?" by who only speaks of it. */
export function tellingThing(places: Place[], inquiry: Inquiry): Place[] {
  if (asksTime(inquiry.question) && !inquiry.yesNo) return ofItsTime(places, inquiry.question);
  const thing = inquiry.asksWho || inquiry.yesNo ? null : askedThing(inquiry);
  if (thing === null || !told.has(thing.kind)) return places;
  const least = isFound.has(thing.kind) ? leastBeside : 0;
  // What one fund does is not told by who says what another does.
  const named = thing.kind === 'doing' ? places.filter(({ whole }) => whole) : [];
  const telling = (named.length > 0 ? named : places).flatMap((place) =>
    place.whole || place.own >= least ? (tellingAt(place, thing) ?? []) : [],
  );
  const best = Math.max(0, ...places.map(({ score }) => score));
  // Of what is said best nothing of the kind may be told, and what says far less of it tells something else.
  return telling.filter(({ score }) => score >= best * leastShare);
}

/** Where one says all of it, others only come near, as does what says far less of it than what tells no time. */
function ofItsTime(places: Place[], question: string): Place[] {
  const best = Math.max(0, ...places.map(({ score }) => score));
  const ofEvent = places.filter(
    (place) =>
      place.repliesTo !== undefined ||
      (place.own >= leastOfTimed && place.score >= best * leastShare && timesEvent(place, question)),
  );
  const all = ofEvent.filter(({ whole, repliesTo }) => whole || repliesTo !== undefined);
  return all.length > 0 ? all : ofEvent;
}

/** What says nothing of the event tells no time of it. */
function timesEvent(place: Place, question: string): boolean {
  const isSaid = (place.closeness?.least ?? 1) >= leastOfEvent;
  return isSaid && mayTimeEvent(wordsOf(place), question) && namesAreNear(place, question);
}

/** The Drum Guild is not the Bell Guild: what is named in several words is named there or right beside it, or by its acronym. */
function namesAreNear({ reading: { sentences }, index, sentence }: Place, question: string): boolean {
  const near = sentences.slice(Math.max(index - 2, 0), index + 3).filter(({ turn }) => turn === sentence.turn);
  const isSaid = (term: string) => near.some(({ terms, about }) => terms.has(term) || about.has(term));
  return properNamesIn(question).every((name) => {
    const terms = termsOf(name);
    return terms.length < 2 || terms.every(isSaid) || acronymsIn(name).some(isSaid);
  });
}

/** Of each word of the question, in and beside what tells the time; a word that means the like counts as some of it. */
const leastOfEvent = 0.1;
/** Of the question's weight, in the sentence itself. */
const leastOfTimed = 0.4;

/** Whether what comes nearest by far can be meant: the sentence itself must tell it, or one beside it that goes on from it. */
export function mayTellThing(place: Place, inquiry: Inquiry): boolean {
  if (asksTime(inquiry.question) && !timesEvent({ ...place, run: undefined }, inquiry.question)) return false;
  const thing = askedThing(inquiry);
  return thing === null || !told.has(thing.kind) || tellingAt({ ...place, run: undefined }, thing) !== null;
}

/** Names and what is hard stand everywhere: those that are asked for stand beside most of what is asked. */
const isFound = new Set<AskedThing['kind']>(['body', 'hindrance']);
/** Of the question's weight, in the sentence itself. */
const leastBeside = 0.5;
/** Of the best score. */
const leastShare = 0.6;
/** What is told by certain words or by a name. */
const told = new Set<AskedThing['kind']>([
  'names',
  'name',
  'place',
  'share',
  'body',
  'reason',
  'sum',
  'material',
  'doing',
  'hindrance',
]);

/** The place with the sentence beside it where that tells the thing; null where neither does. */
function tellingAt(place: Place, thing: AskedThing): Place | null {
  const isTold = thing.isToldBy(wordsOf(place)) || (place.whole && isToldByAll(place, thing));
  if (isTold || !isEnglish(languageSpoken(place)) || repliesTo(place, thing)) return place;
  const run = runBeside(place, thing);
  return run === null ? null : { ...place, run };
}

/** Where all that is asked is said in one sentence, what stops it may be anything, and where it is any thing that something is in. */
function isToldByAll(place: Place, { kind }: AskedThing): boolean {
  return kind === 'hindrance' || (kind === 'place' && mayNamePlace(wordsOf(place)));
}

/** "Why did they leave?" – "It rained." */
function repliesTo({ repliesTo: asking, reading: { sentences } }: Place, { kind }: AskedThing): boolean {
  return asking !== undefined && askedThing({ question: sentences[asking]!.text, wants: null })?.kind === kind;
}

/** "They lent us boats" is of whoever was named right before, "It was in Varn" of what was told right before. */
function runBeside({ reading: { sentences }, index, run }: Place, thing: AskedThing): Run | null {
  if (run) return null;
  const [before, here, after] = [sentences[index - 1], sentences[index]!, sentences[index + 1]];
  if (before?.turn === here.turn && goesOn(here.text, thing) && thing.isToldBy(before.text))
    return { first: index - 1, last: index };
  if (after?.turn === here.turn && goesOn(after.text, thing) && thing.isToldBy(after.text))
    return { first: index, last: index + 1 };
  return null;
}

function goesOn(text: string, { kind }: AskedThing): boolean {
  return (kind === 'reason' ? concludes : kind === 'doing' ? goesOnDoing : refersBack).in(textOf(text));
}

const refersBack = phrases({
  lines:
    '^ [and|but|so|because|well|now] [also] [,] (this|that|that s|these|those|it|it s|they|they re|he|she|such|there)',
});
const goesOnDoing = phrases({
  lines: `
    ^ [and|but|so|now] [also|basically] [,] (this|it|they|these|those)
    ^ [and|but|so] [,] (the|its|our|their) [*] (purpose|aim|goal|objective|idea)`,
});
const concludes = phrases({
  lines: `
    ^ [and|but|so|well|now] [,] (because|therefore|thus|hence|it s because|otherwise|that way)
    ^ [and|but|so|well|now] [,] (this|that|it) (is|was|s) [*] (because|why|the reason)
    ^ [and|but|so|well|now] [,] (the|one|another|my|our|their|his|her) [*] reason
    ^ [and|but] (so|that s why|this means|that means)`,
});
