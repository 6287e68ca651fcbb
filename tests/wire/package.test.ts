/** The package as it is installed: JavaScript made from these sources, run without them. */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const folder = temporaryFolder();
const { bin, files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  bin: { rapporteur: string };
  files: string[];
};

/** Kilobytes as `du` counts them, by blocks; packages within are counted by themselves. */
function blocksOf(place: string): number {
  return readdirSync(place, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + blocksOf(path.join(place, entry.name));
    return sum + Math.ceil(lstatSync(path.join(place, entry.name)).size / 4096) * 4;
  }, 4);
}

beforeAll(async () => {
  await run(process.execPath, [path.join(root, 'packaging/build.ts'), path.join(folder, 'dist')]);
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  mkdirSync(path.join(folder, 'packaging'));
  copyFileSync(path.join(root, bin.rapporteur), path.join(folder, bin.rapporteur));
}, 180_000);

describe('the package', () => {
  it('names no source that it does not carry', () => {
    const made = readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(made.filter((name) => /(?<!\.d)\.ts$/u.test(name))).toEqual([]);
    const naming = made
      .filter((name) => name.endsWith('.js'))
      .filter((name) =>
        /(?:from|import\(|new URL\()\s*['"][^'"]+\.ts['"]/u.test(readFileSync(path.join(folder, 'dist', name), 'utf8')),
      );
    expect(naming).toEqual([]);
  });

  it('takes in a record and answers from it', { timeout: 120_000 }, async () => {
    const env = { PATH: process.env['PATH'], LIBRARY_PATH: path.join(folder, 'library') };
    const program = (...args: string[]) =>
      run(process.execPath, [path.join(folder, bin.rapporteur), ...args], { cwd: folder, env });
    await program('ingest', path.join(root, 'src/sample/rivers-captions.vtt'));
    const { stdout } = await program('sessions', '--json');
    expect(JSON.parse(stdout)).toHaveLength(1);
    const [speaker] = (JSON.parse(stdout) as { speakers: string[] }[])[0]!.speakers;
    expect((await program('ask', `What did ${speaker} say?`)).stdout).toContain(speaker);
  });

  it('writes Word files with what it carries', { timeout: 120_000 }, async () => {
    const env = { PATH: process.env['PATH'], LIBRARY_PATH: path.join(folder, 'library') };
    const args = ['brief', '--about', 'rivers', '--to', 'paper.docx'];
    await run(process.execPath, [path.join(folder, bin.rapporteur), ...args], { cwd: folder, env });
    expect(readFileSync(path.join(folder, 'paper.docx')).subarray(0, 2).toString()).toBe('PK');
    const { resolve } = createRequire(path.join(folder, 'dist/src/research/writers/docx.js'));
    for (const used of ['docx/package.json', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'])
      expect(
        resolve
          .paths(used)!
          .map((each) => path.join(each, used))
          .find((file) => existsSync(file)),
      ).toBe(path.join(folder, 'dist/node_modules', used));
  });

  it('is under 250 MB on a disk, with all that is installed with it', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: { [at: string]: { dev?: boolean; peer?: boolean } };
    };
    const installed = Object.entries(lock.packages).filter(([at, { dev }]) => at !== '' && dev !== true);
    const carried = ['docx', 'dejavu-fonts-ttf'].map((name) => path.join(folder, 'dist/node_modules', name));
    const folders = [path.join(folder, 'dist'), ...carried, ...installed.map(([at]) => path.join(root, at))];
    const megabytes = folders.filter((each) => existsSync(each)).reduce((sum, each) => sum + blocksOf(each), 0) / 1024;
    expect(megabytes).toBeGreaterThan(100);
    expect(megabytes).toBeLessThan(250);
  });

  it('runs the sources as they are in a checkout', async () => {
    const env = { PATH: process.env['PATH'], LIBRARY_PATH: path.join(folder, 'library-of-a-checkout') };
    const { stdout } = await run(process.execPath, [path.join(root, bin.rapporteur), 'formats'], { cwd: folder, env });
    expect(stdout).toContain('WebVTT');
  });

  it('has what it says it has', () => {
    for (const name of files.filter((each) => each !== 'dist'))
      expect(() => statSync(path.join(root, name)), name).not.toThrow();
    expect(readFileSync(path.join(root, bin.rapporteur), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/u);
  });
});
