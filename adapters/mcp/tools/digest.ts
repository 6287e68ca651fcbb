import { z } from 'zod';
import { operatorsOwn } from '../../../src/access/sees.ts';
import { digestForProgram, readByProgram } from '../../../src/chat/watches/for-program.ts';
import { nextOf, nextShape, offsetShape, pageOf } from './pages.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { searchedBy, searchedShape } from './searched.ts';
import { tool } from './tool.ts';

export const digest = tool({
  name: 'digest',
  title: 'What is new of what is watched',
  description: [
    'What sessions that came in since the last digest have of what `watches` watches: the clearest quotes of each, and how',
    'many more there are. Nothing is told twice; what has a `next` is given until its last page was read.',
  ].join(' '),
  changes: true,
  input: z.strictObject({ offset: offsetShape }),
  output: z.strictObject({
    text: z.string().describe('Why the quotes are here, watch by watch; [n] marks a quote'),
    quotes: z.array(quoteShape.extend({ n: z.number().int() })),
    watches: z.array(z.number().int()).describe('Numbers of the watches that it tells of'),
    total: z.number().int().describe('Quotes of this digest'),
    searched: searchedShape.describe('The sessions that may be seen; new ones among them are told'),
    next: nextShape,
  }),
  async run({ offset }, caller) {
    const { rapporteur, scope: seen = operatorsOwn, keeping } = caller;
    const { keeper } = keeping;
    return keeping.chats(async (store) => {
      const found = await digestForProgram({ rapporteur, store, keeper, seen });
      const searched = await searchedBy(caller);
      if (found === null) {
        const isWatching = (await store.watches.in(keeper.place)).length > 0;
        const text = isWatching ? 'Nothing new of what is watched.' : 'Nothing is watched; "watches" begins to.';
        return { text, quotes: [], watches: [], total: 0, searched, next: null };
      }
      const { text, quotes: all } = found.answer;
      const rest = all.slice(offset).map((quote) => ({ ...quotationOf(quote), n: quote.n }));
      const quotes = pageOf(rest, rest.length, JSON.stringify(text).length);
      const next = nextOf(offset, quotes.length, all.length);
      if (next === null) await readByProgram(found, store);
      return { text, quotes, watches: found.watches, total: all.length, searched, next };
    });
  },
});
