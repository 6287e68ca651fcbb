/**
 * Tables of values parted by commas, semicolons, tabs or bars, a row an utterance: with a head that names the columns, or
 * without one where the columns show what they are (a time, a name, words).
 */
import Papa from 'papaparse';
import type { Problem } from '../../session.ts';
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { spokenIn } from './interpreted.ts';
import { looksLikeName } from './labels.ts';
import { dayOfSitting } from './plain-preamble.ts';
import { voiceOf } from './recogniser-output.ts';
import { isInMilliseconds } from './recognisers/spoken-items.ts';
import { readOffset } from './recognisers/offsets.ts';
import { dayIn, isDay, sessionDraft } from './session-draft.ts';
import { gatherTurns, namesNobody, type Utterance } from './turns.ts';

export const separatedValues: Format = {
  name: 'CSV and TSV',
  example: 'Speaker,Start Time,Text\nAna Lind,0:00:01,"Hello, all."\nBen Sen,0:00:04,Hello.',
  recognise(source) {
    const head = source.text.slice(0, 50_000);
    const table = readTable(head === source.text ? head : head.slice(0, head.lastIndexOf('\n') + 1));
    if (table === null) return 0;
    return 0.96;
  },
  parse,
};

function parse(source: Source): Parsed {
  const table = readTable(source.text);
  if (table === null) return notRead(source, 'is no table of who said what');
  const meetings = meetingsIn(table);
  const parsed = meetings.map((meeting) => sessionOf(source, meeting));
  const leftOut: LeftOut[] = [
    ...table.over.map((part) => ({ ...part, why: 'lines above the table' })),
    { line: table.over.length + 1, text: table.head.join(' '), why: null },
  ];
  const problems = parsed.flatMap((each) => each.problems);
  if (parsed.every(({ sessions }) => sessions.length === 0))
    problems.push({ line: null, message: `${source.name}: the table holds no words` });
  return {
    sessions: parsed.flatMap(({ sessions }) => sessions),
    problems,
    leftOut: [...leftOut, ...parsed.flatMap((each) => each.leftOut ?? [])],
  };
}

/** One table holds several meetings where a column names them, or the days, one after another. */
function meetingsIn(table: Table): Table[] {
  const { columns, rows, head } = table;
  const at = (column: number | null, { cells }: Row) => (column === null ? '' : (cells[column] ?? '').trim());
  // "Title" may be that of a person, which changes from row to row.
  const isPerson =
    columns.title !== null &&
    head[columns.title]?.trim().toLowerCase() === 'title' &&
    new Set(rows.map((row) => at(columns.title, row))).size > 1;
  const known = isPerson ? { ...columns, title: null } : columns;
  const groups = Map.groupBy(rows, (row) => `${at(known.title, row)}\n${at(known.date, row)}`);
  return [...groups.values()].map((own) => ({ ...table, columns: known, rows: own }));
}

function sessionOf(source: Source, table: Table): Parsed {
  const { columns, rows } = table;
  const read = new Set(Object.values(columns).filter((at) => at !== null));
  const problems: Problem[] = [];
  const leftOut: LeftOut[] = [];
  const seconds = timesOf(table);
  const told = (cells: string[]) => (columns.language === null ? null : cells[columns.language]);
  const spoken = spokenIn(rows.map(({ cells }) => ({ told: told(cells), text: cells[columns.words] ?? '' })));
  const utterances = rows.map(({ line, cells }, index): Utterance => {
    const text = cells[columns.words]?.trim() ?? '';
    if (text === '' && cells.some((cell) => cell.trim() !== ''))
      leftOut.push({ line, text: cells.join(' '), why: 'rows without words' });
    if (columns.start !== null && seconds[index] === null && (cells[columns.start] ?? '').trim() !== '')
      problems.push({
        line,
        message: `"${cells[columns.start]!.slice(0, 40)}" is not a time; its words are kept without`,
      });
    const beside = cells.filter((_, at) => !read.has(at)).join(' ');
    // Numbers and confidences are nobody's words; a column of words that is not read is told.
    leftOut.push({ line, text: beside, why: holdsWords(beside) ? 'other columns' : null });
    const speaker = columns.speaker === null ? '' : (cells[columns.speaker] ?? '').trim();
    const voice = voiceOf(speaker.replace(/:$/, ''));
    return { ...voice, text, seconds: seconds[index] ?? null, line, ...(spoken[index] && { spokenIn: spoken[index] }) };
  });
  const { turns, speakers, problems: order } = gatherTurns(utterances);
  if (turns.length === 0) return { sessions: [], problems, leftOut };
  const day = columns.date === null ? null : (rows[0]?.cells[columns.date] ?? '').trim();
  const session = sessionDraft(source, {
    kind: 'transcript',
    turns,
    speakers: speakers.map((speaker) => ({ ...speaker, ...toldOf(speaker.name, table) })),
    ...(columns.title === null ? {} : { title: rows[0]?.cells[columns.title] ?? '' }),
    date:
      day === null
        ? (table.over.map(({ text }) => dayOfSitting(text)).find(Boolean) ?? null)
        : isDay(day.slice(0, 10))
          ? day.slice(0, 10)
          : dayIn(day),
  });
  return { sessions: [session], problems: [...problems, ...order], leftOut };
}

/** What the columns say of a speaker, where all rows say the same. */
function toldOf(name: string, { columns, rows }: Table): { affiliation: string | null; role: string | null } {
  const own = columns.speaker === null ? [] : rows.filter(({ cells }) => cells[columns.speaker!]?.trim() === name);
  const told = (at: number | null) => {
    const found = new Set(at === null ? [] : own.map(({ cells }) => (cells[at] ?? '').trim()).filter(Boolean));
    return found.size === 1 ? [...found][0]! : null;
  };
  return { affiliation: told(columns.affiliation), role: told(columns.role) };
}

interface Columns {
  words: number;
  speaker: number | null;
  start: number | null;
  end: number | null;
  date: number | null;
  title: number | null;
  /** That was spoken. */
  language: number | null;
  affiliation: number | null;
  role: number | null;
}

interface Row {
  /** Counted from 1. */
  line: number;
  cells: string[];
}

interface Table {
  columns: Columns;
  /** Lines above its head. */
  over: { line: number; text: string }[];
  /** Empty where the table has none. */
  head: string[];
  rows: Row[];
}

const delimiters = [',', '\t', ';', '|'];

/** The table with the delimiter that makes one of it; null where none does. */
function readTable(text: string): Table | null {
  // A table in Markdown has bars at both ends, and a reader of its own.
  if (/^\s{0,3}\|/m.test(text.slice(0, 3000))) return null;
  for (const delimiter of delimiters) {
    // Its head may stand under a few lines.
    if (!text.slice(0, 3000).includes(delimiter)) continue;
    const table = tableOf(rowsOf(text, delimiter), delimiter);
    if (table !== null) return table;
  }
  return null;
}

/** Only a quotation mark that opens a field is one of CSV; where one is never closed, none of them is. */
function rowsOf(text: string, delimiter: string, quoted = delimiter !== '\t'): Row[] {
  const rows: Row[] = [];
  let isBroken = false;
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: quoted ? '"' : '\0',
    step: ({ data, errors, meta }) => {
      isBroken ||= errors.some(({ code }) => code === 'MissingQuotes');
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data });
      for (; from < meta.cursor; from += 1) if (text[from] === '\n') line += 1;
    },
  });
  return isBroken && quoted ? rowsOf(text, delimiter, false) : rows;
}

function tableOf(rows: Row[], delimiter: string): Table | null {
  // A few rows about the meeting may stand over the head.
  const at = rows.slice(0, 12).findIndex(({ cells }) => columnsNamed(cells) !== null);
  const head = rows[at];
  const over = rows.slice(0, Math.max(0, at)).map(({ line, cells }) => ({ line, text: cells.join(' ').trim() }));
  if (head && over.every(({ text }) => text.length < 200)) {
    const columns = columnsNamed(head.cells)!;
    return rows.length > at + 1 ? { columns, over, head: head.cells, rows: rows.slice(at + 1) } : null;
  }
  if ((rows[0]?.cells.length ?? 0) < 2) return null;
  const shown = delimiter === '|' ? null : columnsShown(rows);
  return shown && { columns: shown, over: [], head: [], rows };
}

/** What the heads of columns are called, the surest first. */
const heads: Record<keyof Columns, string> = {
  words:
    'text|transcript|transcription|words|utterance|sentence|speech|caption|dialogue|content|statement|remarks|said|' +
    'fala|falas|utterance text|segment text|message text|' +
    'what was said|spoken text|transcript text|body|line|texte|texto|wortlaut|redetext|speechcontent|aussage|gesagt|intervention|' +
    'intervención|discurso|testo|tekst|tekst wypowiedzi|transkript|transcripción|текст|реплика|内容|文本|发言|発言|내용|النص',
  speaker:
    'speaker|speakers|speaker name|speakername|speaker label|name|who|person|participant|participant name|spoken by|' +
    'nome do orador|nombre del orador|member|delegate|' +
    'full name|orateur|orador|oradora|hablante|locuteur|sprecher|sprecherin|sprechende|redner|rednerin|intervenant|' +
    'interviniente|relatore|oratore|spreker|talare|nombre|nom|nome|имя|спикер|докладчик|выступающий|发言人|说话人|話者|発言者|화자|' +
    'المتحدث|speaker id|voice',
  start:
    'start|start time|starttime|time|timestamp|timecode|time code|begin|begin time|from|in|start ms|start s|start sec|' +
    'start timestamp|start offset|start seconds|offset|time start|timespan|time span|' +
    'zeitspanne|intervalle de temps|intervalo de tiempo|zeit|beginn|anfang|startzeit|début|debut|heure|inicio|início|tiempo|tempo|hora|inizio|tijd|' +
    'start tijd|tid|время|начало|时间|开始|開始|時刻|시작|시간|الوقت',
  end: 'end|end time|endtime|stop|to|out|end ms|end s|end sec|end seconds|time end|ende|endzeit|fin|fim|fine|einde|конец|结束|終了|끝',
  date: 'date|day|meeting date|session date|datum|fecha',
  title: 'meeting|meeting title|session|session title|event|title',
  language: 'spoken language|language spoken|original language|source language|language|lang|langue|idioma|sprache',
  affiliation:
    'affiliation|organization|organisation|company|institution|party|political group|delegation|country|fraktion|partei|' +
    'organisme|parti|partido|organización|organização|organizzazione|partito|partij|организация',
  role: 'role|position|job title|function|rolle|funktion|fonction|cargo|ruolo|functie|должность',
};

const headsOf = Object.fromEntries(Object.entries(heads).map(([kind, names]) => [kind, names.split('|')])) as Record<
  keyof Columns,
  string[]
>;

function columnsNamed(cells: string[]): Columns | null {
  const names = cells.map((cell) =>
    cell
      .toLowerCase()
      .replace(/[_()[\]-]+/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  );
  const place = (kind: keyof Columns) => {
    const called = headsOf[kind].find((name) => names.includes(name));
    return called === undefined ? null : names.indexOf(called);
  };
  const words = place('words');
  if (words === null) return null;
  const columns = {
    words,
    speaker: place('speaker'),
    start: place('start'),
    end: place('end'),
    date: place('date'),
    title: place('title'),
    language: place('language'),
    affiliation: place('affiliation'),
    role: place('role'),
  };
  return columns.speaker === null && columns.start === null ? null : columns;
}

/** Without a head: a column of times, one of few names that come again, and the longest is the words. */
function columnsShown(rows: Row[]): Columns | null {
  const width = Math.max(...rows.slice(0, 200).map(({ cells }) => cells.length));
  if (rows.length < 2 || width < 2 || width > 12) return null;
  const sample = rows.slice(0, 200);
  const column = (at: number) => sample.map(({ cells }) => (cells[at] ?? '').trim());
  const share = (at: number, test: (cell: string) => boolean) => column(at).filter(test).length / sample.length;
  const all = Array.from({ length: width }, (_, at) => at);
  const times = all.filter(
    (at) => share(at, (cell) => /^[[(]?\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,6})?[\])]?$/.test(cell)) > 0.9,
  );
  // A chat has a colon after the name.
  const isName = (cell: string) =>
    !cell.endsWith(':') && cell.length < 60 && (looksLikeName(cell) || namesNobody(cell));
  const speaker =
    all.find((at) => !times.includes(at) && share(at, isName) > 0.9 && new Set(column(at)).size < sample.length) ??
    null;
  const length = (at: number) => column(at).reduce((sum, cell) => sum + cell.length, 0);
  const words = all
    .filter((at) => at !== speaker && !times.includes(at))
    .toSorted((one, other) => length(other) - length(one))[0];
  // A table of two columns, who and what, has no times.
  const isPair = width === 2 && !isChat(column(words ?? 0));
  if (words === undefined || (times.length === 0 && !isPair) || speaker === null) return null;
  if (share(words, (cell) => holdsWords(cell)) < 0.5) return null;
  return { words, speaker, start: times[0] ?? null, end: times[1] ?? null, ...untold };
}

/** Answers of a word or a mark, addresses and pictures: people who write. */
function isChat(cells: string[]): boolean {
  return cells.filter((cell) => !holdsWords(cell) || !/[.?!…。？！]["”’)]?$/u.test(cell)).length > cells.length * 0.3;
}

const untold = { date: null, title: null, language: null, affiliation: null, role: null };

/** Seconds of each row; bare numbers may be milliseconds, which the pace of the words tells. */
function timesOf({ columns, rows }: Table): (number | null)[] {
  const read = (at: number | null) =>
    rows.map(({ cells }) => (at === null ? null : readOffset(plain(cells[at] ?? ''))));
  const [starts, ends] = [read(columns.start), read(columns.end)];
  const items = rows.map(({ cells }, index) => ({
    text: cells[columns.words] ?? '',
    start: starts[index] ?? null,
    end: ends[index] ?? null,
  }));
  const unit = isInMilliseconds(items) ? 1000 : 1;
  return starts.map((start) => (start === null ? null : 'seconds' in start ? start.seconds : start.number / unit));
}

/** Two words or more. */
function holdsWords(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) > 1;
}

function plain(cell: string): string {
  return cell.trim().replace(/^[[(]|[\])]$/g, '');
}
