/** SubStation Alpha subtitles, `.ass` and `.ssa`: lines `Dialogue:` whose fields a line `Format:` names; `Name` is who speaks. */
import { readTime } from '../../words/timestamp.ts';
import { captionsOf } from './captions.ts';
import type { Cue } from './cues.ts';
import type { Format, LeftOut, Parsed, Source } from './format.ts';
import type { Problem } from '../../session.ts';

export const subStationAlpha: Format = {
  name: 'SubStation Alpha',
  example:
    '[Script Info]\nTitle: Harbour\n\n[Events]\nFormat: Layer, Start, End, Name, Text\nDialogue: 0,0:00:01.00,0:00:03.00,Ana Lind,Hello.',
  recognise: ({ text }) => (/^\s*(?:;[^\n]*\n\s*){0,20}\[Script Info\]/i.test(text.slice(0, 4000)) ? 1 : 0),
  parse,
};

function parse(source: Source): Parsed {
  const problems: Problem[] = [];
  const leftOut: LeftOut[] = [];
  const cues: Cue[] = [];
  let section = '';
  let title = '';
  let names = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];
  for (const [index, line] of source.text.split('\n').entries()) {
    const heading = /^\s*\[([^\]]{1,60})\]\s*$/.exec(line);
    const [, key = '', value = ''] = /^\s*([A-Za-z ]{1,40}):\s?(.*)$/.exec(line) ?? [];
    const isEvent = section === 'events' && /^(?:dialogue|comment)$/i.test(key);
    const left: LeftOut = {
      line: index + 1,
      text: isEvent
        ? [key, ...[...fieldsOf(value, names)].flatMap(([name, part]) => (name === 'text' ? [] : [part]))].join(' ')
        : line,
      why: null,
    };
    leftOut.push(left);
    if (heading) {
      section = heading[1]!.toLowerCase();
      if (!sections.test(section)) left.why = 'lines of no subtitle';
    } else if (section === 'script info' && /^title$/i.test(key)) title = value.trim();
    else if (section === 'events' && /^format$/i.test(key))
      names = value
        .toLowerCase()
        .split(',')
        .map((name) => name.trim());
    else if (section === 'events' && /^dialogue$/i.test(key)) cues.push(cueOf(value, names, index + 1, problems));
    else if (section === 'events' && /^comment$/i.test(key))
      leftOut.push({ line: index + 1, text: fieldsOf(value, names).get('text') ?? '', why: 'comments' });
    else if (!isSetting(line, key, section)) left.why = 'lines of no subtitle';
  }
  // Programs write them in any order.
  const inOrder = cues.toSorted((one, other) => (one.seconds ?? 0) - (other.seconds ?? 0));
  const parsed = captionsOf(source, inOrder, problems, { title });
  return { ...parsed, leftOut: [...leftOut, ...(parsed.leftOut ?? [])] };
}

/** What a program sets (`PlayResX: 640`), a remark of its own (`; …`), and fonts and pictures, which are packed into letters. */
function isSetting(line: string, key: string, section: string): boolean {
  if (line.trim() === '' || /^\s*[;!]/.test(line)) return true;
  if (section === 'fonts' || section === 'graphics') return true;
  if (section === 'events') return /^(?:picture|sound|movie|command)$/i.test(key);
  return (
    key !== '' &&
    !/^(?:dialogue|comment)$/i.test(key) &&
    (section !== 'script info' || scriptKeys.has(key.toLowerCase()))
  );
}

const sections = /^(?:script info|v4\+? styles\+?|events|fonts|graphics|aegisub .{1,30})$/;

const scriptKeys = new Set(
  `original script;original translation;original editing;original timing;synch point;script updated by;update details;scripttype;collisions;playresx
  playresy;playdepth;timer;wrapstyle;scaledborderandshadow;video aspect ratio;video zoom;video zoom percent;video position;video file;audio file
  audio uri;last style storage;ycbcr matrix;export encoding;layoutresx;layoutresy;title;style;format`
    .split(/[;\n]/)
    .map((key) => key.trim()),
);

function cueOf(value: string, names: string[], line: number, problems: Problem[]): Cue {
  const fields = fieldsOf(value, names);
  const seconds = readTime(fields.get('start') ?? '');
  if (seconds === null)
    problems.push({ line, message: `"${value.slice(0, 60)}" begins at no time; its words are kept without` });
  const voice = (fields.get('name') ?? fields.get('actor') ?? '').trim();
  return {
    seconds,
    end: readTime(fields.get('end') ?? ''),
    ...(voice !== '' && { voice }),
    lines: linesOf(fields.get('text') ?? ''),
    line,
  };
}

/** The last field is the words, which may hold commas. */
function fieldsOf(value: string, names: string[]): Map<string, string> {
  const parts = value.split(',');
  const last = names.length - 1;
  return new Map(names.map((name, at) => [name, at === last ? parts.slice(last).join(',') : (parts[at] ?? '').trim()]));
}

/** Without what is between braces; a drawing is no words. */
function linesOf(text: string): string[] {
  if (/\{[^{}]*\\p[1-9]/.test(text)) return [];
  return text
    .replace(/\{[^{}]*\}/g, '')
    .replaceAll('\\h', ' ')
    .split(/\\[Nn]/)
    .filter((line) => line.trim() !== '');
}
