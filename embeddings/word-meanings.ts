/**
 * What English words mean, from a table made beforehand (`meanings/make.ts`): words that are used alike have vectors
 * that point alike. Held once in a process, 7 MB, and read when the first word is asked for.
 */
import { readFileSync, statSync } from 'node:fs';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { WordMeanings } from './embedder.ts';
import { hashOf } from './spellings.ts';

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
  return { placeOf: placesIn(readFileSync(fileOf('words.txt'), 'latin1')), vectors: vectorsInMemory() };
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
 * Finds the place of a word among words one a line. A hash table of places over the text as it is in the file: a Map of
 * as many strings takes ten times the memory.
 */
function placesIn(lines: string): (word: string) => number {
  const words = lines.trimEnd().split('\n');
  const starts = new Uint32Array(words.length);
  // Half of the slots at most are taken, so that a search soon comes to a free one. A slot holds a place and 1.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(words.length * 2)));
  const next = (slot: number) => (slot + 1) % slots.length;
  for (const [place, word] of words.entries()) {
    starts[place] = place === 0 ? 0 : starts[place - 1]! + words[place - 1]!.length + 1;
    let slot = hashOf(word) % slots.length;
    while (slots[slot] !== 0) slot = next(slot);
    slots[slot] = place + 1;
  }
  const isAt = (start: number, word: string) => lines.startsWith(word, start) && lines[start + word.length] === '\n';
  return (word) => {
    for (let slot = hashOf(word) % slots.length; slots[slot] !== 0; slot = next(slot)) {
      const place = slots[slot]! - 1;
      if (isAt(starts[place]!, word)) return place;
    }
    return -1;
  };
}
