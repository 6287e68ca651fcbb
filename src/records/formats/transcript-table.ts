/** A transcript as a table in Markdown, a sentence a row: columns for the time, the words, and perhaps who spoke. */
import { readTime, timePattern } from '../../words/timestamp.ts';
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { decodeEntities, withoutEscapes } from './safe-text.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns } from './turns.ts';
import { pageOfVideo, placeInVideo, type PlaceInVideo } from './video-links.ts';
import type { Problem } from '../../session.ts';

export const transcriptTable: Format = {
  name: 'transcript table',
  example: '| Time | Speaker | Text |\n| --- | --- | --- |\n| 0:01 | Ana Lind | Hello. |',
  recognise({ text }) {
    const lines = text
      .slice(0, 60_000)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const columns = lines.map(readColumns).find((found) => found !== null);
    if (!columns) return 0;
    const rows = lines.filter((line) => line.trimStart().startsWith('|')).length;
    return rows > lines.length / 2 ? 0.9 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const utterances: Utterance[] = [];
  const problems: Problem[] = [];
  const headings: string[] = [];
  const leftOut: LeftOut[] = [];
  const places: PlaceInVideo[] = [];
  let columns: Columns | null = null;
  for (const [index, line] of source.text.split('\n').entries()) {
    if (!line.trimStart().startsWith('|')) {
      const heading = /^#{1,6}\s+(.*)$/s.exec(line);
      if (heading) headings.push(heading[1]!.replace(/\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, '$1').trim());
      leftOut.push({ line: index + 1, text: line, why: heading ? null : 'lines outside the table' });
      continue;
    }
    const header = readColumns(line);
    if (header) {
      columns = header;
      leftOut.push({ line: index + 1, text: line, why: null });
      continue;
    }
    if (columns === null || /^[\s|:-]*$/.test(line)) {
      leftOut.push({ line: index + 1, text: line, why: 'rows above the head of the table' });
      continue;
    }
    const row = cells(line);
    const others = row.filter((_, at) => at !== columns!.words && at !== columns!.speaker);
    leftOut.push({ line: index + 1, text: others.join(' '), why: null });
    const [, href] = /\]\(([^()\s]{1,2000})\)/.exec(others.join(' ')) ?? [];
    const place = href === undefined ? null : placeInVideo(href, source.address);
    if (place) places.push(place);
    const text = row[columns.words] ?? '';
    const written = columns.time === null ? '' : (row[columns.time] ?? '');
    const seconds =
      written === ''
        ? null
        : (readTime(time.exec(written)?.[0] ?? '') ??
          (/^\d{1,6}(?:\.\d{1,6})? ?s?$/.test(written) ? Number.parseFloat(written) : null));
    if (written !== '' && seconds === null)
      problems.push({
        line: index + 1,
        message: `"${written.slice(0, 40)}" is not a time; its words are kept without`,
      });
    utterances.push({
      speaker: columns.speaker === null ? null : row[columns.speaker]?.replaceAll('**', '') || null,
      text,
      seconds: seconds ?? place?.seconds ?? null,
      line: index + 1,
    });
  }
  const { turns, speakers, problems: order } = gatherTurns(utterances);
  if (turns.length === 0) return notRead(source, 'the table holds no words', { problems });
  const session = sessionDraft(source, {
    kind: 'transcript',
    turns,
    speakers,
    title: headings.find((heading) => dayIn(heading) !== heading) ?? '',
    date: dayIn(headings.join('\n')),
    page: pageOfVideo(places),
  });
  return { sessions: [session], problems: [...problems, ...order], leftOut };
}

const time = new RegExp(timePattern);

interface Columns {
  time: number | null;
  words: number;
  speaker: number | null;
}

/** The places of the columns, where the line is the head of such a table; null elsewhere. */
function readColumns(line: string): Columns | null {
  if (!line.trimStart().startsWith('|') || line.length > 20_000) return null;
  const names = cells(line).map((cell) => cell.toLowerCase().replaceAll('*', ''));
  const place = (pattern: RegExp) => {
    const found = names.findIndex((name) => pattern.test(name));
    return found < 0 ? null : found;
  };
  const words = place(wordsColumn);
  const columns = {
    time: place(
      /^(?:time|timespan|start|timestamp|timecode|time code|begin|from|start time|time \(.{1,12}\)|start \(.{1,12}\))$/,
    ),
    speaker: place(/^(?:speakers?|name|who|person|speaker name|speaker label|participant)$/),
  };
  const isRecord =
    columns.time !== null || columns.speaker !== null || place(/^(?:video|link|source|recording|watch)$/) !== null;
  return words === null || !isRecord ? null : { ...columns, words };
}

const wordsColumn = new RegExp(
  String.raw`^(?:transcript|transcription|text|words|utterance|sentence|speech|caption|said|dialogue|content|statement|remarks|` +
    String.raw`transcript text|spoken text|what (?:was|is) said)$`,
);

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => decodeEntities(withoutEscapes(cell).replace(/<br ?\/?>/gi, ' ')).trim());
}
