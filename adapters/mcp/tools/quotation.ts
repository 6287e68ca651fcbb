/** A quote as an assistant gets it: with an address that is never empty, and turns counted from 1 as people see them. */
import { z } from 'zod';
import type { Quote, SessionRef } from '../../../src/answer.ts';
import type { Session } from '../../../src/session.ts';
import { titleAndDay } from '../../../src/chat/quote-view.ts';
import { pathSegment } from '../../../src/words/path-segment.ts';

export const sessionShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  date: z.string().nullable().describe('YYYY-MM-DD, or null where it is not known'),
});

export const quoteShape = z.strictObject({
  text: z.string().describe('Exactly as the record has it'),
  speaker: z.string().nullable().describe('null where the record does not say who spoke: then nobody may be named'),
  label: z.string().optional().describe('How the record labels a speaker who is not known for certain'),
  role: z.string().nullable(),
  interpreted_from: z.string().optional().describe('Language spoken, where the words are an interpretation'),
  session: sessionShape,
  turn: z.number().int().describe('Counted from 1'),
  seconds: z.number().nullable().describe('From the start of the recording'),
  url: z.string().describe('Where to look it up; give it with the quotation'),
});

export type Quotation = z.infer<typeof quoteShape>;

export function quotationOf(quote: Omit<Quote, 'n' | 'role'> & { role?: string | null }): Quotation {
  const { text, speaker, label, role = null, spokenIn, session, turn, time } = quote;
  return {
    text,
    speaker,
    ...(label !== undefined && { label }),
    role,
    ...(spokenIn !== undefined && { interpreted_from: spokenIn }),
    session: sessionOf(session),
    turn: turn + 1,
    seconds: time,
    url: urlOf(quote),
  };
}

export function sessionOf({ id, title, date }: SessionRef): z.infer<typeof sessionShape> {
  return { id, title, date };
}

/** Where the reader opens the words, else the source's own address, else the place in the library. */
export function urlOf({ address, url, session, turn }: Pick<Quote, 'address' | 'url' | 'session' | 'turn'>): string {
  return address ?? url ?? placeOf(session.id, turn + 1);
}

/** The same of a session, or of one of its turns, counted from 1. */
export function sessionUrl(
  { id, page }: Pick<Session, 'id' | 'page'>,
  reader: string | undefined,
  turn?: number,
): string {
  if (reader === undefined) return page?.address ?? placeOf(id, turn);
  const address = `${reader.replace(/\/+$/u, '')}/sessions/${pathSegment(id)}`;
  return turn === undefined ? address : `${address}?turn=${turn}#turn-${turn}`;
}

/** `rapporteur:SESSION#turn-3`, for what has no address of its own. */
export function placeOf(session: string, turn?: number): string {
  return `rapporteur:${encodeURIComponent(session)}${turn === undefined ? '' : `#turn-${turn}`}`;
}

/** The session of such an address without its turn; null where nothing is named by it. */
export function sessionAt(address: string): string | null {
  if (!address.startsWith(scheme)) return null;
  try {
    return decodeURIComponent(address.slice(scheme.length));
  } catch {
    return null;
  }
}

const scheme = 'rapporteur:';

/** `Ana Ruiz, Open data for rivers · 4 March 2025, turn 3`. */
export function titleOf({ speaker, session, turn }: Pick<Quote, 'speaker' | 'session' | 'turn'>): string {
  return `${speaker ?? 'Unknown speaker'}, ${titleAndDay(session)}, turn ${turn + 1}`;
}
