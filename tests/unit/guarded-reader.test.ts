/** A record that takes too long or too much, made small and stopped early: it fails by name, and the next is read. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedReader, type ReadingLimits } from '../../src/records/reading/guarded-reader.ts';
import { signals } from '../../src/records/reading/reader-signals.ts';
import { readerHere, type Readable, type RecordReader } from '../../src/records/reading/reading.ts';
import { bytesOf, docxOf, p, zipOf } from '../fixtures/documents.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const talk =
  'Ana Lind: We begin with the boats.\nRavi Sen: There are 90 boats in the harbour.\nAna Lind: So we need 90 nets.\n';
const pages = docxOf(Array.from({ length: 300 }, (_, n) => p(`Ana Lind: This is boat ${n} of the day.`)).join(''));
/** A year of days, which none reads in sixty megabytes. */
const year = Array.from(
  { length: 400_000 },
  (_, n) => `Ana Lind: This is boat ${n} of the day, and we have it.\n`,
).join('');

let reader: RecordReader;
afterEach(() => reader.close());

async function read(limits: Partial<ReadingLimits>, record: Partial<Readable> & { bytes: Uint8Array }, again = false) {
  if (!again) reader = guardedReader({ shortBytes: 0, ...limits });
  return told(reader, { name: 'record', address: null, ...record });
}

async function told(from: RecordReader, record: Readable): Promise<string[]> {
  const found: string[] = [];
  for await (const part of from.read(record)) {
    if ('draft' in part) found.push(`${part.draft.turns.length} turns`);
    else if (part.sessions === 0) found.push(`${part.entry ?? 'all'}: ${part.problems[0]!.message}`);
  }
  return found;
}

describe('the process that reads', () => {
  it('reads what is read here', async () => {
    const archive = {
      name: 'day.zip',
      address: null,
      bytes: zipOf({ 'a.txt': talk, 'b.docx': docxOf(p('Ana Lind: Yes.')) }),
    };
    const here = [];
    for await (const part of readerHere.read(archive)) here.push(part);
    reader = guardedReader({ shortBytes: 0 });
    const there = [];
    for await (const part of reader.read(archive)) there.push(part);
    expect(there).toEqual(here);
    expect(there).toHaveLength(4);
  });
  it('is asked for a document, whatever stands before its mark', async () => {
    const bytes = Buffer.from('some words\n%PDF-1.7\nand nothing of a PDF\nstartxref');
    // No process can read with so little.
    expect(await read({ shortBytes: 32_768, megabytes: -1_000 }, { bytes })).toEqual([
      expect.stringMatching(/^all: It cannot be read: its reading takes more than -1000 MB/u) as string,
    ]);
  });
  it('is not asked for what is short and plain', async () => {
    const nothing = { shortBytes: 32_768, megabytes: -1_000 };
    expect(await read(nothing, { bytes: Buffer.from(talk) })).toEqual(['3 turns']);
  });
  it('reads a file where it lies', async () => {
    const file = path.join(temporaryFolder(), 'talk.txt');
    writeFileSync(file, talk);
    reader = guardedReader({ shortBytes: 0 });
    expect(await told(reader, { name: file, address: null, path: file })).toEqual(['3 turns']);
    expect(await told(reader, { name: 'x', address: null, path: `${file}.gone` })).toEqual([
      expect.stringMatching(/^all: cannot be read \(ENOENT.*check the path/u) as string,
    ]);
  });
  it('is ended by a record that takes too long, and the next is read', async () => {
    const bytes = zipOf({ 'a.txt': talk });
    // No file of an archive is read in no time.
    expect(await read({ milliseconds: { file: 600_000, entry: 0 } }, { bytes })).toEqual([
      expect.stringMatching(/^a\.txt: It cannot be read: its reading takes more than 0 seconds; split it/u) as string,
    ]);
    expect(await read({}, { bytes: bytesOf(talk) }, true)).toEqual(['3 turns']);
  });
  it.skipIf(process.platform === 'win32').each([
    ['too long', { most: 0, moreAtMost: 1e12 }, signals.time],
    ['too much memory', { most: 1e12, moreAtMost: -1e12 }, signals.memory],
    ['to nobody', { most: 1e12, moreAtMost: 1e12, parent: -1 }, signals.memory],
  ])('is ended by what watches it while it reads on and on %s', async (_, given, signal) => {
    reader = readerHere;
    const room = new URL('../../src/records/reading/', import.meta.url).href;
    const endless = spawn(process.execPath, ['--input-type=module', '-e', readingOn, room, JSON.stringify(given)]);
    expect(await once(endless, 'exit')).toEqual([null, signal]);
  });
  it.runIf(process.platform === 'linux')('does not wait for a pipe or a device', async () => {
    const pipe = path.join(temporaryFolder(), 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    reader = guardedReader();
    for (const name of [pipe, '/dev/null'])
      expect(await told(reader, { name, address: null, path: name })).toEqual([
        'all: is no file; give what is in it on standard input, as with "ingest -".',
      ]);
  });
  it('is ended by a record that takes too much memory, and the next is read', async () => {
    expect(await read({ megabytes: 60 }, { bytes: bytesOf(year) })).toEqual([
      expect.stringMatching(/^all: It cannot be read: its reading takes more than 60 MB of memory/u) as string,
    ]);
    expect(await read({}, { bytes: bytesOf(talk) }, true)).toEqual(['3 turns']);
  });
  it('is ended by one file of an archive, and the others are read', async () => {
    const bytes = zipOf({
      'a.txt': talk,
      'b.txt': year,
      'c.txt': talk,
      'd.zip': zipOf({ 'x.txt': year, 'y.txt': talk }),
      'e.txt': talk,
    });
    expect(await read({ megabytes: 60 }, { bytes })).toEqual([
      '3 turns',
      expect.stringMatching(/^b\.txt: It cannot be read/u) as string,
      '3 turns',
      expect.stringMatching(/^d\.zip › x\.txt: It cannot be read/u) as string,
      '3 turns',
      '3 turns',
    ]);
  });
  it('gives up an archive of nothing but trouble', async () => {
    const bytes = zipOf({ 'a.txt': year, 'b.txt': year, 'c.txt': year, 'd.txt': talk });
    expect(await read({ megabytes: 60, troubles: 2 }, { bytes })).toEqual([
      expect.stringMatching(/^a\.txt: /u) as string,
      expect.stringMatching(/^b\.txt: /u) as string,
      expect.stringMatching(/^all: What comes after that in the archive is not read/u) as string,
    ]);
  });
  it('reads a stranger’s archive within what it may unpack to and take in all', async () => {
    const bytes = zipOf({ 'a.txt': talk.repeat(100), 'b.txt': talk });
    expect(await read({}, { bytes, limits: { unpackedBytes: 5_000, milliseconds: 10_000 } })).toEqual([
      expect.stringMatching(/^all: It cannot be read: it would unpack to 0 MB, and at most 0 MB are read/u) as string,
    ]);
    expect(await read({}, { bytes: pages, limits: { unpackedBytes: 1e9, milliseconds: 0 } }, true)).toEqual([
      expect.stringMatching(/^all: It cannot be read: its reading takes more than 0 seconds/u) as string,
    ]);
  });
  it('tells thousands of sessions a few at a time', async () => {
    const sessions = Array.from({ length: 40 }, (_, number) => ({
      id: `day-${number}`,
      title: `Day ${number}`,
      turns: Array.from({ length: 300 }, (__, n) => ({
        speaker: 'Ana Lind',
        text: `This is boat ${n}. ${'So it is. '.repeat(10)}`,
      })),
    }));
    const bytes = bytesOf(sessions.map((session) => JSON.stringify(session)).join('\n'));
    expect(await read({}, { name: 'days.jsonl', bytes })).toEqual(sessions.map(() => '300 turns'));
  });
  it.runIf(process.platform === 'linux')('ends with whoever started it, also in the middle of a record', async () => {
    const starter = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        starting,
        fileURLToPath(new URL('../../src/records/reading/guarded-reader.ts', import.meta.url)),
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    starter.stdin.end(pages);
    reader = readerHere;
    await once(starter.stdout, 'data');
    const children = () =>
      readFileSync(`/proc/${starter.pid}/task/${starter.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    await expect.poll(children).not.toEqual([]);
    const [child] = children();
    starter.kill('SIGKILL');
    await expect.poll(() => isRunning(child!), { timeout: 60_000 }).toBe(false);
  });
});

/** Never ends by itself, and looks at nothing. */
const readingOn = `
  const { Worker } = await import('node:worker_threads');
  const { newDeadline, setDeadline } = await import(process.argv[1] + 'reading-time.ts');
  const { most, moreAtMost, parent = process.ppid } = JSON.parse(process.argv[2]);
  const deadline = newDeadline();
  const workerData = { deadline, moreAtMost, parent };
  const watch = new Worker(new URL(process.argv[1] + 'reader-watch.ts'), { workerData, execArgv: [] });
  await new Promise((resolve) => watch.once('message', resolve));
  setDeadline(deadline, most);
  for (;;);
`;

/** Reads what comes on standard input again and again. */
const starting = `
  const { guardedReader } = await import(process.argv[1]);
  const bytes = Buffer.concat(await Array.fromAsync(process.stdin));
  const reader = guardedReader({ shortBytes: 0 });
  console.log('reading');
  for (;;) for await (const part of reader.read({ name: 'record.docx', address: null, bytes }));
`;

function isRunning(pid: string): boolean {
  try {
    // One that has ended stays listed until whoever took it over looks.
    return !/^\d+ \(.*\) Z/u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('an ingest', () => {
  it('names the record that failed, and goes on', async () => {
    const rapporteur = await rapporteurIn(
      temporaryFolder(),
      {},
      { reader: (reader = guardedReader({ megabytes: 60, shortBytes: 0 })) },
    );
    const { files } = await rapporteur.ingest([
      { name: 'long.txt', bytes: bytesOf(year) },
      { name: 'talk.txt', bytes: bytesOf(talk) },
    ]);
    expect(files.map(({ name, failure, sessions }) => [name, failure === null, sessions.length])).toEqual([
      ['long.txt', false, 0],
      ['talk.txt', true, 1],
    ]);
    await rapporteur.close();
  });
  it('fails one of many files that are read ahead, and reads each of the others once', async () => {
    const folder = temporaryFolder();
    const names = ['a.txt', 'b.txt', 'year.txt', 'c.txt', 'd.txt'];
    for (const name of names)
      writeFileSync(path.join(folder, name), name === 'year.txt' ? year : `${name} of the day\n${talk}`);
    reader = guardedReader({ megabytes: 60, shortBytes: 0 });
    const rapporteur = await rapporteurIn(temporaryFolder(), {}, { reader });
    const { files } = await rapporteur.ingest(names.map((name) => ({ path: path.join(folder, name) })));
    expect(files.map(({ name, failure }) => [path.basename(name), failure === null])).toEqual(
      names.map((name) => [name, name !== 'year.txt']),
    );
    await rapporteur.close();
  });
  it('of a session longer than any is refused by name', async () => {
    reader = readerHere;
    const bytes = bytesOf(`Ana Lind: ${'Boats and nets. '.repeat(1_000_000)}\nRavi Sen: Yes.\nAna Lind: No.\n`);
    expect(await told(reader, { name: 'long.txt', address: null, bytes })).toEqual([
      expect.stringMatching(
        /longer than 15 million characters, which is too much for one session; split it/u,
      ) as string,
    ]);
  });
});
