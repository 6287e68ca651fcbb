/** The invented sessions that come with the program: something to ask about, until own records are in. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LibraryWriter } from '../library/library.ts';
import type { IngestedFile, Rapporteur } from '../rapporteur.ts';
import { removeFrom } from './ingest.ts';

const folder = fileURLToPath(new URL('../sample/', import.meta.url));

/** Paths of their files. */
export const samples = ['rivers-session-page.txt', 'rivers-captions.vtt'].map((name) => path.join(folder, name));

/** Removes the samples where other records have come in, and gives the ids of what went. */
export async function stepAside(files: IngestedFile[], library: LibraryWriter): Promise<string[]> {
  const isOwn = files.some(({ sessions }) => sessions.some(({ outcome }) => outcome === 'added'));
  if (!isOwn || files.some(({ name }) => samples.includes(path.resolve(name)))) return [];
  return removeFrom(samples, library);
}

/** An empty library holds the two invented sessions that come with the program, so that there is something to ask. */
export async function ensureSample(rapporteur: Rapporteur, say: (text: string) => void): Promise<void> {
  if ((await rapporteur.sessions()).length > 0) return;
  await rapporteur.ingest(samples.map((file) => ({ path: file })));
  say(
    'The library was empty, so two invented sample sessions were loaded. They step aside when your own come in: npm start -- ingest <file or folder>\n',
  );
}
