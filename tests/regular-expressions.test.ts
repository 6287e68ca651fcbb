/**
 * No regular expression runs away. recheck reads each as an automaton: none may take exponential time, and one that may
 * take longer than in proportion to its text is only where the text is short.
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
  ['src/people/people.ts', String.raw`[,\s]+$`, 'at most 200 characters'],
  ['src/words/sentences.ts', String.raw`[^\s"“«‘([—–/]+$`, 'at most 48 characters'],
  ['src/people/directory.ts', String.raw`^\s*,?\s*(?:of|at|for)`, 'an office, of at most 300 characters'],
  ['src/records/documents/page-paragraphs.ts', String.raw`([\p{L}\p{M}]+)([-\u00AD`, 'at most 40 characters'],
  [
    'src/records/formats/cues.ts',
    String.raw`^<v(?:\.[^\s>]*)?`,
    'it ends in its only ">", so it never fails after the first blank',
  ],
  ['src/records/formats/digwatch-people.ts', String.raw`\s*\([^()]*\)$`, 'at most 300 characters'],
  ['src/records/formats/digwatch-speech.ts', '^(.{1,100}?)(?:', 'looks at 100 places'],
  ['src/records/formats/hansard-html.ts', String.raw`[:.\s-]+$`, 'at most 300 characters'],
  ['src/records/formats/hansard-html.ts', String.raw`^(.{2,80}?)\.-`, 'looks at 80 places, with single blanks'],
  ['src/records/formats/hansard-html.ts', String.raw`[.\s]*[:.-]*$`, 'at most 300 characters with single blanks'],
  ['src/records/formats/labels.ts', String.raw`\p{L}{5,}\.`, 'at most 100 characters'],
  [
    'src/records/formats/meeting-notes.ts',
    String.raw`([\p{Lu}\p{Lo}][\p{L}.'’ -]{1,60}?)`,
    'looks at 60 places after a capital',
  ],
  ['src/records/formats/meeting-labels.ts', String.raw`^[\p{L}.]+ ?(?:[,/&+]`, 'a label, of at most 100 characters'],
  ['src/records/formats/meeting-labels.ts', String.raw`(?<=\S)(?: \(\p{Ll}`, 'a label, of at most 100 characters'],
  ['src/records/formats/meeting-notes.ts', String.raw`^\W+|\W+$`, 'at most 300 characters'],
  ['src/records/formats/plain-speech.ts', '[:*_]+$', 'the heading of notes, of at most 60 characters'],
  ['src/records/formats/plain-voices.ts', String.raw`\s*\([^()]*\)`, 'a label, of at most 200 characters'],
  ['src/records/formats/preamble.ts', String.raw`^[^\p{L}]+|`, 'at most 60 characters'],
  ['src/records/formats/text-lines.ts', String.raw`\s+[-–—|·,]$`, 'a line of at most 120 characters'],
  ['src/records/formats/un-transcript-text.ts', String.raw`\s+·\s+`, 'at most 400 characters'],
  ['src/records/formats/zoom-chat.ts', String.raw`^\d{2}:\d{2}:\d{2}\t`, 'at most 400 characters'],
];

interface Expression {
  file: string;
  line: number;
  source: string;
  flags: string;
}

const expressions = ['src', 'adapters', 'embeddings'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => expressionsIn(path.posix.join(folder, name.replaceAll(path.sep, '/')))),
);

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

/** `unknown` where that cannot be told in the time. */
function timeOf({ source, flags }: Pick<Expression, 'source' | 'flags'>): string {
  const diagnosis = checkSync(source, flags.replaceAll(/[dg]/g, ''), {
    timeout: 300,
    attackTimeout: 100,
    incubationTimeout: 50,
  });
  return diagnosis.status === 'vulnerable' ? diagnosis.complexity.type : diagnosis.status;
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
    expect([String.raw`^[a+]\+{2,5}$`, 'a{2,}'].map(repeats)).toEqual([false, true]);
  });
  it.each(
    [...new Set(expressions.map(({ file }) => file))].map(
      (file) => [file, expressions.filter((each) => each.file === file && repeats(each.source))] as const,
    ),
  )('of %s take no longer than in proportion to a text that may be long', (file, of) => {
    const mayBeShort = shortTexts.some(([folder]) => file.startsWith(folder));
    const tooLong = of.filter((each) => {
      const isShort = mayBeShort || shortHere.some(([where, start]) => where === file && each.source.startsWith(start));
      const time = timeOf(each);
      return time === 'exponential' || (time === 'polynomial' && !isShort);
    });
    expect(tooLong.map(({ line, source, flags }) => `${file}:${line} /${source}/${flags}`)).toEqual([]);
  });
  it('said to be given short texts are still there', () => {
    expect(
      shortHere.filter(
        ([file, start]) => !expressions.some((each) => each.file === file && each.source.startsWith(start)),
      ),
    ).toEqual([]);
  });
});
