import { describe, expect, it } from 'vitest';
import { askedThing } from '../../src/answering/telling/asked-thing.ts';

const kindOf = (question: string) => askedThing({ question, wants: null })?.kind;

describe('a body', () => {
  it.each(['Which university lent the boats?', 'At which old law school did she teach?', 'Which ministers came?'])(
    'is asked for: %s',
    (question) => expect(kindOf(question)).toBe('body'),
  );
  it.each([
    'What did the minister say about boats?',
    'What does a bank do with boats?',
    'What is the university?',
    'What about the ministers?',
  ])('is none: %s', (question) => expect(kindOf(question)).not.toBe('body'));
});
