/**
 * Words that may have been said where a name is masked: nobody is told whether they were, since any name would fit.
 *
 * A mask stands for one to some words of the quotation; all others must stand there as they are, in their order.
 */
import { masksIn } from '../../access/masking.ts';
import type { Turn } from '../../session.ts';
import { wordsOf } from '../verifying/verify.ts';

/** Whether a turn has the quotation with some of its words where names are masked; yields after each turn it looks through. */
export function* maybeMasked(quotation: string, turns: Iterable<Pick<Turn, 'text'>>): Generator<void, boolean> {
  const quoted = wordsOf(quotation).map(({ word }) => word);
  const all = new Set(quoted);
  for (const { text } of turns) {
    const parts = partsOf(text);
    if (quoted.length > parts.length * mostUnderMask) continue;
    // Where all is masked, whatever is quoted would fit: then nothing is told of it at all.
    if (parts.filter((part) => part !== null && all.has(part)).length < leastKnown) continue;
    if (yield* fits(quoted, parts)) return true;
    yield;
  }
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

/**
 * From each part to the next, how many words of the quotation stand as they are where so many of it are placed: by
 * whether one of them is masked, the most there can be; none where it cannot be placed so.
 */
function* fits(quoted: string[], said: (string | null)[]): Generator<void, boolean> {
  const rows = () =>
    [new Int16Array(quoted.length + 1).fill(none), new Int16Array(quoted.length + 1).fill(none)] as const;
  let [plain, hidden] = rows();
  for (const [at, part] of said.entries()) {
    const [nextPlain, nextHidden] = rows();
    // It may begin at any part.
    plain[0] = 0;
    for (let placed = 1; placed <= quoted.length; placed += 1) {
      if (part === null)
        for (let from = Math.max(0, placed - mostUnderMask); from < placed; from += 1)
          nextHidden[placed] = Math.max(nextHidden[placed]!, plain[from]!, hidden[from]!);
      else if (part === quoted[placed - 1]) {
        if (plain[placed - 1]! > none) nextPlain[placed] = plain[placed - 1]! + 1;
        if (hidden[placed - 1]! > none) nextHidden[placed] = hidden[placed - 1]! + 1;
      }
    }
    if (nextHidden[quoted.length]! >= leastKnown) return true;
    [plain, hidden] = [nextPlain, nextHidden];
    if (at % partsAtOnce === 0) yield;
  }
  return false;
}

const none = -1;
/** In words: a name with its office and organisation. */
const mostUnderMask = 10;
/** Fewer beside a mask fit anywhere. */
const leastKnown = 2;
const partsAtOnce = 64;
