/** A group that is asked for as one: the people are invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const speakers = [
    { name: 'Ada Berg', role: 'Head of Coasts at UNESCO' },
    { name: 'Bo Dahl', affiliation: 'World Meteorological Organization' },
    { name: 'Cleo Eng', role: 'Former Director of the ILO' },
    { name: 'Dov Falk', affiliation: 'Union of Fishers' },
    { name: 'Eva Gran', role: 'She who counts the boats' },
  ];
  const turns = speakers.map(({ name }, at) => ({
    speaker: name,
    text: `The tides of year ${at} were high, and the boats came late.`,
  }));
  await rapporteur.ingest([recordOf({ id: 'tides', title: 'Tide day', date: '2031-01-01', speakers, turns })]);
});
afterAll(() => rapporteur.close());

it.each(['UN agencies', 'the UN agencies', 'all United Nations bodies', 'UN organisations'])(
  '“%s” are all who speak for one of them',
  async (speaker) => {
    const { people, quotes } = await rapporteur.quotes({ speaker, about: 'tides' });
    expect(people.map(({ name }) => name).toSorted()).toEqual(['Ada Berg', 'Bo Dahl']);
    expect(quotes.map(({ speaker: of }) => of)).toEqual(['Ada Berg', 'Bo Dahl']);
  },
);
it.each([
  'Which speakers came from a UN body?',
  'Who spoke for the United Nations?',
  'Who is from the UN system?',
  'Which speakers work for an agency of the United Nations?',
  'Was there anybody from a UN organisation?',
  'Did anyone from a UN agency speak?',
])('%s: those who speak for one of them', async (text) => {
  const answer = await rapporteur.ask({ text });
  expect(answer.text).toMatch(/Ada Berg.*Bo Dahl/u);
  expect(answer.text).not.toMatch(/Cleo|Dov|Eva/u);
});
it('who is of none is called by their own name', async () => {
  const { people } = await rapporteur.quotes({ speaker: 'Union of Fishers', about: 'tides' });
  expect(people.map(({ name }) => name)).toEqual(['Dov Falk']);
});
