/** What stands above the first speaker of a plain transcript. */
import type { Finding } from '../../session.ts';
import type { LeftOut } from './format.ts';
import { factOf, isTranscriptHead, note, noteHead } from './preamble.ts';
import { readLabel } from './labels.ts';
import { dayIn } from './session-draft.ts';
import type { SpokenLine } from './trusted-lines.ts';

export interface Preamble {
  facts: { title: string; date: string | null; event: string | null };
  /** The lines of speech. */
  rest: SpokenLine[];
  /** What an assistant wrote of the meeting. */
  findings: Finding[];
  leftOut: LeftOut[];
}

/** Parts notes from the transcript under them, where a line "Transcript" does. Lines above are blank in `body`, so that lines keep their numbers. */
export function splitAtTranscript(text: string): { above: { text: string; number: number }[]; body: string } {
  const lines = text.split('\n');
  const at = lines.slice(0, mostAbove + 1).findIndex((line) => isTranscriptHead(line.trim()));
  const none = { above: [], body: text };
  if (at < 1) return none;
  const before = lines.slice(0, at).map((line, index) => ({ text: line.trim(), number: index + 1 }));
  const isNotes = before.some(
    ({ text: line }) => noteHead(line.split(':')[0]!) !== null || factOf(line) !== null || isList.test(line),
  );
  const labelled = lines
    .slice(at + 1)
    .filter((line) => readLabel(line.trim().replaceAll('**', '')) !== null || /\d:\d\d/.test(line)).length;
  if (!isNotes || labelled < 2) return none;
  return {
    above: before.filter(({ text: line }) => line !== ''),
    body: lines.map((line, index) => (index <= at ? '' : line)).join('\n'),
  };
}

/** Lines of notes over a transcript. */
const mostAbove = 400;

/** "Attendees" over the names. */
const isList = /^[#*\s]{0,8}(?:attendees|participants|invitees|invited|present|speakers)\W{0,4}$/i;

/**
 * Parts a title, a date and the like from the words spoken. Where speakers are named, what stands before the first of them
 * may be a description or a report, so it is nobody's words.
 */
export function readPreamble(above: { text: string; number: number }[], lines: SpokenLine[], named: boolean): Preamble {
  const preamble: Preamble = { facts: { title: '', date: null, event: null }, rest: lines, findings: [], leftOut: [] };
  if (above.length > 0) {
    readNotes(above, preamble);
    return preamble;
  }
  let at = 0;
  /** Short lines whose day is the sitting's where nothing else tells it. */
  const dated: string[] = [];
  let section: string | null = null;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    // A heading with a time is the time of the words under it.
    const isTime = line.aside !== undefined && line.seconds !== null;
    if (line.label !== null || isTime || (!named && (line.seconds !== null || at >= 20))) break;
    const { text, number } = line;
    const before = lines[at - 1]?.text ?? '';
    if (line.aside !== undefined) {
      if (line.aside === 'headings' && preamble.facts.title === '' && /^(?:#|\*\*)/.test(text))
        preamble.facts.title = text.replace(/^#+\s+/, '').replaceAll('**', '');
      else preamble.leftOut.push({ line: number, text, why: line.aside === 'rules' ? null : line.aside });
      preamble.facts.date ??= dayOfSitting(text);
    } else if (takeFact(text, number, preamble)) section = null;
    else if (
      /^(?:transcript of file\b.*|transcript|speakers|attendees|(?:summary )?keywords)$/i.test(text) ||
      /^(?:(?:summary )?keywords|speakers|attendees)$/i.test(before)
    )
      preamble.leftOut.push({ line: number, text, why: aboveFirst });
    else if (named && noteHead(text) !== null) {
      section = text.replace(/:$/, '');
      preamble.leftOut.push({ line: number, text, why: 'headings' });
    } else if (named && section !== null && preamble.facts.title !== '')
      preamble.findings.push(note(noteHead(section)!, withoutBullet(text), section));
    else if (named && text.length < 60 && dayIn(text) !== null && preamble.facts.title !== '') {
      preamble.facts.date ??= dayOfSitting(text);
      preamble.leftOut.push({ line: number, text, why: null });
    } else if (
      isTitle(line, lines[at + 1], named && at === 0) ||
      (named && at === 0 && /transcript\W*$/i.test(text) && text.length <= 150)
    ) {
      if (preamble.facts.title === '') preamble.facts.title = text;
      else preamble.leftOut.push({ line: number, text, why: aboveFirst });
      preamble.facts.date ??= dayOfSitting(text);
    } else if (named) {
      if (text !== '') preamble.leftOut.push({ line: number, text, why: aboveFirst });
      if (text.length < 200) dated.push(text);
    } else break;
  }
  preamble.facts.date ??= named ? (dated.map(dayOfSitting).find((day) => day !== null) ?? null) : null;
  preamble.rest = lines.slice(at);
  return preamble;
}

export const aboveFirst = 'words before the first speaker';

function takeFact(text: string, number: number, { facts, leftOut }: Preamble): boolean {
  const fact = factOf(text);
  if (!fact || noteHead(text.split(':')[0]!) !== null) return false;
  if (fact.key === 'date') facts.date ??= dayIn(fact.value);
  else if (fact.key === 'event') facts.event ??= fact.value || null;
  else if (fact.key === 'title') facts.title ||= fact.value;
  leftOut.push({ line: number, text, why: fact.key === 'other' && fact.value !== '' ? aboveFirst : null });
  return true;
}

/** What an assistant wrote over the transcript: `Summary: words`, or a heading and lines under it. */
function readNotes(above: { text: string; number: number }[], preamble: Preamble): void {
  let section: string | null = null;
  for (const { text: written, number } of above) {
    const text = written.replace(/^#{1,6}\s+/, '').replaceAll('**', '');
    const [head, ...words] = text.split(/[:：]\s*/);
    const kind = noteHead(head!);
    if (kind !== null) {
      section = head!;
      const said = words.join(': ');
      if (said !== '') preamble.findings.push(note(kind, said, section));
      else preamble.leftOut.push({ line: number, text, why: 'headings' });
    } else if (section === null && takeFact(text, number, preamble)) continue;
    else if (section !== null) preamble.findings.push(note(noteHead(section)!, withoutBullet(text), section));
    else if (preamble.facts.title === '' && text.length <= 150) {
      preamble.facts.title = text;
      preamble.facts.date ??= dayOfSitting(text);
    } else {
      preamble.facts.date ??= text.length < 100 ? dayOfSitting(text) : null;
      preamble.leftOut.push({ line: number, text, why: 'notes above the transcript' });
    }
  }
}

function withoutBullet(text: string): string {
  return text.replace(/^(?:[-*•–]|\d{1,2}[.)]|\[[ x]\])\s+/, '');
}

/** The day a line names, unless it is that of the file's making. */
export function dayOfSitting(text: string): string | null {
  return /\b(?:printed|published|posted|updated|modified|generated|exported|created|downloaded|uploaded|retrieved|accessed|corrected|last saved|dated)\b/i.test(
    text,
  )
    ? null
    : dayIn(text);
}

function isTitle(line: SpokenLine, next: SpokenLine | undefined, isFirst: boolean): boolean {
  return (
    line.text.length <= 150 &&
    /\p{L}/u.test(line.text) &&
    !/[.,;:!?…。！？]["”’)]?$/u.test(line.text) &&
    next !== undefined &&
    (next.opens ||
      next.aside !== undefined ||
      // A title over two lines.
      (isFirst && next.text.length <= 100 && !/[.,;:!?…]$/.test(next.text)) ||
      next.label !== null ||
      next.seconds !== null ||
      (next.text.length < 60 && dayIn(next.text) !== null))
  );
}
