import { describe, expect, it } from 'vitest';
import { bareForm, irregularFormsOf } from '../../src/words/irregular-forms.ts';
import { termsOf } from '../../src/words/terms.ts';

describe('an irregular form', () => {
  it.each([
    ['took', 'take'],
    ['taken', 'take'],
    ['taught', 'teach'],
    ['spent', 'spend'],
    ['chosen', 'choose'],
    ['children', 'child'],
    ['women', 'woman'],
    ['mice', 'mouse'],
  ])('%s is %s, to the search too', (form, bare) => {
    expect(bareForm(form)).toBe(bare);
    expect(termsOf(form)).toEqual(termsOf(bare));
  });
  it.each(['left', 'rose', 'ground', 'data', 'lives', 'harbour', '', 'constructor', '__proto__'])(
    'is not %j, which is as often another word or none',
    (word) => {
      expect(bareForm(word)).toBe(word);
    },
  );
  it('has the same bare form as all the others of its word', () => {
    for (const bare of ['take', 'teach', 'choose', 'begin', 'bring']) {
      const forms = irregularFormsOf(bare)!;
      expect(forms[0]).toBe(bare);
      expect(forms.map((form) => bareForm(form))).toEqual(forms.map(() => bare));
    }
  });
  it('is of none that is regular', () => expect(irregularFormsOf('paint')).toBeUndefined());
});
