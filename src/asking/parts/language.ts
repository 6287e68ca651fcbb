/** Which language a question is in. */
import { createRequire } from 'node:module';
import { languageOf } from '../../words/language.ts';
import { textOf, type Text } from '../../words/text-words.ts';
import { tellingWords } from '../phrases/languages.ts';

/**
 * Primary tag, `fr`; null where nothing tells it. A question is short: what asks in it tells more than its letters, so
 * that tinyld, which takes one short question of six for another language, is asked last.
 */
export function languageOfQuestion(question: string): string | null {
  const text = textOf(question);
  const told = byWords(text);
  // A name such as "von der Aa" is no German.
  if (told === 'en' && isPlain(question) && !tellingWords.some(({ tag }) => tag === languageOf(question))) return 'en';
  // "A-t-on parlé …" has as many words of English as of its own.
  return told !== null && told !== 'en' && /[à-ÿ¿¡]/iu.test(question)
    ? told
    : (languageOf(question) ?? told ?? (/[¿¡]/u.test(question) ? 'es' : (besideNames(text) ?? byLetters(text))));
}

function isPlain(question: string): boolean {
  return !/[^\0-\x7f’‘“”–—…]/u.test(question);
}

function byWords(text: Text): string | null {
  const counts = tellingWords
    .map(({ tag, words }) => ({ tag, count: words.all(text).length }))
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = counts;
  return first!.count > second!.count ? first!.tag : null;
}

/** "Switzerland 支持基金吗？": names may be in another script than what is asked of them. */
function besideNames({ text, latin }: Text): string | null {
  return latin ? null : languageOf(text.replaceAll(/\p{Script=Latin}+/gu, ''));
}

/** Names tell nothing, so that some words must be none. */
function byLetters({ text, words }: Text): string | null {
  const small = words.filter(({ start }) => /^\p{Ll}/u.test(text.slice(start, start + 2)));
  if (words.length < 4 || small.length < 4) return null;
  // Loading it takes 40 ms, which most questions are told without.
  tinyld ??= createRequire(import.meta.url)('tinyld/light') as typeof import('tinyld/light');
  return tinyld.detect(small.map(({ word }) => word).join(' '), { only: among }) || null;
}

let tinyld: typeof import('tinyld/light') | undefined;
const among = ['en', 'fr', 'es', 'de', 'pt', 'it'];
