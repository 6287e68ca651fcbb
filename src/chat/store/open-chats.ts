/** The chats' store where the settings say: in the library's folder. */
import type { Config } from '../../config.ts';
import type { ChatStore } from '../chat-store.ts';
import type { Limit } from '../token-ledger.ts';
import { openChatStore } from './sqlite.ts';

/** `limits` are those of the budget of tokens. Rejects where it cannot be opened, with what to do. */
export async function openChats({ LIBRARY_PATH: folder }: Config, limits: Limit[] = []): Promise<ChatStore> {
  return openChatStore(folder, limits);
}
