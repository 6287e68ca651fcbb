/** Countries of which it is asked what they said: who speaks for them, who is only from there, who names them. All of it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  const speakers = [
    { name: 'Wei Tan', role: 'From the Lighthouse Administration of China' },
    { name: 'Bo Ling', role: 'Engineer at China Lamps' },
    { name: 'Otto Brandt', role: 'Policy officer, European Commission' },
    { name: 'Ana Prado', role: 'Ambassador of Peru' },
    { name: 'Ove Dahl', role: 'Professor at the University of Bergen, Norway' },
    { name: 'Jo Wells', role: 'Embassy of the United States' },
  ];
  const said = [
    'The beacons must be lit every night.',
    'Our lamps use little energy.',
    'The directive on beacons is under review. Mmm. Let us wait for it.',
    'We pay for our beacons with the fees of the port. Brazilian beacons are brighter.',
    'Nobody told us how old the beacons in the U.S. are.',
    'We have private beacons.',
  ];
  const turns = speakers.map(({ name }, at) => ({ speaker: name, text: said[at]! }));
  await rapporteur.ingest([
    recordOf({ id: 'lamps', title: 'Lamps of the coast', date: '2031-01-01', speakers, turns }),
  ]);
});
afterAll(() => rapporteur.close());

it.each<[string, Answer['status'], RegExp]>([
  // An office of a country speaks for it; a company or a scholar from there does not, and is told as from there.
  ['What did Peru say about beacons?', 'answered', /^Ana Prado \[1\]/u],
  ['What did the US say about beacons?', 'answered', /^Jo Wells \[1\]/u],
  ['What did the EU say about beacons?', 'answered', /^Otto Brandt \[1\]/u],
  ['What did China say about energy?', 'nearest', /^Nobody speaks for China in .*From organisations there, Bo Ling/u],
  ['What did China say about beacons?', 'nearest', /^Nobody speaks for China in .*From organisations there, Wei Tan/u],
  ['What did Norway say about the beacons?', 'nearest', /^Nobody speaks for Norway in .*there, Ove Dahl/u],
  ['What did Brasil say about beacons?', 'nearest', /^Nobody speaks for Brasil in .*Named by Ana Prado:$/u],
  // What "us" and "use" say is nothing of the US.
  ['Did anyone mention the US?', 'answered', /^Yes: Ove Dahl \[1\]\.$/u],
  ['Who mentioned the United States?', 'answered', /^Ove Dahl \[1\] spoke of this\.$/u],
  ['What was said about Brasil?', 'answered', /^Ana Prado \[1\]/u],
])('%s %s', async (text, status, told) => {
  const answer = await rapporteur.ask({ text });
  expect(answer.text).toMatch(told);
  expect(answer.status).toBe(status);
});

describe('a country that another has in its name', () => {
  let islands: Rapporteur;
  beforeAll(async () => {
    islands = await rapporteurIn(temporaryFolder());
    const speakers = [
      { name: 'Deng Lual', role: 'Minister of Ports of South Sudan' },
      { name: 'Kila Wari', role: 'Ambassador of Papua New Guinea' },
      { name: 'Ines Mba', role: 'Minister of Fisheries of Equatorial Guinea' },
      { name: 'Rita Montoya', role: 'Professor, New Mexico State University' },
      { name: 'Pat Doyle', role: 'Northern Ireland Office' },
      { name: 'Luz Paz', role: 'Latin American Bureau' },
      { name: 'Ri Sung', role: 'Ambassador of North Korea' },
      { name: 'Rosa Peña', role: 'Minister of Ports of the Dominican Republic' },
    ];
    const turns = speakers.map(({ name }) => ({ speaker: name, text: `The levy on fish is too high, says ${name}.` }));
    await islands.ingest([recordOf({ id: 'fish', title: 'Levy on fish', date: '2031-02-01', speakers, turns })]);
  });
  afterAll(() => islands.close());

  it.each([
    'Sudan',
    'the minister of Sudan',
    'Guinea',
    'the delegate of Guinea',
    'Mexico',
    'Ireland',
    'the US',
    'South Korea',
  ])('is not it: %s', async (whom) => {
    const { status, quotes, text } = await islands.ask({ text: `What did ${whom} say about the levy?` });
    expect(quotes, text).toEqual([]);
    expect(status, text).toBe('not_found');
  });

  it.each([
    ['South Sudan', 'Deng Lual'],
    ['the South Sudanese minister', 'Deng Lual'],
    ['Papua New Guinea', 'Kila Wari'],
    ['Equatorial Guinea', 'Ines Mba'],
    ['North Korea', 'Ri Sung'],
    ['the Dominican Republic', 'Rosa Peña'],
    ['the minister of the Dominican Republic', 'Rosa Peña'],
  ])('is found by its own: %s', async (whom, name) => {
    const { quotes, text } = await islands.ask({ text: `What did ${whom} say about the levy?` });
    expect(
      quotes.map(({ speaker }) => speaker),
      text,
    ).toEqual([name]);
  });
});
