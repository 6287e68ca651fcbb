import type { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { bestChunks, chunkLengths } from '../../src/library/sqlite/best-chunks.ts';
import { connection } from '../../src/library/sqlite/connection.ts';
import { openDatabase } from '../../src/library/sqlite/database.ts';
import { seeded } from '../fakes/stored-vectors.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const random = seeded(7);
const vocabulary = ['ferry', 'fog', 'pier', '船', 'été', ...Array.from({ length: 200 }, (_, rank) => `word${rank}`)];
const word = () => vocabulary[Math.floor(random() ** 3 * vocabulary.length)]!;
const text = () => Array.from({ length: 1 + Math.floor(random() * 300) }, word).join(' ');

/** Full text of `count` chunks made up by chance, of which some are taken out again. */
function fullText(count: number) {
  const folder = temporaryFolder();
  const open = () => openDatabase(folder, 'none', true);
  const db = open();
  put(db, 1, count);
  db.exec('DELETE FROM words WHERE rowid % 7 = 3');
  return { folder, open, db, from: connection(db, folder) };
}

function put(db: DatabaseSync, from: number, to: number) {
  const insert = db.prepare('INSERT INTO words (rowid, terms) VALUES (?, ?)');
  db.exec('BEGIN');
  for (let id = from; id <= to; id += 1) insert.run(id, text());
  db.exec('COMMIT');
}

/** As the function of FTS5 has it. */
function byFullText(db: DatabaseSync, terms: string[], limit: number) {
  const found = db.prepare(
    'SELECT rowid AS id, -bm25(words) AS score FROM words WHERE words MATCH ? ORDER BY score DESC, rowid LIMIT ?',
  );
  return found.all(terms.map((term) => `"${term}"`).join(' OR '), limit).map(({ id, score }) => [id, score]);
}

const near = (found: { id: number; score: number }[]) =>
  found.map(({ id, score }) => [id, expect.closeTo(score, 9)] as const);

it.each([
  [['ferry']],
  [['ferry', 'fog', 'pier']],
  [['word150', 'word3', 'été', '船']],
  [['nobody', 'said']],
  [['nobody', 'fog']],
  [['fog', 'fog']],
  // Nothing that FTS5 takes for one word.
  [['word3 word4', 'fog']],
  [['ETE', '½']],
])('are those that FTS5 has for %j', (terms) => {
  const { db, from } = fullText(400);
  const lengths = chunkLengths();
  for (const limit of [1, 10, 1000])
    expect(byFullText(db, terms, limit)).toEqual(near(bestChunks(from, lengths, terms, limit)));
  const among = new Set([5, 6, 7, 10, 100, 399]);
  const those = byFullText(db, terms, 1000).filter(([id]) => among.has(Number(id)));
  expect(those).toEqual(near(bestChunks(from, lengths, terms, 1000, among)));
});

it('are known by their lengths whoever sees which of them', () => {
  const { db, from, folder, open } = fullText(50);
  const lengths = chunkLengths();
  const other = open();
  const held = connection(other, folder);
  other.exec('BEGIN');
  const before = byFullText(other, ['ferry', 'fog'], 100);
  db.exec('DELETE FROM words WHERE rowid < 20');
  put(db, 51, 500);
  // The first to read them sees no more of those that are gone.
  expect(byFullText(db, ['ferry', 'fog'], 1000)).toEqual(near(bestChunks(from, lengths, ['ferry', 'fog'], 1000)));
  expect(before).toEqual(near(bestChunks(held, lengths, ['ferry', 'fog'], 100)));
  other.exec('COMMIT');
  expect(byFullText(other, ['pier'], 1000)).toEqual(near(bestChunks(held, lengths, ['pier'], 1000)));
});
