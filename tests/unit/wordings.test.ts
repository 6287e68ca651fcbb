/** One meaning in many wordings: what asks, in whatever words, is no matter. */
import { afterAll, describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/asking/structure.ts';
import { onlyAsks } from '../../src/asking/parts/only-asking.ts';
import { tideForum } from '../fixtures/tide-forum.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

it.each([
  'Who spoke longest?',
  'Who had the longest speaking time?',
  'Who had the floor for the longest?',
  'Who took up most time?',
  'Who used up the most of the time?',
  'Which speaker talked the most?',
  'Whose speech was the longest?',
  'Who had the most to say?',
  'Who held the longest speech?',
  'Which participant spoke at greatest length?',
  'Who was given most of the time?',
])('%s asks who spoke longest', (question) =>
  expect(subjectOf(question)).toEqual({ of: 'speaking', measure: 'time', order: 'most' }),
);

it.each(['Who spoke the least?', 'Who had the shortest speech?', 'Whose intervention was shortest?'])(
  '%s asks who spoke shortest',
  (question) => expect(subjectOf(question)).toEqual({ of: 'speaking', measure: 'time', order: 'least' }),
);

it.each(['Who spoke most about eels?', 'Who had the most to say on eels?', 'Which town spent most on the wall?'])(
  '%s asks for no speaking time',
  (question) => expect(subjectOf(question)?.of).not.toBe('speaking'),
);

it.each([
  ['sum up what she wants', true],
  ['Boil down the remarks', true],
  ['position', true],
  ['about her wishes', false],
  ['the wall', false],
])('whether “%s” only asks: %s', (words, expected) => expect(onlyAsks(words)).toBe(expected));

describe('asked of somebody', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([{ name: 'tides.json', bytes: Buffer.from(JSON.stringify(tideForum)) }]);
  afterAll(() => rapporteur.close());
  const answerTo = (text: string) => rapporteur.ask({ text, history: [] });

  it.each([
    "Could I have the full text of Tanaka's intervention, please?",
    "Show me Tanaka's entire speech",
    "I'd like to read all of Tanaka's remarks",
    "Can I get the transcript of Tanaka's turn?",
    "Reproduce Tanaka's contribution in full",
    'Let me see everything Tanaka said, word for word',
  ])('%s gives the whole remarks', async (question) => {
    const { quotes } = await answerTo(question);
    expect(quotes.map(({ text }) => text)).toEqual([tideForum.turns[3]!.text]);
  });

  it.each([
    'Could you kindly sum up in one sentence what Kleinhauser wants?',
    'Please summarise in one sentence what Kleinhauser recommends',
    'Would you be able to sum up what Kleinhauser is asking for?',
    'What would Kleinhauser like to see?',
    'What does Kleinhauser want?',
  ])('%s tells what is proposed', async (question) => {
    const { quotes } = await answerTo(question);
    expect(quotes[0]?.text).toContain('I recommend not to look for a binding treaty');
  });

  it.each([
    "What's Iyer's verdict on the levy?",
    'Where does Iyer stand on the levy?',
    'How does Iyer feel about the levy?',
    'Any idea what Iyer thinks about the levy?',
    "Could you enlighten me as to Iyer's opinion of the levy?",
    'What does Iyer make of the levy?',
  ])('%s is of the levy alone', async (question) => {
    const { quotes } = await answerTo(question);
    expect(quotes.map(({ text }) => text).join(' ')).toContain('We oppose the levy');
    expect(quotes.every(({ speaker }) => speaker === 'Rahul Iyer')).toBe(true);
  });

  it.each(['Did seals feature in the discussion?', 'Any word on seals?', 'Tell me a bit about seals'])(
    '%s is of seals alone',
    async (question) => {
      const { status, quotes } = await answerTo(question);
      expect(status).toBe('answered');
      expect(quotes[0]?.text).toMatch(/seals/iu);
    },
  );

  it.each(["Sum up Iyer's position for me", "Boil down Iyer's remarks to one sentence", "What is Iyer's message?"])(
    '%s tells what they spoke of',
    async (question) => {
      const { status, quotes } = await answerTo(question);
      expect(status).toBe('answered');
      expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Rahul Iyer']));
    },
  );
});
