/**
 * What English words mean, from a table made beforehand (`meanings/make.ts`): words that are used alike have vectors
 * that point alike. Held once in a process, 7 MB, and read when the first word is asked for.
 */
import { readFileSync, statSync } from 'node:fs';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { WordMeanings } from './embedder.ts';
import { hashEnd, hashNext, hashOf, hashStart } from './spellings.ts';

/** The table. Nothing is read before the first word is asked for. */
export function wordMeanings(): WordMeanings {
  return {
    dimensions,
    placeOf: (word) => (table ??= openTable()).placeOf(word),
    add(place, weight, sum) {
      const { vectors } = (table ??= openTable());
      const start = place * dimensions;
      for (let n = 0; n < dimensions; n++) sum[n]! += weight * vectors[start + n]!;
    },
  };
}

/**
 * Lets threads that are started later hold the table in common with this one. Takes no memory before one of them asks
 * for a word.
 */
export function shareWordMeanings(): void {
  setEnvironmentData(sharedName, new SharedArrayBuffer(stateBytes + sizeOf('vectors.bin')));
}

const dimensions = 100;

interface Table {
  placeOf(word: string): number;
  vectors: Int8Array;
}

let table: Table | null = null;

function openTable(): Table {
  return {
    placeOf: placesIn(readFileSync(fileOf('words.txt')), sizeOf('vectors.bin') / dimensions),
    vectors: vectorsInMemory(),
  };
}

const fileOf = (name: string) => new URL(`meanings/${name}`, import.meta.url);
const sizeOf = (name: string) => statSync(fileOf(name)).size;

const sharedName = 'rapporteur: word meanings';
/** In front of the shared vectors: whether they are there. */
const stateBytes = 4;

function vectorsInMemory(): Int8Array {
  const shared = getEnvironmentData(sharedName);
  if (!(shared instanceof SharedArrayBuffer)) return int8(readFileSync(fileOf('vectors.bin')));
  const state = new Int32Array(shared, 0, 1);
  const vectors = new Int8Array(shared, stateBytes);
  // Two threads that read at once put the same numbers in the same places.
  if (Atomics.load(state, 0) === 0) {
    vectors.set(int8(readFileSync(fileOf('vectors.bin'))));
    Atomics.store(state, 0, 1);
  }
  return vectors;
}

const int8 = ({ buffer, byteOffset, length }: Buffer) => new Int8Array(buffer, byteOffset, length);

/**
 * Finds the place of a word among `count` words, one a line. A hash table of places over the file as it is: a Map of as
 * many strings takes ten times the memory, and making them most of the time.
 */
function placesIn(lines: Buffer, count: number): (word: string) => number {
  const starts = new Uint32Array(count + 1);
  // Half of the slots at most are taken, so that a search soon comes to a free one. A slot holds a place and 1.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(count * 2)));
  const last = slots.length - 1;
  let [place, hash] = [0, hashStart];
  for (let at = 0; at < lines.length; at++) {
    const letter = lines[at]!;
    if (letter !== lineEnd) {
      hash = hashNext(hash, letter);
      continue;
    }
    let slot = hashEnd(hash) & last;
    while (slots[slot] !== 0) slot = (slot + 1) & last;
    slots[slot] = ++place;
    starts[place] = at + 1;
    hash = hashStart;
  }
  const text = lines.toString('latin1');
  return (word) => {
    for (let slot = hashOf(word) & last; slots[slot] !== 0; slot = (slot + 1) & last) {
      const place = slots[slot]! - 1;
      const start = starts[place]!;
      if (starts[place + 1] === start + word.length + 1 && text.startsWith(word, start)) return place;
    }
    return -1;
  };
}

const lineEnd = 10;
