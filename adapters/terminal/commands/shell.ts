/** What every command of the command line works with. */
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { ChatStore } from '../../../src/chat/chat-store.ts';
import type { Check } from '../../../src/operations/doctor.ts';
import type { IngestProgress, Rapporteur } from '../../../src/rapporteur.ts';
import type { Look } from '../columns.ts';

export interface Shell {
  /** Opens the library for the work and closes it after. */
  using: (work: (rapporteur: Rapporteur) => Promise<void>, how?: Using) => Promise<void>;
  /** Works on what chats keep, and closes it once the work is over. */
  chats: <T>(work: (store: ChatStore) => Promise<T>) => Promise<T>;
  /** Puts what chats keep, and tokens, into another place, as `library move` does with the library. */
  moveRest: (to: string, onProgress: (progress: IngestProgress) => void) => Promise<MovedRest>;
  /** Whether words of questions that people asked in chats may be shown here. */
  showsWords: boolean;
  /** Looks at the machine, the servers and the tokens. */
  checks: () => Promise<Check[]>;
  /** One JSON object out for each line of the file in, in order. A line that cannot be read gets an object with `error`. */
  batch: <Line>(file: string, schema: z.ZodType<Line>, run: (line: Line) => Promise<object>) => Promise<void>;
  print: (text: string) => void;
  printJson: (value: unknown) => void;
  /** The program ends with exit code 1, once it is done. */
  fail: () => void;
  input: Readable;
  look: Look;
  /** Shows how far long work has come; `null` when it is over. */
  onProgress: (progress: IngestProgress | null) => void;
  /** Resolves when the program is told to stop. */
  untilStopped: () => Promise<void>;
}

export interface Using {
  /** Also opens a library whose vectors another embedder made, for a rebuild. */
  anyEmbedder?: boolean;
  /**
   * A library that an earlier version made: `beside` the work it is brought over as far as it goes, which is the
   * default; `work` sees to it by itself, or has no need of it.
   */
  broughtOver?: 'beside' | 'work';
}

/** Rows of the chats' store, and tokens of assistants and other programs. */
export interface MovedRest {
  chats: { moved: number; already: number };
  tokens: number;
}

/** Something wrong with how a command was called. */
export class CommandError extends Error {
  override name = 'CommandError';
}
