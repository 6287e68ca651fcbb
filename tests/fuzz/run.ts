/** Runs cases in a process of their own, and tells of each that fails, hangs or swells. */
import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { FromChild, ToChild } from './messages.ts';

export interface Fault {
  kind: string;
  seed: number;
  how: 'failed' | 'crashed' | 'hung' | 'swelled';
  what: string;
}

export interface RunOptions {
  /** Whether a kind is among those that are run. */
  wanted: (kind: string) => boolean;
  /** The first seed; each case has the next. */
  seed: number;
  /** Run first. */
  kept: { kind: string; seed: number }[];
  /** Ends the run, whichever comes first. */
  most: { cases: number; milliseconds: number };
  onFault: (fault: Fault) => void;
  child?: URL;
  limits?: Partial<typeof usualLimits>;
}

export interface Ran {
  cases: number;
  faults: Fault[];
  /** Milliseconds and cases by kind. */
  kinds: Map<string, { cases: number; milliseconds: number }>;
}

/**
 * Longest time of a case in milliseconds of the processor, and in all for one that only waits, since the machine may be
 * busy with something else; and what the process may grow by in bytes.
 */
export const usualLimits = { milliseconds: 10_000, waiting: 60_000, bytes: 1024 ** 3 };

/** Kinds are run in turn for a number of cases; for a time, those of records for as long as each other and the rest for longer. */
export async function runCases(options: RunOptions): Promise<Ran> {
  const { wanted, most, kept, child: program = new URL('child.ts', import.meta.url) } = options;
  const limits = { ...usualLimits, ...options.limits };
  const faults: Fault[] = [];
  let child = await started(program);
  const kinds = new Map(child.kinds.filter(wanted).map((kind) => [kind, { cases: 0, milliseconds: 0 }]));
  const known = kept.filter(({ kind }) => kinds.has(kind));
  const end = performance.now() + most.milliseconds;
  let cases = 0;
  for (; kinds.size > 0 && cases < most.cases && performance.now() < end; cases += 1) {
    const next = known[cases] ?? { kind: nextOf(kinds, most), seed: options.seed + cases };
    const spent = kinds.get(next.kind)!;
    const from = performance.now();
    const outcome = await child.run(next, limits);
    spent.cases += 1;
    spent.milliseconds += performance.now() - from;
    if (outcome !== null) {
      const fault = { ...next, ...outcome };
      faults.push(fault);
      options.onFault(fault);
      // What ran in it may still hold something.
      if (fault.how !== 'failed') child = await restarted(child, program);
    }
  }
  await child.end();
  return { cases, faults, kinds };
}

function nextOf(kinds: Ran['kinds'], { milliseconds }: RunOptions['most']): string {
  const share = (kind: string) => {
    const { cases, milliseconds: spent } = kinds.get(kind)!;
    return milliseconds === Infinity ? cases : spent / (isOfRecords(kind) ? 1 : 8);
  };
  return [...kinds.keys()].reduce((least, kind) => (share(kind) < share(least) ? kind : least));
}

/** There are eighty of them. */
const isOfRecords = (kind: string) => /^(?:damaged|words):/u.test(kind);

interface Running {
  kinds: string[];
  run: (
    next: { kind: string; seed: number },
    limits: typeof usualLimits,
  ) => Promise<Pick<Fault, 'how' | 'what'> | null>;
  end: () => Promise<void>;
}

async function started(program: URL): Promise<Running> {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const begun = await answered(child, 120_000, 120_000, async () => true);
  if (begun === 'ended' || begun === 'silent' || !('kinds' in begun))
    throw new Error('the process for the cases did not start');
  const { kinds, peak: first } = begun;
  let before = begun.processor;
  return {
    kinds,
    async run(next, limits) {
      child.send(next satisfies ToChild);
      const isOver = async () => (await processorMs(child.pid!)) - before >= limits.milliseconds;
      const answer = await answered(child, limits.milliseconds, limits.waiting, isOver);
      if (answer === 'ended') return { how: 'crashed', what: 'the process ended' };
      if (answer === 'silent') return { how: 'hung', what: `no end within ${limits.milliseconds / 1000} s` };
      if ('kinds' in answer) throw new Error('the process for the cases started twice');
      before = answer.processor;
      const grown = answer.peak - first;
      if (grown > limits.bytes) return { how: 'swelled', what: `grew by ${Math.round(grown / 1024 ** 2)} MB` };
      return answer.fault === null ? null : { how: 'failed', what: answer.fault };
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      if (child.connected) child.send('end' satisfies ToChild);
      const forced = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exited;
      clearTimeout(forced);
    },
  };

  /** What it says, or that it ended, or that nothing came: within the time, and then within what is left where it is not `over`. */
  async function answered(
    of: ChildProcess,
    withinMs: number,
    atMostMs: number,
    isOver: () => Promise<boolean>,
  ): Promise<FromChild | 'ended' | 'silent'> {
    return new Promise((resolve) => {
      let waitedMs = 0;
      const settle = (outcome: FromChild | 'ended' | 'silent') => {
        clearInterval(timer);
        of.off('message', settle);
        of.off('exit', ended);
        if (outcome === 'silent') of.kill('SIGKILL');
        resolve(outcome);
      };
      const ended = () => settle('ended');
      const timer = setInterval(() => {
        waitedMs += withinMs;
        void (waitedMs >= atMostMs ? Promise.resolve(true) : isOver()).then((over) => over && settle('silent'));
      }, withinMs);
      of.on('message', settle);
      of.on('exit', ended);
    });
  }
}

/** Time of the processor that a process has had, in milliseconds, to the second; 0 where it is gone. */
async function processorMs(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'time=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  // `[[dd-]hh:]mm:ss`
  return stdout
    .trim()
    .split(/[-:]/u)
    .reduce((sum, part, at, parts) => sum + Number(part) * units[parts.length - 1 - at]!, 0);
}

const units = [1000, 60_000, 3_600_000, 86_400_000];

async function restarted(child: Running, program: URL): Promise<Running> {
  await child.end();
  return started(program);
}
