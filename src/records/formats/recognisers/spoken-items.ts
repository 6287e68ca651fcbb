/** One item of a list of who said what, whatever its fields are called, and from such items to stretches. */
import { stretchesOfWords, type Stretch } from '../recogniser-output.ts';
import { spokenIn } from '../interpreted.ts';
import { mapping, words } from '../json.ts';
import { readOffset } from './offsets.ts';

export interface Item {
  speaker: string | number | null;
  text: string;
  start: Place | null;
  end: Place | null;
  /** The same words one by one, where they are given with their times. */
  parts: Item[];
  /** The language it was spoken in, as written, whatever `text` is in. */
  language: string | null;
  /** When it was said by the calendar, as written, where that stands beside its place: `2025-05-14T10:00:01Z`. */
  moment: string | null;
  /** Whether the speaker stands under a name that only speech has. */
  isSpeech: boolean;
}

/** In seconds, in milliseconds, or in a number whose unit is not said. */
type Place = { seconds: number } | { number: number };

/** Names of fields without case, blanks and underscores, the surest first. */
const fields = {
  text: [
    'text',
    'transcript',
    'sentence',
    'content',
    'body',
    'utterance',
    'words',
    'word',
    'line',
    'caption',
    'punctuatedword',
    'speech',
    'rawtext',
  ],
  speaker: [
    'speakername',
    'speakerdisplayname',
    'speaker',
    'speakerlabel',
    'participantname',
    'participant',
    'spokenby',
    'displayname',
    'voice',
    'speakerid',
    'participantid',
    'participantrole',
    'speakernumber',
    'sid',
  ],
  start: [
    'start',
    'starttime',
    'startms',
    'starttimems',
    'startseconds',
    'startsec',
    'starttimestamp',
    'begin',
    'beginms',
    'begintime',
    'startoffset',
    'offset',
    'offsetms',
    'offsetmilliseconds',
    'timestamp',
    'timecode',
    'time',
    'from',
    'ts',
    'relativestarttime',
    'beginoffsetmillis',
    'datastart',
  ],
  end: ['end', 'endtime', 'endms', 'endtimems', 'endseconds', 'endsec', 'endtimestamp', 'endoffset', 'to', 'time'],
  language: [
    'spokenlanguage',
    'originallanguage',
    'sourcelanguage',
    'languagespoken',
    'languagecode',
    'language',
    'lang',
    'locale',
  ],
  parts: ['sentences', 'words', 'segments', 'paragraphs', 'utterances', 'blocks', 'lines', 'tokens', 'monologues'],
} as const;

/** Items that hold no words, or are no mapping at all, have an empty text. */
export function readItems(list: unknown[], depth = 0): Item[] {
  return list.map((each) => readItem(mapping(each), depth));
}

/** Whether the list is of what was said: most items hold words, and say who spoke, or from when to when. */
export function isSpoken(items: Item[]): boolean {
  const said = items.filter(({ text }) => text !== '');
  if (said.length === 0 || said.length < items.length * 0.8) return false;
  const share = (test: (item: Item) => boolean) => said.filter(test).length / said.length;
  if (share(({ speaker, isSpeech }) => isSpeech && speaker !== null) > 0.3) return true;
  return share(({ start, end }) => start !== null && end !== null) > 0.8;
}

/** `began`: when the recording did, in milliseconds since 1970, for records that give every place as a moment. */
export function stretchesOf(
  items: Item[],
  names: Map<string, string>,
  began: number | null,
): { stretches: Stretch[]; unread: number } {
  const seconds = inSeconds(items, began);
  const said = items.filter(({ text }) => text !== '');
  const spoken = spokenIn(said.map(({ language, text }) => ({ told: language, text })));
  const stretches = said.flatMap((item, index): Stretch[] => {
    const speaker = item.speaker === null ? null : (names.get(String(item.speaker)) ?? item.speaker);
    const parts = item.parts.map((part) => ({ speaker, text: part.text, start: seconds(part.start) }));
    const joined = parts.every(({ text }) => !/\s/.test(text)) ? stretchesOfWords(parts) : parts;
    const whole: Stretch[] = joined.length > 0 ? joined : [{ speaker, text: item.text, start: seconds(item.start) }];
    return whole.map((stretch) => ({ ...stretch, ...(spoken[index] && { spokenIn: spoken[index] }) }));
  });
  return { stretches, unread: items.length - said.length };
}

function readItem(given: Record<string, unknown> | null, depth: number): Item {
  const empty: Item = {
    speaker: null,
    text: '',
    start: null,
    end: null,
    parts: [],
    language: null,
    moment: null,
    isSpeech: false,
  };
  if (given === null || depth > 3) return empty;
  const byName = new Map(
    Object.entries(given).map(([key, value]) => [key.toLowerCase().replace(/[\s_-]/g, ''), value]),
  );
  const list = fields.parts.map((field) => byName.get(field)).find((value) => Array.isArray(value) && value.length > 0);
  const parts = (list ? readItems(list as unknown[], depth + 1) : []).filter(({ text }) => text !== '');
  const own = fields.text.map((field) => words(byName.get(field))).find((text) => text !== null) ?? '';
  const inner = parts.map(({ text }) => text).join(' ');
  const label = speakerIn(byName) ?? {
    speaker: parts.find(({ speaker }) => speaker !== null)?.speaker ?? null,
    isSpeech: false,
  };
  return {
    ...label,
    text: own === '' ? inner : own,
    start: placeIn(byName, fields.start) ?? parts[0]?.start ?? null,
    end: placeIn(byName, fields.end) ?? parts.at(-1)?.end ?? null,
    language: fields.language.map((field) => words(byName.get(field))).find((name) => name !== null) ?? null,
    moment:
      fields.start.map((field) => words(mapping(byName.get(field))?.['absolute'])).find((at) => at !== null) ??
      parts[0]?.moment ??
      null,
    // Only where they are all of it are the parts read instead.
    parts: own === '' || fold(inner) === fold(own) ? parts : [],
  };
}

function speakerIn(byName: Map<string, unknown>): Pick<Item, 'speaker' | 'isSpeech'> | null {
  const isSpeech = fields.speaker.some((field) => byName.has(field));
  for (const field of fields.speaker) {
    const value = byName.get(field);
    const person = mapping(value);
    const named = person
      ? ['name', 'display_name', 'displayName', 'full_name', 'label', 'id']
          .map((key) => person[key])
          .find((name) => name)
      : value;
    if (typeof named === 'number' || words(named) !== null) return { speaker: named as string | number, isSpeech };
  }
  // "name" is anybody's, unless the item says from when to when it was said.
  const name = words(byName.get('name'));
  const isTimed = placeIn(byName, fields.start) !== null && placeIn(byName, fields.end) !== null;
  if (name !== null && isTimed) return { speaker: name, isSpeech: true };
  return isSpeech ? { speaker: null, isSpeech } : null;
}

function placeIn(byName: Map<string, unknown>, names: readonly string[]): Place | null {
  for (const field of names) {
    const value = byName.get(field);
    if (field === 'time' && names === fields.end && !Array.isArray(value)) continue;
    // From when to when: `[0, 9.2]`.
    const read = readOffset(Array.isArray(value) && value.length === 2 ? value[names === fields.end ? 1 : 0] : value);
    if (read === null) continue;
    if ('seconds' in read) return read;
    if (/(?:ms|millis|milliseconds)$/.test(field)) return { seconds: read.number / 1000 };
    return /sec(?:onds)?$/.test(field) ? { seconds: read.number } : read;
  }
  return null;
}

/** Nobody says a word in twelve seconds on end, or twelve in a hundredth of one: that tells seconds from milliseconds. */
const slowest = 0.08;
/** Numbers beyond these are moments since 1970. */
const sinceEpoch = { seconds: 1e9, milliseconds: 1e11 };

function inSeconds(items: Item[], began: number | null): (place: Place | null) => number | null {
  const numbers = items.flatMap(({ start }) => (start !== null && 'number' in start ? [start.number] : []));
  const first = numbers[0] ?? 0;
  if (first > sinceEpoch.seconds) {
    const unit = first > sinceEpoch.milliseconds ? 1000 : 1;
    const from =
      began !== null && Math.abs(first / unit - began / 1000) < 86_400
        ? Math.min(began / 1000, first / unit)
        : first / unit;
    return (place) =>
      place === null
        ? null
        : 'seconds' in place
          ? place.seconds
          : Math.round((place.number / unit - from) * 1000) / 1000;
  }
  const unit = isInMilliseconds(items) ? 1000 : 1;
  return (place) => (place === null ? null : 'seconds' in place ? place.seconds : place.number / unit);
}

/** Whether the numbers of the items can only be milliseconds, at the pace that people speak. */
export function isInMilliseconds(items: Pick<Item, 'text' | 'start' | 'end'>[]): boolean {
  let spoken = 0;
  let lasted = 0;
  let from: number | null = null;
  let to: number | null = null;
  for (const { text, start, end } of items) {
    if (start === null || !('number' in start)) continue;
    const length = end !== null && 'number' in end ? end.number - start.number : null;
    const count = /\s/.test(text) ? text.split(/\s+/).length : Math.max(1, text.length / 5);
    from ??= start.number;
    to = start.number + (length ?? 0);
    if (length !== null && length <= 0) continue;
    spoken += count;
    lasted += length ?? 0;
  }
  if (lasted === 0) lasted = (to ?? 0) - (from ?? 0);
  return lasted > 0 && spoken / lasted < slowest;
}

function fold(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
