/** A real browser: Debian's Chromium, or what `CHROMIUM` names. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why no page can be opened here, or null. */
export const noChromium = existsSync(program)
  ? null
  : `there is no ${program}: install Chromium (apt-get install -y chromium), or name it in CHROMIUM`;

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
}
