/** WebVTT captions (W3C): as Zoom (`Name: text`), Teams (`<v Name>`), video sites and podcasts write them. */
import { readTime, timePattern } from '../../words/timestamp.ts';
import { captionsOf } from './captions.ts';
import { isTimingLine } from './cues.ts';
import type { Cue } from './cues.ts';
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { mapping, readJson, words } from './json.ts';
import { trackOf } from './interpreted.ts';
import { isDay } from './session-draft.ts';
import type { Problem } from '../../session.ts';

/**
 * Title, date, event, language, track (`interpretation`, `floor`) and address are read from `NOTE` blocks before the first cue, a line each:
 * `NOTE title: Rivers and floods`, `NOTE date: 2025-03-05`; or from the header, where YouTube writes `Language: en`.
 */
export const webVtt: Format = {
  name: 'WebVTT',
  example: 'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana Lind>Hello.</v>',
  recognise: ({ text }) => (/^\s*WEBVTT(?:[ \t\n]|$)/.test(text.slice(0, 200)) ? 1 : 0),
  parse,
};

function parse(source: Source): Parsed {
  const lines = source.text.split('\n');
  const problems: Problem[] = [];
  const cues: Cue[] = [];
  // Heads, notes and styles.
  const leftOut: LeftOut[] = [];
  const facts = new Map<string, string>();
  let at = 0;
  let block: 'header' | 'note' | 'skipped' | null = 'header';
  while (at < lines.length) {
    const line = lines[at]!.trim();
    at += 1;
    if (isTimingLine(line)) {
      leftOut.push({ line: at, text: line, why: null });
      const seconds = startOf(line);
      if (seconds === null)
        problems.push({
          line: at,
          message: `"${line.slice(0, 60)}" is not a time WebVTT knows; its words are kept without a time`,
        });
      const voice = voiceIn(lines[at - 2] ?? '');
      const cue: Cue = { seconds, end: endOf(line), lines: [], line: at + 1, ...(voice !== null && { voice }) };
      while (at < lines.length && !endsCue(lines, at)) {
        cue.lines.push(lines[at]!);
        at += 1;
      }
      // Without a blank line between cues, the next one's identifier stands at the end of this one's words.
      if (isTimingLine(lines[at] ?? '') && cue.lines.length > 1 && isNumber(cue.lines.at(-1)!)) cue.lines.pop();
      cues.push({ ...cue, ...spokenPayload(cue.lines) });
      block = null;
      continue;
    }
    if (line === '') {
      block = null;
      continue;
    }
    const left: LeftOut = { line: at, text: line, why: null };
    leftOut.push(left);
    if (block === null) {
      if (/^NOTE(?:\s|$)/.test(line)) block = 'note';
      else if (/^(?:STYLE|REGION)$/.test(line)) block = 'skipped';
      else if (!isIdentifier(lines, at))
        problems.push({ line: at, message: `"${line.slice(0, 60)}" is in no cue; left out` });
    }
    if (cues.length === 0 && (block === 'header' || block === 'note')) {
      const fact = /^(?:WEBVTT\s*(?:-\s*)?|NOTE\s+)?([A-Za-z]{3,10})\s*:\s*(\S.*)$/.exec(line);
      if (fact && !facts.has(fact[1]!.toLowerCase())) facts.set(fact[1]!.toLowerCase(), fact[2]!);
      else if (/^WEBVTT\s+-\s+\S/.test(line)) facts.set('title', line.replace(/^WEBVTT\s+-\s+/, ''));
      else if (block === 'header' && at > 1 && !isSetting(line)) left.why = 'lines above the captions';
    }
  }
  if (cues.length === 0) return notRead(source, 'holds no cues, so there are no words to read', { problems });
  const date = facts.get('date') ?? null;
  if (date !== null && !isDay(date.slice(0, 10)))
    problems.push({ line: null, message: `The date "${date}" is not written as 2025-03-05; left out` });
  const track = trackOf(facts.get('track'));
  const address = facts.get('url') ?? facts.get('source') ?? null;
  const parsed = captionsOf(source, cues, problems, {
    title: facts.get('title') ?? '',
    date: date !== null && isDay(date.slice(0, 10)) ? date.slice(0, 10) : null,
    event: facts.get('event') ?? null,
    language: facts.get('language') ?? null,
    ...(track && { track }),
    page: address !== null && URL.canParse(address) ? { address, placeBy: 'seconds' } : null,
  });
  return { ...parsed, leftOut: [...leftOut, ...(parsed.leftOut ?? [])] };
}

/** Teams gives programs each cue as an object of JSON: `{"speakerName": "Ana Lind", "spokenText": "Hello."}`. */
function spokenPayload(lines: string[]): Partial<Cue> {
  if (!lines[0]?.trim().startsWith('{"')) return {};
  const record = readJson({ name: '', text: lines.join('\n'), address: null });
  const payload = record !== null && 'value' in record ? mapping(record.value) : null;
  const text = words(payload?.['spokenText'] ?? payload?.['text']);
  const voice = words(payload?.['speakerName'] ?? payload?.['speaker']);
  return text === null ? {} : { lines: [text], ...(voice !== null && { voice }) };
}

/** `X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0`, `Kind: captions`, and marks of a style sheet. */
function isSetting(line: string): boolean {
  return /^[A-Za-z-]{1,40}(?:=|:\s?\S{0,60}$)/.test(line) || !/\p{L}{2}/u.test(line);
}

const timing = new RegExp(`^(?<start>${timePattern})\\s*-->\\s*(?<end>${timePattern})?`);

function startOf(line: string): number | null {
  const start = timing.exec(line)?.groups?.start;
  return start === undefined ? null : readTime(start);
}

function endOf(line: string): number | null {
  const end = timing.exec(line)?.groups?.end;
  return end === undefined ? null : readTime(end);
}

/** Only an empty line ends a cue, but many write blanks into it; video sites write a blank line inside one. */
function endsCue(lines: string[], at: number): boolean {
  const line = lines[at]!;
  if (line === '' || isTimingLine(line)) return true;
  return line.trim() === '' && (isIdentifier(lines, at + 1) || isIdentifier(lines, at + 2));
}

/** An identifier stands on the line before the cue's times. `at` is the index of the line after it. */
function isIdentifier(lines: string[], at: number): boolean {
  return isTimingLine(lines[at] ?? '');
}

/** Webex has who speaks in the identifier, in quotation marks and with the number of the account: `1 "Ana Lind" (3217832192)`. */
function voiceIn(identifier: string): string | null {
  return /^(?:\d{1,6}\s+)?"([^"]{0,200})"\s*(?:\(\d{0,20}\))?$/.exec(identifier.trim())?.[1] ?? null;
}

function isNumber(line: string): boolean {
  return /^\s*\d+(?:\s+"[^"]{0,200}".{0,30})?\s*$/.test(line);
}
