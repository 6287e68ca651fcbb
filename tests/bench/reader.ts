/**
 * How long the reader takes for the first page of a session of 200 turns, alone and with 100 readers at once, in a library
 * of so many chunks; processor time is that of the whole process, its threads too:
 *
 *     node tests/bench/reader.ts [--chunks 10000] [--library FOLDER]
 *
 * A library in a folder is made where there is none, and kept.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { servedReader } from '../fixtures/served.ts';
import { fill, syntheticRecord, temporaryLibrary } from './synthetic.ts';

const { values } = parseArgs({
  options: { chunks: { type: 'string', default: '10000' }, library: { type: 'string' } },
});
const sessions = Number(values.chunks) / 10;
const readersAtOnce = 100;

const temporary = values.library === undefined ? await temporaryLibrary() : null;
const folder = values.library ?? temporary!.folder;
const rapporteur = rapporteurInThreads(readConfig({ LIBRARY_PATH: folder, WEB_PORT: '1' }));
const served = await servedReader(rapporteur, folder);
try {
  if ((await rapporteur.sessions()).length < sessions) {
    await fill(rapporteur, 0, sessions);
    await rapporteur.ingest([recordOf(longSession())]);
  }
  const paths = {
    'a session of 200 turns': '/sessions/bench-200',
    'the library': '/',
    'a search': '/search?q=harbour',
  };
  console.log(
    '| page | kB | alone p50 ms | p95 | processor ms each | 100 at once p95 ms | errors |\n|---|---|---|---|---|---|---|',
  );
  for (const [name, path] of Object.entries(paths)) {
    let [errors, bytes] = [0, 0];
    const once = async () => {
      const start = performance.now();
      const response = await fetch(served.address + path);
      bytes = (await response.arrayBuffer()).byteLength;
      if (response.status !== 200) errors += 1;
      return performance.now() - start;
    };
    for (let number = 0; number < 20; number += 1) await once();
    const alone: number[] = [];
    const before = process.cpuUsage();
    for (let number = 0; number < 100; number += 1) alone.push(await once());
    const { user, system } = process.cpuUsage(before);
    const among = await Promise.all(Array.from({ length: readersAtOnce }, once));
    const times = [share(alone, 0.5), share(alone, 0.95), (user + system) / 1000 / alone.length, share(among, 0.95)];
    console.log(
      `| ${name} | ${Math.round(bytes / 1000)} | ${times.map((ms) => ms.toFixed(1)).join(' | ')} | ${errors} |`,
    );
  }
  console.log(
    `\nLoad of the machine (1, 5, 15 minutes): ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}.`,
  );
} finally {
  await served.stop();
  await rapporteur.close();
  temporary?.remove();
}

/** In the words of made-up sessions. */
function longSession() {
  const lines = Array.from({ length: 20 }, (_, number) => new TextDecoder().decode(syntheticRecord(number).bytes))
    .flatMap((text) => text.split('\n').slice(3))
    .filter(Boolean)
    .slice(0, 200);
  const turns = lines.map((line) => ({ speaker: line.split(': ', 1)[0], text: line.slice(line.indexOf(': ') + 2) }));
  return { id: 'bench-200', title: 'A session of two hundred turns', date: '2025-03-04', turns };
}

function share(times: number[], of: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * of), sorted.length - 1)]!;
}
