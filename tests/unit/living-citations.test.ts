/** Answers that were given in a chat, and what becomes of their messages when the record they quote changes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Desk } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import type { Command } from '../../src/chat/commands.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { costing, depths, depthsRecord } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const place = { platform: 'paper', workspace: 'W1', channel: 'C1' };
const soon = { timeout: 60_000, interval: 5 };

let rapporteur: Rapporteur;
let store: ChatStore;
let folder: string;
let desk: Desk;
/** What stands in the chat, by the message that asked; and what was done there, in order. */
const shown = new Map<string, Reply>();
let done: string[] = [];
let canEdit = true;

const delivery: Delivery = {
  status: async () => {},
  async send(post, reply) {
    shown.set(post.message, reply);
    done.push(`sent ${post.message}`);
    return post.onlyForAsker ? null : post.message;
  },
  async revise(post, sent, reply) {
    if (!canEdit) return 'refused';
    shown.set(post.message, reply);
    done.push(`edited ${post.message}`);
    return { sent };
  },
  placeOf: () => null,
  async tellAsker(post, reply) {
    shown.set(`to ${post.asker.id}`, reply);
    done.push(`told ${post.asker.id}`);
  },
  async remove(post) {
    shown.delete(post.message);
    done.push(`removed ${post.message}`);
  },
};

function open(): Desk {
  desk = chatDesk({
    platform: 'paper',
    rapporteur,
    store,
    delivery,
    askWith: '',
    log: pino({ level: 'silent' }),
    limits: { lookAgainMs: 10 },
  });
  return desk;
}

beforeEach(async () => {
  shown.clear();
  [done, canEdit] = [[], true];
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([depthsRecord()]);
  store = openChatStore(folder);
  await open().start();
});

afterEach(async () => {
  await desk.stop();
  await store.close();
  await rapporteur.close();
});

async function ask(message: string, command: Command, onlyForAsker = false): Promise<Reply> {
  const asker = { id: 'ana', roles: [], isAdmin: false };
  const at = { place, thread: null, conversation: message, asker, message, event: null, isDirect: false };
  await desk.receive({ ...at, command, onlyForAsker, replyTo: null });
  await expect.poll(() => shown.has(message), soon).toBe(true);
  await expect.poll(async () => (await store.itemOf(place, message))!.state, soon).toBe('answered');
  return shown.get(message)!;
}

const cost: Command = { name: 'ask', question: 'What does a metre cost?' };

/** All it says to people. */
function textOf(reply: Reply | undefined): string {
  if (reply?.kind === 'answer') return [reply.answer.text, ...reply.answer.quotes.map(({ text }) => text)].join('\n');
  if (reply?.kind === 'panel' || reply?.kind === 'paper') return [reply.panel.title, ...reply.panel.lines].join('\n');
  return reply?.kind === 'verification' ? JSON.stringify(reply.verification) : (reply?.text ?? '');
}

/** Some rounds later, in which nothing more is done. */
async function rest(): Promise<string[]> {
  const before = done.length;
  await sleep(150);
  expect(done).toHaveLength(before);
  return done;
}

describe('an answer that was given', () => {
  it('is edited once when a new version changes its words, with before and after', async () => {
    expect(textOf(await ask('m1', cost))).toContain('A metre costs 900 dollars');
    await rapporteur.ingest([depthsRecord(costing('A metre costs 950 dollars'))]);
    await expect.poll(() => done, soon).toEqual(['sent m1', 'edited m1']);
    const text = textOf(shown.get('m1'));
    expect(text).toMatch(
      /Changed on .*\n\[1\] Before: “A metre costs 900 dollars.*” \(Mei Tanaka\)\. Now: “A metre costs 950/u,
    );
    expect(text.split('\n').at(-1)).toContain('A metre costs 950 dollars');
    // Opened again it is what it has become, and another change is told of that.
    const kept = await desk.reopen(shown.get('m1')!.id, place, { id: 'ana', roles: [], isAdmin: false });
    expect(kept).toMatchObject({ answer: { quotes: [{ text: expect.stringContaining('950 dollars') }] } });
    expect(await rest()).toEqual(['sent m1', 'edited m1']);
    await rapporteur.correct('harbour', { kind: 'turn', turn: 1, to: 'Par Holm' });
    await expect.poll(() => done, soon).toEqual(['sent m1', 'edited m1', 'edited m1']);
    expect(textOf(shown.get('m1'))).toContain('Now: the same words, said by Par Holm.');
    expect(textOf(shown.get('m1'))).not.toContain('900 dollars');
  });

  it('stays as it is where what changed is not of its words', async () => {
    await ask('m1', cost);
    await rapporteur.ingest([depthsRecord([['Ola Lund', 'I open the hearing.'], ...depths])]);
    await rapporteur.ingest([depthsRecord(depths, 'another')]);
    expect(await rest()).toEqual(['sent m1']);
    // Its buttons lead to where the words are now.
    await expect
      .poll(async () => (await store.itemOf(place, 'm1'))!.reply, soon)
      .toMatchObject({ answer: { quotes: [{ turn: 2 }] } });
  });

  it.each(['off the record', 'chatham-house', 'restricted slack:T9'])(
    'is taken back when its session becomes %s, and is not opened again',
    async (rule) => {
      const { id } = await ask('m1', cost);
      await rapporteur.setRule({ session: 'harbour' }, rule);
      await expect.poll(() => done, soon).toEqual(['sent m1', 'edited m1']);
      expect(textOf(shown.get('m1'))).toMatch(/^Taken back on /u);
      expect(JSON.stringify([...shown.values()])).not.toMatch(/900|Tanaka|Harbour/u);
      await rapporteur.setRule({ session: 'harbour' }, null);
      expect(await desk.reopen(id, place, { id: 'ana', roles: [], isAdmin: false })).toHaveProperty('refused');
      expect(await rest()).toEqual(['sent m1', 'edited m1']);
    },
  );

  it('tells of an official record that has other words, once for each of its versions', async () => {
    const answer = textOf(await ask('m1', cost));
    await rapporteur.ingest([depthsRecord(costing('A metre costs 900 euros'), 'official')]);
    await rapporteur.link('harbour', 'official', 'official record');
    await expect.poll(() => done, soon).toEqual(['sent m1', 'edited m1']);
    const text = textOf(shown.get('m1'));
    expect(text).toContain(answer.split('\n')[0]);
    expect(text).toMatch(/Now: the official record has “.*900 euros/u);
    await rapporteur.ingest([depthsRecord(depths, 'another')]);
    expect(await rest()).toEqual(['sent m1', 'edited m1']);
  });

  it('is checked again where it was a verification', async () => {
    await ask('m1', { name: 'verify', quotation: 'A metre costs 900 dollars' });
    await rapporteur.ingest([depthsRecord(costing('A metre costs 950 dollars'))]);
    await expect.poll(() => done, soon).toEqual(['sent m1', 'edited m1']);
    expect(shown.get('m1')).toMatchObject({
      verification: { verdict: 'altered', notice: expect.stringMatching(/^Checked again on /u) },
    });
  });

  it('is told to who asked where its message cannot be edited, or to nobody, as the place sets', async () => {
    await ask('m1', cost, true);
    await rapporteur.ingest([depthsRecord(costing('A metre costs 950 dollars'))]);
    await expect.poll(() => done, soon).toEqual(['sent m1', 'told ana']);
    expect(textOf(shown.get('to ana'))).toMatch(
      /has changed\n\[1\] Before: “A metre costs 900.*Now: “A metre costs 950/u,
    );
    const admin = { id: 'ada', roles: [], isAdmin: true };
    const at = {
      place,
      thread: null,
      conversation: 'x',
      event: null,
      isDirect: false,
      onlyForAsker: false,
      replyTo: null,
    };
    const off: Command = { name: 'changes', told: false };
    await desk.receive({ ...at, asker: { ...admin, isAdmin: false }, message: 'm2', command: off });
    await expect.poll(() => shown.get('m2'), soon).toMatchObject({ why: 'refused' });
    await desk.receive({ ...at, asker: admin, message: 'm3', command: off });
    await expect.poll(() => shown.get('m3'), soon).toMatchObject({ kind: 'panel' });
    await rapporteur.ingest([depthsRecord(costing('A metre costs 999 dollars'))]);
    await expect
      .poll(async () => (await store.item(shown.get('m1')!.id))!.reply, soon)
      .toMatchObject({
        answer: { quotes: [{ text: expect.stringContaining('999') }] },
      });
    expect(await rest()).toEqual(['sent m1', 'told ana', 'sent m2', 'sent m3']);
  });

  it('is taken away where the words are to be withdrawn and nobody can edit it', async () => {
    await ask('m1', cost);
    canEdit = false;
    await rapporteur.setRule({ session: 'harbour' }, 'off the record');
    await expect.poll(() => done, soon).toEqual(['sent m1', 'removed m1', 'told ana']);
    expect(JSON.stringify([...shown.values()])).not.toContain('900');
  });

  it('is looked at by the next process where the library changed while none ran', async () => {
    await ask('m1', cost);
    await desk.stop();
    await rapporteur.ingest([depthsRecord(costing('A metre costs 950 dollars'))]);
    await open().start();
    await expect.poll(() => done, soon).toEqual(['sent m1', 'edited m1']);
    expect(await rest()).toEqual(['sent m1', 'edited m1']);
  });

  it('is forgotten with who asked', async () => {
    await ask('m1', cost);
    await store.forgetPerson({ platform: 'paper', workspace: null, user: 'ana' });
    await rapporteur.ingest([depthsRecord(costing('A metre costs 950 dollars'))]);
    expect(await rest()).toEqual(['sent m1']);
  });
});
