/** The prose of an answer made without a model: who said it, what the report says, what was searched. */
import { shownSpeaker } from '../people/unnamed.ts';
import type { Quote, SessionRef } from '../answer.ts';
import { dayInWords } from '../words/dates.ts';

/** "Ana Ruiz [1][2], Tom Berg [3] and an unknown speaker [4]". */
export function speakersWithMarks(quotes: Quote[]): string {
  const marks = new Map<string, string>();
  for (const { speaker, label, n } of quotes) {
    const name = nameOf({ speaker, label });
    marks.set(name, `${marks.get(name) ?? ''}[${n}]`);
  }
  return listed([...marks].map(([name, mark]) => `${name} ${mark}`));
}

/** A name; "voice 6" or "an unknown speaker (as written: Clerk)" where none is known. */
export function nameOf(of: { speaker: string | null; label?: string | undefined }): string {
  const shown = shownSpeaker(of);
  return of.speaker === null && shown.startsWith('unknown') ? `an ${shown}` : shown;
}

export function listed(items: string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "the session Open data for rivers (4 March 2025)", "3 sessions" or "the library, which is empty". */
export function searched(sessions: SessionRef[]): string {
  if (sessions.length === 0) return 'the library, which holds no session that can be read here';
  if (sessions.length > 1) return `${sessions.length} sessions`;
  const [{ title, date }] = sessions as [SessionRef];
  return `the session ${title}${date === null ? '' : ` (${dayInWords(date)})`}`;
}

/** Small numbers in words. */
export function numberWord(number: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][number] ??
    String(number)
  );
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Takes the quotation marks off words that no transcript bears out; `borneOut` says of the words inside a pair
 * whether one does. A mark without its other half goes too.
 */
export function withCheckedQuotationMarks(text: string, borneOut: (words: string) => boolean): string {
  const kept: string[] = [];
  const checked = text
    .replaceAll(
      /["“”„«]([^"“”„«»]*)["“”»]|(?<![\p{L}\p{N}])['‘]([^'‘’]+(?:[’'](?=\p{L})[^'‘’]+)*)['’](?![\p{L}\p{N}])/gu,
      (_whole, double: string | undefined, single: string | undefined) => {
        const words = double ?? single ?? '';
        if (!borneOut(words)) return words;
        kept.push(words);
        return placeholder(kept.length - 1);
      },
    )
    .replaceAll(/["“”„«»]/gu, '');
  return kept.reduce((result, words, index) => result.replace(placeholder(index), () => `“${words}”`), checked);
}

/** Stands for a checked quotation while loose marks are removed; text is free of these characters. */
function placeholder(index: number): string {
  return `\uE000${index}\uE001`;
}
