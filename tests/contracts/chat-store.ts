/** What every store of chats must do, as `src/chat/chat-store.ts` says it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../src/answer.ts';
import type { ChatStore, Feedback } from '../../src/chat/chat-store.ts';
import type { Post } from '../../src/chat/post.ts';
import { defaultSettings, type PlaceSettings } from '../../src/chat/settings.ts';
import type { StoreOptions } from '../../src/chat/store/stored.ts';
import type { Limit } from '../../src/chat/token-ledger.ts';
import { feedbackIn } from '../fixtures/feedback.ts';
import { place, post } from '../fixtures/posts.ts';

export interface OpenedChats {
  /** As often as wanted, each as another process has it. */
  open(limits?: Limit[], options?: StoreOptions): Promise<ChatStore>;
  /** Takes away what is left, once all that were opened are closed. */
  tidy: () => unknown;
}

const answer: Answer = {
  question: 'Q?',
  status: 'answered',
  text: 'A.',
  quotes: [],
  report: [],
  related: [],
  model: null,
};
const reply = { kind: 'answer' as const, id: 'q1', answer };

/** `isShared`: processes may be at work on it beside each other. */
export function chatStoreContract(
  name: string,
  make: () => Promise<OpenedChats>,
  { isShared }: { isShared: boolean },
): void {
  describe(`the chats' store in ${name}`, () => {
    let chats: OpenedChats;
    let store: ChatStore;
    let others: ChatStore[] = [];
    beforeEach(async () => {
      chats = await make();
      store = await chats.open();
    });
    afterEach(async () => {
      for (const one of [store, ...others.splice(0)]) await one.close();
      await chats.tidy();
    });

    async function reopen(): Promise<void> {
      await store.close();
      store = await chats.open();
    }

    async function another(limits?: Limit[], options?: StoreOptions): Promise<ChatStore> {
      const other = await chats.open(limits, options);
      others.push(other);
      return other;
    }

    describe('the inbox', () => {
      it('keeps a question as it was asked', async () => {
        const asked = post();
        await store.receive('q1', asked, 'ana', 1000);
        await reopen();
        expect(await store.item('q1')).toEqual({
          id: 'q1',
          post: asked,
          state: 'received',
          receivedMs: 1000,
          revision: 1,
          reply: null,
          libraryVersion: null,
          sent: null,
          onlyFor: 'ana',
          isOurs: false,
        });
        expect((await store.itemOf(place, asked.message))?.id).toBe('q1');
        expect(await store.itemOf({ ...place, channel: 'C2' }, asked.message)).toBeNull();
        expect(await store.item('other')).toBeNull();
      });

      it('knows a second delivery by its event, and a second event by its message', async () => {
        const asked = post();
        expect(await store.receive('q1', asked, null, 0)).not.toBeNull();
        expect(await store.receive('q2', asked, null, 0)).toBeNull();
        expect(await store.receive('q3', { ...asked, event: 'another' }, null, 0)).toBeNull();
        expect(await store.receive('q4', { ...asked, event: null }, null, 0)).toBeNull();
        expect(await store.receive('q5', { ...asked, message: 'another' }, null, 0)).toBeNull();
        expect(await store.receive('q6', post({ event: null }), null, 0)).not.toBeNull();
        expect(
          await store.receive('q7', { ...asked, event: 'a third', place: { ...place, channel: 'C2' } }, null, 0),
        ).not.toBeNull();
        expect((await store.unfinished('slack')).map(({ id }) => id)).toEqual(['q1', 'q6', 'q7']);
        expect(await store.unfinished('discord')).toEqual([]);
      });

      it('goes from received to ready to answered', async () => {
        const item = (await store.receive('q1', post(), null, 0))!;
        expect(await store.keepReply(item, reply, 'v1', 1)).toBe(true);
        expect(await store.item('q1')).toMatchObject({ state: 'ready', reply, libraryVersion: 'v1', sent: null });
        expect(await store.unfinished('slack')).toHaveLength(1);
        expect(await store.finish(item, 'answered', 'sent-1', 2)).toMatchObject({ state: 'answered', sent: 'sent-1' });
        expect(await store.unfinished('slack')).toEqual([]);
      });

      it('does not keep the answer to words that were changed meanwhile', async () => {
        const item = (await store.receive('q1', post(), null, 0))!;
        const reworded = await store.reword('q1', { name: 'ask', question: 'Other words?' }, 5);
        expect(reworded).toMatchObject({
          state: 'received',
          revision: 2,
          receivedMs: 5,
          post: { command: { question: 'Other words?' }, message: item.post.message },
        });
        expect(await store.keepReply(item, reply, null, 6)).toBe(false);
        expect(await store.keepReply(reworded!, reply, null, 6)).toBe(true);
      });

      it('notes what was posted also when the words were changed while it was being posted', async () => {
        const item = (await store.receive('q1', post(), null, 0))!;
        await store.keepReply(item, reply, null, 1);
        await store.reword('q1', { name: 'ask', question: 'Other words?' }, 2);
        expect(await store.finish(item, 'answered', 'sent-1', 3)).toMatchObject({
          state: 'received',
          sent: 'sent-1',
          reply: null,
        });
      });

      it('takes whatever is typed', async () => {
        const question = 'A\u0000 \ud83d?';
        const item = (await store.receive('q1', post({ question }), null, 0))!;
        expect(item.post.command).toEqual({ name: 'ask', question });
        const asked: Answer = { ...answer, question };
        await store.keepReply(item, { ...reply, answer: asked }, null, 1);
        expect((await store.item('q1'))?.reply).toMatchObject({ answer: { question } });
        await store.saveFeedback({
          id: 'q1',
          place,
          user: 'ben',
          verdict: 'bad',
          reason: question,
          question,
          answer: asked,
          libraryVersion: null,
          timeMs: 2,
        });
        expect((await feedbackIn(store))[0]).toMatchObject({ reason: question, question });
        await store.collected.add([], { note: question, tag: '', isPrivate: false }, place, 'ana', 3);
        expect(await store.gaps()).toHaveLength(1);
      });

      it('drops', async () => {
        const item = (await store.receive('q1', post(), null, 0))!;
        await store.drop('q1', 1);
        expect(await store.keepReply(item, reply, null, 2)).toBe(false);
        expect(await store.finish(item, 'answered', 'sent-1', 3)).toMatchObject({ state: 'dropped', sent: 'sent-1' });
        expect(await store.unfinished('slack')).toEqual([]);
      });

      it('gives what was posted by the time it is dropped, and is not asked anew after that', async () => {
        const item = (await store.receive('q1', post(), null, 0))!;
        await store.keepReply(item, reply, null, 1);
        await store.finish(item, 'answered', 'sent-1', 2);
        expect(await store.drop('q1', 3)).toMatchObject({ state: 'dropped', sent: 'sent-1', reply: null });
        expect(await store.drop('q1', 4)).toBeNull();
        const command = { name: 'ask' as const, question: 'Other words?' };
        expect([await store.reword('q1', command, 5), await store.reword('nothing', command, 5)]).toEqual([null, null]);
        expect(await store.unfinished('slack')).toEqual([]);
      });

      it('forgets what is finished and old, and keeps what is not', async () => {
        const old = (await store.receive('old', post(), null, 0))!;
        await store.keepReply(old, reply, null, 1);
        await store.finish(old, 'answered', null, 10);
        await store.receive('waiting', post(), null, 0);
        const recent = (await store.receive('recent', post(), null, 0))!;
        await store.keepReply(recent, reply, null, 1);
        await store.finish(recent, 'answered', null, 200);
        expect(await store.forget(100)).toBe(1);
        expect([
          await store.item('old'),
          (await store.item('waiting'))?.state,
          (await store.item('recent'))?.state,
        ]).toEqual([null, 'received', 'answered']);
      });
    });

    describe('the conversation', () => {
      it('is the earlier questions, oldest first and no more than asked for', async () => {
        for (const id of ['1', '2', '3']) {
          await store.receive(id, post({ question: `Q${id}?` }), null, Number(id));
        }
        await store.receive('list', post({ command: { name: 'sessions' } }), null, 4);
        await store.receive('other', post({ question: 'Elsewhere?', conversation: 'C2' }), null, 5);
        const item = (await store.receive('4', post(), null, 6))!;
        expect(await store.history(item, 10, 0)).toEqual(['Q1?', 'Q2?', 'Q3?']);
        expect(await store.history(item, 2, 0)).toEqual(['Q2?', 'Q3?']);
        expect(await store.history(item, 10, 3)).toEqual(['Q3?']);
        expect(await store.history((await store.item('1'))!, 10, 0)).toEqual([]);
      });

      it("is not told another's private questions, nor deleted or refused ones", async () => {
        await store.receive('1', post({ question: 'Private?', user: 'ben' }), 'ben', 1);
        await store.receive('2', post({ question: 'My private?' }), 'ana', 2);
        await store.receive('3', post({ question: 'Deleted?' }), null, 3);
        await store.drop('3', 3);
        const refused = (await store.receive('4', post({ question: 'Refused?' }), null, 4))!;
        await store.keepReply(refused, { kind: 'notice', id: '4', why: 'refused', text: 'No.' }, null, 4);
        await store.receive('5', post({ question: 'Shared?', user: 'ben' }), 'ben', 5);
        await store.share('5', 5);
        const item = (await store.receive('6', post(), null, 6))!;
        expect(await store.history(item, 10, 0)).toEqual(['My private?', 'Shared?']);
        expect(await store.history(item, 10, 0, true)).toEqual(['Shared?']);
      });

      it('counts what a person asked in a place up to a question', async () => {
        await store.receive('1', post(), null, 10);
        await store.receive('2', post({ user: 'ben' }), null, 10);
        await store.receive('3', post({ command: { name: 'sessions' } }), null, 10);
        await store.receive('4', post({ place: { ...place, channel: 'C2' } }), null, 10);
        const item = (await store.receive('5', post(), null, 10))!;
        const later = (await store.receive('6', post(), null, 10))!;
        expect([
          await store.askedUpTo(item, 0),
          await store.askedUpTo(later, 0),
          await store.askedUpTo(later, 11),
        ]).toEqual([2, 3, 0]);
        const reworded = await store.reword('1', { name: 'ask', question: 'Anew?' }, 20);
        expect(await store.askedUpTo(reworded!, 0)).toBe(4);
        await store.keepReply(reworded!, { kind: 'notice', id: '1', why: 'refused', text: 'No.' }, null, 21);
        expect(await store.askedUpTo(later, 0)).toBe(2);
      });
    });

    describe('settings', () => {
      it("are the channel's over the workspace's over the defaults", async () => {
        await store.saveSettings({ ...place, channel: '' }, { questionsPerHour: 5, reply: 'asker' });
        await store.saveSettings(place, { reply: 'thread', scope: { events: ['Water Days 2025'] } });
        expect(await store.settings(place)).toEqual({
          ...defaultSettings,
          questionsPerHour: 5,
          scope: { events: ['Water Days 2025'] },
        });
        expect(await store.settings({ ...place, channel: 'C2' })).toEqual({
          ...defaultSettings,
          questionsPerHour: 5,
          reply: 'asker',
        });
        expect(await store.settings({ ...place, workspace: 'T2' })).toEqual(defaultSettings);
        expect(await store.ownSettings(place)).toEqual({ reply: 'thread', scope: { events: ['Water Days 2025'] } });
      });

      it('changed by many at once keep every change', async () => {
        const other = await another();
        const add = (event: string) => (own: Partial<PlaceSettings>) => ({
          ...own,
          scope: { events: [...(own.scope?.events ?? []), event] },
        });
        const events = Array.from({ length: 10 }, (_, number) => `Event ${number}`);
        await Promise.all(events.map((event, at) => (at % 2 ? store : other).changeSettings(place, add(event))));
        expect((await store.settings(place)).scope?.events?.toSorted()).toEqual(events);
      });
      it('can go back to what they inherit', async () => {
        await store.saveSettings(place, { questionsPerHour: 1 });
        await store.saveSettings(place, {});
        expect(await store.settings(place)).toEqual(defaultSettings);
      });
      it('can undo a limit of the workspace', async () => {
        await store.saveSettings({ ...place, channel: '' }, { questionsPerHour: 1 });
        await store.saveSettings(place, { questionsPerHour: null });
        expect((await store.settings(place)).questionsPerHour).toBeNull();
      });
    });

    function verdict(change: Partial<Feedback>): Feedback {
      return {
        id: 'q1',
        place,
        user: 'ana',
        verdict: 'good',
        reason: null,
        question: 'Q?',
        answer,
        libraryVersion: 'v1',
        timeMs: 1,
        ...change,
      };
    }

    describe('feedback', () => {
      it('is exported oldest first, the last verdict of each person on each answer', async () => {
        await store.saveFeedback(verdict({}));
        await store.saveFeedback(verdict({ user: 'ben' }));
        await store.saveFeedback(verdict({ verdict: 'bad', reason: 'Wrong “speaker”\nreally', timeMs: 2 }));
        await reopen();
        expect(await feedbackIn(store)).toEqual([
          verdict({ verdict: 'bad', reason: 'Wrong “speaker”\nreally', timeMs: 2 }),
          verdict({ user: 'ben' }),
        ]);
      });
    });

    describe('installations', () => {
      it('are kept, replaced and removed', async () => {
        await store.installations('secret').save('T1', { bot: { token: 'xoxb-first' } });
        await store.installations('secret').save('T1', { bot: { token: 'xoxb-invented' } });
        await reopen();
        const installations = store.installations('secret');
        expect(await installations.load('T1')).toEqual({ bot: { token: 'xoxb-invented' } });
        await installations.remove('T1');
        expect(await installations.load('T1')).toBeNull();
      });
    });

    describe('what is remembered', () => {
      it('is told once in each workspace, also after a restart, and again where the workspace was forgotten', async () => {
        expect(await store.tellOnce('slack:T1', 'hello C1', 1)).toBe(true);
        expect(await store.tellOnce('slack:T2', 'hello C1', 1)).toBe(true);
        expect(await store.tellOnce('slack:T1', 'hello C2', 1)).toBe(true);
        await reopen();
        expect(await store.tellOnce('slack:T1', 'hello C1', 2)).toBe(false);
        await store.forgetOrigin('slack:T1');
        expect(await store.tellOnce('slack:T1', 'hello C1', 3)).toBe(true);
        expect(await store.tellOnce('slack:T2', 'hello C1', 3)).toBe(false);
      });
      it('is the last message that came in', async () => {
        expect(await store.lastSeen('discord')).toBeNull();
        await store.noteSeen('discord', '900', 1);
        await store.noteSeen('discord', '901', 2);
        await reopen();
        expect(await store.lastSeen('discord')).toBe('901');
        expect(await store.lastSeen('slack')).toBeNull();
      });
      it('is where everyone has seen an answer, or will', async () => {
        const answered = async (id: string, conversation: string, onlyFor: string | null, sent: string | null) => {
          const item = (await store.receive(id, post({ conversation }), onlyFor, 0))!;
          await store.keepReply(item, reply, 'v1', 1);
          await store.finish(item, 'answered', sent, 2);
        };
        await answered('q1', 'open', null, 'sent-1');
        await answered('q2', 'private', 'ana', 'sent-2');
        await answered('q3', 'unsent', null, null);
        await store.receive('q4', post({ conversation: 'waiting' }), null, 0);
        await store.receive('q5', post({ conversation: 'dropped' }), null, 0);
        await store.drop('q5', 1);
        const conversations = ['open', 'private', 'unsent', 'waiting', 'dropped', 'none'];
        const found = await Promise.all(conversations.map((one) => store.hasAnsweredIn(place, one)));
        expect(conversations.filter((_, at) => found[at])).toEqual(['open', 'waiting']);
        expect(await store.hasAnsweredIn({ ...place, channel: 'C2' }, 'open')).toBe(false);
      });
    });

    it('tells how a workspace uses the bot, and no question that was asked in private', async () => {
      const ask = async (
        id: string,
        change: Partial<Post> & { user?: string; question?: string },
        status: Answer['status'],
        onlyFor: string | null = null,
      ) => {
        const item = (await store.receive(id, post(change), onlyFor, 100))!;
        await store.keepReply(item, { ...reply, id, answer: { ...answer, status } }, 'v1', 101);
      };
      await ask('q1', { question: 'Open to all?' }, 'not_found');
      await ask('q2', { question: 'Near?', user: 'ben' }, 'nearest');
      await ask('q3', { question: 'Private?' }, 'not_found', 'ana');
      await ask('q4', { question: 'Direct?', isDirect: true }, 'not_found');
      await ask('q5', { question: 'Fine?' }, 'answered');
      await ask('q6', { question: 'Elsewhere?', place: { ...place, workspace: 'T2' } }, 'not_found');
      const judged = {
        id: 'q5',
        place,
        verdict: 'good' as const,
        reason: null,
        question: '',
        answer,
        libraryVersion: null,
      };
      await store.saveFeedback({ ...judged, user: 'ana', timeMs: 100 });
      await store.saveFeedback({ ...judged, user: 'ben', verdict: 'bad', timeMs: 5 });
      expect(await store.usage('slack', 'T1', 50)).toEqual({
        questions: 5,
        people: 2,
        answered: 1,
        open: 4,
        good: 1,
        bad: 0,
        openQuestions: ['Near?', 'Open to all?'],
        badAnswers: [],
      });
      // Of what everyone could read, and not of what was asked in private.
      for (const id of ['q1', 'q3', 'q4'])
        await store.saveFeedback({
          ...judged,
          id,
          user: 'ben',
          verdict: 'bad',
          question: id,
          reason: 'Wrong.',
          timeMs: 120,
        });
      expect((await store.usage('slack', 'T1', 50)).badAnswers).toEqual([{ question: 'q1', reason: 'Wrong.' }]);
      expect(await store.usage('slack', 'T1', 200)).toMatchObject({ questions: 0, people: 0, openQuestions: [] });
    });

    describe('what is in hand', () => {
      it('is of who received it, until it is let go', async () => {
        const other = await another();
        expect(await store.receive('q1', post(), null, 0)).toMatchObject({ isOurs: true });
        expect(await other.item('q1')).toMatchObject({ isOurs: false });
        expect(await other.claim('slack', { atStart: false })).toEqual([]);
        await store.letGo('discord');
        expect(await other.claim('slack', { atStart: false })).toEqual([]);
        await store.letGo('slack');
        expect(await other.claim('discord', { atStart: false })).toEqual([]);
        expect(await other.claim('slack', { atStart: false })).toMatchObject([{ id: 'q1', isOurs: true }]);
        expect(await store.claim('slack', { atStart: false })).toEqual([]);
        expect(await store.item('q1')).toMatchObject({ isOurs: false });
      });

      it('is taken up where nothing is heard of its process, and is then no longer its own', async () => {
        const dead = await another([], { leaseMs: 50 });
        const item = (await dead.receive('q1', post(), null, 0))!;
        await dead.receive('q2', post(), null, 0);
        await sleep(100);
        const claimed = await store.claim('slack', { atStart: false });
        expect(claimed.map(({ id }) => id)).toEqual(['q1', 'q2']);
        expect(await dead.keepReply(item, reply, null, 1)).toBe(false);
        expect(await store.keepReply(claimed[0]!, reply, null, 1)).toBe(true);
        expect(await store.item('q1')).toMatchObject({ state: 'ready' });
      });

      it('stays with a process that is heard of', async () => {
        const slow = await another([], { leaseMs: 600 });
        await slow.receive('q1', post(), null, 0);
        await slow.receive('q2', post(), null, 0);
        for (let round = 0; round < 4; round += 1) {
          await sleep(250);
          await slow.hold(['q1']);
        }
        expect((await store.claim('slack', { atStart: false })).map(({ id }) => id)).toEqual(['q2']);
      });

      it('is given out once, however many ask at the same time', async () => {
        for (let number = 0; number < 20; number += 1) await store.receive(`q${number}`, post(), null, number);
        await store.letGo('slack');
        const processes = [store, await another(), await another()];
        const claimed = await Promise.all(processes.map((one) => one.claim('slack', { atStart: false })));
        const ids = claimed.flat().map(({ id }) => id);
        expect(ids.toSorted()).toEqual(Array.from({ length: 20 }, (_, number) => `q${number}`).toSorted());
      });

      it('at a start is all there is, where no other process can be at work', async () => {
        await (await another()).receive('q1', post(), null, 0);
        expect(await store.claim('slack', { atStart: true })).toHaveLength(isShared ? 0 : 1);
      });

      it('stays with who answers it when it is asked anew, and is of who asks where nobody does', async () => {
        const other = await another();
        const item = (await store.receive('q1', post(), null, 0))!;
        expect(await other.reword('q1', { name: 'ask', question: 'Other words?' }, 1)).toMatchObject({ isOurs: false });
        const reworded = (await store.item('q1'))!;
        expect([await store.keepReply(item, reply, null, 2), await store.keepReply(reworded, reply, null, 2)]).toEqual([
          false,
          true,
        ]);
        await store.finish(reworded, 'answered', 'sent-1', 3);
        expect(await other.reword('q1', { name: 'ask', question: 'Yet others?' }, 4)).toMatchObject({
          isOurs: true,
          sent: 'sent-1',
        });
        expect(await store.item('q1')).toMatchObject({ isOurs: false, state: 'received' });
      });

      it('is waited for until it is dropped, asked anew, forgotten or stopped, through whichever process', async () => {
        const other = await another();
        const ask = async (id: string) => (await store.receive(id, post(), null, 1))!;
        const [dropped, reworded, forgotten, stopped] = [
          await ask('1'),
          await ask('2'),
          await ask('3'),
          await ask('4'),
        ];
        await other.receive('5', post({ user: 'ben', command: { name: 'stop' } }), null, 1);
        await other.receive('6', post({ place: { ...place, channel: 'C2' }, command: { name: 'stop' } }), null, 1);
        const wanted = () => Promise.all([dropped, reworded, forgotten, stopped].map((item) => store.isWanted(item)));
        expect(await wanted()).toEqual([true, true, true, true]);
        await other.drop('1', 2);
        const anew = (await other.reword('2', { name: 'ask', question: 'Other words?' }, 5))!;
        await other.remove('3');
        expect(await wanted()).toEqual([false, false, false, true]);
        await other.receive('7', post({ command: { name: 'stop' } }), null, 3);
        expect(await store.isWanted(stopped)).toBe(false);
        // What is asked anew after it was stopped is wanted again.
        expect(await store.isWanted(anew)).toBe(true);
      });

      it('of one delivery comes in once, through however many processes', async () => {
        const processes = [store, await another(), await another()];
        for (let number = 0; number < 10; number += 1) {
          const asked = post();
          const received = await Promise.all(
            processes.map((one, at) => one.receive(`q${number}-${at}`, asked, null, number)),
          );
          expect(received.filter((item) => item !== null)).toHaveLength(1);
        }
      });
    });

    describe('what one process does for all', () => {
      it('is done by one, told by its name, and by another once it lets go or is silent', async () => {
        const other = await another([], { leaseMs: 300 });
        expect(await other.leases.take('connection')).toEqual({ isOurs: true, isNew: true });
        expect(await other.leases.take('connection')).toEqual({ isOurs: true, isNew: false });
        if (isShared)
          expect(await store.leases.take('connection')).toEqual({
            isOurs: false,
            process: expect.stringMatching(new RegExp(`^process ${process.pid} on .`, 'u')),
          });
        await sleep(400);
        expect(await store.leases.take('connection')).toEqual({ isOurs: true, isNew: true });
        expect(await other.leases.take('connection')).toMatchObject({ isOurs: false });
        await store.leases.letGo('connection');
        expect(await other.leases.take('connection')).toEqual({ isOurs: true, isNew: true });
      });
    });

    describe('what was given out', () => {
      async function answered(id: string) {
        const item = (await store.receive(id, post(), null, 0))!;
        await store.keepReply(item, { ...reply, id }, 'v1', 1);
        await store.finish(item, 'answered', `sent-${id}`, 2);
        return item;
      }
      it('is looked at again once for each version, and told once', async () => {
        const [one, two] = [await answered('q1'), await answered('q2')];
        expect(await store.given.unlooked('slack', 'v1')).toEqual([]);
        expect(await store.given.unlooked('slack', 'v2')).toEqual(['q1', 'q2']);
        await store.given.looked(one, 'v2', reply);
        const news = { reply: { ...reply, id: 'q2' }, lines: ['It has changed.'], isTakenBack: false };
        expect(await store.given.keepNews({ ...two, revision: 9 }, 'v2', news)).toBe(false);
        expect(await store.given.keepNews(two, 'v2', news)).toBe(true);
        expect(await store.given.unlooked('slack', 'v2')).toEqual([]);
        expect(await store.given.untold('slack')).toEqual([{ id: 'q2', news, times: 1 }]);
        await store.given.told('q2', 'sent-anew');
        expect(await store.given.untold('slack')).toEqual([]);
        expect(await store.item('q2')).toMatchObject({ sent: 'sent-anew' });
        await store.given.moved('q2', null);
        expect(await store.item('q2')).toMatchObject({ sent: null });
        await store.remove('q2');
        expect(await store.item('q2')).toBeNull();
      });
      it('is shared once', async () => {
        await store.receive('q1', post(), 'ana', 0);
        const shared = await Promise.all([store.share('q1', 1), (await another()).share('q1', 1)]);
        expect(shared.toSorted()).toEqual([false, true]);
      });
    });

    describe('watches', () => {
      const watch = {
        place,
        asker: { id: 'ana', roles: [], isAdmin: false },
        isDirect: false,
        replyTo: { channel: 'C1' },
        watched: { matter: 'calibration' } as never,
        rhythm: { every: 'at once', hour: 8, minute: 0, zone: 'UTC' } as const,
      };
      it('are numbered once and for all, listed and stopped', async () => {
        const first = await store.watches.add(watch, 5);
        expect(first).toEqual({ ...watch, number: first.number, toldMs: 5 });
        const second = await store.watches.add({ ...watch, place: { ...place, channel: 'C2' } }, 6);
        expect(await store.watches.in(place)).toEqual([first]);
        expect(await store.watches.all('slack')).toEqual([first, second]);
        expect(await store.watches.stop(place, [second.number])).toEqual([]);
        expect(await store.watches.stop(place, 'all')).toEqual([first]);
        expect((await store.watches.add(watch, 7)).number).toBeGreaterThan(second.number);
      });
      it('miss nothing that came in after they were told, by however slow a clock', async () => {
        await store.watches.noteSessions(['old'], 5);
        const { toldMs } = await store.watches.add(watch, 1_000);
        await store.watches.noteSessions(['old', 'new'], 900);
        expect((await store.watches.arrivedAfter(toldMs)).map(({ session }) => session)).toEqual(['new']);
      });
      it('know what came in since, and what was told where', async () => {
        await store.watches.noteSessions(['old'], 5);
        await store.watches.noteSessions(['old', 'new', 'with \'marks\', {and} "more"'], 9);
        expect((await store.watches.arrivedAfter(5)).map(({ session }) => session).toSorted()).toEqual(
          ['new', 'with \'marks\', {and} "more"'].toSorted(),
        );
        await store.watches.noteSessions(['old'], 10);
        expect(await store.watches.arrivedAfter(5)).toEqual([]);
        const made = await store.watches.add(watch, 5);
        const asked = post({ command: { name: 'digest', watches: [made.number] } });
        const digest = { post: asked, reply, libraryVersion: 'v1', stories: ['a story'] };
        expect(await store.watches.told([made], 20, { id: 'd1', ...digest }, 20)).toBe(true);
        // Whoever looked at it as it was before is late.
        expect(await store.watches.told([made], 21, { id: 'd2', ...digest }, 21)).toBe(false);
        expect(await store.item('d2')).toBe(null);
        expect(await store.watches.in(place)).toMatchObject([{ toldMs: 20 }]);
        expect([await store.watches.hasTold(place, 'a story'), await store.watches.hasTold(place, 'another')]).toEqual([
          true,
          false,
        ]);
        expect(await store.item('d1')).toMatchObject({ state: 'ready', isOurs: true, libraryVersion: 'v1' });
      });
    });

    it('keeps quotes for a channel or for one person', async () => {
      const quote = { text: 'A “quoted”\u0000 \ud83d word', speaker: null } as unknown as Quote;
      const of = { note: 'a note', tag: 'costs', isPrivate: false };
      const numbers = await store.collected.add([quote], of, place, 'ana', 1);
      await store.collected.add([quote], { ...of, isPrivate: true }, place, 'ana', 2);
      const [open, own] = await store.collected.of(place, 'ana');
      expect([open, own]).toEqual([
        { ...of, quote, number: open!.number },
        { ...of, quote, isPrivate: true, number: own!.number },
      ]);
      expect(numbers).toEqual([open!.number]);
      expect(await store.collected.of(place, 'ben')).toEqual([open]);
      expect(await store.collected.remove(own!.number, place, 'ben')).toBe(false);
      expect(await store.collected.remove(own!.number, place, 'ana')).toBe(true);
      expect(await store.collected.of(place, 'ana')).toEqual([open]);
    });

    it('keeps grants, and forgets one of nothing', async () => {
      await store.grants.save('slack:T1', { sees: 'nothing', mayShare: true });
      await store.grants.save('discord:9', { sees: null, mayShare: true });
      expect(await store.grants.of('slack:T1')).toEqual({ sees: 'nothing', mayShare: true });
      expect(await store.grants.of('slack:T2')).toEqual({ sees: null, mayShare: false });
      await store.grants.save('slack:T1', { sees: null, mayShare: false });
      expect(await store.grants.all()).toEqual([{ origin: 'discord:9', sees: null, mayShare: true }]);
    });

    it('forgets a person, and a workspace', async () => {
      for (const [id, user] of [
        ['q1', 'ana'],
        ['q2', 'ben'],
        ['q3', 'ana'],
      ] as const)
        await store.receive(id, post({ user }), null, Number(id[1]));
      await store.saveFeedback(verdict({ id: 'q1', user: 'ben' }));
      await store.saveFeedback(verdict({ id: 'q2', user: 'ana' }));
      const ana = { platform: 'slack', workspace: 'T1', user: 'ana' };
      expect(await store.keptOf(ana)).toEqual({ questions: 2, opinions: 1, oldestMs: 1 });
      expect(await store.keptOf({ ...ana, workspace: null })).toEqual({ questions: 2, opinions: 1, oldestMs: 1 });
      expect(await store.keptOf({ ...ana, workspace: 'T2' })).toEqual({ questions: 0, opinions: 0, oldestMs: null });
      expect(await store.forgetPerson(ana, 'q3')).toEqual({ questions: 1, opinions: 1, oldestMs: 1 });
      expect(await feedbackIn(store)).toEqual([]);
      expect((await store.unfinished('slack')).map(({ id }) => id)).toEqual(['q2', 'q3']);
      await store.saveSettings(place, { reply: 'asker' });
      await store.left('slack:T1', 5);
      await store.left('slack:T1', 9);
      expect([await store.leftBefore(5), await store.leftBefore(6)]).toEqual([[], ['slack:T1']]);
      await store.returned('slack:T1');
      expect(await store.leftBefore(Number.MAX_SAFE_INTEGER)).toEqual([]);
      expect(await store.origins('slack')).toEqual(['slack:T1']);
      await store.forgetOrigin('slack:T1');
      expect([await store.origins('slack'), await store.unfinished('slack')]).toEqual([[], []]);
    });

    it('lists what went without a certain answer', async () => {
      const item = (await store.receive('q1', post(), null, Date.UTC(2026, 10, 29)))!;
      await store.keepReply(item, { ...reply, answer: { ...answer, status: 'not_found' } }, 'v1', 1);
      await store.saveFeedback(verdict({ verdict: 'bad', timeMs: Date.UTC(2026, 10, 30) }));
      expect(await store.gaps()).toEqual([
        { why: 'not_found', origin: 'slack:T1', day: '2026-11-29', question: 'Q?' },
        { why: 'bad', origin: 'slack:T1', day: '2026-11-30', question: 'Q?' },
      ]);
    });

    it('sets tokens aside for one at a time, and counts them', async () => {
      const limits: Limit[] = [{ of: 'all', per: 'day', tokens: 100 }];
      const now = Date.UTC(2026, 10, 30, 12);
      const ledgers = [(await another(limits)).ledger, (await another(limits)).ledger];
      const asked = { place: 'slack:T1', tokens: 60, nowMs: now, untilMs: now + 1000 };
      const reserved = await Promise.all(ledgers.map((ledger) => ledger.reserve(asked)));
      expect(reserved.filter((one) => one === 'busy')).toHaveLength(1);
      const number = reserved.find((one) => typeof one === 'number')!;
      const [ledger] = ledgers as [ChatStore['ledger'], ChatStore['ledger']];
      expect(await ledger.extend(number, 'slack:T1', 1000, now)).toBe(true);
      const spent = { place: 'slack:T1', purpose: 'answers' as const, inputTokens: 80, outputTokens: 10, nowMs: now };
      expect(await ledger.spend(number, spent)).toEqual(limits);
      await ledger.release(number, { place: 'slack:T1', purpose: 'answers', tokens: 90, nowMs: now });
      expect([await ledger.largest(now), await ledger.used(null, now), await ledger.used('slack:T2', now)]).toEqual([
        90,
        { day: 90, month: 90 },
        { day: 0, month: 0 },
      ]);
      expect(await ledger.places(now)).toEqual([{ place: 'slack:T1', day: 90, month: 90 }]);
      await ledger.reserve({ ...asked, tokens: 5 });
      await ledger.spend(0, { ...spent, inputTokens: 10, outputTokens: 0 });
      expect(await ledger.reserve(asked)).toBe('spent');
    });
  });
}
