/** A word that the AI-written report of the sample has and no speaker: told as the report's. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const bytes = readFileSync(new URL('../../src/sample/rivers-session-page.txt', import.meta.url));
  await rapporteur.ingest([{ name: 'page.txt', bytes }]);
});
afterAll(() => rapporteur.close());

it.each(['Did anyone mention carelessness?', 'What was said about volunteers?'])('%s', async (text) => {
  const answer = await rapporteur.ask({ text });
  expect(answer.text).toMatch(/^Nobody says so in these words in .*; the AI-written report has them\./u);
  expect(answer.report.length).toBeGreaterThan(0);
  expect(answer.quotes).toEqual([]);
});

it('is denied where the report has it neither', async () => {
  const answer = await rapporteur.ask({ text: 'Did anyone mention submarines?' });
  expect(answer.text).toMatch(/^No: nobody names submarines/u);
  expect(answer.report).toEqual([]);
});
