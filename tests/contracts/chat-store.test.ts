import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openChatTables } from '../../src/chat/store/postgres.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { chatStoreOn } from '../../src/chat/store/stored.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';
import { chatStoreContract, type OpenedChats } from './chat-store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());

async function sqlite(): Promise<OpenedChats> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-chats-'));
  return {
    open: async (limits, options) => openChatStore(folder, limits, options),
    tidy: () => rmSync(folder, { recursive: true }),
  };
}

async function postgres(): Promise<OpenedChats> {
  const url = server.newLibrary();
  return {
    open: async (limits = [], options = {}) => chatStoreOn(await openChatTables(url), limits, options),
    tidy: () => {},
  };
}

chatStoreContract('SQLite', sqlite, { isShared: false });
chatStoreContract('PostgreSQL', postgres, { isShared: true });
