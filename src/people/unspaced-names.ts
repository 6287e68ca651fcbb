/** Names in scripts that write no spaces between words. */
import { fold } from '../words/names.ts';
import type { Person } from './person.ts';

/** Whether a name is written in such a script alone. */
export function isUnspaced(foldedName: string): boolean {
  return wholeName.test(foldedName);
}

/** Such names wherever they stand in a question but inside a longer one: `start` and `end` in UTF-16. */
export function unspacedNamesIn(
  question: string,
  named: { name: string; person: Person }[],
): { start: number; end: number; people: Person[]; asSpeaker: boolean }[] {
  if (!letter.test(question)) return [];
  const folded = fold(question);
  const said = named.flatMap(({ name, person }) => {
    const ways = [name, name.replace(delegation, '')];
    const written = ways.find((way) => way.length > 1 && folded.includes(way));
    return written === undefined ? [] : [{ name: written, person }];
  });
  const byName = [...Map.groupBy(said, ({ name }) => name)];
  return byName
    .filter(([name]) => !byName.some(([other]) => other !== name && other.includes(name)))
    .map(([name, those]) => {
      const start = folded.indexOf(name);
      const end = start + name.length;
      const asSpeaker = !aboutBefore.test(folded.slice(0, start)) && folded.slice(end).trim() !== '';
      return { start, end, people: those.map(({ person }) => person), asSpeaker };
    });
}

/** "中国代表" speaks for 中国. */
const delegation = /代表团?$/u;
const letters = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]`;
const letter = new RegExp(letters, 'u');
const wholeName = new RegExp(`^${letters}{2,}$`, 'u');
const aboutBefore = /(?:关于|關於|对|對|about|について)\s*$/u;
