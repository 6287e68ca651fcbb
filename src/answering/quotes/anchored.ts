/** Quotes with the addresses at which the reader opens their words. */
import type { Answer, Hit, Quote, Standing, Verification } from '../../answer.ts';
import type { FoundQuotes } from '../../rapporteur.ts';
import type { Session } from '../../session.ts';
import { anchorOf, findAnchor, turnsOf } from '../../words/anchor.ts';
import { pathSegment } from '../../words/path-segment.ts';
import type { Ground } from '../ground.ts';
import { quoteAt, secondsAt } from './quote.ts';

/** Where the reader is: its public address, or null where it is served for this machine alone or not at all. */
export interface Reader {
  address: string | null;
}

/** The quote at an anchor of `src/words/anchor.ts`; null where its words do not stand in one turn as they did. */
export function quoteAtAnchor(session: Session, anchor: string): Omit<Quote, 'n'> | null {
  const found = findAnchor(anchor, session.turns);
  if (found?.outcome !== 'words') return null;
  const [place, ...more] = turnsOf(found.place, session.turns);
  if (!place || more.length > 0) return null;
  const turn = session.turns[place.turn]!;
  return quoteAt(session, turn, { ...place, seconds: secondsAt(turn, place.start) });
}

export interface Anchored {
  answer(answer: Answer): Promise<Answer>;
  hits(hits: Hit[]): Promise<Hit[]>;
  verification(verification: Verification): Promise<Verification>;
  found(found: FoundQuotes): Promise<FoundQuotes>;
  standings(standings: Standing[]): Promise<Standing[]>;
  /** Every quote in what is made, however deep it stands. */
  everywhere<Made>(made: Made): Promise<Made>;
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
    return `${address!.replace(/\/+$/u, '')}/sessions/${pathSegment(session.id)}/at/${anchor}`;
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
      ...(verification.by && { by: await withAnchors(verification.by) }),
    }),
    standings: (standings) =>
      Promise.all(
        standings.map(async (one) => ('now' in one ? { ...one, now: (await withAnchors([one.now]))[0]! } : one)),
      ),
    everywhere: async (made) => {
      const found = placedIn(made);
      const anchored = await withAnchors(found);
      const by = new Map<unknown, Placed>(found.map((quote, at) => [quote, anchored[at]!]));
      return replaced(made, by);
    },
    found: async (found) => ({ ...found, quotes: await withAnchors(found.quotes) }),
  };
}

function placedIn(made: unknown): Placed[] {
  if (made === null || typeof made !== 'object') return [];
  if ('session' in made && 'turn' in made && 'start' in made) return [made as Placed];
  return Object.values(made).flatMap(placedIn);
}

function replaced<Made>(made: Made, by: Map<unknown, Placed>): Made {
  if (made === null || typeof made !== 'object') return made;
  const other = by.get(made);
  if (other) return other as Made;
  if (Array.isArray(made)) return made.map((each: unknown) => replaced(each, by)) as Made;
  return Object.fromEntries(Object.entries(made).map(([key, each]) => [key, replaced(each as unknown, by)])) as Made;
}
