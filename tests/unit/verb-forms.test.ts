import { expect, it } from 'vitest';
import { bareForm } from '../../src/words/irregular-forms.ts';
import { formsOf } from '../../src/words/verb-forms.ts';

it.each([
  ['say', 'say says said saying'],
  ['agree', 'agree agrees agreed agreeing'],
  ['propose', 'propose proposes proposed proposing'],
  ['deny', 'deny denies denied denying'],
  ['discuss', 'discuss discusses discussed discussing'],
  ['plan', 'plan plans planned planning'],
  ['stay', 'stay stays stayed staying'],
])('%s has the forms %s', (verb, forms) => expect(formsOf(verb)).toEqual(forms.split(' ')));
it.each([
  ['spoke', 'speak'],
  ['thought', 'think'],
  ['harbour', 'harbour'],
])('%s is %s', (word, verb) => expect(bareForm(word)).toBe(verb));
