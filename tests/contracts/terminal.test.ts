import { PassThrough } from 'node:stream';
import { terminalAdapter } from '../../adapters/terminal/terminal.ts';
import { testChatAdapter } from './chat-adapter.ts';

/** One terminal is one place; what is printed between two questions is one reply. */
testChatAdapter('the terminal', async (rapporteur) => {
  const input = new PassThrough();
  const replies: { place: string; text: string }[] = [];
  const output = new PassThrough();
  output.setEncoding('utf8').on('data', (text: string) => replies.push({ place: 'terminal', text }));
  const adapter = terminalAdapter({
    rapporteur,
    input,
    output,
    look: { columns: 80, colours: false },
    interactive: false,
    onError: () => {},
    random: Math.random,
  });
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
