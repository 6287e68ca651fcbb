import { z } from 'zod';
import { operatorsOwn } from '../../../src/access/sees.ts';
import { stopForProgram, watchForProgram, watchInParts } from '../../../src/chat/watches/for-program.ts';
import { nextOf, nextShape, offsetShape, pageOf } from './pages.ts';
import { searchedBy, searchedShape } from './searched.ts';
import { tool, ToolError } from './tool.ts';

export const watches = tool({
  name: 'watches',
  title: 'What is watched',
  description: [
    'Watches what new sessions have of a matter, somebody’s words, a phrase or a name; `digest` tells it. `list` gives what',
    'is watched by this caller, `add` begins with `kind` and `what`, `stop` ends the watch of a `number`.',
  ].join(' '),
  changes: true,
  input: z.strictObject({
    action: z.enum(['list', 'add', 'stop']).default('list'),
    kind: z
      .enum(['matter', 'speaker', 'phrase', 'named'])
      .default('matter')
      .describe('`speaker`: their words; `phrase`: these very words; `named`: the name in the words of others'),
    what: z.string().max(300).optional().describe('The matter, the person or organisation, the phrase, or the name'),
    about: z.string().max(300).optional().describe('Of a speaker: only on this matter'),
    number: z.number().int().min(1).optional().describe('Which is to stop'),
    offset: offsetShape,
  }),
  output: z.strictObject({
    done: z.string().describe('What was done, in a sentence'),
    watches: z.array(
      z.strictObject({
        number: z.number().int(),
        kind: z.enum(['matter', 'speaker', 'phrase', 'named']),
        what: z.string(),
        about: z.string().optional(),
        words: z.string().describe('The same as people read it'),
      }),
    ),
    total: z.number().int().describe('How much is watched now'),
    searched: searchedShape,
    next: nextShape,
  }),
  async run({ action, kind, what, about, number, offset }, caller) {
    const { rapporteur, scope: seen = operatorsOwn, keeping } = caller;
    const { keeper } = keeping;
    return keeping.chats(async (store) => {
      const done = await perform();
      const all = (await store.watches.in(keeper.place)).map(watchInParts);
      const page = pageOf(all.slice(offset));
      const searched = await searchedBy(caller);
      return { done, watches: page, total: all.length, searched, next: nextOf(offset, page.length, all.length) };

      async function perform(): Promise<string> {
        if (action === 'list') return 'Listed.';
        if (action === 'stop') {
          if (number === undefined) throw new ToolError('Give `number`: which is to stop.');
          const stopped = await stopForProgram(number, { store, keeper });
          if (stopped === null) throw new ToolError(`Nothing of the number ${number} is watched; "list" has what is.`);
          return `No longer watched: ${watchInParts(stopped).words}.`;
        }
        if (what === undefined) throw new ToolError('Give `what`: the matter, the person, the phrase or the name.');
        const given = { kind, what, ...(about !== undefined && { about }) };
        const begun = await watchForProgram(given, { rapporteur, store, keeper, seen });
        if ('refused' in begun) throw new ToolError(begun.refused);
        const { made, onRecord } = begun;
        return `Watched from now on, as ${made.number}. On record already, and no news: ${onRecord} quotes.`;
      }
    });
  },
});
