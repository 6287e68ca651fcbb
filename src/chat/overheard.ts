/** Whether a message that does not call the bot is for it all the same. */
import { asksSomething, isSaidInReturn } from '../asking/parts/asks.ts';
import type { ChatStore } from './chat-store.ts';
import { parseCommand } from './commands.ts';
import type { Place } from './post.ts';

export interface Overheard {
  place: Place;
  /** The thread it stands in, as `Post.conversation` names it; null outside threads. */
  conversation: string | null;
  /** Without markup; empty where it cannot be read. */
  text: string;
  /** It calls somebody else by name. */
  callsOthers: boolean;
}

export type Overhears = (message: Overheard) => Promise<boolean>;

/** Every message or every question, as the place sets; and what is asked on in a thread in which everyone has seen an answer. */
export function overhearing(store: Pick<ChatStore, 'settings' | 'hasAnsweredIn'>): Overhears {
  return async ({ place, conversation, text, callsOthers }) => {
    if (text.trim() === '') return false;
    const { answers, threadsGoOn } = await store.settings(place);
    if (answers === 'everything') return true;
    if (callsOthers) return false;
    if (answers === 'questions' && asksSomething(text)) return true;
    return (
      threadsGoOn &&
      conversation !== null &&
      (asksSomething(text) || isSaidInReturn(text) || parseCommand(text).name !== 'ask') &&
      (await store.hasAnsweredIn(place, conversation))
    );
  };
}
