/**
 * Plain transcripts: `Name: text`, with or without times (`[1:02] Name: text`, `**Name** [1:02] text`),
 * headings over the words (Otter's `Name  1:02`, `SPEAKER_01` of diarised Whisper), or words alone.
 */
import { readTime, timePattern } from '../../words/timestamp.ts';
import type { Format, Parsed, Source } from './format.ts';
import { couldBeLabel, isHandle, looksLikeName, readLabel, trustedLabels, withoutTime } from './labels.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import { decodeEntities, withoutEscapes } from './safe-text.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns, namesNobody } from './turns.ts';
import type { Problem } from '../../session.ts';

export const plainText: Format = {
  name: 'plain text',
  example: 'Ana Lind: We begin.\nBen Sen: Yes.\nAna Lind: With the boats.',
  recognise({ text }) {
    const head = text.length > 60_000 ? text.slice(0, text.lastIndexOf('\n', 60_000) + 1 || 60_000) : text;
    if (/^\s*(?:<[!/a-z]|\{|\[\s*[[{"]|WEBVTT|%PDF)/i.test(head)) return 0;
    const lines = readLines(head);
    const labelled = lines.filter((line) => line.label !== null).length;
    if (labelled > 0) return Math.min(0.6, 0.4 + labelled / lines.length / 5);
    if (lines.filter((line) => line.seconds !== null).length > lines.length / 2) return 0.4;
    return isProse(head) ? 0.1 : 0;
  },
  parse,
};

function parse(source: Source): Parsed {
  const lines = readLines(source.text);
  const named = lines.some((line) => line.label !== null);
  const { facts, body, leftOut } = splitPreamble(lines, named);
  const timed = body.some((line) => line.seconds !== null);
  const { turns, speakers, problems } = gatherTurns(utterances(body, named || timed));
  if (turns.length === 0)
    return { sessions: [], problems: [{ line: null, message: `${source.name}: holds no words that somebody said` }] };
  const heading = /^# +([^\n]*)/.exec(source.text.slice(0, 2000).trimStart())?.[1]!.replaceAll('**', '').trim() ?? '';
  const title = heading !== '' && speakers.every(({ name }) => name !== heading) ? heading : facts.title;
  return {
    sessions: [
      sessionDraft(source, {
        kind: 'transcript',
        turns,
        speakers,
        ...facts,
        title: title.slice(0, 300),
        date: facts.date ?? dayIn(title),
      }),
    ],
    problems: [...leftOut, ...problems],
  };
}

interface Line {
  /** Trusted to name a speaker; null where there is none. */
  label: string | null;
  text: string;
  seconds: number | null;
  /** A blank line stands before it. */
  opens: boolean;
  /** Counted from 1. */
  number: number;
}

function* utterances(lines: Line[], paragraphsRunOn: boolean): Generator<Utterance> {
  let speaker: string | null = null;
  let seconds: number | null = null;
  let wasEvent = false;
  const timed = lines.filter((line) => line.seconds !== null);
  const everyTimeNames = timed.length > 9 && timed.filter((line) => line.label !== null).length > timed.length * 0.7;
  for (const [index, line] of lines.entries()) {
    if (line.label !== null) speaker = line.label;
    else if (paragraphsRunOn && line.opens && sectionLine.test(line.text) && lines[index + 1]?.label) continue;
    else if (line.opens && told.test(line.text)) {
      yield { speaker: null, text: line.text, seconds: line.seconds, line: line.number, newVoice: true };
      continue;
    } else if (everyTimeNames && line.seconds !== null) {
      // Where each time has a name beside it, one whose name cannot be told is nobody's rather than the last one's.
      speaker = null;
    } else if (wasEvent && speaker !== null && /^(?:audience|attendees?|crowd)\b/i.test(speaker)) {
      // After the applause for a question from the audience it is not the audience that goes on.
      speaker = null;
    }
    wasEvent = /^[[(][^\])]{1,60}[\])]$/.test(line.text);
    seconds = line.seconds ?? seconds;
    // Where neither names nor times part the voices, a new paragraph may be another's.
    yield {
      speaker,
      text: line.text,
      seconds,
      line: line.number,
      newVoice: (line.opens && !paragraphsRunOn) || (everyTimeNames && speaker === null && line.seconds !== null),
    };
    if (line.text !== '') seconds = null;
  }
}

/** "2. Tails" right over a label is the heading of what follows. */
const sectionLine = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s\s?\p{Lu}[^.?!,;:…]{1,100}$/u;

/** What a record itself tells of a meeting: the secretariat's words, and no speaker's. */
const told =
  /^(?:It was so decided|The (?:meeting|sitting|session|hearing) (?:rose|was (?:called to order|suspended|resumed|adjourned|closed)|adjourned|resumed)|A vote was taken|The agenda was adopted)\b.{0,60}\.$/;

/** Lines that are not blank, each with its label where that is trusted over the whole text. */
function readLines(text: string): Line[] {
  const all = candidateLines(text);
  const plain = withoutOtherHeadings(all);
  const candidates = hasDashes(plain) ? plain.map((line) => ({ ...line, ...readDashed(line) })) : plain;
  const spoken = candidates.filter((line) => line.text !== '' || line.label !== null);
  const trusted = trustedLabels(
    spoken.flatMap((line) => line.label ?? []),
    spoken.length,
  );
  // Where only some lines start with a time, those do that somebody starts to speak in.
  const timed = spoken.filter((line) => line.seconds !== null);
  if (timed.length > 4)
    for (const label of trustedLabels(
      timed.flatMap((line) => line.label ?? []),
      timed.length,
    ))
      trusted.add(label);
  const beside = spoken.filter((line) => line.sure && line.seconds !== null && line.label !== null);
  const timesBeside = beside.length > 3 && beside.length > spoken.filter((line) => line.label !== null).length * 0.7;
  const headings = trustedHeadings(candidates);
  const inCapitals = areInCapitals(spoken.flatMap((line) => line.label ?? []));
  return candidates.map(({ label, sure, whole, text: rest, seconds, opens, number, heading, isDashed }, index) => {
    if (heading !== undefined || isDashed) return { label, text: rest, seconds, opens, number };
    // Where names stand in capitals, one is a name though it stands there once; but not where a sentence runs on.
    const isNext =
      inCapitals &&
      label !== null &&
      isInCapitals(label) &&
      (opens || /[.?!…)\]"”—-]$/u.test(candidates[index - 1]?.whole ?? '.'));
    if (
      label !== null &&
      (trusted.has(label) || isNext || (sure && (looksLikeName(label) || namesNobody(label) || isHandle(label))))
    )
      return { label, text: rest, seconds, opens, number };
    // Where names have times beside them, what has one is where somebody starts, though the name cannot be told; "At 10:30: …" is not.
    if (timesBeside && sure && seconds !== null && label !== null && isHandle(label.split(' ')[0]!))
      return { label: 'Unknown speaker', text: rest, seconds, opens, number };
    if (headings.has(whole)) return { label: whole, text: '', seconds, opens, number };
    const leading = leadingTime(whole);
    return { label: null, text: leading.rest, seconds: leading.seconds, opens, number };
  });
}

/**
 * Of names that stand over words or before dashes, those to trust: where two of them recur and most are of those that do,
 * all; else none. "Next steps" and "Boats – a history" do not recur.
 */
function namesIn(names: string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const recurring = [...counts.values()].filter((count) => count > 1);
  const most = recurring.reduce((sum, count) => sum + count, 0) > names.length / 2;
  return new Set(recurring.length > 1 && most ? counts.keys() : []);
}

/** Of headings those that name who speaks. After another of their depth nobody is known to; one inside a speech, as all are where none is a name, is left out. */
function withoutOtherHeadings(lines: CandidateLine[]): CandidateLine[] {
  const names = namesIn(lines.flatMap(({ heading, label }) => (heading === undefined ? [] : (label ?? []))));
  const isName = (line: CandidateLine) => line.heading !== undefined && names.has(line.label ?? '');
  const depth = Math.min(...lines.filter(isName).map(({ heading }) => heading!));
  const first = lines.findIndex(isName);
  return lines.flatMap((line, index) => {
    if (line.heading === undefined || isName(line)) return [line];
    return first >= 0 && index > first && line.heading <= depth ? [{ ...line, label: 'Unknown speaker' }] : [];
  });
}

/** `## Ana Lind`, `### **Ana Lind** (1:02)`, `## 1:02 Ana Lind`: no label where it could be no name. */
function readHeading(heading: string): Pick<Line, 'label' | 'seconds'> {
  const leading = leadingTime(heading.slice(0, 120).replaceAll('**', ''));
  const { label, seconds } = withoutTime(leading.rest.replace(/:$/, ''));
  return {
    label: couldBeLabel(label) && (looksLikeName(label) || namesNobody(label)) ? label : null,
    seconds: seconds ?? leading.seconds,
  };
}

const nameAndDash = /^(\p{L}[^:!?–—]{1,60}?)\s{1,3}(?:-{1,2}|[–—])\s+(?=\S)/u;

/** `Ana Lind – words` on nearly every line, of people who speak again and again. */
function hasDashes(lines: CandidateLine[]): boolean {
  if (lines.some((line) => line.sure || line.heading !== undefined)) return false;
  const dashed = lines.flatMap((line) => readDashed(line)?.label ?? []);
  const first = lines.findIndex((line) => readDashed(line) !== null);
  // "Ana Lind - Kelp Bay: words" has its name before the colon.
  const inColons = trustedLabels(
    lines.flatMap(({ label }) => label ?? []),
    lines.length * 2,
  );
  return (
    dashed.length > 3 &&
    inColons.size === 0 &&
    dashed.length > lines.slice(first).filter((line) => line.opens || readDashed(line)).length * 0.7 &&
    namesIn(dashed).size > 0
  );
}

function readDashed({ whole }: CandidateLine): (Pick<CandidateLine, 'label' | 'text'> & { isDashed: true }) | null {
  const { rest } = leadingTime(whole);
  const match = nameAndDash.exec(rest.slice(0, 100));
  const label = match?.[1]!.trim() ?? '';
  return match && couldBeLabel(label) && (looksLikeName(label) || namesNobody(label))
    ? { label, text: rest.slice(match[0].length), isDashed: true }
    : null;
}

function areInCapitals(labels: string[]): boolean {
  const names = labels.filter(isInCapitals);
  return new Set(names).size > 1 && names.length > labels.length * 0.6;
}

function isInCapitals(label: string): boolean {
  return (
    /^[\p{Lu}\s.'’&/-]+$/u.test(label) &&
    /\p{Lu}{3}/u.test(label) &&
    /[AEIOUY]|[^\x00-\x7F]/.test(label) &&
    looksLikeName(label)
  );
}

interface CandidateLine extends Line {
  /** Its form leaves no doubt: bold, or with a time beside it. */
  sure: boolean;
  whole: string;
  indented: boolean;
  /** Depth of a Markdown heading; its label is what could be a name. */
  heading?: number;
  /** A dash parts the name from the words. */
  isDashed?: boolean;
}

function candidateLines(text: string): CandidateLine[] {
  const found: CandidateLine[] = [];
  let opens = true;
  for (const [index, raw] of withTimesBeside(text.split('\n')).entries()) {
    const whole = decodeEntities(withoutEscapes(raw.trim()));
    const heading = /^(#{1,6})\s+(\S.*)$/s.exec(whole);
    if (heading) {
      found.push({
        ...readHeading(heading[2]!),
        sure: false,
        text: '',
        whole,
        opens: true,
        number: index + 1,
        indented: false,
        heading: heading[1]!.length,
      });
      opens = true;
      continue;
    }
    // Rules are nobody's words.
    if (
      whole === '' ||
      /^(?:[-=_*]{3,}|#{1,6}|transcribed by https?:\/\/\S+|meeting ended after [\d:]+|\S.{0,60} (?:started|stopped) transcription|this editable transcript was computer generated .*)$/i.test(
        whole,
      )
    ) {
      opens = true;
      continue;
    }
    for (const part of whole.split(memberInside)) {
      found.push({ ...readLine(part), whole: part, opens, number: index + 1, indented: /^\s/.test(raw) });
      opens = false;
    }
  }
  return found;
}

const timeAlone = new RegExp(`^[[(]?${timePattern}(?: ?(?:-->|[-–—]) ?${timePattern})?[\\])]?$`);

/**
 * Lines where a time has a line of its own under or over the name, both over the words, perhaps with a number over all: the
 * two are made one line, `Ana Lind  1:02`, where that is how most of the record is written.
 */
function withTimesBeside(lines: string[]): string[] {
  const heads: { from: number; to: number; line: string }[] = [];
  let blocks = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (lines[index - 1] ?? '').trim() !== '') continue;
    blocks += 1;
    const from = /^\d{1,5}$/.test(line.trim()) ? index + 1 : index;
    const [first, second, words] = [0, 1, 2].map((offset) => (lines[from + offset] ?? '').trim()) as [
      string,
      string,
      string,
    ];
    const [time, name] = timeAlone.test(first) ? [first, second] : [second, first];
    if (
      words === '' ||
      !timeAlone.test(time) ||
      name.length > 80 ||
      !couldBeLabel(name) ||
      !(looksLikeName(name) || namesNobody(name))
    )
      continue;
    heads.push({ from: index, to: from + 1, line: `${name}  ${time}` });
  }
  if (heads.length < 3 || heads.length < blocks / 2) return lines;
  const joined = [...lines];
  for (const { from, to, line } of heads) {
    joined.fill('', from, to);
    joined[to] = line;
  }
  return joined;
}

/** Records of parliaments may print a short interjection in the paragraph of the speech: "Words. MR. SEN.- Hear, hear!" */
const memberInside =
  /(?<=[.?!…)"”–—-])(?<!HON\.)\s+(?=(?:THE |AN? )?(?:HON|MR|MRS|MS|MISS|MADAM|DR|PROF|DEPUTY|ACTING)\.?(?: [\p{Lu}.'’-]{1,30}){0,7} \p{Lu}[\p{Lu}'’-]{1,30}\.\s?[-–—])/u;

function readLine(whole: string): Pick<CandidateLine, 'label' | 'sure' | 'text' | 'seconds'> {
  const leading = leadingTime(whole.replace(/^[-*•]\s+(?=\S)/, ''));
  const bold = /^(?:\*\*|__)([^*\n]{1,100}?)(:?)(?:\*\*|__)(:?)\s*/.exec(leading.rest);
  if (bold) {
    const inside = withoutTime(bold[1]!.trim());
    const after = leadingTime(leading.rest.slice(bold[0].length));
    const seconds = leading.seconds ?? inside.seconds ?? after.seconds;
    const sure = seconds !== null || bold[2] !== '' || bold[3] !== '';
    if (sure && couldBeLabel(inside.label))
      return { label: inside.label, sure, text: after.rest.replace(/^:\s*/, ''), seconds };
  }
  const bracketed = /^[[(]([A-Z]+[ _]\d+)[\])]:?\s+/i.exec(leading.rest);
  if (bracketed && namesNobody(bracketed[1]!)) {
    const after = leadingTime(leading.rest.slice(bracketed[0].length));
    return { label: bracketed[1]!, sure: true, text: after.rest, seconds: leading.seconds ?? after.seconds };
  }
  const pointed = /^<([^<>@:/=]{2,60})>\s+(?=\S)/.exec(leading.rest);
  if (pointed && couldBeLabel(pointed[1]!))
    return { label: pointed[1]!, sure: false, text: leading.rest.slice(pointed[0].length), seconds: leading.seconds };
  // Records of parliaments: "HON. A. LIND.- Words".
  const sitting = /^((?:\p{Lu}[\p{Lu}.'’-]{0,30}\s){0,8}\p{Lu}[\p{Lu}.'’-]{0,30}\p{Lu})\.\s?[-–—]\s?(?=\S)/u.exec(
    leading.rest,
  );
  if (sitting && couldBeLabel(sitting[1]!))
    return { label: sitting[1]!, sure: false, text: leading.rest.slice(sitting[0].length), seconds: leading.seconds };
  // Questions and answers under oath.
  const examined = /^([QA])\.\s+(?=\S)/.exec(leading.rest);
  if (examined)
    return { label: examined[1]!, sure: false, text: leading.rest.slice(examined[0].length), seconds: leading.seconds };
  const labelled = readLabel(leading.rest);
  if (labelled)
    return {
      label: labelled.label,
      sure: labelled.seconds !== null,
      text: labelled.rest,
      seconds: leading.seconds ?? labelled.seconds,
    };
  const beside = timeBeside.exec(leading.rest);
  if (beside && couldBeLabel(beside[1]!.trim()) && looksLikeName(beside[1]!.trim())) {
    return {
      label: beside[1]!.trim(),
      sure: true,
      text: leading.rest.slice(beside[0].length),
      seconds: readTime(beside[2]!),
    };
  }
  if (leading.rest.length <= 120) {
    const timed = withoutTime(leading.rest);
    // "[Ana Lind] 10:02:03", as Zoom saves captions.
    const heading = { ...timed, label: timed.label.replace(/^\[([^[\]]{2,60})\]$/, '$1') };
    const given = heading.seconds ?? leading.seconds;
    if (
      heading.seconds !== null &&
      couldBeLabel(heading.label) &&
      (looksLikeName(heading.label) || namesNobody(heading.label) || isHandle(heading.label))
    )
      return { label: heading.label, sure: true, text: '', seconds: given };
    if (
      /^\[?(?:[A-Z]+[ _]\d+|UNKNOWN(?:[ _]SPEAKER)?)\]?$/i.test(heading.label) &&
      namesNobody(heading.label.replace(/^\[|\]$/g, ''))
    )
      return { label: heading.label.replace(/^\[|\]$/g, ''), sure: true, text: '', seconds: given };
  }
  return { label: null, sure: false, text: leading.rest, seconds: leading.seconds };
}

const timeBeside = new RegExp(
  `^([^[(:\\n]{1,80}?)\\s{0,8}[[(](${timePattern})(?: ?(?:-->|[-–—]) ?${timePattern})?[\\])]\\s*`,
);
const timeFirst = new RegExp(
  `^[[(]?(${timePattern})(?:\\s*(?:-->|[-–—])\\s*${timePattern})?[\\])]?(?=$|[\\s:|–—-])[\\s:|–—-]*`,
);

const secondsFirst = /^[[(](\d{1,6}(?:\.\d{1,3})?)s?\s*(?:-{1,2}>?|–|→)\s*\d{1,6}(?:\.\d{1,3})?s?[\])]:?\s*/;

function leadingTime(text: string): { seconds: number | null; rest: string } {
  const counted = secondsFirst.exec(text);
  if (counted) return { seconds: Number(counted[1]), rest: text.slice(counted[0].length) };
  const match = timeFirst.exec(text);
  const seconds = match ? readTime(match[1]!) : null;
  return seconds === null ? { seconds, rest: text } : { seconds, rest: text.slice(match![0].length) };
}

/** Names that stand alone on a line over the words: they recur, and words follow them. */
function trustedHeadings(lines: CandidateLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (line.label !== null || !line.opens || !next || next.opens) continue;
    if (
      line.whole.length > 80 ||
      /[.,;:!?…]$/.test(line.whole) ||
      !couldBeLabel(line.whole) ||
      !(looksLikeName(line.whole) || isHandle(line.whole))
    )
      continue;
    counts.set(line.whole, (counts.get(line.whole) ?? 0) + (next.indented && !line.indented ? 2 : 1));
  }
  const recurring = [...counts].filter(([, count]) => count >= 3);
  // Where names stand over the words, so does that of somebody who speaks once.
  const isRule = recurring.length > 1 && recurring.reduce((sum, [, count]) => sum + count, 0) >= 8;
  return new Set((isRule ? [...counts] : recurring).map(([heading]) => heading));
}

/**
 * Parts a title, a date and the like from the words spoken. Where speakers are named, what stands before
 * the first of them may be a description or a report, so it is nobody's words.
 */
function splitPreamble(
  lines: Line[],
  named: boolean,
): { facts: { title: string; date: string | null; event: string | null }; body: Line[]; leftOut: Problem[] } {
  const facts = { title: '', date: null as string | null, event: null as string | null };
  const leftOut: Problem[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.label !== null || (!named && (line.seconds !== null || at >= 20))) break;
    const fact = /^(title|session|meeting|date|event)\s*:\s*(.*)$/is.exec(line.text);
    if (fact) {
      const key = fact[1]!.toLowerCase();
      if (key === 'date') facts.date = dayIn(fact[2]!);
      else if (key === 'event') facts.event = fact[2]!.trim() || null;
      else facts.title ||= fact[2]!.trim().replace(/^(["'])(.*)\1$/, '$2');
    } else if (
      /^(?:transcript of file\b.*|(?:summary )?keywords|speakers|attendees|transcript)$/i.test(line.text) ||
      /^(?:(?:summary )?keywords|speakers|attendees)$/i.test(lines[at - 1]?.text ?? '')
    ) {
      continue;
    } else if (named && line.text.length < 60 && dayIn(line.text) !== null && facts.title !== '') {
      facts.date ??= dayIn(line.text);
    } else if (
      isTitle(line, lines[at + 1]) ||
      (named && at === 0 && /transcript\W*$/i.test(line.text) && line.text.length <= 150)
    ) {
      if (facts.title === '') facts.title = line.text;
      facts.date ??= dayIn(line.text);
    } else if (named && line.text === '') {
      continue;
    } else if (named) {
      leftOut.push({ line: line.number, message: 'Words before the first speaker are left out' });
    } else {
      break;
    }
  }
  return { facts, body: lines.slice(at), leftOut: leftOut.slice(0, 1) };
}

function isTitle(line: Line, next: Line | undefined): boolean {
  return (
    line.text.length <= 150 &&
    /\p{L}/u.test(line.text) &&
    !/[.,;:!?…。！？]["”’)]?$/u.test(line.text) &&
    next !== undefined &&
    (next.opens || next.label !== null || next.seconds !== null || (next.text.length < 60 && dayIn(next.text) !== null))
  );
}

/** Whether unlabelled text could be speech: sentences, and none of the signs of a written report. */
function isProse(text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const listed = lines.filter((line) => /^(?:#{1,6}\s|[-*•–]\s|\d+[.)]\s|\||>)/.test(line)).length;
  const report = lines.some(
    (line) =>
      line.length < 80 &&
      /^(?:[\W\d]*)(?:(?:executive |meeting |ai )?summary|quick recap|next steps|key (?:takeaways|points)|action items|minutes|abstract|table of contents)\b[^.]*$/i.test(
        line,
      ),
  );
  const letters = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  const sentences = text.match(/\p{L}["”’)]?[.?!。！？؟](?=\s|$|[^\x00-\x7F])/gu)?.length ?? 0;
  const words = text.match(/\S+/g)?.length ?? 0;
  return !report && listed < lines.length / 4 && letters > text.length * 0.8 && sentences >= Math.max(2, words / 80);
}
