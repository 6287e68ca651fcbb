import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled } from './bundled.ts';
import type { Task } from './library-writer.ts';

export interface Writer {
  /** What it told so far. */
  lines: string[];
  /** Resolves when it has told a line that starts so; rejects when it ends before. */
  told(start: string): Promise<void>;
  kill(): void;
  /** Ends its standard input. */
  finish(): void;
  /** Resolves when it has ended. */
  ended: Promise<{ signal: NodeJS.Signals | null; code: number | null }>;
}

const script = await bundled(new URL('library-writer.ts', import.meta.url));

/** Starts a process that writes to a library. `uid` is who it runs as. */
export function startWriter(task: Task, { uid }: { uid?: number } = {}): Writer {
  const child: ChildProcess = spawn(process.execPath, [script, JSON.stringify(task)], {
    // Two hundred starts read the same modules; another user may not write to that folder.
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: uid === undefined ? path.join(tmpdir(), 'rapporteur-compile-cache') : undefined,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const lines: string[] = [];
  let rest = '';
  let hear: (() => void)[] = [];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    lines.push(...parts);
    for (const heard of hear) heard();
  });
  let hasEnded = false;
  const ended = new Promise<{ signal: NodeJS.Signals | null; code: number | null }>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      hasEnded = true;
      for (const heard of hear) heard();
      resolve({ code, signal });
    });
  });
  return {
    lines,
    ended,
    told: (start) =>
      new Promise((resolve, reject) => {
        const heard = () => {
          if (lines.some((line) => line.startsWith(start))) resolve();
          else if (hasEnded) reject(new Error(`It ended without telling "${start}": ${lines.slice(-3).join(' / ')}`));
          else return;
          hear = hear.filter((each) => each !== heard);
        };
        hear.push(heard);
        heard();
      }),
    kill: () => void child.kill('SIGKILL'),
    finish: () => child.stdin!.end(),
  };
}
