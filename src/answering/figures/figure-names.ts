/** Numbers that only name something: "5G", "phase 2", "Study Group 5", "pupils of year 7". */
import { wordList } from '../../words/word-list.ts';
import type { PlacedAmount } from './amounts.ts';

/** Whether a number is part of a name, or of what is numbered, and tells no amount. */
export function isOfName(text: string, { start, end, unit }: Pick<PlacedAmount, 'start' | 'end' | 'unit'>): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  // "It took Blue Quay five days" names nothing.
  const isBare = unit === '' && /\d/u.test(text.slice(start, end));
  const capital = /(\p{Lu}\p{L}*) $/u.exec(before)?.[1];
  const word = /(\p{L}+)\s$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return (
    labels.has(word) ||
    opensLetters.test(after) ||
    // Chinese and Arabic write figures close to their words.
    /[\p{Script=Latin}\p{Script=Cyrillic}]-?$/u.test(before) ||
    (isBare && capital !== undefined && !beforeFigures.has(capital.toLowerCase()))
  );
}

/** Letters right behind a figure that are no magnitude. */
const opensLetters = /^(?!\p{Script=Han})(?!(?:k|m|bn|th|st|nd|rd)(?!\p{L}))\p{L}/iu;
const labels = new Set(
  wordList(`year grade stage phase chapter article page section paragraph item agenda level version number part bill goal
    room track day group line`),
);
/** Written large at the beginning of a sentence. */
const beforeFigures = new Set(
  wordList(`a an in at by over about almost only from the since until on around nearly with for these those of and we
    did does do is are was were has have had will would can could were are there
    en dans depuis environ près plus moins les las los unos unas casi más в на около почти более к до с`),
);
