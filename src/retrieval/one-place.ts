/** One place is one hit: slices of one discussion that adjoin are shown together. */

/** Passages of a session from the first to the last, both included, with their words and how well the best of them fits. */
export interface Slice {
  session: string;
  first: number;
  last: number;
  words: number;
  fit: number;
}

/** In words: more is no longer one place. */
const mostWords = 600;
/** A slice that fits so much less than the one it adjoins is not what was looked for. */
const leastBehind = 1.2;

/** Best first. A slice that adjoins a better one is taken into it, where the two are not too long together. */
export function joinAdjoining<Each extends Slice>(slices: Each[]): Each[] {
  const kept: Each[] = [];
  for (const slice of slices) {
    const beside = kept.find((other) => adjoins(slice, other));
    if (!beside) {
      kept.push({ ...slice });
      continue;
    }
    beside.first = Math.min(beside.first, slice.first);
    beside.last = Math.max(beside.last, slice.last);
    beside.words += slice.words;
  }
  return kept;
}

function adjoins(slice: Slice, other: Slice): boolean {
  const isBeside = slice.first === other.last + 1 || slice.last === other.first - 1;
  const fits = slice.fit >= other.fit - leastBehind && slice.words + other.words <= mostWords;
  return slice.session === other.session && isBeside && fits;
}
