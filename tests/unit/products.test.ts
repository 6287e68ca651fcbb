import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { productsMade } from '../../embeddings/products/make.ts';
import { greatestOf, mostRows, products } from '../../embeddings/products/products.ts';
import { seeded } from '../fakes/stored-vectors.ts';

const random = seeded(1);
const whole = (most: number) => Math.round((random() * 2 - 1) * most);

describe.each([1, 15, 16, 17, 100, 384, 1536])('vectors of %d numbers', (dimensions) => {
  it('have the products that one reckons by hand', () => {
    const inner = products(dimensions);
    const count = 300;
    inner.hold(count);
    const rows = Array.from({ length: count }, () => Int8Array.from({ length: dimensions }, () => whole(127)));
    for (const [row, numbers] of rows.entries()) inner.row(row).set(numbers);
    const query = Int16Array.from({ length: dimensions }, () => whole(greatestOf(dimensions)));
    const expected = rows.map((numbers) => numbers.reduce((sum, value, at) => sum + value * query[at]!, 0));
    expect([...inner.each(query, 0, count)]).toEqual(expected);
    expect([...inner.each(query, 120, 3)]).toEqual(expected.slice(120, 123));
    expect(inner.one(query, 299)).toBe(expected[299]);
  });
});

describe('products', () => {
  it.each([8_000, 8_001, 12_288, 65_536])('of the greatest numbers stay right at %d dimensions', (dimensions) => {
    const inner = products(dimensions);
    const greatest = greatestOf(dimensions);
    inner.hold(2);
    inner.row(0).fill(127);
    inner.row(1).fill(-127);
    const query = new Int16Array(dimensions).fill(greatest);
    expect([...inner.each(query, 0, 2)]).toEqual([1, -1].map((sign) => sign * 127 * greatest * dimensions));
  });
  it('stay when room is made for more rows', () => {
    const inner = products(32);
    inner.hold(1);
    inner.row(0).fill(3);
    inner.hold(3 * mostRows);
    inner.row(3 * mostRows - 1).fill(5);
    const query = new Int16Array(32).fill(1);
    expect(inner.one(query, 0)).toBe(96);
    expect(inner.one(query, 3 * mostRows - 1)).toBe(160);
  });
  it('are reckoned by what products.wat says', async () => {
    expect(readFileSync('embeddings/products/products.wasm').equals(await productsMade())).toBe(true);
  });
});
