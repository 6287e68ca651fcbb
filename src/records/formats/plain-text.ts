/**
 * Plain transcripts: `Name: text`, with or without times (`[1:02] Name: text`, `**Name** [1:02] text`), names over the
 * words (Otter's `Name  1:02`, `SPEAKER_01` of diarised Whisper), before a dash or a full stop, or words alone.
 */
import { howMany } from '../../words/how-many.ts';
import { notRead, type Format, type Parsed, type Source } from './format.ts';
import { utterancesOf } from './plain-speech.ts';
import { withClock, withPlaces } from './plain-voices.ts';
import { aboveFirst, dayOfSitting, readPreamble, splitAtTranscript } from './plain-preamble.ts';
import { pageOf, withoutFrontMatter } from './preamble.ts';
import { sessionDraft } from './session-draft.ts';
import { readApart } from './several-sessions.ts';
import { spokenLines, type SpokenLine } from './trusted-lines.ts';
import { gatherTurns } from './turns.ts';

export const plainText: Format = {
  name: 'plain text',
  example: 'Ana Lind: We begin.\nBen Sen: Yes.\nAna Lind: With the boats.',
  mostSure: 0.6,
  recognise(source) {
    const { text } = source;
    const head = text.length > 60_000 ? text.slice(0, text.lastIndexOf('\n', 60_000) + 1 || 60_000) : text;
    if (/^\s*(?:<(?!!--)[!/a-z]|\{|\[\s*[[{"]|WEBVTT|%PDF)/i.test(head)) return 0;
    const { body } = splitAtTranscript(withoutFrontMatter(head).text);
    const all = spokenLines(body);
    recognised.set(source, { body, lines: all });
    const lines = all.filter(({ aside }) => aside === undefined);
    const labelled = lines.filter((line) => line.label !== null).length;
    if (labelled > 0) return Math.min(0.6, 0.4 + labelled / lines.length / 5);
    const timed = lines.filter((line) => line.seconds !== null).length;
    if (timed > 0 && timed >= lines.length / 2) return 0.4;
    return isProse(body) ? 0.1 : 0;
  },
  parse: (source) => readApart(source, parse),
};

/** The lines that a source was recognised by, which are half of the work of reading it. */
const recognised = new WeakMap<Source, { body: string; lines: SpokenLine[] }>();

/** The lines of a part of the source, which may be what it was recognised by. */
export function linesIn(source: Source, body: string): SpokenLine[] {
  const known = recognised.get(source);
  return known?.body === body ? known.lines : spokenLines(body);
}

function parse(source: Source): Parsed {
  const front = withoutFrontMatter(source.text);
  const { above, body } = splitAtTranscript(front.text);
  const lines = linesIn(source, body);
  const named = lines.some((line) => line.label !== null);
  const { facts, rest, findings, leftOut } = readPreamble(above, lines, named);
  const timed = rest.some((line) => line.seconds !== null);
  const said = utterancesOf(rest, named || timed);
  const { turns, speakers, problems } = gatherTurns(withClock(said.utterances));
  if (turns.length === 0) return notRead(source, 'holds no words that somebody said');
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
    leftOut: [
      ...front.leftOut,
      // What stands where a title does, under one of the front matter.
      ...(title === facts.title
        ? []
        : [{ line: null, text: facts.title, why: facts.title === '' ? null : aboveFirst }]),
      ...leftOut,
      ...said.leftOut,
    ],
  };
}

/** Whether unlabelled text could be speech: sentences, and none of the signs of a written report. */
function isProse(text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const listed = lines.filter(
    (line, at) => (at > 0 || !line.startsWith('# ')) && /^(?:#{1,6}\s|[-*•–]\s|\d+[.)]\s|\||>)/.test(line),
  ).length;
  if (listed >= lines.length / 4 || lines.some((line) => line.length < 80 && reportLine.test(line))) return false;
  const sentences = howMany(text, /\p{L}["”’)]?[.?!。！？؟](?=\s|$|[^\x00-\x7F])/gu);
  if (sentences < 2 || sentences < howMany(text, /\S+/g) / 80) return false;
  return howMany(text, /[\p{L}\s]/gu) > text.length * 0.8;
}

const reportLine = new RegExp(
  String.raw`^(?:[\W\d]*)(?:(?:executive |meeting |ai )?summary|quick recap|next steps|key (?:takeaways|points)|action items|` +
    String.raw`minutes|abstract|table of contents)\b[^.]*$`,
  'i',
);
