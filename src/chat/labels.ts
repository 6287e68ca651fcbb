/** Short texts that a platform limits, cut between whole characters: no emoji, accent or flag is cut apart. */

/** At most `most` UTF-16 units, ended by `…` where something was left out. */
export function cutLabel(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = lastBoundary(text.slice(0, most - 1 + longestCharacter), most - 1);
  return `${text.slice(0, end)}…`;
}

/** The end of the text, as `cutLabel` gives its start. */
export function cutLabelStart(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = text.length - most + 1;
  const before = Math.max(0, from - longestCharacter);
  // Where the slice begins in the middle of a character, its boundaries are true again after that character.
  const boundaries = [...characters.segment(text.slice(before))].map(({ index }) => before + index);
  return `…${text.slice(boundaries.find((at) => at >= from) ?? text.length)}`;
}

function lastBoundary(text: string, most: number): number {
  let last = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > most) break;
    last = index + segment.length;
  }
  // One character of more than that is none that anybody writes; half a surrogate pair is none at all.
  return last > 0 ? last : /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** In UTF-16 units; a family of four with skin tones has nineteen. */
const longestCharacter = 64;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
