/** "Did she say that it costs 70 million?", "Was it Norway or Denmark?": yes or no by the figure, the year or the country that was said. */
import type { Inquiry } from '../../asking/asked.ts';
import { cutOut } from '../../asking/parts/matter.ts';
import { fold, properNamesIn } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { choose, choosingFor, further, quoteOfRun } from '../quotes/choose.ts';
import {
  calledBeside,
  claimedIn,
  insteadOf,
  isOfSame,
  isSame,
  ofItsClause,
  standsFor,
  type Claimed,
} from '../verifying/claimed.ts';
import { deedIn } from '../stances/deed.ts';
import { type Place, wordsOf } from '../hear.ts';
import { look } from '../look.ts';
import { foundByWords, overlaps, passageAround } from '../nearest.ts';
import { formsOf } from '../matter/forms-said.ts';
import { isNegated } from '../stances/negation.ts';
import { namesAsked, nothingCertain, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { capitalised } from '../quotes/wording.ts';

export const whether: Kind = {
  isAskedBy: (inquiry) => {
    const { yesNo, quotation, subject, asksFor, sides, asksWho } = inquiry;
    const isPlain =
      yesNo && !asksWho && quotation === null && subject === null && asksFor.size === 0 && sides.length === 0;
    return (
      isPlain &&
      inquiry.words !== '' &&
      (inquiry.alternatives.length > 1 || claimedBy(inquiry).length > 0 || deedIn(inquiry.question) !== null)
    );
  },

  async answer(asked): Promise<Made | null> {
    const { inquiry } = asked;
    const claims = claimedBy(inquiry);
    const { places } = await asked.looked();
    const isChoice = inquiry.alternatives.length > 1;
    if (claims.length === 0 && !isChoice)
      return places.length === 0 ? null : onDeed(places, deedIn(inquiry.question)!, asked);
    const made = places.length === 0 ? null : isChoice ? whichOf(places, asked) : verdictOn(claims, places, asked);
    const isOnIt = places.length > 0 && (isChoice || isNear(claims, places, asked));
    if (made === null && isOnIt && !isChoice && !isAskedThere(places[0]!, claims, inquiry))
      return unsure(places, asked);
    if (made || isOnIt) return made;
    return (await otherwise(claims, asked)) ?? (places.length > 0 ? unsure(places, asked) : null);
  },
};

/** Who speaks of divers and of Norway tells nothing of paying: what is near in the same turn and does comes nearest. */
function onDeed(places: Place[], deed: string, asked: Asked): Made | null {
  const isBeside = ({ reading, index }: Place) => [0, -1, 1].some((away) => saysDeed(deed, reading, index + away));
  return places.some(isBeside) ? null : unsure(places, asked);
}

function saysDeed(deed: string, { places, sentences }: Place['reading'], index: number): boolean {
  return [deed, ...formsOf(deed, places, false).keys()].some((form) => sentences[index]?.terms.has(form));
}

/** Where in the same turns it is spoken of doing it. */
function ofDeed(places: Place[], deed: string): ReturnType<typeof quoteOfRun>[] {
  return places.slice(0, mostRead).flatMap(({ reading, index: at }) => {
    const { sentences } = reading;
    const { turn } = sentences[at]!;
    const index = [...sentences.keys()].find((each) => sentences[each]!.turn === turn && saysDeed(deed, reading, each));
    return index === undefined ? [] : [quoteOfRun(reading, passageAround(reading, index))];
  });
}

/** "Is Norway willing to share?" is of Norway; "Is the lab in Norway?" claims it. */
function claimedBy({ words, language }: Inquiry): Claimed[] {
  return claimedIn(words, language).filter(
    ({ kind, start }) => kind !== 'country' || circumstance.test(words.slice(0, start)),
  );
}

const circumstance = /(?<!\p{L})(?:in|from|at|to|into|by|with|en|au|aux|de|desde|в|из)\s+(?:the\s+)?$/iu;

function withoutClaims({ words, alternatives }: Inquiry, claims: Claimed[]): string {
  return alternatives.length > 1
    ? alternatives.reduce((left, each) => left.replace(each, ' '), words)
    : cutOut(words, claims);
}

/** Where what is claimed is nowhere: by what was said on the matter alone, or the figure that is given, without a no. */
async function otherwise(claims: Claimed[], asked: Asked): Promise<Made | null> {
  const { inquiry, people, spokenIn, ground, say } = asked;
  const left = withoutClaims(inquiry, claims);
  if (termsOf(left).length === 0) return null;
  const strict = { ...inquiry, words: left, alternatives: [] };
  const isChoice = inquiry.alternatives.length > 1;
  // Which of two it is tells who names one of them alone, were it not all of the rest.
  const { places: found } = await look(isChoice ? { ...strict, yesNo: false } : strict, { people, spokenIn }, ground);
  if (isChoice) return whichOf(found, asked);
  const verdict = verdictOn(claims, found, asked);
  const [claim] = claims;
  if (verdict || claims.length !== 1 || claim?.kind !== 'figure') return verdict;
  const { places } = await look({ ...strict, yesNo: false, wants: 'number' }, { people, spokenIn }, ground);
  const given = places.slice(0, mostRead).flatMap((place) => {
    const words = wordsOf(place);
    const said = claimedIn(words, inquiry.language);
    const instead = ofItsClause(insteadOf(claim, said, claims), { text: words, said }, left);
    const [only, ...others] = instead.filter((each) => isOfSame(each, claim));
    return only && others.length === 0 ? [{ place, said: calledBeside(only, claim, words) }] : [];
  });
  const [first] = given;
  if (!first) return null;
  const quotes = choose([first.place], choosingFor(inquiry, false, people.length > 0));
  return { text: say('named', { items: first.said, name: say.called(quotes[0]!) }), quotes, report: [], marked: true };
}

/** The one of the alternatives that is named where the matter is spoken of; null where none or several are. */
function whichOf(places: Place[], { inquiry, say }: Asked): Made | null {
  const read = places.slice(0, mostRead);
  // What names it in its own words comes before what stands near such words.
  const inTurn = [
    ...read.map((place) => ({ place, words: wordsOf(place) })),
    ...read.map((place) => ({ place, words: wordsAround(place) })),
  ];
  for (const { place, words } of inTurn) {
    const named = inquiry.alternatives.filter((each) => hasWords(fold(words), each));
    // Where the other stands there too, be it in its last words alone, neither is told.
    const isOtherNamed = inquiry.alternatives.some(
      (each) => each !== named[0] && hasWords(fold(words), endOf(each, inquiry.alternatives)),
    );
    if (named.length !== 1 || isOtherNamed) continue;
    const quotes = [quoteOfRun(place.reading, runNaming(place, named[0]!))];
    const [item] = named;
    return {
      text: say('named', { items: capitalised(item!), name: say.called(quotes[0]!) }),
      quotes,
      report: [],
      marked: true,
    };
  }
  return null;
}

/** `good` of "Is the dyke good or bad?": as many words from the end as the shortest of them has. */
function endOf(alternative: string, all: string[]): string {
  const fewest = Math.min(...all.map((each) => each.split(/\s+/u).length));
  return alternative.split(/\s+/u).slice(-fewest).join(' ');
}

/** Yes where all of it is said, no where something else is said in its place; null where neither is plain. */
function verdictOn(claims: Claimed[], places: Place[], asked: Asked): Made | null {
  const { inquiry } = asked;
  const [best] = places;
  if (!best) return null;
  const words = wordsOf(best);
  const said = claimedIn(words, inquiry.language);
  const unsaid = unsaidNear(best, claims, inquiry);
  const [first] = unsaid;
  const isAffirmed = isBorneOut(claims, said) && !isDenied(words, inquiry) && namesAreSaid(best, inquiry);
  if (!first) return isAffirmed && isAskedThere(best, claims, inquiry) ? made('yes', {}, places, asked) : null;
  const left = withoutClaims(inquiry, claims);
  const [instead, ...others] = ofItsClause(insteadOf(first, said, claims), { text: words, said }, left);
  if (unsaid.length > 1 || !instead || others.length > 0 || !standsFor(instead, first)) return null;
  const parts = { said: calledBeside(instead, first, words), asked: calledBeside(first, instead, inquiry.words) };
  return made('notAsAsked', parts, [best], asked);
}

/** "Did the divers in Norway have to pay?" is not affirmed by who speaks of divers in Norway. */
function isAskedThere(
  { whole, reading: { sentences, places }, index }: Place,
  claims: Claimed[],
  inquiry: Inquiry,
): boolean {
  if (whole || claims.some(({ kind }) => kind !== 'country')) return true;
  const near = sentences.slice(Math.max(index - 1, 0), index + 2);
  return termsOf(withoutClaims(inquiry, claims)).every((term) => {
    const forms = [term, ...formsOf(term, places, false).keys()];
    return near.some(({ terms, about }) => forms.some((form) => terms.has(form) || about.has(form)));
  });
}

/** A country that is not named where it is spoken of may be named right beside. */
function unsaidNear(place: Place, claims: Claimed[], { language }: Inquiry): Claimed[] {
  const near = claimedIn(wordsAround(place), language);
  return claims.filter((claim) => !near.some((each) => isSame(each, claim)));
}

function isNear(claims: Claimed[], [best]: Place[], { inquiry }: Asked): boolean {
  return best !== undefined && unsaidNear(best, claims, inquiry).length === 0;
}

/** All that is claimed is said, and nothing beside it that could have been claimed instead. */
function isBorneOut(claims: Claimed[], said: Claimed[]): boolean {
  const isPlain = (claim: Claimed) => !insteadOf(claim, said, claims).some((each) => standsFor(each, claim));
  return claims.every((claim) => said.some((each) => isSame(each, claim)) && isPlain(claim));
}

/** Who and what is named in the question is named there, too, or speaks. */
function namesAreSaid(place: Place, { words }: Inquiry): boolean {
  const around = new Set(termsOf(wordsAround(place)));
  const { about } = place.sentence;
  return properNamesIn(words).every((name) => termsOf(name).every((term) => around.has(term) || about.has(term)));
}

function isDenied(words: string, { question, language }: Inquiry): boolean {
  return isNegated(words, language) !== isNegated(question, language);
}

/** What was said on the matter without what is claimed only comes near. */
function unsure(places: Place[], asked: Asked): Made {
  const { inquiry, people } = asked;
  const deed = deedIn(inquiry.question);
  const doing = deed === null ? [] : ofDeed(places, deed);
  const nearest = [...doing, ...choose(places, choosingFor(inquiry, false, people.length > 0))];
  const shown = nearest.filter((quote, at) => nearest.findIndex((other) => overlaps(other, quote)) === at);
  return onlyNear(nothingCertain(asked, namesAsked(asked)), foundByWords(shown.slice(0, mostRead)), asked.say);
}

function made(
  phrase: 'yes' | 'notAsAsked',
  parts: Record<string, string>,
  places: Place[],
  { inquiry, people, say }: Pick<Asked, 'inquiry' | 'people' | 'say'>,
): Made {
  const quotes = choose(places, choosingFor(inquiry, false, people.length > 0)).slice(0, 1);
  const text = say(phrase, { ...parts, names: say.names(numbered(quotes)) });
  return { text, quotes, report: [], rest: further(places, quotes), marked: true };
}

/** Of the places, the best first. */
const mostRead = 3;

/** What is quoted with the sentences around it in the same turn. */
function wordsAround({ reading, index, run }: Place): string {
  const { sentences } = reading;
  const { turn } = sentences[index]!;
  const [first, last] = [(run?.first ?? index) - mostAround, (run?.last ?? index) + mostAround];
  return sentences
    .slice(Math.max(first, 0), last + 1)
    .filter((each) => each.turn === turn)
    .map(({ text }) => text)
    .join(' ');
}

/** In sentences. */
const mostAround = 3;

/** The sentences that are quoted, with the one near them that names it. */
function runNaming({ reading, index, run }: Place, name: string): { first: number; last: number } {
  const { first, last } = run ?? { first: index, last: index };
  const { turn } = reading.sentences[index]!;
  const isNamed = (at: number) => {
    const sentence = reading.sentences[at];
    return sentence?.turn === turn && hasWords(fold(sentence.text), name);
  };
  for (let at = first; at <= last; at += 1) if (isNamed(at)) return { first, last };
  for (let away = 1; away <= mostAround; away += 1) {
    if (isNamed(first - away)) return { first: first - away, last };
    if (isNamed(last + away)) return { first, last: last + away };
  }
  return { first, last };
}

function hasWords(folded: string, words: string): boolean {
  return ` ${folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${fold(words)} `);
}
