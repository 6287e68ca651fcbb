/** Scripts that tests start by the hundred, each with all that it imports in a few files: so a start takes half as long. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/** What finds files of its own beside itself stays where it is. */
const apart = new Set(['hnswlib-node', 'piscina']);

/** Where the script lies as JavaScript. What it says of its place (`import.meta`) is that of the source. */
export async function bundled(script: URL): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(script),
    platform: 'node',
    plugins: [
      {
        name: 'places',
        resolveId: (id) => (apart.has(id) ? { id: import.meta.resolve(id), external: true } : null),
        transform: {
          filter: { code: 'import.meta.' },
          handler: (code, id) =>
            code
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
              .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id))),
        },
      },
    ],
  });
  const { output } = await bundle.generate({ entryFileNames: 'script.mjs', chunkFileNames: '[name]-[hash].mjs' });
  await bundle.close();
  const files = output.map((file) => ({ name: file.fileName, text: 'code' in file ? file.code : file.source }));
  return path.join(written(files), 'script.mjs');
}

/** The same files are the same folder, so that what Node has compiled of them is found by the next run. */
function written(files: { name: string; text: string | Uint8Array }[]): string {
  const hash = createHash('sha256');
  for (const { text } of files) hash.update(text);
  const folder = path.join(tmpdir(), 'rapporteur-bundles', hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(path.dirname(folder), { recursive: true });
  const made = mkdtempSync(`${folder}-`);
  for (const { name, text } of files) writeFileSync(path.join(made, name), text);
  // Some writers run as somebody else.
  chmodSync(made, 0o755);
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another worker was first.
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true });
  }
  return folder;
}
