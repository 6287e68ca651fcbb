/** Words and sentences of Spanish. */
import type { Language } from './language-words.ts';

export const spanish: Language = {
  asking:
    'qué que quién quiénes cuál cuáles cuándo dónde cómo cuánto cuántos cuántas por y o pero dime dame resume traduce compara según alguien hay',
  commonest: `
    el la los las de del un una y en es que qué quién quiénes cómo cuántos cuántas cuál por para con no se
    su sus al lo como más pero fue fueron han son está este esta dijo sobre entre también nos`,
  saying: 'dijo dice dijeron dicen opina opinó piensa propuso recomendó mencionó',
  accordingTo: 'según',
  having: 'ha han había habían',
  speechNouns:
    'posición opinión postura vista intervención discurso declaración argumento argumentos respuesta palabras mensaje',
  replies: {
    reportSays: 'Según el informe escrito por una IA:',
    notAnswered: 'Nada de lo que se dijo responde a esto.',
    colon: ':',
    unknownSpeaker: 'Una persona no identificada',
    translated: 'traducido por el modelo, sin verificar',
    modelsWords: 'En palabras del modelo:',
  },
};
