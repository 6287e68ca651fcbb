import { describe, expect, it } from 'vitest';
import { isNegated } from '../../src/answering/stances/negation.ts';

describe('a denial', () => {
  it.each<[string, string, boolean]>([
    ['We cannot enter.', 'en', true],
    ['We don’t know.', 'en', true],
    ['We know nothing.', 'en', true],
    ['A note on knots.', 'en', false],
    ['Not only that.', 'en', false],
    ['Nous ne savons pas.', 'fr', true],
    ['No lo sabemos.', 'es', true],
    ['Na baía, no porto.', 'pt', false],
    ['Wir wissen es nicht.', 'de', true],
    ['Мы не знаем.', 'ru', true],
    ['我们不知道。', 'zh', true],
    ['لا نعرف', 'ar', true],
  ])('%s', (text, language, expected) => expect(isNegated(text, language)).toBe(expected));
  it('may be loose', () =>
    expect([isNegated('They refuse it.', 'en'), isNegated('They refuse it.', 'en', 'loosely')]).toEqual([false, true]));
});
