/** Figures of one thing at several times, and a talk that goes from one time to another. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { isOfTimeAsked } from '../../src/answering/figures/time-asked.ts';
import { meetingIn } from '../fixtures/meeting.ts';

const ask = meetingIn('en', [
  ['Olga Petrenko', 'Now, let us begin with the ferries. Now we come to the first guest.'],
  [
    'Tomas Lindqvist',
    `Our ferries have changed much. In the 60s, when they burnt coal, each ferry carried 14 stokers below the deck. At the first
    diesel in 1985, a ferry had 6 stokers. And the ferries that we sail today carry 2 stokers, who read most of the night. The
    guild is proud of them.`,
  ],
  [
    'Mei Tanaka',
    `The lamps of the canal burnt oil. The oil came from whales. We have painted the hulls. We have mended the horns. We have
    hired a cook. The cook makes soup. Now, ladies and gentlemen, I thank you.`,
  ],
]);

describe('a figure of the time that is asked for', () => {
  it.each([
    ['In the sixties, how many stokers did a ferry carry?', '14 stokers'],
    ['How many stokers were there on a ferry in the 1960s?', '14 stokers'],
    ['How many stokers did a ferry have in 1985?', '6 stokers'],
    ['How many stokers did a ferry have? / And in the sixties?', '14 stokers'],
    ['How many stokers did a ferry have? / And in the 60s?', '14 stokers'],
    ['How many stokers did a ferry have in 1985? / And now?', '2 stokers'],
    ['How many stokers did a ferry have in 1985? / And nowadays?', '2 stokers'],
  ])('%s', async (talk, words) => {
    const questions = talk.split(' / ');
    const { text, quotes } = await ask(questions.at(-1)!, questions.slice(0, -1));
    expect(quotes[0]?.text, text).toContain(words);
    expect(text).not.toMatch(/Petrenko/u);
  });
});

it.each(['How many stokers does a ferry carry today?', 'How many stokers are there on a ferry now?'])(
  'the figure that is put first is of today: %s',
  async (question) => {
    const { text } = await ask(question);
    expect(text).toMatch(/^(?:.*: )?2\b/u);
  },
);

it('no mere "now" is a time of what stands far from it', async () => {
  const { status } = await ask('And now?', ['What did Tanaka say about the lamps?']);
  expect(status).not.toBe('answered');
});

describe('whether something is of the time asked for', () => {
  it.each([
    ['In 1985 there were six.', 'How many were there in the 80s?', true],
    ['In 1985 there were six.', 'How many were there in the sixties?', false],
    ['There were six.', 'How many were there in the sixties?', true],
    ['In 1985 there were six.', 'How many were there?', true],
    ['In 1985 there were six.', 'How many goals has the 2030 Agenda?', true],
    ['Since 1985 there are six.', 'How many are there in 2020?', true],
  ])('%s %s', (said, question, isOfIt) => expect(isOfTimeAsked(said, question)).toBe(isOfIt));
});
