/** Whose stance a sentence tells, in five languages: the speaker's own, or somebody's of whom they only tell. */
import { expect, it } from 'vitest';
import { isOwnStance } from '../../src/answering/stances/own-stance.ts';
import { termsOf } from '../../src/words/terms.ts';

const told: [language: string, speaker: string, own: string[], ofOthers: string[]][] = [
  [
    'fr',
    'Inde',
    ['L’Inde s’oppose à la digue.', 'Nous soutenons la digue.', 'Notre port est favorable à la digue.'],
    ['La Suisse soutient la digue.', 'Nous savons que les pêcheurs refusent la digue.'],
  ],
  [
    'es',
    'Lucía Ferrer, comerciante',
    ['Los comerciantes apoyamos el dique.', 'Mi tienda está en contra del dique.', 'No apoyo el dique.'],
    ['La alcaldesa apoya el dique.', 'Los vecinos rechazan el dique.'],
  ],
  [
    'ru',
    'Грейс Мванги, Кения',
    ['Кения тоже против дамбы.', 'Я поддерживаю дамбу.', 'Мы против дамбы.'],
    ['Япония тоже против дамбы.', 'Рыбаки выступают против дамбы.'],
  ],
  ['zh', '中国代表', ['中国支持堤坝。', '我们反对堤坝。', '坚决反对堤坝。'], ['瑞士支持堤坝。', '渔民们反对堤坝。']],
  ['ar', 'الهند', ['تعارض الهند السد.', 'نؤيد السد.'], ['تؤيد سويسرا السد.', 'الصيادون يعارضون السد.']],
];

it.each(told)('%s', (language, speaker, own, ofOthers) => {
  const about = new Set(termsOf(speaker));
  for (const sentence of own) expect(isOwnStance(sentence, about, language), sentence).toBe(true);
  for (const sentence of ofOthers) expect(isOwnStance(sentence, about, language), sentence).toBe(false);
});
