/** Which lines of a plain transcript begin with who speaks, judged over the whole record, and which are nobody's. */
import { isCommon, isHandle, looksLikeName, trustedLabels } from './labels.ts';
import { isCrowd, withStyledLabels } from './label-styles.ts';
import { withHeadingsOfBusiness } from './headings-of-business.ts';
import { hasSmallWord, namesOver, nameOver, titledAlone, type NamesOver } from './names-over.ts';
import { asidesOf, isTitleAgain, running, withoutLabelledTitle } from './asides.ts';
import { noteHead } from './preamble.ts';
import { leadingTime, textLines, unlabelled, type TextLine } from './text-lines.ts';
import { namesNobody } from './turns.ts';

export interface SpokenLine {
  /** Who speaks from here on; null where nobody new does. */
  label: string | null;
  /** As the record has it, where that would name nobody. */
  writtenAs?: string;
  /** The label stands where one would, but may be none: whoever speaks is unknown. */
  isUntrusted?: boolean;
  text: string;
  /** The line as it stands, its label too. */
  whole: string;
  seconds: number | null;
  spokenIn?: string;
  /** A blank line stands before it. */
  opens: boolean;
  /** Counted from 1. */
  number: number;
  /** Why the line is nobody's speech, where it is none. */
  aside?: string;
  /** A heading after which nobody is known to speak. */
  endsSpeech?: boolean;
  isBullet: boolean;
}

/** Lines that are not blank, in order. `everyLabel`: the layout is known, so whatever could name somebody at the start of a paragraph does. */
export function spokenLines(text: string, everyLabel = false): SpokenLine[] {
  const plain = withHeadings(withoutLabelledTitle(textLines(text)));
  const title = plain[0]?.line.label === null ? plain[0].line : null;
  const lines = withoutAnswered(withStyledLabels(plain.map(({ line }) => line))).map((line) => withoutNoteHead(line));
  const why = asidesOf(lines).map(
    (aside, at) => plain[at]!.aside ?? aside ?? (title && at > 0 && isTitleAgain(lines[at]!, title) ? running : null),
  );
  const spoken = lines.filter(
    (line, at) => why[at] === null && (line.text !== '' || line.label !== null || line.heading === undefined),
  );
  const isTrusted = trustIn(spoken, lines);
  if (everyLabel)
    for (const { label, opens } of spoken)
      if (label !== null && opens && looksLikeName(label)) isTrusted.labels.add(label);
  const read = lines.map((line, at): SpokenLine => ({
    ...readTrusted(line, lines[at - 1], isTrusted),
    ...(why[at] !== null && {
      aside: why[at]!,
      label: null,
      text: line.whole,
      seconds: line.heading === undefined ? null : line.seconds,
    }),
  }));
  return withSpeakerOfHouse(withHeadingsOfBusiness(withUntrusted(read, lines)));
}

/** In a house that is spoken to as "Mr Speaker", `SPEAKER:` is who holds the chair, and no voice without a name. */
function withSpeakerOfHouse(lines: SpokenLine[]): SpokenLine[] {
  const isBare = (label: string | null) => /^speaker$/i.test(label ?? '');
  if (!lines.some(({ label }) => isBare(label))) return lines;
  const isHouse = lines.some(({ label, text }) => inHouse.test(label ?? '') || spokenTo.test(text));
  return isHouse
    ? lines.map((line) => (isBare(line.label) ? { ...line, label: `The ${line.label}`, writtenAs: line.label! } : line))
    : lines;
}

const inHouse = /\b(?:deputy|assistant|acting|temporary) speaker\b/iu;
const spokenTo = /\b(?:Mr|Madam|Madame|Mister)\.? Speaker\b/u;

/** In a mail `>>` stands before what was written before what `>` stands before, and no other voice begins. */
function withoutAnswered(lines: TextLine[]): TextLine[] {
  if (!lines.some(({ whole }) => /^>(?!>)/.test(whole))) return lines;
  return lines.map((line) => (line.whole.startsWith('>>') ? unlabelled(line) : line));
}

/** "Action items: …" is of notes, and nobody's name. */
function withoutNoteHead(line: TextLine): TextLine {
  const isHead =
    line.label !== null && line.heading === undefined && line.seconds === null && noteHead(line.label) !== null;
  return isHead ? unlabelled(line) : line;
}

interface Trust {
  labels: Set<string>;
  over: NamesOver;
  inCapitals: boolean;
  timesBeside: boolean;
}

function trustIn(spoken: TextLine[], lines: TextLine[]): Trust {
  const labelsOf = (some: TextLine[]) => some.flatMap((line) => line.label ?? []);
  const labels = trustedLabels(labelsOf(spoken), spoken.length);
  // Where only some lines start with a time, those do that somebody starts to speak in.
  const timed = spoken.filter((line) => line.seconds !== null);
  if (timed.length > 4) for (const label of trustedLabels(labelsOf(timed), timed.length)) labels.add(label);
  // `R2` of an interview with `R1`.
  const codes = new Set([...labels].flatMap((label) => /^(\p{Lu}{1,3})\d{1,2}$/u.exec(label)?.[1] ?? []));
  for (const label of labelsOf(spoken))
    if (codes.has(/^(\p{Lu}{1,3})\d{1,2}$/u.exec(label)?.[1] ?? '')) labels.add(label);
  if (![...labels].some((label) => !namesNobody(label))) for (const label of panel(spoken)) labels.add(label);
  const beside = spoken.filter((line) => line.sure && line.seconds !== null && line.label !== null);
  return {
    labels,
    over: titledAlone(namesOver(lines, labels.size > 0 ? 3 : 2), labels),
    inCapitals: areInCapitals(labelsOf(spoken)),
    timesBeside: beside.length > 3 && beside.length > labelsOf(spoken).length * 0.7,
  };
}

/**
 * People who each speak once: full names at the start of paragraphs, or of nearly all lines, of which no word stands in small
 * letters anywhere. Two are enough where every line has one, and a sentence behind it.
 */
function panel(lines: TextLine[]): string[] {
  const first = lines.findIndex((line) => line.opens && isFullName(line.label));
  if (first < 0 || first > 8) return [];
  const rest = lines.slice(first);
  const named = rest.filter(({ label }) => isFullName(label));
  const starts = named.length > rest.length * 0.6 ? named : named.filter(({ opens }) => opens);
  const isWhole = named.length === rest.length && rest.every(({ text }) => /[.?!…]["”’)]?$/u.test(text));
  if (starts.length < (isWhole ? 2 : 3)) return [];
  const names = starts.map(({ label }) => label!);
  return names.every((name) => !hasSmallWord(name, lines)) ? names : [];
}

function isFullName(label: string | null): label is string {
  return label !== null && /\S\s\S/.test(label.replace(/\([^()]*\)/g, '')) && looksLikeName(label);
}

function readTrusted(line: TextLine, before: TextLine | undefined, trust: Trust): SpokenLine {
  const { label, sure, whole, text, seconds, opens, number, spokenIn } = line;
  const isBullet = /^[-*•–]\s/.test(whole);
  const rest = { seconds, opens, number, isBullet, whole, ...(spokenIn !== undefined && { spokenIn }) };
  if (line.heading !== undefined || line.isStyled) return { ...rest, label, text };
  // Where names stand in capitals, one is a name though it stands there once; but not where a sentence runs on.
  const isNext =
    trust.inCapitals &&
    label !== null &&
    isInCapitals(label) &&
    (opens || /[.?!…)\]"”—-]$/u.test(before?.whole ?? '.'));
  if (
    label !== null &&
    (trust.labels.has(label) || isNext || (sure && (looksLikeName(label) || namesNobody(label) || isHandle(label))))
  )
    return { ...rest, label, text };
  // Where names have times beside them, what has one is where somebody starts, though the name cannot be told; "At 10:30: …" is not.
  if (
    trust.timesBeside &&
    sure &&
    seconds !== null &&
    label !== null &&
    (isHandle(label.split(' ')[0]!) || isNumbered(label))
  )
    return { ...rest, label, isUntrusted: true, text };
  if (trust.over.names.has(line)) return { ...rest, label: nameOver(whole), text: '' };
  if (trust.over.unsure.has(line)) return { ...rest, label: nameOver(whole), isUntrusted: true, text: '' };
  const leading = leadingTime(whole);
  return { opens, number, isBullet, whole, label: null, text: leading.rest, seconds: leading.seconds };
}

/** "Meeting Room 4". */
function isNumbered(label: string): boolean {
  return /^\p{Lu}\S*(?: \p{Lu}\S*){0,3} \d{1,4}$/u.test(label);
}

/**
 * Where most paragraphs carry a label, one that is not trusted is somebody's all the same, and not of the speaker before:
 * one seen once, a handle, one in small letters. Where nearly all do, so is "Note".
 */
function withUntrusted(read: SpokenLine[], lines: TextLine[]): SpokenLine[] {
  const trusted = read.filter((line) => line.label !== null);
  const isLinewise = trusted.filter(({ opens }) => !opens).length > trusted.length * 0.6;
  /** Where a label would stand, though none is trusted there. */
  const candidate = (at: number) => {
    const [line, { label, heading }] = [read[at]!, lines[at]!];
    const hasEnded = /[.?!…)\]"”—–-]$/u.test(lines[at - 1]?.whole ?? '.');
    const isFree =
      line.label === null &&
      line.aside === undefined &&
      heading === undefined &&
      (line.opens || (isLinewise && hasEnded));
    return isFree ? label : null;
  };
  const counts = new Map<string, number>();
  for (const at of read.keys()) counts.set(candidate(at) ?? '', (counts.get(candidate(at) ?? '') ?? 0) + 1);
  // An interviewer `I` may begin, and so may a chair who speaks once, in a sentence.
  const first = read.findIndex(
    (line, at) =>
      line.label !== null ||
      (candidate(at) !== null &&
        couldName(candidate(at)!) &&
        (counts.get(candidate(at)!)! > 1 || /[.?!]$/.test(lines[at]!.text))),
  );
  if (first < 0 || trusted.length < 2) return read;
  const paragraphs = [...read.keys()].filter((at) => {
    const line = read[at]!;
    // The words under a name of its own are labelled by it.
    if (at > 0 && line.label === null && lines[at - 1]!.label !== null && lines[at - 1]!.text === '') return false;
    return at >= first && line.aside === undefined && (line.opens || line.label !== null || isLinewise);
  });
  const labelled = paragraphs.filter((at) => read[at]!.label !== null || couldName(candidate(at) ?? ''));
  const share = labelled.length / paragraphs.length;
  if (share <= 0.5) return read;
  // "Note: …" is somebody else's only where every paragraph begins so.
  const isEvery =
    paragraphs.length > 7 &&
    paragraphs.filter((at) => read[at]!.label !== null || candidate(at) !== null).length > paragraphs.length * 0.95;
  return read.map((line, at) => {
    const label = at < first ? null : candidate(at);
    if (label === null) return line;
    const { text } = lines[at]!;
    const isShort = label.split(/\s+/).length <= (isEvery ? 6 : 2);
    if ((!isEvery || lines[at]!.seconds !== null) && isCommon(label) && !initial.test(label)) return line;
    if (!couldName(label) && !isShort) return line;
    return { ...line, label, isUntrusted: true, text, seconds: lines[at]!.seconds };
  });
}

/** A name, a handle, a name with a party, `I` and `P1` of an interview. */
function couldName(label: string): boolean {
  if (label === '') return false;
  return (
    looksLikeName(label) ||
    initial.test(label) ||
    isCrowd(label) ||
    isNamePlusOffice(label) ||
    (isHandle(label) && !/\s/.test(label)) ||
    (/[(@|]/.test(label) && /^[\p{Lu}@]/u.test(label))
  );
}

/** "Ministr dopravy Petr Klen", "NAGY ÉVA tengerészeti miniszter": two words of a name beside an office in small letters. */
function isNamePlusOffice(label: string): boolean {
  const words = label
    .replace(/\([^()]*\)/g, '')
    .trim()
    .split(/\s+/);
  const capitals = words.map((word) => /^\p{Lu}[\p{L}.'’-]+$/u.test(word));
  const isPair = capitals.some((isCapital, at) => isCapital && capitals[at + 1]);
  return words.length < 8 && capitals[0]! && isPair && !words.some((word) => isCommon(word));
}

const initial = /^\p{Lu}\d{0,3}$/u;

/**
 * Of Markdown headings those that name who speaks. After another of their depth nobody is known to; one inside a speech,
 * as all are where none is a name, is left out.
 */
function withHeadings(lines: TextLine[]): { line: TextLine; aside: string | null }[] {
  const headings = lines.filter(({ heading }) => heading !== undefined);
  const names = namesIn(headings.flatMap(({ label }) => label ?? []));
  if (names.size === 0)
    for (const name of [...timedNames(headings), ...boldNames(headings, lines), ...panelNames(headings, lines)])
      names.add(name);
  const isName = (line: TextLine) => line.heading !== undefined && names.has(line.label ?? '');
  const depth = Math.min(...lines.filter(isName).map(({ heading }) => heading!));
  const first = lines.findIndex(isName);
  return lines.map((line, index) => {
    if (line.heading === undefined || isName(line)) return { line, aside: null };
    const isNext = first >= 0 && index > first && line.heading <= depth;
    return isNext
      ? { line: { ...line, label: 'Unknown speaker' }, aside: null }
      : { line: { ...line, label: null }, aside: 'headings' };
  });
}

/** Names in bold letters over the words, one of which recurs, and none of which is of a thing. */
function boldNames(headings: TextLine[], lines: TextLine[]): string[] {
  const names = headings.flatMap(({ heading, label }) => (heading === 7 ? (label ?? []) : []));
  if (names.length < 3 || new Set(names).size === names.length) return [];
  return names.some((name) => hasSmallWord(name, lines)) ? [] : names;
}

/** Names of people in headings of one depth, nearly all of which are, and one of whom speaks again. */
function panelNames(headings: TextLine[], lines: TextLine[]): string[] {
  for (const same of Map.groupBy(headings, ({ heading }) => heading).values()) {
    const names = same.flatMap(({ label }) => (label !== null && isFullName(label) ? [label] : []));
    const people = new Set(names.filter((name) => !hasSmallWord(name, lines)));
    if (people.size > 1 && names.length > people.size && names.every((name) => people.has(name)))
      if (names.length >= 3 && names.length >= same.length * 0.75) return names;
  }
  return [];
}

/** Names of headings that nearly all have a name and a time. */
function timedNames(headings: TextLine[]): string[] {
  const timed = headings.filter(({ label, seconds }) => label !== null && seconds !== null);
  return timed.length > 1 && timed.length >= headings.length * 0.6 ? timed.map(({ label }) => label!) : [];
}

/**
 * Of names in headings, those to trust: where two of them recur and most are of those that do, all; else none. "Next
 * steps" does not recur.
 */
function namesIn(names: string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const recurring = [...counts.values()].filter((count) => count > 1);
  const most = recurring.reduce((sum, count) => sum + count, 0) > names.length / 2;
  return new Set(recurring.length > 1 && most ? counts.keys() : []);
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
