import { expect, it } from 'vitest';
import { sessionsCalled } from '../../src/asking/sessions-called.ts';

const sessions = [
  { id: 'pier', title: 'Harbour Council', event: 'Coast Week' },
  { id: 'orchard', title: 'The pier again', event: null },
];
const ids = (...asked: Parameters<typeof sessionsCalled<(typeof sessions)[number]>>) =>
  sessionsCalled(...asked).map(({ id }) => id);

it.each([
  ['pier', ['pier']],
  ['The Pier', ['orchard']],
  ['council', ['pier']],
  ['coast week', ['pier']],
  ['week harbour', ['pier']],
  ['Hárbour coun', ['pier']],
  ['nowhere', []],
  ['?', []],
])('%s calls %j', (words, expected) => expect(ids(words, sessions)).toEqual(expected));
