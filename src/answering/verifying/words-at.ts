/** Words that somebody points at, as quotes of them. */
import { maskShown, masksIn, withMasksShown, type Spans } from '../../access/masking.ts';
import type { Quote, WordsAt } from '../../answer.ts';
import type { Ground } from '../ground.ts';
import { quoteAt, secondsAt } from '../quotes/quote.ts';

/** One for each, in their order; null where no such words stand there letter for letter, or they are not seen. */
export async function quotesAt(
  places: WordsAt[],
  { library, open }: Pick<Ground, 'library' | 'open'>,
): Promise<(Omit<Quote, 'n'> | null)[]> {
  const seen = [...new Set(places.map(({ session }) => session))].filter((id) => library.sees([id]));
  const sessions = new Map((await open(seen)).map(({ session }) => [session.id, session]));
  return places.map((place) => {
    const session = sessions.get(place.session);
    const turn = session?.turns[place.turn];
    if (session === undefined || turn === undefined) return null;
    const { text, offsets = text === undefined ? null : placeOf(text, turn.text) } = place;
    if (offsets === null || !areWords(offsets, turn.text)) return null;
    const { start, end } = offsets;
    if (text !== undefined && withMasksShown(turn.text.slice(start, end)) !== text) return null;
    return quoteAt(session, turn, { turn: place.turn, start, end, seconds: secondsAt(turn, start) });
  });
}

type Offsets = NonNullable<WordsAt['offsets']>;

/** No character is cut in two. */
function areWords({ start, end }: Offsets, said: string): boolean {
  const words = said.slice(start, end);
  return start >= 0 && end <= said.length && words.trim() !== '' && words.isWellFormed();
}

/** The first place of words that are given as people read them. */
function placeOf(text: string, said: string): Offsets | null {
  const shownAt = withMasksShown(said).indexOf(text);
  if (shownAt === -1) return null;
  const masks = masksIn(said);
  return { start: offsetIn(masks, shownAt), end: offsetIn(masks, shownAt + text.length) };
}

/** Of an offset that is counted with masks as they are shown. */
function offsetIn(masks: Spans, shown: number): number {
  let longer = 0;
  for (const [start, end] of masks) {
    if (start - longer >= shown) break;
    longer += end - start - maskShown.length;
  }
  return shown + longer;
}
