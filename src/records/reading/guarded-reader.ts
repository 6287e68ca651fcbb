/** Records read in a process of its own, which is warm for the next one, and gone where a record does harm to it. */
import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Read, ReadCall, Told } from './reader-process.ts';
import { signals } from './reader-signals.ts';
import { partsOf, type Part, type Readable, type RecordReader } from './reading.ts';
import { shortText } from './short-text.ts';

export interface ReadingLimits {
  /** Longest time for one file; of an archive, for each file in it. What time is, `reading-time.ts` says. */
  milliseconds: { file: number; entry: number };
  /** Resident memory of the process above what it takes at rest. */
  megabytes: number;
  /** Files of one archive that may come to the end of these; what comes after is not read. */
  troubles: number;
  /** How long a process that reads nothing is kept. */
  restMs: number;
  /** Running text up to so many bytes is read where it is asked for: the way to the process and back takes longer. */
  shortBytes: number;
}

/** Whatever one record does is over in half a minute of the processor, and in some four by the clock. */
export const readingLimits: ReadingLimits = {
  milliseconds: { file: 25_000, entry: 8_000 },
  megabytes: 400,
  troubles: 3,
  restMs: 30_000,
  shortBytes: 32 * 1024,
};

const script = fileURLToPath(new URL('reader-process.ts', import.meta.url));

export function guardedReader(given: Partial<ReadingLimits> = {}): RecordReader {
  const limits = { ...readingLimits, ...given };
  let latest: Reader | null = null;
  let end: NodeJS.Timeout | undefined;

  function take(): Reader {
    clearTimeout(end);
    if (latest === null || latest.hasEnded()) latest = startReader(limits.megabytes);
    return latest;
  }

  function giveBack(reader: Reader): void {
    if (!reader.isIdle()) return;
    reader.rest();
    end = setTimeout(() => void reader.end(), limits.restMs).unref();
  }

  async function close(): Promise<void> {
    clearTimeout(end);
    await latest?.end();
  }

  async function* read(record: Readable): AsyncGenerator<Part> {
    const short = await shortText(record, limits.shortBytes);
    if (short) {
      yield* partsOf(short);
      return;
    }
    // What was told last can be put in when the process is somebody else's already.
    yield* yield* readNow(record);
  }

  async function* readNow(record: Readable): AsyncGenerator<Part, Part[]> {
    const done: string[] = [];
    const inAll = record.limits?.milliseconds ?? Infinity;
    let left = inAll;
    let heardAt = 0;
    for (let troubles = 1; ;) {
      const reader = take();
      let at: { place: string; entry: string } | null = null;
      let isWell = false;
      let isCulprit = false;
      const hasEnded = (isOurs: boolean) => void (isCulprit = isOurs);
      try {
        const milliseconds = { ...limits.milliseconds, inAll: left };
        heardAt = performance.now();
        for await (const told of reader.call({ record, milliseconds, done }, hasEnded)) {
          const { parts, next, begun } = told;
          if (next === 'rests' || next === 'is tired') {
            isWell = next === 'rests';
            return parts;
          }
          yield* parts;
          done.push(...told.done);
          at = begun ?? at;
          left = told.left;
          heardAt = performance.now();
          if (next === 'waits') reader.more();
        }
      } finally {
        // Also where whoever asked has heard enough.
        if (isWell) giveBack(reader);
        else await reader.end();
      }
      // Another record ended the process, or it was to be ended: this one is read in the next.
      if (!isCulprit) continue;
      const longest = at === null ? limits.milliseconds.file : limits.milliseconds.entry;
      // Nobody is left to tell what it took; it was not more than this.
      left -= Math.min(left, longest, performance.now() - heardAt);
      const isLate = left < 1;
      const why = whyEnded(await reader.ended, isLate ? inAll : longest, limits.megabytes);
      yield failed(at?.entry ?? null, `It cannot be read: ${why}; split it, or save the record as text and try again`);
      if (at === null) return [];
      done.push(at.place);
      if (isLate || troubles === limits.troubles)
        return [failed(null, 'What comes after that in the archive is not read; unpack it, and ingest its files')];
      troubles += 1;
    }
  }

  return { read, close };
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
  /**
   * What it tells of the record, to its last part or the end of the process; `hasEnded` hears then whether it was this
   * record that ended it. Records that are asked for meanwhile are read after it.
   */
  call(of: Omit<ReadCall, 'call'>, hasEnded: (isCulprit: boolean) => void): AsyncGenerator<Read>;
  more(): void;
  isIdle(): boolean;
  /** While nothing is read it keeps nobody from ending. */
  rest(): void;
  hasEnded(): boolean;
  ended: Promise<Ending>;
  end(): Promise<void>;
}

/** A record that is being read or waits for it. */
interface Asked {
  heard: Read[];
  wake: () => void;
  isCulprit: boolean;
}

function startReader(megabytes: number): Reader {
  const child: ChildProcess = fork(script, [String(megabytes), getCompileCacheDir() ?? ''], {
    serialization: 'advanced',
    // What reads a stranger's file has no use for keys and tokens.
    env: {},
    // Beside what the program itself takes of it.
    execArgv: [`--max-old-space-size=${Math.max(megabytes, 0) + 64}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  /** In the order they are read. */
  const asked = new Map<number, Asked>();
  let calls = 0;
  let [isOver, isToEnd] = [false, false];
  child.on('message', (told: Told) => {
    if ('ready' in told) return;
    const call = asked.get(told.call);
    call?.heard.push(told);
    call?.wake();
  });
  const ended = new Promise<Ending>((resolve) => {
    const end = (signal: NodeJS.Signals | null, code: number | null) => {
      isOver = true;
      const [first] = asked.values();
      if (first) first.isCulprit = !isToEnd;
      for (const { wake } of asked.values()) wake();
      resolve({ signal, code });
    };
    child.on('close', (code, signal) => end(signal, code)).on('error', () => end(null, null));
  });
  // A process that has just ended takes no messages; that it has ended says why.
  const send = (message: ReadCall | 'more') => void (child.connected && child.send(message, () => {}));

  return {
    async *call(of, hasEnded) {
      child.ref();
      child.channel?.ref();
      const number = (calls += 1);
      const own: Asked = { heard: [], wake: () => {}, isCulprit: false };
      asked.set(number, own);
      send({ call: number, ...of });
      try {
        for (;;) {
          const told = own.heard.shift();
          if (told) yield told;
          if (told?.next === 'rests' || told?.next === 'is tired') return;
          if (told) continue;
          if (isOver) {
            hasEnded(own.isCulprit);
            return;
          }
          await new Promise<void>((resolve) => (own.wake = resolve));
        }
      } finally {
        asked.delete(number);
      }
    },
    more: () => send('more'),
    isIdle: () => asked.size === 0,
    rest() {
      child.unref();
      child.channel?.unref();
    },
    hasEnded: () => isOver || isToEnd,
    ended,
    async end() {
      isToEnd = true;
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
  };
}
