/** Records read in a process of its own, which is warm for the next one, and gone where a record does harm to it. */
import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ReadCall, Told } from './reader-process.ts';
import { signals } from './reader-signals.ts';
import type { Part, Readable, RecordReader } from './reading.ts';

export interface ReadingLimits {
  /** Longest time for one file; of an archive, for each file in it. */
  milliseconds: { file: number; entry: number };
  /** Resident memory of the process above what it takes at rest. */
  megabytes: number;
  /** Files of one archive that may come to the end of these; what comes after is not read. */
  troubles: number;
  /** How long a process that reads nothing is kept. */
  restMs: number;
}

/** With what starting takes, whatever one record does is over in half a minute. */
export const readingLimits: ReadingLimits = {
  milliseconds: { file: 25_000, entry: 8_000 },
  megabytes: 400,
  troubles: 3,
  restMs: 30_000,
};

const script = fileURLToPath(new URL('reader-process.ts', import.meta.url));

export function guardedReader(given: Partial<ReadingLimits> = {}): RecordReader {
  const limits = { ...readingLimits, ...given };
  let resting: { reader: Reader; end: NodeJS.Timeout } | null = null;

  function take(): Reader {
    const rested = resting;
    resting = null;
    clearTimeout(rested?.end);
    return rested && !rested.reader.hasEnded() ? rested.reader : startReader(limits.megabytes);
  }

  function giveBack(reader: Reader): void {
    reader.rest();
    if (resting !== null) void reader.end();
    else resting = { reader, end: setTimeout(() => void endResting(), limits.restMs).unref() };
  }

  async function endResting(): Promise<void> {
    const rested = resting;
    resting = null;
    clearTimeout(rested?.end);
    await rested?.reader.end();
  }

  /** One record after the other, so that no two take the memory of two. */
  let free: Promise<void> = Promise.resolve();

  async function* read(record: Readable): AsyncGenerator<Part> {
    const before = free;
    let release = () => {};
    free = new Promise((resolve) => (release = resolve));
    await before;
    try {
      // What was told last can be put in while the next record is read.
      const last = yield* readNow(record);
      release();
      yield* last;
    } finally {
      release();
    }
  }

  async function* readNow(record: Readable): AsyncGenerator<Part, Part[]> {
    const done: string[] = [];
    const began = performance.now();
    const inAll = record.limits?.milliseconds ?? Infinity;
    for (let troubles = 1; ; troubles += 1) {
      const reader = take();
      let at: { place: string; entry: string } | null = null;
      let isWell = false;
      try {
        const milliseconds = { ...limits.milliseconds, inAll: Math.max(inAll - (performance.now() - began), 1) };
        for await (const { parts, next, begun, done: read } of reader.call({ record, milliseconds, done })) {
          if (next === 'rests' || next === 'is tired') {
            isWell = next === 'rests';
            return parts;
          }
          yield* parts;
          done.push(...read);
          at = begun ?? at;
          if (next === 'waits') reader.more();
        }
      } finally {
        // Also where whoever asked has heard enough.
        if (isWell) giveBack(reader);
        else await reader.end();
      }
      const isLate = performance.now() - began >= inAll;
      const most = isLate ? inAll : at === null ? limits.milliseconds.file : limits.milliseconds.entry;
      const why = whyEnded(await reader.ended, most, limits.megabytes);
      yield failed(at?.entry ?? null, `It cannot be read: ${why}; split it, or save the record as text and try again`);
      if (at === null) return [];
      done.push(at.place);
      if (isLate || troubles === limits.troubles)
        return [failed(null, 'What comes after that in the archive is not read; unpack it, and ingest its files')];
    }
  }

  return { read, close: endResting };
}

function whyEnded({ signal, code }: Ending, milliseconds: number, megabytes: number): string {
  if (signal === signals.time) return `its reading takes more than ${milliseconds / 1000} seconds`;
  // The last two are how JavaScript ends where it has no memory left.
  if (signal === signals.memory || signal === 'SIGABRT' || signal === 'SIGTRAP')
    return `its reading takes more than ${megabytes} MB of memory`;
  return `it ends the program that reads it (${signal ?? code})`;
}

function failed(entry: string | null, message: string): Part {
  return { entry, sessions: 0, problems: [{ line: null, message }] };
}

interface Ending {
  signal: NodeJS.Signals | null;
  code: number | null;
}

interface Reader {
  /** What it tells of the record, to its last part or the end of the process. */
  call(call: ReadCall): AsyncGenerator<Exclude<Told, { ready: true }>>;
  more(): void;
  /** While nothing is read it keeps nobody from ending. */
  rest(): void;
  hasEnded(): boolean;
  ended: Promise<Ending>;
  end(): Promise<void>;
}

function startReader(megabytes: number): Reader {
  const child: ChildProcess = fork(script, [String(megabytes), getCompileCacheDir() ?? ''], {
    serialization: 'advanced',
    // What reads a stranger's file has no use for keys and tokens.
    env: {},
    // Beside what the program itself takes of it.
    execArgv: [`--max-old-space-size=${megabytes + 64}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const heard: Told[] = [];
  let wake = () => {};
  let isOver = false;
  child.on('message', (told: Told) => {
    heard.push(told);
    wake();
  });
  const ended = new Promise<Ending>((resolve) => {
    const end = (signal: NodeJS.Signals | null, code: number | null) => {
      isOver = true;
      wake();
      resolve({ signal, code });
    };
    child.on('close', (code, signal) => end(signal, code)).on('error', () => end(null, null));
  });
  // A process that has just ended takes no messages; that it has ended says why.
  const send = (message: ReadCall | 'more') => void (child.connected && child.send(message, () => {}));
  let isReady = false;

  return {
    async *call(call) {
      child.ref();
      child.channel?.ref();
      if (isReady) send(call);
      for (;;) {
        const told = heard.shift();
        if (told === undefined) {
          if (isOver) return;
          await new Promise<void>((resolve) => (wake = resolve));
        } else if ('ready' in told) {
          isReady = true;
          send(call);
        } else {
          yield told;
          if (told.next === 'rests' || told.next === 'is tired') return;
        }
      }
    },
    more: () => send('more'),
    rest() {
      child.unref();
      child.channel?.unref();
    },
    hasEnded: () => isOver,
    ended,
    async end() {
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
  };
}
