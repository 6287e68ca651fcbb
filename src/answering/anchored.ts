/** Quotes with the addresses at which the reader opens their words. */
import type { Answer, Hit, Quote, Verification } from '../answer.ts';
import type { FoundQuotes } from '../rapporteur.ts';
import { anchorOf } from '../words/anchor.ts';
import type { Ground } from './ground.ts';

/** Where the reader is: its public address, or null where it is served for this machine alone or not at all. */
export interface Reader {
  address: string | null;
}

export interface Anchored {
  answer(answer: Answer): Promise<Answer>;
  hits(hits: Hit[]): Promise<Hit[]>;
  verification(verification: Verification): Promise<Verification>;
  found(found: FoundQuotes): Promise<FoundQuotes>;
  quotes(quotes: Quote[]): Promise<Quote[]>;
}

type Placed = Pick<Quote, 'session' | 'turn' | 'start' | 'end' | 'anchor' | 'address'>;

export function anchoredIn({ open }: Pick<Ground, 'open'>, { address }: Reader): Anchored {
  /** The sessions are open already, or were a moment ago. */
  async function withAnchors<Q extends Placed>(quotes: Q[]): Promise<Q[]> {
    const ids = [...new Set(quotes.map(({ session }) => session.id))];
    const opened = await open(ids);
    const turnsOf = new Map(opened.map(({ session }) => [session.id, session.turns]));
    return quotes.map((quote) => {
      const anchor = anchorOf(turnsOf.get(quote.session.id)!, quote);
      return anchor === null
        ? quote
        : { ...quote, anchor, ...(address !== null && { address: addressOf(quote, anchor) }) };
    });
  }

  function addressOf({ session }: Placed, anchor: string): string {
    return `${address!.replace(/\/+$/u, '')}/sessions/${encodeURIComponent(session.id)}/at/${anchor}`;
  }

  return {
    answer: async (answer) => ({
      ...answer,
      quotes: await withAnchors(answer.quotes),
      related: await withAnchors(answer.related),
    }),
    hits: async (hits) => {
      const parts = await withAnchors(hits.flatMap((hit) => hit.parts));
      let at = 0;
      return hits.map((hit) => ({ ...hit, parts: hit.parts.map(() => parts[at++]!) }));
    },
    verification: async (verification) => ({
      ...verification,
      found: verification.found && (await withAnchors([verification.found]))[0]!,
    }),
    quotes: withAnchors,
    found: async (found) => ({ ...found, quotes: await withAnchors(found.quotes) }),
  };
}
