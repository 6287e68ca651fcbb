/** What is no question: a greeting, thanks, a farewell, a cry for help. */
import { blankedAll, courtesy } from './courtesy.ts';
import { fold } from '../../words/names.ts';
import { wordList } from '../../words/word-list.ts';
import { textOf } from '../../words/text-words.ts';
import { waysToSay } from '../phrases/languages.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'stop' | 'praise';

/** What kind of small talk the whole of a message is, be it said with courtesy: "Hello, what can you do?"; null where it asks for something besides. */
export function smallTalkOf(message: string): SmallTalk | null {
  if (isNamedInCapitals(message)) return null;
  return kindOf(message) ?? kindOfEach(message) ?? kindOf(blankedAll(message, courtesy));
}

/** "Thanks, very clear! What else can I ask?": every part is small talk, and the one that asks for most is answered. */
function kindOfEach(message: string): SmallTalk | null {
  const parts = message.split(betweenParts).filter((part) => part.trim() !== '');
  if (parts.length > mostParts) return null;
  const each = new Set(parts.flatMap((part) => kindOf(part) ?? kindOf(blankedAll(part, courtesy)) ?? kindsInRow(part)));
  return each.has(null) ? null : (order.find((kind) => each.has(kind)) ?? null);
}

const betweenParts = /[.!?…。！？؟,;:，、；：،–—\n]+|\s-+\s/u;
const mostParts = 6;

/** "Ok cool thanks bye", "what is this and what could I ask you": pieces of small talk with no mark between; null where a word is in none. */
function kindsInRow(part: string): SmallTalk[] | [null] {
  const { words } = textOf(part);
  if (words.length < 2 || words.length > mostInRow) return [null];
  /** By how many words are read; of several ways to a place the one of the longest pieces stands. */
  const read: (SmallTalk[] | undefined)[] = [[]];
  for (let first = 0; first < words.length; first += 1) {
    const before = read[first];
    if (before === undefined) continue;
    if (before.length > 0 && joints.has(words[first]!.word)) read[first + 1] ??= before;
    for (let end = words.length; end > first; end -= 1) {
      if (read[end] !== undefined) continue;
      const kind = kindOf(part.slice(words[first]!.start, words[end - 1]!.end));
      if (kind !== null) read[end] = [...before, kind];
    }
  }
  return read[words.length] ?? [null];
}

/** In words, or characters of Chinese. */
const mostInRow = 24;
const joints = new Set(wordList('and but so et mais y pero и а но 和 还 و').map(fold));

/** "What can IT do?" is of the department, and "help US farmers" of a country. */
function isNamedInCapitals(message: string): boolean {
  return /(?<!\p{L})(?:IT|US)(?!\p{L})/u.test(message) && /\p{Ll}{2}/u.test(message);
}

function kindOf(message: string): SmallTalk | null {
  const text = textOf(message);
  return kinds.find(({ said }) => said.in(text))?.kind ?? null;
}

const order: SmallTalk[] = ['help', 'thanks', 'goodbye', 'stop', 'praise', 'greeting'];
const kinds = order.map((kind) => ({ kind, said: waysToSay(kind) }));
