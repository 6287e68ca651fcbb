/** Two questions in one in other languages than English, and what only looks like it. */
import { expect, it } from 'vitest';
import { twofoldIn } from '../../src/asking/parts/twofold-elsewhere.ts';

it.each([
  ['fr', 'Combien coûte la digue et qui la paie ?', 'Combien coûte la digue ?', 'qui la paie ?'],
  ['fr', 'Où est le phare et en quelle année a-t-il ouvert ?', 'Où est le phare ?', 'en quelle année a-t-il ouvert ?'],
  ['es', '¿Cuánto cuesta el filtro y cuánto tarda?', '¿Cuánto cuesta el filtro?', 'cuánto tarda?'],
  ['ru', 'Сколько стоит дамба и когда её построят?', 'Сколько стоит дамба?', 'когда её построят?'],
  ['zh', '堤坝要花多少钱，谁来付钱？', '堤坝要花多少钱？', '谁来付钱？'],
  ['ar', 'كم تكلفة السد ومتى سيفتتح السد؟', 'كم تكلفة السد؟', 'متى سيفتتح السد؟'],
])('%s: %s', (language, question, first, second) => expect(twofoldIn(question, language)).toEqual([first, second]));

it.each([
  ['fr', 'Quels engagements ont été pris, par qui et pour quand ?'],
  ['fr', 'Qui s’oppose à la digue et pourquoi ?'],
  ['fr', 'Qu’ont dit la Chine et le Brésil sur la digue ?'],
  ['es', '¿Qué dijeron China y Brasil?'],
  ['ru', 'Кто против дамбы и почему?'],
  ['zh', '作出了哪些承诺，由谁，何时完成？'],
  ['ar', 'ماذا قالت الصين والبرازيل عن السد؟'],
  ['de', 'Was kostet der Damm und wer zahlt ihn?'],
])('%s: %s is one', (language, question) => expect(twofoldIn(question, language)).toBeNull());
