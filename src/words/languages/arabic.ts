/** Words and sentences of Arabic. */
import type { Language } from './language-words.ts';

export const arabic: Language = {
  asking: 'من ما ماذا متى أين كيف لماذا كم هل و أو',
  saying: 'قال قالت ذكر ذكرت يقول تقول',
  accordingTo: 'حسب',
  replies: {
    reportSays: 'جاء في التقرير الذي كتبه الذكاء الاصطناعي:',
    notAnswered: 'لا شيء مما قيل يجيب عن هذا.',
  },
};
