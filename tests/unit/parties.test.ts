/** Parties that are asked for as such: whoever is listed as of them speaks for them. The people are invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const speakers = [
    { name: 'Ruth Hale', role: 'Member of Parliament, Conservative Party' },
    { name: 'Tim Ash (Varn, Lab.)' },
    { name: 'Dov Falk (Port Sel, CPC)' },
    { name: 'Ada Berg', role: 'Dean of the Liberal Arts College' },
  ];
  const said = [
    'The fees of the harbour are too high for small boats.',
    'The fees stay as they are, since they pay the pilots.',
    'The boats should pay no fees in winter.',
    'Nobody asked the Liberals about the fees of the harbour. The conservation of the reeds comes first.',
  ];
  const turns = speakers.map(({ name }, at) => ({ speaker: name, text: said[at]! }));
  await rapporteur.ingest([
    recordOf({ id: 'fees', title: 'Fees of the harbour', date: '2031-01-01', speakers, turns }),
  ]);
});
afterAll(() => rapporteur.close());

it.each([
  ['What did the Conservatives say about fees?', 'Ruth Hale, Dov Falk (Port Sel, CPC)'],
  ['What did the Tories say about small boats?', 'Ruth Hale'],
  ['What did Labour say about the pilots?', 'Tim Ash (Varn, Lab.)'],
  ['What was said about the Liberals?', 'Ada Berg'],
])('%s %s', async (text, names) => {
  const { status, quotes, text: told } = await rapporteur.ask({ text });
  expect(status, told).toBe('answered');
  expect(told).not.toContain('can mean');
  expect([...new Set(quotes.map(({ speaker }) => speaker))].join(', ')).toBe(names);
});

it.each([
  ['What did the Liberals say about fees?', 'nearest', /^Nobody speaks for the Liberals in .*Named by Ada Berg:$/u],
  ['What did the Greens say about fees?', 'not_found', /^Nobody speaks for the Greens in /u],
])('%s %s', async (text, status, told) => {
  const answer = await rapporteur.ask({ text });
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(told);
});

it('what nobody said is not taken for another word where it is written as everybody writes it', async () => {
  const answer = await rapporteur.ask({ text: 'What was said about conversations?' });
  expect(answer.status, answer.text).not.toBe('answered');
});

it('what is a party only where parties sit is none among doctors', async () => {
  const doctors = await rapporteurIn(temporaryFolder());
  const speakers = [
    { name: 'Eve Hart', role: 'GP' },
    { name: 'Sam Orr', role: 'Measurements, Lab' },
  ];
  const turns = speakers.map(({ name }) => ({
    speaker: name,
    text: 'The salt of the springs is measured twice a day.',
  }));
  await doctors.ingest([recordOf({ id: 'salt', title: 'Salt of the springs', date: '2031-02-01', speakers, turns })]);
  for (const party of ['Labour', 'the Greens']) {
    const { status, quotes } = await doctors.ask({ text: `What did ${party} say about salt?` });
    expect({ party, status, quotes }).toEqual({ party, status: 'not_found', quotes: [] });
  }
  await doctors.close();
});
