/** That fuzzing sees what it is for. What it runs is `npm run fuzz`, and so is the build's minute of it. */
import { describe, expect, it } from 'vitest';
import { runCases } from '../fuzz/run.ts';
import { recordKinds } from '../fuzz/records.ts';
import { settingKinds } from '../fuzz/settings.ts';
import { answerKinds } from '../fuzz/answers.ts';

const faulty = new URL('../fixtures/faulty-child.ts', import.meta.url);

async function faultsOf(kinds: string[], cases: number, kept: { kind: string; seed: number }[] = []) {
  const told: string[] = [];
  const ran = await runCases({
    wanted: (kind) => kinds.includes(kind),
    seed: 1,
    kept,
    most: { cases, milliseconds: Infinity },
    child: faulty,
    limits: { milliseconds: 500, waiting: 2500, bytes: 32 * 1024 * 1024 },
    onFault: ({ kind, seed, how, what }) => told.push(`${kind} ${seed} ${how}: ${what}`),
  });
  expect(ran.cases).toBe(cases);
  return told;
}

describe('a run', () => {
  it('tells nothing where all is well', async () => {
    expect(await faultsOf(['is well'], 20)).toEqual([]);
  });
  it('tells of a case that fails, with its seed, and goes on', async () => {
    expect(await faultsOf(['fails'], 3)).toEqual([1, 2, 3].map((seed) => `fails ${seed} failed: seed ${seed} fails`));
  });
  it('tells of a process that ends, and goes on in another', async () => {
    expect(await faultsOf(['crashes'], 6)).toEqual(['crashes 3 crashed: the process ended']);
  });
  it('tells of a case that has no end', async () => {
    expect(await faultsOf(['hangs', 'is well'], 4)).toEqual(
      [2, 4].map((seed) => `hangs ${seed} hung: no end within 0.5 s`),
    );
  });
  it('tells of a case that takes too much memory', async () => {
    expect((await faultsOf(['swells'], 1))[0]).toMatch(/^swells 1 swelled: grew by \d+ MB$/u);
  });
  it('begins with what once failed', async () => {
    expect((await faultsOf(['fails'], 2, [{ kind: 'fails', seed: 99 }]))[0]).toBe('fails 99 failed: seed 99 fails');
  });
});

describe('the kinds', () => {
  it('of records hold for each format', async () => {
    const kinds = await recordKinds();
    expect(kinds.length).toBeGreaterThan(80);
    for (const kind of kinds) await kind.run(1);
  });
  it('of questions, replies and settings hold', async () => {
    const kinds = [...settingKinds(), ...(await answerKinds())];
    for (const kind of kinds) for (const seed of [1, 2, 3]) await expect(kind.run(seed)).resolves.toBeUndefined();
    for (const kind of kinds) await kind.close?.();
  });
});
