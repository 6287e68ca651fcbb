/** Answers of chats at their addresses: there for whoever has one, and gone with what they rest on. Invented throughout. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import type { Asker, Post } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { tokensIn } from '../../src/operations/tokens.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { renderReply as renderInDiscord } from '../../adapters/discord/components.ts';
import { renderReply as renderInSlack } from '../../adapters/slack/blocks.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { servedReader } from '../fixtures/served.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const address = 'https://records.example.org';
const day = 86_400_000;
const place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const ana: Asker = { id: 'U1', roles: [], isAdmin: false };
const mill = {
  id: 'mill-2025',
  title: 'The mill',
  date: '2025-03-04',
  turns: [{ speaker: 'Ana Ruiz', text: 'The wheel turns again. We paid forty crowns for the new blades.' }],
};

let rapporteur: Rapporteur;
let store: ChatStore;
let desk: Desk;
let served: Awaited<ReturnType<typeof servedReader>>;
let now: number;
let replies: Map<string, Reply>;

beforeEach(async () => {
  const folder = temporaryFolder();
  now = Date.UTC(2026, 0, 1);
  replies = new Map();
  rapporteur = await rapporteurIn(folder, { WEB_ADDRESS: address });
  store = openChatStore(folder);
  desk = chatDesk({
    platform: 'slack',
    rapporteur,
    store,
    readerAddress: `${address}/`,
    askWith: '',
    clock: () => now,
    log: pino({ level: 'silent' }),
    delivery: {
      status: async () => {},
      async send(post, reply) {
        replies.set(post.message, reply);
        return `sent-${post.message} F1`;
      },
      remove: async () => {},
      revise: async () => 'gone' as const,
      placeOf: () => null,
      tellAsker: async () => {},
    },
  });
  // What is answered needs no token; the rest of this reader does.
  const entry = { tokens: tokensIn(folder), anybody: null, ownToken: null, isSecure: false };
  served = await servedReader(rapporteur, folder, { entry, published: (id) => desk.published(id) });
  await rapporteur.ingest([recordOf(mill)]);
});
afterEach(async () => {
  await desk.stop();
  await served.stop();
  await store.close();
  await rapporteur.close();
});

let messages = 0;
async function asked(change: Partial<Post> = {}, question = 'What did the new blades cost?') {
  messages += 1;
  const message = `m${messages}`;
  const post = { place, thread: null, conversation: message, asker: ana, message, event: null, replyTo: null };
  const command = { name: 'ask' as const, question };
  await desk.receive({ ...post, command, isDirect: false, onlyForAsker: false, ...change });
  await expect
    .poll(async () => (await store.itemOf(place, message))?.state, { timeout: 60_000, interval: 5 })
    .toBe('answered');
  const reply = replies.get(message)!;
  if (reply.kind !== 'answer') throw new Error(`no answer: ${JSON.stringify(reply)}`);
  return { message, reply, page: reply.answer.page! };
}
async function read(page: string) {
  const response = await fetch(page.replace(address, served.address));
  return { status: response.status, text: await response.text(), headers: response.headers };
}
const isGone = async (page: string) => {
  const { status, text } = await read(page);
  expect(text).not.toMatch(/crowns|blades|Ruiz/u);
  return status === 410;
};

describe('the address of an answer', () => {
  it('is given with it and opens it, without a token and for no search engine', async () => {
    const { page, reply } = await asked();
    expect(page).toMatch(/^https:\/\/records\.example\.org\/answers\/[\w-]{12}$/u);
    const { status, text, headers } = await read(page);
    expect(status).toBe(200);
    expect(text).toContain('What did the new blades cost?');
    expect(text).toContain('We paid forty crowns for the new blades.');
    expect(text).toContain('noindex');
    expect(headers.get('cache-control')).toBe('private, no-store');
    for (const rendered of [renderInSlack(reply, { canShare: false }), renderInDiscord(reply, { seenBy: 'everyone' })])
      expect(JSON.stringify(rendered)).toContain(page);
    expect(await isGone(`${address}/answers/AAAAAAAAAAAA`)).toBe(true);
  });

  it('is not there for what only its asker sees, until it is shown to everyone, and not after it is taken back', async () => {
    const { page, reply } = await asked({ onlyForAsker: true });
    expect(await isGone(page)).toBe(true);
    for (const rendered of [renderInSlack(reply, { canShare: true }), renderInDiscord(reply, { seenBy: 'asker' })])
      expect(JSON.stringify(rendered)).not.toContain(page);
    await desk.shared(reply.id, place, ana);
    expect((await read(page)).status).toBe(200);
    await desk.hidden(reply.id, place, ana);
    expect(await isGone(page)).toBe(true);
  });

  it.each<[string, (of: { message: string }) => unknown]>([
    ['its question is deleted', ({ message }) => desk.deleted(place, message)],
    ['it is deleted itself', ({ message }) => desk.deleted(place, `sent-${message}`)],
    ['it is kept long enough', () => (now += 31 * day)],
    ['who asked is forgotten', () => store.forgetPerson({ platform: 'slack', workspace: 'T1', user: 'U1' })],
    ['the bot is taken out of the workspace', () => desk.left('T1')],
    ['its session is removed', () => rapporteur.remove('mill-2025')],
    ['its session is closed', () => rapporteur.setRule({ session: 'mill-2025' }, 'off the record')],
    ['its session may name nobody', () => rapporteur.setRule({ session: 'mill-2025' }, 'chatham-house')],
    [
      'its place sees no records of the operator',
      () => store.grants.save('slack:T1', { sees: 'nothing', mayShare: false }),
    ],
  ])('opens nothing once %s', async (_, end) => {
    const given = await asked();
    expect((await read(given.page)).status).toBe(200);
    await end(given);
    expect(await isGone(given.page)).toBe(true);
  });

  it('stays where another message is deleted, or the reply is taken back for its asker', async () => {
    const { page, message, reply } = await asked();
    await desk.deleted(place, 'another');
    expect((await read(page)).status).toBe(200);
    await desk.hidden(reply.id, place, ana);
    await desk.deleted(place, `sent-${message}`);
    expect(await desk.reopen(reply.id, place, ana)).toMatchObject({ id: reply.id });
  });
});

it('an answer has no address where there is no reader', async () => {
  const plain = chatDesk({
    platform: 'slack',
    rapporteur,
    store,
    askWith: '',
    log: pino({ level: 'silent' }),
    delivery: {
      status: async () => {},
      async send(post, reply) {
        replies.set(post.message, reply);
        return post.message;
      },
      remove: async () => {},
      revise: async () => 'gone' as const,
      placeOf: () => null,
      tellAsker: async () => {},
    },
  });
  const former = desk;
  desk = plain;
  expect((await asked()).page).toBeUndefined();
  desk = former;
  await plain.stop();
});
