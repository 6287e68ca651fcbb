/** SubRip captions (.srt): a number, a line of times with a comma, the words. */
import { readTime, timePattern } from '../../words/timestamp.ts';
import { captionsOf } from './captions.ts';
import { isTimingLine } from './cues.ts';
import type { Cue } from './cues.ts';
import type { Format, Parsed, Source } from './format.ts';
import type { Problem } from '../../session.ts';

export const subRip: Format = {
  name: 'SubRip',
  example: '1\n00:00:01,000 --> 00:00:03,000\nAna Lind: Hello.',
  recognise({ text }) {
    const head = text.slice(0, 20_000);
    if (/^\s*WEBVTT/.test(head)) return 0;
    const first = head.search(anyTiming);
    if (first < 0) return 0;
    // Nothing but a number, or nothing at all, stands before the first times of a whole file.
    return /^\s*(?:\d+\s*)?$/.test(head.slice(0, first)) ? 0.95 : 0.7;
  },
  parse,
};

const anyTiming = new RegExp(`^[ \\t]*${timePattern}[ \\t]*-->[ \\t]*${timePattern}`, 'm');
const timing = new RegExp(`^\\s*(${timePattern})\\s*-->\\s*(${timePattern})?`);

function parse(source: Source): Parsed {
  const lines = source.text.split('\n');
  const problems: Problem[] = [];
  const cues: Cue[] = [];
  let cue: Cue | null = null;
  for (const [index, line] of lines.entries()) {
    if (isTimingLine(line)) {
      const match = timing.exec(line);
      const seconds = match ? readTime(match[1]!) : null;
      if (seconds === null)
        problems.push({
          line: index + 1,
          message: `"${line.trim().slice(0, 60)}" is not a time SubRip knows; its words are kept without a time`,
        });
      // The number of this cue was read as the last line of the one before.
      if (cue && /^\s*\d+\s*$/.test(cue.lines.at(-1) ?? '')) cue.lines.pop();
      cue = { seconds, end: match?.[2] === undefined ? null : readTime(match[2]), lines: [], line: index + 2 };
      cues.push(cue);
      // Some write the words behind the times, where others say where on the screen they stand: `X1:10 X2:20`.
      const behind = match ? line.slice(match[0].length).trim() : '';
      if (/\p{L}/u.test(behind) && behind.split(/\s+/).some((word) => !/^\w+:\S+$/.test(word))) cue.lines.push(behind);
    } else if (cue) {
      if (line.trim() !== '') cue.lines.push(line.replace(/\{\\an?\d\}/g, ''));
    } else if (line.trim() !== '' && !/^\s*\d+\s*$/.test(line)) {
      problems.push({
        line: index + 1,
        message: `"${line.trim().slice(0, 60)}" stands before the first cue; left out`,
      });
    }
  }
  return captionsOf(source, cues, problems);
}
