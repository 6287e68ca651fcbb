/** Quotes that were found, all of them, as a paper: grouped by session in the order they stand. */
import type { FoundQuotes, QuotesQuery, Rapporteur } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import type { Paper } from './paper.ts';

/** More than these are no longer a paper; the heading says how many there are. */
const most = 5000;

export async function collectionOf(
  query: QuotesQuery,
  rapporteur: Rapporteur,
  heading: (found: FoundQuotes) => string,
  now: Date,
): Promise<Paper> {
  const found = await rapporteur.quotes({ ...query, offset: 0, limit: most });
  const sessions = new Map((await rapporteur.sessions(query.scope)).map((each) => [each.id, each]));
  const bySession = Map.groupBy(found.quotes, ({ session }) => session.id);
  return {
    title: [query.speaker, query.about].filter((part) => part !== undefined).join(' on '),
    facts: [heading(found), `Looked up on ${dayInWords(now.toISOString().slice(0, 10))}.`],
    sections: [...bySession].map(([id, quotes]) => {
      const { title, date } = quotes[0]!.session;
      return {
        heading: date === null ? title : `${title}, ${dayInWords(date)}`,
        blocks: quotes.map((quote) => ({
          kind: 'quotation' as const,
          lead: [shownSpeaker(quote), quote.speaker === null ? null : quote.role]
            .filter((part) => part !== null)
            .join(', '),
          cited: { quote, session: sessions.get(id)!, checked: now },
          asPoint: false,
        })),
      };
    }),
  };
}
