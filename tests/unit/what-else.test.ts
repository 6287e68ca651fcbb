/** "What else?", and whom "he" and "they" mean after several were quoted. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { meetingIn } from '../fixtures/meeting.ts';

const ask = meetingIn('en', [
  ['Olga Petrenko', 'Welcome to the hearing on the harbour of Varn.'],
  [
    'Tomas Lindqvist',
    `The ferries need pilots. Pilots are trained for two winters in the old school by the lake. The mud of the harbour is
    deep, and the harbour office has no dredger that could clear the mud. The harbour lamps should burn all night.`,
  ],
  [
    'Sam Reed',
    `We lack pilots as well. The wool of our sheep is sold in Ostra, and the wool trade keeps the harbour alive. Wool is heavy
    when it is wet, so the harbour needs a dry store.`,
  ],
]);

async function said(talk: string) {
  const questions = talk.split(' / ');
  const answer = await ask(questions.at(-1)!, questions.slice(0, -1));
  return { ...answer, words: answer.quotes.map(({ text }) => text).join(' ') };
}

describe('what else', () => {
  it('somebody said is none of what was shown', async () => {
    const { words, text } = await said('What did Lindqvist say about the lamps? / What else did he say?');
    expect(words, text).toContain('dredger');
    expect(words).not.toContain('lamps should');
  });
  it('is of the matter that is named', async () => {
    const { words, text } = await said('What did Reed say about pilots? / What else did he say about wool?');
    expect(words, text).toMatch(/wool/iu);
    expect(words).not.toContain('lack pilots');
  });
  it('was said of it, where all was shown, is nothing', async () =>
    expect((await said('What was said about lamps? / What else was said?')).status).toBe('not_found'));
  it.each([
    'Quoi d’autre ?',
    'Qu’a-t-il dit d’autre ?',
    '¿Qué más dijo?',
    'Что ещё он сказал?',
    '他还说了什么？',
    'ماذا قال أيضا؟',
  ])('%s', async (question) => {
    const { words, text } = await said(`What did Lindqvist say about the lamps? / ${question}`);
    expect(words, text).toContain('dredger');
  });
});

describe('after several were quoted', () => {
  it('"he" may be any of them, and that is said', async () => {
    const { text, quotes } = await said('Who spoke about pilots? / What else did he say?');
    expect(text).toMatch(/^He can mean Tomas Lindqvist and Sam Reed\./u);
    expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Tomas Lindqvist', 'Sam Reed']));
  });
  it('"they" are all of them', async () => {
    const { text, quotes } = await said('Who spoke about pilots? / What did they say about the harbour?');
    expect(text).not.toMatch(/can mean/u);
    expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Tomas Lindqvist', 'Sam Reed']));
  });
  it('"he" is who was quoted last, where that is one', async () => {
    const talk = 'What did Lindqvist say about pilots? / Who else spoke about pilots? / What did he say about wool?';
    const { text, words } = await said(talk);
    expect(words, text).toContain('wool trade');
    expect(text).not.toMatch(/can mean/u);
  });
});
