/** Lists of single words, to which what stands beside them adds their marks and voices. */
import { mapping, words } from '../json.ts';
import { readItems, type Item } from './spoken-items.ts';

/**
 * Words as the whole text beside them has them, with marks and capitals. A word takes only the marks that stand between it
 * and its neighbours in the list: what the list does not hold is nobody's. Unchanged where the text is of other words.
 */
export function withMarksOf(items: Item[], beside: Record<string, unknown>): Item[] {
  const text = ['text', 'transcript', 'full_transcript'].map((key) => words(beside[key])).find((each) => each !== null);
  const listed = items.map((item) => wordsIn(item.text).map(({ folded }) => folded));
  // Words of several parts, and marks that are words of their own, have all that they need.
  if (!text || items.some(({ text: own }, index) => /\s/.test(own.trim()) || listed[index]!.length === 0)) return items;
  const there = wordsIn(text);
  const places: { from: number; to: number }[] = [];
  let next = 0;
  for (const own of listed) {
    const from = placeNear(there, own, next);
    if (from === null) return items;
    next = from + own.length;
    places.push({ from, to: next });
  }
  return items.map((item, index) => {
    const { from, to } = places[index]!;
    const before = from === (places[index - 1]?.to ?? 0) ? marksBefore(text, there[from]!.start) : 0;
    const after = to === (places[index + 1]?.from ?? there.length) ? marksAfter(text, there[to - 1]!.end) : 0;
    const taken = text.slice(there[from]!.start - before, there[to - 1]!.end + after);
    return folded(taken).includes(folded(item.text.trim())) ? { ...item, text: taken } : item;
  });
}

/** Start and end in the text as it is written, whose length is not that of its small letters. */
interface Written {
  folded: string;
  start: number;
  end: number;
}

/** Where no blanks stand between words, each letter is one. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
const word = new RegExp(String.raw`[${unspaced}]|[^\s\p{P}${unspaced}]+`, 'gu');

function wordsIn(text: string): Written[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    folded: folded(found),
    start: index,
    end: index + found.length,
  }));
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** How many words of the text the list may lack in one place. */
const farthest = 10;

/** At which word of the text, from this one on, these stand next; null where that is nowhere near. */
function placeNear(there: Written[], own: string[], from: number): number | null {
  for (let at = from; at <= from + farthest; at += 1)
    if (own.every((each, index) => there[at + index]?.folded === each)) return at;
  return null;
}

/** How many marks stand right before this place, with a blank or nothing in front of them. */
function marksBefore(text: string, end: number): number {
  const marks = marksBackTo(text, end);
  return marks === end || /\s/.test(text[end - marks - 1]!) ? marks : 0;
}

function marksBackTo(text: string, end: number): number {
  let count = 0;
  while (count < end && /\p{P}/u.test(text[end - count - 1]!)) count += 1;
  return count;
}

/** How many characters from this place on are marks of the word before: all but those right before the next word. */
function marksAfter(text: string, start: number): number {
  let end = start;
  while (end < text.length && /[\s\p{P}]/u.test(text[end]!)) end += 1;
  const next = end < text.length ? marksBefore(text, end) : 0;
  return text.slice(start, end - next).trimEnd().length;
}

interface Voice {
  speaker: string | number;
  from: number;
  to: number;
}

/**
 * Who speaks from when to when, as a list beside the words tells it that holds no words itself. Where several speak, a
 * word is of who began last; where nobody does, or several began at once, it is nobody's.
 */
export function withVoicesOf(items: Item[], beside: Record<string, unknown>): Item[] {
  if (items.some(({ speaker }) => speaker !== null)) return items;
  // The list may lie in a mapping of its own: `segmentation: {segments: […]}`.
  const places = [beside, ...Object.values(beside).map(mapping)].filter((place) => place !== null);
  const lists = places
    .flatMap((place) => Object.entries(place))
    .flatMap(([key, value]) => (Array.isArray(value) ? [voicesIn(value as unknown[], key)] : []));
  const voices = lists.find((each) => each.length > 0);
  if (!voices) return items;
  const speakers = new Map<Item, string | number>();
  // Who still speaks, or did until lately; the last to begin is the last.
  const open: Voice[] = [];
  let next = 0;
  const placed = items.flatMap((item) => {
    const at = placeOf(item.start);
    return at === null ? [] : [{ item, at: at + leeway }];
  });
  for (const { item, at } of placed.toSorted((one, other) => one.at - other.at)) {
    while (next < voices.length && voices[next]!.from <= at) open.push(voices[next++]!);
    while (open.length > 0 && open.at(-1)!.to <= at) open.pop();
    const [voice, other] = [open.at(-1), open.at(-2)];
    if (voice && (other?.from !== voice.from || other.speaker === voice.speaker)) speakers.set(item, voice.speaker);
  }
  return items.map((item) => ({ ...item, speaker: speakers.get(item) ?? null }));
}

/** Programs round the same moment in two ways. */
const leeway = 0.001;

/** In the order in which they begin, of those that begin at once the longest first; none where the list is of other things. */
function voicesIn(list: unknown[], key: string): Voice[] {
  // `speakers: [{name, time}]`
  const given = list.map((each) => {
    const span = mapping(each);
    return key === 'speakers' && span?.['speaker'] === undefined ? { ...span, speaker: span?.['name'] } : span;
  });
  const spans = readItems(given).flatMap(({ text, speaker, start, end }) => {
    const from = placeOf(start);
    return text === '' && speaker !== null && from !== null ? [{ speaker, from, to: placeOf(end) }] : [];
  });
  if (spans.length !== list.length) return [];
  const inOrder = spans.toSorted((one, other) => one.from - other.from);
  // Who is not said to end does where the next begins.
  let later = Infinity;
  let from = Infinity;
  const voices = inOrder.toReversed().map((span): Voice => {
    if (span.from < from) [later, from] = [from, span.from];
    return { ...span, to: span.to ?? later };
  });
  return voices.toSorted((one, other) => one.from - other.from || other.to - one.to);
}

function placeOf(place: Item['start']): number | null {
  return place === null ? null : 'seconds' in place ? place.seconds : place.number;
}
