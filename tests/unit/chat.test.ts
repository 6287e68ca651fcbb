import { setImmediate } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Delivery, type Desk, type OfferedFile, PlaceGone, type SendOptions } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import type { Command } from '../../src/chat/commands.ts';
import { chatDesk, type DeskOptions } from '../../src/chat/desk.ts';
import type { Asker, Post } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { inEnglish, limitReached, tooLarge } from '../../src/chat/wording.ts';
import { type FakeRapporteur, fakeRapporteur } from '../fakes/rapporteur.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { feedbackIn } from '../fixtures/feedback.ts';

let folder = '';
let store: ChatStore;
let rapporteur: FakeRapporteur;
let now = 1_000_000;
let logged = '';

beforeEach(() => {
  folder = temporaryFolder();
  store = openChatStore(folder);
  rapporteur = fakeRapporteur();
  now = 1_000_000;
  logged = '';
});
afterEach(async () => {
  await store.close();
});

const place = { platform: 'paper', workspace: 'W1', channel: 'C1' };
const ana: Asker = { id: 'ana', roles: [], isAdmin: false };
const ben: Asker = { id: 'ben', roles: [], isAdmin: false };
const admin: Asker = { id: 'ada', roles: [], isAdmin: true };

/** A platform that remembers what it was told, in order; `sent` are the replies as people see them now. */
function paper() {
  const told: string[] = [];
  const sent = new Map<string, { post: Post; reply: Reply; how: SendOptions }>();
  const failures: Error[] = [];
  let count = 0;
  const delivery: Delivery = {
    async status(post, line) {
      told.push(`status ${post.message}: ${line}`);
    },
    async send(post, reply, how) {
      await setImmediate();
      const failure = failures.shift();
      if (failure) {
        told.push(`failed ${post.message}`);
        throw failure;
      }
      told.push(`${reply.kind} ${post.message}`);
      if (how.replaces === null) {
        count += 1;
      }
      const id = how.replaces ?? `sent-${count}`;
      sent.set(id, { post, reply, how });
      return id;
    },
    async revise(_post, id, reply) {
      const known = sent.get(id);
      if (known) sent.set(id, { ...known, reply });
      return known ? { sent: id } : 'gone';
    },
    placeOf: () => null,
    async tellAsker(post, reply) {
      told.push(`${reply.kind} to ${post.asker.id}`);
    },
    async remove(post, id) {
      told.push(`removed ${post.message}`);
      sent.delete(id);
    },
  };
  return { delivery, told, sent, failures, texts: () => [...sent.values()].map(({ reply }) => textOf(reply)) };
}

function textOf(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return reply.answer.quotes[0]?.text ?? reply.answer.text;
    case 'verification':
      return `${reply.verification.verdict} ${reply.verification.found?.text ?? ''}`;
    case 'paper':
    case 'panel':
      return reply.panel.title;
    default:
      return reply.text;
  }
}

function open(delivery: Delivery, options: Partial<DeskOptions> = {}): Desk {
  return chatDesk({
    platform: 'paper',
    rapporteur,
    store,
    delivery,
    askWith: '@Rapporteur',
    clock: () => now,
    log: pino(
      { level: 'debug' },
      {
        write: (line: string) => {
          logged += line;
        },
      },
    ),
    ...options,
    limits: { retryAfterMs: [0, 0], ...options.limits },
  });
}

let posts = 0;
function post(question: string | Command, change: Partial<Post> = {}): Post {
  posts += 1;
  return {
    place,
    thread: 't1',
    conversation: 't1',
    asker: ana,
    message: `m${posts}`,
    event: `e${posts}`,
    command: typeof question === 'string' ? { name: 'ask', question } : question,
    isDirect: false,
    onlyForAsker: false,
    replyTo: {},
    ...change,
  };
}

function soon<T>(look: () => T) {
  return expect.poll(look, { interval: 5, timeout: 60_000 });
}

/** Lets everything that was received come to its end. */
async function settled(desk: Desk): Promise<void> {
  await desk.stop();
}

const calibration = 'Calibration is what nobody pays for, and without it the readings mislead.';
const paid = 'Publishing is cheap. ';

describe('a question', () => {
  it('is stored, acknowledged, answered once and done', async () => {
    const { delivery, told, sent } = paper();
    const desk = open(delivery);
    const asked = post('Who pays for calibration?');
    const states: (string | undefined)[] = [];
    expect(
      await desk.receive(asked, async () => {
        states.push((await store.itemOf(place, asked.message))?.state);
        await setImmediate();
        told.push('acknowledged');
      }),
    ).toBe('received');
    await settled(desk);
    expect(states).toEqual(['received']);
    expect(told).toEqual([
      'acknowledged',
      `status ${asked.message}: ${inEnglish('reading')}`,
      `answer ${asked.message}`,
    ]);
    expect(await store.itemOf(place, asked.message)).toMatchObject({
      state: 'answered',
      sent: 'sent-1',
      libraryVersion: 'fake-1',
    });
    expect([...sent.values()]).toMatchObject([
      {
        how: { onlyForAsker: false, replaces: null, again: false },
        reply: { id: (await store.itemOf(place, asked.message))!.id },
      },
    ]);
  });

  it('that comes again is acknowledged and not answered again', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    const asked = post('Who pays for calibration?');
    let acknowledged = 0;
    const acknowledge = async () => {
      acknowledged += 1;
    };
    expect(
      await Promise.all([
        desk.receive(asked, acknowledge),
        desk.receive(asked, acknowledge),
        desk.receive({ ...asked, event: 'mention' }, acknowledge),
      ]),
    ).toEqual(['received', 'duplicate', 'duplicate']);
    await settled(desk);
    expect([acknowledged, sent.size, rapporteur.asked.length]).toEqual([3, 1, 1]);
  });

  it('is answered although the acknowledgement failed', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    await desk.receive(post('Who pays for calibration?'), () => Promise.reject(new Error('too late')));
    await settled(desk);
    expect(sent.size).toBe(1);
  });

  it('knows the earlier ones of its thread and the scope of its place', async () => {
    await store.saveSettings(place, { scope: { events: ['Water Days 2025'] } });
    const { delivery } = paper();
    const desk = open(delivery, { limits: { atOnce: 1 } });
    await desk.receive(post('Who pays for calibration?'));
    await desk.receive(post({ name: 'ask', question: 'And why?', session: 'rivers', speaker: 'Novák' }));
    await settled(desk);
    const scope = [
      { events: ['Water Days 2025'], sessions: [], origins: ['operator', 'paper:W1'], place: 'paper:W1/C1' },
    ];
    expect(rapporteur.asked).toEqual([
      { text: 'Who pays for calibration?', history: [], scope },
      {
        text: 'And why?',
        session: 'rivers',
        speaker: 'Novák',
        history: ['Who pays for calibration?'],
        scope,
      },
    ]);
  });

  it('outside a thread follows only on recent ones', async () => {
    const { delivery } = paper();
    const desk = open(delivery, { limits: { atOnce: 1, conversationMs: 1000 } });
    const direct = { thread: null, conversation: 'dm', isDirect: true };
    await desk.receive(post('Long ago?', direct));
    now += 2000;
    await desk.receive(post('Just now?', direct));
    now += 500;
    await desk.receive(post('And then?', direct));
    await settled(desk);
    expect(rapporteur.asked.map(({ history }) => history)).toEqual([[], [], ['Just now?']]);
  });

  it('that fails is told with a reference, which the log explains without the words of the question', async () => {
    const { delivery, texts } = paper();
    const desk = open(delivery, { random: (count) => new Uint8Array(count).fill(171) });
    rapporteur.failWith(new Error('cannot answer "Who pays for calibration?"', { cause: new Error('disk full') }));
    await desk.receive(post('Who pays for calibration?'));
    await settled(desk);
    expect(texts()).toEqual([inEnglish('failed', { reference: 'ABABABAB' })]);
    expect(logged).toContain('ABABABAB');
    expect(logged).toContain('"cause":{"is":"Error","at":[');
    expect(logged).not.toMatch(/calibration|disk full/);
    expect(await store.unfinished('paper')).toEqual([]);
  });

  it('leaves no words in the log when all is well', async () => {
    const { delivery } = paper();
    const desk = open(delivery);
    await desk.receive(post('Who pays for calibration?'));
    await settled(desk);
    expect(logged).toContain('question seen to');
    expect(logged.toLowerCase()).not.toMatch(/calibration|river/);
  });
});

async function check(command: Command, expected: string): Promise<void> {
  const { delivery, texts } = paper();
  const desk = open(delivery);
  await desk.receive(post(command));
  await settled(desk);
  expect(texts()).toEqual([expected]);
}

describe('commands', () => {
  it('check quotations', async () => {
    await check(
      { name: 'verify', quotation: 'Calibration is what nobody pays for' },
      'verbatim Calibration is what nobody pays for',
    );
    await check({ name: 'verify', quotation: 'Nobody said this' }, 'not_found ');
  });
  it('find who said something word by word, and name nobody where it was not said', async () => {
    await check({ name: 'who', words: 'Publishing is cheap.' }, 'verbatim Publishing is cheap.');
    await check({ name: 'who', words: 'that calibration is not paid' }, 'not_found ');
    await check({ name: 'who', words: 'So “Publishing is cheap.”, they say' }, 'verbatim Publishing is cheap.');
    expect(rapporteur.asked).toEqual([]);
  });
  it('list', async () => {
    await check({ name: 'sessions' }, '2 sessions');
    await check({ name: 'speakers' }, '3 speakers');
    await check({ name: 'speakers', session: 'night TRAINS' }, '1 speaker in Night trains');
    await check({ name: 'speakers', session: 'nothing' }, 'Speakers');
    await check({ name: 'settings' }, 'Settings of this channel');
    await check({ name: 'help' }, 'How to ask');
  });
  it('list only what is in scope', async () => {
    await store.saveSettings(place, { scope: { sessions: ['night-trains-2025-05-20'] } });
    await check({ name: 'sessions' }, 'One session');
    await check({ name: 'speakers' }, '1 speaker');
    await check({ name: 'verify', quotation: 'Publishing is cheap.' }, 'not_found ');
    await check({ name: 'speakers', session: 'rivers' }, 'Speakers');
  });
});

describe('who may ask', () => {
  it('others are told, for their eyes only; help is for everyone', async () => {
    await store.saveSettings(place, { mayAsk: { users: ['ben'], roles: [] } });
    const { delivery, sent, texts } = paper();
    const desk = open(delivery, { limits: { atOnce: 1 } });
    await desk.receive(post('Who pays for calibration?'));
    await desk.receive(post({ name: 'sessions' }));
    await desk.receive(post({ name: 'help' }));
    await desk.receive(post('What does a sleeping car cost?', { asker: ben }));
    await settled(desk);
    expect(texts().sort()).toEqual([
      'A sleeping car costs as much as three ordinary carriages.',
      'How to ask',
      inEnglish('notAllowedToAsk'),
      inEnglish('notAllowedToAsk'),
    ]);
    for (const { reply, how } of sent.values()) {
      expect(how.onlyForAsker).toBe(reply.kind === 'notice');
    }
    expect(rapporteur.asked).toHaveLength(1);
  });

  it('and how many an hour: each person for themselves, refusals not counted', async () => {
    await store.saveSettings(place, { questionsPerHour: 2 });
    const { delivery, texts } = paper();
    const desk = open(delivery);
    for (const asker of [ana, ana, ana, ben]) {
      await desk.receive(post('Who pays for calibration?', { asker }));
    }
    now += 3_600_001;
    await desk.receive(post('Who pays for calibration?'));
    await settled(desk);
    expect(texts().filter((text) => text === limitReached(inEnglish, 2))).toHaveLength(1);
    expect(rapporteur.asked).toHaveLength(4);
  });

  it('a refusal in a direct message is an ordinary reply', async () => {
    await store.saveSettings(place, { mayAsk: 'admins' });
    const { delivery, sent } = paper();
    const desk = open(delivery);
    await desk.receive(post('Who pays for calibration?', { isDirect: true }));
    await settled(desk);
    expect([...sent.values()]).toMatchObject([{ reply: { why: 'refused' }, how: { onlyForAsker: false } }]);
  });

  it('a refused question does not wait behind others', async () => {
    await store.saveSettings(place, { mayAsk: 'admins' });
    const { delivery, texts } = paper();
    const desk = open(delivery, { limits: { atOnce: 1 } });
    const release = rapporteur.hold();
    await desk.receive(post('Who pays for calibration?', { asker: admin }));
    await desk.receive(post('Who pays for calibration?'));
    await soon(() => texts()).toEqual([inEnglish('notAllowedToAsk')]);
    release();
    await settled(desk);
    expect(texts()).toHaveLength(2);
  });
});

async function checkSeen(reply: 'thread' | 'asker', change: Partial<Post>, onlyForAsker: boolean): Promise<void> {
  await store.saveSettings(place, { reply });
  const { delivery, sent } = paper();
  const desk = open(delivery);
  await desk.receive(post('Who pays for calibration?', change));
  await settled(desk);
  expect([...sent.values()].map(({ how }) => how.onlyForAsker)).toEqual([onlyForAsker]);
}

describe('who sees the reply', () => {
  it('is for the place to set, the asker to narrow, and direct messages are private anyway', async () => {
    await checkSeen('thread', {}, false);
    await checkSeen('asker', {}, true);
    await checkSeen('thread', { onlyForAsker: true }, true);
    await checkSeen('asker', { isDirect: true }, false);
  });
});

describe('the queue', () => {
  it('tells the place to those who wait long, and takes turns', async () => {
    const { delivery, told } = paper();
    const desk = open(delivery, { limits: { atOnce: 1, tellPlaceFrom: 2 } });
    const release = rapporteur.hold();
    const asked = [ana, ana, ana, ben].map((asker) => post('Who pays for calibration?', { asker }));
    for (const one of asked) {
      await desk.receive(one);
    }
    expect(desk.state()).toEqual({ waiting: 3, answering: 1 });
    release();
    await settled(desk);
    const [first, second, third, bens] = asked.map(({ message }) => message);
    expect(told.filter((line) => line.includes('queue'))).toEqual([
      `status ${third}: ${inEnglish('placeInQueue', { place: 2 })}`,
      `status ${bens}: ${inEnglish('placeInQueue', { place: 2 })}`,
    ]);
    expect(told.filter((line) => line.startsWith('answer'))).toEqual(
      [first, second, bens, third].map((message) => `answer ${message}`),
    );
  });

  it('shows no status after the answer', async () => {
    const { delivery, told } = paper();
    const { promise: shown, resolve: show } = Promise.withResolvers<void>();
    const slow: Delivery = {
      ...delivery,
      async status(about, line) {
        await shown;
        await delivery.status(about, line);
      },
    };
    const desk = open(slow);
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(async () => (await store.itemOf(place, asked.message))?.state).toBe('ready');
    await setImmediate();
    await setImmediate();
    show();
    await settled(desk);
    expect(told.map((line) => line.split(' ')[0])).toEqual(['status', 'answer']);
  });

  it('is not held up by a status that is never shown, and begins no other after it', async () => {
    const { delivery, told } = paper();
    const never: Delivery = {
      ...delivery,
      status: (about, line) => {
        told.push(`status ${about.message}: ${line}`);
        return new Promise<void>(() => {});
      },
    };
    const desk = open(never, { limits: { atOnce: 1, tellPlaceFrom: 1, statusWithinMs: 20 } });
    const release = rapporteur.hold();
    await desk.receive(post('Who pays for calibration?'));
    const second = post('Who pays for calibration?');
    await desk.receive(second);
    release();
    await settled(desk);
    // The place in the queue hangs; that the sessions are read is not told after the answer either.
    expect(told.filter((line) => line.includes(second.message))).toEqual([
      `status ${second.message}: ${inEnglish('placeInQueue', { place: 1 })}`,
      `answer ${second.message}`,
    ]);
  });

  it('is not held up by a status that cannot be shown', async () => {
    const { delivery, sent } = paper();
    const desk = open({ ...delivery, status: () => Promise.reject(new Error('no')) });
    await desk.receive(post('Who pays for calibration?'));
    await settled(desk);
    expect(sent.size).toBe(1);
  });
});

describe('sending', () => {
  it('is tried again, and says so', async () => {
    const { delivery, told, sent, failures } = paper();
    failures.push(new Error('503'), new Error('503'));
    const desk = open(delivery);
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(async () => (await store.itemOf(place, asked.message))?.state).toBe('answered');
    expect([...sent.values()].map(({ how }) => how.again)).toEqual([true]);
    expect(told.filter((line) => line.startsWith('failed'))).toHaveLength(2);
    expect(rapporteur.asked).toHaveLength(1);
    await settled(desk);
  });

  it('ends when it was tried often enough, or at once when the place is gone', async () => {
    const { delivery, told, failures } = paper();
    failures.push(new Error('503'), new Error('503'), new Error('503'), new PlaceGone('channel_not_found'));
    const desk = open(delivery);
    const [asked, gone] = [post('Who pays for calibration?'), post('Who pays for calibration?')];
    await desk.receive(asked);
    await soon(async () => (await store.itemOf(place, asked.message))?.state).toBe('failed');
    await desk.receive(gone);
    await soon(async () => (await store.itemOf(place, gone.message))?.state).toBe('failed');
    expect(told.filter((line) => line.startsWith('failed'))).toEqual([
      ...Array.from({ length: 3 }, () => `failed ${asked.message}`),
      `failed ${gone.message}`,
    ]);
    await settled(desk);
  });

  it('does not hold up others while it waits to try again', async () => {
    const { delivery, texts, failures } = paper();
    failures.push(new Error('503'));
    const desk = open(delivery, { limits: { atOnce: 1, retryAfterMs: [60_000] } });
    const [asked, other] = [post('Who pays for calibration?'), post('What does a sleeping car cost?')];
    await desk.receive(asked);
    await desk.receive(other);
    await soon(() => texts()).toEqual(['A sleeping car costs as much as three ordinary carriages.']);
    await settled(desk);
    expect((await store.itemOf(place, asked.message))?.state).toBe('ready');
  });
});

describe('an edited question', () => {
  const anew: Command = { name: 'ask', question: 'What does a sleeping car cost?' };
  const anewText = 'A sleeping car costs as much as three ordinary carriages.';

  it('is answered anew in the place of the old reply', async () => {
    const { delivery, sent, texts } = paper();
    const desk = open(delivery);
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(() => sent.size).toBe(1);
    await soon(async () => (await store.itemOf(place, asked.message))?.state).toBe('answered');
    await desk.edited(place, asked.message, anew);
    await settled(desk);
    expect(texts()).toEqual([anewText]);
    expect([...sent.values()][0]!.how.replaces).toBe('sent-1');
  });

  it('while it is being answered is answered once, in its last words', async () => {
    const { delivery, texts, told } = paper();
    const desk = open(delivery);
    const release = rapporteur.hold();
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(() => rapporteur.asked.length).toBe(1);
    await desk.edited(place, asked.message, anew);
    release();
    await settled(desk);
    expect(texts()).toEqual([anewText]);
    expect(told.filter((line) => line.startsWith('answer'))).toHaveLength(1);
  });

  it('that means the same, or that asked nothing, changes nothing', async () => {
    const { delivery, told } = paper();
    const desk = open(delivery);
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(async () => (await store.itemOf(place, asked.message))?.state).toBe('answered');
    await desk.edited(place, asked.message, { name: 'ask', question: 'Who pays for calibration?' });
    await desk.edited(place, 'small talk', anew);
    await settled(desk);
    expect(told.filter((line) => line.startsWith('answer'))).toHaveLength(1);
  });

  it('counts as another question of the hour', async () => {
    await store.saveSettings(place, { questionsPerHour: 1 });
    const { delivery, texts } = paper();
    const desk = open(delivery);
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(async () => (await store.itemOf(place, asked.message))?.state).toBe('answered');
    await desk.edited(place, asked.message, anew);
    await settled(desk);
    expect(texts()).toEqual([limitReached(inEnglish, 1)]);
    expect(rapporteur.asked).toHaveLength(1);
  });
});

describe('a deleted question', () => {
  it('loses its reply', async () => {
    const { delivery, sent, told } = paper();
    const desk = open(delivery);
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(async () => (await store.itemOf(place, asked.message))?.state).toBe('answered');
    const { id } = (await store.itemOf(place, asked.message))!;
    await desk.deleted(place, asked.message);
    await desk.deleted(place, asked.message);
    await desk.edited(place, asked.message, { name: 'help' });
    expect([sent.size, told.filter((line) => line.startsWith('removed')).length]).toEqual([0, 1]);
    expect(await desk.reopen(id, place, ana)).toEqual({ refused: inEnglish('expired') });
    await settled(desk);
  });

  it('while it is being answered gets none', async () => {
    const { delivery, told } = paper();
    const desk = open(delivery);
    const release = rapporteur.hold();
    const asked = post('Who pays for calibration?');
    await desk.receive(asked);
    await soon(() => rapporteur.asked.length).toBe(1);
    await desk.deleted(place, asked.message);
    release();
    await settled(desk);
    expect(told.filter((line) => !line.startsWith('status'))).toEqual([]);
  });

  it('while the reply is being sent has it taken back', async () => {
    const { delivery, sent, told } = paper();
    const desk = open({
      ...delivery,
      async send(about, reply, how) {
        await desk.deleted(place, about.message);
        return delivery.send(about, reply, how);
      },
    });
    await desk.receive(post('Who pays for calibration?'));
    await settled(desk);
    expect(sent.size).toBe(0);
    expect(told.at(-1)).toMatch(/^removed/);
  });

  it('has its reply taken back also where it was posted while the deletion was looked up', async () => {
    const { delivery, sent } = paper();
    const release = rapporteur.hold();
    const asked = post('Who pays for calibration?');
    const slow = {
      ...store,
      async itemOf(...of: Parameters<ChatStore['itemOf']>) {
        const item = await store.itemOf(...of);
        release();
        await soon(async () => (await store.itemOf(...of))?.state).toBe('answered');
        return item;
      },
    };
    const desk = open(delivery, { store: slow });
    await desk.receive(asked);
    await desk.deleted(place, asked.message);
    await settled(desk);
    expect(sent.size).toBe(0);
  });
});

describe('a commission', () => {
  /** Goes on until it is stopped. */
  function worker() {
    let stops = 0;
    const commission: FakeRapporteur['commission'] = ({ text }, _onStep, signal) =>
      new Promise((resolve) => {
        signal!.addEventListener('abort', () => {
          stops += 1;
          resolve(rapporteur.ask({ text }));
        });
      });
    return { rapporteur: { ...rapporteur, commission }, stops: () => stops };
  }

  it('is stopped by who commissioned it through whichever process, and by nobody else', async () => {
    const [one, other] = [worker(), worker()];
    const { delivery, told } = paper();
    const desk = open(delivery, { rapporteur: one.rapporteur });
    const beside = openChatStore(folder);
    const elsewhere = open(delivery, { rapporteur: other.rapporteur, store: beside });
    const asked = post({ name: 'commission', work: 'what is paid' });
    await desk.receive(asked);
    const byBen = post({ name: 'stop' }, { asker: ben });
    await elsewhere.receive(byBen);
    await soon(() => told.some((line) => line.startsWith(`answer ${byBen.message}`))).toBe(true);
    const byAna = post({ name: 'stop' });
    await elsewhere.receive(byAna);
    await soon(() => told.some((line) => line.startsWith(`panel ${byAna.message}`))).toBe(true);
    await expect.poll(() => told, { timeout: 60_000 }).toContain(`answer ${asked.message}`);
    expect([one.stops(), other.stops()]).toEqual([1, 0]);
    await settled(elsewhere);
    await beside.close();
    await settled(desk);
  });

  it('ends when its message is deleted', async () => {
    const { rapporteur: working, stops } = worker();
    const desk = open(paper().delivery, { rapporteur: working });
    const asked = post({ name: 'commission', work: 'what is paid' });
    await desk.receive(asked);
    await desk.deleted(place, asked.message);
    await expect.poll(stops, { timeout: 60_000 }).toBe(1);
    await settled(desk);
  });
});

describe('after a restart', () => {
  it('what was received or being answered is answered, once', async () => {
    const before = paper();
    const release = rapporteur.hold();
    const dying = open(before.delivery, { limits: { atOnce: 1 } });
    const asked = [post('Who pays for calibration?'), post('What does a sleeping car cost?', { asker: ben })];
    for (const one of asked) {
      await dying.receive(one);
    }
    rapporteur = fakeRapporteur();
    const after = paper();
    const desk = open(after.delivery);
    await desk.start();
    await settled(desk);
    expect(after.texts().sort()).toEqual([
      'A sleeping car costs as much as three ordinary carriages.',
      paid + calibration,
    ]);
    expect([...after.sent.values()].map(({ post: { replyTo }, how }) => [replyTo, how.again])).toEqual([
      [{}, true],
      [{}, true],
    ]);
    // The desk that "died" had the first question in hand: on a real kill it would be gone, here its answer is no longer wanted.
    release();
    await settled(dying);
    expect(before.sent.size).toBe(0);
  });

  it('what comes in before the start is over is taken up once', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    await desk.receive(post('Who pays for calibration?'));
    await desk.start();
    await settled(desk);
    expect([sent.size, rapporteur.asked.length]).toEqual([1, 1]);
  });

  it('a reply that may have been sent is sent with a warning, and not asked for again', async () => {
    const { delivery, sent } = paper();
    const item = (await store.receive('q1', post('Who pays for calibration?'), null, now))!;
    const answer = await fakeRapporteur().ask({ text: 'Who pays for calibration?' });
    await store.keepReply(item, { kind: 'answer', id: 'q1', answer }, 'v1', now);
    const desk = open(delivery);
    await desk.start();
    await settled(desk);
    expect([...sent.values()]).toMatchObject([{ reply: { kind: 'answer', id: 'q1', answer }, how: { again: true } }]);
    expect(rapporteur.asked).toEqual([]);
  });

  it('a question that has become old is told so', async () => {
    const { delivery, sent, texts } = paper();
    await store.receive('old', post('Who pays for calibration?'), null, now - 60_001);
    await store.receive('new', post('What does a sleeping car cost?'), null, now - 60_000);
    const desk = open(delivery, { limits: { tooLateMs: 60_000 } });
    await desk.start();
    await settled(desk);
    expect(texts().sort()).toEqual(['A sleeping car costs as much as three ordinary carriages.', inEnglish('tooLate')]);
    expect([...sent.values()].map(({ how }) => how.onlyForAsker)).toEqual([false, false]);
    expect(await store.unfinished('paper')).toEqual([]);
  });

  it("another platform's questions are left to it", async () => {
    const { delivery, sent } = paper();
    await store.receive('q1', post('Who?', { place: { ...place, platform: 'other' } }), null, now);
    const desk = open(delivery);
    await desk.start();
    await settled(desk);
    expect(sent.size).toBe(0);
    expect(await store.unfinished('other')).toHaveLength(1);
  });

  it('answers that have expired are forgotten', async () => {
    const { delivery } = paper();
    const first = open(delivery);
    const asked = post('Who pays for calibration?');
    await first.receive(asked);
    await settled(first);
    const { id } = (await store.itemOf(place, asked.message))!;
    now += 1_001;
    const desk = open(delivery, { limits: { keepMs: 1_000 } });
    expect(await desk.reopen(id, place, ana)).toEqual({ refused: inEnglish('expired') });
    await desk.start();
    expect(await store.item(id)).toBeNull();
  });
});

describe('stopping', () => {
  it('waits for what is in flight and what waits for it', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery, { limits: { atOnce: 1 } });
    const release = rapporteur.hold();
    for (const asker of [ana, ben]) {
      await desk.receive(post('Who pays for calibration?', { asker }));
    }
    const stopped = desk.stop();
    release();
    await stopped;
    expect(sent.size).toBe(2);
  });

  it('leaves to the next start what would take too long, and what comes after it', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery, { limits: { atOnce: 1, stopWithinMs: 0 } });
    const release = rapporteur.hold();
    const asked = [ana, ben].map((asker) => post('Who pays for calibration?', { asker }));
    for (const one of asked) {
      await desk.receive(one);
    }
    const stopped = desk.stop();
    const late = post('What does a sleeping car cost?');
    expect(await desk.receive(late)).toBe('received');
    await soon(() => desk.state().waiting).toBe(0);
    release();
    await stopped;
    expect([...sent.values()].map(({ post: { message } }) => message)).toEqual([asked[0]!.message]);
    expect((await store.unfinished('paper')).map(({ post: { message } }) => message)).toEqual([
      asked[1]!.message,
      late.message,
    ]);
  });
});

/** Asks and lets the answer come; its id. */
async function answered(desk: Desk, sent: Map<string, unknown>, asked: Post): Promise<string> {
  const { size } = sent;
  await desk.receive(asked);
  await soon(() => sent.size).toBe(size + 1);
  await soon(async () => (await store.itemOf(asked.place, asked.message))?.state).toBe('answered');
  return (await store.itemOf(asked.place, asked.message))!.id;
}

describe('buttons', () => {
  it('open a kept answer in its place only', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    const id = await answered(desk, sent, post('Who pays for calibration?'));
    expect(await desk.reopen(id, place, ben)).toMatchObject({
      id,
      sent: 'sent-1',
      onlyFor: null,
      answer: { status: 'answered' },
    });
    for (const other of [
      { ...place, channel: 'C2' },
      { ...place, workspace: 'W2' },
      { ...place, platform: 'other' },
    ]) {
      expect(await desk.reopen(id, other, ana)).toEqual({ refused: inEnglish('elsewhere') });
      expect(await desk.context(id, 'q1', { around: 1, shift: 0 }, other, ana)).toEqual({
        refused: inEnglish('elsewhere'),
      });
      expect(await desk.feedback(id, other, ana, 'good', null)).toEqual({ refused: inEnglish('elsewhere') });
    }
    expect(await desk.reopen('unknown', place, ana)).toEqual({ refused: inEnglish('expired') });
    await settled(desk);
  });

  it('open a private answer to its asker only, until it is shared, once', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    const id = await answered(desk, sent, post('Who pays for calibration?', { onlyForAsker: true }));
    expect(await desk.reopen(id, place, ben)).toEqual({ refused: inEnglish('notYours') });
    expect(await desk.shared(id, place, ben)).toEqual({ refused: inEnglish('notYours') });
    expect(await desk.reopen(id, place, ana)).toMatchObject({ onlyFor: 'ana' });
    expect(await desk.shared(id, place, ana)).toMatchObject({ onlyFor: null });
    expect(await desk.shared(id, place, ana)).toEqual({ refused: inEnglish('alreadyShared') });
    expect(await desk.reopen(id, place, ben)).toMatchObject({ id });
    await settled(desk);
  });

  it('close a public answer to everyone but its asker, who alone may do that', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    const id = await answered(desk, sent, post('Who pays for calibration?'));
    expect(await desk.hidden(id, place, ben)).toEqual({ refused: inEnglish('notYoursToHide') });
    expect(await desk.hidden(id, place, ana)).toMatchObject({ onlyFor: 'ana' });
    expect(await desk.reopen(id, place, ben)).toEqual({ refused: inEnglish('notYours') });
    expect(await desk.shared(id, place, ana)).toMatchObject({ onlyFor: null });
    expect(await desk.reopen(id, place, ben)).toMatchObject({ id });
    await settled(desk);
  });

  it('do not open what has left the scope of the place', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    const id = await answered(desk, sent, post('Who pays for calibration?'));
    const checked = await answered(desk, sent, post({ name: 'verify', quotation: 'Publishing is cheap.' }));
    await store.saveSettings(place, { scope: { events: ['Rail Forum 2025'] } });
    expect(await desk.reopen(id, place, ana)).toEqual({ refused: inEnglish('outOfScope') });
    expect(await desk.context(id, 'q1', { around: 1, shift: 0 }, place, ana)).toEqual({
      refused: inEnglish('noSuchQuote'),
    });
    expect(await desk.context(checked, 'v', { around: 1, shift: 0 }, place, ana)).toEqual({
      refused: inEnglish('noSuchQuote'),
    });
    await store.saveSettings(place, { scope: { sessions: ['open-data-for-rivers-2025-03-04'] } });
    expect(await desk.reopen(id, place, ana)).toMatchObject({ id });
    await settled(desk);
  });

  it('show the turns around a quote, and the ones before and after those', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    const id = await answered(desk, sent, post('Who pays for readings that mislead without calibration?'));
    const turnsAt = async (window: { around: number; shift: number }, key = 'q2') => {
      const view = await desk.context(id, key, window, place, ana);
      return 'refused' in view
        ? view.refused
        : [
            view.turns.map(({ turn, isQuoted }) => (isQuoted ? `(${turn})` : `${turn}`)).join(' '),
            view.hasEarlier,
            view.hasLater,
          ];
    };
    expect(await turnsAt({ around: 0, shift: 0 })).toEqual(['(1)', true, true]);
    expect(await turnsAt({ around: 1, shift: 0 })).toEqual(['0 (1) 2', false, true]);
    expect(await turnsAt({ around: 1, shift: 1 })).toEqual(['(1) 2', true, false]);
    expect(await turnsAt({ around: 0, shift: -9 })).toEqual(['0', false, true]);
    expect(await turnsAt({ around: 0, shift: 9 })).toBe(inEnglish('noSuchQuote'));
    expect(await turnsAt({ around: 1, shift: 0 }, 'q9')).toBe(inEnglish('noSuchQuote'));
    const checked = await answered(desk, sent, post({ name: 'verify', quotation: 'Publishing is cheap.' }));
    expect(await desk.context(checked, 'v', { around: 1, shift: 0 }, place, ana)).toMatchObject({
      heading: 'Open data for rivers · 4 March 2025',
    });
    await settled(desk);
  });

  it('keep verdicts with question, answer and library version', async () => {
    const { delivery, sent } = paper();
    const desk = open(delivery);
    const id = await answered(desk, sent, post('Who pays for calibration?'));
    expect(await desk.feedback(id, place, ben, 'bad', 'wrong speaker')).toBeNull();
    expect(await feedbackIn(store)).toMatchObject([
      {
        id,
        place,
        user: 'ben',
        verdict: 'bad',
        reason: 'wrong speaker',
        question: 'Who pays for calibration?',
        answer: { status: 'answered' },
        libraryVersion: 'fake-1',
        timeMs: now,
      },
    ]);
    const list = await answered(desk, sent, post({ name: 'sessions' }));
    expect(await desk.feedback(list, place, ben, 'good', null)).toEqual({ refused: inEnglish('expired') });
    await settled(desk);
  });
});

describe('settings by chat', () => {
  it('are for administrators', async () => {
    const desk = open(paper().delivery);
    expect(await desk.saveSettings(place, ana, { questionsPerHour: 100 })).toEqual({
      refused: inEnglish('onlyAdministrators'),
    });
    expect((await desk.settings(place)).questionsPerHour).toBeNull();
    expect(
      await desk.saveSettings(place, admin, { questionsPerHour: 100, scope: { events: ['Rail Forum 2025'] } }),
    ).toBeNull();
    expect((await desk.settings(place)).questionsPerHour).toBe(100);
    expect((await desk.sessions(place, ana)).map(({ title }) => title)).toEqual(['Night trains']);
    expect((await desk.speakers(place, ana)).map(({ name }) => name)).toEqual(['Ilse Brandt']);
    expect(await desk.speakers(place, ana, 'open-data-for-rivers-2025-03-04')).toEqual([]);
  });
});

function file(text: string, name = 'notes.txt', size = text.length): OfferedFile {
  return { name, size, read: async () => new TextEncoder().encode(text) };
}

describe('a file', () => {
  it('is ingested for those who may, with progress', async () => {
    const desk = open(paper().delivery);
    const progress: string[] = [];
    const result = await desk.ingest(file('Hello.', '../up/notes.txt'), place, admin, ({ done, total, name }) => {
      progress.push(`${done}/${total} ${name}`);
    });
    expect(result).toMatchObject({ name: 'notes.txt', failure: null, sessions: [{ outcome: 'added' }] });
    expect(progress).toEqual(['1/1 notes.txt']);
    expect(await desk.ingest(file(' '), place, admin)).toMatchObject({
      failure: 'notes.txt: is empty; nothing can be read from it',
    });
  });

  it('is not even fetched for others, nor when it is too large', async () => {
    const desk = open(paper().delivery, { limits: { fileBytes: 10 } });
    const unread = { name: 'notes.txt', size: 5, read: () => Promise.reject(new Error('was read')) };
    expect(await desk.ingest(unread, place, ana)).toEqual({ refused: inEnglish('notAllowedToIngest') });
    expect(await desk.ingest({ ...unread, size: 11 }, place, admin)).toEqual({
      refused: tooLarge(inEnglish, 'notes.txt', 11, 10),
    });
    expect(await desk.ingest(file('longer than it says', 'notes.txt', 3), place, admin)).toEqual({
      refused: tooLarge(inEnglish, 'notes.txt', 19, 10),
    });
    await desk.saveSettings(place, admin, { mayIngest: { users: ['ana'], roles: [] } });
    expect(await desk.ingest(file('Hello.'), place, ana)).toMatchObject({ failure: null });
  });

  it('that cannot be fetched is told with a reference, and stop waits for one in hand', async () => {
    const desk = open(paper().delivery, { random: (count) => new Uint8Array(count).fill(205) });
    expect(
      await desk.ingest({ name: 'notes.txt', size: 5, read: () => Promise.reject(new Error('404')) }, place, admin),
    ).toEqual({ refused: inEnglish('failed', { reference: 'CDCDCDCD' }) });
    expect(logged).toContain('CDCDCDCD');
    const { promise, resolve } = Promise.withResolvers<Uint8Array>();
    const order: string[] = [];
    const ingested = desk
      .ingest({ name: 'notes.txt', size: 5, read: () => promise }, place, admin)
      .then(() => order.push('ingested'));
    const stopped = desk.stop().then(() => order.push('stopped'));
    await setImmediate();
    expect(order).toEqual([]);
    resolve(new TextEncoder().encode('Hello.'));
    await Promise.all([ingested, stopped]);
    expect(order).toEqual(['ingested', 'stopped']);
  });
});
