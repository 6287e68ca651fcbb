/** What is asked of the report of the invented sample session. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { expectNearest } from '../fixtures/nearest.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;
beforeAll(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([
    { path: fileURLToPath(new URL('../../src/sample/rivers-session-page.txt', import.meta.url)) },
  ]);
});
afterAll(async () => {
  await rapporteur.close();
});

it.each([
  ['Who disagreed on who should pay for the stations?', 'Who should pay for the stations'],
  // One word of two stands in what the finding is about.
  ['Who disagreed on delay penalties?', 'What a delay is for'],
])('%s is answered from the report’s %s', async (text, heading) => {
  const answer = await rapporteur.ask({ text });
  expect(answer.status).toBe('answered');
  expect(answer.report.map((item) => item.text.split('\n')[0])).toContain(heading);
});

it.each(['Who disagreed on whale hunting?', 'Who disagreed on station subsidies for salmon farms?'])(
  '%s is answered by nothing, with what else is listed',
  async (text) => {
    const answer = await rapporteur.ask({ text });
    expectNearest(answer);
    expect(answer.text).toContain('lists other disagreements: Who should pay for the stations');
  },
);

it.each([
  'Does the AI-written report say anything about unresolved issues?',
  'Does the report mention unresolved issues?',
])('is asked of the report, and not of what was said: %s', async (text) => {
  const answer = await rapporteur.ask({ text });
  expect(answer.status).toBe('answered');
  expect(answer.report.length).toBeGreaterThan(0);
});

it.each(['How many people live by the Maren?', 'How many people are still without a station?'])(
  '%s is not asked of the list of speakers',
  async (text) => {
    expect((await rapporteur.ask({ text })).text).not.toMatch(/\d+ speakers:/);
  },
);
