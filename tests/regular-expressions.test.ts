/**
 * No regular expression runs away. recheck reads each as an automaton or, where that would be large, tries texts on it:
 * none may take exponential time, and one that may take longer than in proportion to its text is only where the text is
 * short.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

// In JavaScript alone and in this thread; what the package itself exports starts other programs.
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as Pick<
  typeof import('recheck'),
  'checkSync'
>;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Why the texts that reach the expressions of a file are short. */
const shortTexts: [string, string][] = [
  ['src/asking/', 'a question has at most 4,000 characters and single blanks'],
  [
    'src/answering/',
    'a question has at most 4,000 characters and single blanks, a sentence 1,000, a model’s answer what its limit allows',
  ],
  ['src/chat/', 'a message has what its platform allows'],
  ['adapters/', 'a message or an answer has what its platform allows'],
];

/** Expressions that may take long on long texts, and why the text they are given is short or harmless. */
const shortHere: [string, string, string][] = [
  ['src/words/names.ts', String.raw`^([^([|·]+?)\s*`, 'at most 300 characters with single blanks'],
  ['src/people/names-heard.ts', String.raw`[,\s]+$`, 'at most 200 characters'],
  ['src/words/sentences.ts', String.raw`[^\s"“«‘([—–/]+$`, 'at most 48 characters'],
  ['src/people/moderators.ts', String.raw`^\s*,?\s*(?:of|at|for)`, 'an office, of at most 300 characters'],
  ['src/records/documents/page-paragraphs.ts', String.raw`([\p{L}\p{M}]+)([-\u00AD`, 'at most 40 characters'],
  [
    'src/records/formats/cues.ts',
    String.raw`^<v(?:\.[^\s>]*)?`,
    'it ends in its only ">", so it never fails after the first blank',
  ],
  ['src/records/formats/digwatch-people.ts', String.raw`\s*\([^()]*\)$`, 'at most 300 characters'],
  ['src/records/formats/hansard-html.ts', String.raw`[:.\s-]+$`, 'at most 300 characters'],
  ['src/records/formats/hansard-html.ts', String.raw`^(.{2,80}?)\.-`, 'looks at 80 places, with single blanks'],
  ['src/records/formats/hansard-html.ts', String.raw`[.\s]*[:.-]*$`, 'at most 300 characters with single blanks'],
  ['src/records/formats/labels.ts', String.raw`\p{L}{5,}\.`, 'at most 100 characters'],
  ['src/records/formats/meeting-labels.ts', String.raw`^[\p{L}.]+ ?(?:[,/&+]`, 'a label, of at most 100 characters'],
  ['src/records/formats/meeting-labels.ts', String.raw`(?<=\S)(?: \(\p{Ll}`, 'a label, of at most 100 characters'],
  ['src/records/formats/meeting-notes.ts', String.raw`^\W+|\W+$`, 'at most 300 characters'],
  ['src/records/formats/plain-speech.ts', '[:*_]+$', 'the heading of notes, of at most 60 characters'],
  ['src/records/formats/plain-voices.ts', String.raw`\s*\([^()]*\)`, 'a label, of at most 200 characters'],
  ['src/records/formats/preamble.ts', String.raw`^[^\p{L}]+|`, 'at most 60 characters'],
  ['src/records/formats/text-lines.ts', String.raw`\s+[-–—|·,]$`, 'a line of at most 120 characters'],
  ['src/records/formats/un-transcript-text.ts', String.raw`\s+·\s+`, 'at most 400 characters'],
];

interface Expression {
  file: string;
  line: number;
  source: string;
  flags: string;
}

interface Timed extends Expression {
  time: string;
}

const expressions = ['src', 'adapters', 'embeddings'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => expressionsIn(path.posix.join(folder, name.replaceAll(path.sep, '/')))),
);

const files = [...new Set(expressions.map(({ file }) => file))];

/** Those written out; those put together of parts are tried by the tests of their files on long texts. */
function expressionsIn(file: string): Expression[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found: Expression[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, start } = node as {
      type?: string;
      regex?: { pattern: string; flags: string };
      start?: number;
    };
    if (type === 'Literal' && regex)
      found.push({ file, line: text.slice(0, start).split('\n').length, source: regex.pattern, flags: regex.flags });
    else Object.values(node).forEach(walk);
  };
  walk(parseSync(file, text).program);
  return found;
}

/** Only what repeats without end can take long. */
function repeats(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'c'));
}

/**
 * `safe`, `polynomial` or `exponential`. What is done is bounded by work and never by a clock, so it is the same
 * however busy the machine is: the automaton where it stays small, otherwise tries of texts, from one seed, so many
 * and so long.
 */
function timeOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  const diagnosis = checkSync(shorter(source, flags), flags.replaceAll(/[dgi]/g, ''), {
    timeout: null,
    seedingTimeout: null,
    incubationTimeout: null,
    attackTimeout: null,
    randomSeed: 0,
    maxNFASize: 2000,
    maxInitialGenerationSize: 50,
    maxGenerationSize: 20,
    maxIteration: 2,
    mutationSize: 20,
    crossoverSize: 10,
    maxGeneStringSize: 200,
    incubationLimit: 5000,
    maxAttackStringSize: 5000,
    attackLimit: 500_000,
  });
  return diagnosis.status === 'vulnerable' ? diagnosis.complexity.type : diagnosis.status;
}

/**
 * The same expression with less to work through. How it takes its time does not change where a class of thousands of
 * characters has a few of them, where a text and its expression are both in small letters, or where what repeats at
 * most a hundred times repeats at most three times.
 */
function shorter(source: string, flags: string): string {
  const parts = source.matchAll(/\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\.|\(\?<\w+>|\{\d+,?\d*\}|[^\\]/gi);
  const inCase = (part: string) => (flags.includes('i') ? part.toLowerCase() : part);
  let inClass = false;
  return Array.from(parts, ([part]) => {
    if (part === '[' || part === ']') inClass = part === '[';
    if (part.startsWith(String.raw`\p`) || part.startsWith(String.raw`\P`)) return inCase(fewOf(part, inClass));
    if (!inClass && /^\{\d/.test(part)) return part.replaceAll(/\d+/g, (count) => `${Math.min(Number(count), 3)}`);
    return part.length === 1 ? inCase(part) : part;
  }).join('');
}

/** Some characters of the kinds that expressions name; those of one kind within another are among that one's too. */
const few: Record<string, string> = {
  L: 'a-zA-ZàאܐހकǅβбبあアกກကកΑ一가',
  Lu: 'A-ZΑ',
  Ll: 'a-zàβб',
  Lt: 'ǅ',
  Lo: 'אܐހकبあアกກကក一가',
  M: String.raw`\u0300`,
  N: '0-9',
  Nd: '0-9',
  Sc: '$€',
  Cc: String.raw`\u0000`,
  Cf: String.raw`\u200B\u202E`,
  Cs: String.raw`\uD800`,
  Co: String.raw`\uE000`,
  Cn: String.raw`\uFFFF`,
  Bidi_C: String.raw`\u202E`,
  Latin: 'a-zA-Zàǅ',
  Greek: 'βΑ',
  Cyrillic: 'б',
  Arabic: 'ب',
  Hebrew: 'א',
  Syriac: 'ܐ',
  Thaana: 'ހ',
  Devanagari: 'क',
  Thai: 'ก',
  Lao: 'ກ',
  Myanmar: 'က',
  Khmer: 'ក',
  Han: '一',
  Hiragana: 'あ',
  Katakana: 'ア',
  Hangul: '가',
};

function fewOf(property: string, inClass: boolean): string {
  const name = property.slice(3, -1).replace(/^(?:Script|sc)=/, '');
  const characters = few[name];
  if (!characters)
    throw new Error(`What characters stand for ${property} here? Name a few in tests/regular-expressions.test.ts`);
  const isOther = property.startsWith(String.raw`\P`);
  // Everything but a kind cannot be written with a few characters inside a class.
  if (inClass) return isOther ? property : characters;
  return `[${isOther ? '^' : ''}${characters}]`;
}

const told = new Map<string, Timed[]>();

/** The expressions of a file that repeat without end, each with its time. */
function timed(file: string): Timed[] {
  const found =
    told.get(file) ??
    expressions
      .filter((each) => each.file === file && repeats(each.source))
      .map((each) => ({ ...each, time: timeOf(each) }));
  told.set(file, found);
  return found;
}

function isOf({ file, source }: Expression, [where, start]: (typeof shortHere)[number]): boolean {
  return where === file && source.startsWith(start);
}

describe('regular expressions', () => {
  it('are found', () => {
    expect(expressions.length).toBeGreaterThan(300);
  });
  it('that run away are told from those that do not', () => {
    expect(['^a+b$', String.raw`\s+$`, '^(a+)+$'].map((source) => timeOf({ source, flags: '' }))).toEqual([
      'safe',
      'polynomial',
      'exponential',
    ]);
    // A capital is one of the small letters only where case makes no difference.
    const capitals = String.raw`^(?:\p{Lu}\p{Ll}*)+:$`;
    expect(['u', 'iu'].map((flags) => timeOf({ source: capitals, flags }))).toEqual(['safe', 'exponential']);
    // Counts, words and what stands around do not hide what runs away.
    const aside = String.raw`\s*\((?:spoke|speaks|interpret\p{L}+) [^()]{1,80}\)$`;
    const initials = String.raw`(?<=:)(?:\p{L}{1,40}\.?){1,}(?=;)`;
    expect([aside, initials].map((source) => timeOf({ source, flags: 'u' }))).toEqual(['polynomial', 'exponential']);
    expect([String.raw`^[a+]\+{2,5}$`, 'a{2,}'].map(repeats)).toEqual([false, true]);
  });
  it.each(files)('of %s take no longer than in proportion to a text that may be long', { timeout: 600_000 }, (file) => {
    const mayBeShort = shortTexts.some(([folder]) => file.startsWith(folder));
    const tooLong = timed(file).filter(
      (each) =>
        each.time === 'exponential' ||
        (each.time === 'polynomial' && !mayBeShort && !shortHere.some((short) => isOf(each, short))),
    );
    expect(tooLong.map(({ line, source, flags }) => `${file}:${line} /${source}/${flags}`)).toEqual([]);
  });
  it('are told one way or the other', { timeout: 600_000 }, () => {
    const untold = files
      .flatMap((file) => timed(file))
      .filter(({ time }) => !['safe', 'polynomial', 'exponential'].includes(time));
    expect(untold.map(({ file, line, time }) => `${file}:${line} ${time}`)).toEqual([]);
  });
  it('said to be given short texts are still there and take long on long ones', { timeout: 600_000 }, () => {
    const needless = shortHere.filter(
      (short) => !timed(short[0]).some((each) => each.time === 'polynomial' && isOf(each, short)),
    );
    expect(needless).toEqual([]);
  });
});
