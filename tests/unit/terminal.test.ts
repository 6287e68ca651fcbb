import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { terminalAdapter } from '../../adapters/terminal/terminal.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';

/** What is printed for the lines typed, until the input ends. */
async function printed(typed: string, rapporteur = fakeRapporteur()): Promise<string> {
  const output = new PassThrough();
  let text = '';
  output.setEncoding('utf8').on('data', (part: string) => (text += part));
  const input = new PassThrough();
  const adapter = terminalAdapter({
    rapporteur,
    input,
    output,
    look: { columns: 80, colours: false },
    interactive: false,
    onError: () => {},
    random: Math.random,
  });
  await adapter.start();
  input.end(typed);
  await adapter.done;
  return text;
}

it('helps with a question that somebody in the library did answer', async () => {
  expect(await printed('help\n')).toContain('for instance: What did Ana Ruiz say?');
  expect(await printed('help\n', fakeRapporteur({ sessions: [] }))).toContain(
    'Ask a question in plain words\nCommands:',
  );
});

it('speaks of no channel', async () => {
  expect(await printed('verify Nobody ever said this\n')).toContain('These words were not found in the library.');
});
