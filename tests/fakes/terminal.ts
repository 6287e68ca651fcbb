/** A terminal nobody sits at: what is typed goes in, what is printed comes out. */
import { PassThrough } from 'node:stream';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { terminalAdapter } from '../../adapters/terminal/terminal.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';

export function fakeTerminal(rapporteur: Rapporteur, onPrinted: (text: string) => void) {
  const folder = temporaryFolder();
  const input = new PassThrough();
  const output = new PassThrough();
  output.setEncoding('utf8').on('data', onPrinted);
  const adapter = terminalAdapter({
    rapporteur,
    input,
    output,
    look: { columns: 80, colours: false },
    interactive: false,
    onError: () => {},
    random: Math.random,
    clock: Date.now,
    chats: async (work) => {
      const store = openChatStore(folder);
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    },
  });
  return { adapter, input };
}
