/** The lines of a plain transcript, each with what may be a label and a time at its start. */
import { readTime, timePattern } from '../../words/timestamp.ts';
import { couldBeLabel, isHandle, looksLikeName, readLabel, withoutTime } from './labels.ts';
import { inUsualForms, isName } from './line-forms.ts';
import { asideOf } from './not-speech.ts';
import { decodeEntities, withoutEscapes, withoutNoteMarks } from './safe-text.ts';
import { namesNobody } from './turns.ts';

/** A line that is not blank. */
export interface TextLine {
  /** What may name a speaker; null where nothing does. */
  label: string | null;
  /** After the label. */
  text: string;
  seconds: number | null;
  spokenIn?: string;
  /** A blank line stands before it. */
  opens: boolean;
  /** Counted from 1. */
  number: number;
  /** Its form leaves no doubt: bold, or with a time beside it. */
  sure: boolean;
  whole: string;
  indented: boolean;
  /** How many blanks stand before it. */
  indent: number;
  /** Depth of a Markdown heading; its label is what could be a name. */
  heading?: number;
  /** A mark of the record parts the name from the words, which is how the whole record is written. */
  isStyled?: boolean;
  /** A name on a line of its own, over the words. */
  isOver?: boolean;
}

/** The line with all of it as its words, and nobody's label before them. */
export function unlabelled(line: TextLine): TextLine {
  return { ...line, label: null, sure: false, text: line.whole };
}

/** Lines with words; one may hold an interjection of somebody else, and is two then. */
export function textLines(text: string): TextLine[] {
  const found: TextLine[] = [];
  let opens = true;
  /** Some programs write the time at which somebody has ended. */
  let ended: number | null = null;
  const tags = pairedTags(text);
  const plain = inUsualForms(withoutLineNumbers(text.split('\n')));
  const lines = withHeadsOnOneLine(plain).flatMap((line, index) =>
    (tags === null ? [line] : line.split(tags)).map((raw, part) => ({ raw, index, opensAt: part > 0 })),
  );
  for (const { raw, index, opensAt } of lines) {
    opens ||= opensAt;
    const bare = decodeEntities(withoutEscapes(withoutNoteMarks(raw.trim())));
    // Bold in a wiki.
    const [written, time] = withoutTimeAtEnd(bare.startsWith("'''") ? bare.replaceAll("'''", '**') : bare);
    const whole = (/[*_`]/.test(written) ? written.replace(wrappedTime, '$1') : written).replace(linkedTime, '$1');
    const number = index + 1;
    const heading = /^(#{1,6})\s+(\S.*)$/s.exec(whole) ?? boldName(whole);
    if (heading) {
      const depth = heading[1].length;
      found.push({
        ...readHeading(heading[2]),
        sure: false,
        text: '',
        whole,
        opens: true,
        number,
        indented: false,
        indent: 0,
        heading: depth,
      });
      opens = true;
    } else if (whole === '' || /^#{1,6}$/.test(whole)) opens = true;
    else {
      for (const part of stopAndDash.test(whole) ? whole.split(memberInside) : [whole]) {
        const read = readLine(part);
        found.push({
          ...read,
          seconds: read.seconds ?? ended,
          whole: part,
          opens,
          number,
          indented: /^\s/.test(raw),
          indent: raw.length - raw.trimStart().length,
        });
        [opens, ended] = [false, null];
      }
    }
    ended = time ?? ended;
  }
  return withTimesAfterLabels(found);
}

/** Courts count their lines in the margin: numbers that rise by one, page by page. */
function withoutLineNumbers(lines: string[]): string[] {
  let [last, counted, all] = [0, 0, 0];
  for (const line of lines) {
    if (line.trim() === '') continue;
    all += 1;
    const number = Number(lineNumber.exec(line)?.[1]);
    if (number === last + 1 || number === 1) counted += 1;
    last = Number.isNaN(number) ? last : number;
  }
  return counted > 8 && counted > all * 0.8 ? lines.map((line) => line.replace(lineNumber, ' ')) : lines;
}

const lineNumber = /^\s{0,8}(\d{1,2})(?=\s|$)/;

/** `<Speech>words</Speech>`: marks of a corpus, each of which begins or ends a paragraph; null where there are none. */
function pairedTags(text: string): RegExp | null {
  const counts = new Map<string, number>();
  for (const [, name] of text.matchAll(/<\/([A-Za-z][A-Za-z_-]{3,20})>/g))
    counts.set(name!.toLowerCase(), (counts.get(name!.toLowerCase()) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count > 2 && !withinWords.has(name) ? [name] : []));
  return names.length === 0 ? null : new RegExp(`</?(?:${names.join('|')})>`, 'gi');
}

/** Marks of pages that stand inside a paragraph. */
const withinWords = new Set('span font small strong code mark ruby cite time abbr center lang speak'.split(' '));

/** `Words. #00:05:03-1#`, as f4 writes it at the end of a paragraph. */
function withoutTimeAtEnd(line: string): [string, number | null] {
  const time = timeAtEnd.exec(line);
  return time ? [line.slice(0, time.index), readTime(time[1]!)] : [line, null];
}

const timeAtEnd = /\s?#(\d{1,2}:\d{2}:\d{2})[-.,]\d{1,3}#$/;

/** A name in bold letters alone on a line stands over the words as a heading does. */
function boldName(line: string): [string, string, string] | null {
  const name = /^\*\*([^*]{2,80})\*\*$/.exec(line)?.[1]?.replace(/:$/, '');
  return name !== undefined && /\S\s\S/.test(name) && isName(name) && !line.endsWith(':**')
    ? [line, '#######', name]
    : null;
}

/** `## Ana Lind`, `### **Ana Lind** (1:02)`, `## 1:02 Ana Lind`: no label where it could be no name. */
function readHeading(heading: string): Pick<TextLine, 'label' | 'seconds'> {
  const leading = leadingTime(heading.slice(0, 120).replaceAll('**', ''));
  const { label, seconds } = withoutTime(leading.rest.replace(/:$/, ''));
  return { label: isName(label) ? label : null, seconds: seconds ?? leading.seconds };
}

/** Records of parliaments may print a short interjection in the paragraph of the speech: "Words. MR. SEN.- Hear, hear!" */
const memberInside = new RegExp(
  String.raw`(?<=[.?!…)"”–—-])(?<!HON\.)\s+(?=(?:THE |AN? )?(?:HON|MR|MRS|MS|MISS|MADAM|DR|PROF|DEPUTY|ACTING)` +
    String.raw`\.?(?: [\p{Lu}.'’-]{1,30}){0,7} \p{Lu}[\p{Lu}'’-]{1,30}\.\s?[-–—])`,
  'u',
);

/** What each of them has, and few lines do. */
const stopAndDash = /\.\s?[-–—]/;

/** `[@0:03](https://…) - Ana Lind`. */
const linkedTime = new RegExp(`^\\[@?(${timePattern})\\]\\(https?:[^()\\s]{1,300}\\)`);
/** A time in letters of its own: `*(00:03)*`, `` `00:03` ``. */
const wrappedTime = new RegExp(`(?<![*_\`])[*_\`]{1,2}([[(]?${timePattern}[\\])]?)[*_\`]{1,2}(?![*_\`])`, 'g');

type Read = Pick<TextLine, 'label' | 'sure' | 'text' | 'seconds' | 'spokenIn'>;

function readLine(whole: string): Read {
  const leading = leadingTime(whole.replace(/^[-*•]\s+(?=\S)/, ''));
  const { rest } = leading;
  const seconds = leading.seconds;
  const sponsor = /^By (?:Mr|Mrs|Ms|Miss|Messrs)\. \p{Lu}[\p{Lu}'’-]+(?=\s)/u.exec(rest);
  if (sponsor) return { label: sponsor[0], sure: true, text: rest, seconds };
  const found =
    readQuestion(rest, seconds) ??
    readBold(rest, seconds) ??
    readCourtesy(rest, seconds) ??
    readMarked(rest, seconds) ??
    readColon(rest, seconds) ??
    readBeside(rest) ??
    readHead(rest, seconds);
  return found ?? { label: null, sure: false, text: rest, seconds };
}

/** `**Q: What of the boats?**`, all of it bold: so is what was asked, in interviews. */
function readQuestion(rest: string, seconds: number | null): Read | null {
  const labelled = /^\*\*[^*]{3,2000}\*\*$/.test(rest) ? readLabel(rest.slice(2, -2)) : null;
  return labelled !== null && labelled.rest !== '' && (looksLikeName(labelled.label) || namesNobody(labelled.label))
    ? { label: labelled.label, sure: false, text: labelled.rest, seconds }
    : null;
}

/** The Netherlands: `Mevrouw **Bos** (PX):`, a courtesy before the name in bold letters. */
function readCourtesy(rest: string, seconds: number | null): Read | null {
  const [all, title, name, party = ''] =
    /^((?:\p{L}{2,20}\s){1,3})\*\*([^*]{2,60})\*\*((?:\s\([^()]{1,60}\))?):\s*/u.exec(rest) ?? [];
  const label = `${title}${name}${party}`;
  return all !== undefined && couldBeLabel(label) && looksLikeName(label)
    ? { label, sure: true, text: rest.slice(all.length), seconds }
    : null;
}

/** `**Ana Lind:** words`, `**[00:03] Ana Lind:** words`, `**Ana Lind** [1:02] words`. */
function readBold(rest: string, given: number | null): Read | null {
  const bold = /^(?:\*\*|__)([^*\n]{1,100}?)(:?)(?:\*\*|__)(:?)\s*/.exec(rest);
  if (!bold) return null;
  const first = leadingTime(bold[1]!.trim());
  const inside = withoutTime(first.rest);
  const after = leadingTime(rest.slice(bold[0].length).replace(/^:\s*/, ''));
  const seconds = given ?? first.seconds ?? inside.seconds ?? after.seconds;
  const sure = seconds !== null || bold[2] !== '' || bold[3] !== '';
  return sure && couldBeLabel(inside.label)
    ? { label: inside.label, sure, text: after.rest.replace(/^(?::|[–—-](?=\s))\s*/, ''), seconds }
    : null;
}

/** `[SPEAKER_01] words`, `<ana> words`, "HON. A. LIND.- Words", "Q. Words". */
function readMarked(rest: string, seconds: number | null): Read | null {
  // A change of voice, as captions mark it.
  const changed = /^>{2,3}\s*(?=\S)/.exec(rest);
  if (changed) {
    const read = readColon(rest.slice(changed[0].length), seconds);
    return read
      ? { ...read, sure: true }
      : { label: 'Unknown speaker', sure: true, text: rest.slice(changed[0].length), seconds };
  }
  const bracketed = /^[[(]([A-Z]+[ _:]\d+)[\])]:?\s+/i.exec(rest);
  const voice = bracketed?.[1]!.replace(':', ' ') ?? '';
  if (bracketed && namesNobody(voice)) {
    const after = leadingTime(rest.slice(bracketed[0].length));
    return { label: voice, sure: true, text: after.rest, seconds: seconds ?? after.seconds };
  }
  const marked = [
    /^<([^<>@:/=]{2,60})>\s+(?=\S)/,
    /^((?:\p{Lu}[\p{Lu}.'’-]{0,30}\s){0,8}\p{Lu}[\p{Lu}.'’-]{0,30}\p{Lu})\.\s?[-–—]\s?(?=\S)/u,
    // Beside colons: "MR. LIND - Words".
    /^((?:MR|MRS|MS|MISS|DR|HON|SEN|REP)\.? \p{Lu}[\p{Lu}'’-]{1,30}(?: \p{Lu}[\p{Lu}'’-]{1,30}){0,3})\s[-–—]\s(?=\p{Lu}\p{Ll})/u,
    /^([QA])\.\s+(?=.{0,200}\p{Ll})/u,
    /^(Q)\s+(?=[\p{Lu}\d("“‘—–…])/u,
  ];
  for (const form of marked) {
    const match = form.exec(rest);
    if (match && (couldBeLabel(match[1]!) || namesNobody(match[1]!)))
      return { label: match[1]!, sure: false, text: rest.slice(match[0].length), seconds };
  }
  return null;
}

function readColon(rest: string, given: number | null): Read | null {
  const labelled = readLabel(rest);
  if (!labelled) return null;
  const { seconds, rest: text, spokenIn } = labelled;
  // Some count the speeches, and say which are replies: "Anf. 3 ANA LIND (S) replik:".
  const label = labelled.label.replace(/^(?:Anf\. )?\d{1,4}[.)]? (?=\p{Lu})/u, '').replace(/(?<=\))\s+replik$/iu, '');
  // Portugal: "O Sr. Presidente: — Words".
  const words = text.replace(/^[–—]\s+/, '');
  return {
    label,
    sure: seconds !== null,
    text: words,
    seconds: given ?? seconds,
    ...(spokenIn !== undefined && { spokenIn }),
  };
}

/** `Ana Lind [1:02] words`. */
function readBeside(rest: string): Read | null {
  const beside = timeBeside.exec(rest) ?? timeBetween.exec(rest);
  const label = beside?.[1]!.trim() ?? '';
  return beside && couldBeLabel(label) && isName(label)
    ? { label, sure: true, text: rest.slice(beside[0].length), seconds: readTime(beside[2]!) }
    : null;
}

/** `Ana Lind  1:02`, `SPEAKER_01` and `[Ana Lind] 10:02:03` on a line of their own. */
function readHead(rest: string, given: number | null): Read | null {
  if (rest.length > 120) return null;
  const timed = withoutTime(rest);
  const label = timed.label.replace(/^\[([^[\]]{2,60})\]$/, '$1').replace(/\s+[-–—|·,]$/, '');
  const seconds = timed.seconds ?? given;
  const isNumbered = /^\p{Lu}\S*(?: [\p{Lu}\d]\S*){1,4}$/u.test(label);
  if (timed.seconds !== null && couldBeLabel(label) && (isName(label) || isHandle(label) || isNumbered))
    return { label, sure: true, text: '', seconds };
  const voice = label.replace(/^\[|\]$/g, '');
  return /^(?:[A-Z]+[ _]S?\d+|UNKNOWN(?:[ _]SPEAKER)?)$/i.test(voice) && namesNobody(voice)
    ? { label: voice, sure: true, text: '', seconds }
    : null;
}

const timeBeside = new RegExp(
  `^([^[(:\\n]{1,80}?)\\s{0,8}[[(](${timePattern})(?: ?(?:-->|[-–—→]) ?${timePattern})?[\\])]:?\\s*`,
);
/** `Speaker 0    00:00:03    words`, as Rev's recogniser has it. */
const timeBetween = new RegExp(`^(\\S[^:\\t\\n]{0,79}?)(?: {2,8}|\\t)(${timePattern})(?: {2,8}|\\t)(?=\\S)`);
const timeFirst = new RegExp(
  `^[[(@]?(${timePattern})(?:\\s*(?:-->|[-–—→])\\s*${timePattern})?[\\])]?(?=$|[\\s:|–—-])[\\s:|–—-]*`,
);
const secondsFirst = /^[[(](\d{1,6}(?:\.\d{1,3})?)s?\s*(?:-{1,2}>?|–|→)\s*\d{1,6}(?:\.\d{1,3})?s?[\])]:?\s*/;

/** Takes a time, or a stretch of time, from the start of a line. */
export function leadingTime(text: string): { seconds: number | null; rest: string } {
  const counted = secondsFirst.exec(text);
  if (counted) return { seconds: Number(counted[1]), rest: text.slice(counted[0].length) };
  const match = timeFirst.exec(text);
  const seconds = match ? readTime(match[1]!) : null;
  return seconds === null ? { seconds, rest: text } : { seconds, rest: text.slice(match![0].length) };
}

/** `Ana Lind: [0:03] words`, `Ana Lind:<tab>0:03<tab>words`, where that is how most labelled lines are written. */
function withTimesAfterLabels(lines: TextLine[]): TextLine[] {
  const labelled = lines.filter(({ label, text, seconds }) => label !== null && text !== '' && seconds === null);
  const timed = labelled.filter(({ text }) => leadingTime(text).seconds !== null);
  if (timed.length < 2 || timed.length < labelled.length * 0.7) return lines;
  const changed = new Set(timed);
  return lines.map((line) => {
    if (!changed.has(line)) return line;
    const { seconds, rest } = leadingTime(line.text);
    return { ...line, seconds, text: rest, sure: true };
  });
}

const framed = /^\s*\d\d:\d\d:\d\d[:;]\d\d\s*-\s*\d\d:\d\d:\d\d[:;]\d\d\s*$/;
const timeAlone = new RegExp(`^[[(]?${timePattern}(?: ?(?:-->|[-–—→]) ?${timePattern})?[\\])]?$`);
const timeAndName = new RegExp(
  `^[[(@]?(${timePattern})(?: ?(?:-->|[-–—→]) ?${timePattern})?[\\])]?\\s{0,4}[-–—|:·]?\\s{0,4}(\\p{L}.{0,90})$`,
  'u',
);

/** `Ana Lind at 1:02`. */
const nameAtTime = new RegExp(`^(\\p{L}.{0,80})\\s(?:at|@)\\s[[(]?(${timePattern})[\\])]?:?$`, 'u');

/**
 * Lines where a time stands beside the name, both over the words, or has a line of its own under or over the name, perhaps
 * with a number over all: they are made one line, `Ana Lind  1:02`, where that is how most of the record is written.
 */
function withHeadsOnOneLine(given: string[]): string[] {
  // Programs that cut films count frames: `00:00:03:12 - 00:00:08:02`.
  const lines = given.map((line) =>
    framed.test(line) ? line.replace(/(?<=\d\d:\d\d:\d\d)[:;]\d\d(?!\d)/g, '') : line,
  );
  const heads: { from: number; to: number; line: string }[] = [];
  let blocks = 0;
  // What a program adds between the words has no head: "ACTION ITEM: Ask the ministry - WATCH: https://…".
  const isAdded = (line: string) =>
    (/\p{L}/u.test(line) && asideOf(line.trim()) !== null) || /^[A-Z]{3,20}(?: [A-Z]{2,20})?: /.test(line);
  const nameBeside = (at: number) => {
    const line = (lines[at] ?? '').trim().replaceAll('**', '');
    const [, time, written] = timeAndName.exec(line) ?? [];
    const [, over, after] = time === undefined ? (nameAtTime.exec(line) ?? []) : [];
    const name = (written ?? over)?.replace(/:$/, '').trim() ?? '';
    return !/\d{1,2}:\d\d$/.test(name) && isName(name) ? { name, time: (time ?? after)! } : null;
  };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const beside = nameBeside(index);
    // The words stand under it, or under a blank line.
    const under = (lines[index + 1] ?? '').trim() === '' ? index + 2 : index + 1;
    if (beside && (lines[under] ?? '').trim() !== '' && leadingTime(lines[under]!.trim()).seconds === null) {
      heads.push({ from: index, to: index, line: `${beside.name}  ${beside.time}` });
      blocks += 1;
      continue;
    }
    if ((lines[index - 1] ?? '').trim() !== '') continue;
    if ((index > 1 && heads.at(-1)?.to === index - 2) || isAdded(line)) continue;
    blocks += 1;
    const from = /^\d{1,5}$/.test(line.trim()) ? index + 1 : index;
    const [first, second, words] = [0, 1, 2].map((offset) =>
      (lines[from + offset] ?? '').trim().replaceAll('**', ''),
    ) as [string, string, string];

    const [time, over] = timeAlone.test(first) ? [first, second] : [second, first];
    if (words !== '' && timeAlone.test(time) && over.length <= 80 && isName(over))
      heads.push({ from: index, to: from + 1, line: `${over}  ${time}` });
  }
  if (heads.length < 3 || heads.length < blocks / 2) return lines;
  const joined = [...lines];
  for (const { from, to, line } of heads) {
    joined.fill('', from, to);
    joined[to] = line;
  }
  return joined;
}
