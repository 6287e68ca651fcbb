/** The chats' store where the settings say: in the library's folder, or beside the library on its server. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../config.ts';
import type { IngestProgress } from '../../rapporteur.ts';
import type { ChatStore } from '../chat-store.ts';
import type { WithChats } from '../keeper.ts';
import type { Limit } from '../token-ledger.ts';
import type { ChatDatabase } from './chat-database.ts';
import type { ChatTables } from './postgres.ts';
import { moveChats, type MovedChats } from './move-chats.ts';
import { openChatFile } from './sqlite.ts';
import { chatStoreOn } from './stored.ts';

type Where = Pick<Config, 'LIBRARY_PATH' | 'LIBRARY_URL'>;

/** `limits` are those of the budget of tokens. Rejects where it cannot be opened, with what to do. */
export async function openChats(where: Where, limits: Limit[] = []): Promise<ChatStore> {
  return chatStoreOn(await openAt(where), limits, {});
}

/** The same, opened when it is first asked for: whoever only reads needs no disk that can be written to. */
export function chatsWhenAsked(open: () => Promise<ChatStore>): { chats: WithChats; close(): Promise<void> } {
  let opened: Promise<ChatStore> | null = null;
  return {
    async chats(work) {
      opened ??= open().catch((error: unknown) => {
        opened = null;
        throw error;
      });
      return work(await opened);
    },
    close: async () => (await opened)?.close(),
  };
}

async function openAt({ LIBRARY_PATH: folder, LIBRARY_URL: url }: Where): Promise<ChatDatabase> {
  if (url === undefined) return openChatFile(folder);
  const tables = await tablesAt(url);
  try {
    // Earlier versions kept a library on a server and its chats in the folder.
    if (existsSync(path.join(folder, 'chat.db'))) await tables.once(() => bring(folder, tables));
    return tables;
  } catch (error) {
    await tables.close();
    throw error;
  }
}

function isOnServer(database: ChatDatabase): database is ChatTables {
  return 'once' in database;
}

async function tablesAt(url: string): Promise<ChatTables> {
  const { openChatTables } = await import('./postgres.ts');
  return openChatTables(url);
}

async function bring(folder: string, to: ChatDatabase): Promise<void> {
  const from = openChatFile(folder);
  try {
    await moveChats(from, to);
  } finally {
    await from.close();
  }
}

/** Puts what chats keep into another place, a folder or the address of a server, and leaves it here as it is. */
export async function moveChatsTo(
  where: Where,
  to: string,
  onProgress?: (progress: IngestProgress) => void,
): Promise<MovedChats> {
  const from = await openAt(where);
  try {
    const target = to.includes('://') ? await tablesAt(to) : openChatFile(to);
    try {
      const moved = await moveChats(from, target, onProgress);
      // What is left in the folder is not brought again.
      for (const one of [from, target]) if (isOnServer(one)) await one.once(async () => {});
      return moved;
    } finally {
      await target.close();
    }
  } finally {
    await from.close();
  }
}
