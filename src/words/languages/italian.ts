/** Words and sentences of Italian. */
import type { Language } from './language-words.ts';

export const italian: Language = {
  commonest: `
    il lo la i gli le di del della dei un una e in è che chi come quanti quante quale per con non si suo sua
    nel nella sono stato stati più ma al su ha hanno detto anche`,
  accordingTo: 'secondo',
};
