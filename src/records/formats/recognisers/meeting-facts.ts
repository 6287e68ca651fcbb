/** What the JSON of meeting tools says of the meeting beside its words: title, day, page, and what an assistant wrote of it. */
import type { Finding, FindingKind, Session } from '../../../session.ts';
import { mapping, words } from '../json.ts';
import { isDay } from '../session-draft.ts';
import type { Item } from './spoken-items.ts';

export interface Facts {
  title: string | null;
  /** The day of the meeting, never that of the file. */
  date: string | null;
  language: string | null;
  page: Session['page'];
  /** When it began, in milliseconds since 1970. */
  began: number | null;
}

/** `around`: the mappings that the list of what was said, `items`, stands in, the innermost first. */
export function factsOf(around: Record<string, unknown>[], items: Pick<Item, 'moment'>[]): Facts {
  const places = around.flatMap((given) => [given, ...beside(given, around[0]?.['callId'] ?? around[0]?.['id'])]);
  const first = <T>(names: string[], read: (value: unknown) => T | null): T | null => {
    for (const given of places)
      for (const name of names) {
        const value = read(given[name]);
        if (value !== null) return value;
      }
    return null;
  };
  const moment = first(begins, momentOf);
  const address = first(
    ['transcript_url', 'share_url', 'report_url', 'page_url', 'permalink', 'url', 'link'],
    addressOf,
  );
  return {
    title: first(['title', 'meeting_title', 'meetingTitle', 'topic', 'subject', 'name', 'meeting_name'], words),
    date: moment?.day ?? momentOf(items[0]?.moment)?.day ?? null,
    language: first(
      ['language_code', 'languageCode', 'LanguageCode', 'language', 'transcript_language', 'lang', 'locale'],
      words,
    ),
    page: address === null ? null : { address, placeBy: 'text' },
    began: moment?.at ?? null,
  };
}

/** Mappings that say of the meeting what those around its words do not; `id` is the meeting's, where several are listed. */
function beside(given: Record<string, unknown>, id: unknown): Record<string, unknown>[] {
  return Object.entries(given).flatMap(([key, value]) => {
    if (/^(?:calls|meetings)$/i.test(key) && Array.isArray(value)) {
      const all = value.map((each) => mapping(each) ?? {}).map((each) => ({ ...each, ...mapping(each['metaData']) }));
      const own = all.filter((each) => each['id'] === id);
      return own.length > 0 ? own : all.length === 1 ? all : [];
    }
    return /^(?:meta_?data|meeting|call|info|recording|event|session|video)$/i.test(key) ? [mapping(value) ?? {}] : [];
  });
}

/** When the file was made or changed is not among them. */
const begins = [
  'dateString', 'date', 'meeting_date', 'meetingDate', 'started', 'recording_start_time', 'scheduled_start_time',
  'session_datetime', 'start_time', 'startTime', 'started_at', 'startedAt', 'scheduled',
]; // prettier-ignore

function momentOf(value: unknown): { day: string; at: number | null } | null {
  if (typeof value === 'number' && value > 1e9) {
    const at = value > 1e11 ? value : value * 1000;
    return at < 1e14 ? { day: new Date(at).toISOString().slice(0, 10), at } : null;
  }
  const day = words(value)?.slice(0, 10) ?? '';
  if (!isDay(day)) return null;
  const at = Date.parse(words(value)!);
  return { day, at: /T\d/.test(words(value)!) && !Number.isNaN(at) ? at : null };
}

function addressOf(value: unknown): string | null {
  const address = words(value);
  return address !== null && /^https?:/.test(address) && URL.canParse(address) ? address : null;
}

const written: [RegExp, FindingKind][] = [
  [/action|next_?steps|tasks|to_?dos/i, 'action item'],
  [/question/i, 'follow-up question'],
  [/topic|chapter|outline|key_?points|highlights/i, 'discussion point'],
  [/summar|overview|recap|gist|abstract|notes/i, 'summary'],
];

/** What an assistant wrote of the meeting: a report, never speech. */
export function findingsOf(around: Record<string, unknown>[]): Finding[] {
  const findings: Finding[] = [];
  const take = (value: unknown, kind: FindingKind, section: string[]) => {
    const text = words(value);
    if (text !== null) findings.push({ kind, text, speakers: [], details: [], topics: [], section });
    else if (Array.isArray(value)) for (const each of value) take(each, kind, section);
    else
      for (const [key, inner] of Object.entries(mapping(value) ?? {})) {
        const isText =
          /^(?:text|title|description|content|markdown_formatted|summary|overview|question|name|results)$/.test(key);
        const own = kindOf(key);
        if (own !== null || isText) take(inner, own ?? kind, section);
      }
  };
  for (const given of around)
    for (const [key, value] of Object.entries(given)) {
      const kind = kindOf(key);
      if (kind !== null && !/_?url$|id$/i.test(key)) take(value, kind, [key.replaceAll('_', ' ')]);
    }
  return findings;
}

function kindOf(key: string): FindingKind | null {
  return written.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
