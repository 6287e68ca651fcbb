/** Whether somebody has to do a thing is told only where the doing is spoken of. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf({
      id: 'lamps',
      title: 'Keepers of the Lamps',
      date: '2031-02-01',
      turns: [
        {
          speaker: 'Runa Feldt',
          text:
            'The course for young keepers in Norway was full. It was held in a barn. The barn has no heating. ' +
            'We lit a stove. Every evening there was soup. They pay for the beds themselves.',
        },
        {
          speaker: 'Ossi Brand',
          text: 'The young keepers of Norway were keen. A course for keepers in Norway is planned again.',
        },
      ],
    }),
  ]);
});
afterAll(() => rapporteur.close());

it('is shown as nearest where only those are spoken of who would do it', async () => {
  const { status, related } = await rapporteur.ask({
    text: 'Did the young keepers of the course have to pay?',
  });
  expect(status).toBe('nearest');
  expect(related[0]).toMatchObject({ speaker: 'Runa Feldt' });
  expect(related[0]!.text).toContain('They pay for the beds themselves.');
});

it('is answered where it is said of them', async () => {
  const { status, quotes } = await rapporteur.ask({ text: 'Does anybody have to pay for the beds themselves?' });
  expect(status).toBe('answered');
  expect(quotes[0]!.text).toContain('They pay for the beds themselves.');
});
