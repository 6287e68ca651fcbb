/** What every format says of a session when its record does not. */
import type { SessionDraft, Source } from './format.ts';

/** A session of `source` with what the record says; title and date fall back to the names of its file and folder. */
export function sessionDraft(
  source: Source,
  said: Pick<SessionDraft, 'kind' | 'turns' | 'speakers'> & Partial<SessionDraft>,
): SessionDraft {
  const folder = source.folder?.replaceAll('_', ' ').trim() ?? '';
  const stem = fileTitle(source.name);
  const file = says.test(stem) || !/\p{L}|\d/u.test(folder) ? stem : `${folder}: ${stem}`;
  return {
    id: null,
    startTime: null,
    endTime: null,
    event: null,
    language: null,
    page: null,
    findings: [],
    ...said,
    title: said.title?.trim() || file,
    date: said.date ?? dayIn(stem) ?? dayIn(folder),
  };
}

/** Names of files that tell more than what kind of file it is. */
const says = new RegExp(
  String.raw`^(?!(?:(?:the |raw |full |meeting |auto(?:matic)? )*(?:transcript(?:ion)?s?|minutes|notes|meeting|captions?|` +
    String.raw`subtitles?|recording|audio|index|read ?me\d?|irc|page|part ?\d+|file|document|output)(?: (?:corrected|clean(?:ed)?|` +
    String.raw`final|raw|cl|en|v?\d+))*)$)`,
  'i',
);

/**
 * The first day in the text, written `2025-03-05`, `20250305`, `5.3.2025`, `5 March 2025`, `March 5th, 2025`, `5 de marzo de 2025` or
 * `2025年3月5日`; null where there is none.
 */
export function dayIn(text: string): string | null {
  const head = text.slice(0, 2000);
  const written = [
    ...head.matchAll(/(?<!\d)(?<year>(?:19|20)\d\d)(?<mark>[-_./]?)(?<month>\d\d)\k<mark>(?<day>\d\d)(?!\d)/g),
    ...head.matchAll(/(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)(?!\d)/g),
    ...head.matchAll(
      /(?<!\d)(?<day>\d{1,2}) ?(?:st|nd|rd|th)? (?<month>[A-Z][a-z]{2,8})\.?,? (?<year>(?:19|20)\d\d)(?!\d)/gi,
    ),
    ...head.matchAll(/(?<month>[A-Z][a-z]{2,8})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\d\d)(?!\d)/gi),
    ...head.matchAll(
      /(?<!\d)(?<day>\d{1,2})(?:er|º|\.)? (?:de )?(?<month>\p{L}{3,12})\.?,? (?:de |del )?(?<year>(?:19|20)\d\d)(?!\d)/gu,
    ),
    ...head.matchAll(/(?<year>(?:19|20)\d\d)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/gu),
  ].sort((a, b) => a.index - b.index);
  for (const { groups } of written) {
    const month = /\d/.test(groups!.month!) ? groups!.month!.padStart(2, '0') : monthNumber(groups!.month!);
    const day = `${groups!.year}-${month}-${groups!.day!.padStart(2, '0')}`;
    if (isDay(day)) return day;
  }
  return null;
}

/** A title for a session whose record has none: the file's name without folders, ending and underscores. */
export function fileTitle(name: string): string {
  const last = name.split(/[\\/]/).findLast((part) => part.trim() !== '') ?? name;
  const stem = last.replace(/[?#].*$/s, '').replace(/(?:\.(?:transcript|captions?|[a-z]{2}))?\.[a-z0-9]{1,5}$/i, '');
  return stem.replaceAll('_', ' ').replace(/\s+/g, ' ').trim() || last.trim() || 'Untitled';
}

/** Whether the text is a day of the calendar, `2025-03-05`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function monthNumber(name: string): string {
  const months = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  const index = months.findIndex(
    (month) =>
      month === name.toLowerCase() || month.slice(0, name.toLowerCase() === 'sept' ? 4 : 3) === name.toLowerCase(),
  );
  return String(index < 0 ? (monthsElsewhere().get(name.toLowerCase()) ?? 0) : index + 1).padStart(2, '0');
}

let elsewhere: Map<string, number> | null = null;

/** Names of months in other languages, as they stand after a day: "mars", "marzo", "марта". */
function monthsElsewhere(): Map<string, number> {
  if (elsewhere !== null) return elsewhere;
  elsewhere = new Map();
  for (const locale of ['fr', 'es', 'ru', 'de', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl', 'uk', 'cs']) {
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      const parts = format.formatToParts(new Date(Date.UTC(2025, month, 5)));
      const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase();
      if (name !== undefined && !elsewhere.has(name)) elsewhere.set(name, month + 1);
    }
  }
  return elsewhere;
}
