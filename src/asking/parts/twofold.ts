/** Two questions in one: "What did Ruiz say about tolls, and who else spoke of them?" */
import { englishLists } from '../phrases/english-lists.ts';
import { wordsOfQuotation } from '../phrases/english-quotations.ts';
import { waysTo } from '../phrases/languages.ts';
import { bareForm } from '../../words/irregular-forms.ts';
import { properNamesIn } from '../../words/names.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf, type Text, type TextWord } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';
import { placeOf } from './session-name.ts';

export interface Twofold {
  first: string;
  second: string;
  /** The second asks more of what answers the first, as "and did they pay?" and "and why?" do. */
  isBound: boolean;
}

/** Both questions, each so that it can be asked by itself, or after the first where it is bound; null where there is only one. */
export function twofold(question: string): Twofold | null {
  const text = textOf(question);
  const { words } = text;
  if (!opens(text, 0)) return null;
  const isShared = sharesRest(words);
  // "When and where was it held, and who came?" is parted at the last first.
  const least = isShared ? leastFirst + 1 : leastFirst;
  const joint = words.findIndex(({ word }, at) => word === 'and' && at >= least && opens(text, at + 1));
  if (isShared && joint < 0) return withOneRest(question, words);
  const second = words[joint + 1];
  if (joint < 0 || second === undefined) return null;
  // "On which day and at what time was it held?" asks nothing before its verb.
  if (prepositions.has(words[0]!.word) && joint <= mostBare) return null;
  const one = question.slice(0, words[joint]!.start).replace(/[\s,;]+$/u, '');
  const asksMore = question.slice(second.start);
  const first = `${withEnd(one, words.slice(0, joint), asksMore)}?`;
  const rest = words.slice(joint + 1).map(({ word }) => word);
  if (termsOf(one).length === 0 && !points(words.slice(0, joint))) return null;
  // How many there were is told with who they are, and what they are.
  if (countsThem.in(textOf(asksMore))) return null;
  // Who says what is told with all that was said.
  if (asksWhoSays.in(textOf(asksMore)) || (asksSaid.in(textOf(one)) && byWhom.in(textOf(asksMore)))) return null;
  // What a quotation says stands in it.
  if (asksQuoted.in(textOf(one)) && asksItsWords.in(textOf(asksMore))) return null;
  if (isElliptic(rest)) return completed(first, asksMore, words.slice(0, joint));
  if (asksOfChair.in(textOf(one)) && asksOrganiser.in(textOf(asksMore)))
    return { first, second: asksMore.replace(/\bit\b/iu, 'this session'), isBound: false };
  const other = withName(ofCounted(asksMore, one), one);
  const told = textOf(other).words.map(({ word }) => word);
  // Who else spoke of it is told of all that was said, and not with what it points to.
  const known = new Set(termsOf(one));
  const isOfSame =
    !told.some((word) => wh.has(word) && word === 'who') &&
    termsOf(other).every((term) => known.has(term) || saying.has(term));
  const isBound = (told.some((word) => pointing.has(word)) || isOfSame) && told[1] !== 'else';
  const isWhole = rest.length >= leastSecond && !(wh.has(rest[0]!) && prepositions.has(rest[1]!));
  return isWhole && termsOf(other).length > 0 ? { first, second: other, isBound } : null;
}

/** Of words in "on which day". */
const mostBare = 3;

/** "Who", "In which city", "Did they": what a question begins with. */
function opens({ text, words }: Text, at: number): boolean {
  const [word, next] = [words[at]?.word ?? '', words[at + 1]];
  if (wh.has(word)) return true;
  if (next === undefined) return false;
  if (prepositions.has(word)) return ofThings.has(next.word);
  // "What is and is not allowed" and "who has and will sign" are one.
  return doing.has(word) && (at === 0 || subjects.has(next.word) || /^\p{Lu}/u.test(text.slice(next.start)));
}

/** "Where and when was it held?", "Where and on what day was it held?" */
function sharesRest(words: TextWord[]): boolean {
  const [one, and, other] = words;
  if (and?.word !== 'and' || !circumstances.has(one!.word)) return false;
  return one!.word !== other?.word && lengthOfOther(words) > 0 && words.length > lengthOfOther(words) + 2;
}

/** In words, of what is asked behind "and" without a verb; 0 where it has one. */
function lengthOfOther([, , other, next, third]: TextWord[]): number {
  if (circumstances.has(other?.word ?? '')) return 1;
  const isMoment =
    prepositions.has(other?.word ?? '') && ofThings.has(next?.word ?? '') && moments.has(third?.word ?? '');
  return isMoment ? mostBare : 0;
}

function withOneRest(question: string, words: TextWord[]): Twofold {
  const [one, , other] = words;
  const rest = question.slice(words[lengthOfOther(words) + 1]!.end);
  const second = question.slice(other!.start, words[lengthOfOther(words) + 1]!.end);
  return { first: `${one!.word}${rest}`, second: `${second}${rest}`, isBound: false };
}

/** "And on what day?" of "Where did it take place": on what day it did. "And why?" asks more of what answers the first. */
function completed(first: string, second: string, words: TextWord[]): Twofold | null {
  const asked = textOf(second).words.map(({ word }) => word);
  // What was promised, by whom and by when, is told with the promise.
  if (words.some(({ word }, at) => at > 1 && prepositions.has(word) && ofThings.has(words[at + 1]?.word ?? '')))
    return null;
  if (reasons.has(asked.at(-1)!)) return { first, second: 'Why?', isBound: true };
  const verb = words.findIndex(({ word }) => doing.has(word));
  const isOfCircumstance = circumstances.has(words[0]!.word) || prepositions.has(words[0]!.word);
  if (!isOfCircumstance || verb < 0) return { first, second, isBound: true };
  return { first, second: `${second.replace(/[\s?]+$/u, '')} ${first.slice(words[verb]!.start)}`, isBound: false };
}

/**
 * "What price and what profit were set for the lamp in HB2031a?": what is asked without a verb shares all that the second
 * has from its verb on. Otherwise the session and the people that stand at the end are meant of both.
 */
function withEnd(one: string, words: TextWord[], second: string): string {
  const rest = textOf(second).words;
  const verb = rest.findIndex(({ word }) => doing.has(word));
  const isOfThing = thingsAsked.has(rest[0]?.word ?? '') && verb > 1 && verb <= mostOfThing;
  if (isOfThing && isOnlyThing(one, words)) {
    // "Were" is of both together.
    const { word, end } = rest[verb]!;
    const own = one.endsWith('s') ? word : (ofOneThing.get(word) ?? word);
    return `${one} ${own}${shorn(second.slice(end))}`;
  }
  const place = placeOf(second);
  const isLast = place !== null && textOf(second.slice(place.end)).words.length === 0;
  const view = inViewOf.first(textOf(second))?.start ?? 0;
  const starts = [isLast && placeOf(one) === null ? place.start : 0, view].filter((start) => start > 0);
  return starts.length === 0 ? one : `${one} ${shorn(second.slice(Math.min(...starts)).trim())}`;
}

/** "What selling price", "how many boats": no verb is among the words. */
function isOnlyThing(one: string, words: TextWord[]): boolean {
  const [first, ...rest] = words.map(({ word }) => word);
  const things = first === 'how' ? rest.slice(1) : rest;
  const isVerb = (word: string) =>
    doing.has(word) || word.endsWith('ed') || (!word.endsWith('ing') && bareForm(word) !== word);
  // In "what causes floods" the verb is told by its ending.
  const hasVerb = things.some(isVerb) || (things.length > 1 && /[^s]s$/u.test(things[0]!));
  const isAsked = thingsAsked.has(first!) && (first !== 'how' || amounts.has(rest[0] ?? ''));
  return isAsked && things.length > 0 && things.length < mostOfThing && !hasVerb && properNamesIn(one).length === 0;
}

const ofOneThing = new Map(Object.entries({ were: 'was', are: 'is', have: 'has' }));
const shorn = (words: string) => words.replace(/[\s?]+$/u, '');

/** "How many meetings are there, and which one is the longest?": one of the meetings. */
function ofCounted(second: string, one: string): string {
  const counted = countedThings.first(textOf(one))?.taken ?? null;
  return counted === null ? second : second.replace(/^which one\b/iu, `which ${counted.replace(/s$/u, '')}`);
}

const countedThings = phrases({ lines: '^ how many <sessions|meetings|recordings|records|hearings|events>' });

/** Asks without a verb: "on what day", "by whom", "when", "how much". */
function isElliptic(rest: string[]): boolean {
  const [first, second] = rest;
  if (prepositions.has(first!)) return rest.length <= mostElliptic;
  if (circumstances.has(first!) || first === 'why') return rest.length === 1;
  if (first === 'how') return rest.length === 1 || (rest.length === 2 && !doing.has(second!));
  return rest.length === 2 && moments.has(second!);
}

/** "Where did this take place": what it is of stands before. */
const points = (words: TextWord[]) => words.some(({ word }) => pointing.has(word));

/** "How much does it earn?" with the name that the first is of, "How many boats does Blue Quay own?"; as it is where there are several. */
function withName(question: string, first: string): string {
  const [name, ...others] = new Set(properNamesIn(first));
  const { words } = textOf(question);
  const at = words.findIndex(({ word }, index) => standing.has(word) && doing.has(words[index - 1]?.word ?? ''));
  if (name === undefined || others.length > 0 || at < 0 || several.test(name)) return question;
  // "In the Kenyan pilot" names nobody whom "they" could be.
  const before = textOf(first.slice(0, first.indexOf(name))).words.at(-1)?.word ?? '';
  if (!doing.has(before)) return question;
  return `${question.slice(0, words[at]!.start)}${name}${question.slice(words[at]!.end)}`;
}

const inViewOf = waysTo('inViewOf');
const countsThem = phrases({
  lines: `
    ^ how many (were|are) (they|there|of them) $
    ^ (how often|how many times) $
    ^ (what|which) (were|are) their ({roles}) $`,
  lists: { roles: 'roles|titles|functions|positions|jobs|affiliations|organisations|organizations' },
});

const asksWhoSays = phrases({
  lines:
    '^ who [has|have] (said|says|mentioned|mentions|raised|raises|claimed|claims) (so|that|it|this|them|these|those|what|which) $',
});
/** Of what was only said, and not of what was done, whose doer is another. */
const asksSaid = phrases({
  lines: `
    (~mention|~say|~raise|~name|~discuss|~suggest|~propose|~recommend|~cite|~express|~voice|~give|~bring up|~claim) $
    (~mention|~say|~raise|~name|~discuss|~suggest|~propose|~recommend|~cite|~express|~voice|~give) (in|at|during) …6 $`,
});
const byWhom = phrases({ lines: '^ (by|from) whom $' });

/** Who chaired is asked of the session, and who organised "it" then too. */
const asksOfChair = phrases({
  lines: `
    ^ [and|but|so] (who|which (person|speaker)) (~chair|~moderate|~host|~open|~close|facilitated) [it|this|that|(the|this|that) [*] [*] {session}] $
    ^ [and|but|so] who (was|is) [the|its] (chair|moderator|facilitator|host) $
    ^ [and|but|so] (when|where) (was|is|did) (it|this|that|(the|this|that) [*] [*] {session}) [held|(take|taking) place|happen] $`,
  lists: englishLists,
});
const asksOrganiser = phrases({
  lines: `
    ^ (who|(which|what) [*] ({body})) [has|have] (~organise|~organize|hosted|~convene|~sponsor|set up|put on) it $
    ^ (who|(which|what) [*] ({body})) (is|was|are|were) behind it $`,
  lists: englishLists,
});

const asksQuoted = phrases({ lines: '(does|did|do) … (quote|cite)' });
const asksItsWords = phrases({ lines: wordsOfQuotation });

/** "Blue Quay and Fjord Lines" is read as one name. */
const several = /\s(?:and|or)\s/u;
const standing = new Set(wordList('it they he she'));
const doing = new Set(wordList('is are was were do does did has have had will would can could should must'));
const wh = new Set(wordList('who what when where which how why whose whom'));
/** What stands after a preposition that asks: "on what day". */
const ofThings = new Set(wordList('what which whom when'));
const thingsAsked = new Set(wordList('what which how'));
const amounts = new Set(wordList('many much'));
const circumstances = new Set(wordList('where when who'));
const moments = new Set(wordList('day date year month time city town place country'));
const reasons = new Set(wordList('why reason reasons grounds'));
const subjects = new Set(
  wordList(
    'it they he she there this that these those the a an any anyone anybody someone somebody everyone nobody we',
  ),
);
const pointing = new Set(
  wordList('it its they them their he his him she her this that those these there then term word same'),
);
const saying = new Set(termsOf('say said tell told'));
const prepositions = new Set(wordList('about on of for from in at by to with under until since not'));
/** In words. */
const leastFirst = 2;
const leastSecond = 3;
const mostElliptic = 4;
const mostOfThing = 5;
