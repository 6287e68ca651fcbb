/** What is kept of people is shown to them, deleted when they ask, when it is old, and when a workspace leaves; and not logged. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { type Command, parseCommand } from '../../src/chat/commands.ts';
import { chatDesk, type DeskOptions } from '../../src/chat/desk.ts';
import type { Asker, Place } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { harbour } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';
import { feedbackIn } from '../fixtures/feedback.ts';

let store: ChatStore;
let now = Date.UTC(2025, 0, 1);
let logged = '';
let asked = 0;
const sent = new Map<string, Reply>();
const day = 86_400_000;

beforeEach(() => {
  store = openChatStore(temporaryFolder());
  now = Date.UTC(2025, 0, 1);
  logged = '';
});
afterEach(async () => {
  await store.close();
});

function open(rapporteur: Rapporteur = fakeRapporteur(), options: Partial<DeskOptions> = {}) {
  return chatDesk({
    platform: 'slack',
    rapporteur,
    store,
    askWith: '/rapporteur ask',
    log: pino({ level: 'trace' }, { write: (line: string) => void (logged += line) }),
    clock: () => now,
    delivery: {
      status: async () => {},
      async send(post, reply) {
        sent.set(post.message, reply);
        return post.message;
      },
      revise: async () => 'refused',
      placeOf: () => null,
      tellAsker: async () => {},
      remove: async () => {},
    },
    ...options,
  });
}

const here: Place = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const ana: Asker = { id: 'ana', roles: [], isAdmin: false };
const ben: Asker = { id: 'ben', roles: [], isAdmin: false };

async function reply(
  desk: ReturnType<typeof open>,
  command: Command,
  asker = ana,
  place = here,
  held = 0,
): Promise<Reply> {
  asked += 1;
  const message = `m${asked}`;
  const post = { place, thread: null, conversation: place.channel, asker, message, event: message, command };
  await desk.receive({ ...post, isDirect: false, onlyForAsker: false, replyTo: null });
  await expect.poll(() => sent.has(message) && desk.state().answering <= held).toBe(true);
  return sent.get(message)!;
}

const ask = { name: 'ask', question: 'Who pays for calibration?' } as const;
const lines = (of: Reply) => (of.kind === 'panel' ? of.panel.lines.join('\n') : of.kind);
const person = (user: string) => ({ platform: 'slack', workspace: 'T1', user });

describe('what is kept of somebody', () => {
  it('is shown and deleted on request, whatever else they may do there', async () => {
    const desk = open();
    const [first, second] = [await reply(desk, ask), await reply(desk, ask)];
    await reply(desk, ask, ben);
    await desk.feedback(first.id, here, ana, 'good', null);
    await desk.feedback(second.id, here, ben, 'bad', 'calibration was not meant');
    await store.saveSettings(here, { mayAsk: 'admins' });
    expect(lines(await reply(desk, parseCommand('my data')))).toMatch(
      /^Questions with their answers: 3, .*\nOpinions of answers: 1/s,
    );
    expect(lines(await reply(desk, parseCommand('forget me')))).toContain('Deleted: questions 3, opinions 1.');
    await expect.poll(() => store.keptOf(person('ana'))).toEqual({ questions: 0, opinions: 0, oldestMs: null });
    // What others thought of their answers holds their words too.
    expect(await feedbackIn(store)).toEqual([]);
    expect(await store.keptOf(person('ben'))).toMatchObject({ questions: 1 });
    expect(await desk.reopen(first.id, here, ana)).toHaveProperty('refused');
  });

  it('is forgotten while a question is being answered, and nothing goes wrong', async () => {
    const rapporteur = fakeRapporteur();
    const release = rapporteur.hold();
    const desk = open(rapporteur);
    const post = {
      place: here,
      thread: null,
      conversation: 'C1',
      asker: ana,
      message: 'held',
      event: null,
      command: ask,
    };
    await desk.receive({ ...post, isDirect: false, onlyForAsker: false, replyTo: null });
    await expect.poll(() => rapporteur.asked.length).toBe(1);
    await reply(desk, { name: 'forget' }, ana, here, 1);
    release();
    await desk.stop();
    expect((await store.keptOf(person('ana'))).questions).toBe(0);
    expect(sent.has('held')).toBe(false);
    expect(logged).not.toMatch(/"level":50/);
  });

  it('is deleted when it is old: questions before opinions', async () => {
    const desk = open(fakeRapporteur(), { limits: { keepMs: 10 * day, keepOpinionsMs: 20 * day } });
    const { id } = await reply(desk, ask);
    await desk.feedback(id, here, ana, 'good', null);
    now += 11 * day;
    await reply(desk, ask, ben);
    expect(await store.keptOf(person('ana'))).toEqual({ questions: 0, opinions: 1, oldestMs: null });
    now += 11 * day;
    await reply(desk, ask, ben);
    expect((await store.keptOf(person('ana'))).opinions).toBe(0);
  });

  it('is of one workspace alone where ids are its own', async () => {
    const desk = open();
    await reply(desk, ask, ana, { ...here, workspace: 'T2' });
    await reply(desk, ask);
    await reply(desk, { name: 'forget' });
    expect((await store.keptOf({ ...person('ana'), workspace: 'T2' })).questions).toBe(1);
    expect((await store.forgetPerson({ platform: 'slack', workspace: null, user: 'ana' })).questions).toBe(1);
  });
});

describe('a workspace that takes the bot out', () => {
  it('is forgotten after a time, with what it added, and not where it comes back', async () => {
    const rapporteur = await rapporteurIn(temporaryFolder());
    const desk = open(rapporteur);
    const file = Buffer.from(JSON.stringify(harbour));
    const admin = { ...ana, isAdmin: true };
    const offered = { name: 'harbour.json', size: file.length, read: async () => file };
    const places = ['T1', 'T2'].map((workspace): Place => ({ ...here, workspace }));
    for (const place of places) {
      expect(await desk.ingest(offered, place, admin)).toMatchObject({ failure: null });
      await reply(desk, ask, ana, place);
      await store.saveSettings(place, { reply: 'asker' });
      await desk.left(place.workspace);
    }
    const origins = async () => [...new Set((await rapporteur.holdings()).sessions.map(({ origin }) => origin))];
    expect(new Set(await origins())).toEqual(new Set(['slack:T1', 'slack:T2']));
    now += 5 * day;
    await reply(desk, ask, ana, places[1]);
    now += 26 * day;
    await reply(desk, { name: 'help' }, ben, places[1]);
    await desk.stop();
    expect(await origins()).toEqual(['slack:T2']);
    expect((await store.keptOf(person('ana'))).questions).toBe(0);
    expect([await store.ownSettings(places[0]!), await store.ownSettings(places[1]!)]).toEqual([
      {},
      { reply: 'asker' },
    ]);
    expect(await store.origins('slack')).toEqual(['slack:T2']);
    await rapporteur.close();
  });
});

it('no log has the words of a question, also where it fails', async () => {
  const rapporteur = fakeRapporteur();
  const desk = open(rapporteur);
  await reply(desk, ask);
  rapporteur.failWith(new Error('could not look up "Who pays for calibration?" in the index'));
  await reply(desk, ask);
  await reply(desk, { name: 'verify', quotation: 'nobody pays for calibration here' });
  await desk.stop();
  expect(logged).toContain('question failed');
  expect(logged).not.toMatch(/calibration/i);
});
