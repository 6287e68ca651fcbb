/** What answers a part of a question alone, and leaves out what else it asks, is no answer. The session is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { sidesIn } from '../../src/asking/parts/comparison.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const speakers = [
  { name: 'Rune Ekdal', role: 'Professor at the Lamp School' },
  { name: 'Mina Okoro', role: 'Director of the Keel Company' },
  { name: 'Sol Varga', role: 'Judge' },
];
const said = [
  'My office studies the Lamp Pact, so Latvia, Spain, South Africa, and then the three that came later, Cyprus, Chile and Ghana.',
  'The Keel Company builds boats for everybody. We set up a joint lab with a yard that is in Ghana. We also train their crews.',
  'Latvia has written a long rule for oil, and Spain has none: it has a plan for its yards instead. ' +
    'The law on protection of minors holds on boats as well. Some of our ports tax the lighthouses.',
];

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = speakers.map(({ name }, at) => ({ speaker: name, text: said[at]! }));
  await rapporteur.ingest([recordOf({ id: 'lamps', title: 'Lamps and boats', date: '2031-01-01', speakers, turns })]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });

it.each([
  'In which country of the south does the Keel Company have a laboratory?',
  'In which countries of the south does the Keel Company run a joint lab?',
  'Which countries in the south train the crews of the Keel Company?',
])('no list of countries answers what is asked of something else: %s', async (question) => {
  const { text } = await ask(question);
  expect(text).not.toMatch(/Latvia, Spain/u);
});

it.each(['Which countries are in the Lamp Pact?', 'Who are the members of the Lamp Pact?'])(
  'a list of countries answers what it is a list of: %s',
  async (question) =>
    expect((await ask(question)).text).toMatch(/^Latvia, Spain, South Africa, Cyprus, Chile and Ghana/u),
);

it.each([
  'How do Latvia and Spain differ on oil, according to Varga?',
  'How do Latvia and Spain differ on oil, as Varga sees it?',
  "How does Latvia differ from Spain on oil, in Varga's own view?",
  'How do Latvia and Spain compare on oil, says Varga?',
])('in whose view two differ is no side: %s', async (question) => {
  const { text, quotes } = await ask(question);
  expect(text).not.toMatch(/nothing on it/u);
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Sol Varga']);
});

it.each([
  ['How do oil and gas differ, according to Varga and to Ekdal?', []],
  ['What, according to Varga, is the difference between oil and gas?', ['oil', 'gas']],
  ['Compare oil and gas, in the words of Varga and Ekdal', ['oil', 'gas']],
  ['Quelle est la différence entre le vent et la marée, selon Varga et Ekdal ?', ['vent', 'marée']],
  ['¿Qué diferencia hay entre viento y marea, según Varga y Ekdal?', ['viento', 'marea']],
  ['Какая разница между ветром и волной, по словам Варги и Экдала?', ['ветром', 'волной']],
])('of matters alone: %s', (question, sides) => expect(sidesIn(question, [], true)).toEqual(sides));

it.each([
  ['Was anything said about protecting children?', /^Nobody speaks of protecting children in these words/u, /minors/u],
  ['Did anyone mention children?', /^Nobody speaks of children in these words/u, /minors/u],
  ['Did anyone bring up child protection?', /^Nobody speaks of child protection in these words/u, /minors/u],
  ['Did anyone mention lighthouse keepers?', /^Nobody speaks of lighthouse keepers in these words/u, /lighthouses/u],
])('what may be meant is not denied: %s', async (question, told, nearest) => {
  const { text, related } = await ask(question);
  expect(text).toMatch(told);
  expect(related[0]?.text).toMatch(nearest);
});

it('what nobody says anything of is denied', async () =>
  expect((await ask('Did anyone mention gender?')).text).toMatch(/^No: nobody names gender/u));
