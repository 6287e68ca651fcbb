/** Whether a sentence denies what it speaks of, in the languages of the United Nations and three more. */

/** `loosely` also counts words that deny without a "not": fail, refuse, against, instead. */
export function isNegated(text: string, language: string | null, how: 'strictly' | 'loosely' = 'strictly'): boolean {
  const plain = withoutIdioms(text);
  const strict = negators[language ?? 'en'] ?? negators['en']!;
  return strict.test(plain) || (how === 'loosely' && loose.test(plain));
}

/** "Not only" and its like deny nothing. */
function withoutIdioms(text: string): string {
  return text.replaceAll('’', "'").replaceAll(idioms, ' ').replaceAll(chineseIdioms, ' ');
}

const bounded = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
const idioms = new RegExp(
  bounded(
    'not (?:only|just|least)|no doubt|without (?:a )?doubt|why not|whether or not|or not|non seulement|no solo|nicht nur',
  ).source,
  'giu',
);
/** Characters that deny in others than these words. */
const chineseIdioms = /非常|非洲|未来|特别|区别|分别|类别|性别|个别|级别|不仅|不但|不断|不同(?!意)|有没有/gu;
const negators: Record<string, RegExp> = {
  en: /(?<!\p{L})(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|\p{L}+n't)(?!\p{L})/iu,
  fr: bounded('ne|pas|jamais|sans|aucun|aucune|rien|personne|ni|non'),
  es: bounded('no|nunca|jamás|sin|ningún|ninguno|ninguna|nada|nadie|ni|tampoco'),
  de: bounded('nicht|nie|niemals|ohne|kein|keine|keinen|keiner|keinem|keines|nichts|niemand|weder'),
  pt: bounded('não|nunca|jamais|sem|nenhum|nenhuma|nada|ninguém|nem'),
  it: bounded('non|mai|senza|nessun|nessuno|nessuna|niente|nulla|né'),
  ru: bounded('не|ни|нет|без|никогда|никто|ничего|нельзя|никакой|никаких'),
  ar: bounded('[وفبل]?(?:لا|لم|لن|ليس|ليست|لست|لسنا|ليسوا|بدون|دون|غير|أبدا|عدم|ألا|بلا)'),
  zh: /[不没沒無无未非别]/u,
};
const loose = bounded(
  `fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|al|ing)|unable|lack(?:s|ed|ing)?|impossible|oppos(?:e|es|ed|ing|ition)|against|reject(?:s|ed|ing)?|
   prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|unless|except|instead|insufficient|inadequate|inability|absent|absence|missing|unclear|unlikely|
   unsure|unresolved|rarely|seldom|barely`.replaceAll(/\s+/g, ''),
);
