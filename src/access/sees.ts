/** The rule of who sees which session. Everything that reads a library asks it, and nothing else decides. */
import type { Scope, Seen } from '../answer.ts';
import { isOpenTo } from './confidentiality.ts';
import type { Confidentiality } from '../session.ts';
import { operator, terminal, type Origin } from './origin.ts';

/** What of a session decides who may see it. */
export interface Held {
  id: string;
  event: string | null;
  /** Absent: the operator's. */
  origin?: Origin;
  /** Absent: open. */
  confidentiality?: Confidentiality;
}

/** Whether who looks may see the session now. `undefined` is the operator at the terminal. */
export function sees(seen: Seen | undefined, session: Held, now: Date): boolean {
  const scopes = seen === undefined ? [operatorsOwn] : Array.isArray(seen) ? seen : [seen];
  return scopes.some((scope) => inScope(session, scope) && isOpenTo(scope.place, session.confidentiality ?? {}, now));
}

/** What the operator sees at the terminal: what chats added is seen where it was added. */
export const operatorsOwn: Scope = { origins: [operator], place: terminal };

/** An event is believed of the operator's records alone: others name whatever they like. */
function inScope(held: Held, { sessions, events, origins, within }: Scope): boolean {
  const { origin = operator } = held;
  if (origins !== 'all' && !(origins ?? [operator]).includes(origin)) return false;
  if (within !== undefined && !isListed(held, within)) return false;
  if (sessions === undefined && events === undefined) return origins !== undefined;
  return isListed(held, { sessions, events });
}

function isListed(
  { id, event, origin = operator }: Held,
  { sessions = [], events = [] }: { sessions?: string[] | undefined; events?: string[] | undefined },
): boolean {
  return sessions.includes(id) || (event !== null && origin === operator && events.includes(event));
}
