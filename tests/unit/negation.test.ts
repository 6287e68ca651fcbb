import { describe, expect, it } from 'vitest';
import { isNegated, turnsRound } from '../../src/answering/negation.ts';

function check(statement: string, said: string, expected: boolean): void {
  expect(turnsRound(statement, [said], 'en')).toBe(expected);
}

describe('a statement without the "not" of what was said', () => {
  it('turns it round', () =>
    check('The eelgrass comes back.', 'Dredging stirs up the mud, and the eelgrass does not come back.', true));
  it('does not where the denied word stands elsewhere without it', () =>
    check(
      'The seals are disturbed in the summer.',
      'The seals are not disturbed in winter, but they are disturbed in summer.',
      false,
    ));
  it('does not where it speaks of another clause', () =>
    check('Dredging stirs up the mud.', 'Dredging stirs up the mud, and the eelgrass does not come back.', false));
  it('does not after "not only"', () =>
    check('The harbour pays.', 'Not only the harbour pays but the city too.', false));
  it('does not where it denies too', () =>
    check('The eelgrass never comes back.', 'The eelgrass does not come back.', false));
});

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
