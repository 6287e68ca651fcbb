/** Cuts the lines of a dig.watch session page into its sections. */
import type { Problem } from '../../session.ts';

export interface Line {
  /** Counted from 1 in the source. */
  number: number;
  /** Without outer white space; Markdown heading marks are already taken off into `level`. */
  text: string;
  /** Of a heading, 1 to 6; 7 for a line wholly in bold; 0 for any other. */
  level: number;
}

export type SectionKind =
  | 'glance'
  | 'speakers'
  | 'report'
  | 'transcript'
  | 'block'
  | 'agreements'
  | 'differences'
  | 'partial agreements'
  | 'takeaways'
  | 'comments'
  | 'questions'
  /** Read for nothing: contents, disclaimer, a drawing of the debate, what the reader does not know. */
  | 'aside';

export interface Section {
  kind: SectionKind;
  heading: Line;
  lines: Line[];
}

export interface Page {
  /** What stands before the first section: title, date and what a browser copied with them. */
  preamble: Line[];
  sections: Section[];
  problems: Problem[];
}

/** A line as its text reads, with the Markdown that marks headings read off it. */
export function lineOf(number: number, text: string, level = 0): Line {
  const trimmed = text.trim();
  const marks = /^#{1,6}(?=\s)/.exec(trimmed)?.[0].length ?? 0;
  const rest = marks > 0 ? trimmed.slice(marks).trim() : trimmed;
  const bold = rest.length < 200 && /^\*\*[^*]+\*\*:?$/.test(rest);
  return { number, text: rest, level: marks || level || (bold ? 7 : 0) };
}

/** How a heading is compared: lower case, no marks, no final colon; empty for a line too long to be one. */
export function bareHeading(text: string): string {
  if (text.length > 90) return '';
  return text
    .replace(/^#+\s/, '')
    .replaceAll('**', '')
    .trim()
    .replace(/:$/, '')
    .replace(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase();
}

export function isBullet(text: string): boolean {
  return bullet.test(text.slice(0, 10));
}

export function withoutBullet(text: string): string {
  return text.replace(bullet, '');
}

const bullet = /^(?:[–—•▪◦·*-]|\d{1,2}[.)])\s+/;

/** A figure of a speaker's block (`Speech speed`), by its label. */
export function figureLabel(text: string): string | null {
  const label = bareHeading(text.slice(0, 90)).split(':')[0]?.trim() ?? '';
  return figures.get(label) ?? null;
}

/** The same by its unit, where the label is missing: `142 words per minute`. */
export function figureOfValue(text: string): string | null {
  const unit = figureValue.exec(text)?.[1];
  return unit === undefined
    ? null
    : unit === 'words per minute'
      ? 'Speech speed'
      : unit === 'words'
        ? 'Speech length'
        : 'Speech time';
}

const figures = new Map([
  ['speech speed', 'Speech speed'],
  ['speech length', 'Speech length'],
  ['speech time', 'Speech time'],
]);

export function cutIntoSections(lines: Line[]): Page {
  const page: Page = { preamble: [], sections: [], problems: [] };
  const bare = lines.map((line) => bareHeading(line.text));
  const contents = contentsOf(lines, bare);
  // Past the reports and lists that open a page, "Speakers" and "Summary" are labels of items.
  let late = false;
  const lastTranscript = bare.findLastIndex((text) => mainHeadings.get(text) === 'transcript');
  let current: Section | null = null;
  lines.forEach((line, index) => {
    // A disclaimer right under a heading is a notice in that section, not the end of it.
    if (current && current.kind !== 'aside' && current.lines.length === 0 && /^Disclaimer:.{20}/.test(line.text))
      return;
    const opened = contents.has(index) ? null : sectionAt(index);
    if (opened) {
      current = { kind: opened.kind, heading: opened.heading, lines: opened.heading === line ? [] : [line] };
      page.sections.push(current);
      if (opened.problem) page.problems.push({ line: line.number, message: opened.problem });
    } else {
      (current?.lines ?? page.preamble).push(line);
      late ||=
        current !== null && (current.kind === 'transcript' || current.kind === 'block' || analysis.has(current.kind));
    }
  });
  return page;

  function sectionAt(index: number): { kind: SectionKind; heading: Line; problem?: string } | null {
    const heading = lines[index];
    const text = bare[index] ?? '';
    const next = bare[index + 1] ?? '';
    const state = current?.kind ?? null;
    if (!heading) return null;
    if (isDisclaimer(heading)) return { kind: 'aside', heading };
    const isTitle = labels.has(next) && heading.text.length < 300 && !heading.text.slice(0, 60).includes(':');
    if (state === 'transcript' && isTitle && next !== 'speakers') return stray(heading);
    if (text === '') return null;

    // A name is followed by the figures of its speech.
    if ((figures.has(next) || figureValue.test(next)) && !figures.has(text) && !figureValue.test(text))
      return { kind: 'block', heading };

    const kind = mainHeadings.get(text);
    if (kind === 'speakers') {
      const listed = next.startsWith('speakers from') || isBullet(lines[index + 1]?.text ?? '');
      const open =
        (!late && (state === null || state === 'aside' || state === 'glance')) ||
        next.startsWith('speakers from') ||
        (state === 'report' && current?.lines.length === 0);
      if (open || (listed && (state === 'report' || state === 'transcript'))) return { kind, heading };
    } else if (kind && state === 'report' && analysis.has(kind)) {
      // A report has chapters of its own called "Takeaways"; the page's section stands after the transcript.
      const followed = subheadings.get(next) === kind || next === text;
      if (followed || (index > lastTranscript && heading.level === 0)) return { kind, heading };
    } else if (kind && !(kind === state && analysis.has(kind))) return { kind, heading };

    if (state === 'report' || (state === 'block' && text === 'report')) return null;
    const part = subheadings.get(text);
    if (
      part &&
      part !== state &&
      !(text === 'similar viewpoints' && state === 'partial agreements') &&
      (part !== 'glance' || (!late && (state === null || state === 'aside')))
    ) {
      return { kind: part, heading: { ...heading, text: names.get(part) ?? heading.text, level: 0 } };
    }
    if (state === 'transcript') {
      if (figures.has(text) || figureValue.test(text) || labels.has(text)) return stray(heading);
      if (heading.level > 0 && heading.level < 7 && !heading.text.includes(':'))
        return { kind: 'aside', heading, problem: unknown(heading) };
    }
    // A heading as high as the section's own is not part of it.
    const level = current?.heading.level ?? 0;
    const beside =
      heading.level > 0 && heading.level < 7 && heading.level <= level && state !== 'glance' && state !== 'aside';
    if (beside && !isTitle && !kind && !labels.has(text) && !figures.has(text) && !part)
      return { kind: 'aside', heading, problem: unknown(heading) };
    return null;
  }
}

/** Report text that follows a transcript without its heading: nobody said it, so it ends the transcript. */
function stray(heading: Line): { kind: SectionKind; heading: Line; problem: string } {
  return {
    kind: 'aside',
    heading,
    problem: `"${shortened(heading.text)}" belongs to the report but stands in the transcript; it and what follows it were left out`,
  };
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function unknown(heading: Line): string {
  return `section "${shortened(heading.text)}" is not known; its lines were left out`;
}

/** The lines of a table of contents that ends in a disclaimer: headings of sections which stand further on. */
function contentsOf(lines: Line[], bare: string[]): Set<number> {
  const start = bare.indexOf('table of contents');
  const end =
    start < 0 ? -1 : lines.findIndex((line, index) => index > start && (line.text.length > 120 || isDisclaimer(line)));
  const inside = new Set<number>();
  const last = lines[end];
  if (last && isDisclaimer(last)) for (let index = start + 1; index < end; index += 1) inside.add(index);
  return inside;
}

function isDisclaimer(line: Line): boolean {
  return line.text.startsWith('Disclaimer:') || bareHeading(line.text) === 'disclaimer';
}

const analysis: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'agreements',
  'differences',
  'partial agreements',
  'takeaways',
  'comments',
  'questions',
]);

const mainHeadings = new Map<string, SectionKind>([
  ['session at a glance', 'glance'],
  ['speakers', 'speakers'],
  ['speakers and moderators', 'speakers'],
  ['list of speakers', 'speakers'],
  ['full session report', 'report'],
  ['session report', 'report'],
  ['event report', 'report'],
  ['session transcript', 'transcript'],
  ['full session transcript', 'transcript'],
  ['full transcript', 'transcript'],
  ['agreements', 'agreements'],
  ['differences', 'differences'],
  ['partial agreements', 'partial agreements'],
  ['takeaways', 'takeaways'],
  ['thought provoking comments', 'comments'],
  ['follow up questions', 'questions'],
  ['followup questions', 'questions'],
  ['table of contents', 'aside'],
  ['knowledge graph of debate', 'aside'],
]);

/** Headings inside a section, which open it where its own heading is missing. */
const subheadings = new Map<string, SectionKind>([
  ['summary', 'glance'],
  ['keypoints', 'glance'],
  ['key points', 'glance'],
  ['agreement points', 'agreements'],
  ['similar viewpoints', 'agreements'],
  ['unexpected consensus', 'agreements'],
  ['consensus level', 'agreements'],
  ['different viewpoints', 'differences'],
  ['unexpected differences', 'differences'],
  ['disagreement level', 'differences'],
  ['key takeaways', 'takeaways'],
  ['resolutions and action items', 'takeaways'],
  ['unresolved issues', 'takeaways'],
  ['suggested compromises', 'takeaways'],
]);

const names = new Map<SectionKind, string>([
  ['glance', 'Session at a glance'],
  ['agreements', 'Agreements'],
  ['differences', 'Differences'],
  ['takeaways', 'Takeaways'],
]);

/** Labels that stand alone on a line inside the report's items. */
const labels = new Set([
  'explanation',
  'evidence',
  'major discussion point',
  'topics',
  'agreed with',
  'agreed on',
  'disagreed with',
  'disagreed on',
  'speakers',
  'arguments',
  'summary',
  'speaker',
  'reason',
  'impact',
  'supporting facts',
  'overall assessment',
  'consensus level',
  'disagreement level',
]);

const figureValue = /^\d[\d,.]{0,12} (words per minute|words|seconds|secs)$/;
