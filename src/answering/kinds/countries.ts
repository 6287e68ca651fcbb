/** "Which countries are in the group?": those that are named together where it is spoken of, the names first. */
import type { Inquiry } from '../../asking/asked.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { languageOf } from '../../words/language.ts';
import { numberOf } from '../../asking/phrases/languages.ts';
import { termsOf } from '../../words/terms.ts';
import { phrases } from '../../words/matcher.ts';
import { fold } from '../../words/names.ts';
import { textOf } from '../../words/text-words.ts';
import { wordList } from '../../words/word-list.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { figureIn } from '../figures/figure.ts';
import { matchedIn, type Heard, type Place, wordsOf } from '../hear.ts';
import { surelyThere, type Wanted } from '../matter/evidence.ts';
import { asksCountries, regionsIn } from '../names/regions.ts';
import { languageOfSession } from '../spoken-language.ts';
import { numbered, type Kind, type Made } from './kind.ts';
import { everyNamed } from './listing.ts';
import { spokeOfThis } from './said.ts';

export const countries: Kind = {
  isAskedBy: (inquiry) =>
    asksForAllCountries(inquiry) ||
    howMany.in(textOf(inquiry.question)) ||
    ((asksCountries(inquiry) || asksMembers(inquiry)) && inquiry.words !== '' && !isOfOne.has(fold(inquiry.kind))),

  async answer(asked): Promise<Made | null> {
    const { inquiry, say } = asked;
    if (asksForAllCountries(inquiry))
      return everyNamed(asked, (text, reading) =>
        countriesIn(text, reading).map(({ code: key, name }) => ({ key, name })),
      );
    const { places, heard, wanted } = await asked.looked();
    const isCounted = inquiry.wants === 'number';
    if (isCounted && places.some((place) => figureIn(wordsOf(place), inquiry.question) !== null)) return null;
    const least = asksCountries(inquiry) ? leastNamed : leastMembers;
    const naming = [...places, ...onTheGroup(heard, wanted, new Set([...termsOf(inquiry.kind), ...countryTerms]))]
      .filter((place) => isOnMatter(place, heard, wanted, inquiry.kind))
      .map((place) => ({ place, named: countriesIn(place.sentence.text, place.reading).map(({ name }) => name) }))
      .filter(({ named }) => named.length >= least)
      .toSorted((one, other) => other.named.length - one.named.length)
      .filter(({ place }, at, all) => all.findIndex((other) => isSame(other.place, place)) === at);
    const [first] = naming;
    if (!first) return null;
    const quotes = naming
      .slice(0, mostShown)
      .map(({ place: { reading, index } }) => quoteOfRun(reading, { first: index, last: index }));
    const [mark] = numbered(quotes);
    const part = partAsked(inquiry);
    const named = ofNumberAsked(part === null ? first.named : namedAs(part, first.place), first.place, inquiry);
    return {
      // Which of those named are the new ones, who says so tells; where nobody does, all are shown in their words alone.
      text:
        named.length === 0
          ? spokeOfThis(quotes, say)
          : say('named', { items: say.listed(named), name: say.called(mark!) }),
      quotes,
      report: [],
      marked: true,
    };
  },
};

/** Where nobody gives their number, they can be counted. */
const howMany = phrases({
  lines: `
    how many [new|old|original] [*] [member] (countries|nations|states) [*] (are|were|is|belong|make up|form|joined|take part)
    how many (new|old|original|founding) [*] members (are|were|is|joined|does|has)`,
});
const countryTerms = termsOf('countries nations states');

/** "Who are the members of the pact?": people or countries. */
function asksMembers({ words, wants, asksWho, speakers }: Inquiry): boolean {
  return (wants === 'list' || wants === 'name' || asksWho) && speakers.length === 0 && termsOf(words).includes(member!);
}

const [member] = termsOf('members');

/** What names the group, which tells most in the question beside what is asked for, without a word of joining it. */
function onTheGroup(heard: Heard[], { terms }: Wanted, ofKind: Set<string>): Place[] {
  const isSaid = (which: number) => {
    const { term } = terms[which]!;
    const isOfGroup = !ofKind.has(term) && !narrowing.has(term) && !joining.has(term);
    return isOfGroup && heard.some(({ matched }) => (matched.forms[which]?.size ?? 0) > 0);
  };
  const telling = terms.map(({ rarity }, which) => (isSaid(which) ? rarity : 0));
  const rarest = telling.indexOf(Math.max(...telling));
  return heard.flatMap(({ reading, places, matched }) =>
    places.filter(
      ({ index, sentence }) =>
        (matched.has[index]?.[rarest] ?? 0) >= surelyThere &&
        countriesIn(sentence.text, reading).length >= leastMembers,
    ),
  );
}

/** Most of what is asked for is said there, or right beside it: to name many countries is no answer by itself. */
function isOnMatter({ reading, index }: Place, heard: Heard[], { terms }: Wanted, kind: string): boolean {
  const ofKind = new Set([...termsOf(kind), ...countryTerms]);
  const matched = matchedIn(heard, reading);
  const matter = terms.filter(({ term }) => !ofKind.has(term) && !narrowing.has(term) && !joining.has(term));
  if (!matched || matter.length === 0) return true;
  const { turn, about } = reading.sentences[index]!;
  const beside = [index - 1, index, index + 1].filter((at) => reading.sentences[at]?.turn === turn);
  const isSaid = ({ term }: (typeof terms)[number]) =>
    about.has(term) ||
    beside.some((at) => (matched.has[at]?.[terms.findIndex((each) => each.term === term)] ?? 0) >= surelyThere);
  const said = matter.filter(isSaid).reduce((sum, { weight }) => sum + weight, 0);
  return said >= leastOfMatter * matter.reduce((sum, { weight }) => sum + weight, 0);
}

/** Of the matter's weight. */
const leastOfMatter = 0.5;

/** "In which country?" is told by no list of them. */
const isOfOne = new Set(wordList('country nation state país страна دولة'));

const isSame = (one: Place, other: Place) => one.reading === other.reading && one.index === other.index;
const leastMembers = 3;
const joining = new Set(termsOf('join joined joining member members belong belongs enter entered admit admitted part'));

/** What a question may want of a group alone: those that came to it, or those that were there before. */
type Part = 'new' | 'old';
const partWords: Record<Part, Set<string>> = {
  new: new Set(termsOf('new newest newer recent recently lately latest last newly additional just')),
  old: new Set(termsOf('former original originally founding founder founded first old oldest initial')),
};
const besides = phrases({ lines: '(including|included|inclusive|too|as well|(along|together) with)' });
const narrowing = new Set([...partWords.new, ...partWords.old, ...termsOf('ones included including')]);

function partAsked({ words, question }: Inquiry): Part | null {
  // "The new ones included" are all of them.
  if (besides.in(textOf(question))) return null;
  const terms = termsOf(words);
  const asked = (['new', 'old'] as const).filter((part) => terms.some((term) => partWords[part].has(term)));
  // "Old and new members" are all of them.
  return asked.length === 1 ? asked[0]! : null;
}

/** "Peru, Chile and then the two new members, Norden and Ossa": those behind a word that says so, or before what says the other. */
function namedAs(part: Part, { sentence: { text }, reading }: Place): string[] {
  const says = (which: Part) =>
    textOf(text).words.find(({ word }) => termsOf(word).some((term) => partWords[which].has(term)));
  const [own, other] = [says(part), says(part === 'new' ? 'old' : 'new')];
  const [from, to] = own
    ? [own.end, other && other.start > own.end ? other.start : text.length]
    : [0, part === 'old' && other ? other.start : 0];
  const named = countriesIn(text.slice(from, to), reading).map(({ name }) => name);
  return named.length >= leastNamed ? named : [];
}

/** "Which three countries joined?" is not told by a list of seven: it is those of whom the sentence says that they are three. */
function ofNumberAsked(named: string[], { sentence: { text }, reading }: Place, { question }: Inquiry): string[] {
  const numbers = (said: string) =>
    textOf(said).words.flatMap(({ word, end }) => {
      const number = numberOf(word);
      return number !== null && number > 1 ? [{ number, end }] : [];
    });
  const [asked] = numbers(question);
  if (!asked || named.length === asked.number) return named;
  const from = numbers(text).find(({ number }) => number === asked.number)?.end;
  const counted = from === undefined ? [] : countriesIn(text.slice(from), reading).map(({ name }) => name);
  return counted.length === asked.number ? counted : [];
}

/** "Which countries were mentioned?": without a matter, any that was. */
export function asksForAllCountries(inquiry: Inquiry): boolean {
  const ofKind = termsOf(inquiry.kind);
  return (
    asksCountries(inquiry) &&
    inquiry.asksFor.has('mention') &&
    termsOf(inquiry.words).every((term) => ofKind.includes(term) || saysHow.has(term))
  );
}

/** "Mentioned as examples", "mentioned by name": every mention is. */
const saysHow = new Set(termsOf('examples instance name'));

const leastNamed = 2;
const mostShown = 2;

/** Each once, as it is written, by the names of the language it is said in. */
function countriesIn(text: string, { session }: Pick<Reading, 'session'>): { code: string; name: string }[] {
  const language = languageOf(text) ?? languageOfSession(session);
  const named = regionsIn(text, language).filter(
    // The island of Réunion is no "réunion", and Minister Jordan no country.
    ({ code, name, start, end }) =>
      !unions.has(code) &&
      !/^\p{Ll}/u.test(name) &&
      !isOfLonger.test(text.slice(end)) &&
      !titled.test(text.slice(Math.max(start - longestTitle, 0), start)),
  );
  return [...new Map(named.map((each) => [each.code, each])).values()];
}

/** They have codes as countries have: the United Nations, the European Union, the euro area. */
const unions = new Set(['UN', 'EU', 'EZ']);

const titled = /\b(?:Minister|Mr|Ms|Mrs|Dr|Prof|Professor|Senator|Judge|Sir|Hon)\.?\s$/u;
/** In characters. */
const longestTitle = 16;
/** China Mobile is no country. */
const isOfLonger = /^[ -]\p{Lu}/u;
