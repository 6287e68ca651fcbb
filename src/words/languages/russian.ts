/** Words and sentences of Russian. */
import type { Language } from './language-words.ts';

export const russian: Language = {
  asking:
    'что кто как какой какая какие когда где почему сколько и а но или скажите скажи дайте дай переведите сравните кто-нибудь',
  saying: 'сказал сказала сказали говорит говорил говорила считает предложил предложила',
  replies: {
    reportSays: 'В отчёте, составленном ИИ, сказано:',
    notAnswered: 'Ничто из сказанного не отвечает на это.',
  },
};
