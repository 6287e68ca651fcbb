/**
 * Transcripts of Google Meet, as its document is saved: Word, Markdown or text. Times stand in headings over what follows,
 * names before their words; what an assistant noted of the call may stand before or after them, and is a report.
 */
import { readTime } from '../../words/timestamp.ts';
import type { Finding, FindingKind } from '../../session.ts';
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { isHandle, looksLikeName, readLabel, trustedLabels } from './labels.ts';
import { isTranscriptHead } from './preamble.ts';
import { withoutEscapes } from './safe-text.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import { gatherTurns, type Utterance } from './turns.ts';

export const googleMeet: Format = {
  name: 'Google Meet transcript',
  example:
    'Harbour call - Transcript\n\n00:00:00\n\nAna Lind: We begin.\n\nBen Sen: Yes.\n' +
    '\nTranscription ended after 00:01:30\n\nThis editable transcript was computer generated and might contain errors.',
  recognise: ({ text }) => (disclaimer.test(text) || ended.test(text) ? 0.97 : 0),
  parse,
};

/** In the languages that the program speaks to its users. */
const disclaimer = new RegExp(
  String.raw`This editable transcript was computer generated|Esta transcripción editable se ha? generad|Cette transcription modifiable a été|` +
    String.raw`Dieses bearbeitbare Transkript wurde|Esta transcrição editável foi|Questa trascrizione modificabile è|Dit bewerkbare transcript is`,
  'u',
);
const ended = new RegExp(
  String.raw`^[#* _]{0,10}(?:(?:Meeting|Transcription) ended after|La (?:reunión|transcripción) (?:ha )?(?:terminado|finalizado|terminó|finalizó) ` +
    String.raw`(?:después de|tras)|La (?:réunion|transcription) s['’]est terminée (?:au bout de|après)|(?:Besprechung|Transkription|Videokonferenz) ` +
    String.raw`(?:endete|beendet) nach|A (?:reunião|transcrição) (?:foi )?(?:terminou|encerrada|terminada) (?:após|depois de)|` +
    String.raw`(?:Riunione|Trascrizione|La riunione) (?:è )?terminata dopo) \d{1,2}:\d\d`,
  'mu',
);
/** What the title of such a document ends in. */
const titleEnd =
  / ?[-–:] (?:Transcript|Transcripción|transcripción|Transcription|transcription|Transkript|Transcrição|transcrição|Trascrizione|trascrizione)$/;

interface Line {
  /** Counted from 1. */
  line: number;
  text: string;
  isHeading: boolean;
}

function parse(source: Source): Parsed {
  const lines = linesOf(source.text);
  const start = lines.findIndex(({ text }) => timeOf(text) !== null || labelIn(text) !== null);
  const from = transcriptFrom(lines) ?? Math.max(0, start);
  const head = lines.slice(0, from);
  const title = titleIn(head);
  const notes = notesIn(head.filter((line) => line !== title?.line));
  const to = notesFrom(lines, from) ?? lines.length;
  const after = notesIn(lines.slice(to));
  const spoken = spokenIn(lines.slice(from, to));
  const { turns, speakers, problems } = gatherTurns(spoken.utterances);
  const heading: LeftOut[] = title === null ? [] : [{ line: title.line.line, text: title.written, why: null }];
  const leftOut = [...heading, ...notes.leftOut, ...spoken.leftOut, ...after.leftOut];
  if (turns.length === 0) return notRead(source, 'nobody speaks in it', { leftOut });
  const dated = [title?.written ?? '', ...head.map(({ text }) => text)].map(dayIn).find(Boolean);
  const session = sessionDraft(source, {
    kind: 'automatic transcript',
    turns,
    speakers,
    title: title?.title ?? '',
    date: dated ?? null,
    startTime: /\d{4}[-/]\d\d[-/]\d\d (\d\d:\d\d)/.exec(title?.written ?? '')?.[1] ?? null,
    findings: [...notes.findings, ...after.findings],
  });
  return { sessions: [session], problems, leftOut };
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((written, index) => {
    const bare = withoutEscapes(written).trim();
    const isHeading = /^#{1,6}\s/.test(bare);
    const line = bare.replace(/^#{1,6}\s+/, '').trim();
    return line === '' ? [] : [{ line: index + 1, text: line, isHeading }];
  });
}

/** After the last heading "Transcript", or the title that ends in it. */
function transcriptFrom(lines: Line[]): number | null {
  const first = lines.findIndex(({ text }) => timeOf(text) !== null);
  const before = first < 0 ? lines : lines.slice(0, first);
  const at = before.findLastIndex(
    ({ text }) => isTranscriptHead(plain(text).replace(/^\p{Emoji}\s?/u, '')) || titleEnd.test(plain(text)),
  );
  return at < 0 ? null : at + 1;
}

/** Where notes begin under a transcript that has ended; null where none do. */
function notesFrom(lines: Line[], from: number): number | null {
  const end = lines.findLastIndex(({ text }, at) => at > from && ended.test(plain(text)));
  // It may have been started again.
  if (end < 0 || lines.slice(end).some(({ text }) => timeOf(text) !== null)) return null;
  const at = lines.findIndex(({ text }, index) => index > end && kindIn(text) !== null);
  return at < 0 ? null : at;
}

function titleIn(head: Line[]): { title: string; written: string; line: Line } | null {
  const line =
    head.find(({ text }) => titleEnd.test(plain(text))) ??
    head.find(({ text }) => !other.test(plain(text)) && dayIn(text) !== plain(text));
  if (!line) return null;
  const written = plain(line.text);
  const title = written.replace(titleEnd, '').replace(/ \(\d{4}[-/]\d\d[-/]\d\d[^()]*\)$/, '');
  return { title, written, line };
}

const lists =
  'attendees|invited|asistentes|participants|teilnehmer|participantes|partecipanti|notes|attachments|meeting records';
/** What stands over a transcript and is no title. */
const other = new RegExp(
  String.raw`^(?:(?:\p{Emoji}\s?)?(?:${lists}|transcript|transcri(?:pción|ption|ção)|transkript|trascrizione|summary|details)\b|` +
    String.raw`\p{L}{3,9} \d{1,2}, \d{4}$)`,
  'iu',
);
const isList = new RegExp(String.raw`^(?:\p{Emoji}\s?)?(?:${lists}|transcript)\b`, 'iu');

const kinds: [RegExp, FindingKind][] = [
  [/^(?:summary|quick recap|overview)$/i, 'summary'],
  [/^(?:details|discussion)$/i, 'discussion point'],
  [/^(?:suggested )?(?:next steps|action items)$/i, 'action item'],
  [/^decisions$/i, 'takeaway'],
];

/** What a heading of notes is over. */
function kindIn(text: string): FindingKind | null {
  const heading = plain(text).replace(/:$/, '');
  return kinds.find(([pattern]) => pattern.test(heading))?.[1] ?? null;
}

/** What an assistant noted is a report; lists of who was there are nobody's words. */
function notesIn(head: Line[]): { findings: Finding[]; leftOut: LeftOut[] } {
  const findings: Finding[] = [];
  const leftOut: LeftOut[] = [];
  let section = '';
  let kind: FindingKind | null = null;
  for (const { line, text } of head) {
    const bare = plain(text);
    const next = kindIn(text);
    if (next) [section, kind] = [bare.replace(/:$/, ''), next];
    else if (isTranscriptHead(bare) || isList.test(bare) || disclaimer.test(bare)) {
      kind = null;
      leftOut.push({ line, text: bare, why: 'what stands over or under the transcript' });
    } else if (kind === null) leftOut.push({ line, text: bare, why: 'what stands over or under the transcript' });
    else
      findings.push({
        kind,
        text: bare.replace(/^(?:[-*•–]|\d+\.)\s+(?:\[.\]\s+)?/, '').replaceAll('**', ''),
        speakers: [],
        details: [],
        topics: [],
        section: [section],
      });
  }
  return { findings, leftOut };
}

function spokenIn(lines: Line[]): { utterances: Utterance[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const utterances: Utterance[] = [];
  const candidates = lines.flatMap(({ text }) => readLabel(unbold(text))?.label ?? []);
  const trusted = trustedLabels(candidates, lines.length);
  let who: Pick<Utterance, 'speaker' | 'label'> = { speaker: null };
  let seconds: number | null = null;
  /** Nobody goes on after the end, but somebody may begin again. */
  let hasEnded = false;
  for (const { line, text, isHeading } of lines) {
    const time = timeOf(text);
    const isEnd = ended.test(plain(text));
    const label = labelIn(text) ?? labelled(unbold(text), trusted);
    hasEnded = isEnd || (hasEnded && time === null && label === null);
    if (time !== null) seconds = time;
    else if (hasEnded || disclaimer.test(text) || isHeading)
      leftOut.push({ line, text: plain(text), why: 'closing lines and headings of the program' });
    else {
      if (label) who = label.who;
      utterances.push({ ...who, text: unbold(label?.rest ?? text), seconds, line });
      seconds = null;
    }
  }
  return { utterances, leftOut };
}

interface Labelled {
  who: Pick<Utterance, 'speaker' | 'label'>;
  rest: string;
}

/** `**Ana Lind:** words` or `**Ana Lind: **words`: what is bold names who speaks, whatever it is called. */
function labelIn(text: string): Labelled | null {
  const match = /^\*\*([^*:]{1,80})(?::\*\*|: \*\*|\*\*:)/.exec(text);
  return match ? { who: { speaker: match[1]!.trim() }, rest: text.slice(match[0].length).trim() } : null;
}

function labelled(text: string, trusted: Set<string>): Labelled | null {
  const read = readLabel(text);
  if (!read) return null;
  const { label, rest } = read;
  if (trusted.has(label) || looksLikeName(label)) return { who: { speaker: label }, rest };
  return isHandle(label) ? { who: { speaker: null, label }, rest } : null;
}

function timeOf(text: string): number | null {
  return readTime(plain(text));
}

/** Without the marks of bold and italics around the whole line. */
function plain(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '*' || text[end - 1] === '_')) end -= 1;
  return text
    .slice(0, end)
    .replace(/^[*_]+/, '')
    .trim();
}

function unbold(text: string): string {
  return text.replaceAll('**', '');
}
