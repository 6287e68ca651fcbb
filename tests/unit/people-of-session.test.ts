/** With some sessions asked among, people are those who speak there; of whoever does not, it is told where they do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const laboratory = (number: number) => ({
  id: `Lab${number}`,
  title: `Invented laboratory meeting Lab${number}`,
  turns: [
    { speaker: 'Professor B', text: `The pump of room ${number} drowns the signal.` },
    { speaker: 'PhD C', text: `I measured a noise of ${number} decibels beside the pump.` },
  ],
});

const gauges = {
  id: 'gauge-group',
  title: 'Invented working group on gauges',
  speakers: [
    { name: 'Barry Hughes', role: 'Harbour Office' },
    { name: 'Ada Quist', role: 'Chair of the group' },
  ],
  turns: [
    { speaker: 'Ada Quist', text: 'Welcome. The tide tables are wrong by eight minutes.' },
    { speaker: 'Barry Hughes', text: 'The Harbour Office will pay for two gauges by September.' },
  ],
};

const forum = {
  id: 'water-forum',
  title: 'Invented forum on clean water',
  speakers: [
    { name: 'Barry Hughes-Lind', role: 'Ferry Union' },
    { name: 'Owen Price', role: 'Chair of the forum' },
  ],
  turns: [
    {
      speaker: 'Owen Price',
      text: 'Welcome. The directive on clean water is late, and Ada Quist wrote to us about it.',
    },
    { speaker: 'Barry Hughes-Lind', text: 'Voluntary rules for clean water were tried for ten years.' },
  ],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(...[101, 102, 103, 104, 105, 106, 107].map(laboratory), gauges, forum)]);
});
afterAll(() => rapporteur.close());

const ask = (text: string, session?: string) => rapporteur.ask({ text, ...(session && { session }) });

describe('of one session', () => {
  it.each([
    ['What did PhD C say about the noise?', 'Lab103', 'I measured a noise of 103 decibels'],
    ['What did the professor say about the signal?', 'Lab104', 'The pump of room 104 drowns'],
    ['In Lab105, what did PhD C say about the noise?', undefined, 'I measured a noise of 105 decibels'],
    ['What did PhD C say in Lab106 about the noise?', undefined, 'I measured a noise of 106 decibels'],
    ['What did Hughes say about the gauges?', 'gauge-group', 'The Harbour Office will pay'],
    ['What did the chair say about clean water?', 'water-forum', 'The directive on clean water is late'],
  ])('only who speaks there is meant: %s', async (question, session, words) => {
    const answer = await ask(question, session);
    expect(answer.status).toBe('answered');
    expect(answer.text).not.toMatch(/can mean/u);
    expect(answer.quotes.map(({ text }) => text).join('\n')).toContain(words);
    expect(new Set(answer.quotes.map((quote) => quote.session.id)).size).toBe(1);
  });
});

it('tells in a short line of many of one name, and how to choose', async () => {
  const { text } = await ask('What did PhD C say about volcanoes?');
  expect(text).toContain('PhD C can mean any of 7 speakers: name the session, or the whole name, to choose.');
});

describe('whoever does not speak there', () => {
  it.each([
    [
      'What did Barry Hughes say about clean water?',
      'water-forum',
      'Barry Hughes did not speak in the session Invented forum',
    ],
    [
      'What did Barry Hughes say about clean water?',
      'water-forum',
      'but in the session Invented working group on gauges',
    ],
    ['What did Barry Hughes say about clean water?', 'water-forum', 'Near in name there: Barry Hughes-Lind.'],
    [
      'What did PhD C say about the gauges?',
      'gauge-group',
      'PhD C did not speak in the session Invented working group',
    ],
    ['What did PhD C say about the gauges?', 'gauge-group', 'but in 7 sessions.'],
    ['What did James Hughes say about the gauges?', 'gauge-group', 'No speaker called James Hughes is in'],
    ['What did James Hughes say about the gauges?', 'gauge-group', 'Near in name there: Barry Hughes.'],
    ['What did Ada Quist say about clean water?', 'water-forum', 'Named by Owen Price:'],
  ])('%s (%s): %s', async (question, session, told) => {
    const answer = await ask(question, session);
    expect(answer.quotes).toEqual([]);
    expect(answer.text).toContain(told);
  });
  it.each([
    ['What did Karl Hughes say?', 'No speaker called Karl Hughes'],
    ['What did Cyprus say about clean water?', 'Nobody speaks for Cyprus in'],
    ['What did the Philippines say about clean water?', 'Nobody speaks for the Philippines in'],
  ])('has an article only where it is one: %s', async (question, told) =>
    expect((await ask(question, 'water-forum')).text).toContain(told),
  );
});
