/** Where the pages of a document begin in the text that was made of them. */
import { lettersOf } from '../../words/letters.ts';

/** Offsets in the text; null where it cannot be told. The letters of the pages stand there in their order, whatever is between them. */
export function startsIn(text: string, pages: string[]): (number | null)[] {
  if (text.length > longestWithPages) return pages.map(() => null);
  const { folded, offsets } = lettersOf(text);
  let from = 0;
  const starts = pages.map((page) => {
    const letters = lettersOf(page).folded;
    const opening = letters.slice(0, 40);
    if (opening === '') return null;
    const near = Math.max(0, from - mostAstray);
    const at = folded.slice(near, from + mostAstray + opening.length).indexOf(opening);
    const start = at < 0 ? null : near + at;
    from = (start ?? from) + letters.length;
    return start === null ? null : offsets[start]!;
  });
  // A page without words ends where it begins.
  return starts.map((start, index) =>
    start === null && pages[index]!.trim() === ''
      ? (starts.find((at, later) => later > index && at !== null) ?? null)
      : start,
  );
}

/** Longer documents are read without their pages. */
const longestWithPages = 8_000_000;
/** Letters by which a page may begin earlier or later than those before it tell. */
const mostAstray = 60;
