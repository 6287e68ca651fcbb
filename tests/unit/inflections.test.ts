/** Words that are one in other forms than their stems tell, and words that are not. */
import { expect, it } from 'vitest';
import { areTwoNouns, inflectionOf } from '../../src/words/inflections.ts';
import { termsOf } from '../../src/words/terms.ts';

const coreOf = (word: string, language: string) => inflectionOf(termsOf(word)[0]!, language)?.core ?? word;

it.each([
  ['fr', 'coupe', 'coupée'],
  ['fr', 'coupés', 'couper'],
  ['es', 'aprobó', 'aprobado'],
  ['ru', 'хранении', 'хранить'],
  ['ru', 'разрешение', 'разрешить'],
  ['ar', 'الترخيص', 'تراخيص'],
  ['ar', 'مدرسة', 'المدارس'],
])('%s: %s is %s', (language, one, other) => expect(coreOf(one, language)).toBe(coreOf(other, language)));

it.each([
  ['fr', 'digue', 'digne'],
  ['ru', 'вода', 'водка'],
  ['ar', 'السفن', 'السوق'],
])('%s: %s is no %s', (language, one, other) => expect(coreOf(one, language)).not.toBe(coreOf(other, language)));

it('takes no noun for another', () => {
  expect(areTwoNouns('puerto', 'puerta')).toBe(true);
  expect(areTwoNouns('aprobo', 'aprobado')).toBe(false);
});

it('leaves English to its stemmer', () => expect(inflectionOf('coupe', 'en')).toBeNull());
