/** Which language a text is in, as far as its script and commonest words tell, and the few phrases the program adds to prose. */

/** BCP 47 language of a text, `fr`; null where it is too short or too mixed to say. */
export function languageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [language, script] of scripts) {
    if ((text.match(script)?.length ?? 0) > letters / 3) return language;
  }
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const counts = Object.entries(commonest)
    .map(([language, common]) => ({ language, count: words.filter((word) => common.has(word)).length }))
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = counts;
  return first!.count >= 2 && first!.count > second!.count ? first!.language : null;
}

/** `anglais` for English said in French; the tag itself where `Intl` does not know it. */
export function languageName(language: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(language) ?? language;
}

/** The primary part of a tag, `fr` of `fr-CH` or `fr_FR`; null where a record has something else. */
export function primary(language: string | null): string | null {
  return /^[a-z]{2,3}(?=[-_]|$)/.exec(language?.toLowerCase() ?? '')?.[0] ?? null;
}

/** What the program says in its own words, in the language of the question; English where that is another. */
export function phrasesIn(language: string | null): Phrases {
  return phrases[language ?? 'en'] ?? phrases['en']!;
}

export interface Phrases {
  /** Before what only the report says. */
  reportSays: string;
  /** When the model finds that the evidence does not answer. */
  notAnswered: string;
  /** After who speaks. */
  colon: string;
  unknownSpeaker: string;
  /** Before what a model made of a quote. */
  translated: string;
  /** Before prose that is not cut from what was said. */
  modelsWords: string;
}

const phrases: Record<string, Phrases> = {
  en: {
    reportSays: 'The AI-written report says:',
    notAnswered: 'Nothing that was said answers this.',
    colon: ':',
    unknownSpeaker: 'An unknown speaker',
    translated: 'translated by the model, not checked',
    modelsWords: 'In the model’s words:',
  },
  fr: {
    reportSays: 'Selon le compte rendu rédigé par une IA :',
    notAnswered: 'Rien de ce qui a été dit n’y répond.',
    colon: ' :',
    unknownSpeaker: 'Une personne non identifiée',
    translated: 'traduit par le modèle, non vérifié',
    modelsWords: 'Formulé par le modèle :',
  },
  es: {
    reportSays: 'Según el informe escrito por una IA:',
    notAnswered: 'Nada de lo que se dijo responde a esto.',
    colon: ':',
    unknownSpeaker: 'Una persona no identificada',
    translated: 'traducido por el modelo, sin verificar',
    modelsWords: 'En palabras del modelo:',
  },
  ru: {
    reportSays: 'В отчёте, составленном ИИ, сказано:',
    notAnswered: 'Ничто из сказанного не отвечает на это.',
    colon: ':',
    unknownSpeaker: 'Неизвестный участник',
    translated: 'перевод модели, не проверен',
    modelsWords: 'Словами модели:',
  },
  ar: {
    reportSays: 'جاء في التقرير الذي كتبه الذكاء الاصطناعي:',
    notAnswered: 'لا شيء مما قيل يجيب عن هذا.',
    colon: ':',
    unknownSpeaker: 'متحدث غير معروف',
    translated: 'ترجمة النموذج، لم يتم التحقق منها',
    modelsWords: 'بكلمات النموذج:',
  },
  zh: {
    reportSays: '人工智能撰写的报告称：',
    notAnswered: '会上的发言没有回答这个问题。',
    colon: '：',
    unknownSpeaker: '身份不明的发言者',
    translated: '由模型翻译，未经核对',
    modelsWords: '模型的表述：',
  },
  de: {
    reportSays: 'Im von einer KI verfassten Bericht steht:',
    notAnswered: 'Nichts von dem, was gesagt wurde, beantwortet das.',
    colon: ':',
    unknownSpeaker: 'Jemand Unbekanntes',
    translated: 'vom Modell übersetzt, nicht geprüft',
    modelsWords: 'In den Worten des Modells:',
  },
  pt: {
    reportSays: 'Segundo o relatório escrito por uma IA:',
    notAnswered: 'Nada do que foi dito responde a isto.',
    colon: ':',
    unknownSpeaker: 'Uma pessoa não identificada',
    translated: 'traduzido pelo modelo, não verificado',
    modelsWords: 'Nas palavras do modelo:',
  },
};

// Kana before Han: Japanese has both.
const scripts: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

const set = (words: string) => new Set(words.split(' '));
const commonest: Record<string, Set<string>> = {
  en: set(
    'a an i do no or if so up out all also says say said some no me he she his her them into over per any each other most only its just one my your us had here very because so could should then these those such the of and to in is that for it was on with as are by this be at from have not has were which an but they their would will what who how did does said we our you about when where why many much can been there more than',
  ),
  fr: set(
    'le la les des du de un une et en est que qui dans pour sur pas par au aux ce cette ces il elle ils elles nous vous ont été sont était avec plus quel quelle quels quelles comment combien pourquoi où dit ne se sa son ses leur mais ou',
  ),
  es: set(
    'el la los las de del un una y en es que qué quién quiénes cómo cuántos cuántas cuál por para con no se su sus al lo como más pero fue fueron han son está este esta dijo sobre entre también nos',
  ),
  de: set(
    'der die das den dem des ein eine einer einen und in ist zu von mit für auf nicht sich auch es wie viele was wer wird wurde wurden sind war hat haben im am bei als an dass über nach aus sie wir er',
  ),
  pt: set(
    'o a os as de do da dos das um uma e em é que quem como quantos quantas qual por para com não se seu sua no na nos nas foi foram são mais mas ao sobre disse também',
  ),
  it: set(
    'il lo la i gli le di del della dei un una e in è che chi come quanti quante quale per con non si suo sua nel nella sono stato stati più ma al su ha hanno detto anche',
  ),
};
