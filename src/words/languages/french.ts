/** Words and sentences of French. */
import type { Language } from './language-words.ts';

export const french: Language = {
  asking:
    'qui que quoi quel quels quelle quelles quand où comment pourquoi combien est-ce et ou mais dis dites donne résume traduis compare selon',
  commonest: `
    le la les des du de un une et en est que qui dans pour sur pas par au aux ce cette ces il elle ils elles
    nous vous ont été sont était avec plus quel quelle quels quelles comment combien pourquoi où dit ne se
    sa son ses leur mais ou`,
  saying: 'dit disent pense déclare déclaré propose recommande',
  accordingTo: 'selon',
  having: 'a ont avait avaient',
  speechNouns:
    'position avis opinion vue intervention discours déclaration propos argument arguments réponse message point points',
  replies: {
    reportSays: 'Selon le compte rendu rédigé par une IA :',
    notAnswered: 'Rien de ce qui a été dit n’y répond.',
    colon: ' :',
    unknownSpeaker: 'Une personne non identifiée',
    translated: 'traduit par le modèle, non vérifié',
    modelsWords: 'Formulé par le modèle :',
  },
};
