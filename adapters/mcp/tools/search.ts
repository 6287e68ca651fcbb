import { z } from 'zod';
import { pageOf } from './pages.ts';
import { placeOf, quotationOf, quoteShape, titleOf, urlOf } from './quotation.ts';
import { searchedBy, searchedShape } from './searched.ts';
import { tool } from './tool.ts';

export const search = tool({
  name: 'search',
  title: 'Search the record',
  description: [
    'The stretches of talk that fit some words best, best first. `fetch` takes the `id` of a result. Of one found',
    'by `meaning` the words are others than those asked for.',
  ].join(' '),
  input: z.strictObject({
    query: z.string().min(1).max(4000),
    session: z.string().max(300).optional().describe('Only this session: its id, or words of its title'),
    speaker: z.string().max(300).optional(),
    limit: z.number().int().min(1).max(50).default(10),
  }),
  output: z.strictObject({
    results: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        url: z.string(),
        found_by: z.enum(['words', 'meaning']),
        quotes: z.array(quoteShape).describe('Turn by turn, each exactly as it stands'),
      }),
    ),
    searched: searchedShape,
  }),
  async run({ query, session, speaker, limit }, caller) {
    const { rapporteur, scope } = caller;
    const hits = await rapporteur.search({ text: query, session, speaker, limit, scope });
    const results = hits.map(({ session: of, turns: [first, last], parts, by }) => ({
      id: `${of.id}#turn-${first + 1}${last > first ? `-${last + 1}` : ''}`,
      title: titleOf({ speaker: parts[0]?.speaker ?? null, session: of, turn: first }),
      url: parts[0] ? urlOf(parts[0]) : placeOf(of.id, first + 1),
      found_by: by,
      quotes: parts.map(quotationOf),
    }));
    return { results: pageOf(results), searched: await searchedBy(caller, session) };
  },
});
