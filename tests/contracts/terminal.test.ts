import { fakeTerminal } from '../fakes/terminal.ts';
import { testChatAdapter } from './chat-adapter.ts';

/** One terminal is one place; what is printed between two questions is one reply. */
testChatAdapter('the terminal', async (rapporteur) => {
  const replies: { place: string; text: string }[] = [];
  const { adapter, input } = fakeTerminal(rapporteur, (text) => replies.push({ place: 'terminal', text }));
  return {
    adapter,
    ask: async (text) => {
      input.write(`${text}\n`);
      return 'terminal';
    },
    replies: async () => replies,
    close: async () => {
      input.destroy();
    },
  };
});
