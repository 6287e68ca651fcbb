/**
 * Many vectors of whole numbers of 8 bits, and the inner products of one with them: what an exact search does most. In
 * WebAssembly, sixteen numbers at a time (`products.wat`), a hundred thousand vectors of 384 take a few milliseconds.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Products {
  /** The numbers of a row, to be written and read; of no use after `hold`. */
  row(row: number): Int8Array;
  /** Makes room for this many rows. Throws a `RangeError` where there is none. */
  hold(rows: number): void;
  /** Products of `query` with rows from `first` on, `count` at most `most`; of no use after the next call. */
  each(query: Int16Array, first: number, count: number): Int32Array;
  /** The same with one row. */
  one(query: Int16Array, row: number): number;
}

/** How many rows `each` takes at a time. */
export const mostRows = 4096;
/**
 * The greatest number of a query, either way: the sum of its products with a row's stays within 32 bits. For up to 8,000
 * dimensions it is 16 times that of a byte, so that a query of bytes stays as it is.
 */
export function greatestOf(dimensions: number): number {
  return dimensions <= 8_000 ? 2032 : Math.floor((2 ** 31 - 1) / (127 * dimensions));
}

/** The part of it that is used here: TypeScript has its types in those of browsers alone. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

interface Exported {
  memory: { readonly buffer: ArrayBuffer; grow: (pages: number) => number };
  each: (query: number, row: number, length: number, count: number, products: number) => void;
}

let compiled: object | null = null;

/** In the memory lie a query, the products made last, and the rows, each of as many numbers as make a multiple of 16. */
export function products(dimensions: number): Products {
  compiled ??= new WebAssembly.Module(readFileSync(path.join(import.meta.dirname, 'products.wasm')));
  const { memory, each } = new WebAssembly.Instance(compiled).exports as Exported;
  const length = Math.ceil(dimensions / 16) * 16;
  const made = length * 2;
  const rows = made + mostRows * 4;
  const hold = (count: number) => {
    const missing = rows + count * length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
  };
  hold(0);
  const multiply = (query: Int16Array, first: number, count: number) => {
    new Int16Array(memory.buffer, 0, dimensions).set(query);
    each(0, rows + first * length, length, count, made);
  };

  return {
    hold,
    row: (row) => new Int8Array(memory.buffer, rows + row * length, dimensions),
    each(query, first, count) {
      multiply(query, first, count);
      return new Int32Array(memory.buffer, made, count);
    },
    one(query, row) {
      multiply(query, row, 1);
      return new Int32Array(memory.buffer, made, 1)[0]!;
    },
  };
}

/** What WebAssembly grows by. */
const pageBytes = 65_536;
