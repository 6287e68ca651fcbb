/** From the lines of a plain transcript to what was said, what an assistant noted, and what is nobody's. */
import type { Finding } from '../../session.ts';
import type { LeftOut } from './format.ts';
import { withoutRemarks } from './not-speech.ts';
import { callsIn } from './plain-voices.ts';
import { isTranscriptHead, note, noteHead } from './preamble.ts';
import { running } from './asides.ts';
import type { SpokenLine } from './trusted-lines.ts';
import type { Utterance } from './turns.ts';

/** `paragraphsRunOn`: names or times part the voices, so a paragraph without either goes on with the one before. */
export function utterancesOf(
  lines: SpokenLine[],
  paragraphsRunOn: boolean,
): { utterances: Utterance[]; findings: Finding[]; leftOut: LeftOut[] } {
  const utterances: Utterance[] = [];
  const findings: Finding[] = [];
  const leftOut: LeftOut[] = [];
  const known = new Set(lines.flatMap(({ label, isUntrusted }) => (isUntrusted ? [] : (label ?? []))));
  let speaker: string | null = null;
  let label: string | undefined;
  let writtenAs: string | undefined;
  let spokenIn: string | undefined;
  let seconds: number | null = null;
  let wasEvent = false;
  let wasPage = false;
  /** The heading of notes that the lines belong to, until somebody speaks. */
  let notes: string | null = null;
  const lastSpoken = lines.findLastIndex(({ label: written, isBullet }) => written !== null && !isBullet);
  const timed = lines.filter((line) => line.seconds !== null);
  const everyTimeNames = timed.length > 9 && timed.filter((line) => line.label !== null).length > timed.length * 0.7;
  for (const [index, line] of lines.entries()) {
    const { text, number } = line;
    if (line.aside !== undefined) {
      wasPage ||= line.aside === running;
      leftOut.push({ line: number, text, why: line.aside === 'rules' || line.seconds !== null ? null : line.aside });
      const heading = text.replace(/^#+\s+/, '');
      if (line.aside === 'headings')
        notes = noteHead(heading) !== null && !beginsSpeech(lines[index + 1]) ? heading : null;
      wasEvent = true;
      // A time may be the heading of what follows.
      seconds = line.seconds ?? seconds;
      if (line.endsSpeech) [speaker, label, spokenIn] = [null, undefined, undefined];
      continue;
    }
    // Some tools put their notes between the words: "ACTION ITEM: Ask the ministry".
    const [, marked, words] = /^([A-Z][A-Z -]{3,30}):\s+(\S.*)$/s.exec(line.whole) ?? [];
    const kind = marked === undefined ? null : noteHead(marked);
    if (kind !== null) {
      findings.push(note(kind, words!, marked!));
      continue;
    }
    // Under the last words an assistant may sum up: "Summary: the group spoke of boats".
    const [head, ...summed] = line.label === null && index > lastSpoken ? line.whole.split(/[:：]\s+/) : [''];
    if (known.size > 0 && summed.length > 0 && noteHead(head!) !== null) {
      findings.push(note(noteHead(head!)!, summed.join(': '), head!));
      continue;
    }
    if (line.label !== null && !(notes !== null && line.isBullet)) {
      notes = null;
      speaker = line.isUntrusted ? null : line.label;
      label = line.isUntrusted ? line.label : undefined;
      spokenIn = line.spokenIn;
      writtenAs = line.writtenAs;
    } else if (isTranscriptHead(text)) {
      leftOut.push({ line: number, text, why: 'headings' });
      continue;
    } else if (known.size > 0 && line.opens && noteHead(text) !== null && !beginsSpeech(lines[index + 1])) {
      notes = text.replace(/[:*_]+$/, '');
      leftOut.push({ line: number, text, why: 'headings' });
      continue;
    } else if (notes !== null) {
      findings.push(note(noteHead(notes)!, line.whole.replace(/^[-*•–]\s+/, ''), notes));
      continue;
    } else if (everyTimeNames && line.seconds !== null) {
      // Where each time has a name beside it, one whose name cannot be told is nobody's rather than the last one's.
      [speaker, label] = [null, undefined];
    } else if (wasEvent && speaker !== null && /^(?:audience|attendees?|crowd)\b/i.test(speaker)) {
      // After the applause for a question from the audience it is not the audience that goes on.
      [speaker, label] = [null, undefined];
    }
    wasEvent = /[\])]$/.test(text) && /^[[(][^\])]{1,60}[\])]$/.test(text);
    seconds = line.seconds ?? seconds;
    const isFresh = line.label !== null && (line.isUntrusted === true || areMany.test(line.label));
    // Where neither names nor times part the voices, a new paragraph may be another's.
    const newVoice =
      isFresh || (line.opens && !paragraphsRunOn) || (everyTimeNames && speaker === null && line.seconds !== null);
    for (const part of callsIn(text, known)) {
      if (part.call !== undefined) {
        utterances.push({ ...part.call, seconds: null, line: number, newVoice: true });
        continue;
      }
      if (part.remark !== undefined) {
        leftOut.push({ line: number, text: part.remark, why: 'remarks of the record in brackets' });
        continue;
      }
      const { text: said, remarks } = withoutRemarks(part.text);
      const [begun, words] = acrossPage(utterances.at(-1), wasPage, said);
      if (begun !== null) utterances[utterances.length - 1]!.text = begun;
      for (const remark of remarks)
        leftOut.push({ line: number, text: remark, why: 'remarks of the record in brackets' });
      utterances.push({
        speaker,
        ...(label !== undefined && { label }),
        ...(writtenAs !== undefined && { writtenAs }),
        ...(spokenIn !== undefined && { spokenIn }),
        text: words,
        seconds,
        line: number,
        newVoice,
      });
      if (words !== '') [seconds, wasPage] = [null, false];
    }
  }
  // A name with no words under it is no turn.
  const used = new Set(
    utterances.flatMap(({ speaker: name, label: written, text }) => (text === '' ? [] : [name, written])),
  );
  for (const { label: name, number } of lines)
    if (name !== null && !used.has(name)) leftOut.push({ line: number, text: name, why: 'names without words' });
  return { utterances, findings, leftOut };
}

/** The edge of a page may stand inside a word: what comes to the words before it, and what is left of those behind it. */
function acrossPage(before: Utterance | undefined, wasPage: boolean, text: string): [string | null, string] {
  const [first = ''] = /^\p{Ll}[^\s]*/u.exec(text) ?? [];
  if (!wasPage || before === undefined || first === '' || !/\p{L}-$/u.test(before.text)) return [null, text];
  return [before.text.slice(0, -1) + first, text.slice(first.length).trimStart()];
}

/** A point of a list under a heading of notes may begin with a name: "- Ana: buy string". */
function beginsSpeech(line: SpokenLine | undefined): boolean {
  return line !== undefined && line.label !== null && !line.isUntrusted && !line.isBullet;
}

/** Labels that stand for one person here and for another there: a reporter's `Q`, somebody in the audience. */
const areMany =
  /^(?:q|question|reporter|journalist|correspondent|audience(?: member)?|attendee|participant|unknown(?: speaker)?|unidentified(?: speaker)?|floor)$/i;
