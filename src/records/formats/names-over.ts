/** Names that stand alone on a line over the words. */
import { couldBeLabel, isHandle, looksLikeName, withTitlesInHan } from './labels.ts';
import { isOffice } from './offices.ts';
import { dayIn } from './session-draft.ts';
import type { TextLine } from './text-lines.ts';

export interface NamesOver {
  /** Names that are trusted. */
  names: Set<TextLine>;
  /** What stands where names do and may be none: what is under it is not of whoever spoke before. */
  unsure: Set<TextLine>;
}

interface Head {
  lines: TextLine[];
  weight: number;
}

/** Names over the words: they recur, or nearly every paragraph has one over it. `fewest` people make a panel. */
export function namesOver(lines: TextLine[], fewest: number): NamesOver {
  const heads = new Map<string, Head>();
  let blocks = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (line.opens && line.heading === undefined && next !== undefined) blocks += 1;
    if (
      line.label !== null ||
      line.heading !== undefined ||
      !line.opens ||
      !next ||
      next.opens ||
      !couldStandOver(line)
    )
      continue;
    const head = heads.get(line.whole) ?? { lines: [], weight: 0 };
    head.lines.push(line);
    head.weight += next.indented && !line.indented ? 2 : 1;
    heads.set(line.whole, head);
  }
  const all = [...heads.values()];
  const recurring = all.filter(({ weight }) => weight >= 3);
  // Where names stand over the words, so does that of somebody who speaks once.
  const isRule = recurring.length > 1 && recurring.reduce((sum, { weight }) => sum + weight, 0) >= 8;
  if (isRule) return { names: new Set(linesOf(all)), unsure: new Set() };
  const people = peopleIn(all, lines);
  const count = linesOf(people).length;
  const isPanel = count >= Math.max(3, fewest) && count >= blocks * 0.75 && linesOf(all).length - count <= count * 0.25;
  const names = new Set(isPanel ? linesOf(people) : linesOf(recurring));
  if (names.size === 0) return { names: namesApart(lines), unsure: new Set() };
  // Where most paragraphs have one over them, so may the others; a name is of somebody else than who spoke before.
  const isUsual = names.size > 0 && linesOf(all).length > blocks * 0.5;
  return { names, unsure: new Set(isUsual ? linesOf(all).filter((line) => !names.has(line)) : []) };
}

/** Names on a paragraph of their own, over those of the words: two people speak again, and all who stand so are people. */
function namesApart(lines: TextLine[]): Set<TextLine> {
  const heads = lines.filter((line, at) => {
    const next = lines[at + 1];
    const isAlone = line.label === null && line.heading === undefined && line.opens && next?.opens === true;
    // Of a list no name has words under it.
    if (!isAlone || !couldStandOver(line) || !/[.?!…:\])”"]$/u.test(next.whole)) return false;
    return isPersonAlone(line.whole)
      ? dashed.test(line.whole) || !hasSmallWord(withoutRole(line.whole), lines)
      : isOffice(line.whole) && looksLikeName(line.whole);
  });
  const counts = new Map<string, number>();
  for (const { whole } of heads) counts.set(whole, (counts.get(whole) ?? 0) + 1);
  const recurring = [...counts.values()].filter((count) => count > 1);
  return new Set(recurring.length > 1 && heads.length > 4 ? heads : []);
}

/** A panel: again and again a name of a person, not of a thing, and perhaps of who holds an office among them. */
function peopleIn(all: Head[], lines: TextLine[]): Head[] {
  const people = all.filter(
    ({ lines: [line] }) => isPersonAlone(line!.whole) && !hasSmallWord(withoutRole(line!.whole), lines),
  );
  const offices = all.filter(
    (head) => head.lines.length > 1 && !people.includes(head) && isOffice(head.lines[0]!.whole),
  );
  return people.length === 0 ? [] : [...people, ...offices];
}

function linesOf(heads: Head[]): TextLine[] {
  return heads.flatMap(({ lines }) => lines);
}

/** The name as it stands over the words, without what parts it from them; "Ana Lind -- Chair" is Ana Lind (Chair). */
export function nameOver(whole: string): string {
  const [name, ...roles] = whole.replace(/:$/, '').split(dashed);
  return roles.length === 0 ? name! : `${name} (${roles.join(', ')})`;
}

const dashed = /\s(?:--|[—–])\s/u;

/** Of names alone on a line, those that are titled as the `labels` are. */
export function titledAlone({ names, unsure }: NamesOver, labels: Set<string>): NamesOver {
  const counts = new Map([...names].map(({ whole }) => [whole, 1]));
  const kept = withTitlesInHan(
    new Set([...labels, ...counts.keys()]),
    new Map([...counts, ...[...labels].map((label): [string, number] => [label, 3])]),
  );
  return { names: new Set([...names].filter(({ whole }) => kept.has(whole))), unsure };
}

function couldStandOver({ whole }: TextLine): boolean {
  const name = whole.replace(/:$/, '');
  if (whole.length > 80 || /[.,;:!?…]$/.test(name) || !couldBeLabel(name) || dayIn(name) !== null) return false;
  return looksLikeName(name) || isHandle(name) || (withoutRole(name) !== name && isPersonAlone(name));
}

function isPersonAlone(given: string): boolean {
  const name = withoutRole(given);
  const words = name
    .replace(/\([^()]*\)/g, '')
    .trim()
    .split(/\s+/);
  return words.length >= 2 && words.length <= 6 && looksLikeName(name) && !/\d/.test(name);
}

/** "Ana Lind" of "Ana Lind, bell founder" and "Ana Lind -- Chair". */
function withoutRole(name: string): string {
  return name.split(dashed)[0]!.split(/,\s/)[0]!;
}

/** Whether a word of the name stands in small letters anywhere in the lines, as those of things do. */
export function hasSmallWord(name: string, lines: TextLine[]): boolean {
  return (name.replace(/\([^()]*\)/g, '').match(/\p{Lu}[\p{L}]+/gu) ?? []).some((word) =>
    smallWords(lines).has(word.toLowerCase()),
  );
}

/** Looked for where a name is asked of, and once for all names. */
function smallWords(lines: TextLine[]): Set<string> {
  let small = smallWordsOf.get(lines);
  if (small === undefined) {
    small = new Set<string>();
    for (const { text } of lines) for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}{2,}/gu)) small.add(word);
    smallWordsOf.set(lines, small);
  }
  return small;
}

const smallWordsOf = new WeakMap<TextLine[], Set<string>>();
