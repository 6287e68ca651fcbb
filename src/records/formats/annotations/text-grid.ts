/**
 * TextGrids of Praat: tiers of a voice each, with intervals from `xmin` to `xmax`. Aligners write a tier of words and one of
 * sounds for each voice: `Ana - words`, `Ana - phones`. https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html
 */
import type { Format, LeftOut, Parsed, Source } from '../format.ts';
import { annotatedSession, besideSpeech, inOrderOfTime, type Said } from './tiers.ts';

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
  parse,
};

function parse(source: Source): Parsed {
  const { values, lines, between } = valuesIn(source.text);
  const leftOut: LeftOut[] = [{ line: null, text: between, why: null }];
  const tiers: Said[][] = [];
  // The kind and the class of the file, its bounds, and how many tiers it has.
  for (let at = 0; at < values.length; at += 1) {
    const kind = values[at];
    if (kind !== 'IntervalTier' && kind !== 'TextTier') continue;
    const name = String(values[at + 1])
      .replaceAll('"', '')
      .trim();
    leftOut.push({ line: lines[at]!, text: `${kind} ${name}`, why: null });
    const width = kind === 'IntervalTier' ? 3 : 2;
    const count = Number(values[at + 4]) || 0;
    const voice = voiceOfTier(name);
    const tier: Said[] = [];
    for (let each = 0; each < count && at + 4 + width * (each + 1) < values.length; each += 1) {
      const from = at + 5 + width * each;
      const text = String(values[from + width - 1]).trim();
      const start = Number(values[from]);
      if (text !== '')
        tier.push({ voice, text, start: Number.isFinite(start) ? start : null, line: lines[from + width - 1]! });
    }
    at += 4 + width * Math.max(0, count);
    if (besideSpeech.test(name))
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

/** Its strings and numbers in order, without the names before them, which a short file has not; and the line of each. */
function valuesIn(text: string): { values: (string | number)[]; lines: number[]; between: string } {
  const values: (string | number)[] = [];
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  let from = 0;
  const between: string[] = [];
  for (const { 0: found, index } of text.matchAll(/"(?:[^"]|"")*"|(?<=^|\s)-?\d+(?:\.\d+)?(?:e-?\d+)?(?=\s|$)/gm)) {
    for (; counted < index; counted += 1) if (text[counted] === '\n') line += 1;
    values.push(found.startsWith('"') ? found.slice(1, -1).replaceAll('""', '"') : Number(found));
    lines.push(line);
    between.push(text.slice(from, index));
    from = index + found.length;
  }
  return { values, lines, between: `ooTextFile TextGrid ${between.join('')}` };
}
