/** SubViewer captions, `.sbv` as YouTube gives them and `.sub`: a line with both times and a comma, the words, a blank line. */
import { readTime, timePattern } from '../../words/timestamp.ts';
import { captionsOf } from './captions.ts';
import type { Cue } from './cues.ts';
import type { Format, LeftOut, Parsed, Source } from './format.ts';
import type { Problem } from '../../session.ts';

export const subViewer: Format = {
  name: 'SubViewer',
  makers: ['YouTube (.sbv)'],
  example: '0:00:01.000,0:00:03.000\nAna Lind: Hello.',
  recognise({ text }) {
    const lines = text.slice(0, 20_000).split('\n');
    const first = lines.findIndex((line) => timing.test(line));
    // Only the header of a .sub, in brackets, stands before the first times.
    return first >= 0 && lines.slice(0, first).every((line) => /^\s*(?:\[.*)?$/.test(line)) ? 0.95 : 0;
  },
  parse,
};

const timing = new RegExp(`^\\s*(${timePattern}),\\s?(${timePattern})\\s*$`);

function parse(source: Source): Parsed {
  const problems: Problem[] = [];
  const cues: Cue[] = [];
  const leftOut: LeftOut[] = [];
  let title = '';
  for (const [index, line] of source.text.split('\n').entries()) {
    const match = timing.exec(line);
    const cue = cues.at(-1);
    if (match) cues.push({ seconds: readTime(match[1]!), end: readTime(match[2]!), lines: [], line: index + 2 });
    else if (cue) {
      for (const part of line.split(/\[br\]|\|/i)) if (part.trim() !== '') cue.lines.push(part);
    } else if (/^\s*\[TITLE\]/i.test(line)) {
      title = line.replace(/^\s*\[TITLE\]/i, '').trim();
      leftOut.push({ line: index + 1, text: line, why: null });
    } else if (line.trim().startsWith('[')) leftOut.push({ line: index + 1, text: line, why: null });
    else if (line.trim() !== '')
      problems.push({
        line: index + 1,
        message: `"${line.trim().slice(0, 60)}" stands before the first cue; left out`,
      });
  }
  const parsed = captionsOf(source, cues, problems, { title });
  return { ...parsed, leftOut: [...leftOut, ...(parsed.leftOut ?? [])] };
}
