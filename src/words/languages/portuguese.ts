/** Words and sentences of Portuguese. */
import type { Language } from './language-words.ts';

export const portuguese: Language = {
  asking: 'quem que quando onde como quanto quantos ou mas',
  commonest: `
    o a os as de do da dos das um uma e em é que quem como quantos quantas qual por para com não se seu sua
    no na nos nas foi foram são mais mas ao sobre disse também`,
  saying: 'disse diz propôs',
  accordingTo: 'segundo',
  having: 'tem têm',
  speechNouns: 'posição opinião discurso intervenção argumento resposta',
  replies: {
    reportSays: 'Segundo o relatório escrito por uma IA:',
    notAnswered: 'Nada do que foi dito responde a isto.',
    colon: ':',
    unknownSpeaker: 'Uma pessoa não identificada',
    translated: 'traduzido pelo modelo, não verificado',
    modelsWords: 'Nas palavras do modelo:',
  },
};
