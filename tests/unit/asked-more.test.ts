/** "By when?", "How many times?", "Who asked that?" and "What was she told?" after an answer. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { meetingIn } from '../fixtures/meeting.ts';

const ask = meetingIn('en', [
  ['Olga Petrenko', 'Who will repair the harbour lamps, and who pays for the oil?'],
  [
    'Tomas Lindqvist',
    `The guild will repair the harbour lamps. We recommend a charter for the divers, which could be signed in 2034. It would be
    built on the rules from 2019. The guild has four carts and a crane.`,
  ],
  [
    'Mei Tanaka',
    `The song of the pilots was sung a thousand times. It is a sad song, and everybody in the valley of the river knows it by
    heart. The wardens guard the weir at night, when the river is high and the fishermen of Ostra come up in their boats.`,
  ],
  [
    'Sam Reed',
    `In Ostra the town sided with the fishermen. The nets are dear. The hooks are dear too. Bread is cheap. I like bread. In two
    halls we painted the boats. Salt is white. My last point is a wish of every town: let us have more lamps.`,
  ],
]);

async function said(talk: string) {
  const questions = talk.split(' / ');
  const answer = await ask(questions.at(-1)!, questions.slice(0, -1));
  return { ...answer, words: answer.quotes.map(({ text }) => text).join(' ') };
}

describe('a question that asks more', () => {
  it('is told a time to come, where it asks by when', async () => {
    const { words, text } = await said('What did Lindqvist say about the rules? / By when?');
    expect(words, text).toContain('2034');
    expect(words).not.toContain('2019');
  });
  it.each([
    'What did Lindqvist say about the guild? / How many times?',
    'What was said about the wardens? / How many times?',
  ])('is told by no number of other things: %s', async (talk) => {
    const { status, text } = await said(talk);
    expect(status, text).not.toBe('answered');
  });
  it('is of who spoke, where a company is asked for', async () => {
    const { status, words } = await said('What did Lindqvist say about the guild? / Which company spoke?');
    expect(`${status} ${words}`).not.toContain('answered The guild');
  });
  it('is told by what was just quoted, rather than by what says less far off', async () => {
    const talk = 'What did Reed say about Ostra? / What did the town do there?';
    const { status, related, words } = await said(talk);
    expect(status === 'answered' ? words : related[0]?.text).toContain('sided with the fishermen');
  });
  it('when something began is no beginning of a speech', async () => {
    const { text } = await said('What did Lindqvist propose? / When did it begin?');
    expect(text).not.toMatch(/^At the beginning/u);
  });
  it('is told by no number beside the same word', async () => {
    const { status, text } = await said('What did Lindqvist say about the charter? / How many boats?');
    expect(status, text).not.toBe('answered');
  });
  it('is of who asked, where a question was quoted', async () => {
    const { text } = await said('What did Petrenko say about oil? / Who asked that?');
    expect(text).toMatch(/^Olga Petrenko \[1\] asked/u);
  });
  it('is of what was replied', async () => {
    const { words } = await said('What did Petrenko ask about the lamps? / What was she told?');
    expect(words).toContain('The guild will repair');
  });
});
