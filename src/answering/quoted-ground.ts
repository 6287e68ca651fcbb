/** What was quoted last as ground for the next question: the sentence itself, then those beside it in its turn. */
import type { Quote } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';
import { termsOf } from '../words/terms.ts';
import type { AskedThing } from './telling/asked-thing.ts';
import { matchTerms, sharesOf } from './matter/evidence.ts';
import { readingsOf, type Ground } from './ground.ts';
import { introduces } from './talk/introducing.ts';
import { likenessTo } from './matter/likeness.ts';
import { wantedBy } from './look.ts';
import { asks, type Run } from './talk/replies.ts';

type Quoted = Omit<Quote, 'n'>;

/** A sentence of a turn that was quoted. */
export interface Spot {
  reading: Reading;
  index: number;
  /** In sentences, from the nearest that was quoted: 0 within it, below 0 before it. */
  away: number;
  /** How much of the question's own words stands in it, 0 to 1; 0 where it has none. */
  share: number;
  /** It tells a thing of the kind that is asked for; true where any does. */
  tells: boolean;
}

/** How far from what was quoted a sentence still is of it, in sentences, and what each of them takes from how near it comes. */
export const mostAway = 10;
export const farther = 0.1;

/** The sentences of the quoted turns in the order of the quotes and, within a turn, of what was said. */
export async function spotsOf(
  quoted: Quoted[],
  { inquiry, own, thing }: { inquiry: Inquiry; own: string; thing: AskedThing | null },
  ground: Ground,
): Promise<Spot[]> {
  const readings = await readingsOf([...new Set(quoted.map(({ session }) => session.id))], ground);
  const { wanted } = await wantedBy({ ...inquiry, words: own, speakers: [] }, undefined, ground);
  return readings.flatMap((reading) => {
    const shareAt = sharesOf(wanted, matchTerms(reading, wanted));
    return [...reading.sentences.keys()].flatMap((index) => {
      const away = distance(reading, index, quoted);
      if (away === null) return [];
      const { text } = reading.sentences[index]!;
      // Who says their name tells nobody with whom, or where.
      if (introduces(text) || saysOwnName(reading.sentences[index]!)) return [];
      return {
        reading,
        index,
        away,
        share: shareAt(index),
        tells: thing?.isToldBy(text) ?? true,
      };
    });
  });
}

function saysOwnName({ speaker, terms }: ReadSentence): boolean {
  const name = termsOf(speaker ?? '');
  return name.length > 1 && name.every((term) => terms.has(term));
}

/** How like some words each is, in usual differences of meaning; 0 where nothing knows what they mean. */
export async function likeOf(spots: Spot[], words: string, ground: Ground): Promise<Map<Spot, number>> {
  const readings = [...new Set(spots.map(({ reading }) => reading))];
  const likeness = await likenessTo(words, readings, await ground.meaningsOf(words));
  return new Map(spots.map((spot) => [spot, likeness.get(spot.reading)?.[spot.index] || 0]));
}

/** In sentences, to the nearest that was quoted of the same turn; null where the turn was not quoted. */
function distance({ session, sentences }: Reading, index: number, quoted: Quoted[]): number | null {
  const { turn } = sentences[index]!;
  const away = quoted
    .filter((quote) => quote.session.id === session.id && quote.turn === turn)
    .flatMap(({ start, end }) =>
      [...sentences.keys()]
        .filter((at) => sentences[at]!.turn === turn && sentences[at]!.start < end && start < sentences[at]!.end)
        .map((at) => index - at),
    );
  return away.length === 0 ? null : away.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0]!;
}

/** What goes on from a sentence is nearer than what stands as far before it. */
export function farness({ away }: Spot): number {
  return away >= 0 ? away : -away + beforeCounts;
}

const beforeCounts = 0.5;

/**
 * The sentence with what stands right beside it: where it does not tell what is asked for and the next ones or the one
 * before do, and where it only announces what comes next ("The reason is simple.").
 */
export function runAround({ reading, index, tells }: Spot, own: string, thing: AskedThing | null): Run {
  const { sentences } = reading;
  const { turn, start } = sentences[index]!;
  const isBeside = (at: number) => sentences[at]?.turn === turn;
  const run = { first: index, last: index };
  // Who asks and goes on, replies.
  while (asks(sentences[run.last]!) && isBeside(run.last + 1)) run.last += 1;
  if (run.last > index && isBeside(run.last + 1)) run.last += 1;
  if (!tells && thing) {
    const at = [index + 1, index + 2, index - 1].find(
      (beside) => isBeside(beside) && thing.isToldBy(sentences[beside]!.text),
    );
    if (at !== undefined) return { first: Math.min(index, at), last: Math.max(run.last, at) };
  }
  const known = new Set(termsOf(own));
  const said = () => sentences.slice(run.first, run.last + 1).flatMap(({ run: terms }) => terms);
  while (
    said().filter((term) => !known.has(term)).length < fewTerms &&
    isBeside(run.last + 1) &&
    sentences[run.last + 1]!.end - start <= longestRun
  )
    run.last += 1;
  return run;
}

/** A sentence with fewer terms besides those of the question says nothing yet. */
const fewTerms = 4;
/** In characters. */
const longestRun = 450;
