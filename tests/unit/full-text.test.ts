import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { databaseName } from '../../src/library/sqlite/database.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

/** How many pieces the full text lies in, and how often a term stands in it. */
function fullText(folder: string, term: string): { pieces: unknown; chunks: unknown } {
  const database = new DatabaseSync(path.join(folder, databaseName), { readOnly: true });
  const pieces = database.prepare('SELECT count(DISTINCT segid) AS n FROM words_idx').get()!['n'];
  const chunks = database.prepare('SELECT doc AS n FROM vocabulary WHERE term = ?').get(term)?.['n'];
  database.close();
  return { pieces, chunks };
}

it('lies in few pieces, however many changes made it', async () => {
  const folder = temporaryFolder();
  const rapporteur = await rapporteurIn(folder);
  for (let number = 0; number < 15; number += 1) {
    const text = `Ana Lind: The ferry number ${number} was late because of the fog on the strait.`;
    await rapporteur.ingest([{ name: `ferry ${number}.txt`, bytes: Buffer.from(text) }]);
  }
  const [first] = await rapporteur.sessions();
  await rapporteur.remove(first!.id);
  expect(await rapporteur.sessions()).toHaveLength(14);
  expect((await rapporteur.ask({ text: 'Which ferry was late?' })).status).toBe('answered');
  await rapporteur.close();
  const { pieces, chunks } = fullText(folder, 'ferri');
  expect(pieces).toBeLessThan(4);
  expect(chunks).toBe(14);
});
