/** Which of the sentences heard answer: what is certain, as against what only comes near. */
import type { Inquiry } from '../asking/asked.ts';
import { asksDiscussion } from '../asking/parts/wanted.ts';
import { isBrokenOff } from './talk/broken-off.ts';
import type { Candidate } from './candidates.ts';
import type { Closeness } from './matter/closeness.ts';
import { learned } from './confidence.ts';
import { hasNumeral, leastCovered, leastOwn } from './matter/evidence.ts';
import { isSayingVerb } from '../people/asked-of.ts';
import { countryOf } from '../people/country-adjectives.ts';
import { isOfMatter } from './matter/extent.ts';
import { figureIn } from './figures/figure.ts';
import { formsOf } from './matter/forms-said.ts';
import { announces } from './talk/introducing.ts';
import { mayTellFigure } from './telling/may-tell.ts';
import { wordsOf, type Heard, type Place } from './hear.ts';
import { asks } from './talk/replies.ts';
import { saying } from './saying-something.ts';
import { passageAround } from './nearest.ts';
import { mayTellThing, tellingThing } from './telling/of-its-kind.ts';
import { asksCountries, regionsIn, regionTerms } from './names/regions.ts';
import { togetherFirst } from './matter/whole-matter.ts';
import type { Reading } from '../retrieval/reading.ts';
import { phrases, type Phrases } from '../words/matcher.ts';
import { fold, properNamesIn, smallWords, tokensOf } from '../words/names.ts';
import { otherSpelling } from '../words/english-spellings.ts';
import { onlyAsAnotherWord } from '../words/same-stem.ts';
import { termsOf } from '../words/terms.ts';
import { textOf } from '../words/text-words.ts';

/**
 * The sentences that answer, best first. Where all that is asked stands in one sentence it answers, whatever the number
 * of sessions. Otherwise a session must be sure to speak of it; where none of its sentences has enough of the question
 * in itself, those of a discussion of the matter do, unless somebody or a figure is asked for.
 */
export function answeringPlaces(all: Heard[], inquiry: Inquiry, isTopic = false): Place[] {
  const said = tellingThing(withWholeNames(saying(thatAnswer(all, inquiry, isTopic), inquiry), inquiry), inquiry);
  const places =
    inquiry.asksFor.has('opinion') && inquiry.speakers.length > 0
      ? withFirst(said, opines)
      : asksImportance.in(textOf(inquiry.question))
        ? withFirst(said, tellsImportance)
        : said;
  return asksCountries(inquiry)
    ? places.filter((place) => (place.whole || hasEnough(place)) && isOfCountry(place))
    : places;
}

/** "Care for All" is a name: where anybody says it, nothing is told of it by who speaks of care, and of all. */
function withWholeNames(places: Place[], { words }: Inquiry): Place[] {
  const names = properNamesIn(words).filter((name) => name.split(' ').some((word) => smallWords.has(word)));
  if (names.length === 0) return places;
  const isSaid = (name: string, { reading: { sentences }, index, sentence }: Place) =>
    // Who speaks for it need not name it.
    termsOf(name).every((term) => sentence.about.has(term)) ||
    sentences
      .slice(Math.max(index - 1, 0), index + 2)
      .some(({ turn, text }) => turn === sentence.turn && fold(text).includes(fold(name)));
  const saying = places.filter((place) => names.some((name) => isSaid(name, place)));
  return saying.length > 0 ? saying : places;
}

/** "What is the view of the Board on the bill?": that they welcome it comes before that they have read it. */
function withFirst(places: Place[], telling: Phrases): Place[] {
  return places
    .map((place) => (telling.in(textOf(wordsOf(place))) ? { ...place, score: place.score + tellingCounts } : place))
    .toSorted((one, other) => other.score - one.score);
}

const tellingCounts = 0.3;
const asksImportance = phrases({
  lines: `
    why … (important|essential|crucial|vital|significant|necessary|(~matter (according|to|for|so|in|$)))
    importance of`,
});
const tellsImportance = phrases({
  lines:
    '(important|importantly|importance|key|crucial|essential|vital|necessary|significant|indispensable|matters|because|the only)',
});
const opines = phrases({
  lines: `
    (we|i) [*] [*] (~welcome|~support|~oppose|~reject|~favour|~favor|~endorse|~agree|~disagree|~believe|~prefer|~recommend|~propose|~doubt)
    (am|are|m|re) [*] (for|against|opposed to|in favour of|in favor of|concerned about|worried about) !(you|me)`,
});

/** A country is not told by what names none, unless who says it speaks for one. */
function isOfCountry(place: Place): boolean {
  const said = wordsOf(place);
  return (
    regionsIn(said, null).length > 0 ||
    tokensOf(said).some(({ capital, word }) => capital && countryOf(word) !== null) ||
    regionTerms().some((term) => place.sentence.about.has(term))
  );
}

function thatAnswer(all: Heard[], inquiry: Inquiry, isTopic: boolean): Place[] {
  const { question, words, wants, asksWho, yesNo, speakers, asksFor } = inquiry;
  // Questions are what somebody said, too, and what "Who asked about it?" is after.
  const takesQuestions = speakers.length > 0 || termsOf(question).includes('ask');
  // Of "Who warned that the pier may sink?" nobody is named who only speaks of piers, or was asked of them.
  const isOfClaim = asksWho && claims.in(textOf(question));
  // Who replies to somebody who names a matter has not spoken of it by that.
  const isInOwnWords = isOfClaim || (asksWho && speaks.in(textOf(question)));
  const isOfTheirWords = speakers.length > 0 && asksDiscussion(question) && !yesNo && !asksWho && wants !== 'number';
  const heard = all.map((each) => ({
    ...each,
    places: each.places
      .flatMap(
        (place) => asAnswer(place, isTopic || (isOfTheirWords && !saysSomeOf(words, place)), takesQuestions) ?? [],
      )
      .filter(({ repliesTo }) => !isInOwnWords || repliesTo === undefined),
  }));
  const sure = sureOf(heard);
  const whole = heard.flatMap(({ places }) =>
    // Who asks whether it is so has not claimed that it is.
    places.filter((place) => place.whole && !(isOfClaim && asks(place.sentence))),
  );
  const least = asksDiscussion(question) ? leastClose : leastCloseBy;
  const enough = sure.flatMap(({ places }) =>
    places.filter(
      (place) =>
        !place.whole &&
        (hasEnough(place) || (isCloseBy(place.closeness, least) && !isLacking(place))) &&
        (!yesNo || (tellsWhether(place) && !breaksOff(place))) &&
        (!isOfClaim || (place.own >= leastOfClaim && !asks(place.sentence))),
    ),
  );
  const onAll = (places: Place[]) => {
    const found = isOfMatter(inquiry) || isInOwnWords ? ofWholeMatter(places, heard) : places;
    // Nobody is named as speaking of small islands for a small ship and an island.
    return isInOwnWords && !found.some(({ together }) => together) ? found.filter(isMostlyOwn) : found;
  };
  const onMatter = onAll([...whole, ...enough]);
  const exact = asksWho && !isInOwnWords ? withVerb(onMatter, question, asksFor.size > 0) : onMatter;
  if (wants === 'number') return withFiguresFirst(exact, question);
  const found = exact.length > 0 || asksWho || yesNo ? exact : onAll(sure.filter(isOnIt).flatMap(inDiscussion));
  return found.toSorted((one, other) => other.score - one.score);
}

/** Of somebody who speaks of data, nothing is said of the data centers that others speak of. */
function ofWholeMatter(places: Place[], heard: Heard[]): Place[] {
  const first = togetherFirst(places);
  return first.some(({ together }) => together) || !heard.some(({ saidTogether }) => saidTogether)
    ? first
    : places.filter(({ whole, covered }) => whole || covered >= leastOfWhole);
}

const leastOfWhole = 0.75;
const isMostlyOwn = ({ whole, own }: Place) => whole || own >= leastOfWhole;

function hasEnough({ covered, own }: Place): boolean {
  return covered >= leastCovered && own >= leastOwn;
}

/** Whether something is so is told by what has nearly all of it: "Will drugs be cheaper?" is not answered by who speaks of drugs. */
function tellsWhether({ covered, closeness, repliesTo }: Place): boolean {
  // Who replies to somebody who asks so need not say it again.
  return repliesTo !== undefined || Math.max(covered, closeness?.around ?? 0) >= leastOfWhether;
}

const leastOfWhether = 0.75;

/** A long sentence has told it before it breaks off. */
function breaksOff(place: Place): boolean {
  return isBrokenOff(wordsOf(place)) && place.sentence.length < fewTerms;
}
const fewTerms = 8;
/** Of the claim's weight in the sentence itself. */
const leastOfClaim = 0.6;
const claims = phrases({
  lines: `
    ^ [and|but|so] {who} [else|also|first] [has|have|had] ({saying}) [out] that
    ^ [and|but|so] {who} [else|also|first] [has|have|had] ({holding}) !(about|of|on|in|so|with|for|this|it|the same|to)
    ^ [and|but|so] {who} [else|also|first] (says|said|states|stated|claims|claimed) !(about|of|on|in|so|with|for|this|it|the same|to|what|anything|something)
    ^ [and|but|so] {who} [was|is|were|are] [the] [*] (afraid|worried|concerned|convinced|sure) that`,
  lists: {
    who: '(who|which (speaker|delegate|delegation|participant|panellist|panelist|expert))',
    holding: '~think|~believe|~fear|~argue|~claim|~insist',
    saying: '~warn|~argue|~think|~believe|~claim|~stress|~note|~insist|~suggest|~complain|~fear|~worry|~explain|~point',
  },
});

const speaks = phrases({
  lines: `
    (who|which [*] (speaker(s)|delegate(s)|participant(s)|panellist(s)|panelist(s))) … (~speak|~talk|~mention|~raise|~discuss|~address|~name)
    (who|which [*] (speaker(s)|delegate(s)|participant(s)|panellist(s)|panelist(s))) … ((~bring|came|come) up|~touch on|~refer to)`,
});

/** A figure of what was asked comes before any other: 46 lawsuits before "point two for lawsuits". */
function withFiguresFirst(places: Place[], question: string): Place[] {
  const counted = places.map((place) => {
    const gives = figureIn(wordsOf(place), question, place.reading.sentences[place.repliesTo ?? -1]?.text) !== null;
    return gives ? { ...place, score: place.score + figureCounts } : place;
  });
  return counted.toSorted((one, other) => other.score - one.score);
}

const figureCounts = 0.25;

/**
 * "Who paid for it?": what has the verb, or replies to what has it, comes before what only speaks of the matter, and
 * stands alone where it comes first. Where nothing has it, who says hardly more than where it was is not told to have done it.
 */
function withVerb(places: Place[], question: string, isOfWords: boolean): Place[] {
  const verb = doing.exec(question)?.[1];
  if (verb === undefined) return places;
  const asked = [verb, otherSpelling(verb)].flatMap((form) => termsOf(form ?? ''));
  // A long session may have thousands of places.
  const formsIn = new Map(
    [...new Set(places.map(({ reading }) => reading.places))].map((known) => [
      known,
      asked.flatMap((term) => [...formsOf(term, known, false).keys()]),
    ]),
  );
  const says = ({ reading: { sentences, places: known }, run, index, repliesTo }: Place) => {
    const said = sentences.slice(run?.first ?? index, (run?.last ?? index) + 1);
    const forms = formsIn.get(known)!;
    return [...said, ...(repliesTo === undefined ? [] : [sentences[repliesTo]!])].some(({ terms, text }) =>
      forms.some((form) => terms.has(form) && !onlyAsAnotherWord(asked[0]!, verb, form, text)),
    );
  };
  const [withIt, others] = parted(places, says);
  const saying = withIt.map((place) => ({ ...place, score: place.score + verbCounts }));
  if (saying.length === 0 && !isOfWords && !isSayingVerb(verb))
    return others.filter(({ whole, own, repliesTo }) => whole || own >= leastOfWhole || repliesTo !== undefined);
  const best = saying.reduce((most, { score }) => Math.max(most, score), -Infinity);
  return others.every(({ score }) => score < best) ? saying : [...saying, ...others];
}

function parted<Each>(all: Each[], is: (each: Each) => boolean): [those: Each[], others: Each[]] {
  const { true: those = [], false: others = [] } = Object.groupBy(all, (each) => (is(each) ? 'true' : 'false'));
  return [those, others];
}

const verbCounts = 0.4;
const doing = /^\W*(?:(?:and|but|so)\W+)?who(?:\s+(?:will|would|has|have|had|is|are|was|were))?\s+(\p{Ll}+)/iu;

/**
 * The one sentence that answers a question for a single fact in other words than its own: it has much of each part, and
 * stands well before anything else that was said; null where there is none.
 */
export function clearlyNearest(candidates: Candidate[], inquiry: Inquiry): Place | null {
  const { question, wants, yesNo } = inquiry;
  const [best] = candidates;
  // "How many agreed?" asks for a figure, whatever the verb.
  const isOfDiscussion = wants !== 'number' && asksDiscussion(question);
  if (!best?.closeness || isOfDiscussion || isOfMatter(inquiry)) return null;
  const { reading, index, place } = best;
  const run = place?.run ?? passageAround(reading, index);
  const nearest = { ...placeAt(reading, index), ...place, closeness: best.closeness, isLike: true, run };
  // What only means the same may say the contrary, or be of somewhere else.
  if (inquiry.asksWho && claims.in(textOf(question))) return null;
  if (yesNo || !best.closeness.named || !mayTellFigure(wordsOf(nearest), question)) return null;
  if (asksCountries(inquiry) && !isOfCountry(nearest)) return null;
  if (!mayTellThing(nearest, inquiry) || announces(nearest.sentence.text)) return null;
  const next = candidates.find((other) => !isBeside(other, best));
  const ahead = best.nearness - (next?.nearness ?? 0);
  const tellsFigure = wants === 'number' && hasNumeral(wordsOf(nearest));
  const isAmongOthers = candidates.some((other) => other.reading !== reading);
  return isClear(best.closeness, ahead, { tellsFigure, isAmongOthers }) ? nearest : null;
}

/**
 * The less of the parts it has, the further ahead it must be, in usual differences, and further where other sessions have
 * sentences that come near by chance; a figure where one is asked for tells much.
 */
function isClear(
  { around, literal, beside }: Closeness,
  ahead: number,
  { tellsFigure, isAmongOthers }: { tellsFigure: boolean; isAmongOthers: boolean },
): boolean {
  if (literal < leastLiteral || beside < leastBeside) return false;
  const clear = around * ahead;
  if (isAmongOthers) return around >= leastCloseAlone && clear >= leastClearOfMany;
  return (
    (around >= leastCloseAlone && clear >= leastClear) ||
    (tellsFigure && around >= leastClose && clear >= leastClearOfFigure)
  );
}

/** What stands near it in the same turn speaks of the same. */
function isBeside({ reading, index }: Candidate, other: Candidate): boolean {
  const isSameTurn = reading === other.reading && turnAt({ reading, index }) === turnAt(other);
  return isSameTurn && Math.abs(index - other.index) <= mostBeside;
}

const turnAt = ({ reading, index }: Pick<Candidate, 'reading' | 'index'>) => reading.sentences[index]!.turn;
/** In sentences. */
const mostBeside = 4;

/** Of the parts of a question in a sentence that stands alone, and the same times how far it is ahead. */
const leastCloseAlone = 0.35;
const leastClear = 0.8;
const leastClearOfFigure = 0.5;
const leastClearOfMany = 1.3;
/** Of its words that must be said as they are, and of those beside the one that counts most. */
const leastLiteral = 0.1;
const leastBeside = 0.12;

/** Whether all that is asked stands in one sentence. */
export function saysAll(heard: Heard[]): boolean {
  return heard.some(({ places }) => places.some(({ whole }) => whole));
}

/** The sessions that are sure to speak of the matter. */
export function sureOf(heard: Heard[]): Heard[] {
  return heard.filter(({ chance }) => chance >= learned.leastChance);
}

/**
 * The same sessions with how near their sentences come counted in, where they do not say all of it in so many words:
 * what is near comes forward, and what is nearest comes in without having any of the words.
 */
export function withNearness(heard: Heard[], candidates: Candidate[]): Heard[] {
  const ofReading = Map.groupBy(candidates, ({ reading }) => reading);
  return heard.map((each) => {
    const { reading, places } = each;
    const near = new Map(ofReading.get(reading)?.map((candidate) => [candidate.index, candidate]));
    if (near.size === 0) return each;
    const known = new Set(places.map(({ index }) => index));
    const further = [...near.values()].flatMap(({ index, like, closeness }): Place[] => {
      if (known.has(index) || (like < leastLike && !isCloseBy(closeness))) return [];
      // Behind one that has just enough of the question in words, so that what it means must bring it forward.
      return [{ ...placeAt(reading, index), score: leastLikeScore }];
    });
    const counted = [...places, ...further].map((place) => {
      const candidate = near.get(place.index);
      if (!candidate) return place;
      const { like, closeness } = candidate;
      const score = place.score + likeCounts * Math.max(like, 0) + closeCounts * (closeness?.around ?? 0);
      return { ...place, closeness, score };
    });
    return { ...each, places: counted.toSorted((one, other) => other.score - one.score) };
  });
}

function placeAt(reading: Reading, index: number): Place {
  return {
    reading,
    index,
    sentence: reading.sentences[index]!,
    own: 0,
    covered: 0,
    whole: false,
    together: false,
    lacking: false,
    score: 0,
    isLike: true,
  };
}

/** How much one usual difference in meaning counts, and all of the question's parts, beside the words. */
const likeCounts = 0.06;
const closeCounts = 0.5;
/** How like a sentence without the words must be. */
const leastLike = 2;
const leastLikeScore = 0.2;

/** Share of the question's parts that must stand in and beside a sentence. */
const leastClose = 0.5;
/** The same where hardly any of its words stand in the sentence itself. */
const leastCloseBy = 0.6;

function isCloseBy(closeness: Closeness | null | undefined, least = leastCloseBy): boolean {
  return closeness != null && closeness.named && closeness.around >= least;
}

/** Some of the words, in what is quoted of it. */
function saysSomeOf(words: string, place: Place): boolean {
  const said = new Set(termsOf(wordsOf(place)));
  return termsOf(words).some((term) => said.has(term));
}

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

function isLacking({ lacking, own, closeness }: Place): boolean {
  const isOfNobody = closeness?.named === true && !closeness.ofSomebody;
  return own > 0 ? lacking && !isOfNobody : closeness?.named === false;
}

/** Who is only named there, or speaks of the matter without those who are asked about, is on something else. */
function inDiscussion({ places, spot }: Heard): Place[] {
  return places
    .filter((place) => !isLacking(place))
    .map((place) => ({ ...place, score: place.score + nearCounts * spot.covered[place.index]! }));
}

/** How much it counts in a discussion what stands near a sentence, beside what stands in it. */
const nearCounts = 0.6;
