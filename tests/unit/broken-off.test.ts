import { expect, it } from 'vitest';
import { isBroken, isBrokenOff } from '../../src/answering/talk/broken-off.ts';

it.each(['We are counting, we are having a—.', 'It was the –', 'They went to - .'])('breaks off: %s', (text) =>
  expect(isBrokenOff(text)).toBe(true),
);

it.each(['A well-known pier.', 'The pier—an old one—holds.', 'It costs approx. ten.'])('is whole: %s', (text) =>
  expect(isBroken(text)).toBe(false),
);

it('is broken within where it goes on without a capital', () =>
  expect(isBroken('The piers may be inadequate. some of them sank.')).toBe(true));
