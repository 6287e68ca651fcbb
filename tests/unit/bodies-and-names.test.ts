/** Whoever speaks for a body, and names that are other words too, asked of an invented hearing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const hearing = {
  id: 'ferry-hearing',
  title: 'Ferry Hearing',
  date: '2026-04-07',
  speakers: [
    { name: 'Una Reyes', role: 'Representative for the European ports, who leads the pilots' },
    { name: 'Olof Brask', role: 'Speaker of the Tidal Union' },
  ],
  turns: [
    [
      'Una Reyes',
      'Ferries from Jordan need a rule. The World Health Organization wrote one for ships, as the WHO does.',
    ],
    [
      'Olof Brask',
      'Michael Jordan, the director of the yard, said that the quay is worn. We work with three new cranes.',
    ],
    ['Una Reyes', 'We trained sixty pilots in the winter. Ina Holm joins us by video from the island.'],
  ].map(([speaker, text]) => ({ speaker, text: text! })),
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(hearing)]);
});
afterAll(() => rapporteur.close());

const ask = (text: string) => rapporteur.ask({ text });

describe('whoever speaks for a body', () => {
  it.each([
    ['What did the representative of the European Commission say?', 'the European Commission'],
    ['What did the delegate of the European Parliament say about ferries?', 'the European Parliament'],
    ['What did the representative of the WHO say?', 'WHO'],
    ["What did the World Health Organization's speaker say about ferries?", 'the World Health Organization'],
    ["What did the World Bank's representative say about ferries?", 'the World Bank'],
  ])('is nobody who is only called alike: %s', async (question, body) => {
    const { status, text, quotes } = await ask(question);
    expect(quotes, text).toEqual([]);
    expect(status).not.toBe('answered');
    expect(text).toContain(`Nobody speaks for ${body}`);
  });

  it('is found by the body', async () => {
    const { quotes } = await ask("What did the Tidal Union's speaker say about the quay?");
    expect(quotes.map(({ speaker }) => speaker)).toEqual(['Olof Brask']);
  });

  it('is who names the body, where nobody speaks for it', async () => {
    const { related } = await ask("What did the World Health Organization's speaker say about ships?");
    expect(related.map(({ speaker }) => speaker)).toEqual(['Una Reyes']);
  });
});

it('takes the WHO for a body, and not for asking who', async () => {
  const { status } = await ask('What did the WHO say about rice?');
  expect(status).not.toBe('answered');
});

describe('a country', () => {
  it('is not named by who is called so', async () => {
    const { quotes, text } = await ask('Who mentioned Jordan?');
    expect(
      quotes.map(({ speaker }) => speaker),
      text,
    ).toEqual(['Una Reyes']);
  });

  it('is a name where the question has it so', async () => {
    const { quotes, text } = await ask('Who mentioned Michael Jordan?');
    expect(
      quotes.map(({ speaker }) => speaker),
      text,
    ).toEqual(['Olof Brask']);
  });
});

it('counts people, and not what else is counted beside their work', async () => {
  const { status, quotes } = await ask('How many people work with the cranes?');
  expect([status, quotes.length]).toEqual(['nearest', 0]);
  expect((await ask('How many people were trained?')).quotes.map(({ text }) => text)[0]).toMatch(/sixty pilots/u);
});

it('does not list everybody where who came by video is asked', async () => {
  const { text } = await ask('Who took part in the hearing by video?');
  expect(text).not.toMatch(/Olof Brask/u);
});

it.each(['Which of the speakers mentioned Jordan?', 'Which of these delegates spoke of Jordan?'])(
  'asks who: %s',
  async (question) => {
    const { quotes, text } = await ask(question);
    expect(
      quotes.map(({ speaker }) => speaker),
      text,
    ).toEqual(['Una Reyes']);
  },
);
