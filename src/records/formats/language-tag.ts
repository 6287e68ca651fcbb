/** The language that a record says it is in. */
import { languageTag } from '../../words/language-tags.ts';

/** The tag of a language written as `en`, `en_US`, `eng` or `English`; null where that cannot be told. */
export function recordLanguage(written: string | null | undefined): string | null {
  const given = written?.trim().replaceAll('_', '-') ?? '';
  if (/^[a-z]{4,}$/i.test(given)) return languageTag(given);
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i.test(given)) return null;
  const [code, ...more] = given.split('-');
  // Large languages have a shorter code beside that of three letters: "eng" is "en".
  const [language] = Intl.getCanonicalLocales(code!.toLowerCase());
  return /^(?:und|mul|mis|zxx)$/.test(language!) ? null : [language, ...more].join('-');
}
