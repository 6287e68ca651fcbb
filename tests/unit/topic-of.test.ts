/** What a question is on, where its words are words of asking elsewhere. */
import { expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { termsOf } from '../../src/words/terms.ts';

const matter = (question: string) => termsOf(readQuestion(question, [], () => []).words);

it.each([
  ['What was said about the people?', 'people'],
  ['What was said about the address?', 'address'],
  ['What was said about the debate?', 'debate'],
  ['What was said about comments?', 'comments'],
  ['Was anything said on the discussion?', 'discussion'],
  ['What was said regarding the speech?', 'speech'],
  ['Qu’a-t-on dit sur la discussion ?', 'discussion'],
  ['¿Qué se dijo sobre las personas?', 'personas'],
  ['Что сказали о людях?', 'людях'],
  ['关于讨论说了什么？', '讨论'],
  ['ماذا قيل عن الناس؟', 'الناس'],
])('%s', (question, topic) => expect(matter(question)).toEqual(termsOf(topic)));

it.each([
  'What was said about this?',
  'What was said about the session?',
  'What was said about it?',
  'What was said about the meeting?',
])('%s is on nothing of its own', (question) => expect(matter(question)).toEqual([]));
