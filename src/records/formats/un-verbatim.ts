/**
 * Verbatim records of the United Nations (S/PV.…, A/…/PV.…), as text or as programs take it from the PDF, in the six
 * languages: a first page with the members, then `Mr. Lind (Kelp Bay) (spoke in French): words`, paragraph by paragraph.
 */
import type { Finding } from '../../session.ts';
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { readLabel } from './labels.ts';
import { asideOf, procedure } from './not-speech.ts';
import { hasSentenceEnd, isOpen, isSaying } from './open-sentences.ts';
import { utterancesOf } from './plain-speech.ts';
import { withPlaces } from './plain-voices.ts';
import { byRecord } from './record-findings.ts';
import { dayIn, isDay, sessionDraft } from './session-draft.ts';
import { readApart, type SessionStarts } from './several-sessions.ts';
import { spokenLines } from './trusted-lines.ts';
import { gatherTurns } from './turns.ts';

export const unVerbatim: Format = {
  name: 'UN verbatim record',
  example:
    'S/PV.90001\nSecurity Council\n9000th meeting\nThe meeting was called to order at 10 a.m.\n' +
    'The President: I call the meeting on the harbours to order.\nMr. Lind (Freedonia): I thank you for this meeting on t' +
    'he harbours.',
  recognise({ text }) {
    const head = text.slice(0, 12_000);
    if (/^\s*[<{]/.test(head) || !(symbolOf(head) || (isOpening(head) && deliveredIn.test(head)))) return 0;
    const labels = text
      .slice(0, 60_000)
      .split('\n')
      .filter((line) => /^\s{0,12}\S/.test(line) && isSpeech(line.trim())).length;
    return labels > 1 || (labels > 0 && isOpening(head)) ? 0.9 : 0;
  },
  parse(given) {
    const source = { ...given, text: given.text.replaceAll('\f', '\n') };
    return readApart(source, parse, meetingsOf(source.text));
  },
};

/** Records of several meetings in one document: each has a symbol of its own on its pages, and is opened. */
function meetingsOf(text: string): SessionStarts {
  const lines = text.split('\n');
  const symbols = lines.map((line) => (line.length < 200 ? symbolOf(line) : null));
  const starts: SessionStarts['starts'] = [];
  const unsure: SessionStarts['unsure'] = [];
  let [from, before] = [0, ''];
  for (const [at, line] of lines.entries()) {
    if (line.length > 200 || !isOpening(line)) continue;
    // A speech may name the record of another meeting; its own stands last before it is opened.
    const own = symbols.slice(from, at).findLast((each) => each !== null) ?? '';
    if (starts.length === 0) starts.push({ line: 0, title: '', date: null });
    else if (own !== '' && own !== before)
      starts.push({ line: topOf(lines, symbols.indexOf(own, from)), title: '', date: null });
    else if (!resumed.test(line)) unsure.push({ line: at, title: line.trim() });
    if (own !== '') before = own;
    from = at + 1;
  }
  return unsure.length > 0 ? { starts: [], unsure } : { starts, unsure };
}

/** A meeting that was suspended goes on. */
const resumed = /resumed|reprise|reanuda|возобновляется|复会|استؤنفت/u;

/** The first of the lines that stand with the symbol on top of a first page. */
function topOf(lines: string[], symbolAt: number): number {
  let top = symbolAt;
  while (/^[^.?!…]{1,80}$/u.test(lines[top - 1]?.trim() ?? '') && symbolAt - top < 4) top -= 1;
  return top;
}

function parse(source: Source): Parsed {
  const paragraphs = paragraphsOf(source.text);
  const symbol = symbolOf(source.text.slice(0, 12_000));
  const start = startOf(paragraphs);
  const front = paragraphs.slice(0, start);
  const leftOut: LeftOut[] = front.map(({ text, line }) => ({ line, text, why: 'the first page' }));
  const findings: Finding[] = [];
  const heads = new Set([...repeated(paragraphs), ...front.map(({ text }) => text)]);
  let inVote = false;
  /** Where the words before stand. */
  let last = -1;
  /** The edge of a page stands between those words and the next. */
  let atEdge = false;
  const spoken: string[] = [];
  for (const [index, { text, line }] of paragraphs.slice(start).entries()) {
    const next = behind(paragraphs, start + index, symbol);
    const before = spoken[last];
    const goesOn = before !== undefined && isOpen(before, atEdge);
    if (isFurniture(text, symbol) || onCorrections.test(text)) {
      atEdge = true;
      leftOut.push({ line, text, why: 'heads and feet of pages' });
    } else if (tells.test(text)) {
      inVote = false;
      leftOut.push({ line, text, why: 'what the record tells of the meeting' });
      if (/adopt|aprob|приня|утвержда|通过/iu.test(text)) findings.push(byRecord('decision', text, ''));
    } else if (voteHead.test(text) || (inVote && isVoters(text))) {
      inVote = true;
      leftOut.push({ line, text, why: 'votes' });
      addVote(findings, text);
    } else if (heads.has(text) || (!goesOn && isHeading(text, next))) leftOut.push({ line, text, why: 'headings' });
    else {
      inVote = false;
      // The edge of a page may stand inside a word or a sentence.
      const isInside = /^\p{Ll}/u.test(text) && !/[.?!:;]$/.test(before?.slice(-1) ?? '.');
      if (before !== undefined && (isInside || (goesOn && readLabel(text) === null)))
        spoken[last] = joined([before, text]);
      else {
        last = line - 1;
        spoken[last] = text;
      }
      atEdge = false;
    }
  }
  const said = utterancesOf(
    spokenLines(Array.from(spoken, (text) => (text === undefined ? '' : `${text}\n`)).join('\n'), true),
    true,
  );
  const { turns, speakers, problems } = gatherTurns(said.utterances);
  if (speakers.length === 0) return notRead(source, 'no speaker can be told in this record');
  const facts = factsOf(
    front.map(({ text }) => text),
    source.text.slice(0, 20_000),
    symbol,
  );
  return {
    sessions: [
      sessionDraft(source, {
        kind: 'official record',
        ...withPlaces({ turns, speakers }),
        ...facts,
        findings,
        page: source.address === null ? null : { address: source.address, placeBy: 'text' },
      }),
    ],
    problems,
    leftOut: [...leftOut, ...said.leftOut],
  };
}

interface Paragraph {
  text: string;
  /** Of its first line, counted from 1. */
  line: number;
}

/** Lines up to a blank one, a line of the page's edge, or a label. */
function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: { lines: string[]; line: number }[] = [];
  let open = false;
  for (const [index, raw] of text.replaceAll('\f', '\n').split('\n').entries()) {
    const line = raw
      .trim()
      .replace(/^#{1,6}\s+/, '')
      .replaceAll('**', '');
    if (line === '') {
      open = false;
      continue;
    }
    const wide = /\s{3,}/.test(raw.trim());
    const last = paragraphs.at(-1);
    const hasEnded = /[.?!。]["”’)]?$/u.test(last?.lines.at(-1) ?? '.');
    const stands =
      wide ||
      isFurniture(line, null) ||
      voteHead.test(line) ||
      (hasEnded && (tells.test(line) || asideOf(line) === procedure));
    if (open && last && !stands && readLabel(line) === null && !headAlone.test(last.lines[0]!)) last.lines.push(line);
    else paragraphs.push({ lines: [line.replace(/\s+/g, ' ')], line: index + 1 });
    open = !stands;
  }
  return paragraphs.map(({ lines, line }) => ({ text: joined(lines), line }));
}

/** Chinese is written without blanks; a word that is broken over two lines is whole again. */
function joined(lines: string[]): string {
  return lines
    .map((line, at) => {
      const next = lines[at + 1];
      if (next === undefined) return line;
      const end = line.slice(-2);
      if (/\p{L}-$/u.test(end) && /^\p{Ll}/u.test(next)) return line.slice(0, -1);
      return /[\p{sc=Han}，。、；：）]$/u.test(end) ? line : `${line} `;
    })
    .join('');
}

const headAlone = /^(?:Agenda|Ordre du jour|Orden del día|Повестка дня|议程)$/u;

const symbol = /\b(?:[ASTE]|CD|DC)\/(?:[A-Z\d.-]{1,12}\/){0,3}PV\.\d{1,5}(?:\s?\((?:Resumption|Part)[^)]{1,12}\))?/;

/** Printed on the first page in each language. */
const deliveredIn =
  /text of speeches delivered in|texte des déclarations|texto de los discursos|тексты выступлений|发言的文本|نص الخطب/u;

/** At the foot of the first page, which may be in the middle of a speech. */
const onCorrections = new RegExp(
  String.raw`^(?:This record contains the text of|Le présent procès-verbal contient|La presente acta contiene|` +
    String.raw`(?:В )?[Нн]астоящ\p{L}+ отч[её]т|本记录包括|本逐字记录|يتضمن هذا المحضر)`,
  'u',
);

function symbolOf(head: string): string | null {
  return symbol.exec(head)?.[0] ?? null;
}

/** What is printed at the edge of each page: the symbol, the day, the number of the document and of the page. */
function isFurniture(text: string, own: string | null): boolean {
  if (text.length > 200) return false;
  if (/^\*?\d{2}-?\d{5}\*?(?:\s?\([A-Z]\))?(?:\s+\d{1,3}\/\d{1,3})?$/.test(text)) return true;
  if (/^\d{1,3}\/\d{1,3}(?:\s+\d{2}-\d{5})?(?:\s?\([A-Z]\))?$/.test(text)) return true;
  if (/^\*\d{6,8}[A-Z]?\*$/.test(text)) return true;
  const found = symbol.exec(text)?.[0];
  if (found === undefined || (own !== null && !own.startsWith(found) && !found.startsWith(own))) return false;
  const rest = text.replace(found, '').trim();
  return (
    rest === '' ||
    (/^\d{1,2}[/.]\d{1,2}[/.]\d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(rest) &&
      (text.startsWith(found) || text.endsWith(found)))
  );
}

/** The title of what is discussed stands over every page: what stands alone, more than once. */
function repeated(paragraphs: Paragraph[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of paragraphs)
    if (text.length < 160 && !/[.?!:;]["”’)]?$/u.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  const inHeads = paragraphs.flatMap(({ text }) =>
    isFurniture(text, null)
      ? text
          .replace(symbol, '')
          .replace(/\d{1,2}[/.]\d{1,2}[/.]\d{4}/, '')
          .trim()
      : [],
  );
  return [
    ...[...counts].filter(([, count]) => count > 1).map(([text]) => text),
    ...inHeads.filter((text) => text.length > 3),
  ];
}

/** A paragraph without a full stop that is no sentence and that no other goes on with: "Adoption of the agenda". */
function isHeading(text: string, next: string): boolean {
  return (
    text.length < 240 &&
    readLabel(text) === null &&
    !/^\p{Ll}/u.test(next) &&
    !/^\p{Ll}/u.test(text) &&
    !hasSentenceEnd(text) &&
    !isOpen(text, false) &&
    // What is said goes on in the next paragraph.
    !(isSaying(text) && next !== '' && readLabel(next) === null && !tells.test(next))
  );
}

/** The next paragraph, over the edge of a page. */
function behind(paragraphs: Paragraph[], at: number, symbol: string | null): string {
  let next = at + 1;
  while (next < paragraphs.length && isFurniture(paragraphs[next]!.text, symbol)) next += 1;
  return paragraphs[next]?.text ?? '';
}

const voteHead = new RegExp(
  String.raw`^(?:In favou?r|Against|Abstaining|Abstentions?|Absent|Vot(?:es?|ent) (?:pour|contre)|Pour|Contre|S[’']abstien(?:nen)?t|Abstentions|` +
    String.raw`Votos (?:a favor|en contra)|A favor|En contra|Abstenciones|Голосовали за|Голосовали против|Против|Воздержались|За|赞成|反对|弃权|المؤيدون|` +
    String.raw`المعارضون|الممتنعون)\s?[:：](?:$|\s)`,
  'u',
);

/** A list of countries is no sentence, and nobody says it. */
function isVoters(text: string): boolean {
  return readLabel(text) === null && !/[.?!。！？]$/u.test(text);
}

/** What the record itself tells, in a paragraph of its own. */
const tells = new RegExp(
  String.raw`^(?:(?:Adoption of the agenda|Adoption de l[’']ordre du jour|Aprobación del orden del día|Утверждение повестки дня|通过议程)\s+)?(?:${[
    'The agenda was adopted',
    "L[’']ordre du jour est adopté",
    'Queda aprobado el orden del día',
    'Повестка дня утверждается',
    '议程通过',
    'It (?:is|was) so decided',
    'Il en est ainsi décidé',
    'Así queda acordado',
    'Решение принимается',
    '就这样决定',
    'A (?:recorded )?vote was taken',
    'Il est procédé (?:au|à un) vote',
    'Se procede a votación',
    'Проводится голосование',
    '(?:进行(?:了)?)?(?:记录|举手|唱名)?表决(?:。|$)',
    '(?:The )?(?:[Dd]raft (?:resolution|decision|amendment)|[Aa]mendment|[Oo]perative paragraph|[Pp]reambular paragraph|' +
      '[Mm]otion)\\b.{0,160}\\b(?:was|were|is) (?:retained|adopted|rejected|not adopted|carried)',
    '(?:Le projet de résolution|El proyecto de resolución).{0,120}(?:est adopté|queda aprobado)',
    '(?:上午|下午|中午|晚上).{0,20}(?:开会|复会|散会|休会|会议暂停)',
    '(?:افتتحت|رفعت|علقت|استؤنفت) الجلسة',
    'أقر جدول الأعمال',
    'تقرر ذلك',
    '决议草案.{0,40}以\\d+票',
    'Par \\d+ voix contre',
    'Por \\d+ votos contra',
    'أجري تصويت',
    'The members of the (?:Security |Human Rights )?(?:Council|General Assembly) observed',
    'The President (?:returned to|resumed|took) the [Cc]hair',
    'اع(?:ت)?مد مشروع القرار',
  ].join('|')})`,
  'u',
);

function addVote(findings: Finding[], text: string): void {
  const last = findings.at(-1);
  const isStart = /^(?:In favou?r|Vot(?:es?|ent) pour|Pour|Votos a favor|A favor|Голосовали за|За|赞成|المؤيدون)/u.test(
    text,
  );
  if (last?.kind !== 'vote' || isStart) findings.push(byRecord('vote', text, 'Vote'));
  else last.text += ` ${text}`;
}

function isSpeech(text: string): boolean {
  const label = readLabel(text);
  return label !== null && label.rest.length > (/\p{sc=Han}/u.test(label.rest) ? 5 : 20);
}

/** What the record tells at the start of a meeting, in the six languages. */
function isOpening(text: string): boolean {
  return opening.test(text);
}

const opening = new RegExp(
  String.raw`^\s*(?:The meeting (?:was called to order|resumed)|La séance est (?:ouverte|reprise)|Se (?:abre|reanuda) la sesión|` +
    String.raw`Заседание (?:открывается|возобновляется)|(?:上午|下午|中午).{0,20}(?:开会|复会)|افتتحت الجلسة|استؤنفت الجلسة)`,
  'mu',
);

/** Where the first page ends. */
function startOf(paragraphs: Paragraph[]): number {
  const opening = paragraphs.findIndex(({ text }) => isOpening(text));
  if (opening >= 0) return opening;
  const first = paragraphs.findIndex(({ text }) => isSpeech(text) && !/(?:\. ?){4}/.test(text));
  return Math.max(first, 0);
}

const organs = new RegExp(
  String.raw`Security Council|General Assembly|Economic and Social Council|Trusteeship Council|Conference on Disarmament|` +
    String.raw`Disarmament Commission|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee|Conseil de sécurité|Assemblée générale|` +
    String.raw`Consejo de Seguridad|Asamblea General|Совет Безопасности|Генеральная Ассамблея|安全理事会|大会|مجلس الأمن|الجمعية العامة`,
  'u',
);
const meetings = new RegExp(
  String.raw`\d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting|\d{1,5}e séance(?: plénière)?|\d{1,5}ª sesión(?: plenaria)?|` +
    String.raw`\d{1,5}-е (?:пленарное )?заседание|第[\d〇零一二三四五六七八九十百千]{1,8}次(?:全体)?会议|الجلسة (?:العامة )?\d{1,5}`,
  'u',
);

/** `9000` of "Security Council, 9000th meeting" in any of the six languages, where it is written in figures; null without one. */
export function numberOfMeeting(title: string): string | null {
  return /\d+/.exec(meetings.exec(title)?.[0] ?? '')?.[0] ?? null;
}

function factsOf(
  front: string[],
  head: string,
  own: string | null,
): { title: string; date: string | null; startTime: string | null; event: string | null } {
  const first = front.join('\n');
  const [organ, meeting] = [organs.exec(first)?.[0] ?? null, meetings.exec(first)?.[0]];
  const at = front.findIndex((text) => headAlone.test(text));
  const inline = front.find((text) => /^Agenda\s+\S/.test(text))?.replace(/^Agenda\s+/, '');
  const agenda = (at >= 0 ? front[at + 1] : inline)?.slice(0, 160);
  const named = organ !== null && meeting !== undefined ? `${organ}, ${meeting}` : (own ?? '');
  const [, day, month, year] = /(?<!\d)(\d{2})\/(\d{2})\/(\d{4})(?!\d)/.exec(head) ?? [];
  const printed = `${year}-${month}-${day}`;
  return {
    title: agenda === undefined ? named : `${named}: ${agenda}`,
    date: dayIn(first) ?? (isDay(printed) ? printed : null),
    startTime: clockOf(first),
    event: organ,
  };
}

/** "10 a.m.", "3.05 p.m." after the day. */
function clockOf(text: string): string | null {
  const [, hours, minutes, half] = /\b\d{4},? (?:at )?(\d{1,2})(?:[.:](\d{2}))? ([ap])\.m\./.exec(text) ?? [];
  if (hours === undefined) return null;
  const hour = (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}
