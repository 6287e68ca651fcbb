/** "Had they looked into it?": the exchange that follows what was quoted, where the next to speak takes up what is asked, and is replied to. */
import type { Quote } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import type { Reading } from '../retrieval/reading.ts';
import { quoteOfRun } from './quotes/choose.ts';
import { matchTerms, sharesOf, type Wanted } from './matter/evidence.ts';
import { readingsOf, type Ground } from './ground.ts';
import { wantedBy } from './look.ts';
import { asks, repliesTo } from './talk/replies.ts';

type Quoted = Omit<Quote, 'n'>;

/** What those who were quoted reply there, the best first; none where nobody takes it up, or they do not reply. */
export async function exchangeAfter(
  quoted: Quoted[],
  { inquiry, own }: { inquiry: Inquiry; own: string },
  ground: Ground,
): Promise<Quoted[]> {
  const readings = await readingsOf([...new Set(quoted.map(({ session }) => session.id))], ground);
  const { wanted } = await wantedBy({ ...inquiry, words: own, speakers: [] }, undefined, ground);
  const found = readings.flatMap((reading) =>
    reading.session.chathamHouse ? [] : repliesIn(reading, quoted.filter(isOf(reading)), wanted),
  );
  return found.toSorted((one, other) => other.share - one.share).map(({ quote }) => quote);
}

const isOf =
  ({ session }: Reading) =>
  (quote: Quoted) =>
    quote.session.id === session.id;

function repliesIn(reading: Reading, quoted: Quoted[], wanted: Wanted): { quote: Quoted; share: number }[] {
  const { sentences } = reading;
  const shareAt = sharesOf(wanted, matchTerms(reading, wanted));
  return quoted.flatMap(({ turn, speaker }) => {
    const isNext = (index: number) =>
      sentences[index]!.turn > turn &&
      sentences[index]!.turn <= turn + mostAway &&
      sentences[index]!.speaker !== speaker &&
      shareAt(index) >= leastTaken;
    const taken = [...sentences.keys()].filter(isNext).toSorted((one, other) => shareAt(other) - shareAt(one))[0];
    if (taken === undefined) return [];
    // Who says it, and asks no more, is replied to as who asks is.
    const last = sentences.findLastIndex((sentence) => sentence.turn === sentences[taken]!.turn);
    const replies = repliesTo(reading, asks(sentences[taken]!) ? taken : last);
    const theirs = replies.find(({ first }) => sentences[first]!.speaker === speaker);
    return theirs ? [{ quote: quoteOfRun(reading, theirs, taken), share: shareAt(taken) }] : [];
  });
}

/** In turns. */
const mostAway = 2;
/** Of the weight of what is asked. */
const leastTaken = 0.3;
