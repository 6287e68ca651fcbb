/**
 * Plain transcripts: `Name: text`, with or without times (`[1:02] Name: text`, `**Name** [1:02] text`), names over the
 * words (Otter's `Name  1:02`, `SPEAKER_01` of diarised Whisper), before a dash or a full stop, or words alone.
 */
import type { Finding } from '../../session.ts';
import type { Format, LeftOut, Parsed, Source } from './format.ts';
import { callsIn, withClock, withPlaces } from './plain-voices.ts';
import { dayOfSitting, readPreamble, splitAtTranscript } from './plain-preamble.ts';
import { note, noteHead, pageOf, withoutFrontMatter, isTranscriptHead } from './preamble.ts';
import { sessionDraft } from './session-draft.ts';
import { withoutRemarks } from './not-speech.ts';
import { spokenLines, type SpokenLine } from './trusted-lines.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';

export const plainText: Format = {
  name: 'plain text',
  recognise({ text }) {
    const head = text.length > 60_000 ? text.slice(0, text.lastIndexOf('\n', 60_000) + 1 || 60_000) : text;
    if (/^\s*(?:<[!/a-z]|\{|\[\s*[[{"]|WEBVTT|%PDF)/i.test(head)) return 0;
    const { body } = splitAtTranscript(withoutFrontMatter(head).text);
    const lines = spokenLines(body).filter(({ aside }) => aside === undefined);
    const labelled = lines.filter((line) => line.label !== null).length;
    if (labelled > 0) return Math.min(0.6, 0.4 + labelled / lines.length / 5);
    if (lines.filter((line) => line.seconds !== null).length > lines.length / 2) return 0.4;
    return isProse(body) ? 0.1 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const front = withoutFrontMatter(source.text);
  const { above, body } = splitAtTranscript(front.text);
  const lines = spokenLines(body);
  const named = lines.some((line) => line.label !== null);
  const { facts, rest, findings, leftOut } = readPreamble(above, lines, named);
  const timed = rest.some((line) => line.seconds !== null);
  const said = utterancesOf(rest, named || timed);
  const { turns, speakers, problems } = gatherTurns(withClock(said.utterances));
  if (turns.length === 0)
    return { sessions: [], problems: [{ line: null, message: `${source.name}: holds no words that somebody said` }] };
  const heading = /^# +([^\n]*)/.exec(front.text.slice(0, 2000).trimStart())?.[1]!.replaceAll('**', '').trim() ?? '';
  const own = heading !== '' && speakers.every(({ name }) => name !== heading) ? heading : facts.title;
  const title = front.facts.title || own;
  const placed = withPlaces({ turns, speakers });

  return {
    sessions: [
      sessionDraft(source, {
        kind: 'transcript',
        ...placed,
        findings: [...findings, ...said.findings],
        event: front.facts.event ?? facts.event,
        language: front.facts.language,
        page: pageOf(front.facts),
        title: title.slice(0, 300),
        date: front.facts.date ?? facts.date ?? dayOfSitting(title),
      }),
    ],
    problems,
    leftOut: [...front.leftOut, ...leftOut, ...said.leftOut],
  };
}

function utterancesOf(
  lines: SpokenLine[],
  paragraphsRunOn: boolean,
): { utterances: Utterance[]; findings: Finding[]; leftOut: LeftOut[] } {
  const utterances: Utterance[] = [];
  const findings: Finding[] = [];
  const leftOut: LeftOut[] = [];
  const known = new Set(lines.flatMap(({ label, isUntrusted }) => (isUntrusted ? [] : (label ?? []))));
  let speaker: string | null = null;
  let label: string | undefined;
  let spokenIn: string | undefined;
  let seconds: number | null = null;
  let wasEvent = false;
  /** The heading of notes that the lines belong to, until somebody speaks. */
  let notes: string | null = null;
  const timed = lines.filter((line) => line.seconds !== null);
  const everyTimeNames = timed.length > 9 && timed.filter((line) => line.label !== null).length > timed.length * 0.7;
  for (const [index, line] of lines.entries()) {
    const { text, number } = line;
    if (line.aside !== undefined) {
      leftOut.push({ line: number, text, why: line.aside === 'rules' ? null : line.aside });
      wasEvent = true;
      if (line.endsSpeech) [speaker, label, spokenIn] = [null, undefined, undefined];
      continue;
    }
    if (line.label !== null && !(notes !== null && line.isBullet)) {
      const isNote = line.isUntrusted && noteHead(line.label) !== null && line.label === line.label.toUpperCase();
      if (isNote) {
        findings.push(note(noteHead(line.label)!, text, line.label));
        continue;
      }
      notes = null;
      speaker = line.isUntrusted ? null : line.label;
      label = line.isUntrusted ? line.label : undefined;
      spokenIn = line.spokenIn;
    } else if (isTranscriptHead(text)) {
      leftOut.push({ line: number, text, why: 'headings' });
      continue;
    } else if (known.size > 0 && line.opens && noteHead(text) !== null && lines[index + 1]?.label == null) {
      notes = text.replace(/[:*_]+$/, '');
      leftOut.push({ line: number, text, why: 'headings' });
      continue;
    } else if (notes !== null) {
      findings.push(note(noteHead(notes)!, text.replace(/^[-*•–]\s+/, ''), notes));
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
      const { text: words, remarks } = withoutRemarks(part.text);
      for (const remark of remarks)
        leftOut.push({ line: number, text: remark, why: 'remarks of the record in brackets' });
      utterances.push({
        speaker,
        ...(label !== undefined && { label }),
        ...(spokenIn !== undefined && { spokenIn }),
        text: words,
        seconds,
        line: number,
        newVoice,
      });
      if (words !== '') seconds = null;
    }
  }
  return { utterances, findings, leftOut };
}

/** Labels that stand for one person here and for another there: a reporter's `Q`, somebody in the audience. */
const areMany =
  /^(?:q|question|reporter|journalist|audience(?: member)?|attendee|participant|unknown(?: speaker)?|unidentified(?: speaker)?|floor)$/i;

/** Whether unlabelled text could be speech: sentences, and none of the signs of a written report. */
function isProse(text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const listed = lines.filter((line) => /^(?:#{1,6}\s|[-*•–]\s|\d+[.)]\s|\||>)/.test(line)).length;
  const report = lines.some((line) => line.length < 80 && reportLine.test(line));
  const letters = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  const sentences = text.match(/\p{L}["”’)]?[.?!。！？؟](?=\s|$|[^\x00-\x7F])/gu)?.length ?? 0;
  const words = text.match(/\S+/g)?.length ?? 0;
  return !report && listed < lines.length / 4 && letters > text.length * 0.8 && sentences >= Math.max(2, words / 80);
}

const reportLine =
  /^(?:[\W\d]*)(?:(?:executive |meeting |ai )?summary|quick recap|next steps|key (?:takeaways|points)|action items|minutes|abstract|table of contents)\b[^.]*$/i;
