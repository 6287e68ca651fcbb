/** Lists of single words, to which what stands beside them adds their marks and voices. */
import { mapping, words } from '../json.ts';
import { readItems, type Item } from './spoken-items.ts';

/** Words as the whole text beside them has them, with marks and capitals, where each stands there in its turn. */
export function withMarksOf(items: Item[], beside: Record<string, unknown>): Item[] {
  const text = ['text', 'transcript', 'full_transcript'].map((key) => words(beside[key])).find((each) => each !== null);
  if (!text || items.some((item) => /\s/.test(item.text.trim()))) return items;
  const lower = text.toLowerCase();
  const starts: number[] = [];
  let from = 0;
  for (const item of items) {
    const at = lower.indexOf(item.text.trim().toLowerCase(), from);
    // Of what is not in the text, or much further on, the words are not those of the text.
    if (at < 0 || at > from + 40) return items;
    starts.push(at);
    from = at + item.text.trim().length;
  }
  return items.map((item, index) => ({ ...item, text: text.slice(starts[index], starts[index + 1]).trim() }));
}

/** Who speaks from when on, as a list beside the words tells it that holds no words itself. */
export function withVoicesOf(items: Item[], beside: Record<string, unknown>): Item[] {
  if (items.some(({ speaker }) => speaker !== null)) return items;
  // The list may lie in a mapping of its own: `segmentation: {segments: […]}`.
  const places = [beside, ...Object.values(beside).map(mapping)].filter((place) => place !== null);
  const spans = places
    .flatMap((place) => Object.entries(place))
    .flatMap(([key, value]) => (Array.isArray(value) ? [spansIn(value as unknown[], key)] : []));
  const voices = spans.find((each) => each.length > 0);
  if (!voices) return items;
  let at = 0;
  return items.map((item) => {
    const start = placeOf(item);
    if (start === null) return item;
    while (at + 1 < voices.length && voices[at + 1]!.from <= start + 0.001) at += 1;
    return voices[0]!.from > start + 0.001 ? item : { ...item, speaker: voices[at]!.speaker };
  });
}

function spansIn(list: unknown[], key: string): { from: number; speaker: string | number }[] {
  // `speakers: [{name, time}]`
  const given = list.map((each) => {
    const span = mapping(each);
    return key === 'speakers' && span?.['speaker'] === undefined ? { ...span, speaker: span?.['name'] } : span;
  });
  const spans = readItems(given).flatMap((span) => {
    const from = placeOf(span);
    return span.text === '' && span.speaker !== null && from !== null ? [{ from, speaker: span.speaker }] : [];
  });
  return spans.length === list.length ? spans.toSorted((one, other) => one.from - other.from) : [];
}

function placeOf({ start }: Item): number | null {
  return start === null ? null : 'seconds' in start ? start.seconds : start.number;
}
