/** Words and sentences of Arabic. */
import type { Language } from './language-words.ts';

export const arabic: Language = {
  asking: 'من ما ماذا متى أين كيف لماذا كم هل و أو',
  saying: 'قال قاله قالته قالت ذكر ذكرت يقول تقول',
  accordingTo: 'حسب',
  speechNouns: 'موقف رأي كلمة مداخلة رد',
  replies: {
    reportSays: 'جاء في التقرير الذي كتبه الذكاء الاصطناعي:',
    notAnswered: 'لا شيء مما قيل يجيب عن هذا.',
    colon: ':',
    unknownSpeaker: 'متحدث غير معروف',
    translated: 'ترجمة النموذج، لم يتم التحقق منها',
    modelsWords: 'بكلمات النموذج:',
  },
};
