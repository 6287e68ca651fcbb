/** What places watch, and the digests they get: with a library in a folder, and the shared desk. */
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Desk } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { parseCommand } from '../../src/chat/commands.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import type { Place } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { readWatch, type Rhythm } from '../../src/chat/watches/watch.ts';
import { dueAfter } from '../../src/chat/watches/when.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { depths, depthsRecord, depthsWith } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('what is typed', () => {
  it.each([
    ['calibration', { watched: { kind: 'matter', what: 'calibration' }, rhythm: {} }],
    ['about the levy weekly', { watched: { kind: 'matter', what: 'the levy' }, rhythm: { every: 'week' } }],
    ['“the field is gone”', { watched: { kind: 'phrase', what: 'the field is gone' }, rhythm: {} }],
    ['named Ana Ruiz daily', { watched: { kind: 'named', what: 'Ana Ruiz' }, rhythm: { every: 'day' } }],
    [
      'from Ana Ruiz on the levy daily at 17:30 in europe/berlin',
      {
        watched: { kind: 'speaker', what: 'Ana Ruiz', about: 'the levy' },
        rhythm: { every: 'day', hour: 17, minute: 30, zone: 'Europe/Berlin' },
      },
    ],
    ['\u001b[31mred\u0007 tides\u202e', { watched: { kind: 'matter', what: 'red tides' }, rhythm: {} }],
    ['life in Europe', { watched: { kind: 'matter', what: 'life in Europe' }, rhythm: {} }],
  ])('%s', (typed, expected) => {
    expect(readWatch(typed)).toEqual(expected);
  });

  it.each(['', 'from', '?!', 'from Ana on …', '\u0007', 'daily at 25', 'rice at 9 in Europe/Atlantis'])(
    '“%s” is told to be no watch',
    (typed) => {
      expect(readWatch(typed)).toBeTypeOf('string');
    },
  );
});

describe('a digest is due', () => {
  const rhythm = (every: Rhythm['every'], hour: number, zone: string): Rhythm => ({ every, hour, minute: 0, zone });
  it.each([
    ['2026-03-04T06:00:00Z', rhythm('at once', 8, 'UTC'), '2026-03-04T06:00:00.000Z'],
    ['2026-03-04T06:00:00Z', rhythm('day', 8, 'UTC'), '2026-03-04T08:00:00.000Z'],
    ['2026-03-04T08:00:00Z', rhythm('day', 8, 'UTC'), '2026-03-05T08:00:00.000Z'],
    ['2026-03-04T06:00:00Z', rhythm('day', 8, 'Europe/Berlin'), '2026-03-04T07:00:00.000Z'],
    // Clocks go forward on 29 March 2026, and back on 25 October.
    ['2026-03-28T20:00:00Z', rhythm('day', 8, 'Europe/Berlin'), '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T20:00:00Z', rhythm('day', 8, 'Europe/Berlin'), '2026-10-25T07:00:00.000Z'],
    ['2026-03-04T23:30:00Z', rhythm('day', 8, 'Asia/Tokyo'), '2026-03-05T23:00:00.000Z'],
    ['2026-03-04T06:00:00Z', rhythm('week', 8, 'America/New_York'), '2026-03-09T12:00:00.000Z'],
    ['2026-12-31T23:59:00Z', rhythm('week', 0, 'UTC'), '2027-01-04T00:00:00.000Z'],
  ])('after %s, %o: %s', (after, when, expected) => {
    expect(new Date(dueAfter(Date.parse(after), when)).toISOString()).toBe(expected);
  });
});

describe('a place that watches', () => {
  const channel: Place = { platform: 'paper', workspace: 'W1', channel: 'C1' };
  const soon = { timeout: 60_000, interval: 5 };
  let [rapporteur, store, desk]: [Rapporteur, ChatStore, Desk] = [null!, null!, null!];
  let ms = 0;
  let posts: { channel: string; isAnswer: boolean; reply: Reply }[] = [];
  let asked = 0;

  const delivery: Delivery = {
    status: async () => {},
    async send(post, reply) {
      posts.push({ channel: post.place.channel, isAnswer: post.command.name !== 'digest', reply });
      return `m${posts.length}`;
    },
    revise: async (_post, sent) => ({ sent }),
    placeOf: () => null,
    tellAsker: async () => {},
    remove: async () => {},
  };

  beforeEach(async () => {
    ms = Date.parse('2026-03-04T06:00:00Z');
    posts = [];
    const folder = temporaryFolder();
    rapporteur = await rapporteurIn(folder);
    await rapporteur.ingest([depthsRecord()]);
    store = openChatStore(folder);
    await reopen();
  });
  afterEach(async () => {
    await desk.stop();
    await store.close();
    await rapporteur.close();
  });

  async function reopen(): Promise<void> {
    await desk?.stop();
    desk = chatDesk({
      platform: 'paper',
      rapporteur,
      store,
      delivery,
      askWith: '',
      log: pino({ level: 'silent' }),
      clock: () => ms,
      limits: { lookAgainMs: 10 },
    });
    await desk.start();
  }

  async function type(text: string, place = channel, isDirect = false): Promise<string> {
    asked += 1;
    const before = posts.length;
    const asker = { id: 'ana', roles: [], isAdmin: false };
    const at = { place, thread: null, conversation: 'c', event: null, isDirect, onlyForAsker: false, replyTo: null };
    await desk.receive({ ...at, asker, message: `q${asked}`, command: parseCommand(text) });
    await expect.poll(() => posts.slice(before).filter(({ isAnswer }) => isAnswer), soon).toHaveLength(1);
    const { reply } = posts.slice(before).find(({ isAnswer }) => isAnswer)!;
    ms += 1000;
    return reply.kind === 'panel' ? [reply.panel.title, ...reply.panel.lines].join('\n') : JSON.stringify(reply);
  }

  const told = (where = 'C1') =>
    posts.flatMap(({ channel: at, isAnswer, reply }) =>
      !isAnswer && at === where && reply.kind === 'answer' ? [reply.answer] : [],
    );
  const digest = (at: number, where?: string) => {
    const { text, quotes } = told(where)[at]!;
    return [text, ...quotes.map((quote) => `[${quote.n}] ${quote.speaker}: ${quote.text}`)].join('\n');
  };
  /** Long enough for a round that would tell. */
  async function rounds(): Promise<number> {
    const version = await rapporteur.version();
    let count = 0;
    const before = rapporteur.version.bind(rapporteur);
    rapporteur.version = async () => {
      count += 1;
      return before();
    };
    await expect.poll(() => count, soon).toBeGreaterThan(4);
    rapporteur.version = before;
    expect(await rapporteur.version()).toBe(version);
    return told().length;
  }

  async function comeIn(id: string, text: string, speaker = 'Par Holm'): Promise<void> {
    ms += 1000;
    await rapporteur.ingest([depthsRecord(depthsWith(2, speaker, text).slice(2), id)]);
    ms += 1000;
  }

  it('is told once, in one message however many watches hit, with why', async () => {
    expect(await type('watch dredging')).toMatch(
      /when a new session has dredging: as soon as[\s\S]*On record already: 1 quote\./u,
    );
    await type('watch from Par Holm');
    await type('watch named Mei Tanaka');
    await type('watch “low tide”');
    expect(await rounds()).toBe(0);
    await comeIn('spring', 'Dredging began at low tide, as Mei Tanaka had promised us.');
    await expect.poll(() => told(), soon).toHaveLength(1);
    expect(digest(0)).toBe(
      [
        'New here, in one session, because of what is watched:',
        '1. dredging: [1]',
        '2. words of Par Holm: [1]',
        '3. the name of Mei Tanaka: [1]',
        '4. the very words low tide: [1]',
        '[1] Par Holm: Dredging began at low tide, as Mei Tanaka had promised us.',
      ].join('\n'),
    );
    expect(await rounds()).toBe(1);
    // Nothing of it, nothing told; the same words in another record are no news.
    await comeIn('bees', 'The bees were well this year.', 'Ola Lund');
    await comeIn('spring-official', 'Dredging began, at low tide, as Mei Tanaka had promised us!');
    expect(await rounds()).toBe(1);
    // Who speaks is not told of as named.
    await comeIn('own', 'I am Mei Tanaka, and I came late.', 'Mei Tanaka');
    expect(await rounds()).toBe(1);
  });

  it('is told what came in while no process ran, and after a process that died before it was sent, once', async () => {
    await type('watch dredging');
    await desk.stop();
    await comeIn('spring', 'Dredging began at low tide.');
    await reopen();
    await expect.poll(() => told(), soon).toHaveLength(1);
    expect(await rounds()).toBe(1);
    expect(await store.unfinished('paper')).toEqual([]);
  });

  it('is told daily by its own clock, of all that came in since, capped', async () => {
    expect(await type('watch dredging daily at 9 in Europe/Berlin')).toContain('every day at 9:00 (Europe/Berlin)');
    for (let at = 0; at < 8; at += 1) await comeIn(`spring-${at}`, `Dredging number ${at} began at low tide.`);
    expect(await rounds()).toBe(0);
    ms = Date.parse('2026-03-04T08:00:00Z');
    await expect.poll(() => told(), soon).toHaveLength(1);
    expect(digest(0)).toMatch(/1\. dredging: \[1\] \[2\] \[3\] \[4\] and 4 more/u);
    ms = Date.parse('2026-03-05T08:00:01Z');
    expect(await rounds()).toBe(1);
  });

  it('is told no more than it may see then', async () => {
    await type('watch dredging');
    ms += 1000;
    await rapporteur.ingest([
      { ...depthsRecord(depthsWith(0, 'Ola', 'Dredging in secret.'), 'secret'), origin: 'paper:W9' },
    ]);
    await rapporteur.ingest([
      { ...depthsRecord(depthsWith(0, 'Ola', 'Dredging off it.'), 'off'), rule: 'off the record' },
    ]);
    await store.saveSettings(channel, { scope: { sessions: ['harbour'] } });
    await comeIn('spring', 'Dredging began at low tide.');
    expect(await rounds()).toBe(0);
  });

  it('stops at one press, by its number, and with who is forgotten', async () => {
    await type('watch dredging');
    await type('watch rice');
    await comeIn('spring', 'Dredging began at low tide.');
    await expect.poll(() => told(), soon).toHaveLength(1);
    const { id } = posts.find(({ isAnswer }) => !isAnswer)!.reply;
    const ben = { id: 'ben', roles: [], isAdmin: false };
    expect(await desk.stopWatches(id, { ...channel, channel: 'C2' }, ben)).toHaveProperty('refused');
    expect(await desk.stopWatches(id, channel, ben)).toEqual(['dredging']);
    await comeIn('later', 'Dredging ended in May.');
    expect(await rounds()).toBe(1);
    expect(await type('watches')).toMatch(/2\. rice/u);
    expect(await type('unwatch 2')).toContain('rice');
    expect(await type('watches')).toContain('Nothing is watched here.');
    await type('watch rice');
    await store.forgetPerson({ platform: 'paper', workspace: null, user: 'ana' });
    expect(await store.watches.all('paper')).toEqual([]);
  });

  it('each has its own messages', async () => {
    await type('watch dredging');
    await type('watch dredging', { ...channel, channel: 'D1' }, true);
    await comeIn('spring', 'Dredging began at low tide.');
    await expect.poll(() => [told().length, told('D1').length], soon).toEqual([1, 1]);
    expect(depths).toHaveLength(3);
  });
});
