/**
 * Reads a dig.watch session page, from lines of its text, into one session. The page has two halves
 * that never mix here: an AI-written report, read into findings, and a transcript, read into turns.
 */
import type { Finding, FindingKind, Session, Turn, Problem } from '../../session.ts';
import { isRole, looksLikeName, peopleOfPage, type People } from './digwatch-people.ts';
import {
  bareHeading,
  cutIntoSections,
  figureLabel,
  figureOfValue,
  isBullet,
  shortened,
  withoutBullet,
  type Line,
  type Section,
} from './digwatch-sections.ts';
import type { Parsed } from './format.ts';

/** What is known of the page from beside its text. */
export interface PageFacts {
  address: string | null;
  language: string | null;
  title: string | null;
  event: string | null;
}

export function readPage(lines: Line[], facts: PageFacts): Parsed {
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

  const head = readPreamble(preamble, facts, problems);
  if (page.turns.length === 0 && page.findings.length === 0 && people.speakers().length === 0) {
    problems.push({
      line: null,
      message:
        'no section of a dig.watch session page was found; give the page as copied from the browser or as saved HTML',
    });
    return { sessions: [], problems };
  }
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

interface Reading {
  people: People;
  problems: Problem[];
  findings: Finding[];
  turns: Turn[];
}

type Head = Pick<Session, 'title' | 'date' | 'startTime' | 'endTime' | 'event'>;

function readPreamble(lines: Line[], facts: PageFacts, problems: Problem[]): Head {
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
    } else if (/^Event: ?\S/.test(line.text)) head.event = plain(line.text.slice('Event:'.length));
    else texts.push(line);
  }
  const once = new Set<string>();
  const twice = texts.find((line) => once.size === once.add(line.text).size)?.text;
  const headed = texts.find((line) => line.level === 1)?.text;
  head.title = plain(twice ?? facts.title ?? headed ?? beforeDate ?? texts[0]?.text ?? '');
  if (head.title === '') problems.push({ line: null, message: 'the page has no title' });
  return head;
}

/** `11 Jul 2025 09:00h - 09:45h`, with or without its times, an `h`, a second day or `UTC`. */
const dateLine =
  /^(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})(?:,? (\d{1,2}:\d{2}) ?h?(?: ?[-–—] ?(?:\d{1,2} [A-Z][a-z]{2,8} \d{4},? )?(\d{1,2}:\d{2}) ?h?)?(?: [A-Z]{2,4})?)?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function clock(time: string | undefined): string | null {
  if (time === undefined) return null;
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

function readSpeakers(section: Section, page: Reading): void {
  let moderating: string | null = null;
  for (const line of section.lines) {
    const text = withoutBullet(line.text).trim();
    const bare = bareHeading(text);
    if (
      /^(?:speakers?|moderators?|additional|online|onsite|on site|panell?ists?)\b/.test(bare) &&
      (line.level > 0 || text.endsWith(':') || /^(?:online |onsite |on site )?(?:speakers?|moderators?)$/.test(bare))
    ) {
      moderating = /\bmoderators?$/.test(bare) ? sentenceCase(bare.replace(/s$/, '')) : null;
      continue;
    }
    if (/^(?:none|n\/a|no additional|no other|not applicable)\b/i.test(text)) continue;
    const [name, role] = nameAndRole(text);
    if (
      name === '' ||
      name.length > 80 ||
      name.split(' ').length > 8 ||
      !/\p{L}/u.test(name) ||
      (!isBullet(line.text) && role === null && !looksLikeName(name))
    ) {
      page.problems.push({ line: line.number, message: `no speaker could be read from "${shortened(text)}"` });
      continue;
    }
    const moderates = moderating !== null && !role?.toLowerCase().includes('moderat') ? moderating : null;
    page.people.add(name, role && moderates ? `${role}; ${moderates}` : (role ?? moderates));
  }
}

/** `**Name** – role`, `Name – role`, `Name: role` or `Name, role`; the role null where none is given. */
function nameAndRole(text: string): [string, string | null] {
  const bold = /^\*\*([^*]{1,100})\*\*/.exec(text);
  if (bold)
    return [
      plain(bold[1] ?? '').replace(/[:,]$/, ''),
      plain(text.slice(bold[0].length).replace(/^\s*[–—:,-]\s*/, '')) || null,
    ];
  const split = /^(.{1,100}?)(?: [–—-] |: |, )(.*)$/.exec(text);
  return split ? [plain(split[1] ?? ''), plain(split[2] ?? '') || null] : [plain(text), null];
}

function readTranscript(section: Section, page: Reading, blocks: Set<string>): void {
  const blockNames = peopleOfPage();
  for (const name of blocks) blockNames.add(name);
  const isKnown = (name: string): boolean => page.people.find(name) !== null || blockNames.find(name) !== null;

  const starts = section.lines.map((line) => turnStart(line.text));
  const times = new Map<string, number>();
  for (const start of starts) if (start) times.set(start.name, (times.get(start.name) ?? 0) + 1);
  const named = starts.map((start) => (start && (isKnown(start.name) || looksLikeName(start.name)) ? start : null));
  const everyLineNames = named.every((start) => start !== null);
  // Where turns go on over lines, one word before a colon may be the sentence's own: "Five: six".
  const isDoubtful = (name: string): boolean => !everyLineNames && !isKnown(name) && times.get(name) === 1;
  const accepted = named.map((start) =>
    start && isDoubtful(start.name) && !start.name.includes(' ') && !isRole(start.name) ? null : start,
  );

  let turn: Turn | null = null;
  let line = 0;
  section.lines.forEach((source, index) => {
    const start = accepted[index];
    if (start) {
      finish();
      if (isDoubtful(start.name)) {
        page.problems.push({
          line: source.number,
          message: `"${shortened(start.name)}" is not among the page's speakers; taken as who speaks, because the line starts with it`,
        });
      }
      turn = { speaker: page.people.add(start.name), text: start.words, times: [] };
      line = source.number;
    } else if (turn) turn.text = turn.text === '' ? source.text : `${turn.text} ${source.text}`;
    else {
      turn = { speaker: null, text: source.text, times: [] };
      line = source.number;
    }
  });
  finish();

  function finish(): void {
    if (!turn) return;
    if (turn.text === '')
      page.problems.push({ line, message: `${shortened(turn.speaker ?? 'someone')} is named but no words follow` });
    else page.turns.push(turn);
    if (turn.speaker === null)
      page.problems.push({ line, message: 'words without a name before them; their speaker is unknown' });
    turn = null;
  }
}

/** The name before the first colon, in bold or not, and the words after it, which stay as they stand. */
function turnStart(text: string): { name: string; words: string } | null {
  const colon = text.slice(0, 120).indexOf(':');
  if (colon < 1) return null;
  const bold = text.startsWith('**');
  const name = text.slice(0, colon).replaceAll('**', '').trim();
  let words = text.slice(colon + 1);
  if (bold && !text.slice(2, colon).includes('**')) {
    if (!words.startsWith('**')) return null;
    words = words.slice(2);
  }
  return name === '' ? null : { name, words: words.trim() };
}

function readSection(section: Section, page: Reading, reportOnly: boolean): void {
  switch (section.kind) {
    case 'glance':
      return readGlance(section, page);
    case 'report':
      return readReport(section, page, reportOnly);
    case 'block':
      return readBlock(section, page);
    case 'agreements':
    case 'differences':
    case 'partial agreements':
      return readViews(section, page);
    case 'takeaways':
      return readTakeaways(section, page);
    case 'comments':
      return readAsked(section, page, 'thought provoking comment', ['Speaker', 'Reason', 'Impact']);
    case 'questions':
      return readAsked(section, page, 'follow-up question', ['Speaker', 'Explanation']);
    case 'speakers':
    case 'transcript':
    case 'aside':
      return;
  }
}

function readGlance(section: Section, page: Reading): void {
  const top = heading(section);
  let kind: FindingKind = 'summary';
  let path = [top];
  let keypoints: string[] = [top];
  for (const line of section.lines) {
    const bare = bareHeading(line.text);
    const known = glanceHeading(line);
    if (bare === 'summary') path = [top, plain(line.text).replace(/:$/, '')];
    else if (bare === 'keypoints' || bare === 'key points') {
      keypoints = [top, plain(line.text).replace(/:$/, '')];
      path = keypoints;
      kind = 'discussion point';
    } else if (known) {
      kind = known.kind;
      path = [...keypoints, known.name];
      if (known.rest !== '') add(page, kind, known.rest, path);
    } else if (line.level > 0 && line.level < 7) {
      page.problems.push({
        line: line.number,
        message: `heading "${shortened(line.text)}" is not known; what follows is kept as summary`,
      });
      kind = 'summary';
      path = [...keypoints, plain(line.text).replace(/:$/, '')];
    } else if (
      kind !== 'summary' &&
      !isBullet(line.text) &&
      /^the (?:overall |main )?(purpose|goal|tone)\b/i.test(line.text)
    ) {
      add(page, /^the (?:overall )?tone/i.test(line.text) ? 'tone' : 'purpose', line.text, keypoints);
    } else add(page, kind, line.text, path);
  }
}

/** A heading of the key points, alone on its line or before a colon with its text behind it. */
function glanceHeading(line: Line): { kind: FindingKind; name: string; rest: string } | null {
  const text = plain(line.text.slice(0, 200));
  const colon = text.slice(0, 70).indexOf(':');
  if (
    isBullet(line.text) ||
    (line.level === 0 &&
      colon < 0 &&
      !/^(?:overall )?(?:purpose|goal|tone|(?:major|main|key) discussion points)\b.{0,40}[^.]$/i.test(
        `${text} `.slice(0, 70),
      ))
  )
    return null;
  const name = colon < 0 ? text : text.slice(0, colon);
  const kind = glanceKinds.find(([pattern]) => pattern.test(name))?.[1];
  if (!kind || name.length > 70) return null;
  return {
    kind,
    name: name.trim(),
    rest:
      colon < 0
        ? ''
        : plain(line.text)
            .slice(colon + 1)
            .trim(),
  };
}

const glanceKinds: [RegExp, FindingKind][] = [
  [/^(?:the )?(?:major|main|key) (?:discussion )?points\b/i, 'discussion point'],
  [/^(?:the )?(?:overall )?(?:purpose|goal|objective)\b/i, 'purpose'],
  [/^(?:the )?(?:overall )?tone\b/i, 'tone'],
];

/** Chapters and paragraphs. On pages without a transcript the chapters are named for the speakers they report on. */
function readReport(section: Section, page: Reading, reportOnly: boolean): void {
  const top = heading(section);
  const marked = section.lines.some((line) => line.level > 0);
  let path: { level: number; name: string }[] = [];
  let speakers: string[] = [];
  section.lines.forEach((line, index) => {
    const next = section.lines[index + 1];
    const level =
      line.level ||
      (isPlainHeading(line, next) && (!marked || (reportOnly && page.people.find(line.text) !== null)) ? 2 : 0);
    if (level === 0) return add(page, 'report', line.text, [top, ...path.map((part) => part.name)], speakers);
    const name = plain(line.text).replace(/:$/, '');
    path = [...path.filter((part) => part.level < level), { level, name }];
    const person = page.people.find(name);
    if (person) speakers = [page.people.meet(name)];
    else if (reportOnly && looksLikePerson(name)) speakers = [page.people.add(name)];
    else speakers = [];
  });
}

function isPlainHeading(line: Line, next: Line | undefined): boolean {
  return (
    next !== undefined &&
    line.text.length <= 90 &&
    !isBullet(line.text) &&
    !/[.!?,;…”"]$/.test(line.text) &&
    next.text.length > line.text.length &&
    next.level === 0
  );
}

/** Stricter than in a transcript: a chapter "Executive Summary" is nobody. */
function looksLikePerson(name: string): boolean {
  const parts = name.toLowerCase().split(/\s+/);
  return parts.length >= 2 && parts.length <= 4 && looksLikeName(name) && !parts.some((part) => chapterWords.has(part));
}

const chapterWords = new Set(
  (
    'summary introduction conclusion conclusions report session sessions discussion discussions overview remarks key points point challenges opening closing ' +
    'executive main final next steps audience questions answers panel keynote background context outcomes recommendations future governance digital data ' +
    'policy framework cooperation development international global technology innovation access rights security intervention interventions analysis debate ' +
    'speech statements agenda looking forward way ahead lessons learned regional case studies study perspective perspectives'
  ).split(' '),
);

function readBlock(section: Section, page: Reading): void {
  const written = plain(section.heading.text);
  const known = page.people.find(written) ?? (looksLikeName(written) ? page.people.add(written) : null);
  const speakers = known === null ? [] : [page.people.meet(written)];
  if (known === null)
    page.problems.push({
      line: section.heading.number,
      message: `"${shortened(written)}" stands before the figures of a speech but is no name`,
    });

  const figures: Finding['details'] = [];
  const rest: Line[] = [];
  const report: Line[] = [];
  let pending: string | null = null;
  let into = rest;
  for (const line of section.lines) {
    const label = figureLabel(line.text);
    if (label !== null) {
      if (pending !== null) missing(pending);
      const colon = line.text.indexOf(':');
      const value = colon < 0 ? '' : plain(line.text.slice(colon + 1));
      if (value !== '') figures.push({ label, text: value });
      pending = value === '' ? label : null;
    } else if (pending !== null) {
      if (/^\d/.test(line.text)) figures.push({ label: pending, text: plain(line.text) });
      else {
        missing(pending);
        into.push(line);
      }
      pending = null;
    } else if (figureOfValue(line.text) !== null)
      figures.push({ label: figureOfValue(line.text) ?? '', text: plain(line.text) });
    else if (bareHeading(line.text) === 'arguments') into = rest;
    else if (bareHeading(line.text) === 'report') into = report;
    else into.push(line);
  }
  if (pending !== null) missing(pending);
  if (figures.length > 0)
    page.findings.push({
      kind: 'speaking',
      text: figures.map((figure) => figure.text).join(', '),
      speakers,
      details: figures,
      topics: [],
      section: [written],
    });
  for (const line of report) add(page, 'report', line.text, [written, 'Report'], speakers);

  const labels = [
    'Explanation',
    'Supporting facts',
    'Evidence',
    'Major discussion point',
    'Topics',
    'Agreed with',
    'Agreed on',
    'Disagreed with',
    'Disagreed on',
  ];
  addItems(rest, labels, page, 'argument', [written], speakers);

  function missing(label: string): void {
    page.problems.push({ line: section.heading.number, message: `${label} of ${shortened(written)} has no figure` });
  }
}

/** Agreements, differences and partial agreements: the same items under other headings. */
function readViews(section: Section, page: Reading): void {
  const top = heading(section);
  const labels = ['Speakers', 'Arguments', 'Summary', 'Explanation', 'Topics'];
  const first: FindingKind =
    section.kind === 'agreements' ? 'agreement' : section.kind === 'differences' ? 'disagreement' : 'partial agreement';
  for (const part of cutParts(section, viewParts)) {
    const path = part.name === null ? [top] : [top, part.name];
    const kind =
      section.kind === 'partial agreements' && part.kind !== 'overall assessment' ? first : (part.kind ?? first);
    if (kind === 'overall assessment') readAssessment(part.lines, page, path);
    else addItems(part.lines, labels, page, kind, path);
  }
}

const viewParts = new Map<string, FindingKind>([
  ['agreement points', 'agreement'],
  ['similar viewpoints', 'similar viewpoint'],
  ['unexpected consensus', 'unexpected consensus'],
  ['different viewpoints', 'disagreement'],
  ['unexpected differences', 'unexpected difference'],
  ['partial agreements', 'partial agreement'],
  ['overall assessment', 'overall assessment'],
]);

function readAssessment(lines: Line[], page: Reading, path: string[]): void {
  let kind: FindingKind = 'overall assessment';
  for (const line of lines) {
    const bare = bareHeading(line.text);
    if (bare === 'summary') kind = 'overall assessment';
    else if (bare === 'consensus level') kind = 'consensus level';
    else if (bare === 'disagreement level') kind = 'disagreement level';
    else add(page, kind, line.text, path);
  }
}

function readTakeaways(section: Section, page: Reading): void {
  const top = heading(section);
  for (const part of cutParts(section, takeawayParts)) {
    for (const line of part.lines)
      add(page, part.kind ?? 'takeaway', line.text, part.name === null ? [top] : [top, part.name]);
  }
}

const takeawayParts = new Map<string, FindingKind>([
  ['key takeaways', 'takeaway'],
  ['resolutions and action items', 'action item'],
  ['action items', 'action item'],
  ['unresolved issues', 'unresolved issue'],
  ['suggested compromises', 'compromise'],
]);

/** Comments and questions: one text each, then who it is from and why it counts. */
function readAsked(section: Section, page: Reading, kind: FindingKind, labels: string[]): void {
  const top = heading(section);
  for (const part of cutParts(section, new Map<string, FindingKind>([['overall assessment', 'overall assessment']]))) {
    if (part.kind === 'overall assessment') readAssessment(part.lines, page, [top, part.name ?? '']);
    else addItems(part.lines, labels, page, kind, [top]);
  }
}

interface Part {
  /** As the page writes it; null for what stands before the first. */
  name: string | null;
  kind: FindingKind | null;
  lines: Line[];
}

function cutParts(section: Section, kinds: Map<string, FindingKind>): Part[] {
  const parts: Part[] = [{ name: null, kind: null, lines: [] }];
  for (const line of section.lines) {
    const kind = kinds.get(bareHeading(line.text));
    if (kind) parts.push({ name: plain(line.text).replace(/:$/, ''), kind, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

interface Item {
  title: Line | null;
  parts: ItemPart[];
}

interface ItemPart {
  label: string;
  lines: Line[];
}

/**
 * Reads items of the form title, label, text, label, text …, where labels follow `labels` in order and
 * any may be absent. Nothing marks a title, so a label that goes back in the order tells that the line
 * before it was one.
 */
function readItems(lines: Line[], labels: string[], problems: Problem[]): Item[] {
  const order = new Map(labels.map((label, index) => [label.toLowerCase(), index]));
  const items: Item[] = [];
  let item = null as Item | null;
  let loose: Line[] = [];
  for (const line of lines) {
    const rank = order.get(bareHeading(line.text));
    const label = rank === undefined ? null : (labels[rank] ?? null);
    const part: ItemPart | undefined = item?.parts.at(-1);
    if (label === null || rank === undefined) {
      if (part) part.lines.push(line);
      else loose.push(line);
      continue;
    }
    const goesBack = part !== undefined && rank <= (order.get(part.label.toLowerCase()) ?? 0);
    if (item && !goesBack) {
      item.parts.push({ label, lines: [] });
      continue;
    }
    const title: Line | null = part ? titleAfter(part) : (loose.pop() ?? null);
    flush(item);
    if (!title)
      problems.push({ line: line.number, message: `nothing stands before "${line.text}" that it could be about` });
    item = { title, parts: [{ label, lines: [] }] };
    items.push(item);
  }
  flush(item);
  return items;

  /** Lines that belong to no label are items of their own, with a title only. */
  function flush(item: Item | null): void {
    const last = item?.parts.at(-1);
    if (last && oneLine.has(last.label)) {
      const extra = last.lines.findIndex((line, index) => index > 0 && !isBullet(line.text));
      if (extra > 0) loose.push(...last.lines.splice(extra));
    }
    for (const title of loose)
      if (!/^(?:none|n\/a|not applicable)\b[.]?$/i.test(title.text)) items.push({ title, parts: [] });
    loose = [];
  }
}

/** Labels followed by a single line; what comes after it is another item. */
const oneLine = new Set(['Topics', 'Speaker']);

function titleAfter(part: ItemPart): Line | null {
  const last = part.lines.at(-1);
  if (!last || isBullet(last.text) || (oneLine.has(part.label) && part.lines.length === 1)) return null;
  return part.lines.pop() ?? null;
}

/** `speakers` where the section says whose items these are; otherwise each item says so itself. */
function addItems(
  lines: Line[],
  labels: string[],
  page: Reading,
  kind: FindingKind,
  section: string[],
  speakers: string[] | null = null,
): void {
  for (const item of readItems(lines, labels, page.problems)) {
    const finding = findingOf(item, page.people, kind, section);
    if (speakers !== null) finding.speakers = [...speakers];
    if (finding.text !== '') page.findings.push(finding);
  }
}

function findingOf(item: Item, people: People, kind: FindingKind, section: string[]): Finding {
  const finding: Finding = {
    kind,
    text: item.title ? clean(item.title.text) : '',
    speakers: [],
    details: [],
    topics: [],
    section,
  };
  for (const { label, lines } of item.parts) {
    if (lines.length === 0) continue;
    if (label === 'Topics')
      finding.topics = lines.flatMap((line) =>
        clean(line.text)
          .split('|')
          .map((topic) => topic.trim())
          .filter((topic) => topic !== ''),
      );
    else if (label === 'Speakers' || label === 'Speaker') finding.speakers = namesOf(lines, people);
    else if (label === 'Agreed with' || label === 'Disagreed with')
      finding.details.push({ label, text: namesOf(lines, people).join(', ') });
    else finding.details.push({ label, text: lines.map((line) => clean(line.text)).join('\n') });
  }
  if (finding.text === '') finding.text = finding.details.shift()?.text ?? finding.topics.join(', ');
  return finding;
}

/** Names one a line, or several in one: "A and B". A name that is known whole is not split. */
function namesOf(lines: Line[], people: People): string[] {
  const names = lines.flatMap((line) => {
    const text = clean(line.text);
    return people.find(text)
      ? [text]
      : text
          .split(/ and |, and |[,;&]/)
          .map((name) => name.trim())
          .filter((name) => name !== '');
  });
  return [...new Set(names.map((name) => people.meet(name)))];
}

function add(page: Reading, kind: FindingKind, text: string, section: string[], speakers: string[] = []): void {
  const words = clean(text);
  if (words !== '' && !/^(?:none|n\/a|not applicable)\.?$/i.test(words))
    page.findings.push({ kind, text: words, speakers: [...speakers], details: [], topics: [], section });
}

function heading(section: Section): string {
  return plain(section.heading.text).replace(/:$/, '');
}

/** Report text as it reads: no bullet, no Markdown bold, no bracketed numbers of transcript sentences. */
function clean(text: string): string {
  return plain(
    withoutBullet(text).replace(/\[\d{1,4}(?:[-–,; ]{1,2}\d{1,4})*\]/g, (mark) =>
      /^\[(?:19|20)\d\d\]$/.test(mark) ? mark : '',
    ),
  ).replace(/ ([.,;:!?])/g, '$1');
}

function plain(text: string): string {
  return text
    .replaceAll('**', '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
