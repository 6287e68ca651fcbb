/** The command line at which nobody sits: what a command prints, and its exit code. */
import { Readable, Writable } from 'node:stream';
import { commandLine } from '../../adapters/terminal/commands.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

interface Over {
  open: () => Rapporteur;
  /** Default: a store of its own, with nothing in it. */
  openChats?: () => Promise<ChatStore>;
  columns?: number;
}

/** A command line whose every printed piece is given to `onPrinted`. */
export function lineOver(
  { open, openChats = async () => openChatStore(temporaryFolder()), columns = 80 }: Over,
  onPrinted: (text: string) => void,
) {
  return commandLine({
    open,
    openChats,
    chat: async () => {},
    others: async () => [],
    input: Readable.from([Buffer.from('Ines Okafor: Good morning.')]),
    output: new Writable({
      write(text: Buffer, _encoding, done) {
        onPrinted(text.toString());
        done();
      },
    }),
    look: { columns, colours: false },
    tell: () => {},
    onProgress: () => {},
    untilStopped: async () => {},
  });
}

/** Runs one command; errors that the command line throws are told as it would tell them. */
export async function runCommand(argv: string[], over: Over): Promise<{ code: number; output: string }> {
  let output = '';
  const line = lineOver(over, (text) => (output += text));
  try {
    return { code: await line.run(argv), output };
  } catch (error) {
    return { code: 1, output: `${output}${(error as Error).message}` };
  }
}

/** What one command prints, without blanks around it; throws what the command line throws. */
export async function printedBy(argv: string[], over: Over): Promise<string> {
  let output = '';
  await lineOver(over, (text) => (output += text)).run(argv);
  return output.trim();
}
