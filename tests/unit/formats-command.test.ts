/** `formats` lists what is read; and every example is read as what it is an example of. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { formatsCommand } from '../../adapters/terminal/commands/formats.ts';
import { formats, parseRecord } from '../../src/records/formats/recognise.ts';

async function printed(...argv: string[]): Promise<string> {
  const lines: string[] = [];
  const program = new Command();
  const print = (text: string) => void lines.push(text);
  formatsCommand(program, { print, printJson: (value) => print(JSON.stringify(value)) });
  await program.parseAsync(['formats', ...argv], { from: 'user' });
  return lines.join('\n');
}

describe('formats', () => {
  it('lists every format with its makers and an example', async () => {
    const text = await printed();
    for (const { name, makers = [] } of formats) for (const each of [name, ...makers]) expect(text).toContain(each);
    expect(text).toContain('    1\n    00:00:01,000 --> 00:00:03,000\n    Ana Lind: Hello.');
    expect(text).toMatch(/Word \(\.docx\), OpenDocument/);
  });

  it('prints them as JSON', async () => {
    const listed = JSON.parse(await printed('--json')) as object[];
    expect(listed).toHaveLength(formats.length);
    expect(listed[0]).toEqual({ name: expect.any(String), makers: [], example: expect.any(String) });
  });

  it.each(formats.map(({ name, example }) => [name, example] as const))('has an example of %s', (name, example) => {
    const parsed = parseRecord({ name: 'example', text: example, address: null });
    expect(parsed.format).toBe(name);
    expect(parsed.sessions.length > 0 || name === 'Zoom chat').toBe(true);
  });
});

it('ends in good order where nobody reads to the end', async () => {
  const program = spawn(process.execPath, ['src/main.ts', 'formats'], { stdio: ['ignore', 'pipe', 'pipe'] });
  program.stdout.destroy();
  let complaint = '';
  program.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  const [code] = (await once(program, 'close')) as [number | null];
  expect(complaint).toBe('');
  expect(code).toBe(0);
});
