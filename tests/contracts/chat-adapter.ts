/** What every place people ask must do, whatever the platform. Each adapter runs this suite through its own wire. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatAdapter } from '../../src/chat/chat.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { type FakeRapporteur, fakeRapporteur, inventedSessions, questionAndReply } from '../fakes/rapporteur.ts';

/** An adapter, not yet started, and the person before it. */
export interface OpenChat {
  adapter: ChatAdapter;
  /** Somebody types a question where people ask; resolves to the place it stands in, as the platform names it, once it was delivered. */
  ask(text: string): Promise<string>;
  /** What the bot has posted so far, without its statuses: each reply as people read it, and where it stands. */
  replies(): Promise<{ place: string; text: string }[]>;
  /** Delivers the last question a second time, as the platform does when it is unsure; absent where that cannot be. */
  redeliver?(): Promise<void>;
  /**
   * Cuts the adapter off as a kill would, and resolves to another on the same store and platform, not yet
   * started; absent where nothing outlives the process.
   */
  killAndReopen?(rapporteur: Rapporteur): Promise<OpenChat>;
  /** Frees whatever was opened, also what `killAndReopen` left behind. */
  close(): Promise<void>;
}

export function testChatAdapter(name: string, open: (rapporteur: Rapporteur) => Promise<OpenChat>): void {
  describe(`${name} as a place people ask`, () => {
    const opened: OpenChat[] = [];
    afterEach(async () => {
      for (const chat of opened.splice(0).reverse()) {
        await chat.close();
      }
    });

    async function started(rapporteur: FakeRapporteur): Promise<OpenChat> {
      const chat = await open(rapporteur);
      opened.push(chat);
      await chat.adapter.start();
      return chat;
    }

    const repliesOf = (chat: OpenChat, count: number) =>
      expect.poll(() => chat.replies(), { timeout: 60_000 }).toHaveLength(count);

    it('gives one reply to one question, in the place it was asked', async () => {
      const chat = await started(fakeRapporteur());
      const place = await chat.ask('Who pays for calibration?');
      await repliesOf(chat, 1);
      await chat.adapter.stop();
      const replies = await chat.replies();
      expect(replies).toHaveLength(1);
      expect(replies[0]!.place).toBe(place);
      expect(replies[0]!.text).toContain('Calibration is what nobody pays for');
      expect(replies[0]!.text).toContain('Tomáš Novák');
    });

    it('says politely that it failed, with a reference and without the cause', async () => {
      const rapporteur = fakeRapporteur();
      rapporteur.failWith(new Error('disk on fire at /var/library'));
      const chat = await started(rapporteur);
      const place = await chat.ask('Who pays for calibration?');
      await repliesOf(chat, 1);
      await chat.adapter.stop();
      const [reply] = await chat.replies();
      expect(reply!.place).toBe(place);
      expect(reply!.text).toMatch(/sorry.*reference.*\w{6}/is);
      expect(reply!.text).not.toMatch(/disk on fire|library|Error:/);
    });

    it('answers the next question after a failure', async () => {
      const rapporteur = fakeRapporteur();
      rapporteur.failWith(new Error('once'));
      const chat = await started(rapporteur);
      await chat.ask('Who pays for calibration?');
      await repliesOf(chat, 1);
      rapporteur.failWith(null);
      await chat.ask('What does a sleeping car cost?');
      await repliesOf(chat, 2);
      expect((await chat.replies())[1]!.text).toContain('three ordinary carriages');
    });

    /** The one reply to one question, on one line. */
    async function answerTo(text: string, rapporteur: FakeRapporteur): Promise<string> {
      const chat = await started(rapporteur);
      await chat.ask(text);
      await repliesOf(chat, 1);
      await chat.adapter.stop();
      return (await chat.replies())[0]!.text.replaceAll(/\s+/g, ' ');
    }

    it('shows what a reply replies to, before it and apart from it', async () => {
      const sessions = [...inventedSessions, questionAndReply];
      const shown = await answerTo('What about the harbour?', fakeRapporteur({ sessions }));
      const asked = 'Asked by Ana Ruiz: “How deep is the harbour?”';
      expect(shown).toContain(asked);
      expect(shown.indexOf('Nine metres, at low water.')).toBeGreaterThan(shown.indexOf(asked));
      expect(shown).toContain('Par Holm');
      expect(shown.split('“How deep is the harbour?”')).toHaveLength(2);
    });

    it('says of what comes nearest that it is no sure answer, and how it was found', async () => {
      const byWords = await answerTo('Is anything said of calibrating?', fakeRapporteur());
      expect(byWords).toMatch(/Nothing certain was found.*not sure to be an answer.*Calibration is what nobody pays/);
      expect(byWords).toContain('found by its words');
      expect(byWords).not.toContain('[1]');
      const byMeaning = await answerTo('Do wagons matter?', fakeRapporteur());
      expect(byMeaning).toMatch(/not sure to be an answer.*three ordinary carriages/);
      expect(byMeaning).toContain('near in meaning');
    });

    it('lets what is in flight finish when it stops', async () => {
      const rapporteur = fakeRapporteur();
      const release = rapporteur.hold();
      const chat = await started(rapporteur);
      await chat.ask('Who pays for calibration?');
      await expect.poll(() => rapporteur.asked.length, { timeout: 60_000 }).toBe(1);
      let isStopped = false;
      const stopped = (async () => {
        await chat.adapter.stop();
        isStopped = true;
      })();
      await setImmediate();
      expect(isStopped).toBe(false);
      release();
      await stopped;
      expect(await chat.replies()).toHaveLength(1);
    });

    it('answers a question that is delivered twice once', async ({ skip }) => {
      const chat = await started(fakeRapporteur());
      if (!chat.redeliver) {
        skip('nothing is delivered twice here');
        return;
      }
      await chat.ask('Who pays for calibration?');
      await chat.redeliver();
      await repliesOf(chat, 1);
      await chat.redeliver();
      await chat.ask('What does a sleeping car cost?');
      await repliesOf(chat, 2);
      await chat.adapter.stop();
      expect((await chat.replies()).map(({ text }) => text.includes('three ordinary carriages'))).toEqual([
        false,
        true,
      ]);
    });

    it('answers after a restart what was in flight at a kill, once', async ({ skip }) => {
      const rapporteur = fakeRapporteur();
      rapporteur.hold();
      const chat = await started(rapporteur);
      if (!chat.killAndReopen) {
        skip('nothing outlives the process here');
        return;
      }
      const place = await chat.ask('Who pays for calibration?');
      await expect.poll(() => rapporteur.asked.length, { timeout: 60_000 }).toBe(1);
      const reopened = await chat.killAndReopen(fakeRapporteur());
      opened.push(reopened);
      expect(await reopened.replies()).toHaveLength(0);
      await reopened.adapter.start();
      await repliesOf(reopened, 1);
      await reopened.adapter.stop();
      const replies = await reopened.replies();
      expect(replies).toHaveLength(1);
      expect(replies[0]!.place).toBe(place);
      expect(replies[0]!.text).toContain('Calibration is what nobody pays for');
    });
  });
}
