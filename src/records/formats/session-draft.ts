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
  const head = inOurYears(text.slice(0, 2000));
  if (!/(?:19|20)\d\d/.test(head)) return null;
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
    // "14 أيار/مايو 2025".
    ...head.matchAll(
      /(?<!\d)(?<day>\d{1,2}) (?:[\p{L} ]{2,20}\/)?(?<month>\p{sc=Arabic}{3,12}) (?<year>(?:19|20)\d\d)(?!\d)/gu,
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

/** Years of Japanese eras as those of the calendar: "令和７年５月１４日" is 2025年5月14日. */
function inOurYears(text: string): string {
  if (!text.includes('年')) return text;
  return text.replace(
    /(令和|平成|昭和)([\d０-９元一二三四五六七八九十]{1,3})年([\d０-９一二三四五六七八九十]{1,3})月([\d０-９一二三四五六七八九十]{1,3})日/gu,
    (_, era: string, ...parts) => {
      const [year, month, day] = parts.slice(0, 3).map((part) => numberIn(String(part)));
      return `${eras[era]! + year!}年${month}月${day}日`;
    },
  );
}

/** The year before the first of each era. */
const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** "１４", "14", "十四" and "元", the first. */
function numberIn(written: string): number {
  const figures = written.normalize('NFKC');
  if (/^\d+$/.test(figures)) return Number(figures);
  const digit = (sign: string) => '元一二三四五六七八九'.indexOf(sign) || 1;
  const [tens, ones] = figures.includes('十') ? figures.split('十') : ['', figures];
  return (figures.includes('十') ? (tens === '' ? 1 : digit(tens!)) * 10 : 0) + (ones === '' ? 0 : digit(ones!));
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
  for (const locale of ['fr', 'es', 'ru', 'de', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl', 'uk', 'cs', 'ar-EG']) {
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      const parts = format.formatToParts(new Date(Date.UTC(2025, month, 5)));
      const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase();
      if (name !== undefined && !elsewhere.has(name)) elsewhere.set(name, month + 1);
    }
  }
  return elsewhere;
}
