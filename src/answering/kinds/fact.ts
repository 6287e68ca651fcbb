/** "How much does a station cost?": the figure first, in whose words it is, then who else spoke of it. */
import { leansOnShown } from '../../asking/follow-up.ts';
import { choose, choosingFor, further } from '../quotes/choose.ts';
import { bothFigures, figuresCompared } from '../figures/figures-compared.ts';
import { asksTime, countedBy, countsAny, figureIn } from '../figures/figure.ts';
import { mayTellSum } from '../figures/figure-elsewhere.ts';
import { countsInWords, countsVaguely, mayTellFigure } from '../telling/may-tell.ts';
import { matchedIn, type Place, wordsOf } from '../hear.ts';
import { isHesitating } from '../talk/replies.ts';
import { sharesOf, surelyThere, weightOfAll } from '../matter/evidence.ts';
import type { Looked } from '../look.ts';
import { languageSpoken } from '../spoken-language.ts';
import { isEnglish } from '../../words/language.ts';
import { phrases } from '../../words/matcher.ts';
import { tokensOf } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { numbered, type Asked, type Kind, type Made } from './kind.ts';
import { isOfTimeAsked } from '../figures/time-asked.ts';
import { spokeOfThis } from './said.ts';
import { capitalised } from '../quotes/wording.ts';

export const fact: Kind = {
  isAskedBy: ({ wants, words }) => wants === 'number' && words !== '',

  async answer(asked): Promise<Made | null> {
    const { inquiry, people, say } = asked;
    const looked = await asked.looked();
    const found = looked.places
      .filter(saysAcronyms(inquiry.question, looked))
      .filter(ofThingPaid(inquiry.question, looked));
    // What only speaks of the matter does not tell how long it took, nor how many there were; who is asked so may evade it.
    const telling = found.filter((place) => repliesToFigure(place) || mayTellFigure(wordsOf(place), inquiry.question));
    const ofTime = (place: Place) => isOfTimeAsked(wordsOf(place), inquiry.question);
    const places = givingFirst(
      telling.filter(mayCount(inquiry)).filter(ofTime).filter(ofMatterBefore(inquiry)),
      inquiry.question,
    );
    const quotes = choose(places, choosingFor(inquiry, false, people.length > 0)).filter(
      ({ text, repliesTo }) => repliesTo !== undefined || mayTellSum(text, inquiry.question),
    );
    if (quotes.length === 0) return null;
    const text = figureFirst(quotes, { inquiry, say });
    return { text, quotes, report: [], rest: further(places, quotes), isOpen: true, marked: true };
  },
};

/** "How many members does the PTX have?" is not told in a turn that says nothing of it: a word in capitals is a name, or stands for one. */
function saysAcronyms(question: string, { wanted, heard }: Looked): (place: Place) => boolean {
  const inCapitals = new Set(tokensOf(question).flatMap(({ raw, upper }) => (upper ? termsOf(raw) : [])));
  const acronyms = wanted.terms.flatMap(({ term }, which) => (inCapitals.has(term) ? [{ term, which }] : []));
  return ({ reading, sentence }) => {
    const { has } = matchedIn(heard, reading)!;
    return acronyms.every(
      ({ term, which }) =>
        sentence.about.has(term) ||
        reading.sentences.some(({ turn }, at) => turn === sentence.turn && (has[at]?.[which] ?? 0) >= surelyThere),
    );
  };
}

/**
 * "How much does one more lamp cost?" is told by who speaks of lamps in the sentence itself, or right before one that goes on from it:
 * that ropes cost a lot stands near by chance.
 */
function ofThingPaid(question: string, { wanted, heard }: Looked): (place: Place) => boolean {
  const terms = wanted.terms.map((each) => (paying.has(each.term) ? { ...each, weight: 0 } : each));
  if (!asksCost.in(textOf(question)) || weightOfAll(terms) === 0) return () => true;
  return ({ reading, index, run, whole, repliesTo }) => {
    const { sentences } = reading;
    const { first, last } = run ?? { first: index, last: index };
    const isBeside = sentences[first - 1]?.turn === sentences[first]!.turn && goesOn.in(textOf(sentences[first]!.text));
    const from = isBeside ? first - 1 : first;
    const said = Array.from({ length: last - from + 1 }, (_, step) => from + step);
    const shareAt = sharesOf({ terms }, matchedIn(heard, reading)!);
    return whole || repliesTo !== undefined || shareAt(...said) >= leastOfThing;
  };
}

const asksCost = phrases({ lines: 'how much … (cost(s)|~pay|~spend|~charge|worth)' });
const paying = new Set(termsOf('cost pay paid spend spent charge worth price money much more one on for'));
const goesOn = phrases({
  lines: '^ [and|but|so|well|now|uh|um] [,] (it|it s|that|that s|this|these|those|they|each|one|he|she)',
});
/** Of the weight of what is paid for. */
const leastOfThing = 0.35;

/** "How many times?" alone is of what was spoken of before, and not told by what has none of its words. */
function ofMatterBefore({ asksMoreOf, matter }: Asked['inquiry']): (place: Place) => boolean {
  const before = asksMoreOf === null ? [] : termsOf(matter);
  return (place) =>
    before.length === 0 || place.repliesTo !== undefined || before.some((term) => place.sentence.terms.has(term));
}

/** Whether it replies to who asks what no yes answers: "You saw the archive, then?" – "Yeah, right." gives no figure of archives. */
function repliesToFigure({ repliesTo, reading, run, index }: Place): boolean {
  if (repliesTo === undefined) return false;
  const { sentences } = reading;
  const asking = sentences[repliesTo]!;
  const said = sentences.slice(run?.first ?? index, (run?.last ?? index) + 1);
  const isOpen = !isEnglish(languageSpoken({ reading, sentence: asking })) || asksOpenly.in(textOf(asking.text));
  return isOpen && said.some(({ run: terms }) => !isHesitating(terms));
}

const asksOpenly = phrases({
  lines: `
    (how|when|since when|much|many)
    (what|which) [is|was|are|were] [the|a|your|our|their|its] [*] (number|amount|percentage|share|price|cost(s)|budget|rate|year|date|day|age|size)`,
});

/** "In how many countries?" is told by who has all of the question or counts countries. */
function mayCount(inquiry: Asked['inquiry']): (place: Place) => boolean {
  const { question } = inquiry;
  // "How many problems?" alone is told by who counts them, and not by whoever says "problems" and some number.
  const isBare = leansOnShown(inquiry) === 'maybe' && termsOf(inquiry.own ?? '').length < 2;
  const counted = asksCount.in(textOf(question)) ? countedBy(question) : null;
  return (place) => {
    if (counted === null || place.repliesTo !== undefined || figureOf(place, question) !== null) return true;
    if (countsVaguely(wordsOf(place), question)) return false;
    return (place.whole && !isBare) || countsInWords(wordsOf(place), question) || countsAny(wordsOf(place), question);
  };
}

/** "How many engineers came?": of those that say about as much, what counts engineers, and nothing that counts something else. */
function givingFirst(places: Place[], question: string): Place[] {
  if (asksTime(question) || !asksCount.in(textOf(question))) return places;
  const giving = places.filter(
    (place) => place.score >= places[0]!.score * leastShare && figureOf(place, question) !== null,
  );
  return giving.length > 0 ? giving : places;
}

const asksCount = phrases({ lines: 'how many' });
/** Of the best score, as for what is shown beside it. */
const leastShare = 0.75;

function figureOf(place: Place, question: string): string | null {
  return figureIn(wordsOf(place), question, place.reading.sentences[place.repliesTo ?? -1]?.text);
}

/** "312 seals, in the words of Ana Ruiz [1]." */
export function figureFirst(quotes: Made['quotes'], { inquiry, say }: Pick<Asked, 'inquiry' | 'say'>): string {
  const [first] = quotes;
  const sides = figuresCompared(inquiry.question);
  const compared = sides && bothFigures(sides, quotes);
  const [own, ...further] = quotes.map(({ text, repliesTo }) => figureIn(text, inquiry.question, repliesTo?.text));
  // The figure of one of the two would pass for that of the other.
  const figure = sides ? compared && say.listed(compared) : own;
  // A sentence has years of other things too: where another names another, none is put first.
  const isContested = asksTime(inquiry.question) && further.some((other) => other !== null && other !== figure);
  if (!figure || isContested) return spokeOfThis(quotes, say);
  // Further words of the same speaker stand below with theirs.
  const others = numbered(quotes).filter((quote) => quote.n > 1 && say.called(quote) !== say.called(first!));
  const lead = say('figureOf', { figure: capitalised(figure), name: say.called(first!) });
  return others.length > 0 ? `${lead} ${say('moreOnThis', { names: say.names(others) })}` : lead;
}
