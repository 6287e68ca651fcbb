/** Captions that stenographers write while people speak: `>> NAME SURNAME: text` (IGF), or `>> text` where nobody is named. */
import { notRead, type Format, type Parsed, type Source } from './format.ts';
import { looksLikeName, readLabel, trustedLabels } from './labels.ts';
import { asideOf } from './not-speech.ts';
import { dayOfSitting } from './plain-preamble.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import { readApart, sessionHeadings, type SessionStarts } from './several-sessions.ts';
import { withoutSounds } from './sounds.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';

export const liveCaptions: Format = {
  name: 'live captions',
  example: '>> ANA LIND: Hello.\n\n>> BEN SEN: Hello to you.',
  recognise({ text }) {
    const head = text.slice(0, 40_000);
    if (/^\s*(?:WEBVTT|[<{])/.test(head) || /^.{0,30}-->/m.test(head)) return 0;
    const marks = head.split('\n').filter((line) => /^\s*>>+\s*\S/.test(line)).length;
    if (marks === 0) return 0;
    if (disclaimer.test(head)) return 0.95;
    // Mail answers mark lines with one or more, too.
    if (/^> ?[^>\s]/m.test(head)) return 0;
    return marks > 1 || /^\s*>>/.test(head) ? 0.8 : 0.3;
  },
  parse: (source) => readApart(source, parse, captionedSessions(source.text) ?? sessionHeadings(source.text)),
};

const disclaimer = /the following (?:are|is) the outputs?\b.{0,80}\bcaption/is;

/** Captions of a day: each session has its title over the disclaimer. Null where there is one disclaimer, or none. */
function captionedSessions(text: string): SessionStarts | null {
  const lines = text.split('\n').map((line) => line.trim());
  const disclaimers = [...lines.keys()].filter((at) => /^the following (?:are|is) the outputs?\b/i.test(lines[at]!));
  if (disclaimers.length < 2) return null;
  const heads = disclaimers.map((at) => ({ at, from: headOver(lines, at) }));
  const marked = heads.map(({ at }, index) =>
    lines.slice(at, heads[index + 1]?.from ?? undefined).some((line) => line.startsWith('>>')),
  );
  const isSure = heads.every(({ at, from }) => from < at) && marked.every(Boolean);
  if (!isSure) return { starts: [], unsure: disclaimers.map((line) => ({ line, title: lines[line]! })) };
  const starts = heads.map(({ at, from }) => {
    const head = lines.slice(from, at).filter((line) => /\p{L}/u.test(line));
    return { line: from, title: head[0]!, date: head.map(dayOfSitting).find((day) => day !== null) ?? null };
  });
  return { starts, unsure: [] };
}

/** The first of the short lines over a disclaimer that nobody says; the disclaimer itself where there are none. */
function headOver(lines: string[], disclaimerAt: number): number {
  let from = disclaimerAt;
  for (let at = disclaimerAt - 1; at >= 0; at -= 1) {
    const line = lines[at]!;
    if (line === '') continue;
    if (/^\*{3,}$|^>>|^[[(]|[.?!…]["”’)]?$/u.test(line) || line.length > 150) break;
    from = at;
  }
  return from;
}

function parse(source: Source): Parsed {
  const { header, paragraphs } = readParagraphs(source.text);
  const labels = paragraphs.flatMap((paragraph, index) =>
    paragraph.marked || index === 0 ? (readLabel(paragraph.text)?.label ?? []) : [],
  );
  const trusted = trustedLabels(labels, labels.length * 4);
  for (const label of labels) if (label === label.toUpperCase() && looksLikeName(label)) trusted.add(label);

  const asides = new Set(paragraphs.filter(({ text }) => isByProgram(text)));
  const sounds = new Set(paragraphs.filter(({ text }) => withoutSounds(text).said === ''));
  const spoken = paragraphs.filter((paragraph) => !asides.has(paragraph) && !sounds.has(paragraph));
  const { turns, speakers, problems } = gatherTurns(utterances(spoken, trusted));
  if (turns.length === 0) return notRead(source, 'holds no words after its marks ">>"');
  const from = header.findIndex((line) => /^the following (?:are|is) the outputs?/i.test(line));
  const heading = from < 0 ? header : header.slice(0, from);
  const title = heading.find((line) => line.length <= 200 && /\p{L}/u.test(line)) ?? '';
  return {
    sessions: [sessionDraft(source, { kind: 'captions', turns, speakers, title, date: dayIn(heading.join('\n')) })],
    problems,
    leftOut: [
      ...[...asides].map(({ text, line }) => ({ line, text, why: 'lines of the program that made the record' })),
      ...[...sounds].map(({ text, line }) => ({ line, text, why: 'marks of sounds' })),
      ...header.map((text) => ({
        line: null,
        text,
        why: heading.includes(text) ? null : 'the disclaimer of the captions',
      })),
    ],
  };
}

/** Brackets stay where they stand between the words of captions. */
function isByProgram(text: string): boolean {
  const inside = /^[[(]([^[\]()]*)[\])]$/.exec(text)?.[1];
  return asideOf(inside ?? text) === 'lines of the program that made the record';
}

function* utterances(paragraphs: Paragraph[], trusted: Set<string>): Generator<Utterance> {
  let speaker: string | null = null;
  for (const { text, marked, line } of paragraphs) {
    const labelled = readLabel(text);
    const named = labelled !== null && trusted.has(labelled.label);
    if (named) speaker = labelled.label;
    else if (marked) speaker = null;
    // Two attendees in a row are two people, and so are two voices without a name.
    const newVoice =
      marked &&
      (speaker === null || /^(?:attendee|audience|participant|speaker|delegate|question|unknown)/i.test(speaker));
    yield { speaker, text: named ? labelled.rest : text, seconds: named ? labelled.seconds : null, line, newVoice };
  }
}

interface Paragraph {
  text: string;
  /** A mark `>>` stands before it. */
  marked: boolean;
  /** Counted from 1. */
  line: number;
}

function readParagraphs(text: string): { header: string[]; paragraphs: Paragraph[] } {
  const header: string[] = [];
  const paragraphs: Paragraph[] = [];
  const lines = text.split('\n');
  let wrapped: string[] = [];
  let inHeader = !lines
    .find((line) => line.trim() !== '')
    ?.trim()
    .startsWith('>>');
  let disclaimed = false;
  const finish = (end: number) => {
    const paragraph = wrapped.join(' ').trim();
    const line = end - wrapped.length + 1;
    wrapped = [];
    if (paragraph === '') return;
    // Who announces the speaker may stand before the first mark.
    const label = readLabel(paragraph)?.label;
    const isAnnounced = label !== undefined && label === label.toUpperCase() && looksLikeName(label);
    if (inHeader && !paragraph.startsWith('>>') && !isAnnounced) {
      header.push(...lines.slice(line - 1, end).map((written) => written.trim()));
      disclaimed ||= disclaimer.test(paragraph);
      return;
    }
    inHeader = false;
    const [first, ...marked] = paragraph.split(/(?:^|\s)>>+\s*/);
    if (first!.trim() !== '') paragraphs.push({ text: first!.trim(), marked: false, line });
    for (const words of marked) if (words.trim() !== '') paragraphs.push({ text: words.trim(), marked: true, line });
  };
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    const rule = /^\*{3,}$/.test(trimmed);
    const isSound = (at: number) => /^[[(*♪]/.test(lines[at]?.trim() ?? '') && withoutSounds(lines[at]!).said === '';
    if (trimmed === '' || rule || trimmed.startsWith('>>') || isSound(index) || isSound(index - 1)) finish(index);
    // The words begin after the rule under the disclaimer, with or without a mark.
    if (rule && disclaimed) inHeader = false;
    if (trimmed !== '' && !rule) wrapped.push(trimmed);
  }
  finish(lines.length);
  return { header, paragraphs };
}
