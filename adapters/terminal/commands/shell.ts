/** What every command of the command line works with. */
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { IngestProgress, Rapporteur } from '../../../src/rapporteur.ts';
import type { Look } from '../columns.ts';

export interface Shell {
  /** Opens the library for the work and closes it after; `anyEmbedder` for a rebuild. */
  using: (work: (rapporteur: Rapporteur) => Promise<void>, open?: { anyEmbedder: boolean }) => Promise<void>;
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

/** Something wrong with how a command was called. */
export class CommandError extends Error {
  override name = 'CommandError';
}
