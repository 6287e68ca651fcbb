/** "What are the three parts of the plan?": what one sentence announces and the next ones give. */
import type { Quote } from '../../answer.ts';
import type { ReadSentence, Reading } from '../../retrieval/reading.ts';
import { numberOf } from '../../asking/phrases/languages.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf, withoutTerms } from '../../words/terms.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { ordinalOf } from '../quotes/ordinals.ts';
import { matchTerms, sharesOf } from '../matter/evidence.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions, sentencesOf } from '../hear.ts';
import { difficulties, wantedBy } from '../look.ts';
import { ofNamed } from './of-named.ts';
import { numbered, type Asked, type Kind, type Made } from './kind.ts';

export const announced: Kind = {
  // What several share is no list of one of them.
  isAskedBy: ({ asksFor, quotation, words, wants, speakers }) =>
    asksFor.has('parts') && speakers.length < 2 && wants !== 'number' && quotation === null && words !== '',

  async answer(given): Promise<Made | null> {
    const asked = ofNamed(given, ofLists);
    const { say } = asked;
    const best = (await listsIn(asked)).toSorted((one, other) => other.score - one.score)[0];
    if (!best) return counted(asked);
    const apart = asked.inquiry.form?.kind === 'points' ? eachOf(best) : [];
    const quotes = apart.length > 1 ? apart : quotesOf(best.reading, best.sentences);
    return { text: say('listOf', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
  },
};

/** "Two challenges" where none is numbered: what says so, and says so again, gives them. */
async function counted({ inquiry, people, spokenIn, ground, say }: Asked): Promise<Made | null> {
  const { parts } = inquiry;
  if (parts === null || (people.length === 0 && spokenIn.length > 1)) return null;
  const [reading] = await readingsOf(spokenIn.slice(0, 1), ground);
  if (!reading) return null;
  const isTheirs = sentencesOf(people, reading);
  const matter = termsOf(inquiry.words).filter((term) => !structural.has(term));
  const isOnMatter = ({ terms }: ReadSentence) =>
    people.length > 0
      ? matter.some((term) => terms.has(term))
      : matter.length > 0 && matter.every((term) => terms.has(term));
  const found = [...reading.sentences.keys()].filter((index) => {
    const sentence = reading.sentences[index]!;
    return isTheirs(sentence) && isOnMatter(sentence) && hasNumber(sentence, parts);
  });
  if (found.length < 2) return null;
  const quotes = found.slice(0, mostCounted).map((index) => quoteOfRun(reading, { first: index, last: index }));
  return { text: say('listOf', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
}

const mostCounted = 3;

function hasNumber({ text }: Pick<ReadSentence, 'text'>, count: number): boolean {
  return textOf(text).words.some(({ word }) => numberOf(word) === count);
}

interface Announced {
  reading: Reading;
  /** What announces it first, where a sentence does. */
  sentences: number[];
  /** Those of them that are items, and how many there are by the number of the last. */
  items: number[];
  last: number;
  score: number;
}

async function listsIn(asked: Asked): Promise<Announced[]> {
  const { inquiry, people, spokenIn, ground } = asked;
  const ofKind = new Set(termsOf(inquiry.kind));
  // "The three gaps" are what is counted.
  const matter = withoutTerms(inquiry.words, inquiry.parts === null ? structural : ofLists, ofKind);
  const { wanted, words } = await wantedBy({ ...inquiry, words: matter, wants: null }, spokenIn, ground);
  const ids = spokenIn.length <= mostSessions ? spokenIn : await ground.sessionsOn(words, spokenIn, mostSessions);
  const count = inquiry.parts;
  const isOfDifficulties = difficulties.some((term) => ofKind.has(term));
  const isOfDefinition = count === null && termsOf(inquiry.question).some((term) => defining.includes(term));
  return (await readingsOf(ids, ground)).flatMap((reading) => {
    const isTheirs = sentencesOf(people, reading);
    const shareAt = sharesOf(wanted, matchTerms(reading, wanted));
    return sequencesIn(reading)
      .filter(({ items }) => isTheirs(reading.sentences[items[0]!]!))
      .flatMap(({ items, last }): Announced[] => {
        const { turn } = reading.sentences[items[0]!]!;
        const first = announcing(reading, items[0]!, count, shareAt);
        const sentences = [...(first === null ? [] : [first]), ...items];
        const from = Math.min(first ?? items[0]!, ...items);
        // The sentences before say what it is a list of.
        const near = [...reading.sentences.keys()].filter(
          (index) => index >= from - mostBefore && index <= items.at(-1)! && reading.sentences[index]!.turn === turn,
        );
        const share = shareAt(...near);
        const isCounted = count === null || last === count || items.length === count;
        // Four principles are not the two challenges that are asked for.
        if (!isCounted && people.length === 0 && last > count) return [];
        // Somebody's four points need no word of the question where four are given, nor do those of whom they speak for.
        const { about } = reading.sentences[items[0]!]!;
        const isOfTheirs = wanted.terms.length > 0 && wanted.terms.every(({ term }) => about.has(term));
        const isTheirList = (people.length > 0 || isOfTheirs) && (count === null ? items.length >= fewest : isCounted);
        if (share < leastShare && !isTheirList) return [];
        // "How is open water defined?" is told by the parts of a definition, and of nothing else.
        if (isOfDefinition && !near.some((index) => defining.some((term) => reading.sentences[index]!.terms.has(term))))
          return [];
        // "What obstacles did they meet?" is not told by four principles, where nothing in the way is named before them.
        if (isOfDifficulties && people.length === 0 && !tellsDifficulties(reading, items)) return [];
        return [
          {
            reading,
            sentences,
            items,
            last,
            score: share + (isOfTheirs ? 1 : 0) + (isCounted ? rightCount : 0) + items.length * perItem,
          },
        ];
      });
  });
}

/** What is in the way is named where the list begins, in what is not numbered of it, or in most of it. */
function tellsDifficulties({ sentences }: Reading, items: number[]): boolean {
  const names = (sentence: ReadSentence | undefined) => difficulties.some((term) => sentence?.terms.has(term) === true);
  const opening = sentences.slice(Math.max(items[0]! - mostAnnouncing, 0), items[0]! + 1);
  const { turn } = sentences[items[0]!]!;
  return (
    opening.some((sentence) => sentence.turn === turn && names(sentence)) ||
    items.some((index) => ordinalOf(sentences[index]!) === null && names(sentences[index])) ||
    items.filter((index) => names(sentences[index])).length > items.length / 2
  );
}

const defining = termsOf('defined definition');
/** What counts and names, rather than says of what. */
const structural = new Set(
  termsOf(
    `two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 name named list listed give gave mention mentioned main key
    run ran into face faces faced encounter encounters encountered meet met experience experienced see describe identify find found reveal revealed
    turn turned up uncover uncovered discover discovered show showed shown expose exposed notice noticed detect detected`,
  ),
);
/** What a list can be of, too. */
const ofLists = new Set([...structural, ...difficulties]);
const mostBefore = 6;
const leastShare = 0.5;
const fewest = 3;
const rightCount = 0.5;
const perItem = 0.02;

/** Sentences of a turn that begin with "first", "second", "the third element": at least two of them, or a later one alone. */
function sequencesIn({ sentences }: Reading): { items: number[]; last: number }[] {
  const found: { items: number[]; last: number }[] = [];
  let open: { items: number[]; last: number } | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const place = ordinalOf(sentence);
    if (place === null) continue;
    const goesOn = open && sentences[open.items[0]!]!.turn === sentence.turn && (place > open.last || place === 0);
    if (!goesOn) found.push((open = { items: [], last: 0 }));
    open!.items.push(index);
    open!.last = place === 0 ? open!.last + 1 : place;
  }
  return found.flatMap((each) =>
    each.items.length > 1 ? [each] : each.last > 2 ? [withUnnumbered(each, sentences)] : [],
  );
}

/** "The third one is …" alone: those before it are given without a number, in as many sentences. */
function withUnnumbered(each: { items: number[]; last: number }, sentences: ReadSentence[]) {
  const [third] = each.items;
  const items = [third!];
  for (let index = third! - 1; index >= 0 && sentences[index]!.turn === sentences[third!]!.turn; index -= 1) {
    if (third! - index > mostUnnumbered) break;
    items.unshift(index);
  }
  return { items, last: each.last };
}

const mostUnnumbered = 4;

/** The sentence that announces the list: the nearest before it that has the number or most of the matter. */
function announcing(
  { sentences }: Reading,
  first: number,
  count: number | null,
  shareAt: (index: number) => number,
): number | null {
  const { turn } = sentences[first]!;
  for (let index = first - 1; index >= Math.max(first - mostAnnouncing, 0); index -= 1) {
    if (sentences[index]!.turn !== turn) break;
    const counts = count !== null && hasNumber(sentences[index]!, count);
    if (counts || shareAt(index) >= leastAnnouncing) return index;
  }
  return null;
}

const mostAnnouncing = 4;
const leastAnnouncing = 0.45;
/**
 * All of it in one quote where it can be read at a stretch, with what explains the last part; otherwise each part with
 * the sentence after it.
 */
function quotesOf(reading: Reading, items: number[]): Omit<Quote, 'n'>[] {
  const { sentences } = reading;
  const [first, last] = [items[0]!, items.at(-1)!];
  const { turn, start } = sentences[first]!;
  for (let end = last + mostAfter; end >= last; end -= 1) {
    const closing = sentences[end];
    if (closing?.turn === turn && closing.end - start <= longest) return [quoteOfRun(reading, { first, last: end })];
  }
  return items.map((index, at) => {
    const next = sentences[index + 1]?.turn === turn && index + 1 !== items[at + 1] ? index + 1 : index;
    return quoteOfRun(reading, { first: index, last: next });
  });
}

/**
 * Each item by itself, where bullets are asked for: what follows a numbered one, and does not begin another, is of it. None
 * where they cannot be told apart, so that as many are found as are counted.
 */
function eachOf({ reading, items, last }: Announced): Omit<Quote, 'n'>[] {
  const { sentences } = reading;
  const begins = items.filter(
    (index, at) => at === 0 || ordinalOf(sentences[index]!) !== null || goesOn.in(textOf(sentences[index]!.text)),
  );
  if (begins.length !== last) return [];
  return begins.map((first, at) => {
    const next = begins[at + 1] ?? sentences.length;
    const given = items.findLast((index) => index < next)!;
    const isMore = given + 1 < next && sentences[given + 1]?.turn === sentences[first]!.turn;
    return quoteOfRun(reading, { first, last: isMore && isExplained(sentences[given + 1]) ? given + 1 : given });
  });
}

/** "So that is a gap": of what was said right before. */
const isExplained = (sentence: ReadSentence | undefined) =>
  sentence !== undefined && explains.in(textOf(sentence.text));
const explains = phrases({ lines: '^ [so|and|because] (that|this|it|they|these) (is|was|means|are|were|has|have)' });
/** What is not numbered, and is one more: "And we also noticed". */
const goesOn = phrases({
  lines: '^ (and|also|another|then|besides|moreover|next|furthermore|in addition|the other) [*] [*] [*]',
});

const mostAfter = 2;
/** In characters. */
const longest = 1500;
