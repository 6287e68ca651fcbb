import { expect, it } from 'vitest';
import { mayTellFigure } from '../../src/answering/may-tell.ts';

it.each<[string, string, boolean]>([
  ['How long did the repair take?', 'It took five full days.', true],
  ['How long did the repair take?', 'We began two years ago.', false],
  ['For how many days was the lock shut?', 'Many of the boats had to wait.', false],
  ['For how many days was the lock shut?', 'The boats waited eleven days.', true],
  ['How many boats waited?', 'Hardly any of them.', true],
  ['How many boats waited?', 'Forty of them.', true],
  ['How many boats waited?', 'In the last ten years it has been a busy harbour.', false],
  ['How many boats waited?', 'In the last ten years some 40 of them.', true],
  ['How many boats waited?', 'The boats have a 3D map of the lock.', false],
  ['How many boats waited?', 'They say 2k boats did.', true],
  ['What share of the boats waited?', 'The first 40 boats came at noon.', false],
  ['What share of the boats waited?', 'That was a third of the total.', true],
  ['How old is the lock?', 'The lock is the pride of the town.', false],
  ['How old is the lock?', 'It was built 90 years ago.', true],
  ['How often is the lock oiled?', 'Once a week, by the keeper.', true],
  ['How frequently is the lock oiled?', 'The keeper oils the lock.', false],
  ['When will the lock be opened again?', 'After the harvest.', true],
  ['By when must the lock be mended?', 'In March, they said.', true],
  ['When will the lock be opened again?', 'The lock is of oak.', false],
  ['Why was nobody told when discussing the lock?', 'The lock is of oak.', true],
  ['What is the lock made of?', 'The lock is of oak.', true],
])('%s %s: %s', (question, said, expected) => expect(mayTellFigure(said, question)).toBe(expected));
