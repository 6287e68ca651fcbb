/** What an address of the reader leads to, as a place of a chat may see it. */
import { quoteAtAnchor } from '../answering/quotes/anchored.ts';
import type { Rapporteur } from '../rapporteur.ts';
import type { Accesses } from './access.ts';
import type { Desk } from './chat.ts';
import { viewQuote } from './quote-view.ts';

export interface LinkedQuotesOptions {
  rapporteur: Pick<Rapporteur, 'show'>;
  access: Pick<Accesses, 'in'>;
  /** Of the reader; null where there is none. */
  readerAddress: string | null;
}

export function linkedQuotes({ rapporteur, access, readerAddress }: LinkedQuotesOptions): Pick<Desk, 'linked'> {
  const base = readerAddress?.replace(/\/+$/u, '');
  return {
    async linked(address, place, asker) {
      const asked = URL.parse(address);
      if (base === undefined || !asked || !address.startsWith(`${base}/`)) return null;
      const path = asked.pathname.slice(new URL(`${base}/`).pathname.length - 1);
      const [, id, anchor] = /^\/sessions\/([^/]+)\/at\/([^/]+)$/u.exec(path) ?? [];
      const named = id === undefined ? null : decoded(id);
      if (named === null || anchor === undefined) return null;
      const { seen, mayAsk } = await access.in(place, asker);
      const session = mayAsk ? await rapporteur.show(named, seen) : null;
      const quote = session && quoteAtAnchor(session, anchor);
      return quote && viewQuote({ ...quote, n: 0, anchor, address }, 'l', '');
    },
  };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
