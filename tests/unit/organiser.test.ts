/** Who organised a session is told by who says so there. All of it is invented. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([
    recordOf({
      id: 'ice',
      title: 'Roads over the Ice',
      date: '2031-02-01',
      turns: [
        {
          speaker: 'Runa Feldt',
          text: 'Welcome to the Forum on Winter Roads, hosted by the Lake Board. Let us begin.',
        },
        {
          speaker: 'Ossi Brand',
          text: 'We trained forty drivers in Lund. That workshop was organised by the drivers’ union.',
        },
        {
          speaker: 'Ida Lorn',
          text: 'I thank the Lake Board for organising this session. The ferry firm will host a dinner.',
        },
      ],
    }),
  ]);
});
afterAll(() => rapporteur.close());

it.each([
  'Who hosted the session?',
  'Which organisation organised this forum?',
  'Who was the session organised by?',
  'Who are the organisers of the session?',
])('is whom its speakers name as that: %s', async (question) => {
  const { status, text, quotes } = await rapporteur.ask({ text: question });
  expect(status).toBe('answered');
  expect(text).toBe('Who organised it, by the words of Runa Feldt [1] and Ida Lorn [2]:');
  expect(quotes.map((quote) => quote.text)).toEqual([
    'Welcome to the Forum on Winter Roads, hosted by the Lake Board.',
    'I thank the Lake Board for organising this session.',
  ]);
});

it('is not who organised something else', async () => {
  const { quotes } = await rapporteur.ask({ text: 'Who organised the workshop in Lund?' });
  expect(quotes[0]?.speaker).toBe('Ossi Brand');
  expect(quotes.map(({ speaker }) => speaker)).not.toContain('Runa Feldt');
});
