/** Which of the sentences that speak of a matter tell a thing of the kind that is asked for: a place, a body, a reason. */
import type { Inquiry } from '../../asking/asked.ts';
import { isEnglish } from '../../words/language.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { askedThing, type AskedThing } from './asked-thing.ts';
import { wordsOf, type Place } from '../hear.ts';
import type { Run } from '../talk/replies.ts';
import { sideAsked } from './good-or-bad.ts';
import { asksTime } from '../figures/figure.ts';
import { ofItsTime, timesEvent } from './of-event.ts';
import { languageSpoken } from '../spoken-language.ts';
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

/** Whether what comes nearest by far can be meant: the sentence itself must tell it, or one beside it that goes on from it. */
export function mayTellThing(place: Place, inquiry: Inquiry): boolean {
  if (asksTime(inquiry.question) && !timesEvent(place, inquiry.question)) return false;
  if (sideAsked(inquiry.question)?.isTold(wordsOf(place)) === false) return false;
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
