/** Figures of invented talks, asked of the whole program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const talks = [
  [
    'Ada Moll: That was point two for lawsuits, and point three is the weather.',
    'Ada Moll: We have two letters about lawsuits and one about the lawsuits of others.',
    'Ben Oru: By now there are 46 lawsuits over the dam.',
    'Cleo Tann: The lawsuits make us tired.',
  ],
  ['Dora Wex: The fund of the pilots is worth almost $17 trillion.', 'Eli Fenn: It will not grow.'],
  [
    'Finn Orr: Last week we went round all the tide gauges of the coast.',
    'Gita Sol: I thank the keepers of the tide gauges. There are nearly ninety of them.',
    'Finn Orr: In 2019 we lost a few.',
  ],
  ['Hana Voss: How many beehives stand on the roof of the town hall?', 'Ivo Kern: About sixty.'],
  ['Jana Lund: The ferry to the skerries waited for nearly three hours in the fog.'],
  ['Lea Moor: The harbour fund was spent. We bought 12 lamps for the quay with it.'],
  ['Mara Quist: The tunnel under the strait costs $2.6billion this time.'],
  [
    'Nell Fox: Each page costs a tenth of a cent. We paid sixty dollars for it. A third of the boats leak. Two of us swam.',
  ],
  ['Karl Ost: In 1987 the observatory was opened, and in 1990 it burnt.'],
  [
    'Nia Hall: A charter of the lighthouses would do, a charter built on the lighthouse rules from 2019.',
    'Nia Hall: For the rest I look to the charter that could be signed in 2027, after the review of the lighthouses.',
  ],
];

let rapporteur: Rapporteur;

beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf(
      ...talks.map((lines, at) => ({
        id: `talk-${at}`,
        title: `Evening ${at}`,
        turns: lines.map((line) => ({
          speaker: line.slice(0, line.indexOf(': ')),
          text: line.slice(line.indexOf(': ') + 2),
        })),
      })),
    ),
  ]);
});
afterAll(() => rapporteur.close());

it('puts no year first where another sentence has another, since a year may be of something else', async () => {
  const text = 'In which year could the charter of the lighthouses be agreed?';
  const answer = await rapporteur.ask({ text });
  expect(answer.text).not.toMatch(/^(?:2019|2027)/u);
  expect(answer.quotes.map((quote) => quote.text).join(' ')).toContain('2027');
});

it('figures in words are listed too', async () => {
  const { text, quotes } = await rapporteur.ask({ text: 'What figures did Nell Fox give?' });
  expect(text).toContain('Sentences with figures (3)');
  expect(quotes.map((quote) => quote.text)).toEqual([
    'Each page costs a tenth of a cent.',
    'We paid sixty dollars for it.',
    'A third of the boats leak.',
  ]);
});

describe('a figure that is asked for', () => {
  it.each([
    ['How many lawsuits are there?', '46 lawsuits', 'Ben Oru'],
    ['How many lawsuits are there over the dam?', '46 lawsuits', 'Ben Oru'],
    ['How much is the fund of the pilots worth?', 'Almost $17 trillion', 'Dora Wex'],
    ['How many tide gauges are there?', 'Nearly ninety', 'Gita Sol'],
    ['How many beehives stand on the roof of the town hall?', 'About sixty', 'Ivo Kern'],
    ['How long did the ferry to the skerries wait?', 'Nearly three hours', 'Jana Lund'],
    ['How much does the tunnel under the strait cost?', '$2.6billion', 'Mara Quist'],
    ['In what year was the observatory opened?', '1987', 'Karl Ost'],
  ])('%s %s', async (question, figure, speaker) => {
    const { status, text, quotes } = await rapporteur.ask({ text: question });
    expect(status).toBe('answered');
    expect(text).toContain(`${figure}, in the words of ${speaker} [1].`);
    expect(quotes[0]!.text.toLowerCase()).toContain(figure.toLowerCase());
  });
  it('is not taken from what was quoted before where it is said elsewhere', async () => {
    const history = ['What was said about the harbour fund?'];
    const asked = async (text: string) => (await rapporteur.ask({ text, history })).text;
    expect(await asked('How many lawsuits are there?')).toContain('46 lawsuits, in the words of Ben Oru');
    expect(await asked('How many lanterns were bought?')).toContain('In the turn just quoted: Lea Moor');
  });
  it('is quoted with the sentence before, which says of what', async () =>
    expect((await rapporteur.ask({ text: 'How many tide gauges are there?' })).quotes[0]!.text).toBe(
      'I thank the keepers of the tide gauges. There are nearly ninety of them.',
    ));
});
