/** Words and sentences of German. */
import type { Language } from './language-words.ts';

export const german: Language = {
  asking: 'wer was wann wie warum und oder aber welche welcher hat haben ist sind gibt',
  commonest: `
    der die das den dem des ein eine einer einen und in ist zu von mit für auf nicht sich auch es wie viele
    was wer wird wurde wurden sind war hat haben im am bei als an dass über nach aus sie wir er`,
  saying: 'sagt sagte meint',
  accordingTo: 'laut',
  having: 'hat haben hatte',
  speechNouns: 'Position Meinung Haltung Ansicht Rede Argument Antwort',
  replies: {
    reportSays: 'Im von einer KI verfassten Bericht steht:',
    notAnswered: 'Nichts von dem, was gesagt wurde, beantwortet das.',
    colon: ':',
    unknownSpeaker: 'Jemand Unbekanntes',
    translated: 'vom Modell übersetzt, nicht geprüft',
    modelsWords: 'In den Worten des Modells:',
  },
};
