import { z } from 'zod';
import { secondsAt } from '../../../src/answering/quotes/quote.ts';
import { nextOf, nextShape, offsetShape, pageOf } from './pages.ts';
import { sessionUrl } from './quotation.ts';
import { sessionMeant } from './searched.ts';
import { tool } from './tool.ts';

export const session = tool({
  name: 'session',
  title: 'Read a session',
  description: [
    'One session with its turns and their positions, page by page. `report` is on the first page alone: it is',
    'written by an AI or by whoever kept the record, never anybody’s words.',
  ].join(' '),
  input: z.strictObject({
    session: z.string().min(1).max(300).describe('Its id, or words of its title'),
    offset: offsetShape.describe('Turns to leave out from the beginning: the `next` of the page before'),
  }),
  output: z.strictObject({
    id: z.string(),
    title: z.string(),
    date: z.string().nullable(),
    event: z.string().nullable(),
    kind: z.string(),
    language: z.string().nullable(),
    url: z.string(),
    speakers: z.array(
      z.strictObject({ name: z.string(), role: z.string().nullable(), affiliation: z.string().nullable() }),
    ),
    report: z.array(z.strictObject({ kind: z.string(), written_by: z.enum(['AI', 'record']), text: z.string() })),
    turns: z.array(
      z.strictObject({
        turn: z.number().int().describe('Counted from 1'),
        speaker: z.string().nullable(),
        seconds: z.number().nullable(),
        text: z.string(),
        is_cut: z.boolean().describe('The turn is longer than a page; `fetch` reads it whole'),
      }),
    ),
    total: z.number().int().describe('Turns of the session'),
    next: nextShape,
  }),
  async run({ session: words, offset }, caller) {
    const id = await sessionMeant(words, caller);
    const found = (await caller.rapporteur.show(id, caller.scope))!;
    const { title, date, event, kind, language, turns } = found;
    const isFirst = offset === 0;
    const people = isFirst
      ? pageOf(
          found.speakers.map(({ name, role, affiliation }) => ({ name, role, affiliation })),
          mostPeople,
        )
      : [];
    const items = isFirst
      ? found.findings.slice(0, mostItems).map(({ kind: of, text, by }) => ({
          kind: of,
          written_by: by ?? ('AI' as const),
          text: text.slice(0, longestItem),
        }))
      : [];
    const taken = JSON.stringify([people, items]).length;
    const shown = turnsOn(turns.slice(offset), offset, taken);
    return {
      id,
      title,
      date,
      event,
      kind,
      language,
      url: sessionUrl(found, caller.reader),
      speakers: people,
      report: items,
      turns: shown,
      total: turns.length,
      next: nextOf(offset, shown.length, turns.length),
    };
  },
});

const mostPeople = 60;
const mostItems = 20;
const longestItem = 400;
/** In characters: with the people and the report of a first page, still one page. */
const longestTurn = 6_000;

function turnsOn(
  turns: { speaker: string | null; text: string; times: { offset: number; seconds: number }[] }[],
  offset: number,
  taken: number,
) {
  const shown = turns.slice(0, mostTurns).map((turn, at) => ({
    turn: offset + at + 1,
    speaker: turn.speaker,
    seconds: secondsAt(turn, 0),
    text: turn.text.slice(0, longestTurn),
    is_cut: turn.text.length > longestTurn,
  }));
  // The room that people and report take is the turns' loss.
  const page: typeof shown = [];
  let left = roomForTurns - taken;
  for (const turn of shown) {
    left -= JSON.stringify(turn).length;
    if (page.length > 0 && left < 0) break;
    page.push(turn);
  }
  return page;
}

const mostTurns = 400;
const roomForTurns = 22_000;
