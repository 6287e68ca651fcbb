/** "How many came?", "Who paid for it?", "Why?" after an answer: what was quoted last is read first. */
import type { Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { phrases } from '../../words/matcher.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { textOf } from '../../words/text-words.ts';
import { properNamesIn } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { spokenBy } from '../../people/person.ts';
import { quoteOfRun } from '../choose.ts';
import { hasNumeral, matchTerms } from '../evidence.ts';
import { figureIn } from '../figure.ts';
import { mayTellFigure } from '../may-tell.ts';
import { timesIn } from '../times.ts';
import { readingsOf } from '../ground.ts';
import { asksCountries, regionsIn } from '../regions.ts';
import type { Heard } from '../hear.ts';
import { saysAll } from '../judge.ts';
import { likenessTo } from '../likeness.ts';
import { wantedBy } from '../look.ts';
import { placedAmounts } from '../amounts.ts';
import { figureFirst } from './fact.ts';
import { numbered, type Asked, type Kind, type Made } from './kind.ts';
import { spokeOfThis } from './said.ts';
import { asksForElse } from './who-else.ts';

export const followingUp: Kind = {
  isAskedBy: ({ question, own, context, wants, subject, form, asksFor }) =>
    own !== null &&
    subject === null &&
    form === null &&
    !asksFor.has('agreement') &&
    (context === null || wants === 'number' || elliptic.in(textOf(question))),

  async answer(asked): Promise<Made | null> {
    const { inquiry, people, say } = asked;
    const before = await asked.before();
    const quoted = before?.quotes ?? [];
    // Of somebody else than was quoted, or of others, what was quoted tells nothing.
    if (quoted.length === 0 || (people.length > 0 && !isOf(quoted[0]!, asked))) return null;
    const text = textOf(inquiry.question);
    if (others.in(text) || asksForElse(inquiry)) return null;
    // The countries of a list are told by their names, wherever these stand.
    if (inquiry.wants === 'list' && asksCountries(inquiry)) return null;
    const readings = await readingsOf([...new Set(quoted.map(({ session }) => session.id))], asked.ground);
    const inCountry = quoted.filter((quote) => regionsIn(quote.text, null).length > 0);
    if (asksWhichCountry(inquiry) && inCountry.length > 0) return inTurn(inCountry.slice(0, mostShown), asked);
    const places = await placesIn(quoted, readings, asked);
    // What adds words of its own is of what was quoted only where these are said there.
    const isElliptic = inquiry.context !== null && inquiry.wants !== 'number';
    if (isElliptic && places.length === 0) return null;
    if (why.in(text)) return reasons(isElliptic ? places : quoted, readings, asked);
    if (places.length > 0) {
      const quotes = places.slice(0, mostShown);
      const figure = inquiry.wants === 'number' ? figureIn(quotes[0]!.text, inquiry.question) : null;
      const said =
        figure === null
          ? spokeOfThis(quotes, say)
          : say('figureOf', { figure: figure.charAt(0).toUpperCase() + figure.slice(1), name: say.called(quotes[0]!) });
      return { text: said, quotes, report: [], rest: places.slice(mostShown), marked: true, isOpen: true };
    }
    if (inquiry.wants !== 'number') return null;
    // What is asked may be said elsewhere in so many words; one alone, such as "came", is said everywhere.
    const { heard } = await asked.looked();
    if (termsOf(ownWords(inquiry)).length > 1 && saysAll(heard)) return null;
    const counted = countedIn(heard, inquiry);
    if (counted) return { text: figureFirst([counted], asked), quotes: [counted], report: [], marked: true };
    // "How many came to Varn?" is of what was quoted only where Varn is named there.
    if (namesOther(inquiry, quoted, readings)) return null;
    return figuresBeside(quoted, readings, asked);
  },
};

const mostShown = 2;

/** "In which country?" is told by what was quoted, where that names one. */
function asksWhichCountry({ kind, own, speakers, wants, asksWho, asksFor }: Inquiry): boolean {
  const isOfNothingElse = termsOf(own ?? '').every((term) => termsOf(kind).includes(term));
  return isOfNothingElse && asksCountries({ kind, wants: wants ?? 'name', asksWho, asksFor }) && speakers.length <= 1;
}

function inTurn(quotes: Omit<Quote, 'n'>[], { say }: Asked): Made {
  return { text: say('inQuotedTurn', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
}

/** Also who is counted by what they spoke of: those of all that was said, and not of what was quoted. */
const others = phrases({
  lines: `
    (who|anyone|anybody|somebody|someone|nobody) else
    other (speakers|people)
    how many [other|different] {crowd} [have|has] (~mention|~speak|~talk|~discuss|~raise|~address|~name)
    how many [other|different] {crowd} [have|has] (~support|~oppose|~criticise|~criticize|~welcome|~reject)
    how many [other|different] {crowd} (were|are|was) (named|mentioned)`,
  lists: {
    crowd: `(speakers|people|participants|panellists|panelists|delegates|delegations|countries|organisations
      |organizations|companies|sessions|meetings)`,
  },
});
/** "Why not binding?", "And in the north?" */
const elliptic = phrases({
  lines: `
    ^ [and|but|so] (why|in|at|for|from|where|when|by|with|how) …5 $
    ^ [and|but|so] which [other] [*] * $
    ^ [and|but|so] (based|depending|built) on (what|which) [*] $
    the (first|second|third|fourth|fifth|last) (one|point|element|principle|part|challenge|reason|problem) $`,
});
const asksHowLong = phrases({ lines: 'how long' });
const asksWhen = phrases({ lines: '(when|what year|which year|deadline)' });
const why = phrases({ lines: '^ [and|but|so] (why|how so|how come)' }, ...spokenElsewhere('why'));

function isOf({ session, speaker }: Omit<Quote, 'n'>, { people }: Asked): boolean {
  return spokenBy(people)(session.id, speaker);
}

/** Sentences of the turns that were quoted which have what this question adds, the nearest to the quoted words first. */
async function placesIn(quoted: Omit<Quote, 'n'>[], readings: Reading[], { inquiry, ground }: Asked) {
  const own = ownWords(inquiry);
  if (termsOf(own).length === 0) return [];
  const { wanted } = await wantedBy({ ...inquiry, words: own, speakers: [] }, undefined, ground);
  const total = wanted.terms.reduce((sum, { weight }) => sum + weight, 0);
  const found = readings.flatMap((reading) => {
    const { has } = matchTerms(reading, wanted);
    return [...reading.sentences.keys()].flatMap((index) => {
      const away = distance(reading, index, quoted);
      const share = wanted.terms.reduce((sum, { weight }, which) => sum + weight * has[index]![which]!, 0) / total;
      const { text } = reading.sentences[index]!;
      const fits = inquiry.wants !== 'number' || (hasNumeral(text) && mayTellFigure(text, inquiry.question));
      return away === null || share < leastShare || !fits ? [] : [{ reading, index, away, share }];
    });
  });
  const most = Math.max(...found.map(({ share }) => share));
  return (
    found
      .filter(({ share }) => share >= most * nearMost)
      .map((place) => ({
        ...place,
        gives: figureIn(place.reading.sentences[place.index]!.text, inquiry.question) !== null,
      }))
      // What counts the thing that is asked for comes before what is only nearer.
      .toSorted((one, other) => Number(other.gives) - Number(one.gives) || one.away - other.away)
      .map(({ reading, index }) => quoteOfRun(reading, { first: index, last: index }))
  );
}

const leastShare = 0.5;
const nearMost = 0.8;

/** In sentences, to the nearest that was quoted of the same turn; null where the turn was not quoted. */
function distance({ session, sentences }: Reading, index: number, quoted: Omit<Quote, 'n'>[]): number | null {
  const { turn } = sentences[index]!;
  const inTurn = quoted.filter((quote) => quote.session.id === session.id && quote.turn === turn);
  if (inTurn.length === 0) return null;
  const from = inTurn.map(({ start, end }) => {
    const touched = [...sentences.keys()].filter(
      (at) => sentences[at]!.turn === turn && sentences[at]!.start < end && start < sentences[at]!.end,
    );
    return Math.min(...touched.map((at) => Math.abs(at - index)));
  });
  return Math.min(...from);
}

/** Without what points back. */
function ownWords({ own }: Inquiry): string {
  return (own ?? '')
    .split(/\s+/u)
    .filter((word) => !pointing.has(word.toLowerCase().replace(/\W+$/u, '')))
    .join(' ');
}

const pointing = new Set('it that this there they them those these he she him her his their could would'.split(' '));

/** Whether the question has a name of its own that no turn which was quoted has. */
function namesOther(inquiry: Inquiry, quoted: Omit<Quote, 'n'>[], readings: Reading[]): boolean {
  const turns = readings.flatMap(({ session }) =>
    session.turns.filter((_turn, at) => quoted.some((quote) => quote.session.id === session.id && quote.turn === at)),
  );
  const said = new Set(turns.flatMap(({ text }) => termsOf(text)));
  return properNamesIn(ownWords(inquiry)).some((name) => termsOf(name).some((term) => !said.has(term)));
}

/** Where what is counted is said with its figure: "46 lawsuits" for "How many lawsuits are there?" */
function countedIn(heard: Heard[], inquiry: Inquiry): Omit<Quote, 'n'> | null {
  const own = new Set(termsOf(ownWords(inquiry)));
  const place = heard
    .flatMap(({ places }) => places)
    .find(({ sentence }) => termsOf(figureIn(sentence.text, inquiry.question) ?? '').some((term) => own.has(term)));
  return place ? quoteOfRun(place.reading, { first: place.index, last: place.index }) : null;
}

/** What is said in the same turns with a figure, where none of the words is there: "50 engineers" for "how many people". */
async function figuresBeside(quoted: Omit<Quote, 'n'>[], readings: Reading[], asked: Asked) {
  const { inquiry, ground } = asked;
  const own = ownWords(inquiry);
  const likeness = await likenessTo(own, readings, await ground.meaningsOf(own));
  const isOfMore = termsOf(own).length > 1;
  const found = readings.flatMap((reading) =>
    [...reading.sentences.keys()].flatMap((index) => {
      const away = distance(reading, index, quoted);
      const { text } = reading.sentences[index]!;
      const counts = placedAmounts(text).some(
        ({ value, unit, end }) =>
          unit === '' && /^\d+(?:\.\d+)?$/.test(value) && Number(value) > 1 && counted.test(text.slice(end)),
      );
      const question = textOf(inquiry.question);
      const isWanted = asksWhen.in(question)
        ? timesIn(text).length > 0
        : asksHowLong.in(question)
          ? mayTellFigure(text, inquiry.question)
          : counts;
      const like = likeness.get(reading)?.[index] || 0;
      // "How many came?" is of what was quoted, "How many lamps were bought?" only where it is near in meaning.
      if (away === null || away > mostAway || !isWanted || (isOfMore && like < leastLike)) return [];
      // A figure in digits counts more often than a small number in words.
      const inDigits = /\d/.test(text) ? inDigitsCounts : 0;
      return [{ reading, index, near: inDigits + like - away * farther }];
    }),
  );
  const [best] = found.toSorted((one, other) => other.near - one.near);
  if (!best) return null;
  return inTurn([quoteOfRun(best.reading, { first: best.index, last: best.index })], asked);
}

/** A plural follows the figure: "50 engineers", "ten industrial companies". */
const counted = /^(?:\s+\p{L}+){0,2}?\s+(?:\p{L}+s|people|children|men|women)\b/u;
/** In sentences. */
const mostAway = 10;
const farther = 0.1;
const inDigitsCounts = 1;
/** In usual differences of meaning. */
const leastLike = 0.75;

/** The quoted words with what the speaker goes on to say. */
function reasons([quote]: Omit<Quote, 'n'>[], readings: Reading[], { say }: Asked): Made | null {
  const reading = readings.find(({ session }) => session.id === quote!.session.id)!;
  const { sentences } = reading;
  const isQuoted = (index: number) => {
    const { turn, start, end } = sentences[index]!;
    return turn === quote!.turn && start < quote!.end && quote!.start < end;
  };
  const first = [...sentences.keys()].findLast(isQuoted);
  if (first === undefined) return null;
  let last = first;
  while (last - first < mostReasons && sentences[last + 1]?.turn === quote!.turn) last += 1;
  if (last === first) return null;
  const quotes = [quoteOfRun(reading, { first, last })];
  return { text: say('goesOn', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
}

const mostReasons = 3;
