/** Which stretch of a question names someone. */
import { partsOf, regions, singular, smallWords, titles, tokensOf, type Token } from '../words/names.ts';
import { wordList } from '../words/word-list.ts';
import { isSayingVerb, opensQuestion, speaks, wordsOfAsking } from './asked-of.ts';
import { articles, forms } from './asked-phrase.ts';
import { officeOf, type Match } from './judging.ts';
import { countryOf } from './country-adjectives.ts';
import { governing, speakingFor } from './offices.ts';
import { comparing, factVerbs } from './words-of-saying.ts';
import { gatherings, jobs, moderatorWords, roleNouns } from './roles.ts';

/** A question whose names are sought. */
export interface Asking {
  question: string;
  tokens: Token[];
  /** Whether a capital tells a name from a word: not where all or no letters are capitals. */
  capitalsTell: boolean;
  find(phrase: string, mayCorrect: boolean): Match[];
}

/** The tokens from `first` to `last` and everyone they could mean; nobody where the library has none of that name. */
export interface Naming {
  first: number;
  last: number;
  matches: Match[];
  /** It is one person that is named, rather than an organisation. */
  personal: boolean;
}

/** The longest stretch from here that names someone, or a capitalised name that nobody has. */
export function namingAt(asking: Asking, first: number): Naming | null {
  const { tokens } = asking;
  const longest = Math.min(tokens.length, first + 12);
  let end = first + 1;
  while (end < longest && !tokens[end]!.afterBreak) end += 1;
  for (let last = end - 1; last >= first; last -= 1) {
    const matches = matchesOf(asking, first, last);
    if (matches.length === 0) continue;
    const alone = nameBeforeMatter(asking, first, last);
    if (alone) return alone;
    const personal = matches.some(isByName) || tokens.slice(first, last + 1).some(isForPerson);
    return { first, last: lastWithJob(asking, last, matches), matches, personal };
  }
  const last = unknownFrom(asking, first);
  return last === null ? null : { first, last, matches: [], personal: looksPersonal(asking, first, last) };
}

/** "The marketing expert" and "the user interface designer" are whoever the record calls Marketing and User Interface. */
function lastWithJob({ tokens }: Asking, last: number, matches: Match[]): number {
  const next = tokens[last + 1];
  const isJob = next !== undefined && !next.afterBreak && !tokens[last]!.possessive && jobs.has(singular(next.word));
  return isJob && matches.every(({ how }) => how === 'name') ? last + 1 : last;
}

function matchesOf(asking: Asking, first: number, last: number): Match[] {
  if (!couldName(asking, first, last)) return [];
  const stretch = stretchOf(asking, first, last);
  if (!standsOut(stretch)) return [];
  const { span, inPlace, titled, allCapital, content } = stretch;
  if (content.length === 1 && countryOf(content[0]!.word) !== null && !arePeople(asking, stretch)) return [];
  const mayCorrect = (inPlace || titled || (allCapital && content.length > 1)) && !isOrdinary(stretch);
  const matches = asking.find(phraseOf(asking, span), mayCorrect);
  const best = matches[0];
  if (!best) return [];
  const named = isByName(best) ? isNameHere(asking, stretch, matches) : isOfficeHere(asking, stretch, best);
  return named ? matches : [];
}

/** The name alone of "Okafor on eels": what stands after "on" is what they speak of, unless an office is called so. */
function nameBeforeMatter(asking: Asking, first: number, last: number): Naming | null {
  const { tokens } = asking;
  const on = tokens.findIndex(({ word }, at) => at > first && at < last && matterAfter.has(word));
  if (on < 0) return null;
  const matches = matchesOf(asking, first, on - 1).filter(isByName);
  return matches.length === 0 ? null : { first, last: on - 1, matches, personal: true };
}

const matterAfter = new Set(wordList('on about regarding concerning'));

/** "The Chinese" are people, "the Chinese market" is none. */
function arePeople({ tokens }: Asking, { article, last }: Stretch): boolean {
  const next = tokens[last + 1];
  if (!article) return false;
  if (!next || next.afterBreak || smallWords.has(next.word)) return true;
  // "The Chinese think" has a verb, "the Chinese think tank" none.
  if (next.word === 'think' && /^tanks?$/u.test(tokens[last + 2]?.word ?? '')) return false;
  return followsAux.has(next.word) || wordsOfAsking.has(next.word) || isSayingVerb(next.word);
}

/** Whether the words allow that a name or an office begins and ends here. */
function couldName(asking: Asking, first: number, last: number): boolean {
  const { tokens } = asking;
  const [opening, closing, before] = [tokens[first]!, tokens[last]!, tokens[first - 1]];
  const article = isArticle(opening);
  if (article && first === last) return false;
  if (smallWords.has(closing.word) && closing.word !== 'de' && !closing.capital) return false;
  if (smallWords.has(opening.word) && !article && !opening.capital) return false;
  if (!article && asksHere(asking, first)) return false;
  if (followsAux.has(opening.word) && !opening.capital) return false;
  // "One strong line" is no somebody, "one from the Board" is.
  if (opening.word === 'one' && first < last && !/^(?:of|from|for|at)$/.test(tokens[first + 1]!.word)) return false;
  // "The new ones" are of what was spoken of before.
  if (closing.word === 'ones') return false;
  // "Who will host it?" has a verb, and names nobody's office.
  if (first === last && before && !opening.afterBreak && doingAfter.has(before.word) && officesThatDo.has(opening.word))
    return false;
  // "Someone on capacity building" is anyone who spoke of it.
  const second = first < last ? tokens[first + 1]!.word : '';
  if (/^(?:some|any)(?:one|body)$/.test(opening.word) && /^(?:on|about|regarding|who)$/.test(second)) return false;
  // "the product manager" is not a manager of another kind.
  const isLowered = !article && /^\p{Ll}/u.test(opening.raw);
  return !(isLowered && before && !opening.afterBreak && narrows(before));
}

const doingAfter = new Set(wordList('will shall would should can could may might must to'));
const officesThatDo = new Set(wordList('host chair head lead judge'));

/** Whether a word before makes a noun one of a kind; "compare" and "versus" do not. */
function narrows({ word, possessive, capital }: Token): boolean {
  const isOther = smallWords.has(word) || followsAux.has(word) || wordsOfAsking.has(word) || comparing.has(word);
  return !possessive && !capital && !isOther;
}

interface Stretch {
  first: number;
  last: number;
  span: Token[];
  /** Without small words. */
  content: Token[];
  /** The token before, where no mark stands between. */
  before: Token | undefined;
  article: boolean;
  /** It stands where a question names who speaks. */
  inPlace: boolean;
  titled: boolean;
  /** It holds a word for a person. */
  personal: boolean;
  someCapital: boolean;
  allCapital: boolean;
}

function stretchOf(asking: Asking, first: number, last: number): Stretch {
  const { tokens, capitalsTell } = asking;
  const span = tokens.slice(first, last + 1);
  const content = span.filter(({ word }) => !smallWords.has(word));
  const isCapital = (token: Token) =>
    capitalsTell &&
    (token.capital || /^\p{Lo}/u.test(token.raw)) &&
    !(token.start === tokens[0]!.start && opensQuestion(token.word));
  return {
    first,
    last,
    span,
    content,
    before: span[0]!.afterBreak ? undefined : tokens[first - 1],
    article: isArticle(span[0]!),
    inPlace: isInPlace(asking, first, last, true) || isWhoIs(asking, first, last),
    titled: isTitleAt(asking, first),
    personal: content.some(isForPerson),
    someCapital: content.some(isCapital),
    allCapital: content.every(isCapital),
  };
}

function standsOut({ content, inPlace, titled, personal, allCapital }: Stretch): boolean {
  if (content.some(({ raw }) => /^\p{Ll}$/u.test(raw))) return false;
  return allCapital || inPlace || titled || personal || content.length > 1;
}

/** Whether a stretch that has someone's name is meant as one. */
function isNameHere(asking: Asking, stretch: Stretch, matches: Match[]): boolean {
  const { first, last, span, content, before, inPlace, titled, personal, someCapital, allCapital } = stretch;
  const best = matches[0]!;
  // Some records have an office for a name: "the Secretary of State" is not whoever is it for something else.
  if (personal && goesOn(asking, last)) return false;
  if (best.how === 'introduction' && content.some(({ word }) => moderatorWords.has(word))) return true;
  if (!someCapital && span.slice(1).some(({ word, capital }) => !capital && (word === 'the' || word === 'a')))
    return false;
  if (content.length === 1 && !someCapital && isBeforeMany(asking, stretch)) return false;
  // A name in lower case after an article is a word, as in "the rose", unless it is all of the name.
  const afterArticle = stretch.article || (before && isArticle(before));
  const isAllOfName = () => matches.every(({ person }) => partsOf(person.name).length === content.length);
  if (afterArticle && !personal && !someCapital && best.score < 1 && !isAllOfName()) return false;
  // "The Bill" is before the house, and not Bill Ostrom.
  if (afterArticle && !titled && content.length === 1 && matches.every((match) => isFirstName(match, content[0]!)))
    return false;
  if (!allCapital && !inPlace && !titled && content.filter(({ raw }) => raw.length > 1).length < 2) return false;
  // "Lee's colleague" is not Lee, though "the Lake Office's Lee" is.
  const owner = span.slice(0, -1).findLastIndex(({ possessive }) => possessive);
  if (owner >= 0 && asking.find(phraseOf(asking, span.slice(owner + 1)), false).length === 0) return false;
  return isWholeName(asking, first, last);
}

/** "What did young farmers want?" has no Young in it: a name stands before no plural. */
function isBeforeMany({ tokens }: Asking, { last, span, before }: Stretch): boolean {
  const next = tokens[last + 1];
  if (!before || !next || next.afterBreak || span.at(-1)!.possessive || next.capital) return false;
  if (manyPeople.has(next.word)) return true;
  const isPlural = next.word.endsWith('s') && !next.word.endsWith('ss') && singular(next.word) !== next.word;
  return isPlural && next.word.length > 3 && !isSayingVerb(next.word) && !factVerbs.has(next.word);
}

const manyPeople = new Set(wordList('people men women children folk'));

/** Whether a stretch that agrees with someone's office or organisation is meant as theirs. */
function isOfficeHere(asking: Asking, stretch: Stretch, best: Match): boolean {
  const { first, last, span, content, article, inPlace, personal, allCapital } = stretch;
  if (isCutShort(asking, stretch)) return false;
  if (personal) {
    // "the head of the Lake Office" is not just any head.
    return !goesOn(asking, last) && (article || inPlace || allCapital || content.length > 1);
  }
  if (content.length === 1 && gatherings.has(content[0]!.word)) return false;
  if (best.how === 'role' && !content.some(({ word }) => word in officeOf)) return false;
  // "A fund of ours" is no organisation by that name.
  if (/^an?$/.test(span[0]!.word) && !stretch.someCapital) return false;
  if (span.slice(0, -1).some(({ possessive }) => possessive)) return false;
  // Two of three: it agrees well, it is written as a name, it stands where an organisation speaks.
  return [best.score >= 0.7, allCapital, isInPlace(asking, first, last, false)].filter(Boolean).length > 1;
}

/** "The representative of the European" is nobody, where "Commission" follows. */
function isCutShort({ tokens, capitalsTell }: Asking, { last, span }: Stretch): boolean {
  const [closing, next] = [span.at(-1)!, tokens[last + 1]];
  if (!capitalsTell || !next?.capital || next.afterBreak || closing.possessive || !closing.capital) return false;
  return span.some(isForPerson) && !isForPerson(closing);
}

/** "The Secretary of State" goes on where "for Energy" follows. */
function goesOn({ tokens }: Asking, last: number): boolean {
  return (
    /^(?:of|from|for|at)$/.test(tokens[last + 1]?.word ?? '') &&
    tokens.slice(last + 2, last + 4).some(({ capital }) => capital)
  );
}

/** No capitalised word beside it that would make it another's name: `Lind` in `John Lind`. */
function isWholeName({ tokens, capitalsTell }: Asking, first: number, last: number): boolean {
  if (!capitalsTell) return true;
  const [opening, closing] = [tokens[first]!, tokens[last]!];
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  const isNameBeside = (token: Token) => couldBeName(token) && !wordsOfAsking.has(token.word);
  const goesBefore = before && first > 1 && !opening.afterBreak && !before.possessive && isNameBeside(before);
  const goesAfter = after && !after.afterBreak && !closing.possessive && isNameBeside(after);
  return !goesBefore && !goesAfter;
}

/** The end of a name that nobody of the library has. */
function unknownFrom(asking: Asking, first: number): number | null {
  const { tokens, capitalsTell } = asking;
  const opening = tokens[first]!;
  const titled = isTitleAt(asking, first);
  if (opening.word === 'i') return null;
  // "the delegate of India" is somebody, whether or not anybody spoke for it.
  if (isOffice(opening) && /^(?:of|from|for)$/.test(tokens[first + 1]?.word ?? '')) {
    const country = tokens[first + 2]?.word === 'the' ? first + 3 : first + 2;
    if (tokens[country]?.capital) return lastOfName(tokens, country);
  }
  if (!titled && (!capitalsTell || !opening.capital || asksHere(asking, first))) return null;
  const last = lastOfName(tokens, first, titled);
  // "The Lake Union representative" is somebody, whether or not anybody spoke for it.
  const next = tokens[last + 1];
  const isSpokenFor =
    next &&
    !next.afterBreak &&
    !titled &&
    ((tokens[first - 1]?.word === 'the' && speakingFor.has(next.word)) || isSomebodyOf(tokens, first, last));
  return isSpokenFor ? last + 1 : last;
}

/** Whether a word asks, and is nobody's name, since a question begins with it: "Who" of "I want to use this. Who said it?". */
function asksHere({ question, tokens }: Asking, at: number): boolean {
  const { word, start } = tokens[at]!;
  const isFirst = at === 0 || /[.!?…。！？؟]\s|\n/u.test(question.slice(tokens[at - 1]!.end, start));
  return isFirst && opensQuestion(word);
}

/** "The Lake Union's speaker" is somebody of it; "Okafor's colleague" is no speaker by that. */
function isSomebodyOf(tokens: Token[], first: number, last: number): boolean {
  const isCountryAlone = first === last && regions().has(tokens[first]!.word);
  const isBody = tokens[first - 1]?.word === 'the' || tokens[last]!.upper || last - first > 1 || isCountryAlone;
  return isBody && tokens[last]!.possessive && standingFor.has(tokens[last + 1]!.word);
}

const standingFor = new Set([
  ...speakingFor,
  ...wordList('speaker spokesperson spokesman spokeswoman panelist panellist participant'),
]);

const isOffice = ({ word }: Token) => speakingFor.has(word) || governing.has(word);

/** The last of the capitalised words from here, and of the small ones between them. */
function lastOfName(tokens: Token[], first: number, titled = false): number {
  let last = first;
  for (let next = first + 1; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    if (token.afterBreak || (tokens[next - 1]!.possessive && !isOfficeOf(tokens, next))) break;
    if (token.capital || (next === first + 1 && titled)) last = next;
    else if (!nameJoiners.has(token.word)) break;
  }
  return last;
}

/** "The Children's Commissioner" is an office, "Lee's director" is not. */
function isOfficeOf(tokens: Token[], at: number): boolean {
  return tokens[at - 2]?.word === 'the' && isOfficeAlone(tokens[at]!);
}

/** Whether a name that nobody has is a person's: it has a title, or several capitalised words as a name has. */
function looksPersonal(asking: Asking, first: number, last: number): boolean {
  const span = asking.tokens.slice(first, last + 1);
  if (isTitleAt(asking, first) || isOffice(span[0]!) || speakingFor.has(span.at(-1)!.word)) return true;
  if (span.length > 1 && span.at(-2)!.possessive && standingFor.has(span.at(-1)!.word)) return true;
  // "The Secretary of State for Ferries" is somebody, whether or not they spoke.
  if (
    asking.tokens[first - 1]?.word === 'the' &&
    span.length > 2 &&
    span[0]!.capital &&
    (isForPerson(span[0]!) || isOfficeAlone(span[0]!))
  )
    return true;
  // So is "the Secretary-General", which is nothing but an office.
  if (asking.tokens[first - 1]?.word === 'the' && span.every(isOfficeAlone)) return true;
  return (
    span.filter((token) => token.capital && !token.upper).length > 1 &&
    !span.some(({ word }) => smallWords.has(word)) &&
    asking.tokens[first - 1]?.word !== 'the'
  );
}

function isTitleAt({ tokens, capitalsTell }: Asking, index: number): boolean {
  const [token, next] = [tokens[index]!, tokens[index + 1]];
  if (!titles.has(token.word) || !next || next.afterBreak) return false;
  const isWritten = token.capital && token.word !== 'the' && token.word !== 'right' && (next.capital || !capitalsTell);
  return (
    isWritten ||
    (alwaysTitles.has(token.word) &&
      !token.possessive &&
      !articles.has(tokens[index - 1]?.word ?? '') &&
      !followsAux.has(next.word))
  );
}

function isInPlace({ tokens }: Asking, first: number, last: number, personal: boolean): boolean {
  return speaks(tokens, first, last, { personal, known: true, place: false, single: first === last });
}

/** "who is price", which is nothing but a name, however it is written. */
function isWhoIs({ tokens }: Asking, first: number, last: number): boolean {
  return first === 2 && last === tokens.length - 1 && tokens[0]!.word === 'who' && /^(?:is|was)$/.test(tokens[1]!.word);
}

function isByName({ how }: Match): boolean {
  return how === 'name' || how === 'spelling' || how === 'introduction';
}

/** Whether a word is a name before the family's. */
function isFirstName({ person }: Match, { word }: Token): boolean {
  const parts = tokensOf(person.name).flatMap((token) => partsOf(token.raw));
  return parts.length > 1 && parts.slice(0, -1).includes(word) && parts.at(-1) !== word;
}

function isForPerson({ word }: Token): boolean {
  // An "under-secretary" is one as well as a secretary.
  const noun = singular(partsOf(word).at(-1) ?? word);
  return roleNouns.has(noun) || forms.has(noun);
}

/** "Secretary-General" and each word of "Director General", but no "delegate", whom others may call so. */
function isOfficeAlone({ word, capital, upper }: Token): boolean {
  const parts = partsOf(word);
  return capital && !upper && parts.every((part) => ofGenerals.has(part) || roleNouns.has(part));
}

const ofGenerals = new Set(wordList('general attorney solicitor auditor inspector surgeon'));

function isArticle({ word }: Token): boolean {
  return word === 'the' || word === 'a' || word === 'an';
}

function isOrdinary({ span, inPlace, titled }: Stretch): boolean {
  return (
    !titled && span.some(({ capital, word }) => !capital && !smallWords.has(word) && !(inPlace && word.length > 5))
  );
}

function couldBeName({ capital, upper, word, raw }: Token): boolean {
  return capital && !upper && !titles.has(word) && !roleNouns.has(word) && /^[\p{L}\p{M}'’\-\u2010\u2011]+$/u.test(raw);
}

function phraseOf({ question }: Asking, span: Token[]): string {
  return question.slice(span[0]!.start, span.at(-1)!.end);
}

const alwaysTitles = new Set(
  wordList('mr mrs ms dr prof professor ambassador senor senora herr frau mme monsieur madame'),
);
const nameJoiners = new Set(wordList('of for on the de da dos del la van von der den bin ibn al'));
const followsAux = new Set(wordList('did does do has have had will would can could should is was are were say said'));
