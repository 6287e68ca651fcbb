/** The figure that answers "how many", cut out of what gives it, with its hedge: "almost $17 trillion". */
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { askedOf, chosenFigure, measures, partOrWhole, saidMostOf, type FigureSaid } from './figure-asked.ts';
import { figureElsewhere } from './figure-elsewhere.ts';
import { saidOfNow } from './time-asked.ts';
import { timesIn, type SaidTime } from './times.ts';

/**
 * The words of `said` from a figure to what is counted, such as `46 cases` for "How many cases are there?", or the sum,
 * span or point of time for "How much", "How long" and "When". What is counted may be named in the sentence before the figure, or in
 * `asked`, the question in the record that is replied to. Null unless exactly one such figure is there: a wrong one is
 * worse than none.
 */
export function figureIn(words: string, question: string, asked = ''): string | null {
  const said = saidOfNow(words, question);
  const asks = new Set(question.match(/\p{N}+/gu));
  // A figure that the question has is what it asks of, and not for.
  const only = (figures: string[]) =>
    onlyOne(figures.filter((figure) => !figure.match(/\p{N}+/gu)?.every((each) => asks.has(each))));
  const head = countedBy(question);
  // "We built forty mills" does not say how many there are in the world.
  if (asksOfAll.in(textOf(question)) && ofOurs.in(textOf(said))) return null;
  if (head !== null) return countedFigure(said, question, head) ?? only(bareAfter(head, said, asked));
  if (/\bhow much\b/iu.test(question)) return sumFigure(said, question, only);
  if (/\bhow long\b/iu.test(question)) return only(nearestTo(question, said, [...said.matchAll(spanOfTime)]));
  if (asksWhen.in(textOf(question))) return only(nearestTo(question, said, timesIn(said).map(matched)));
  if (asksYear.in(textOf(question))) return only(nearestTo(question, said, [...said.matchAll(year)]));
  return figureElsewhere(said, question, asked);
}

const asksOfAll = phrases({
  lines:
    '(worldwide|globally|nationwide|across the (world|globe|country)|all over the world|in the [whole|entire] world)',
});
const ofOurs = phrases({ lines: '(we|i) [have|ve|had|already|also|now] [have|already|also|now] *' });

/** Whether the time of something is asked for. */
export function asksTime(question: string): boolean {
  const asked = textOf(question);
  return asksWhen.in(asked) || asksYear.in(asked);
}

/** "What happened when the mill closed?" asks for no time. */
const asksWhen = phrases({
  lines: `
    ^ [and|but|so|since|until|till|by|from] when !(discussing|debating|presenting|talking|speaking)
    when [exactly|precisely|else] (is|are|was|were|do|does|did|will|would|has|have|had|can|could|should|shall|must|may|might)
    when (s|re|ll|exactly|precisely|else)
    (tell|know|say|says|said|ask|asked|learn|remember|mention|mentioned|and|or|of|on|about|since|until|till|by|from) when
    when [exactly|precisely] $
    (tell|say|show) (me|us) when
    (deadline|due date|target date)`,
});
const asksYear = phrases({ lines: '(what|which) year' });

/** Sums of money; a "million" with no number before it is none. */
function sumsIn(said: string): Placed[] {
  return [...said.matchAll(sumOfMoney)].filter(
    ([sum]) => !/^(?:hundred|thousand|million|billion|trillion)/iu.test(sum),
  );
}

/** Whether any figure counts what is asked for, be it the right one or not, or stands alone where it is named: "six mills", "mills? We have six." */
export function countsAny(said: string, question: string): boolean {
  const head = countedBy(question);
  return head === null || countedIn(said, head).length > 0 || bareAfter(head, said, '').length > 0;
}

/** Whether a sentence gives a figure without what is counted: "There are 46 of them.", "Forty-six, so far." */
export function givesBareFigure(sentence: string): boolean {
  return bareIn(sentence).length === 1;
}

const number = (() => {
  const word =
    `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half dozen`
      .split(/\s+/u)
      .join('|');
  // "$2.6billion" of a transcript that lost its blanks is no 2.6 dollars.
  const joined = '(?:(?:thousand|million|billion|trillion|bn|m|k)\\b)?';
  const parts = String.raw`(?:\s+(?:thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b)?`;
  const ofOne = String.raw`\ban? (?:third|quarter|fifth|sixth|tenth|hundred|thousand|dozen)\b`;
  return String.raw`(?:\p{N}+(?:[.,]\p{N}+)*${joined}|${ofOne}|\b(?:${word})\b)(?:[\s-]+(?:(?:and a |and )?(?:${word}))\b)*${parts}(?:\s?%)?`;
})();
const numeral = /\p{N}+(?:[.,]\p{N}+)*|(?<!\p{L})(?!(?:and|a|or|to)(?!\p{L}))\p{L}+/gu;
const isShare = /\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b|%/iu;
/** What tells how near or how sure a figure is; where one begins with another, the longest is taken. */
const hedges =
  `more than|over|above|beyond|exceeding|in excess of|upwards of|upward of|north of|south of|fewer than|less than|under|below|short of
  not more than|not over|not above|not exceeding|not beyond|no more than|not fewer than|not less than|not under|not below|no fewer than
  no less than|not even|not quite|not nearly|not only|nowhere near|anything like
  almost|nearly|nigh on|virtually|practically|close to|near to|roughly|approximately|approaching|about|around|circa|ca.|c.|some|something like
  in the region of|in the order of|on the order of|up to|at least|at the least|at the very least|at most|at the most|at the very most
  as many as|as much as|as few as|as little as|as long as|a maximum of|a minimum of|maximum|minimum|a total of|the best part of
  the better part of|a good|a full|fully|a mere|mere|merely|barely|hardly|scarcely|only|exactly|precisely
  perhaps|maybe|probably|possibly|supposedly|allegedly|reportedly|an estimated|estimated|a reported|likely
  just|just about`
    .split(/[|\n]/u)
    .map((hedge) => hedge.trim().replaceAll('.', String.raw`\.`))
    .toSorted((one, other) => other.length - one.length)
    .join('|');
/** Before another hedge: "slightly more than". */
const degrees =
  'just|well|far|way|much|slightly|somewhat|little|a little|a bit|a lot|considerably|significantly|substantially|very';
const hedge = String.raw`(?:(?<![\p{L}\p{N}])(?:(?:${degrees})\s+)?(?:${hedges})\s+){0,3}`;
const hedgeAfter = String.raw`(?:\s+or\s+(?:so|more|less|fewer)\b)?`;

/** A number with its hedge, or two that it is between; before each may stand `sign`. */
function amount(sign: string): string {
  const one = `${sign}${number}`;
  const range = String.raw`(?:between\s+${one}\s+and\s+${one}|${one}(?:\s+(?:to|or)\s+|\s?[–-]\s?)${one})`;
  return `${hedge}(?:${range}|${one})${hedgeAfter}`;
}

const money = '(?:dollars?|euros?|pounds?|francs?|crowns?|rupees?|yen|yuan|pesos?|reais|cents?|percent|per cent)';
const time = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))';
const sumOfMoney = new RegExp(
  String.raw`(?:${amount('(?:US)?[$€£¥]')}|${amount('')}[\s-]+${money}\b)${hedgeAfter}`,
  'giu',
);
const wholeTime = '(?:(?:full|whole|working|school|consecutive|straight|further|more)[\\s-]+)?';
const spanOfTime = new RegExp(String.raw`${amount('')}[\s-]+${wholeTime}${time}\b${hedgeAfter}`, 'giu');
const year = /\b(?:1[5-9]|20)\d{2}\b/gu;
const figures = new RegExp(amount(''), 'giu');

/** The term of what "how many …" asks for; null where it does not count. */
export function countedBy(question: string): string | null {
  return termsOf(countedWords(question) ?? '').at(-1) ?? null;
}

/** `chemical elements` of "How many chemical elements are there?"; null where it does not count. */
export function countedWords(question: string): string | null {
  const counted =
    /\bhow (?:many|much(?! (?:more|less|is|are|was|were|do|does|did|will|would|can|could|should|has|have|had)\b))\s+((?:[\p{L}\p{N}-]+\s*){1,4})/iu.exec(
      question,
    )?.[1];
  return counted === undefined ? null : cutAtVerb(counted).trim();
}

/** "how many engineers took part", "how many courts hear the case": what is counted ends before the verb. */
function cutAtVerb(words: string): string {
  return ofMany(words.replace(countedEnds, '').replace(verbEnds, '').replace(articleEnds, ''));
}

const after =
  `is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|took|take|there|in|of|for|at|on|to|from|with|by|per|
  under|into|sent|came|went|got|gave|made|paid|bought|sold|built|spoke|said|held|won|lost|left|met|ran|wrote|brought|became|
  began|chose|fell|found|grew|kept|knew|led|put|rose|saw|stood|taught|told`.replaceAll(/\s+/gu, '');
const countedEnds = new RegExp(String.raw`\s+(?:${after})\b.*$`, 'iu');
const verbEnds = /\s+\p{L}+ed(?:\s+(?:the|a|an|to|their|his|her|it|them|this|that|these|those)\b.*)?$/iu;
const articleEnds = /\s+(?:the|a|an|their|his|her|its|our|your|it|them|this|that|these|those)\b.*$/iu;
/** To the last of the first words of many: "sports clubs" of "sports clubs use canals"; all of it where none is. */
function ofMany(words: string): string {
  const each = words.split(/\s+/u);
  const first = each.findIndex((word) => isMany.test(word));
  if (first === -1) return words;
  const past = each.findIndex((word, at) => at > first && !isMany.test(word));
  return each.slice(0, past === -1 ? undefined : past).join(' ');
}

const isMany = /(?:[^\Ws]s|men|people|children|feet|teeth|mice|geese|sheep|cattle|police)$/iu;

/** Of the figures that count what is asked for, the one of which the rest of the question is said. */
function countedFigure(said: string, question: string, head: string): string | null {
  const words = new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const isAsked = ({ text }: FigureSaid) =>
    text
      .toLowerCase()
      .match(numeral)
      ?.every((each) => words.has(each)) ?? false;
  const about = askedOf(question, head);
  const all = figuresIn(said)
    .map(({ text, start }) => ({ text, start, end: start + text.length }))
    .filter((figure) => !isAsked(figure) && !measures.test(said.slice(figure.end)));
  const isOfPart = about.size > 0 && !/\b(?:are|were) there\b/iu.test(question);
  const named = countedIn(said, head);
  const counted = partOrWhole(named, isOfPart).filter((figure) => !isAsked(figure));
  const isSaid = termsOf(said).some((term) => about.has(term));
  // "Twelve of the thirty wells": of neither is said what is asked.
  if (isOfPart && !isSaid && counted.length < named.length) return null;
  if (about.size === 0) {
    const whole = counted.filter(({ text }) => !isShare.test(text));
    const told = (whole.length > 0 ? whole : counted).map(({ text }) => text);
    return onlyOne(told.length === 0 && deniesFigure(said, head) ? bareIn(said) : told);
  }
  const isNamed = counted.length > 0 || termsOf(said).includes(head);
  if (!isNamed) return null;
  return chosenFigure(
    said,
    about,
    counted,
    // The whole of "twelve of the thirty wells" is no rival of the twelve.
    all.filter(({ start }) => !counted.some((figure) => start > figure.start && start < figure.end)),
  );
}

/**
 * The sum that is asked for; "the toll is two crowns, and it brings in nearly ninety thousand" tells one without its money. Where a
 * clause with another figure says more of what is asked than that with a sum, no sum is it.
 */
function sumFigure(said: string, question: string, only: (figures: string[]) => string | null): string | null {
  const sums = sumsIn(said);
  const sum = only(nearestTo(question, said, sums));
  const placed = sums.map((found) => ({
    text: found[0].trim(),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const bare = figuresIn(said)
    .map(({ text, start }) => ({ text, start, end: start + text.length }))
    .filter(
      ({ start, end }) =>
        !placed.some((each) => start < each.end && end > each.start) && !measures.test(said.slice(end)),
    );
  if (bare.length === 0 || sum === null) return sum;
  const best = saidMostOf(said, askedOf(question, ''), [...placed, ...bare]);
  if (best.length === 0 || best.some(({ text }) => text === sum)) return sum;
  return only(best.filter((figure) => isSum(figure, said)).map(({ text }) => text));
}

function isSum({ text, end }: FigureSaid, said: string): boolean {
  return (
    /\b(?:hundred|thousand|million|billion|trillion)/iu.test(text) &&
    /^\s*(?:[.,;:!?]|$|(?:a|per|each|every)\s)/iu.test(said.slice(end))
  );
}

/** "We do not have nine boats, we have seven": another figure of what is counted is denied. */
function deniesFigure(said: string, head: string): boolean {
  return [...said.matchAll(figures)].some(({ 0: text, index }) => {
    const denied = said.slice(Math.max(index - longestBefore, 0), index);
    const counts = followingWords(said.slice(index + text.length)).some(([, word]) => termsOf(word).includes(head));
    return counts && (isDenied.test(denied) || /\bnot\s+$/iu.test(denied));
  });
}

/** Figures followed within five words by what is counted, with nothing between them that begins another thing. */
function countedIn(said: string, head: string): FigureSaid[] {
  return figuresIn(said).flatMap(({ text, start, after }) => {
    let length = 0;
    for (const [step, word] of followingWords(after)) {
      if (endsCounted.test(word)) return [];
      length += step.length;
      if (termsOf(word).includes(head))
        return isOneOf(text, after)
          ? []
          : [{ text: text + after.slice(0, length), start, end: start + text.length + length }];
    }
    return [];
  });
}

const endsCounted =
  /^(?:for|in|on|at|to|about|with|by|from|and|or|but|is|are|was|were|has|have|had|that|which|who|as|than|against|over|into|per)$/iu;

/** Words that follow with nothing but blanks and hyphens between them, each with what stands before it. */
function followingWords(after: string): [string, string][] {
  const words: [string, string][] = [];
  for (const found of after.matchAll(/[\s-]+([\p{L}\p{N}'’]+)/gu)) {
    const past = words.reduce((sum, [step]) => sum + step.length, 0);
    if (found.index !== past || words.length === mostBetween) break;
    words.push([found[0], found[1]!]);
  }
  return words;
}

const mostBetween = 5;

/** "One of the gauges" tells nothing of how many there are. */
function isOneOf(figure: string, after: string): boolean {
  return /^one$/iu.test(figure) && /^\s+of\b/iu.test(after);
}

/** Figures that stand alone after the sentence, or the question, that names what is counted. */
function bareAfter(head: string, said: string, asked: string): string[] {
  const sentences = said.split(/(?<=[.!?])\s+/u);
  const names = [asked, ...sentences].findIndex((sentence) => termsOf(sentence).includes(head));
  return names === -1 ? [] : bareIn(sentences.slice(names).join(' '));
}

function bareIn(said: string): string[] {
  return figuresIn(said).flatMap(({ text, after }) => (standsAlone.test(after) ? [text] : []));
}

/** What may follow a figure that stands alone, each any number of times. */
const alone = `of them|of these|of those|in all|in total|altogether|so far|now|already|today|left|more|at present|this year|last year`;
const standsAlone = new RegExp(String.raw`^(?:\s+(?:${alone}))*\s*(?:[.,;:!?—–]|$)`, 'iu');

/** Every figure that may count something, with what follows it: no year, no label ("point two"), none that is denied. */
function figuresIn(said: string): { text: string; start: number; after: string }[] {
  return [...said.matchAll(figures)].flatMap((found) => {
    const before = said.slice(Math.max(found.index - longestBefore, 0), found.index);
    const after = said.slice(found.index + found[0].length);
    if (isLabel.test(before) || isDenied.test(before) || isYear(found[0], before, after)) return [];
    return [{ text: found[0], start: found.index, after }];
  });
}

const longestBefore = 30;
/** Words before a figure that only names something, or is denied. */
const labels =
  `not point number article chapter section page slide part phase step stage group room day week option question
  paragraph rule line table goal target panel session version track agenda item level no\\.`
    .split(/\s+/u)
    .join('|');
const isLabel = new RegExp(String.raw`(?:\p{Sc}|\b(?:${labels})\s+)$`, 'iu');

/** "We do not have nine boats", "they never sold". */
const isDenied = /(?:\bnot|\bnever|n['’]t|\bcannot)\s+(?:\p{L}+\s+){1,2}$/iu;

/** "At 1990, we used few": a year counts nothing, where what is counted does not follow it. */
function isYear(figure: string, before: string, after: string): boolean {
  if (!yearsAlone.test(figure)) return false;
  return ofTime.test(before) || /^['’]?s\b/u.test(after);
}

const yearsAlone =
  /^(?:between\s+|(?:around|about|circa|roughly)\s+)?(?:1[5-9]|20)\d\d(?:(?:\s+(?:to|or|and)\s+|\s?[–-]\s?)(?:1[5-9]|20)\d\d)?$/iu;
const ofTime =
  /\b(?:in|at|since|by|until|till|from|of|before|after|during|around|about|through|between|years?|early|late|mid)[\s-]+$/iu;

type Placed = Pick<RegExpExecArray, 0 | 'index'>;
const matched = ({ said, start }: SaidTime): Placed => ({ 0: said, index: start });

/** Of several figures, those in the clause that has most of the question's words before the figure. */
function nearestTo(question: string, sentence: string, figures: Placed[]): string[] {
  const asked = new Set(termsOf(question));
  const scored = figures.map((found) => {
    let from = clauseAt(sentence, found.index);
    // What "which" is stands before it.
    if (relative.test(sentence.slice(from))) from = clauseAt(sentence, from - 1);
    const after = sentence.slice(found.index + found[0].length).search(/[,;.]|\sand\s/u);
    const clause = sentence.slice(from, after === -1 ? undefined : found.index + found[0].length + after);
    return { text: found[0].trim(), shared: new Set(termsOf(clause).filter((term) => asked.has(term))).size };
  });
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  return most === 0 ? [] : scored.filter(({ shared }) => shared === most).map(({ text }) => text);
}

function clauseAt(sentence: string, at: number): number {
  return Math.max(...[', ', '; ', ' and it '].map((opening) => sentence.lastIndexOf(opening, at)), 0);
}

const relative = /^, (?:which|who|that|when|where)\b/iu;

function onlyOne(figures: string[]): string | null {
  const different = [...new Set(figures)];
  return different.length === 1 ? different[0]! : null;
}
