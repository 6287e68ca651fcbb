/**
 * Whether what was stored survives a kill at any moment: node tests/bench/kills.ts [KILLS] [WORK …]
 *
 * Kills a process KILLS times (200) in each of ingest, rebuild, correction and the saving of the index, at random moments.
 * After each kill the library is opened and looked through: all that was told as done is there, each session whole, with
 * what is derived from it, and nothing is damaged. Stops with what was lost, where anything was.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killAt, type Work } from '../fakes/kills.ts';

const kills = Number(process.argv[2] ?? 200);
const works = (process.argv.length > 3 ? process.argv.slice(3) : ['ingest', 'rebuild', 'correct', 'index']) as Work[];
console.log('| work | kills | while at work | told as done | lost or damaged | s |\n|---|---|---|---|---|---|');
for (const [at, work] of works.entries()) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-kills-'));
  const began = performance.now();
  const { kills: done, atWork, told } = await killAt(work, { folder, kills, seed: at + 11 });
  console.log(`| ${work} | ${done} | ${atWork} | ${told} | 0 | ${Math.round((performance.now() - began) / 1000)} |`);
  rmSync(folder, { recursive: true });
}
