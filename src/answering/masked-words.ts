/**
 * Words that may have been said where a name is masked: nobody is told whether they were, since any name would fit.
 *
 * A mask stands for one to some words of the quotation; all others must stand there as they are, in their order.
 */
import { masksIn } from '../access/masking.ts';
import type { Turn } from '../session.ts';
import { wordsOf } from './verify.ts';

/** Whether a turn has the quotation with some of its words where names are masked. */
export function mayBeMasked(quotation: string, turns: Iterable<Pick<Turn, 'text'>>): boolean {
  const quoted = wordsOf(quotation).map(({ word }) => word);
  for (const { text } of turns) if (fits(quoted, partsOf(text))) return true;
  return false;
}

/** The words of a text in their order, null where something is masked. */
function partsOf(text: string): (string | null)[] {
  const masks = masksIn(text);
  if (masks.length === 0) return [];
  const placed = [
    ...wordsOf(text).map(({ word, start }) => ({ part: word, start })),
    ...masks.map(([start]) => ({ part: null, start })),
  ];
  return placed.toSorted((one, other) => one.start - other.start).map(({ part }) => part);
}

function fits(quoted: string[], said: (string | null)[]): boolean {
  return said.some((part, from) => (part === null || part === quoted[0]) && fitsFrom(quoted, said, from));
}

/** How far the quotation goes at each step: the words that are placed, and how many of them as they stand. */
function fitsFrom(quoted: string[], said: (string | null)[], from: number): boolean {
  let ways = new Map([[0, { known: 0, isMasked: false }]]);
  for (let at = from; at < said.length && ways.size > 0; at += 1) {
    const next: typeof ways = new Map();
    for (const [placed, { known, isMasked }] of ways) {
      const part = said[at]!;
      const steps = part === null ? mostUnderMask : part === quoted[placed] ? 1 : 0;
      for (let step = 1; step <= steps && placed + step <= quoted.length; step += 1) {
        const way = part === null ? { known, isMasked: true } : { known: known + 1, isMasked };
        if (placed + step === quoted.length && way.isMasked && way.known >= leastKnown) return true;
        if ((next.get(placed + step)?.known ?? -1) < way.known) next.set(placed + step, way);
      }
    }
    ways = next;
  }
  return false;
}

/** In words: a name with its office and organisation. */
const mostUnderMask = 10;
/** Fewer beside a mask fit anywhere. */
const leastKnown = 2;
