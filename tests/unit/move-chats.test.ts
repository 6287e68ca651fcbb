/** What chats keep goes to a server and back, also after it was broken off, and comes along with an update. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/answer.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Post } from '../../src/chat/post.ts';
import { moveChatsTo, openChats } from '../../src/chat/store/open-chats.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';
import { feedbackIn } from '../fixtures/feedback.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());

const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const now = Date.UTC(2026, 10, 30, 12);

function post(message: string): Post {
  return {
    place,
    thread: null,
    conversation: 'C1',
    asker: { id: 'ana', roles: [], isAdmin: false },
    message,
    event: `event of ${message}`,
    command: { name: 'ask', question: `What of ${message}?` },
    isDirect: false,
    onlyForAsker: false,
    replyTo: { ts: message },
  };
}

const answer: Answer = {
  question: 'What?',
  status: 'nearest',
  text: 'A “text”\u0000.',
  quotes: [],
  report: [],
  related: [],
  model: null,
};
const watch = {
  place,
  asker: { id: 'ana', roles: [], isAdmin: false },
  isDirect: false,
  replyTo: null,
  watched: { matter: 'frost' } as never,
  rhythm: { every: 'at once', hour: 8, minute: 0, zone: 'UTC' } as const,
};

/** Of everything something. */
async function fill(store: ChatStore): Promise<void> {
  const item = (await store.receive('q1', post('m1'), null, now))!;
  const reply = { kind: 'answer' as const, id: 'q1', answer };
  await store.keepReply(item, reply, 'v1', now);
  await store.finish(item, 'answered', 'sent-1', now);
  await store.given.keepNews(item, 'v2', { reply, lines: ['It has changed.'], isTakenBack: false });
  await store.receive('q2', post('m2'), 'ana', now + 1);
  await store.saveSettings(place, { reply: 'asker' });
  await store.grants.save('slack:T1', { sees: 'nothing', mayShare: true });
  await store.saveFeedback({
    id: 'q1',
    place,
    user: 'ben',
    verdict: 'bad',
    reason: 'No.',
    question: 'What?',
    answer,
    libraryVersion: 'v1',
    timeMs: now,
  });
  await store.installations('secret').save('slack:T1', { bot: { token: 'xoxb-invented' } });
  const { number } = await store.watches.add({ ...watch, watched: { matter: 'stopped' } as never }, now);
  await store.watches.stop(place, [number]);
  await store.watches.add(watch, now);
  await store.watches.noteSessions(['harbour'], now);
  await store.collected.add([{ text: 'seals' } as Quote], { note: 'n', tag: 't', isPrivate: false }, place, 'ana', now);
  await store.tellOnce('slack:T1', 'hello C1', now);
  await store.noteSeen('discord', '900', now);
  await store.left('slack:T2', now);
  await store.ledger.spend(0, { place: 'slack:T1', purpose: 'answers', inputTokens: 5, outputTokens: 6, nowMs: now });
}

async function all(store: ChatStore): Promise<unknown> {
  return {
    items: [await store.item('q1'), await store.item('q2')].map((item) => ({ ...item, isOurs: false })),
    again: await store.receive('q9', post('m1'), null, now),
    history: await store.history((await store.item('q2'))!, 5, 0),
    untold: await store.given.untold('slack'),
    settings: await store.settings(place),
    grants: await store.grants.all(),
    feedback: await feedbackIn(store),
    gaps: await store.gaps(),
    installation: await store.installations('secret').load('slack:T1'),
    watches: await store.watches.all('slack'),
    arrived: await store.watches.arrivedAfter(-1),
    collected: await store.collected.of(place, 'ana'),
    told: await store.tellOnce('slack:T1', 'hello C1', now),
    seen: await store.lastSeen('discord'),
    left: await store.leftBefore(now + 1),
    used: await store.ledger.used('slack:T1', now),
    usage: await store.usage('slack', 'T1', 0),
  };
}

async function within<T>(
  where: { LIBRARY_PATH: string; LIBRARY_URL?: string },
  work: (store: ChatStore) => Promise<T>,
) {
  const store = await openChats({ LIBRARY_URL: undefined, ...where });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('what chats keep', () => {
  it('goes to a server and back, all of it, and what is there already stays', async () => {
    const [folder, back, url] = [temporaryFolder(), temporaryFolder(), server.newLibrary()];
    const before = await within({ LIBRARY_PATH: folder }, async (store) => {
      await fill(store);
      return all(store);
    });
    const steps: string[] = [];
    const moved = await moveChatsTo({ LIBRARY_PATH: folder, LIBRARY_URL: undefined }, url, ({ name }) =>
      steps.push(name),
    );
    expect(moved.already).toBe(0);
    expect(steps).toContain('questions');
    const onServer = { LIBRARY_PATH: folder, LIBRARY_URL: url };
    expect(await within(onServer, all)).toEqual(before);
    // Run again, nothing comes twice; what was taken away there does not come back.
    await within(onServer, (store) => store.grants.save('slack:T1', { sees: null, mayShare: false }));
    expect(await within(onServer, (store) => store.grants.all())).toEqual([]);
    const again = await moveChatsTo({ LIBRARY_PATH: folder, LIBRARY_URL: undefined }, url);
    expect(again).toEqual({ moved: 1, already: moved.moved - 1 });
    expect(await within(onServer, all)).toEqual(before);
    const next = await within(onServer, (store) => store.watches.add({ ...watch, isDirect: true }, now));
    expect(next.number).toBe(3);
    expect(await moveChatsTo(onServer, back)).toEqual({ moved: moved.moved + 1, already: 0 });
    await within({ LIBRARY_PATH: back }, async (store) => {
      await store.watches.stop(place, [next.number]);
      expect(await all(store)).toEqual(before);
      expect(await store.claim('slack', { atStart: false })).toMatchObject([{ id: 'q2' }]);
    });
  });

  it('of a library on a server, kept in the folder by an earlier version, comes along once', async () => {
    const [folder, url] = [temporaryFolder(), server.newLibrary()];
    const before = await within({ LIBRARY_PATH: folder }, async (store) => {
      await fill(store);
      return all(store);
    });
    const onServer = { LIBRARY_PATH: folder, LIBRARY_URL: url };
    // Another machine, which has none, comes first.
    expect(await within({ ...onServer, LIBRARY_PATH: temporaryFolder() }, (store) => store.grants.all())).toEqual([]);
    const stores = await Promise.all([openChats(onServer), openChats(onServer)]);
    expect(await all(stores[1])).toEqual(before);
    await stores[0].grants.save('slack:T1', { sees: null, mayShare: false });
    for (const store of stores) await store.close();
    expect(await within(onServer, (store) => store.grants.all())).toEqual([]);
  });
});
