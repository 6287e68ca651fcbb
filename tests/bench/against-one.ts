/** What `against.ts` measures of one build, as a line of JSON: node tests/bench/against-one.ts BUILD SESSIONS */
import { statSync } from 'node:fs';
import path from 'node:path';
import type * as Synthetic from './synthetic.ts';

const [, , build, asked] = process.argv;
const sessions = Number(asked);
const { fill, syntheticQuestion, temporaryLibrary } = (await import(
  path.join(path.resolve(build!), 'tests/bench/synthetic.ts')
)) as typeof Synthetic;
const found: { [what: string]: number } = {};

const library = await temporaryLibrary();
try {
  let rapporteur = await library.open();
  // What is loaded and compiled at first use is no part of it.
  await fill(rapporteur, 0, 20);
  await timed('ingest', () => fill(rapporteur, 20, sessions));
  await timed('index of vectors', () => rapporteur.index());
  await rapporteur.close();
  found['library on disk, MB'] = statSync(path.join(library.folder, 'library.db')).size / 1e6;

  const began = performance.now();
  rapporteur = await library.open();
  await rapporteur.ask({ text: syntheticQuestion(1_000, sessions) });
  found['first answer, ms'] = performance.now() - began;
  for (let number = 0; number < 30; number += 1) await rapporteur.ask({ text: syntheticQuestion(number, sessions) });
  const waits: number[] = [];
  await timed('100 questions', async () => {
    for (let number = 100; number < 200; number += 1) {
      const asked = performance.now();
      await rapporteur.ask({ text: syntheticQuestion(number, sessions) });
      waits.push(performance.now() - asked);
    }
  });
  waits.sort((one, other) => one - other);
  found['a question at the 95th percentile, ms'] = waits[95]!;
  await timed('100 searches', async () => {
    for (let number = 200; number < 300; number += 1)
      await rapporteur.search({ text: syntheticQuestion(number, sessions) });
  });
  found['resident, MB'] = process.memoryUsage().rss / 1e6;
  await rapporteur.close();
} finally {
  library.remove();
}
console.log(JSON.stringify(found));

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  found[`${what}, s`] = (performance.now() - began) / 1000;
  found[`${what}, s of the processor`] = (user + system) / 1e6;
}
