/**
 * JSON of meeting tools and of recognisers that list who said what: Fireflies, Fathom, Read.ai, Recall, Gong, Gladia,
 * podcasts, councils. They differ in the names of their fields and in what stands around the list, so the list is found by
 * what it is: items of which most hold words, and a speaker or a place in the recording.
 */
import type { Finding, Problem } from '../../../session.ts';
import { notRead, type Format, type Parsed, type Source } from '../format.ts';
import { mapping, readJson, words } from '../json.ts';
import { heardSession } from '../recogniser-output.ts';
import { factsOf, findingsOf } from './meeting-facts.ts';
import { isDraft, isSpoken, readItems, readWords, stretchesOf, type Item } from './spoken-items.ts';
import { withMarksOf, withVoicesOf } from './word-lists.ts';

export const meetingToolsJson: Format = {
  name: 'meeting tools JSON',
  writtenIn: 'JSON',
  makers: [
    'Fireflies',
    'Fathom',
    'Read.ai',
    'Recall',
    'Gong',
    'Gladia',
    'podcasts',
    'councils',
    'Otter',
    'Vexa',
    'Avoma',
    'Trint',
  ],
  example:
    '{"title": "Harbour call", "transcript": [{"speaker": {"display_name": "Ana Lind"}, "text": "Hello.", "timestamp": "00:00:01"}]}',
  recognise(source) {
    const record = readJson(source);
    return record && 'value' in record && listsIn(record.value).length > 0 ? 0.5 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const record = readJson(source);
  if (record === null || 'problem' in record) return notRead(source, `${record?.problem ?? 'no JSON'}; save it again`);
  const problems: Problem[] = record.broken.map(({ line, why }) => ({ line, message: `${why}; left out` }));
  const lists = inMeetings(listsIn(record.value));
  if (lists.length === 0) return notRead(source, 'nobody speaks in it', { problems });
  const names = namesIn(record.value);
  const parsed = lists.map(({ items, around }, index): Parsed => {
    const facts = factsOf(around, items);
    const { stretches, unread } = stretchesOf(items, names, facts.began);
    const told: Problem[] = [];
    if (unread > 0)
      told.push({ line: null, message: `${unread} of ${items.length} items hold no words that can be read; left out` });
    return heardSession(source, {
      ...facts,
      language: facts.language ?? languageOf(items),
      title: facts.title ?? (lists.length > 1 ? `Meeting ${index + 1}` : null),
      stretches,
      findings: findingsOf(around) satisfies Finding[],
      problems: told,
    });
  });
  return {
    sessions: parsed.flatMap(({ sessions }) => sessions),
    problems: [...problems, ...parsed.flatMap((each) => each.problems)],
    leftOut: parsed.flatMap(({ leftOut }) => leftOut ?? []),
  };
}

/** The language of all that was said. */
function languageOf(items: Item[]): string | null {
  const [first = null, ...others] = new Set(items.map(({ language }) => language));
  return others.length === 0 ? first : null;
}

interface SpokenList {
  /** Keys from the outermost in; places in lists are `*`, so that the lists of several meetings have one path. */
  path: string;
  items: Item[];
  /** The mappings it stands in, the innermost first. */
  around: Record<string, unknown>[];
  words: number;
}

/** What stands beside the words and is no speech, or the same words again. */
const beside =
  /translat|summar|chapter|highlight|topic|question|action|insight|keyword|sentiment|entit|chat|comment|message|caption_?style|recap|notes?$/i;
const deepest = 8;

/** Messages that last from when to when are spoken; those of a chat are not. */
function areHeard(key: string, inner: unknown): boolean {
  const items = key === 'messages' && Array.isArray(inner) ? readItems(inner) : [];
  return (
    items.length > 0 && items.every(({ start, end, speaker }) => start !== null && end !== null && speaker !== null)
  );
}

/** The lists of the meeting, or of each meeting, that hold the most speech: with speakers rather than without. */
function listsIn(root: unknown): SpokenList[] {
  const found: SpokenList[] = [];
  const walk = (value: unknown, path: string[], around: Record<string, unknown>[]) => {
    if (path.length > deepest) return;
    if (Array.isArray(value)) {
      const given = value.filter((each) => !isDraft(each));
      const items = path.at(-1) === 'words' ? readWords(given) : readItems(given);
      if (isSpoken(items)) {
        const words = items.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
        found.push({ path: path.join('.'), items: completed(items, around), around, words });
        return;
      }
      for (const each of value) if (mapping(each) || Array.isArray(each)) walk(each, [...path, '*'], around);
      return;
    }
    const given = mapping(value);
    if (!given) return;
    for (const [key, inner] of Object.entries(given))
      if (typeof inner === 'object' && inner !== null && (!beside.test(key) || areHeard(key, inner)))
        walk(inner, [...path, key], [given, ...around]);
  };
  walk(root, [], []);
  const groups = Map.groupBy(found, ({ path }) => path);
  let best: SpokenList[] = [];
  let most = 0;
  for (const lists of groups.values()) {
    const items = lists.flatMap((list) => list.items);
    const words = lists.reduce((sum, list) => sum + list.words, 0);
    const named = items.filter(({ speaker }) => speaker !== null).length > items.length / 2;
    // Single words with their times are the same speech in smaller pieces.
    const weight = words * (named ? 2 : 1) * (words > items.length * 1.6 ? 1.5 : 1);
    if (weight > most) [best, most] = [lists, weight];
  }
  return best;
}

/** Single words may have their marks in the whole text beside them, and their voices in a list of who spoke when. */
function completed(items: Item[], around: Record<string, unknown>[]): Item[] {
  return withVoicesOf(withMarksOf(items, around[0] ?? {}), around[0] ?? {});
}

/** Utterances, each in a wrapping of its own, are of one meeting, unless the wrappings say otherwise. */
function inMeetings(lists: SpokenList[]): SpokenList[] {
  const items = lists.flatMap((list) => list.items);
  const words = lists.reduce((sum, list) => sum + list.words, 0);
  const areParts = items.length < lists.length * 3 || words < items.length * 1.6;
  const meetings = new Set(
    lists.map(({ around, items: own }) => {
      const { title, date } = factsOf(around.slice(0, -1), own.slice(0, 0));
      const ids = around.flatMap((given) =>
        ['session_id', 'meeting_id', 'meetingId', 'callId'].map((key) => given[key]),
      );
      return JSON.stringify([title, date, ids.find(Boolean)]);
    }),
  );
  if (lists.length < 2 || !areParts || meetings.size > 1) return lists;
  return [{ ...lists[0]!, items, words, around: lists[0]!.around.slice(-1) }];
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Speakers without numbers are counted from 0, where that is how the words count them: every one, and no more. */
function byPlace(people: unknown[], root: unknown, names: Map<string, string>): void {
  const called = people.map((each) => words(mapping(each)?.['name']));
  const hasIds = people.some((each) => isId(mapping(each)?.['id']) || mapping(each)?.['time'] !== undefined);
  const list = mapping(root)?.['words'];
  const used = new Set((Array.isArray(list) ? list : []).map((word) => mapping(word)?.['speaker']));
  if (hasIds || called.includes(null) || used.size !== called.length) return;
  if (called.every((_, index) => used.has(index))) called.forEach((name, index) => names.set(String(index), name!));
}

/** Names by the number that the list has for them: of `speakers`, `participants`, `parties`, wherever they stand. */
function namesIn(root: unknown): Map<string, string> {
  const names = new Map<string, string>();
  const walk = (value: unknown, depth: number) => {
    if (depth > deepest) return;
    const given = mapping(value);
    for (const [key, inner] of Object.entries(given ?? {})) {
      const people =
        Array.isArray(inner) && /speaker|participant|part(?:y|ies)|attendee|people|person|agent/i.test(key);
      if (key === 'speakers' && people) byPlace(inner, root, names);
      for (const each of people ? inner : []) {
        const person = mapping(each) ?? {};
        // Google names the resource, and inside it the person.
        const shown = Object.values(person).map((within) => words(mapping(within)?.['displayName']));
        if (words(person['name'])?.includes('/') && shown.some(Boolean))
          names.set(words(person['name'])!, shown.find(Boolean)!);
        const called = ['name', 'displayName', 'display_name', 'speaker_name']
          .map((field) => person[field])
          .find(Boolean);
        for (const field of ['speakerId', 'speaker_id', 'id', 'participant_id', 'label', 'speaker', 'spkid'])
          if (isId(person[field]) && typeof called === 'string' && called.trim() !== '')
            names.set(String(person[field]), called.trim());
      }
    }
    for (const inner of Array.isArray(value) ? value.slice(0, 1000) : Object.values(given ?? {}))
      if (typeof inner === 'object' && inner !== null) walk(inner, depth + 1);
  };
  walk(root, 0);
  return names;
}
