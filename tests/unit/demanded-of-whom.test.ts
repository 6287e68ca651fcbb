/** What is demanded of those whom the question names, and the words that are checked as they stand. The session is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const said = [
  'First, we should deepen the channel of the fjord, where guilds and towns and insurers meet.',
  'We advocate for shared nets. of Fishing Fishing.',
  'Second, we should trust each other and count the eels.',
  'We call on harbour towns, guilds, and schools along the coast to lend each other their boats.',
  'We urge the insurers to lower their rates.',
];

describe('demands', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const turns = [
      { speaker: 'Runa Teale', text: said.join(' ') },
      {
        speaker: 'Bo Harrow',
        text: 'We advocate for open quays. of Quay Quay. I suggest that we paint the lighthouse.',
      },
    ];
    await rapporteur.ingest([recordOf({ id: 'nets', title: 'Nets', date: '2031-05-06', turns })]);
  });
  afterAll(() => rapporteur.close());
  const told = async (text: string) => (await rapporteur.ask({ text })).quotes.map((quote) => quote.text);

  it.each([
    ['In one sentence, what does Teale want guilds to do?', said[3]],
    ['What does Teale want the towns to do?', said[3]],
    ['What does Teale demand from insurers?', said[4]],
    ['What does Teale ask the insurers to do?', said[4]],
  ])('of those named come alone: %s', async (text, sentence) => expect(await told(text)).toEqual([sentence]));

  it('of nobody named are all there are', async () =>
    expect((await told('What does Teale propose?')).length).toBeGreaterThan(3));

  it('that were badly written down come after those that are whole', async () =>
    expect(await told('In one sentence, what does Harrow propose?')).toEqual([
      'I suggest that we paint the lighthouse.',
    ]));

  it.each([
    'Is this an exact quote from Teale: “trust each other and count the eels”?',
    'Is “trust each other and count the eels” verbatim?',
    'Were these the exact words of Teale: “trust each other and count the eels”?',
    '“Trust each other and count the eels”: did Teale use these exact words?',
    '“Trust each other and count the eels”: is that word for word what Teale said?',
  ])('%s', async (text) => expect((await rapporteur.ask({ text })).text).toMatch(/word for word/u));
});
