/** What is paid is told of the thing that is asked for, and of no other; all of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mayTellFigure } from '../../src/answering/telling/may-tell.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf({
      id: 'lamps',
      title: 'Lamps of the Quay',
      date: '2031-03-02',
      turns: [
        { speaker: 'Runa Feldt', text: 'The tinted lanterns of the quay are on. So the ship can see us.' },
        {
          speaker: 'Ossi Brand',
          text: 'The ropes cost a lot. We spent four thousand crowns on them. The tinted lantern is off.',
        },
        { speaker: 'Hedda Lunt', text: 'Let us look at the signal horn. It costs 90 crowns.' },
      ],
    }),
  ]);
});
afterAll(() => rapporteur.close());

it('what another thing costs comes as nearest', async () => {
  expect((await rapporteur.ask({ text: 'How much does one more tinted lantern cost?' })).status).toBe('nearest');
});

it('what goes on from the thing tells what it costs', async () => {
  const { status, quotes } = await rapporteur.ask({ text: 'How much does the signal horn cost?' });
  expect(status).toBe('answered');
  expect(quotes[0]!.text).toContain('90 crowns');
});

it.each([
  ['They are free of charge.', 'How much money do the seats cost?', true],
  ['I like the free seats of the hall.', 'How much would the free seats cost?', false],
])('%s %s', (said, question, may) => expect(mayTellFigure(said, question)).toBe(may));
