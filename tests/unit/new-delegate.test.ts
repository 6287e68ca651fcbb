/** What somebody new to a meeting asks of it. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const turns = [
    ['Ilse Marn', 'Welcome to the tide fair. Several organizations and many countries have sent their experts today.'],
    [
      'Odo Pell',
      'I thank the Lamp Guild for organizing this fair. I fully agree with the four rules that Ilse Marn read out.',
    ],
    ['Odo Pell', 'The tides rise faster than our dikes. Every town must measure its own tide, and pay for the gauge.'],
    [
      'Runa Fisk',
      'I agree with Odo Pell on the gauges. We built 90 gauges, which are a third of all gauges of the coast.',
    ],
    ['Runa Fisk', 'Our pumps are another matter: they move 43 tonnes of water in one hour.'],
    ['Teo Vance', 'Over the past 10 years the Salt Circle has been of great help to the countries of the coast.'],
    [
      'Teo Vance',
      'The Salt Circle is made of Peru, Chile, Ghana and Malta. Its recent rules were adopted by 61 cities in Varn.',
    ],
    ['Teo Vance', 'The definition of a flood was hard to find. Some day a universal tariff will come.'],
    ['Ilse Marn', 'The university of Varn will print the report.'],
  ].map(([speaker, text]) => ({ speaker: speaker!, text: text! }));
  await rapporteur.ingest([recordOf({ id: 'tides', title: 'Tide fair', date: '2031-05-01', turns })]);
});
afterAll(() => rapporteur.close());

const ask = (text: string, history: string[] = []) => rapporteur.ask({ text, history });

it('tells who agreed with the one just asked of, who is not among them', async () => {
  const { text } = await ask('Who agreed with him?', ['What did Odo Pell say about gauges?']);
  expect(text).toMatch(/^Runa Fisk \[1\] agrees/u);
});

it('takes a correction for itself, and not for more of what it corrects', async () => {
  const history = ['What did Runa Fisk build?', 'How much of the whole coast is that?'];
  const { quotes } = await ask('No, I meant the pumps', history);
  expect(quotes[0]!.text).toContain('43 tonnes');
});

it.each([
  ['Which countries are in it?', ['What is the Salt Circle?']],
  ['Which countries are in the Salt Circle?', []],
  ['How many countries are in the Salt Circle?', []],
  ['List the countries in the Salt Circle, the new ones included.', []],
  ['Give me a list of all the Salt Circle countries', []],
  ['Name the countries that are in the Salt Circle', []],
])('names the countries of a list: %s', async (text, history) => {
  expect((await ask(text, history)).text).toMatch(/^Peru, Chile, Ghana and Malta, in the words of Teo Vance/u);
});

it('says no number of countries where only years are counted', async () => {
  const { quotes } = await ask('How many countries does the Salt Circle help?');
  expect(quotes.map(({ text }) => text).join(' ')).not.toContain('past 10 years');
});

it('gives the number that is asked for, also beside the word of a list', async () => {
  const { text } = await ask('How many cities adopted the definition of the rules in Varn?');
  expect(text).toMatch(/^61 cities, in the words of Teo Vance/u);
});

it('takes a university for nothing universal, and who organised for no organization', async () => {
  expect((await ask('Which universities were named?')).quotes.map(({ speaker }) => speaker)).toEqual(['Ilse Marn']);
  const { quotes } = await ask('Who organised the fair?');
  expect(quotes[0]!.speaker).toBe('Odo Pell');
  expect(quotes.map(({ text }) => text).join(' ')).not.toContain('Several organizations');
});

it('takes who presented something for who spoke of it', async () => {
  const { quotes } = await ask('Who presented it?', ['Tell me about the Salt Circle']);
  expect(quotes.map(({ speaker }) => speaker)).toEqual(expect.arrayContaining(['Teo Vance']));
});

it('says of nobody that they spoke of a proposal alone', async () => {
  const { text } = await ask('What did the Norwegian delegate propose?');
  expect(text).not.toContain('did speak of it');
});
