/**
 * The house in numbers: lines, files and imports, what runs up or in a circle, the longest line and the largest file.
 *
 *     node tests/bench/house.ts
 */
import { circles, imports, linesOf, own, sources, textOf, upward } from '../fixtures/house.ts';

const files = sources.map((file) => ({ file, lines: linesOf(file).length }));
const lines = sources.flatMap((file) =>
  linesOf(file).map((line, index) => ({ place: `${file}:${index + 1}`, length: line.length })),
);
const largest = files.reduce((most, each) => (each.lines > most.lines ? each : most));
const longest = lines.reduce((most, each) => (each.length > most.length ? each : most));

for (const [what, value] of [
  ['files', files.length],
  ['lines', lines.length],
  ['characters', [...textOf.values()].reduce((sum, text) => sum + text.length, 0)],
  ['imports', [...imports.values()].flat().length],
  ['… of our own files', sources.flatMap(own).length],
  ['… that run up', upward().length],
  ['files in a circle', circles().length],
  ['longest line', `${longest.length} characters, ${longest.place}`],
  ['lines over 160 characters', lines.filter(({ length }) => length > 160).length],
  ['largest file', `${largest.lines} lines, ${largest.file}`],
  ['files over 400 lines', files.filter(({ lines: count }) => count > 400).length],
] as const)
  console.log(`${what.padEnd(28)}${value}`);
