/** What somebody asks who has to brief somebody else: so many points on a matter, in whatever order it is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const hearing = {
  id: 'canal-hearing',
  title: 'Hearing on the canal',
  date: '2027-05-11',
  speakers: [
    { name: 'Odile Brandt', role: 'Chair of the Canal Board' },
    { name: 'Samir Haddad', role: 'Engineer of the Lock Office' },
    { name: 'Greta Lund', role: 'Skipper' },
  ],
  turns: [
    ['Odile Brandt', 'Good morning. The minister could not come today. Mr. Haddad has the floor.'],
    [
      'Samir Haddad',
      `Thank you. Night traffic on the canal wears down the banks of the villages. Night traffic on the canal keeps the
      herons from their nests. The locks were painted green in the spring. Each gate costs more than a barge.`,
    ],
    [
      'Greta Lund',
      `We skippers need the hours of darkness. Without night traffic on the canal no fish reaches the market fresh. The
      pilots mark the shallow places on a chart with a pencil. Painted locks are pleasant.`,
    ],
    ['Odile Brandt', 'Is there night traffic on the canal in winter?'],
    ['Greta Lund', 'Yes, there is.'],
  ].map(([speaker, text]) => ({ speaker, text: text!.replaceAll(/\s+/gu, ' ') })),
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(harbour, hearing)]);
});
afterAll(() => rapporteur.close());

describe.each([
  'I need two talking points for my ambassador on night traffic on the canal',
  'I have to brief my minister on night traffic on the canal. Two bullets please.',
  'For my ambassador: two bullets on night traffic on the canal, please',
  'My boss wants two key points about night traffic on the canal, in bullet form.',
  'We are preparing a speech for our minister on night traffic on the canal. Could you give us two quotes?',
  'What was said about night traffic on the canal? Two bullets would do.',
  'Our ambassador will speak on night traffic on the canal. Two talking points, please.',
])('%s', (text) => {
  it('has so many quotes on the matter, of one speaker and the other', async () => {
    const { status, quotes } = await rapporteur.ask({ text });
    expect(status).toBe('answered');
    expect(quotes).toHaveLength(2);
    expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Greta Lund', 'Samir Haddad']));
    for (const quote of quotes) expect(quote.text.toLowerCase()).toContain('night traffic on the canal');
  });
});

it('has no more than speak of the matter', async () => {
  const { quotes } = await rapporteur.ask({ text: 'Five bullets on night traffic on the canal for my minister' });
  const words = quotes.map(({ text }) => text).join(' ');
  expect(words).toMatch(/banks.*nests|nests.*banks/su);
  expect(words).not.toMatch(/barge|green|Yes, there is/u);
});

it('says so where nobody spoke of it', async () => {
  const text = 'I have to brief my minister on whale songs. Three bullets please.';
  expect((await rapporteur.ask({ text })).status).toBe('nearest');
});
