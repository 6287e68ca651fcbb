/** Two questions in one, and what only looks like it. */
import { expect, it } from 'vitest';
import { twofold } from '../../src/asking/parts/twofold.ts';

it.each([
  ['What did Okafor say about eels and who else mentioned them?', 'who else mentioned them?'],
  ['Where was it held and how many people took part?', 'how many people took part?'],
  ['Why no wall, and when might a harbour be built?', 'when might a harbour be built?'],
  ['who spoke of eels and who spoke of mud', 'who spoke of mud'],
  ['Who chaired, and which institution organised it?', 'which institution organised this session?'],
  ['Who moderated the meeting, and who hosted it?', 'who hosted this session?'],
  ['Where was it held, and which body sponsored it?', 'which body sponsored this session?'],
  ['How many boats does Blue Quay own and how many piers does it have?', 'how many piers does Blue Quay have?'],
  ['Did anybody mention eels, and who spoke of mud?', 'who spoke of mud?'],
  ['Where did the meeting take place and on what day?', 'on what day did the meeting take place?'],
  ['In which town was it held, and in what year?', 'in what year was it held?'],
  ['When and where was the forum held?', 'where was the forum held?'],
  ['Where and on what date was the forum held?', 'on what date was the forum held?'],
  ['Where, and in which year, was the forum held?', 'in which year, was the forum held?'],
  ['How many meetings are in here, and which one is the longest?', 'which meeting is the longest?'],
  ['When and where was the forum held and who came to Varn?', 'who came to Varn?'],
])('%s', (question, second) => expect(twofold(question)).toMatchObject({ second, isBound: false }));

it.each([
  ['How many divers were trained, and did they have to pay?', 'did they have to pay?'],
  ['Who paid for the wall and how long did it take?', 'how long did it take?'],
  ['How many boats do Blue Quay and Fjord Lines own and what do they cost?', 'what do they cost?'],
  ['How many clerks work in the Varnish office, and are they paid?', 'are they paid?'],
  ['What is MUD and who uses the term?', 'who uses the term?'],
  ['Who opposed the wall and why?', 'Why?'],
  ['What wall was built, and by whom?', 'by whom?'],
  ['Who doubts that the wall will hold, and for what reason?', 'Why?'],
  ['Who paid for the wall, and with what?', 'with what?'],
  ['Who quoted a poet and what did the quote say?', 'what did the quote say?'],
])('%s: the second asks more of the first', (question, second) =>
  expect(twofold(question)).toMatchObject({ second, isBound: true }),
);

it.each([
  'What promises were made, by whom and by when?',
  'What good uses of mud were mentioned, and by whom?',
  'Which faults of the wall were named at the meeting, and by whom?',
  'What is wrong with the wall, and who said so?',
  'Who spoke of eels, and how many were they?',
  'What is and is not allowed in the harbour?',
  'Which towns have and will have a wall?',
  'What did Okafor and Lindqvist say?',
  'Okafor and who else?',
  'Who spoke of eels and who about mud?',
  'On which day and at what time was the fair held?',
])('%s is one', (question) => expect(twofold(question)).toBe(null));

it.each([
  [
    'What selling price and what profit were set for the lamp in meeting HB2031a?',
    'What selling price was set for the lamp in meeting HB2031a?',
  ],
  ['How many boats and how many piers does Blue Quay own?', 'How many boats does Blue Quay own?'],
  ['Which seals and which eels did Okafor count in HB2031a?', 'Which seals did Okafor count in HB2031a?'],
  ['What price was set and what profit was hoped for in meeting HB2031a?', 'What price was set in meeting HB2031a?'],
  ['What does the wall cost and who paid for it, according to Okafor?', 'What does the wall cost according to Okafor?'],
  ['What causes floods and what damage was done?', 'What causes floods?'],
  ['Which side won and which price was paid?', 'Which side won?'],
])('the first keeps what stands at the end: %s', (question, first) =>
  expect(twofold(question)).toMatchObject({ first }),
);
