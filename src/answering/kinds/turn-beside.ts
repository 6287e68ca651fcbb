/** "What did Ana Ruiz say right before him?", "Who spoke next?": by the order in which people spoke. */
import type { Quote } from '../../answer.ts';
import { isOfSomebodyBefore } from '../../asking/follow-up.ts';
import { peopleMeant } from '../../people/mentions.ts';
import { namesIn, spokenBy, type Person } from '../../people/person.ts';
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { foundByWords } from '../nearest.ts';
import { asks, givesFloor } from '../talk/replies.ts';
import { denied, nothingCertain, numbered, onlyNear, type Asked, type Before, type Made } from './kind.ts';

/** Whoever spoke before or after the turn that was quoted last; where somebody is named, their turn that is nearest to it. */
export async function turnBeside(to: 'turnBefore' | 'turnAfter', { shown }: Before, asked: Asked): Promise<Made> {
  const { inquiry, people, say, ground } = asked;
  const [quote] = shown;
  if (!quote) return denied(say('nothingToGoOnFrom'));
  // Its turns are in no order, and none is told.
  if (quote.session.chathamHouse) return denied(say('orderNotTold'));
  // What a minister says much later is no answer.
  const isReply = replies.in(textOf(inquiry.question));
  const isNamed = inquiry.speakers.length > 0;
  // Who is asked for may have replied to another of those that were quoted.
  const from = isNamed && isReply ? shown.filter(({ session }) => !session.chathamHouse) : [quote];
  const readings = await readingsOf([...new Set(from.map(({ session }) => session.id))], ground);
  const beside = (each: Omit<Quote, 'n'>, people: Person[] | null) => {
    const reading = readings.find(({ session }) => session.id === each.session.id)!;
    return turnsFrom(reading, each, { to, names: people && namesIn(each.session.id, people), isReply });
  };
  const found = from.map((each) => beside(each, isNamed ? people : null)).find((turns) => turns.length > 0);
  if (found) return { text: say(to, { names: say.names(numbered(found)) }), quotes: found, report: [], marked: true };
  // That they did not reply right there is not that nobody spoke.
  const others = isNamed ? beside(quote, null) : [];
  if (others.length > 0) return onlyNear(nothingCertain(asked), foundByWords(others), say);
  return denied(say(to === 'turnBefore' ? 'nothingBefore' : 'nothingAfter'));
}

/** The ends of the turns beside what was quoted: of those of `names`, of anybody where that is null. */
function turnsFrom(
  reading: Reading,
  quote: Omit<Quote, 'n'>,
  { to, names, isReply }: { to: 'turnBefore' | 'turnAfter'; names: Set<string> | null; isReply: boolean },
): Omit<Quote, 'n'>[] {
  const { turns } = reading.session;
  const step = to === 'turnBefore' ? -1 : 1;
  const found: Omit<Quote, 'n'>[] = [];
  for (let at = quote.turn + step; turns[at] && found.length < mostTurns; at += step) {
    if (isReply && Math.abs(at - quote.turn) > mostBetween) break;
    const { speaker } = turns[at]!;
    if (speaker === quote.speaker || (names && !names.has(speaker ?? ''))) continue;
    const end = endOf(reading, at, to);
    if (!end) continue;
    found.push(end);
    // Who only gives the floor, or says "Right.", stands between two who speak.
    const isBetween = onlyGivesFloor(turns[at]!.text) || (isReply && saysHardlyAnything(reading, at));
    if (names || !isBetween) break;
  }
  return found;
}

const mostTurns = 2;
const replies = phrases({ lines: '(reply|respond|answer|react|response|reaction|told)' });

/** "Who asked her about that?": the question that what was quoted replies to; where it asks in no such form, what was said right before. */
export async function whoAsked(before: Before, asked: Asked): Promise<Made> {
  const { say, ground } = asked;
  const [quote] = before.shown;
  if (!quote || quote.session.chathamHouse) return turnBeside('turnBefore', before, asked);
  const [reading] = await readingsOf([quote.session.id], ground);
  // Who was quoted may have asked it: "Who asked that?" after a question.
  const own = isOfSomebodyBefore({ ...asked.inquiry, speakers: [] }) ? null : askingOf(reading!, quote);
  if (own)
    return { text: say('asked', { names: say.names(numbered([own])) }), quotes: [own], report: [], marked: true };
  const { speakers, earlier } = before.inquiry;
  const theirs = peopleMeant(speakers.length > 0 ? speakers : earlier);
  const isOfOthers = theirs.length > 0 && !spokenBy(theirs)(quote.session.id, quote.speaker);
  // Where it was asked of her and another was quoted, that one may have asked.
  const found = (isOfOthers ? questionIn(reading!, quote.turn) : null) ?? questionBefore(reading!, quote);
  if (!found) return turnBeside('turnBefore', before, asked);
  const quotes = [found];
  return { text: say('asked', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
}

/** What was quoted, where it ends with a question; null where it does not. */
function askingOf({ sentences }: Reading, quote: Omit<Quote, 'n'>): Omit<Quote, 'n'> | null {
  const last = sentences.findLast(({ turn, start }) => turn === quote.turn && start < quote.end);
  return last && asks(last) ? quote : null;
}

/** Who says no more than "Yes." or gives the floor asks nothing: the last of others that says more, where it asks. */
function questionBefore(reading: Reading, { turn, speaker }: Omit<Quote, 'n'>): Omit<Quote, 'n'> | null {
  const last = reading.sentences.findLast(
    (each) => each.turn < turn && each.speaker !== speaker && saysMore(each) && !givesFloor(each.text),
  );
  return last && turn - last.turn <= mostBetween ? questionIn(reading, last.turn) : null;
}

const saysMore = (sentence: ReadSentence) => sentence.length >= (asks(sentence) ? leastAsking : leastSaying);

/** In terms, and in turns. */
const leastAsking = 2;
const leastSaying = 4;
const mostBetween = 4;

/** The last question of a turn, with what leads up to it; null where it asks nothing. */
function questionIn(reading: Reading, turn: number): Omit<Quote, 'n'> | null {
  const { sentences } = reading;
  const last = sentences.findLastIndex((sentence) => sentence.turn === turn && asks(sentence));
  const first = sentences.findIndex((sentence) => sentence.turn === turn);
  return last < 0 ? null : quoteOfRun(reading, { first: Math.max(first, last - mostLeading), last });
}

/** In sentences. */
const mostLeading = 2;

/** The last sentences of a turn that stands before, the first of one that stands after. */
function endOf(reading: Reading, turn: number, to: 'turnBefore' | 'turnAfter'): Omit<Quote, 'n'> | null {
  const { sentences } = reading;
  const first = sentences.findIndex((sentence) => sentence.turn === turn);
  if (first < 0) return null;
  const last = sentences.findLastIndex((sentence) => sentence.turn === turn);
  const run =
    to === 'turnBefore'
      ? { first: Math.max(first, last - mostSentences + 1), last }
      : { first, last: Math.min(last, first + mostSentences - 1) };
  return quoteOfRun(reading, run);
}

const mostSentences = 5;

function onlyGivesFloor(text: string): boolean {
  return text.length <= longestFloor && givesFloor(text);
}

function saysHardlyAnything({ sentences }: Reading, turn: number): boolean {
  return sentences.every((sentence) => sentence.turn !== turn || sentence.length < leastAsking);
}

/** In characters. */
const longestFloor = 600;
