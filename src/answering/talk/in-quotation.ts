/** What stands in quotation marks that were opened sentences before. */
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';

/** Whether a sentence stands within quotation marks that were opened before it in its turn: then it is somebody else's. */
export function isInQuotation({ session }: Reading, { turn, start, end }: ReadSentence): boolean {
  const { text } = session.turns[turn]!;
  return pairs.some(([opening, closing]) => {
    const opened = text.lastIndexOf(opening, start - 1);
    if (start === 0 || opened === -1) return false;
    const closed = text.indexOf(closing, opened + 1);
    return closed >= end - 1 || (closed === -1 && text.indexOf(opening, end) === -1 && start - opened < farthest);
  });
}

/** In characters: a mark that is never closed opens a quotation of some sentences at most. */
const farthest = 600;
const pairs = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
] as const;
