import { describe, expect, it } from 'vitest';
import { asksOfMessageAbove, leansOnWhatWasSaid } from '../../src/asking/parts/message-above.ts';

describe('a question about the message above', () => {
  it.each([
    'Is this true?',
    'is that right?',
    'Could you please check this',
    'Who said that?',
    'Was it ever said?',
    'Did anyone really say that?',
    'Est-ce que c’est vrai ?',
    'Qui a dit ça ?',
    '¿Es verdad?',
    '¿Quién dijo eso?',
    'Это правда?',
    'Кто это сказал?',
    '这是真的吗？',
    '这是谁说的？',
    'هل هذا صحيح؟',
    'من قال هذا؟',
  ])('%s', (question) => {
    expect(asksOfMessageAbove(question)).toBe(true);
  });
  it.each(['Is this true of rice?', 'Who said this about rice?', 'What is true?', 'Was it agreed?', ''])(
    'not: %s',
    (question) => {
      expect(asksOfMessageAbove(question)).toBe(false);
    },
  );
});

it('a question leans on what was said before where it points at it, or names nothing itself', () => {
  const questions = [
    'And why?',
    'Who else spoke of it?',
    'What did he say?',
    'why?',
    'Who spoke about rice?',
    'What was said about the levy?',
  ];
  expect(questions.map((question) => leansOnWhatWasSaid(question))).toEqual([true, true, true, true, false, false]);
});
