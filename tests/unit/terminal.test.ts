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

it('helps with what the library can answer, and its commands', async () => {
  const rapporteur = fakeRapporteur();
  expect(await printed('help\n', rapporteur)).toContain('\n\nCommands: sessions, speakers, verify');
  expect(rapporteur.asked.map(({ text }) => text)).toEqual(['help']);
});

it('speaks of no channel', async () => {
  expect(await printed('verify Nobody ever said this\n')).toContain('These words were not found in the library.');
});
