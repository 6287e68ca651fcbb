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
  /** The line of the recording, where each has several. */
  channel: string | number | null;
  /** The same words one by one, where they are given with their times. */
  parts: Item[];
  /** The language it was spoken in, as written, whatever `text` is in. */
  language: string | null;
  /** When it was said by the calendar, as written, where that is or stands beside its place: `2025-05-14T10:00:01Z`. */
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
    'displaytext',
    'display',
    'spokentext',
    'sentence',
    'content',
    'body',
    'utterance',
    'words',
    'word',
    'line',
    'caption',
    'punctuatedword',
    'punct',
    'speech',
    'rawtext',
  ],
  speaker: [
    'speakername',
    'speakerdisplayname',
    'speaker',
    'speakerlabel',
    'speakerdesignation',
    'speakertag',
    'participantname',
    'participant',
    'spokenby',
    'displayname',
    'voice',
    'speakerid',
    'participantid',
    'participantrole',
    'users',
    'speakernumber',
    'sid',
  ],
  start: [
    'timeoffset',
    'start',
    'starttime',
    'starttimestamp',
    'begin',
    'begintime',
    'startoffset',
    'offset',
    'fromstart',
    'timestamp',
    'timestamps',
    'timecode',
    'time',
    'from',
    'ts',
    'relativestarttime',
    'beginoffset',
    'datastart',
  ],
  end: ['end', 'endtime', 'endtimestamp', 'endoffset', 'to', 'time', 'timestamps', 'dataend'],
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
  parts: [
    'sentences',
    'words',
    'segments',
    'paragraphs',
    'utterances',
    'blocks',
    'lines',
    'tokens',
    'monologues',
    'content',
    'items',
  ],
} as const;

/** What one utterance may be wrapped in, or be the best of. */
const wrappings = new Set(
  'data payload utterance result segment sentence channel alternatives nbest transcription transcript src'.split(' '),
);

/** Items that hold no words, or are no mapping at all, have an empty text. */
export function readItems(list: unknown[], depth = 0): Item[] {
  return list.map((each) => readItem(mapping(each), depth));
}

/** Single words: `{name, time, duration}` is one, too. */
export function readWords(list: unknown[]): Item[] {
  return list.map((each) => {
    const given = mapping(each);
    const isWord = given !== null && typeof given['name'] === 'string' && given['text'] === undefined;
    return readItem(isWord ? { ...given, name: undefined, text: given['name'] } : given, 0);
  });
}

/** What a recogniser wrote while it was still listening, and wrote again. */
export function isDraft(each: unknown): boolean {
  const given = mapping(each) ?? {};
  const inside = [...wrappings].map((key) => mapping(given[key]) ?? {});
  return [given, ...inside].some(
    (message) =>
      message['is_final'] === false ||
      message['isFinal'] === false ||
      message['IsPartial'] === true ||
      /^partial_?transcript$/i.test(words(message['type']) ?? ''),
  );
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
  // Where nothing else tells voices apart, each of several lines of a call is one.
  const byChannel =
    items.every(({ speaker }) => speaker === null) && new Set(items.map(({ channel }) => channel)).size > 1;
  const nameOf = ({ speaker, channel }: Pick<Item, 'speaker' | 'channel'>) =>
    byChannel ? channel : speaker === null ? null : (names.get(String(speaker)) ?? speaker);
  const said = items.filter(({ text }) => text !== '');
  const spoken = spokenIn(said.map(({ language, text }) => ({ told: language, text })));
  // Single words are put together again, so that sentences have their times.
  const areWords = said.length > 3 && said.every(({ text, parts }) => parts.length === 0 && isOneWord(text));
  if (areWords)
    return {
      stretches: stretchesOfWords(
        said.map(({ text, start, ...item }) => ({ speaker: nameOf(item), text, start: seconds(start) })),
      ),
      unread: items.length - said.length,
    };
  const stretches = said.flatMap((item, index): Stretch[] => {
    const speaker = nameOf(item);
    const parts = item.parts.map((part) => ({ speaker, text: part.text, start: seconds(part.start) }));
    const joined = parts.every(({ text }) => !/\s/.test(text)) ? stretchesOfWords(parts) : parts;
    const whole: Stretch[] = joined.some(({ start }) => start !== null)
      ? joined
      : [{ speaker, text: item.text, start: seconds(item.start) }];
    return whole.map((stretch) => ({ ...stretch, ...(spoken[index] && { spokenIn: spoken[index] }) }));
  });
  return { stretches, unread: items.length - said.length };
}

/** Marks may stand apart from it, as French writes them: "vraiment ?" */
function isOneWord(text: string): boolean {
  return text.split(/\s+/).filter((part) => /[^\p{P}]/u.test(part)).length <= 1;
}

function readItem(given: Record<string, unknown> | null, depth: number): Item {
  const empty: Item = {
    speaker: null,
    text: '',
    start: null,
    end: null,
    channel: null,
    parts: [],
    language: null,
    moment: null,
    isSpeech: false,
  };
  if (given === null || depth > 3) return empty;
  const byName = unwrapped(given, 0);
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
    end: (byName.has('timeoffset') ? endIn(byName) : placeIn(byName, fields.end)) ?? parts.at(-1)?.end ?? null,
    channel: channelIn(byName),
    language: fields.language.map((field) => words(byName.get(field))).find((name) => name !== null) ?? null,
    moment:
      fields.start.map((field) => momentIn(byName.get(field))).find((at) => at !== null) ?? parts[0]?.moment ?? null,
    // Only where they are all of it are the parts read instead.
    parts: own === '' || fold(inner) === fold(own) ? parts : [],
  };
}

function channelIn(byName: Map<string, unknown>): string | number | null {
  const channel =
    byName.get('channel') ?? byName.get('channelid') ?? byName.get('channelindex') ?? byName.get('channeltag');
  return typeof channel === 'number' ? channel : words(channel);
}

function momentIn(value: unknown): string | null {
  const number = Number(
    mapping(value)?.['seconds'] ?? (typeof value === 'number' ? value : (words(value) ?? Number.NaN)),
  );
  for (const unit of [1, 1000])
    if (number > sinceEpoch * unit && number < sinceEpoch * unit * 4)
      return new Date((number / unit) * 1000).toISOString();
  const written = words(mapping(value)?.['absolute'] ?? value);
  return written !== null && /^\d{4}-\d\d-\d\d[T ]\d/.test(written) ? written : null;
}

/** Fields by their names; what one utterance is wrapped in is taken off, and of several readings the best is taken. */
function unwrapped(given: Record<string, unknown>, depth: number): Map<string, unknown> {
  const byName = new Map<string, unknown>();
  for (const [key, value] of Object.entries(given)) {
    const name = key.toLowerCase().replace(/[\s_-]/g, '');
    byName.set(name, value);
    const [, bare, , unit] = inUnit.exec(name) ?? [];
    const number = typeof value === 'number' ? value : Number(words(value) ?? Number.NaN);
    if (bare !== undefined && Number.isFinite(number) && !byName.has(bare))
      byName.set(bare, { seconds: number / (unit!.startsWith('m') ? 1000 : unit === 'ticks' ? ticks : 1) });
  }
  const holdsWords = (field: string) =>
    words(byName.get(field)) !== null || (Array.isArray(byName.get(field)) && !wrappings.has(field));
  const isBare = ![...fields.text, ...fields.parts].some(holdsWords);
  if (depth > 3 || !isBare) return byName;
  for (const field of wrappings) {
    const value = byName.get(field);
    const inner = mapping(Array.isArray(value) && /^(?:alternatives|nbest)$/.test(field) ? value[0] : value);
    if (inner !== null) return new Map([...byName, ...unwrapped(inner, depth + 1)]);
  }
  return byName;
}

/** `startTimeSeconds`, `begin_offset_millis`: the name of a field tells its unit. */
const inUnit = /^(\w{2,30}?)(in)?(ms|msecs?|millis|milliseconds|secs?|seconds|ticks)$/;
/** A ten-millionth of a second, as Windows counts. */
const ticks = 10_000_000;

function speakerIn(byName: Map<string, unknown>): Pick<Item, 'speaker' | 'isSpeech'> | null {
  const isSpeech = fields.speaker.some((field) => byName.has(field));
  // `from: {name}` is a person; `from: 0.4` is a place.
  const from = mapping(byName.get('from'));
  if (words(from?.['name']) !== null) return { speaker: words(from!['name']), isSpeech: true };
  for (const field of fields.speaker) {
    const given = byName.get(field);
    const value = Array.isArray(given) && given.length === 1 ? (given[0] as unknown) : given;
    const person = mapping(value);
    const named = person
      ? ['name', 'display_name', 'displayName', 'full_name', 'username', 'label', 'source', 'id', '@id']
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
    // From when to when: `[0, 9.2]`, or the time of each word.
    const isStretch = Array.isArray(value) && (value.length === 2 || field === 'timestamps');
    const read = readOffset(isStretch ? (value as unknown[]).at(names === fields.end ? -1 : 0) : value);
    if (read !== null) return 'seconds' in read && read.seconds > sinceEpoch ? { number: read.seconds } : read;
  }
  return names === fields.end ? endIn(byName) : null;
}

/** From where it starts and how long it lasts. */
function endIn(byName: Map<string, unknown>): Place | null {
  const start = placeIn(byName, fields.start);
  const length = ['duration', 'dur'].map((field) => readOffset(byName.get(field))).find((each) => each !== null);
  if (start === null || !length) return null;
  if ('number' in start) return 'number' in length ? { number: start.number + length.number } : null;
  return 'seconds' in length ? { seconds: start.seconds + length.seconds } : null;
}

/** Nobody says a word in twelve seconds on end, or twelve in a hundredth of one: that tells seconds from milliseconds. */
const slowest = 0.08;
/** Seconds beyond these are moments since 1970. */
const sinceEpoch = 1e9;

function inSeconds(items: Item[], began: number | null): (place: Place | null) => number | null {
  const numbers = items.flatMap(({ start }) => (start !== null && 'number' in start ? [start.number] : []));
  const first = numbers[0] ?? 0;
  // A pace tells ticks from moments, and moments in milliseconds from those in seconds.
  const unit = first > sinceEpoch * 100 && first < sinceEpoch * 10_000 ? 1000 : unitOf(items);
  if (first / unit > sinceEpoch) {
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
  return (place) => (place === null ? null : 'seconds' in place ? place.seconds : place.number / unit);
}

/** Whether the numbers of the items can only be milliseconds, at the pace that people speak. */
export function isInMilliseconds(items: Pick<Item, 'text' | 'start' | 'end'>[]): boolean {
  return unitOf(items) > 1;
}

/** How many of the items' numbers make a second, at the pace that people speak: 1, a thousand, or ten million. */
function unitOf(items: Pick<Item, 'text' | 'start' | 'end'>[]): number {
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
  const pace = lasted > 0 ? spoken / lasted : 1;
  return pace >= slowest ? 1 : pace * 1000 > slowest / 40 ? 1000 : ticks;
}

function fold(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}
