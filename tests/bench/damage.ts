/**
 * What becomes of a library whose file is damaged: node tests/bench/damage.ts [TRIALS]
 *
 * Each trial damages a copy of a library in one way at a place made up by chance, looks through it, rebuilds it, and looks
 * through it again. `saved` counts sessions that have their very words after it, `lost and named` those that the check and
 * the rebuild named, `lost untold` and `other words` must be none.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { hearing } from '../fixtures/hearings.ts';
import { seeded } from '../fakes/stored-vectors.ts';

const trials = Number(process.argv[2] ?? 5);
const count = 40;
const place = mkdtempSync(path.join(tmpdir(), 'rapporteur-damage-'));
const random = seeded(3);
const open = (folder: string) =>
  openRapporteur({
    config: readConfig({ LIBRARY_PATH: folder }),
    anyEmbedder: true,
    openEmbedder,
    openVectorIndex,
    reader: readerHere,
  });

const whole = path.join(place, 'whole');
const first = await open(whole);
await first.ingest(
  Array.from({ length: count }, (_, number) => ({
    name: `hearing-${number}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(hearing(number, 1))),
  })),
);
const truth = new Map<string, string>();
for (const { id } of await first.sessions()) truth.set(id, wordsOf(await first.show(id)));
await first.close();
const bytes = readFileSync(path.join(whole, 'library.db'));
const pages = bytes.length / 4096;
const page = () => 1 + Math.floor(random() * (pages - 1));

const ways: [string, (file: Buffer) => Buffer][] = [
  ['64 bytes overwritten', (file) => overwritten(file, Math.floor(random() * file.length), 64)],
  ['a page of zeros', (file) => filled(file, page(), 1, 0)],
  ['a page of noise', (file) => overwritten(file, page() * 4096, 4096)],
  ['20 pages of noise', (file) => overwritten(file, page() * 4096, 20 * 4096)],
  ['the header overwritten', (file) => overwritten(file, 0, 100)],
  ['the first page overwritten', (file) => overwritten(file, 0, 4096)],
  ['cut in the middle', (file) => file.subarray(0, Math.floor((file.length * (0.3 + random() * 0.6)) / 4096) * 4096)],
  ['cut in a page', (file) => file.subarray(0, Math.floor(file.length * (0.5 + random() * 0.5)))],
  ['a hundred bits flipped', (file) => flipped(file, 100)],
];

console.log(`${count} sessions, ${pages} pages; each row ${trials} trials\n`);
console.log(
  '| damage | checks that ended | rebuilds | sessions saved | lost and named | lost untold | other words | whole after |\n|---|---|---|---|---|---|---|---|',
);
for (const [what, damage] of ways) {
  const sum = { checks: 0, rebuilds: 0, saved: 0, named: 0, untold: 0, other: 0, whole: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    const folder = path.join(place, `trial`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const damaged = damage(Buffer.from(bytes));
    writeFileSync(path.join(folder, 'library.db'), damaged);
    copyFileSync(path.join(folder, 'library.db'), path.join(place, 'damaged.db'));
    let rapporteur = await open(folder);
    const report = await rapporteur.check().catch((error: Error) => error);
    if (report instanceof Error) console.error(what, 'check', report);
    else sum.checks += 1;
    await rapporteur.close();
    rapporteur = await open(folder);
    const lost = await rapporteur.rebuild().catch((error: Error) => error);
    await rapporteur.close();
    if (lost instanceof Error) {
      if (lost.name !== 'LibraryError') console.error(what, 'rebuild', lost);
      continue;
    }
    sum.rebuilds += 1;
    rapporteur = await open(folder);
    const there = new Set((await rapporteur.sessions()).map(({ id }) => id));
    const isAllTold = lost.some((line) => /list of sessions is damaged|session number \d+ is lost/u.test(line));
    for (const [id, words] of truth) {
      if (there.has(id)) sum[wordsOf(await rapporteur.show(id)) === words ? 'saved' : 'other'] += 1;
      else if (lost.some((line) => line.includes(`session ${id} `))) sum.named += 1;
      else sum[isAllTold ? 'named' : 'untold'] += 1;
    }
    if ((await rapporteur.check()).faults.length === 0) sum.whole += 1;
    await rapporteur.close();
  }
  const { checks, rebuilds, saved, named, untold, other, whole: after } = sum;
  console.log(`| ${what} | ${checks} | ${rebuilds} | ${saved} | ${named} | ${untold} | ${other} | ${after} |`);
}
rmSync(place, { recursive: true });

function wordsOf(session: unknown): string {
  return JSON.stringify(session);
}

function overwritten(file: Buffer, at: number, length: number): Buffer {
  for (let offset = at; offset < Math.min(at + length, file.length); offset += 1) file[offset] = random() * 256;
  return file;
}

function filled(file: Buffer, from: number, length: number, value: number): Buffer {
  return file.fill(value, from * 4096, (from + length) * 4096);
}

function flipped(file: Buffer, bits: number): Buffer {
  for (let bit = 0; bit < bits; bit += 1) file[Math.floor(random() * file.length)]! ^= 1 << Math.floor(random() * 8);
  return file;
}
