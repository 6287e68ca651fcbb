/** Two questions in one, and what only looks like it. */
import { expect, it } from 'vitest';
import { twofold } from '../../src/asking/parts/twofold.ts';

it.each([
  ['What did Okafor say about eels and who else mentioned them?', 'who else mentioned them?'],
  ['Where was it held and how many people took part?', 'how many people took part?'],
  ['Why no wall, and when might a harbour be built?', 'when might a harbour be built?'],
  ['who spoke of eels and who spoke of mud', 'who spoke of mud'],
  ['How many boats does Blue Quay own and how many piers does it have?', 'how many piers does Blue Quay have?'],
])('%s', (question, second) => expect(twofold(question)?.[1]).toBe(second));

it.each([
  'What promises were made, by whom and by when?',
  'Who opposed the wall and why?',
  'How many boats are there and where?',
  'Who paid for the wall and how long did it take?',
  'How many boats do Blue Quay and Fjord Lines own and what do they cost?',
  'What is MUD and who uses the term?',
  'What did Okafor and Lindqvist say?',
  'Okafor and who else?',
  'Who spoke of eels and who about mud?',
])('%s is one', (question) => expect(twofold(question)).toBe(null));
