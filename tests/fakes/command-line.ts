/** The command line over a library in a folder: what a command prints, and its exit code. */
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { Readable, Writable } from 'node:stream';
import { commandLine } from '../../adapters/terminal/commands.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';

/** Runs one command; errors that the command line throws are told as it would tell them. */
export async function runCommand(
  argv: string[],
  { open, columns = 80 }: { open: () => Rapporteur; columns?: number },
): Promise<{ code: number; output: string }> {
  let output = '';
  const line = commandLine({
    open,
    openChats: async () => openChatStore(temporaryFolder()),
    chat: async () => {},
    others: [],
    input: Readable.from([]),
    output: new Writable({
      write(text: Buffer, _encoding, done) {
        output += text.toString();
        done();
      },
    }),
    look: { columns, colours: false },
    tell: () => {},
    onProgress: () => {},
    untilStopped: async () => {},
  });
  try {
    return { code: await line.run(argv), output };
  } catch (error) {
    return { code: 1, output: `${output}${(error as Error).message}` };
  }
}
