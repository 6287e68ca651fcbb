import { z } from 'zod';
import { operatorsOwn } from '../../../src/access/sees.ts';
import { collectionIn, keepWords, longestNote } from '../../../src/chat/collected/asked.ts';
import { tagOf } from '../../../src/chat/collected/tag.ts';
import { noteOf } from '../../../src/research/citations/notes.ts';
import { nextOf, nextShape, offsetShape, pageOf } from './pages.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { searchedBy, searchedShape } from './searched.ts';
import { tool, ToolError } from './tool.ts';

export const collection = tool({
  name: 'collection',
  title: 'Quotes that are kept',
  description: [
    'A collection of quotes of this caller’s own. `list` gives them as the records have them today, each with a footnote;',
    '`keep` takes `quotes` as any tool gave them, with a `note` and a `tag`; `remove` takes the quote of a `number` out.',
  ].join(' '),
  changes: true,
  input: z.strictObject({
    action: z.enum(['list', 'keep', 'remove']).default('list'),
    quotes: z
      .array(
        z.object({
          text: z.string().min(1).max(20_000).describe('Letter for letter'),
          session: z.object({ id: z.string().min(1).max(400) }),
          turn: z.number().int().min(1).describe('Counted from 1'),
        }),
      )
      .max(50)
      .optional(),
    note: z.string().max(longestNote).default('').describe('What they are for'),
    tag: z.string().max(40).default('').describe('Under which they are found again; of `list` only those'),
    number: z.number().int().min(1).optional(),
    offset: offsetShape,
  }),
  output: z.strictObject({
    done: z.string().describe('What was done, in a sentence'),
    quotes: z.array(
      z.strictObject({
        number: z.number().int(),
        quote: quoteShape,
        note: z.string(),
        tag: z.string(),
        citation: z.string().describe('As a footnote has it'),
      }),
    ),
    total: z.number().int().describe('Kept and shown, with this tag where one is given'),
    hidden: z.number().int().describe('Kept, and no longer to be seen'),
    searched: searchedShape,
    next: nextShape,
  }),
  async run({ action, quotes, note, tag: typed, number, offset }, caller) {
    const { rapporteur, scope: seen = operatorsOwn, keeping } = caller;
    const { keeper } = keeping;
    const now = new Date();
    return keeping.chats(async (store) => {
      const done = await perform();
      const { kept, hidden } = await collectionIn({ store, rapporteur, seen }, keeper.place, keeper.user, tagOf(typed));
      const sessions = new Map((await rapporteur.sessions(seen)).map((session) => [session.id, session]));
      const all = kept.flatMap(({ number: own, now: quote, note: why, tag }) => {
        const session = sessions.get(quote.session.id);
        // Closed a moment ago.
        if (session === undefined) return [];
        const citation = noteOf({ quote, session, checked: now }, 'un');
        return [{ number: own, quote: quotationOf(quote), note: why, tag, citation }];
      });
      const page = pageOf(all.slice(offset));
      const next = nextOf(offset, page.length, all.length);
      return { done, quotes: page, total: all.length, hidden, searched: await searchedBy(caller), next };

      async function perform(): Promise<string> {
        if (action === 'list') return 'Listed.';
        if (action === 'remove') {
          if (number === undefined) throw new ToolError('Give `number`: which is to be kept no longer.');
          if (await store.collected.remove(number, keeper.place, keeper.user)) return `${number} is no longer kept.`;
          throw new ToolError(`No quote of the number ${number} is kept; "list" has those that are.`);
        }
        if (quotes === undefined || quotes.length === 0)
          throw new ToolError('Give `quotes`: `text`, `session` and `turn` of each, as a tool gave them.');
        const words = quotes.map(({ text, session, turn }) => ({ session: session.id, turn: turn - 1, text }));
        const made = await keepWords(
          words,
          { note, tag: typed },
          { store, rapporteur, seen, keeper, now: now.getTime() },
        );
        if ('refused' in made)
          throw new ToolError(`${made.refused} Copy \`text\`, \`session\` and \`turn\` of a quote.`);
        return `Kept as ${made.numbers.join(', ')}.`;
      }
    });
  },
});
