/**
 * TextGrids of Praat: tiers of a voice each, with intervals from `xmin` to `xmax`. Aligners write a tier of words and one of
 * sounds for each voice: `Ana - words`, `Ana - phones`. https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html
 */
import { notRead, type Format, type LeftOut, type Parsed, type Source } from '../format.ts';
import { annotatedSession, inOrderOfTime, isBesideSpeech, type Said } from './tiers.ts';

export const textGrid: Format = {
  name: 'Praat TextGrid',
  example: [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    'xmin = 0',
    'xmax = 2',
    'tiers? <exists>',
    'size = 1',
    'item []:',
    '    item [1]:',
    '        class = "IntervalTier"',
    '        name = "Ana Lind"',
    '        xmin = 0',
    '        xmax = 2',
    '        intervals: size = 1',
    '        intervals [1]:',
    '            xmin = 0',
    '            xmax = 2',
    '            text = "Hello."',
  ].join('\n'),
  recognise: ({ text }) =>
    /^\s*File type = "ooTextFile/.test(text.slice(0, 200)) && /"TextGrid"/.test(text.slice(0, 300)) ? 1 : 0,
  isLastWord: true,
  parse,
};

function parse(source: Source): Parsed {
  const { values, lines, between, rest } = valuesIn(source.text);
  const read = tiersIn(values);
  if ('fault' in read) {
    const line = lines[read.at] ?? lines.at(-1) ?? null;
    return notRead(source, `${read.fault}, so that who says what is not sure; save it again in Praat`, { line });
  }
  const leftOut: LeftOut[] = [
    { line: null, text: between, why: null },
    ...(rest === '' ? [] : [{ line: lines.at(-1)! + 1, text: rest, why: 'lines under its tiers' }]),
  ];
  const tiers: Said[][] = [];
  for (const { at, kind, name: written, intervals } of read.tiers) {
    const name = written.replaceAll('"', '').trim();
    leftOut.push({ line: lines[at]!, text: `${kind} ${name}`, why: null });
    const voice = voiceOfTier(name);
    const tier = intervals.flatMap((interval): Said[] => {
      const text = interval.text.trim();
      const start = interval.start >= 0 ? interval.start : null;
      return text === '' ? [] : [{ voice, text, start, line: lines[interval.at]! }];
    });
    if (isBesideSpeech(name))
      leftOut.push(...tier.map(({ text, line }) => ({ line, text, why: 'tiers that tell of others' })));
    else tiers.push(tier);
  }
  // Of several tiers without a voice the largest has the words, and the others repeat or describe them.
  const nobodys = tiers.filter((tier) => tier[0]?.voice === null);
  const [kept, ...others] = nobodys.toSorted((one, other) => lengthOf(other) - lengthOf(one));
  for (const { text, line } of others.flat()) leftOut.push({ line, text, why: 'tiers that tell of others' });
  const spoken = tiers.filter((tier) => !nobodys.includes(tier) || tier === kept);
  return annotatedSession(source, inOrderOfTime(spoken), {}, leftOut);
}

/** A tier as it is written; each `at` is the place among the values, of its class and of the texts. */
interface Tier {
  at: number;
  kind: string;
  name: string;
  /** Points, too, which have a time instead of two. `start` is in seconds. */
  intervals: { at: number; start: number; text: string }[];
}

/** All tiers, where there is nothing else and all of it; or the first value that is not what its place asks for, and what is wrong. */
function tiersIn(values: (string | number)[]): { tiers: Tier[] } | { at: number; fault: string } {
  let at = 0;
  let fault = '';
  /** Whether the next value is of its kind; `called` says what it should be. */
  const next = (kind: 'string' | 'number', called: string): boolean => {
    const value = values[at];
    if (typeof value === kind && !Number.isNaN(value)) {
      at += 1;
      return true;
    }
    fault =
      value === undefined ? `it ends before ${called}` : `${called} is no ${kind === 'number' ? 'number' : 'text'}`;
    return false;
  };
  const count = (called: string): boolean => {
    if (!next('number', called)) return false;
    if (Number.isSafeInteger(values[at - 1]) && Number(values[at - 1]) >= 0) return true;
    at -= 1;
    fault = `${called} is no whole number`;
    return false;
  };
  const bounds = (of: string) => next('number', `xmin of ${of}`) && next('number', `xmax of ${of}`);
  const head = next('string', 'the file type') && next('string', 'the class') && bounds('the file');
  if (!head || !count('the number of tiers')) return { at, fault };
  const wanted = Number(values[at - 1]);
  const tiers: Tier[] = [];
  for (let number = 1; number <= wanted; number += 1) {
    const first = at;
    const kind = values[first];
    if (kind !== undefined && kind !== 'IntervalTier' && kind !== 'TextTier')
      return { at, fault: `the size before tier ${number} of ${wanted} does not fit what is there` };
    if (!next('string', `the class of tier ${number}`)) return { at, fault };
    const name = String(values[at]);
    const of = `tier ${number} “${name.slice(0, 60)}”`;
    if (!next('string', `the name of tier ${number}`) || !bounds(of) || !count(`the size of ${of}`))
      return { at, fault };
    const size = Number(values[at - 1]);
    const intervals: Tier['intervals'] = [];
    for (let each = 1; each <= size; each += 1) {
      const start = Number(values[at]);
      const place = `interval ${each} of ${size} in ${of}`;
      const timed = kind === 'IntervalTier' ? bounds(place) : next('number', `the time of ${place}`);
      if (!timed || !next('string', `the text of ${place}`)) return { at, fault };
      intervals.push({ at: at - 1, start, text: String(values[at - 1]) });
    }
    tiers.push({ at: first, kind: String(kind), name, intervals });
  }
  return at === values.length
    ? { tiers }
    : { at, fault: `more follows after ${wanted === 1 ? 'its tier' : `its ${wanted} tiers`}` };
}

function lengthOf(tier: Said[]): number {
  return tier.reduce((sum, { text }) => sum + text.length, 0);
}

/** `Ana - words` is Ana's; a tier called by what it holds is nobody's. */
function voiceOfTier(name: string): string | null {
  const voice = name
    .replace(
      /\s{0,3}[-_:/]?\s{0,3}(?:words?|phrases?|utterances?|orth?\w{0,20}|transcript\w{0,20}|sentences?|text|kan|trn?|speech)$/i,
      '',
    )
    .trim();
  return voice === '' ? null : voice;
}

/** What Praat writes for a time that is not known is a value, too, and no number. */
const valuesOfPraat =
  /"(?:[^"]|"")*"|(?<=^|\s)(?:[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?|[-+]?(?:nan|inf|infinity)|--undefined--)(?=\s|$)/gim;

/** Its strings and numbers in order, without the names before them, which a short file has not; and the line of each. */
function valuesIn(text: string): { values: (string | number)[]; lines: number[]; between: string; rest: string } {
  const values: (string | number)[] = [];
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  let from = 0;
  const between: string[] = [];
  for (const { 0: found, index } of text.matchAll(valuesOfPraat)) {
    for (; counted < index; counted += 1) if (text[counted] === '\n') line += 1;
    values.push(found.startsWith('"') ? found.slice(1, -1).replaceAll('""', '"') : Number(found));
    lines.push(line);
    between.push(text.slice(from, index));
    from = index + found.length;
  }
  return { values, lines, between: `ooTextFile TextGrid ${between.join('')}`, rest: text.slice(from).trim() };
}
