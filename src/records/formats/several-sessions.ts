/**
 * One file or page that prints several sessions, each with a heading and a transcript of its own. Where it is sure they
 * are read apart; where it only seems so they are read as one, and that is told.
 */
import type { Parsed, SessionDraft, Source } from './format.ts';
import { readLabel } from './labels.ts';
import { dayOfSitting } from './plain-preamble.ts';
import { withoutFrontMatter } from './preamble.ts';
import { cut } from './safe-text.ts';

/** Where sessions begin, as lines counted from 0, in order. */
export interface SessionStarts {
  starts: { line: number; title: string; date: string | null }[];
  /** Headings that may begin a session of their own and do not say so. */
  unsure: { line: number; title: string }[];
}

/** Reads each session of the text by itself; lines of problems are those of the whole. */
export function readApart(
  source: Source,
  read: (part: Source) => Parsed,
  { starts, unsure }: SessionStarts = sessionHeadings(source.text),
): Parsed {
  if (starts.length < 2) return withUnsure(read(source), unsure);
  const lines = source.text.split('\n');
  const first = starts[0]!.line;
  const front = lines.slice(0, first);
  // What is said above the first heading is a session too.
  const isSpoken = speechesIn(front) >= leastSpeeches;
  const own = starts.map(({ line, ...heading }, at) => ({
    ...heading,
    from: line,
    to: starts[at + 1]?.line ?? lines.length,
  }));
  const parts = isSpoken ? [{ title: '', date: null, from: 0, to: first }, ...own] : own;
  const facts = isSpoken ? { event: null, date: null } : frontFacts(front);
  const parsed = parts.map(({ title, date, from, to }): Parsed => {
    const { sessions, problems, leftOut } = read({ ...source, text: lines.slice(from, to).join('\n') });
    const named = sessions.map((session): SessionDraft => ({
      ...session,
      title: title || session.title,
      date: date ?? session.date ?? facts.date,
      event: session.event ?? facts.event,
    }));
    const below = <Of extends { line: number | null }>(told: Of): Of => ({
      ...told,
      line: told.line === null ? null : told.line + from,
    });
    return { sessions: named, problems: problems.map(below), leftOut: leftOut?.map(below) ?? [] };
  });
  return {
    sessions: parsed.flatMap(({ sessions }) => sessions),
    problems: [
      { line: null, message: `${parts.length} sessions are printed here; each is read as a session of its own` },
      ...parsed.flatMap(({ problems }) => problems),
    ],
    leftOut: [
      ...(isSpoken ? [] : front.map((text, at) => ({ line: at + 1, text, why: aboveFirst }))),
      ...parsed.flatMap(({ leftOut }) => leftOut ?? []),
    ],
  };
}

const aboveFirst = 'words before the first session';

/**
 * Headings that begin sessions: of one level, each with the number or the day of its session, and with speeches under it.
 * A bare day, an agenda item or a panel of witnesses is a part of a session.
 */
export function sessionHeadings(text: string): SessionStarts {
  const lines = text.split('\n');
  const found = [...lines.keys()].flatMap((at) => headingAt(lines, at) ?? []);
  const spoken = found.filter(
    ({ line }, at) => speechesIn(lines.slice(line + 1, found[at + 1]?.line)) >= leastSpeeches,
  );
  // Days of the sessions of a whole conference may stand over those of its sessions.
  const levels = Map.groupBy(spoken, ({ level }) => level);
  const sure = [...levels.values()].map((alike) => alike.filter(({ isSure }) => isSure));
  const starts = sure.toSorted((one, other) => other.length - one.length)[0] ?? [];
  if (starts.length > 1) return { starts, unsure: [] };
  return { starts: [], unsure: spoken.length > 1 ? spoken : [] };
}

interface Heading {
  line: number;
  title: string;
  date: string | null;
  /** As many marks as it has; 0 for a line that stands alone. */
  level: number;
  isSure: boolean;
}

/** Speeches that make a transcript of its own. */
const leastSpeeches = 2;
const longestHeading = 150;

function headingAt(lines: string[], at: number): Heading | null {
  const line = lines[at]!.trim();
  if (line === '' || line.length > longestHeading) return null;
  const level = /^#{1,4}(?=\s)/.exec(line)?.[0].length ?? 0;
  const title = line.slice(level).replaceAll('**', '').trim();
  const standsAlone = (lines[at - 1] ?? '').trim() === '';
  if (title === '' || (level === 0 && (!standsAlone || /[.?!…,;]$/.test(title)))) return null;
  const { number, isNamed } = namesSession(title, level > 0);
  if (!isNamed) return null;
  const day = dayUnder(lines, at);
  // Unmarked, a line of words that are a session's name may begin anybody's paragraph.
  const isAlone = standsAlone && ((lines[at + 1] ?? '').trim() === '' || day !== null);
  if (level === 0 && !(number && isAlone)) return null;
  const date = dayOfSitting(title) ?? day;
  return { line: at, title, date, level, isSure: number || date !== null };
}

/** "Session 3: Harbours", "WS #12 Tides", "Morning session": whether it names a session, and by a number. */
function namesSession(title: string, isMarked = true): { isNamed: boolean; number: boolean } {
  const words = title.match(/[\p{L}\p{N}]+|#\p{N}+/gu) ?? [];
  const at = words.findIndex((word, index) => index < 4 && sessionWords.has(word.toLowerCase()));
  if (at < 0) return { isNamed: false, number: false };
  const beside = [words[at + 1], words[at - 1]].map((word) => word ?? '');
  const letter = isMarked ? /^(?:[IVX]{1,5}|[A-H])$/ : /^(?:[IVX]{2,5}|[B-H])$/;
  return {
    isNamed: true,
    number: beside.some((word) => (isNumber.test(word) && !isYear.test(word)) || letter.test(word)),
  };
}

const isNumber = /^#?\d{1,4}(?:st|nd|rd|th|e|ª|º)?$/i;
const isYear = /^(?:19|20)\d\d$/;

const sessionWords = new Set(
  (
    'session workshop ws plenary meeting sitting forum roundtable webinar séance atelier réunion sesión taller plenaria reunión ' +
    'sessão oficina reunião sitzung tagung workshopsitzung seduta sessione riunione sessie zitting заседание сессия семинар'
  ).split(' '),
);

/** A day on one of the two short lines under a heading, before anybody speaks. */
function dayUnder(lines: string[], at: number): string | null {
  const under = lines
    .slice(at + 1, at + 6)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 2);
  for (const line of under) {
    if (line.length > 90 || isSpeech(line)) return null;
    const day = dayOfSitting(line);
    if (day !== null) return day;
  }
  return null;
}

function speechesIn(lines: string[]): number {
  return lines.filter((line) => isSpeech(line.trim())).length;
}

function isSpeech(line: string): boolean {
  if (line.startsWith('>>')) return true;
  const label = readLabel(line.replaceAll('**', '').replace(/^\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+/, ''));
  return (
    label !== null &&
    label.rest !== '' &&
    !factLabels.has(label.label.toLowerCase()) &&
    !namesSession(label.label).isNamed
  );
}

/** What stands before a colon under a heading, and speaks not. */
const factLabels = new Set(
  'date time place venue room location chair moderator speakers participants event title language'.split(' '),
);

/** The conference that the sessions are of, and its day, as far as the front tells them. */
function frontFacts(front: string[]): { event: string | null; date: string | null } {
  const { text, facts } = withoutFrontMatter(front.join('\n'));
  const lines = text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^#{1,6}\s+/, '')
        .replaceAll('**', ''),
    )
    .filter((line) => /\p{L}/u.test(line));
  const [title] = lines;
  const isTitle = title !== undefined && title.length <= longestHeading && !/[.?!…:]$/.test(title);
  const days = lines.slice(0, 6).map((line) => (line.length < 90 ? dayOfSitting(line) : null));
  return {
    event: facts.event ?? (facts.title || (isTitle ? title : null)),
    date: facts.date ?? days.find((day) => day !== null) ?? null,
  };
}

function withUnsure(parsed: Parsed, unsure: SessionStarts['unsure']): Parsed {
  if (unsure.length === 0) return parsed;
  const named = unsure.slice(0, 3).map(({ title }) => `“${cut(title, 60)}”`);
  const message =
    `${unsure.length === 1 ? 'A line' : `${unsure.length} lines`} may begin a session of its own (${named.join(', ')}${unsure.length > 3 ? ', …' : ''}), ` +
    'which nothing tells for sure; ' +
    'all is read as one session. To have them apart, give each its number or its day, or a file of its own';
  return { ...parsed, problems: [{ line: unsure[0]!.line + 1, message }, ...parsed.problems] };
}
