/** Who looked past a rule, when and why: one JSON object a line in `audit.jsonl`, in the library's folder. */
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { LibraryError, type Overruling } from '../library.ts';

/** On disk when it resolves. Rejects with a `LibraryError` where it cannot be written: then nothing may be shown. */
export async function noteOverruling(folder: string, overruling: Overruling): Promise<void> {
  const file = path.join(folder, auditName);
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

/** In order. A line that was cut off in the middle is left out. */
export function overrulingsIn(folder: string): Overruling[] {
  const file = path.join(folder, auditName);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Overruling];
      } catch {
        return [];
      }
    });
}

const auditName = 'audit.jsonl';
