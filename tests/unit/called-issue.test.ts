/** "The energy issue" is of energy, be it called an issue or not. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = [
    ['Ines Okafor', 'The ferries have an issue with energy, since the batteries are empty by noon.'],
    ['Tomas Lindqvist', 'Cranes on the quay take a lot of energy too. The gulls are loud this year.'],
    ['Mei Tanaka', 'My only issue is the price of salt in Ostra. We carry it by barge in the winter.'],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text! }));
  await rapporteur.ingest([recordOf({ id: 'quay', title: 'The Quay in Summer', turns })]);
});
afterAll(() => rapporteur.close());

it.each([
  ['Who mentioned the energy issue?', [], ['Ines Okafor', 'Tomas Lindqvist']],
  ['Who else raised the energy issue?', ['What did Okafor say about the batteries?'], ['Tomas Lindqvist']],
  ['Which speakers touched on the energy topic?', [], ['Ines Okafor', 'Tomas Lindqvist']],
])('%s', async (text, history, speakers) => {
  const { quotes } = await rapporteur.ask({ text, history });
  expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(speakers));
});
