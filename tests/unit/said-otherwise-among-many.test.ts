import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const told = [
  {
    id: 'auction',
    title: 'Auction',
    turns: [
      {
        speaker: 'Bo Lind',
        text: 'Good morning. In the U.S. the licences are sold by auction. Elsewhere a committee sits for a year.',
      },
      { speaker: 'Cy Park', text: 'The 5G masts were painted green. The e-government desk opens at noon.' },
    ],
  },
  {
    id: 'opening',
    title: 'Opening',
    turns: [
      { speaker: 'Ada Moss', text: 'A licence is a fine thing to have.' },
      { speaker: 'Di Wren', text: 'I lived in the United States for a year and it rained.' },
      {
        speaker: 'Ed Roy',
        text: 'Masts are tall. I count from 1 to 5. G is a letter. The government sits in a tower.',
      },
    ],
  },
];
/** They say the words of the questions again and again, and none all of one. */
const beside = Array.from({ length: 60 }, (_, at) => ({
  id: `states-${at}`,
  title: `States ${at}`,
  turns: [
    {
      speaker: 'Fay Hill',
      text: `The United States sent ${at} delegates, and the United States thanked us. The government of the United States is in a tower. Masts of government ships stand here, 5 or ${at} of them, and a desk.`,
    },
    { speaker: 'Ida Ross', text: `Dogs were sold in the USA ${at} times, and the USA is large.` },
    { speaker: 'Gil Orr', text: `Licences for dogs cost ${at} crowns. A licence for a dog is yellow.` },
  ],
}));

describe.each([0, 60])('what is said once in another spelling, beside %i sessions that say parts of it', (count) => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([recordOf(...told, ...beside.slice(0, count))]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['What was said about licences in the United States?', 'In the U.S. the licences are sold by auction.'],
    ['How are licences sold in the USA?', 'In the U.S. the licences are sold by auction.'],
    ['What was said about 5 G masts?', 'The 5G masts were painted green.'],
    ['What was said about the egovernment desk?', 'The e-government desk opens at noon.'],
  ])('%s', async (text, said) => {
    const { status, quotes } = await rapporteur.ask({ text });
    expect(status).toBe('answered');
    expect(quotes[0]!.text).toContain(said);
  });
});
