/** Who may import whom, read from the source. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The two places that name concrete parts: the command line, and the thread that questions run in. */
const wiring = new Set(['src/wiring.ts', 'src/thread.ts']);
const sources = ['src', 'adapters', 'embeddings'].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts')).map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))));

/** What a file imports when it runs, relative paths from the root; types are left out. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const named = [...text.matchAll(/^\s*(?:import|export)\s+(?!type\b)[^;]*?\bfrom\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gmu)].map((match) => match[1] ?? match[2] ?? match[3]!);
  return named.map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name));
}

const room = (file: string) => file.split('/').slice(0, file.startsWith('adapters/') ? 2 : 1).join('/');

describe('the house', () => {
  it('has files to look at', () => expect(sources.length).toBeGreaterThan(30));

  it.each(sources.filter((file) => file.startsWith('src/') && !wiring.has(file)))('%s knows no adapter and no embedder', (file) => {
    expect(importsOf(file).filter((name) => name.startsWith('adapters/') || name.startsWith('embeddings/'))).toEqual([]);
  });

  it.each(sources.filter((file) => !file.startsWith('src/')))('%s knows no other adapter or embedder', (file) => {
    expect(importsOf(file).filter((name) => /^(?:adapters|embeddings)\//u.test(name) && room(name) !== room(file))).toEqual([]);
  });

  it('is wired by files that only the start imports', () => {
    expect(sources.filter((file) => importsOf(file).some((name) => wiring.has(name)))).toEqual(['src/main.ts']);
    expect(sources.filter((file) => importsOf(file).includes('src/main.ts'))).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = sources.filter((file) => /process\.env/u.test(readFileSync(path.join(root, file), 'utf8')));
    expect(readers).toEqual(['src/main.ts']);
  });

  it('has no drawers for odds and ends', () => {
    expect(sources.filter((file) => /util|helper|manager|service|(?:^|\/)index\.ts$/iu.test(file))).toEqual([]);
  });

  it('exports by name', () => {
    expect(sources.filter((file) => /^export default/mu.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  });

  it.each(sources.filter((file) => file.startsWith('src/formats/')))('%s touches no file and no network', (file) => {
    expect(importsOf(file).filter((name) => /^(?:node:(?:fs|http|https|net|child_process)|undici)/u.test(name))).toEqual([]);
  });

  it('keeps platforms out of the subject', () => {
    const platform = /^(?:discord\.js|@slack\/)/u;
    expect(sources.filter((file) => file.startsWith('src/') && importsOf(file).some((name) => platform.test(name)))).toEqual([]);
  });
});
