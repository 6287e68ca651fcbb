/** Libraries and inboxes of earlier versions open in this one: every session is the operator's and open, places go on being answered. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import { databaseName } from '../../src/library/sqlite/database.ts';
import { pino } from 'pino';
import { copyOf } from '../fixtures/libraries/copy.ts';
import { rapporteurIn } from '../fixtures/temporary.ts';

it.each(['b8617bc/built-in', 'a770afd/built-in'] as const)('%s', async (made) => {
  const folder = copyOf(made);
  const rapporteur = await rapporteurIn(folder);
  // Answered at once, and also when it is opened a second time.
  const sessions = await rapporteur.sessions();
  expect(sessions.length).toBeGreaterThan(1);
  expect(
    sessions.filter(({ origin, confidentiality }) => origin !== undefined || confidentiality !== undefined),
  ).toEqual([]);
  const { status, quotes } = await rapporteur.ask({ text: 'How many seals were counted in the bay?' });
  expect([status, quotes[0]!.speaker]).toEqual(['answered', 'Tomas Lindqvist']);
  const store = openChatStore(folder);
  // Somebody sets the default to nothing: who was answered before still is.
  const seen = async (workspace: string) => {
    const desk = chatDesk({
      platform: 'slack',
      rapporteur,
      store,
      askWith: '',
      sees: 'nothing',
      log: pino({ level: 'silent' }),
      delivery: {
        status: async () => {},
        send: async () => null,
        revise: async () => 'refused',
        placeOf: () => null,
        tellAsker: async () => {},
        remove: async () => {},
      },
    });
    const place = { platform: 'slack', workspace, channel: 'C9' };
    return (await desk.sessions(place, { id: 'U9', roles: [], isAdmin: false })).length;
  };
  expect([await seen('T1'), await seen('T9')]).toEqual([sessions.length, 0]);
  await rapporteur.bringOver();
  expect((await rapporteur.check()).faults).toEqual([]);
  await rapporteur.setRule({ session: sessions[0]!.id }, 'chatham-house');
  expect((await rapporteur.check()).faults).toEqual([]);
  expect((await rapporteur.show(sessions[0]!.id))!.speakers).toEqual([]);
  await store.close();
  await rapporteur.close();
  const db = new DatabaseSync(path.join(folder, databaseName));
  expect(db.prepare("SELECT value FROM meta WHERE key = 'version'").get()).toEqual({ value: 8 });
  db.close();
});
