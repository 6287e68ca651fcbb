/** Words and sentences of English. */
import type { Language } from './language-words.ts';

export const english: Language = {
  commonest: `
    a an i do no or if so up out all also says say said some no me he she his her them into over per any
    each other most only its just one my your us had here very because so could should then these those such
    the of and to in is that for it was on with as are by this be at from have not has were which an but
    they their would will what who how did does said we our you about when where why many much can been
    there more than`,
  replies: {
    reportSays: 'The AI-written report says:',
    notAnswered: 'Nothing that was said answers this.',
    colon: ':',
    unknownSpeaker: 'An unknown speaker',
    translated: 'translated by the model, not checked',
    modelsWords: 'In the model’s words:',
  },
};
