/** From the cues of captions, whatever they are written in, to turns. */
import type { Speaker, Turn, Problem } from '../../session.ts';
import type { LeftOut } from './format.ts';
import { couldBeLabel, isHandle, looksLikeName, readLabel, trustedLabels } from './labels.ts';
import { voiceOf } from './recogniser-output.ts';
import { decodeEntities } from './safe-text.ts';
import { withoutSounds } from './sounds.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns, namesNobody } from './turns.ts';

export interface Cue {
  /** Seconds from the start of the recording; null where the time could not be read. */
  seconds: number | null;
  end: number | null;
  /** Who speaks, where the cue says so beside its words. */
  voice?: string;
  /** Where the file says that the words are a translation, of what language. */
  spokenIn?: string;
  /** As in the file, tags and entities included. */
  lines: string[];
  /** Of the first of `lines`, counted from 1. */
  line: number;
}

export interface Spoken {
  turns: Turn[];
  speakers: Speaker[];
}

/**
 * `rolling`: the cues repeat the line before, as automatic captions of video sites do; the words are read once. Cues that
 * are but the mark of a sound are left out.
 */
export function readCues(cues: Cue[]): {
  spoken: Spoken;
  problems: Problem[];
  rolling: boolean;
  leftOut: LeftOut[];
} {
  const plain: PlainCue[] = cues.map((cue) => ({ ...cue, lines: voiceLines(cue) }));
  const rolling = isRolling(plain);
  const leftOut: LeftOut[] = rolling ? dropRepeats(plain) : [];
  for (const cue of plain) {
    cue.lines = cue.lines.filter(({ text }) => {
      const { said, sounds } = withoutSounds(text);
      if (said === '') leftOut.push({ line: cue.line, text: sounds, why: 'marks of sounds' });
      return said !== '';
    });
  }
  const { problems, ...spoken } = gatherTurns(utterances(plain));
  if (spoken.turns.length === 0) problems.push({ line: null, message: 'The cues hold no words' });
  return { spoken, problems, rolling, leftOut };
}

/** Whether the line is meant for the times of a cue, however badly they are written; words may hold `-->` too. */
export function isTimingLine(line: string): boolean {
  return (
    /^\s*(?:\S{0,20}\d\S{0,20}[:.,]\S{0,20}\s*)?-->\s*\S{0,20}\d/.test(line) ||
    /^\s*\S{0,20}\d[:.,]\S{0,20}\s*-->/.test(line)
  );
}

interface PlainCue extends Omit<Cue, 'lines'> {
  lines: VoiceLine[];
}

interface VoiceLine {
  /** Of a `<v Name>` tag; undefined where there is none. */
  voice: string | undefined;
  text: string;
}

function* utterances(cues: PlainCue[]): Generator<Utterance> {
  const tagged = cues.some((cue) => cue.lines.some((line) => line.voice !== undefined));
  const lines = tagged ? [] : cues.flatMap((cue) => cue.lines);
  const inBrackets = namesInBrackets(cues, tagged);
  const over = namesOverWords(cues, tagged);
  const labelOf = (text: string) =>
    readLabel(text) ?? bracketed(text, inBrackets) ?? (over.has(text) ? { label: text, rest: '' } : null);
  const candidates = lines.flatMap((line) => labelOf(withoutMark(line.text))?.label ?? []);
  const spoken = cues.filter((cue) => cue.lines.length > 0).length;
  const cuesWithLabel = tagged
    ? 0
    : cues.filter(
        (cue) => cue.lines[0] && (labelOf(withoutMark(cue.lines[0].text)) || telephone.test(cue.lines[0].text)),
      ).length;
  const trusted = trustedLabels(candidates, Math.max(1, spoken + candidates.length - cuesWithLabel));
  // Where every cue starts with who speaks, so does one of somebody who speaks once: `okf: Yes.`
  const everywhere = cuesWithLabel > spoken * 0.75;
  for (const {
    lines: [first],
  } of everywhere ? cues : []) {
    const label = first && labelOf(withoutMark(first.text))?.label;
    if (label && (isHandle(label) || (cuesWithLabel > spoken * 0.95 && label.split(/\s+/).length <= 4)))
      trusted.add(label);
  }
  for (const name of fullNames(cues, labelOf)) trusted.add(name);
  // After the mark of a stenographer, capitals are a name though they stand there once.
  for (const line of lines) {
    const label = line.text.startsWith('>>') ? readLabel(withoutMark(line.text))?.label : undefined;
    if (label !== undefined && label === label.toUpperCase() && looksLikeName(label)) trusted.add(label);
  }
  // Where every cue is labelled, one without a label is nobody's; otherwise labels stand at changes only.
  const always = tagged || everywhere;
  let who: Pick<Utterance, 'speaker' | 'label'> = { speaker: null };
  // Video sites put a dash and a blank where another starts to speak, also where that one is alone.
  const dashed = cues.filter((cue) => /^[-–—]\s\S/.test(cue.lines[0]?.text ?? '')).length > 2;
  for (const cue of cues) {
    const dashes = cue.lines.length > 1 && cue.lines.every((line) => /^[-–—]\s*\S/.test(line.text));
    let first = true;
    let untimed = true;
    for (const line of cue.lines) {
      const isDash = dashes || (dashed && /^[-–—]\s\S/.test(line.text));
      const marked = /^(?:>>|»)/.test(line.text) || isDash;
      const text = isDash ? line.text.replace(/^[-–—]\s*/, '') : withoutMark(line.text);
      const labelled = line.voice === undefined ? labelOf(text) : null;
      const named = labelled !== null && trusted.has(labelled.label);
      const before = who;
      if (named) who = { speaker: labelled.label };
      else if (line.voice !== undefined) who = voiceOf(line.voice);
      else if (telephone.test(text) || marked || (always && first)) who = { speaker: null };
      const isOther = who.speaker !== before.speaker || who.label !== before.label;
      // `<v ->` says that another speaks, and not who.
      const isChange = line.voice !== undefined && who.speaker === null && who.label === undefined;
      yield {
        ...who,
        text: named ? labelled.rest : text.replace(telephone, ''),
        seconds: untimed || isOther || marked ? cue.seconds : null,
        line: cue.line,
        ...(cue.spokenIn !== undefined && { spokenIn: cue.spokenIn }),
        newVoice: (marked || telephone.test(text) || isChange) && !named,
      };
      first = false;
      // The name may have a line of its own.
      untimed &&= named && labelled.rest === '';
    }
  }
}

/** Names of two words at the start of cues, though each stand there once: in capitals, or over more than half of the cues. */
function fullNames(cues: PlainCue[], labelOf: (text: string) => { label: string } | null): string[] {
  const first = cues.flatMap(({ lines: [line] }) =>
    line && line.voice === undefined ? [labelOf(withoutMark(line.text))?.label ?? ''] : [],
  );
  const names = first.filter((label) => /\S\s\S/.test(label) && looksLikeName(label));
  const isRule = new Set(names).size > 1 && names.length > first.length / 2;
  return isRule ? names : names.filter((name) => name === name.toUpperCase() && /\p{Lu}{2}/u.test(name));
}

/** `[Ana Lind] words`, or above them: two names of two words that recur, over a quarter of the cues. */
function namesInBrackets(cues: PlainCue[], tagged: boolean): Set<string> {
  const counts = new Map<string, number>();
  const heads = cues.flatMap(({ lines }) =>
    lines.flatMap(({ text }) => bracketHead.exec(withoutMark(text))?.[1] ?? []),
  );
  for (const name of heads)
    if (/\S\s\S/.test(name) && looksLikeName(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const recur = [...counts.values()].some((count) => count > 1);
  const isRule = !tagged && counts.size > 1 && recur && all > cues.length / 4 && all > heads.length * 0.7;
  return new Set(isRule ? counts.keys() : []);
}

/** A name alone on the first line of nearly every cue, as older transcripts of Teams have it: two names, one of which recurs. */
function namesOverWords(cues: PlainCue[], tagged: boolean): Set<string> {
  const spoken = cues.filter(({ lines }) => lines.length > 0);
  const heads = spoken.flatMap(({ lines: [line, ...words] }) =>
    line !== undefined && words.length > 0 && isNameAlone(line.text) ? [line.text] : [],
  );
  const names = new Set(heads);
  const isRule = !tagged && names.size > 1 && names.size < heads.length && heads.length > spoken.length * 0.8;
  return isRule ? names : new Set();
}

function isNameAlone(text: string): boolean {
  const isName = (/\S\s\S/.test(text) && looksLikeName(text)) || namesNobody(text);
  return isName && text.length <= 60 && couldBeLabel(text) && !/[.,;:]$/.test(text);
}

const bracketHead = /^[[(]([^[\]():]{3,60})[\])]:?(?:\s|$)/;

function bracketed(text: string, names: Set<string>): { label: string; rest: string } | null {
  const match = bracketHead.exec(text);
  return match && names.has(match[1]!) ? { label: match[1]!, rest: text.slice(match[0].length) } : null;
}

/** Who calls in is shown by a number, parts of it hidden. */
const telephone = /^\+?\d[\d*() -]{5,18}[\d*]:\s+/;

function withoutMark(text: string): string {
  return text.replace(/^(?:>{2,}|»)\s*/, '');
}

/** Lines without tags and entities; a voice lasts to its closing tag or the next one. */
function voiceLines({ lines, voice: beside }: Cue): VoiceLine[] {
  const found: VoiceLine[] = [];
  let voice = beside;
  for (const line of lines) {
    let text = '';
    const finish = () => {
      const words = decodeEntities(text).trim();
      if (words !== '') found.push({ voice, text: words });
      text = '';
    };
    for (const part of line.split(/(<[^<>]*>)/)) {
      const opening = /^<v(?:\.[^\s>]*)?\s+([^>]*)>$/.exec(part);
      if (opening) {
        finish();
        voice = decodeEntities(opening[1]!).trim();
      } else if (part === '</v>') {
        finish();
        voice = beside;
      } else if (!isTag(part)) {
        text += part;
      }
    }
    finish();
  }
  return found;
}

function isTag(part: string): boolean {
  return /^<(?:\/?(?:c|i|b|u|s|ruby|rt|lang|font|v)(?:[.\s][^<>]*)?|\d[\d:.,]*)>$/i.test(part);
}

function isRolling(cues: PlainCue[]): boolean {
  let repeats = 0;
  for (const [index, cue] of cues.entries()) if (index > 0 && continues(cues[index - 1]!, cue)) repeats += 1;
  return repeats >= 3 && repeats > cues.length * 0.4;
}

function continues(previous: PlainCue, cue: PlainCue): boolean {
  const last = previous.lines.at(-1)?.text;
  const first = cue.lines[0]?.text;
  const touches = previous.end === null || cue.seconds === null || cue.seconds - previous.end < 1;
  return touches && last !== undefined && first !== undefined && (first === last || first.startsWith(`${last} `));
}

/** In rolling captions: drops from each cue what the one before has shown, which is said once. */
function dropRepeats(cues: PlainCue[]): LeftOut[] {
  const dropped: LeftOut[] = [];
  let shown: VoiceLine[] = [];
  for (const cue of cues) {
    const all = cue.lines;
    let from = 0;
    while (from < all.length && shown.some((line) => line.text === all[from]!.text)) from += 1;
    for (const { text } of all.slice(0, from)) dropped.push({ line: cue.line, text, why: null });
    const rest = all.slice(from);
    const last = shown.at(-1)?.text;
    if (rest[0] && last !== undefined && rest[0].text.startsWith(`${last} `)) {
      dropped.push({ line: cue.line, text: last, why: null });
      rest[0] = { ...rest[0], text: rest[0].text.slice(last.length + 1) };
    }
    cue.lines = rest;
    if (all.length > 0) shown = all;
  }
  return dropped;
}
