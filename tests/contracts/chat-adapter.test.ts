/** The contract on the smallest platform there is, so that a failure elsewhere is the platform's. */
import { pino } from 'pino';
import { answerText, panelText, verificationText, viewAnswer, viewVerification } from '../../src/chat/answer-view.ts';
import { chatDesk } from '../../src/chat/desk.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { parseCommand } from '../../src/chat/commands.ts';
import type { Post } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { type OpenChat, testChatAdapter } from './chat-adapter.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

testChatAdapter('A sheet of paper', async (rapporteur) => {
  const folder = temporaryFolder();
  const chat = paperChat(rapporteur, openChatStore(folder), []);
  return {
    ...chat,
    async close() {
      await chat.close();
    },
  };
});

function paperChat(rapporteur: Rapporteur, store: ChatStore, sheet: { place: string; text: string }[]): OpenChat {
  const desk = chatDesk({
    platform: 'paper',
    rapporteur,
    store,
    askWith: '',
    log: pino({ level: 'silent' }),
    delivery: {
      status: async () => {},
      async send(post, reply) {
        sheet.push({ place: post.place.channel, text: textOf(reply) });
        return String(sheet.length);
      },
      remove: async () => {},
      revise: async () => 'refused',
      placeOf: () => null,
      tellAsker: async () => {},
    },
  });
  let last: Post | null = null;
  return {
    adapter: { name: 'paper', start: () => desk.start(), stop: () => desk.stop() },
    async ask(text) {
      last = {
        place: { platform: 'paper', workspace: '', channel: 'margin' },
        thread: null,
        conversation: 'margin',
        asker: { id: 'ana', roles: [], isAdmin: false },
        message: text,
        event: text,
        command: parseCommand(text),
        isDirect: false,
        onlyForAsker: false,
        replyTo: null,
      };
      await desk.receive(last);
      return 'margin';
    },
    replies: async () => [...sheet],
    async redeliver() {
      await desk.receive(last!);
    },
    killAndReopen: async (another) => ({ ...paperChat(another, store, sheet), close: async () => {} }),
    async close() {
      await store.close();
    },
  };
}

function textOf(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return answerText(viewAnswer(reply.answer));
    case 'verification':
      return verificationText(viewVerification(reply.verification));
    case 'paper':
    case 'panel':
      return panelText(reply.panel);
    default:
      return reply.text;
  }
}
