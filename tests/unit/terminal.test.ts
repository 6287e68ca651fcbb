import { expect, it } from 'vitest';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { fakeTerminal } from '../fakes/terminal.ts';

/** What is printed for the lines typed, until the input ends. */
async function printed(typed: string, rapporteur = fakeRapporteur()): Promise<string> {
  let text = '';
  const { adapter, input } = fakeTerminal(rapporteur, (part) => (text += part));
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
