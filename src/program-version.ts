/** Which version of the program this is, as `package.json` has it. */
import { readFileSync } from 'node:fs';

export const { version: programVersion } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };
