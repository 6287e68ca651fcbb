/** What was decided on a matter is told by who says that it was, and not by who has it still to decide; of an invented meeting. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellsDecision } from '../../src/answering/stances/decided.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const meeting = {
  id: 'lamp-meeting',
  title: 'Lamp Meeting',
  date: '2026-09-03',
  turns: [
    ['Orla Finch', 'We still have to decide on the shutters of the lamp. The lamp needs oil, and the wicks are dear.'],
    ['Bram Teal', 'So, we had decided that the lamp gets copper shutters. The wicks we should decide on next week.'],
    ['Orla Finch', 'If we decide on new wicks, the keepers must be told. Cotton wicks burn well.'],
  ].map(([speaker, text]) => ({ speaker, text })),
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(meeting)]);
});
afterAll(() => rapporteur.close());

it.each([
  ['We have basically decided on the oak door.', true],
  ['We had already agreed to buy it.', true],
  ['We have to decide on the door.', false],
  ['If we decided on the door, it would be oak.', false],
  ['Have we decided on the door?', false],
])('%s: %s', (sentence, tells) => expect(tellsDecision(sentence)).toBe(tells));

describe('what was decided', () => {
  it('is told by who says so', async () => {
    const { status, quotes } = await rapporteur.ask({ text: 'What was decided about the shutters?' });
    expect(status).toBe('answered');
    expect(quotes.map(({ text }) => text)).toEqual(['So, we had decided that the lamp gets copper shutters.']);
  });

  it.each(['What did the group decide about the shutters?', 'What did they decide on the shutters?'])(
    'is told of those who decide: %s',
    async (text) => {
      const { text: said } = await rapporteur.ask({ text });
      expect(said).toMatch(/^Decided, in their own words \(1\): Bram Teal/u);
    },
  );

  it.each([
    'What was decided about the wicks?',
    'What did the group decide about the wicks?',
    'What has the team decided on the wicks?',
  ])('is only near where it is still to be decided: %s', async (text) => {
    const { status, quotes, related } = await rapporteur.ask({ text });
    expect([status, quotes.map((quote) => quote.text)]).toEqual(['nearest', []]);
    expect(related.map((passage) => passage.text).join(' ')).toMatch(/wicks/u);
  });
});
