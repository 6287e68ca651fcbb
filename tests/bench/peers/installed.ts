/**
 * The peers, from the registry, in a folder of their own: no package of ours, as one of them alone is 195 MB. What they
 * would bring along for other uses (models, clients of models) is left out.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';

/** A peer's module by its name. */
export type Peers = (name: string) => Promise<unknown>;

const system = `${process.platform}-${process.arch}`;
const compiled: { [system: string]: string } = { 'linux-x64': '-gnu', 'linux-arm64': '-gnu', 'win32-x64': '-msvc' };

const pins = [
  '@langchain/classic@1.0.50',
  '@langchain/core@1.4.0',
  '@langchain/textsplitters@1.0.2',
  '@orama/orama@3.1.18',
  'minisearch@7.2.0',
  '@lancedb/lancedb@0.39.0',
  `@lancedb/lancedb-${system}${compiled[system] ?? ''}@0.39.0`,
  'apache-arrow@18.1.0',
  'sqlite-vec@0.1.9',
  `sqlite-vec-${system.replace('win32', 'windows')}@0.1.9`,
];

/** Puts them into a folder, from which any process then has them by `peersIn`. */
export async function install(folder: string): Promise<void> {
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'peers', private: true, type: 'module' }));
  writeFileSync(path.join(folder, 'peers.js'), 'export default (name) => import(name);\n');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error', '--omit=optional', '--legacy-peer-deps'];
  await promisify(execFile)('npm', ['install', ...quietly, ...pins], { cwd: folder });
}

export async function peersIn(folder: string): Promise<Peers> {
  const made = (await import(pathToFileURL(path.join(folder, 'peers.js')).href)) as { default: Peers };
  return made.default;
}
