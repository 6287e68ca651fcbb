/** Programs for which things are kept as for people in chats: whoever sits at the terminal, and whoever has a token. */
import { terminal } from '../access/origin.ts';
import type { Accesses } from './access.ts';
import type { Seen } from '../answer.ts';
import type { ChatStore } from './chat-store.ts';
import type { Asker, Place } from './post.ts';

export interface Keeper {
  place: Place;
  user: string;
}

/** With what is kept, for as long as the work takes. */
export type WithChats = <T>(work: (store: ChatStore) => Promise<T>) => Promise<T>;

/** For whom it is kept, and in what. */
export interface Keeping {
  keeper: Keeper;
  chats: WithChats;
}

/** The operator's own, wherever they ask on their machine. */
export const operatorsKeeper: Keeper = { place: { platform: terminal, workspace: '', channel: '' }, user: 'operator' };

const platform = 'token';

/** Of the token of that name: what it keeps is forgotten by its origin, as all of a workspace of a chat is. */
export function keeperOf(name: string): Keeper {
  return { place: { platform, workspace: name, channel: '' }, user: name };
}

/** Forgets all that a token of that name had kept. */
export function forgetToken(name: string, store: Pick<ChatStore, 'forgetOrigin'>): Promise<void> {
  return store.forgetOrigin(`${platform}:${name}`);
}

export function askerOf({ user }: Keeper): Asker {
  return { id: user, roles: [], isAdmin: true };
}

/** No settings of a place come between: they see what they see, and may ask. */
export function accessOf(seen: Seen): Pick<Accesses, 'in'> {
  const all = Array.isArray(seen) ? seen : [seen];
  return { in: async () => ({ seen: all, mayAsk: true, questionsPerHour: null, counted: [] }) };
}
