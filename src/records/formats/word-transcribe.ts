/**
 * What Word's Transcribe puts into a document: "Audio file" with its name, "Transcript", and from there `00:00:05 Ana Lind`
 * (or the time alone) over the words.
 */
import { readTime } from '../../words/timestamp.ts';
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { voiceOf } from './recogniser-output.ts';
import { fileTitle, sessionDraft } from './session-draft.ts';
import { gatherTurns, type Utterance } from './turns.ts';

export const wordTranscribe: Format = {
  name: 'Word Transcribe',
  example: 'Audio file\n\nharbour.m4a\n\nTranscript\n\n00:00:05 Speaker 1\n\nWe begin.\n\n00:00:09 Ana Lind\n\nYes.',
  recognise({ text }) {
    const lines = linesOf(text.slice(0, 20_000), mostAbove + 1);
    const from = lines.findIndex(({ text: line }) => transcriptHeads.has(line));
    return from >= 0 && from < mostAbove && headingOf(lines[from + 1]?.text ?? '') !== null ? 0.96 : 0;
  },
  parse,
};

/** Lines with words, of which one says that what follows is the transcript. */
const mostAbove = 6;

/** In the languages of Word whose users were met. */
const transcriptHeads = new Set(
  'Transcript Transcription Transcripción Transkript Transkription Trascrizione Transcrição Transcriptie'.split(' '),
);
const audioHeads = new Set([
  'Audio file',
  'Fichier audio',
  'Archivo de audio',
  'Audiodatei',
  'File audio',
  'Arquivo de áudio',
  'Ficheiro de áudio',
  'Audiobestand',
]);

function parse(source: Source): Parsed {
  const lines = linesOf(source.text);
  const from = lines.findIndex(({ text }) => transcriptHeads.has(text));
  const head = lines.slice(0, from + 1);
  const leftOut = head.map(({ line, text }): LeftOut => ({ line, text, why: null }));
  const utterances: Utterance[] = [];
  let who: Pick<Utterance, 'speaker' | 'label'> = { speaker: null };
  let seconds: number | null = null;
  for (const { line, text } of lines.slice(from + 1)) {
    const heading = headingOf(text);
    if (heading) {
      who = voiceOf(heading.name);
      seconds = heading.seconds;
    } else {
      utterances.push({ ...who, text, seconds, line });
      seconds = null;
    }
  }
  const { turns, speakers, problems } = gatherTurns(utterances);
  if (turns.length === 0) return notRead(source, 'nobody speaks in it', { leftOut });
  const audio = head.findLast(({ text }) => !audioHeads.has(text) && !transcriptHeads.has(text))?.text;
  const session = sessionDraft(source, {
    kind: 'automatic transcript',
    turns,
    speakers,
    title: audio === undefined ? '' : fileTitle(audio),
  });
  return { sessions: [session], problems, leftOut };
}

/** Those with words, and no more than `most` of them. */
function linesOf(text: string, most = Infinity): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (lines.length >= most) break;
    const line = written
      .replaceAll('**', '')
      .replace(/^#{1,6} /, '')
      .trim();
    if (line !== '') lines.push({ line: index + 1, text: line });
  }
  return lines;
}

/** `00:00:05 Ana Lind`; null for words that begin with a time. */
function headingOf(line: string): { seconds: number; name: string } | null {
  const match = /^(\d\d:\d\d:\d\d)(?: (.{1,60}))?$/.exec(line);
  const seconds = match ? readTime(match[1]!) : null;
  const name = match?.[2] ?? '';
  return seconds === null || /[.?!,;]$/.test(name) || name.split(' ').length > 6 ? null : { seconds, name };
}
