import { expect, it } from 'vitest';
import { cutLabel, cutLabelStart } from '../../src/chat/labels.ts';

const family = '👨‍👩‍👧‍👦';

it('leaves what fits as it is', () => {
  expect(cutLabel('abc', 3)).toBe('abc');
  expect(cutLabelStart('abc', 3)).toBe('abc');
});
it('cuts between whole characters, at both ends', () => {
  expect(cutLabel('abcdef', 4)).toBe('abc…');
  expect(cutLabelStart('abcdef', 4)).toBe('…def');
  expect(cutLabel(`ab${family}cd`, 8)).toBe('ab…');
  expect(cutLabel(`ab${family}cd`, 14)).toBe(`ab${family}…`);
  expect(cutLabelStart(`ab${family}cd`, 8)).toBe('…cd');
  expect(cutLabel('Zoe\u0301 Ruiz', 4)).toBe('Zo…');
  expect(cutLabel('🇫🇷🇩🇪🇪🇸', 7)).toBe('🇫🇷…');
});
it('is never longer than it may be, nor half a character, whatever stands there', () => {
  for (const text of ['e' + '\u0301'.repeat(200), '😀'.repeat(50), family.repeat(20), 'x'.repeat(99)]) {
    for (const most of [2, 3, 10, 50]) {
      expect(cutLabel(text, most).length).toBeLessThanOrEqual(most);
      expect(cutLabel(text, most).isWellFormed()).toBe(true);
      expect(cutLabelStart(text, most).length).toBeLessThanOrEqual(most);
      expect(cutLabelStart(text, most).isWellFormed()).toBe(true);
    }
  }
});
