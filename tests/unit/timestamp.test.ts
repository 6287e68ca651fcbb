import { describe, expect, it } from 'vitest';
import { formatTime, readTime } from '../../src/words/timestamp.ts';

describe('readTime', () => {
  it.each([
    ['0:00', 0],
    ['1:02', 62],
    ['01:02', 62],
    ['1:02:03', 3723],
    ['00:01:02,500', 62.5],
    ['00:01:02.5', 62.5],
    ['75:30', 4530],
    ['100:00:01', 360_001],
    ['', null],
    ['1', null],
    ['1:2', null],
    ['1:60', null],
    ['1:60:00', null],
    ['1:02:03:04', null],
    ['a:bc', null],
    ['-1:00', null],
    [' 1:00', null],
  ])('%j is %j', (text, seconds) => {
    expect(readTime(text)).toBe(seconds);
  });
});

describe('formatTime', () => {
  it.each([
    [0, '0:00'],
    [62.9, '1:02'],
    [3723, '1:02:03'],
    [359_999, '99:59:59'],
    [-5, '0:00'],
  ])('%j is %j', (seconds, text) => {
    expect(formatTime(seconds)).toBe(text);
  });
});
