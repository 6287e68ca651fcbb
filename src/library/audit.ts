/** Who looked past a rule, when and why: one JSON object a line in `audit.jsonl`, in the library's folder. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { LibraryError } from './library.ts';

export interface Overruling {
  time: string;
  /** Name of who runs the program, as the system has it. */
  by: string;
  session: string;
  rule: string;
  reason: string;
}

/** On disk when it resolves. Rejects with a `LibraryError` where it cannot be written: then nothing may be shown. */
export async function noteOverruling(folder: string, overruling: Overruling): Promise<void> {
  const file = path.join(folder, 'audit.jsonl');
  try {
    const log = await open(file, 'a');
    try {
      await log.appendFile(`${JSON.stringify(overruling)}\n`);
      await log.sync();
    } finally {
      await log.close();
    }
  } catch (error) {
    throw new LibraryError(
      `${file}: cannot be written (${(error as Error).message}), so the rule of ${overruling.session} is not overruled. Give leave to write there.`,
      { cause: error },
    );
  }
}
