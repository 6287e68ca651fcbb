/** The parts, items and names that sections of a dig.watch report are made of. */
import { type Finding, type FindingKind, type Problem, type Turn } from '../../session.ts';
import { type People } from './digwatch-people.ts';
import { type Line, type Section, bareHeading, isBullet, withoutBullet } from './digwatch-sections.ts';

export interface Reading {
  people: People;
  problems: Problem[];
  findings: Finding[];
  turns: Turn[];
}

interface Part {
  /** As the page writes it; null for what stands before the first. */
  name: string | null;
  kind: FindingKind | null;
  lines: Line[];
}

export function cutParts(section: Section, kinds: Map<string, FindingKind>): Part[] {
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
export function addItems(
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

export function add(page: Reading, kind: FindingKind, text: string, section: string[], speakers: string[] = []): void {
  const words = clean(text);
  if (words !== '' && !/^(?:none|n\/a|not applicable)\.?$/i.test(words))
    page.findings.push({ kind, text: words, speakers: [...speakers], details: [], topics: [], section });
}

export function heading(section: Section): string {
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

export function plain(text: string): string {
  return text
    .replaceAll('**', '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
