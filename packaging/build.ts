/**
 * Makes the JavaScript of the package in `dist/`, or in the folder that is named: Node strips no types of what stands in
 * `node_modules`. Run by `npm pack`, and by `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
const rooms = ['src', 'adapters', 'embeddings'];

rmSync(made, { recursive: true, force: true });
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', path.join(root, 'packaging'), '--outDir', made], { stdio: 'inherit' });
for (const file of filesOf(made)) {
  const text = readFileSync(file, 'utf8');
  // What threads are started from is named by an address, which the compiler leaves as it is.
  writeFileSync(file, text.replaceAll(/(new URL\((['"])[^'"]+)\.ts\2/gu, '$1.js$2'));
}
// What is not TypeScript goes along as it is: weights, meanings, pages, samples.
for (const room of rooms)
  cpSync(path.join(root, room), path.join(made, room), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts') && !file.endsWith('.md'),
  });
// Of some libraries little is used and much comes along: the package has what is used, with its licence, beside its own code.
const carried: { [library: string]: string[] } = {
  docx: ['dist/index.mjs'],
  'dejavu-fonts-ttf': ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf'],
};
for (const [library, files] of Object.entries(carried))
  for (const file of ['package.json', 'LICENSE', ...files])
    cpSync(path.join(root, 'node_modules', library, file), path.join(made, 'node_modules', library, file));

const { name, version, type } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  [key: string]: string;
};
mkdirSync(made, { recursive: true });
writeFileSync(path.join(made, 'package.json'), `${JSON.stringify({ name, version, type, private: true }, null, 2)}\n`);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(folder, file));
}
