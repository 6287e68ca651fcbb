/**
 * From the start of the program to its first answer: node tests/bench/start.ts [SESSIONS]
 *
 * The command line, as people run it, in a process of its own each time: one question of a library of 1, 1,000 and
 * 10,000 sessions, the first time after the ingest and the median of four more.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const most = Number(process.argv[2] ?? 10_000);
const main = fileURLToPath(new URL('../../packaging/rapporteur.js', import.meta.url));
console.log(
  '| sessions | `--help` ms | first answer ms, first time | first answer ms, median of 4 |\n|---|---|---|---|',
);
const library = await temporaryLibrary();
try {
  let filled = 0;
  for (const sessions of [1, 1000, 10_000].filter((count) => count <= most)) {
    const rapporteur = await library.open();
    await fill(rapporteur, filled, sessions);
    await rapporteur.close();
    filled = sessions;
    const help = median([await timeOf(['--help']), await timeOf(['--help']), await timeOf(['--help'])]);
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) times.push(await timeOf(['ask', syntheticQuestion(run, sessions)]));
    console.log(
      `| ${sessions} | ${help.toFixed(0)} | ${times[0]!.toFixed(0)} | ${median(times.slice(1)).toFixed(0)} |`,
    );
  }
} finally {
  library.remove();
}

/** Milliseconds until the first words are printed. */
async function timeOf(args: string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], LIBRARY_PATH: library.folder },
    cwd: path.dirname(library.folder),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const time = performance.now() - start;
  await once(child, 'exit');
  return time;
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1]!;
}
