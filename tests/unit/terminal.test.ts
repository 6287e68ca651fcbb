import { expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { depthsRecord } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { fakeTerminal } from '../fakes/terminal.ts';

/** What is printed for the lines typed, until the input ends. */
async function printed(typed: string, rapporteur: Rapporteur = fakeRapporteur()): Promise<string> {
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

it('keeps quotes of the last answer by their numbers, and lists them', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([depthsRecord()]);
  const typed = ['keep 1', 'What does a metre cost?', 'keep 1 #Costs ask the council', 'keep 9', 'collection costs'];
  const text = await printed(`${[...typed, 'uncollect 1', 'uncollect 1', 'collection'].join('\n')}\n`, rapporteur);
  expect(text).toContain('This answer has no quotes to keep.');
  expect(text).toContain('Kept: 1 quote.');
  expect(text).toContain('It has the quotes 1 to 1.');
  expect(text.replaceAll(/\s+/gu, ' ')).toMatch(/1\. “.*A metre costs 900 dollars.*#costs · ask the council/u);
  expect(text).toMatch(/It is no longer kept\.[^]*There is none of that number[^]*Nothing is kept here/u);
  await rapporteur.close();
});

it('takes what begins like a command and is none for a question', async () => {
  const rapporteur = fakeRapporteur();
  await printed('Keep the harbour open?\n', rapporteur);
  expect(rapporteur.asked.map(({ text }) => text)).toEqual(['Keep the harbour open?']);
});

it('shows papers, and says what is missing', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([depthsRecord()]);
  const text = await printed('brief water\nreport on the moon\nquotes from Tanaka in Moon Week\n', rapporteur);
  expect(text).toContain('Water: what was said');
  expect(text).toContain('[1] Statement by');
  expect(text.replaceAll(/\s+/gu, ' ')).toContain('There is no session called “moon” to report on');
  expect(text).toContain('No session fits “Moon Week”');
  await rapporteur.close();
});
