import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wantedOf } from '../../src/answering/matter/evidence.ts';
import { isTopic } from '../../src/answering/matter/extent.ts';
import { readQuestion } from '../../src/asking/inquiry.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { hearing } from '../fixtures/hearings.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('a matter asked for as such', () => {
  const counts = { documentFrequency: () => 1, chunkCount: 100 };
  const asksFor = (question: string) => {
    const inquiry = readQuestion(question, [], () => []);
    return isTopic(inquiry, wantedOf(inquiry.words, counts));
  };
  it.each(['What was said about energy?', 'energy?', 'lighthouse repairs', 'What did they say about the tide gauges?'])(
    '%s',
    (question) => expect(asksFor(question)).toBe(true),
  );
  it.each([
    'How many gauges are there?',
    'Who spoke about energy?',
    'Why was the lighthouse sold?',
    'When will the ferry run again?',
    'Did anybody speak of energy?',
    'Which wall of the old granary leans towards the pond?',
  ])('not: %s', (question) => expect(asksFor(question)).toBe(false));
});

describe('a topic over many sessions', () => {
  const topics = ['lanterns', 'barnacles', 'saffron', 'tunnels', 'cellars', 'vinegar'];
  /** How many sessions speak of a topic: 12 of the first, 10 of the next. */
  const sessionsOf = (topic: string) => 12 - 2 * topics.indexOf(topic);
  const speakers = ['Ulla Brandt', 'Pavel Ruz', 'Mina Sato', 'Otto Vale'];
  const talks = Array.from({ length: 12 }, (_, at) => ({
    id: `talk-${at}`,
    title: `Evening ${at}`,
    turns: [
      { speaker: 'Ulla Brandt', text: 'Good evening to everybody in the hall.' },
      ...topics
        .filter((topic) => at < sessionsOf(topic))
        .flatMap((topic, which) => [
          {
            speaker: speakers[(at + which) % 4]!,
            text: `In village ${at} the ${topic} were counted twice, and nobody agreed on the price of them.`,
          },
          {
            speaker: speakers[(at + which + 1) % 4]!,
            text: `I would leave the ${topic} of village ${at} to those who know them.`,
          },
        ]),
    ],
  }));
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([
      recordOf(...talks),
      recordOf(...Array.from({ length: 40 }, (_, number) => hearing(number, 0))),
    ]);
  });
  afterAll(() => rapporteur.close());

  it.each(topics)('is answered with its extent and with quotes that name it: %s', async (topic) => {
    const answer = await rapporteur.ask({ text: `What was said about ${topic}?` });
    const sessions = sessionsOf(topic);
    expect(answer).toMatchObject({ status: 'answered', extent: { turns: 2 * sessions, sessions }, related: [] });
    const where = sessions === 1 ? 'one session' : `${sessions} sessions`;
    if (2 * sessions > answer.quotes.length)
      expect(answer.text).toContain(`${2 * sessions} turns in ${where} speak of it; the clearest: `);
    for (const { text } of answer.quotes) expect(text).toContain(topic);
    expect(new Set(answer.quotes.map(({ session }) => session.id)).size).toBeGreaterThanOrEqual(Math.min(sessions, 2));
    expect(new Set(answer.quotes.map(({ speaker }) => speaker)).size).toBeGreaterThanOrEqual(2);
  });
  it('is counted in the sessions that are asked of alone', async () => {
    const scope = { sessions: ['talk-0', 'talk-1', 'hearing-3'] };
    expect((await rapporteur.ask({ text: 'What was said about saffron?', scope })).extent).toEqual({
      turns: 4,
      sessions: 2,
    });
  });
  it('has no extent where something is asked of it', async () =>
    expect((await rapporteur.ask({ text: 'Who counted the lanterns?' })).extent).toBeUndefined());
});
