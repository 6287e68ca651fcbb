/**
 * This program beside an earlier build of itself, by turns on one machine:
 *
 *     node tests/bench/against.ts [--commit b8617bc] [--rounds 3] [--sessions 1000] [--turns 1000000]
 *         [--corpus FILE --queries FILE]
 *
 * The earlier build is checked out beside this one and measures itself by its own code over the same sessions made up
 * by chance, with `--turns` also over one session of so many, with `--corpus` over long ones as `search.ts` takes them. Each figure is the median of the rounds, each ratio ours to theirs. Besides the time that passes there is the
 * processor's, which says more on a busy machine.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    commit: { type: 'string', default: 'b8617bc' },
    rounds: { type: 'string', default: '3' },
    sessions: { type: 'string', default: '1000' },
    turns: { type: 'string' },
    corpus: { type: 'string' },
    queries: { type: 'string' },
    /** A checkout of the earlier build with its packages, where there is one already. */
    checkout: { type: 'string' },
  },
});
const here = path.join(import.meta.dirname, '../..');
const temporary = values.checkout === undefined ? mkdtempSync(path.join(tmpdir(), 'rapporteur-against-')) : null;
const there = values.checkout ?? path.join(temporary!, 'build');
const measured = path.join(import.meta.dirname, 'against-one.ts');

try {
  if (!existsSync(there)) {
    execFileSync('git', ['-C', here, 'worktree', 'add', '--detach', there, values.commit], { stdio: 'ignore' });
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: there, stdio: 'ignore' });
  }
  const rounds = Array.from({ length: Number(values.rounds) }, () => ({ theirs: run(there), ours: run(here) }));
  console.log(`| what | ${values.commit} | now | ratio |\n|---|---|---|---|`);
  for (const what of Object.keys(rounds[0]!.ours)) {
    const [theirs, ours] = [rounds.map((round) => round.theirs[what]!), rounds.map((round) => round.ours[what]!)];
    const ratio = median(rounds.map((_, at) => ours[at]! / theirs[at]!));
    console.log(`| ${what} | ${shown(median(theirs))} | ${shown(median(ours))} | ${ratio.toFixed(2)} |`);
  }
} finally {
  if (temporary !== null) {
    execFileSync('git', ['-C', here, 'worktree', 'remove', '--force', there]);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** In a process of its own. */
function run(build: string): { [what: string]: number } {
  const { turns, corpus, queries } = values;
  const more = Object.entries({ turns, corpus, queries }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  const out = execFileSync(process.execPath, [measured, build, values.sessions, ...more], { encoding: 'utf8' });
  return JSON.parse(out.trim().split('\n').at(-1)!) as { [what: string]: number };
}

function median(of: number[]): number {
  return of.toSorted((one, other) => one - other)[Math.floor(of.length / 2)]!;
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
