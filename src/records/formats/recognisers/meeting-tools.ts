/**
 * JSON of meeting tools and of recognisers that list who said what: Fireflies, Fathom, Read.ai, Recall, Gong, Gladia,
 * podcasts, councils. They differ in the names of their fields and in what stands around the list, so the list is found by
 * what it is: items of which most hold words, and a speaker or a place in the recording.
 */
import type { Finding, Problem } from '../../../session.ts';
import type { Format, Parsed, Source } from '../format.ts';
import { mapping, readJson } from '../json.ts';
import { heardSession } from '../recogniser-output.ts';
import { factsOf, findingsOf } from './meeting-facts.ts';
import { isSpoken, readItems, stretchesOf, type Item } from './spoken-items.ts';

export const meetingToolsJson: Format = {
  name: 'meeting tools JSON',
  writtenIn: 'JSON',
  makers: ['Fireflies', 'Fathom', 'Read.ai', 'Recall', 'Gong', 'Gladia', 'podcasts', 'councils', 'Otter', 'Vexa'],
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
  if (record === null || 'problem' in record)
    return {
      sessions: [],
      problems: [{ line: null, message: `${source.name}: ${record?.problem ?? 'no JSON'}; save it again` }],
    };
  const problems: Problem[] = record.broken.map(({ line, why }) => ({ line, message: `${why}; left out` }));
  const lists = listsIn(record.value);
  if (lists.length === 0)
    return { sessions: [], problems: [...problems, { line: null, message: `${source.name}: nobody speaks in it` }] };
  const names = namesIn(record.value);
  const parsed = lists.map(({ items, around }, index): Parsed => {
    const facts = factsOf(around, items);
    const { stretches, unread } = stretchesOf(items, names, facts.began);
    const told: Problem[] = [];
    if (unread > 0)
      told.push({ line: null, message: `${unread} of ${items.length} items hold no words that can be read; left out` });
    return heardSession(source, {
      ...facts,
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

/** The lists of the meeting, or of each meeting, that hold the most speech: with speakers rather than without. */
function listsIn(root: unknown): SpokenList[] {
  const found: SpokenList[] = [];
  const walk = (value: unknown, path: string[], around: Record<string, unknown>[]) => {
    if (path.length > deepest) return;
    if (Array.isArray(value)) {
      const items = readItems(value);
      if (isSpoken(items)) {
        const words = items.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
        found.push({ path: path.join('.'), items, around, words });
        return;
      }
      for (const each of value) if (mapping(each) || Array.isArray(each)) walk(each, [...path, '*'], around);
      return;
    }
    const given = mapping(value);
    if (!given) return;
    for (const [key, inner] of Object.entries(given))
      if (typeof inner === 'object' && inner !== null && !beside.test(key))
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

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
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
      for (const each of people ? inner : []) {
        const person = mapping(each) ?? {};
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
