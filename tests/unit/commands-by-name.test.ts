/** Each command is loaded by its name alone, and `--help` lists them all. */
import { describe, expect, it } from 'vitest';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { runCommand } from '../fakes/command-line.ts';

const over = { open: () => fakeRapporteur() };

/** As `--help` lists them. */
const { output } = await runCommand(['--help'], over);
const listed = [...output.matchAll(/^ {2}([a-z]+)(?: |\|)/gmu)]
  .map(([, name]) => name!)
  .filter((name) => name !== 'help');

describe('a command', () => {
  it('is listed', () => {
    expect(listed).toContain('ask');
    expect(listed).toContain('uncollect');
    expect(listed.length).toBeGreaterThan(30);
  });

  it.each(listed)('%s is found without the others', async (name) => {
    expect((await runCommand([name, '--help'], over)).output).toContain(`Usage: rapporteur ${name}`);
  });

  it('of a name that there is not is refused', async () => {
    const { code } = await runCommand(['answer'], over);
    expect(code).toBe(1);
  });
});
