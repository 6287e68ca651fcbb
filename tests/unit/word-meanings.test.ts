import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wordMeanings } from '../../embeddings/word-meanings.ts';

const words = wordMeanings();
const kept = readFileSync(new URL('../../embeddings/meanings/words.txt', import.meta.url), 'latin1')
  .trim()
  .split('\n');

function vectorOf(word: string): Float64Array {
  const sum = new Float64Array(words.dimensions);
  words.add(words.placeOf(word), 1, sum);
  return sum;
}

function cosine(one: string, other: string): number {
  const [a, b] = [vectorOf(one), vectorOf(other)];
  const dot = (c: Float64Array, d: Float64Array) => c.reduce((sum, value, n) => sum + value * d[n]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

it('knows the place of every word of its list, and of no other', () => {
  expect(kept).toHaveLength(60_000);
  expect(kept.findIndex((word, place) => words.placeOf(word) !== place)).toBe(-1);
  for (const other of ['', 'Harbour', 'harbourmasterly', 'qzx', 'the\nto', '網絡'])
    expect(words.placeOf(other)).toBe(-1);
});

it.each([
  ['car', 'automobile', 'river'],
  ['doctor', 'nurse', 'cement'],
  ['tax', 'revenue', 'whale'],
  ['teach', 'pupils', 'anchor'],
])('%s is nearer to %s than to %s', (word, near, far) => {
  expect(cosine(word, near)).toBeGreaterThan(cosine(word, far) + 0.2);
});

it('adds as much of a word as is wanted', () => {
  const sum = new Float64Array(words.dimensions);
  words.add(words.placeOf('harbour'), 2, sum);
  words.add(words.placeOf('harbour'), -2, sum);
  expect(sum.every((value) => value === 0)).toBe(true);
});

it('is held in common by threads, and read by the first that asks', () => {
  const source = new URL('../../embeddings/word-meanings.ts', import.meta.url).href;
  const program = `
    import { isMainThread, Worker, getEnvironmentData } from 'node:worker_threads';
    import { shareWordMeanings, wordMeanings } from '${source}';
    shareWordMeanings();
    const shared = getEnvironmentData('rapporteur: word meanings');
    const isRead = () => new Int8Array(shared).some((value) => value !== 0);
    const before = isRead();
    const worker = new Worker(\`
      import { parentPort } from 'node:worker_threads';
      import { wordMeanings } from '${source}';
      const sum = new Float64Array(100);
      wordMeanings().add(wordMeanings().placeOf('harbour'), 1, sum);
      parentPort.postMessage(sum);
    \`, { eval: true, type: 'module' });
    worker.on('message', (there) => {
      const here = new Float64Array(100);
      const read = isRead();
      wordMeanings().add(wordMeanings().placeOf('harbour'), 1, here);
      console.log(JSON.stringify([before, read, here.some((value) => value !== 0), here.every((value, n) => value === there[n])]));
    });
  `;
  const told = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    encoding: 'utf8',
  });
  expect(JSON.parse(told)).toEqual([false, true, true, true]);
});
