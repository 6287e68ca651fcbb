/** The house: its rooms from the lowest up, and what may not be in any of them. All of it is read from the source. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** A room imports itself and lower ones only, types too. A new folder or file of `src` gets its place here. */
const rooms = [
  'src/session.ts',
  'src/answer.ts',
  'src/rapporteur.ts',
  'src/log.ts',
  'src/config.ts',
  'src/words/',
  'src/people/',
  'embeddings/',
  'src/library/',
  'src/records/',
  'src/retrieval/',
  'src/asking/',
  'src/answering/',
  'src/open-rapporteur.ts',
  'src/operations/',
  'src/chat/',
  'adapters/',
  'src/threads/',
  'src/wiring.ts',
  'src/main.ts',
];

/** The two places that name concrete parts: the command line, and the thread that questions run in. */
const wiring = new Set(['src/wiring.ts', 'src/threads/thread.ts']);

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', 'adapters', 'embeddings'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
);
const textOf = new Map(sources.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));

/** What a file imports, types too; relative paths from the root. */
function importsOf(file: string): string[] {
  const statements = textOf.get(file)!.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gmu);
  const named = [...statements].map(([, whole, loaded]) => whole ?? loaded!);
  return named.map((name) => (name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name));
}

const imports = new Map(sources.map((file) => [file, importsOf(file)]));
const own = (file: string) => imports.get(file)!.filter((name) => imports.has(name));
const heightOf = (file: string) =>
  rooms.findIndex((room) => (room.endsWith('/') ? file.startsWith(room) : file === room));

/** Files that can be reached from themselves. */
function circles(): string[] {
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of own(from)) {
      if (seen.has(next)) continue;
      seen.add(next);
      reaches(next, seen);
    }
    return seen;
  };
  return sources.filter((file) => reaches(file).has(file));
}

describe('the house', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect([...imports.values()].flat().filter((name) => imports.has(name)).length).toBeGreaterThan(400);
  });

  it('has a room for every file, and a file in every room', () => {
    expect(sources.filter((file) => heightOf(file) === -1)).toEqual([]);
    expect(rooms.filter((_, height) => !sources.some((file) => heightOf(file) === height))).toEqual([]);
  });

  it('has no import that runs up', () => {
    const upward = sources.flatMap((file) =>
      own(file)
        .filter((name) => heightOf(name) > heightOf(file))
        .map((name) => `${file} imports ${name}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no circle', () => {
    expect(circles()).toEqual([]);
  });

  it('is wired by files that only the start imports', () => {
    expect(
      sources.filter((file) => own(file).some((name) => wiring.has(name) && name !== 'src/threads/thread.ts')),
    ).toEqual(['src/main.ts']);
    expect(sources.filter((file) => own(file).includes('src/main.ts'))).toEqual([]);
  });

  it('knows concrete embedders and adapters only where it is wired', () => {
    const concrete = /^(?:adapters\/|embeddings\/(?!embedder\.ts|vector-index\.ts))/u;
    const knowing = sources.filter(
      (file) => file.startsWith('src/') && !wiring.has(file) && own(file).some((name) => concrete.test(name)),
    );
    expect(knowing).toEqual([]);
  });

  it('keeps adapters apart from each other', () => {
    const place = (file: string) => file.split('/')[1];
    const across = sources.filter(
      (file) =>
        file.startsWith('adapters/') &&
        own(file).some((name) => name.startsWith('adapters/') && place(name) !== place(file)),
    );
    expect(across).toEqual([]);
  });

  it('reads the environment in one place', () => {
    expect(sources.filter((file) => /process\.env/u.test(textOf.get(file)!))).toEqual(['src/main.ts']);
  });

  it('has no drawers for odds and ends', () => {
    expect(sources.filter((file) => /util|helper|manager|service|(?:^|\/)index\.ts$/iu.test(file))).toEqual([]);
  });

  it('exports by name', () => {
    expect(sources.filter((file) => /^export default/mu.test(textOf.get(file)!))).toEqual([]);
  });

  it.each(sources.filter((file) => file.startsWith('src/records/formats/')))(
    '%s touches no file and no network',
    (file) => {
      expect(
        imports.get(file)!.filter((name) => /^(?:node:(?:fs|http|https|net|child_process)|undici)/u.test(name)),
      ).toEqual([]);
    },
  );

  it('keeps platforms out of the subject', () => {
    const platform = /^(?:discord\.js|@slack\/)/u;
    expect(
      sources.filter((file) => file.startsWith('src/') && imports.get(file)!.some((name) => platform.test(name))),
    ).toEqual([]);
  });
});
