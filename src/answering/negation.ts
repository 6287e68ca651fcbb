/** Whether a sentence denies what it speaks of, in the languages whose answers are checked word by word. */
import { isStopWord, termsOf, wordsOf } from '../words/terms.ts';

/** `loosely` also counts words that deny without a "not": fail, refuse, against, instead. */
export function isNegated(text: string, language: string | null, how: 'strictly' | 'loosely' = 'strictly'): boolean {
  const plain = withoutIdioms(text);
  const strict = negators[language ?? 'en'] ?? negators['en']!;
  return strict.test(plain) || (how === 'loosely' && loose.test(plain));
}

/**
 * Whether a statement without a negation says what the texts deny: has a word that stands right after a "not" in one
 * of them and without it in none.
 */
export function turnsRound(statement: string, texts: string[], language: string | null): boolean {
  if (language !== 'en' && language !== null) return false;
  if (isNegated(statement, language, 'loosely')) return false;
  const claimed = new Set(termsOf(statement));
  const denied = new Set<string>();
  const affirmed = new Set<string>();
  for (const text of texts) {
    // Only its clause is denied by a "not".
    for (const clause of withoutIdioms(text).split(/[,;:—–]|\b(?:but|and|because|so that|while|which)\b/iu)) {
      const found = negators['en']!.exec(clause);
      const [before, after] = found
        ? [clause.slice(0, found.index), clause.slice(found.index + found[0].length)]
        : [clause, ''];
      for (const term of termsOf(before)) affirmed.add(term);
      const following = wordsOf(after).filter((word) => !isStopWord(word));
      for (const term of termsOf(following.slice(0, 2).join(' '))) denied.add(term);
      for (const term of termsOf(following.slice(2).join(' '))) affirmed.add(term);
    }
  }
  return [...denied].some((term) => claimed.has(term) && !affirmed.has(term));
}

/** "Not only" and its like deny nothing. */
function withoutIdioms(text: string): string {
  return text
    .replaceAll('’', "'")
    .replaceAll(
      /\b(?:not (?:only|just|least)|no doubt|without (?:a )?doubt|why not|whether or not|or not|non seulement|no solo|nicht nur)\b/giu,
      ' ',
    );
}

const bounded = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
const negators: Record<string, RegExp> = {
  en: /(?<!\p{L})(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|\p{L}+n't)(?!\p{L})/iu,
  fr: bounded('ne|pas|jamais|sans|aucun|aucune|rien|personne|ni|non'),
  es: bounded('no|nunca|jamás|sin|ningún|ninguno|ninguna|nada|nadie|ni|tampoco'),
  de: bounded('nicht|nie|niemals|ohne|kein|keine|keinen|keiner|keinem|keines|nichts|niemand|weder'),
  pt: bounded('não|nunca|jamais|sem|nenhum|nenhuma|nada|ninguém|nem'),
  it: bounded('non|mai|senza|nessun|nessuno|nessuna|niente|nulla|né'),
  ru: bounded('не|ни|нет|без|никогда|никто|ничего|нельзя|никакой|никаких'),
  ar: bounded('لا|لم|لن|ليس|ليست|بدون|دون|غير|أبدا'),
  zh: /[不没沒無无未非别]/u,
};
const loose =
  /\b(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|al|ing)|unable|lack(?:s|ed|ing)?|impossible|oppos(?:e|es|ed|ing|ition)|against|reject(?:s|ed|ing)?|prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|unless|except|instead|insufficient|inadequate|inability|absent|absence|missing|unclear|unlikely|unsure|unresolved|rarely|seldom|barely)\b/iu;
