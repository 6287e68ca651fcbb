import { z } from 'zod';
import { titleAndDay } from '../../../src/chat/quote-view.ts';
import { mostCharacters, nextOf, nextShape, offsetShape } from './pages.ts';
import { sessionAt, sessionUrl } from './quotation.ts';
import { transcriptOf } from './transcript.ts';
import { tool, ToolError } from './tool.ts';

export const fetch = tool({
  name: 'fetch',
  title: 'Read a place of the record',
  description:
    'The words at an `id` that `search` gave, with the turns before and after, or a whole session by its id. What is longer than a page goes on at `next`.',
  input: z.strictObject({ id: z.string().min(1).max(400), offset: offsetShape }),
  output: z.strictObject({
    id: z.string(),
    title: z.string(),
    text: z.string().describe('`3. Ana Ruiz (12:34): …`, turn by turn; a turn’s words exactly as they stand'),
    url: z.string(),
    metadata: z.strictObject({
      date: z.string().nullable(),
      event: z.string().nullable(),
      kind: z.string(),
      turns: z.number().int().describe('Of the session'),
    }),
    next: nextShape,
  }),
  async run({ id, offset }, { rapporteur, scope, reader }) {
    const place = readPlace(id);
    const session = await rapporteur.show(place.session, scope);
    if (!session)
      throw new ToolError(`There is no "${id}" that may be read here; take an id from "search" or "sessions".`);
    const { title, date, event, kind, turns } = session;
    if (place.first !== null && place.first >= turns.length)
      throw new ToolError(`"${place.session}" has ${turns.length} turns; turn ${place.first + 1} is none of them.`);
    const text =
      place.first === null
        ? transcriptOf(session)
        : transcriptOf(session, Math.max(place.first - around, 0), place.last + around);
    const shown = pieceOf(text, offset);
    return {
      id,
      title: titleAndDay({ id, title, date }),
      text: shown,
      url: sessionUrl(session, reader, place.first === null ? undefined : place.first + 1),
      metadata: { date, event, kind, turns: turns.length },
      next: nextOf(offset, shown.length, text.length),
    };
  },
});

/** Turns shown before and after the one asked for. */
const around = 1;
const leftForTheRest = 1_500;

/** What JSON makes longer, such as line ends, counts as it is sent; no character is cut in two. */
function pieceOf(text: string, offset: number): string {
  let end = Math.min(offset + mostCharacters - leftForTheRest, text.length);
  while (JSON.stringify(text.slice(offset, end)).length > mostCharacters - leftForTheRest) end -= 500;
  const cutsInTwo = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(offset, cutsInTwo ? end - 1 : end);
}

/** `SESSION`, `SESSION#turn-3`, `SESSION#turn-3-5`, also as `rapporteur:` address; turns counted from 0 here. */
function readPlace(id: string): { session: string; first: number | null; last: number } {
  const [named, turns] = id.split('#turn-', 2) as [string, string | undefined];
  const session = sessionAt(named) ?? named;
  const [first, last = first] = (turns ?? '').split('-').map((number) => Number.parseInt(number, 10) - 1);
  return first === undefined || !(first >= 0)
    ? { session, first: null, last: 0 }
    : { session, first, last: Math.max(first, last ?? first) };
}
