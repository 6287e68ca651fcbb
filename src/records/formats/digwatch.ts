/**
 * Reads a dig.watch session page, from lines of its text, into one session. The page has two halves
 * that never mix here: an AI-written report, read into findings, and a transcript, read into turns.
 */
import type { Problem, Session } from '../../session.ts';
import { plain, type Reading } from './digwatch-items.ts';
import { looksLikeName, peopleOfPage } from './digwatch-people.ts';
import { readSection } from './digwatch-report.ts';
import { bareHeading, cutIntoSections, shortened, type Line } from './digwatch-sections.ts';
import { readSpeakers, readTranscript, turnStart } from './digwatch-speech.ts';
import type { LeftOut, Parsed } from './format.ts';

/** What is known of the page from beside its text. */
export interface PageFacts {
  address: string | null;
  language: string | null;
  title: string | null;
  event: string | null;
}

/** A page of an archive prints several sessions one after another; each is read as one. */
export function readPages(lines: Line[], facts: PageFacts): Parsed {
  const { starts, unsure } = startsOfSessions(lines);
  const told: Problem[] = unsure === null ? [] : [{ line: unsure.number, message: mayBegin }];
  if (starts.length < 2) {
    const parsed = readPage(lines, facts);
    return { ...parsed, problems: [...told, ...parsed.problems] };
  }
  const message = `${starts.length} sessions are printed on this page; each is read as a session of its own`;
  const pages = starts.map((start, index) =>
    readPage(lines.slice(index === 0 ? 0 : start, starts[index + 1]), { ...facts, title: null }),
  );
  return {
    sessions: pages.flatMap(({ sessions }) => sessions),
    problems: [{ line: null, message }, ...told, ...pages.flatMap(({ problems }) => problems)],
    leftOut: pages.flatMap(({ leftOut }) => leftOut ?? []),
  };
}

const mayBegin =
  'another session may begin here, whose title and day do not stand over it; it is read as one with what is before it. ' +
  'To have them apart, give each page by itself';

/**
 * Where a title stands with the day of a session under it, and the first heading of its report under that; or a title that
 * is a heading, over a report that begins when another session has been spoken already. `unsure` begins like one.
 */
function startsOfSessions(lines: Line[]): { starts: number[]; unsure: Line | null } {
  const filled = [...lines.keys()].filter((at) => lines[at]!.text !== '');
  const starts: number[] = [];
  let unsure: Line | null = null;
  /** Turns since the last start. */
  let turns = 0;
  const start = (at: number) => {
    starts.push(at);
    turns = 0;
  };
  for (const [order, at] of filled.entries()) {
    const line = lines[at]!;
    const before = filled[order - 1];
    if (turnStart(line.text) !== null && line.text.length > 60) turns += 1;
    if (before === undefined) continue;
    if (isDateLine(line.text) && !isDateLine(lines[before]!.text)) {
      const under = filled.slice(order + 1, order + 5).map((next) => bareHeading(lines[next]!.text));
      if (!under.some((text) => firstHeadings.has(text))) continue;
      // The title may stand there twice.
      const above = filled[order - 2];
      const isTwice = above !== undefined && lines[above]!.text === lines[before]!.text;
      start(isTwice ? above : before);
    } else if (bareHeading(line.text) === 'session at a glance' && turns > 1) {
      const title = lines[before]!;
      if (starts.length === 0) starts.push(0);
      if (title.level > 0 && title.level < boldLine) start(before);
      else unsure ??= line;
    }
  }
  return { starts, unsure };
}

/** The level of a line that is bold and no heading. */
const boldLine = 7;

const firstHeadings = new Set(['session at a glance', 'event report', 'table of contents', 'disclaimer', 'summary']);

function readPage(lines: Line[], facts: PageFacts): Parsed {
  const { preamble, sections, problems } = cutIntoSections(lines.filter((line) => line.text !== ''));
  const people = peopleOfPage();
  const page: Reading = { people, problems, findings: [], turns: [] };
  const named = new Set<string>();

  // Names first, wherever they stand: they tell a turn from a sentence with a colon.
  for (const section of sections) if (section.kind === 'speakers') readSpeakers(section, page);
  for (const section of sections) {
    const name = plain(section.heading.text);
    if (section.kind === 'block' && (people.find(name) !== null || looksLikeName(name))) named.add(name);
  }
  for (const section of sections) if (section.kind === 'transcript') readTranscript(section, page, named);
  for (const name of named) people.add(name);

  const reportOnly = page.turns.length === 0;
  if (reportOnly) {
    const spoken = sections
      .flatMap((section) => (section.kind === 'report' ? section.lines : []))
      .filter((line) => people.find(turnStart(line.text)?.name ?? '') !== null);
    // Nothing tells such lines from a report that opens its paragraphs with names, so they are not quoted.
    if (spoken.length > 2)
      problems.push({
        line: spoken[0]?.number ?? null,
        message:
          'lines that begin with names stand in the report, without a heading "Session transcript" before them; they are read as report, not as speech',
      });
  }
  for (const section of sections) readSection(section, page, reportOnly);
  for (const line of lines) people.scan(line.text);

  const { head, leftOut } = readPreamble(preamble, facts, problems);
  if (page.turns.length === 0 && page.findings.length === 0 && people.speakers().length === 0) {
    problems.push({
      line: null,
      message:
        'no section of a dig.watch session page was found; give the page as copied from the browser or as saved HTML',
    });
    return { sessions: [], problems, leftOut };
  }
  const headings = new Set(page.findings.flatMap(({ section }) => section));
  // Contents and notices, and a heading with nothing under it.
  for (const { kind, lines: own } of sections)
    for (const { number, text, level } of own)
      if (kind === 'aside' || (level > 0 && !headings.has(plain(text))))
        leftOut.push({ line: number, text, why: null });
  return {
    sessions: [
      {
        id: null,
        ...head,
        kind: reportOnly ? 'report only' : 'automatic transcript',
        language: facts.language,
        page: facts.address === null ? null : { address: facts.address, placeBy: 'text' },
        speakers: people.speakers(),
        turns: page.turns,
        findings: page.findings,
      },
    ],
    problems: problems.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity)),
    leftOut,
  };
}

/** Whether a line is when a session was: `11 Jul 2025 09:00h - 09:45h`. */
export function isDateLine(text: string): boolean {
  return text.length < 90 && dateLine.test(text);
}

/** How surely lines of text are a session page, by the headings that stand alone on a line. */
export function pageScore(lines: string[]): number {
  const found = new Set<string>();
  for (const line of lines) {
    const bare = bareHeading(line.trim());
    if (tellingHeadings.has(bare)) found.add(bare);
    else if (bare !== '' && dateLine.test(line.trim()) && line.includes('h')) found.add('date');
  }
  // Many a record has its day on a line.
  if (found.size === 1 && found.has('date')) return 0;
  let score = 0;
  for (const heading of found) score += heading === 'date' ? 0.2 : (tellingHeadings.get(heading) ?? 0);
  return Math.min(1, score);
}

/** One alone of the weaker could stand in any document. */
const tellingHeadings = new Map([
  ['session at a glance', 0.5],
  ['session transcript', 0.4],
  ['full session report', 0.4],
  ['knowledge graph of debate', 0.6],
  ['speech speed', 0.4],
  ['thought provoking comments', 0.3],
  ['keypoints', 0.2],
  ['key points', 0.05],
  ['event report', 0.15],
  ['session report', 0.2],
  ['speakers and moderators', 0.15],
  ['unexpected consensus', 0.2],
  ['partial agreements', 0.2],
  ['resolutions and action items', 0.2],
  ['suggested compromises', 0.2],
  ['follow up questions', 0.1],
  ['table of contents', 0.05],
  ['summary', 0.05],
  ['speakers', 0.05],
]);

type Head = Pick<Session, 'title' | 'date' | 'startTime' | 'endTime' | 'event'>;

function readPreamble(lines: Line[], facts: PageFacts, problems: Problem[]): { head: Head; leftOut: LeftOut[] } {
  const head: Head = { title: '', date: null, startTime: null, endTime: null, event: facts.event };
  const texts: Line[] = [];
  let beforeDate: string | null = null;
  for (const line of lines) {
    const found = line.text.length < 90 ? dateLine.exec(line.text) : null;
    if (found && head.date === null) {
      const month = months.indexOf((found[2] ?? '').slice(0, 3).toLowerCase()) + 1;
      const day = `${found[3]}-${String(month).padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}`;
      const valid = new Date(`${day}T00:00:00Z`);
      if (Number.isNaN(valid.getTime()) || !valid.toISOString().startsWith(day)) {
        problems.push({ line: line.number, message: `"${shortened(line.text)}" is not a day of the calendar` });
        continue;
      }
      head.date = day;
      head.startTime = clock(found[4]);
      head.endTime = clock(found[5]);
      beforeDate = texts.at(-1)?.text ?? null;
    } else if (found) continue;
    else if (/^Event: ?\S/.test(line.text)) head.event = plain(line.text.slice('Event:'.length));
    else texts.push(line);
  }
  const once = new Set<string>();
  const twice = texts.find((line) => once.size === once.add(line.text).size)?.text;
  const headed = texts.find((line) => line.level === 1)?.text;
  head.title = plain(twice ?? facts.title ?? headed ?? beforeDate ?? texts[0]?.text ?? '');
  if (head.title === '') problems.push({ line: null, message: 'the page has no title' });
  const others = texts.filter(({ text }) => plain(text) !== head.title);
  return {
    head,
    leftOut: others.map(({ number, text }) => ({ line: number, text, why: isMenu(text) ? null : above })),
  };
}

/** What a browser copies with a page: a few words, and no sentence. */
function isMenu(text: string): boolean {
  return text.split(/\s+/).length < 6 && !/[.?!:]$/.test(text);
}

const above = 'text above the session';

/** `11 Jul 2025 09:00h - 09:45h`, with or without its times, an `h`, a second day or `UTC`. */
const dateLine =
  /^(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})(?:,? (\d{1,2}:\d{2}) ?h?(?: ?[-–—] ?(?:\d{1,2} [A-Z][a-z]{2,8} \d{4},? )?(\d{1,2}:\d{2}) ?h?)?(?: [A-Z]{2,4})?)?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function clock(time: string | undefined): string | null {
  if (time === undefined) return null;
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null;
}
