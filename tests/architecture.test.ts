/** The house: its rooms from the lowest up, and what may not be in any of them. All of it is read from the source. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circles, heightOf, imports, linesOf, own, rooms, sources, textOf, upward } from './fixtures/house.ts';

/** The places that name concrete parts: the command line, what it serves, and what calls of questions and ingests are made to. */
const wiring = new Set([
  'src/wiring.ts',
  'src/wired-commands.ts',
  'src/wired-places.ts',
  'src/wired-chats.ts',
  'src/threads/calls.ts',
  'src/threads/deriving-thread.ts',
]);

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
    expect(upward()).toEqual([]);
  });

  it('has no circle', () => {
    expect(circles()).toEqual([]);
  });

  it('is wired by files that only the start and each other import', () => {
    expect(
      sources
        .filter((file) => own(file).some((name) => wiring.has(name) && name !== 'src/threads/calls.ts'))
        .toSorted(),
    ).toEqual(['src/main.ts', 'src/wired-commands.ts', 'src/wired-places.ts', 'src/wiring.ts']);
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

  it('has no line over 160 characters', () => {
    const long = sources.flatMap((file) =>
      linesOf(file).flatMap((line, index) => (line.length > 160 ? [`${file}:${index + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    expect(sources.filter((file) => linesOf(file).length > 400)).toEqual([]);
  });

  it('names only files that exist', () => {
    const named = sources.flatMap((file) =>
      [...textOf.get(file)!.matchAll(/(?<![\w./-])(?:src|adapters|embeddings|tests)\/[\w./-]+\.ts\b/gu)].map(
        ([name]) => name,
      ),
    );
    expect(named.filter((name) => !existsSync(new URL(`../${name}`, import.meta.url)))).toEqual([]);
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

  it('installs for everybody what it imports, and nothing else', () => {
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as { [group in 'dependencies' | 'optionalDependencies' | 'devDependencies']: Record<string, string> };
    const names = [...imports.values()].flat().filter((name) => !name.startsWith('node:') && !imports.has(name));
    const packages = new Set(names.map((name) => /^(?:@[^/]+\/)?[^/]+/u.exec(name)![0]));
    const given = { ...dependencies, ...optionalDependencies, ...devDependencies };
    expect([...packages].filter((name) => !Object.hasOwn(given, name))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !packages.has(name))).toEqual([]);
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  it('keeps platforms out of the subject', () => {
    const platform = /^(?:discord\.js|@slack\/)/u;
    expect(
      sources.filter((file) => file.startsWith('src/') && imports.get(file)!.some((name) => platform.test(name))),
    ).toEqual([]);
  });
});
