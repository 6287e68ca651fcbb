/** "open 2", "more", "what did he say just before that?": from the answer before, rather than a question anew. */
import type { Quote } from '../../answer.ts';
import { isOfSomebodyBefore } from '../../asking/follow-up.ts';
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { quoteAt, secondsAt } from '../quotes/quote.ts';
import { turnBeside, whoAsked } from './turn-beside.ts';
import { denied, numbered, type Asked, type Before, type Kind, type Made } from './kind.ts';

export const goingOn: Kind = {
  isAskedBy: ({ goesOn }) => goesOn !== null,

  async answer(asked): Promise<Made | null> {
    const { say, inquiry } = asked;
    const before = await asked.before();
    if (!before) return denied(say('nothingToGoOnFrom'));
    const { to, n } = inquiry.goesOn!;
    if (to === 'more') return moreOf(before, asked);
    if (to === 'open') return opened(n ?? 1, before, asked);
    if (to === 'again' || to === 'source') return shownAgain(to, before, asked);
    if (to === 'asker') return whoAsked(before, asked);
    if (to === 'turnBefore' || to === 'turnAfter') return turnBeside(to, before, asked);
    return beside(to, before, asked);
  },
};

export function moreOf({ rest }: Before, { say }: Asked): Made {
  if (rest.length === 0) return denied(say('noMore'));
  const quotes = rest.slice(0, mostMore);
  return {
    text: say('more', { names: say.names(numbered(quotes)) }),
    quotes,
    report: [],
    rest: rest.slice(mostMore),
    marked: true,
  };
}

const mostMore = 6;

/** The turn of a quote, whole where it can be read at a stretch, otherwise what stands around it. */
async function opened(n: number, { shown }: Before, { say, ground }: Asked): Promise<Made> {
  const quote = shown[n - 1];
  if (!quote) return denied(say('noQuoteNumbered', { n }));
  const [reading] = await readingsOf([quote.session.id], ground);
  const text = say('opened', { n, name: say.called(quote) });
  return { text, quotes: [aroundOf(reading!, quote)], report: [], marked: true };
}

function aroundOf(reading: Reading, quote: Omit<Quote, 'n'>): Omit<Quote, 'n'> {
  const { session, sentences } = reading;
  const turn = session.turns[quote.turn]!;
  if (turn.text.length <= longestWhole)
    return quoteAt(session, turn, { turn: quote.turn, start: 0, end: turn.text.length, seconds: secondsAt(turn, 0) });
  const inTurn = [...sentences.keys()].filter((index) => sentences[index]!.turn === quote.turn);
  const at = inTurn.findIndex((index) => sentences[index]!.end > quote.start);
  const run = inTurn.slice(Math.max(at - besideOpened, 0), at + besideOpened + 1);
  return quoteOfRun(reading, { first: run[0]!, last: run.at(-1)! });
}

/** In characters. */
const longestWhole = 3000;
/** Sentences on each side, of a turn too long to be shown whole. */
const besideOpened = 8;

/** "Give me the exact words", "In which session was that said?": what was quoted, with where it stands. */
function shownAgain(to: 'again' | 'source', { quotes, shown: last }: Before, { say, sessions }: Asked): Made {
  const shown = quotes.length > 0 ? quotes : last;
  if (shown.length === 0) return denied(say('nothingToGoOnFrom'));
  const bySession = Map.groupBy(numbered(shown), ({ session }) => session.id);
  const texts = [...bySession.values()].map((quotes) => {
    const text = say('inTheirWords', { names: say.names(quotes) });
    const title = say.titleAndDay(quotes[0]!.session);
    return to === 'source' || sessions.length > 1 ? say('inSession', { title, text }) : text;
  });
  return { text: texts.join(' '), quotes: shown, report: [], marked: true };
}

/** What stands right before or after what was quoted: of the same turn, or the turn beside it where that begins or ends. */
async function beside(to: 'before' | 'after', { shown }: Before, { say, ground, inquiry }: Asked): Promise<Made> {
  const [quote] = shown;
  if (!quote) return denied(say('nothingToGoOnFrom'));
  // Its turns are in no order, and none is told.
  if (quote.session.chathamHouse) return denied(say('orderNotTold'));
  const [reading] = await readingsOf([quote.session.id], ground);
  const { sentences } = reading!;
  const isQuoted = (index: number) => {
    const { turn, start, end } = sentences[index]!;
    return turn === quote.turn && start < quote.end && quote.start < end;
  };
  const quoted = [...sentences.keys()].filter(isQuoted);
  const step = to === 'before' ? -1 : 1;
  // What "she" says next is hers, and "Mm." is said by anybody.
  const isOfThem = isOfSomebodyBefore({ ...inquiry, speakers: [] });
  const isNext = ({ turn, speaker, run }: ReadSentence) =>
    turn === quote.turn || (isOfThem ? speaker === quote.speaker : run.length >= leastSaid);
  let next = to === 'before' ? (quoted[0] ?? 0) - 1 : (quoted.at(-1) ?? sentences.length) + 1;
  while (sentences[next] && !isNext(sentences[next]!)) next += step;
  const first = sentences[next];
  if (!first) return denied(say(to === 'before' ? 'nothingBefore' : 'nothingAfter'));
  let [from, last] = [next, next];
  for (let each = next + step; sentences[each]?.turn === first.turn; each += step) {
    if (Math.abs(each - next) >= mostBeside) break;
    [from, last] = [Math.min(from, each), Math.max(last, each)];
  }
  return { text: say(to), quotes: [quoteOfRun(reading!, { first: from, last })], report: [], marked: true };
}

const mostBeside = 4;
/** In terms. */
const leastSaid = 2;
