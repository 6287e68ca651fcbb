/** Whether words are an interpretation or a translation, where a record says in which language they were spoken. */
import type { Session } from '../../session.ts';
import { languageOf, primary } from '../../words/language.ts';
import { recordLanguage } from './language-tag.ts';

/** Words, and what the record tells of the language in which they were spoken: `fr`, `French`. */
export interface ToldLanguage {
  told: string | null | undefined;
  text: string;
}

/**
 * The language that each was spoken in, as a tag, where the text is surely in another one; undefined where the text may
 * be what was said. What is too short to tell is taken to be in the language of the others that were spoken in the same.
 */
export function spokenIn(all: ToldLanguage[]): (string | undefined)[] {
  const groups = Map.groupBy(all, ({ told }) => told ?? '');
  const usual = new Map([...groups].map(([told, alike]) => [told, languageOf(beginningOf(alike))]));
  return all.map(({ told, text }) => spokenInOf(told, languageOf(text) ?? usual.get(told ?? '') ?? null));
}

const beginningOf = (some: ToldLanguage[]) =>
  some
    .slice(0, 50)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 5000);

function spokenInOf(told: string | null | undefined, into: string | null): string | undefined {
  const spoken = recordLanguage(told);
  const from = primary(spoken);
  if (spoken === null || from === null || into === null || from === into) return undefined;
  // What is in a language that is told apart from no other may be taken for its neighbour: Galician for Portuguese.
  return toldApart.has(from) || into === 'en' || scriptOf(from) !== scriptOf(into) ? spoken : undefined;
}

/** Languages that `languageOf` knows by their words; others of their script it takes for one of them. */
const toldApart = new Set(['en', 'fr', 'es', 'de', 'it', 'pt', 'ru', 'zh', 'ar', 'ja', 'ko', 'el', 'he', 'hi', 'th']);

function scriptOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().script;
}

/** What a record says of its track: the words of the floor, or those of the interpreters; undefined where it says neither. */
export function trackOf(told: string | null | undefined): Session['track'] {
  const words = told?.toLowerCase() ?? '';
  if (interpreters.some((word) => words.includes(word))) return 'interpretation';
  return floor.some((word) => words.includes(word)) ? 'original' : undefined;
}

const interpreters = ['interpret', 'interprét', 'traduc', 'traduct', 'dolmetsch', 'перевод', '口译', '同传', 'ترجمة'];
const floor = ['floor', 'original', 'parquet', 'sala', 'зал', '原声', 'القاعة'];
