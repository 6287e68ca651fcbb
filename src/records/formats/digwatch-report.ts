/** The sections of the AI-written report of a dig.watch page, read into findings. */
import { type Finding, type FindingKind } from '../../session.ts';
import { type Reading, add, addItems, cutParts, heading, plain } from './digwatch-items.ts';
import { looksLikeName } from './digwatch-people.ts';
import {
  type Line,
  type Section,
  bareHeading,
  figureLabel,
  figureOfValue,
  isBullet,
  shortened,
} from './digwatch-sections.ts';

export function readSection(section: Section, page: Reading, reportOnly: boolean): void {
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
