/** What chats say of their own, in the language of who reads it: one table of phrases a language, English where there is none. */
import { arabic } from './phrases/arabic.ts';
import { chinese } from './phrases/chinese.ts';
import { english } from './phrases/english.ts';
import { french } from './phrases/french.ts';
import type { Phrases } from './phrases/phrase-table.ts';
import { russian } from './phrases/russian.ts';
import { spanish } from './phrases/spanish.ts';
import type { Asker } from './post.ts';

/** A phrase with what is put in for the names in braces. Raw text. */
export interface Words {
  (phrase: keyof Phrases, parts?: Record<string, string | number>): string;
  /** Primary tag. */
  language: string;
}

const tables = new Map<string, Phrases>([
  ['en', english],
  ['fr', french],
  ['es', spanish],
  ['ru', russian],
  ['zh', chinese],
  ['ar', arabic],
]);

export const languages = [...tables.keys()];

/** `locale` is a tag of any kind, such as `es-419` or `fr_CA`. */
export function wordsIn(locale: string | undefined): Words {
  const language = primaryTag(locale ?? 'en');
  const phrases = tables.get(language) ?? english;
  return Object.assign(
    (phrase: keyof Phrases, parts: Record<string, string | number> = {}) =>
      phrases[phrase].replaceAll(/\{(\w+)\}/g, (_whole, part: string) => String(parts[part] ?? '')),
    { language: tables.has(language) ? language : 'en' },
  );
}

export const inEnglish = wordsIn('en');

export function wordsFor({ language }: Pick<Asker, 'language'>): Words {
  return wordsIn(language);
}

export function primaryTag(locale: string): string {
  return locale.split(/[-_]/, 1)[0]!.toLowerCase();
}

export function readAbove(say: Words, count: number): string {
  return count === 1 ? say('readAboveOne') : say('readAbove', { count });
}

export function limitReached(say: Words, count: number): string {
  return count === 1 ? say('limitReachedOne') : say('limitReached', { count });
}

/** Sizes in bytes. */
export function tooLarge(say: Words, name: string, size: number, most: number): string {
  return say('tooLarge', { name, size: megabytes(size), most: megabytes(most) });
}

/** As a language writes a number: `12,000`. */
export function inFigures({ language }: Words, count: number): string {
  return count.toLocaleString(language);
}

/** Whether a line is to be shown for as long as it holds, and no message of its own. */
export function isPassing(say: Words, line: string): boolean {
  return (
    (['reading', 'writing', 'checking', 'checkingEvery'] as const).some((phrase) => say(phrase) === line) ||
    /^\d+\/\d+ · /.test(line)
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}
