/**
 * A copy of a library's folder, made while it is in use, and put in place again. In it is what cannot be made anew: the
 * records, what chats keep, tokens and the audit log; an index of vectors is made of it by itself.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { LibraryError } from './library.ts';
import { keepPrivate, makePrivateFolder } from './private-files.ts';

export interface BackedUp {
  /** Names in the folder, with their bytes. */
  files: { name: string; bytes: number }[];
}

const manifestName = 'backup.json';
const plainFiles = new Set(['tokens.json', 'audit.jsonl']);
const schema = z.object({
  version: z.literal(1),
  made: z.string(),
  program: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});
type Manifest = z.infer<typeof schema>;

/** Copies what is in `folder` to `to`, which must not be there yet. Each database is as it was at one moment. */
export async function backUp(
  folder: string,
  to: string,
  { program, now }: { program: string; now: Date },
): Promise<BackedUp> {
  if (!existsSync(path.join(folder, 'library.db')))
    throw new LibraryError(`${folder}: there is no library here. Set LIBRARY_PATH to the folder of one.`);
  if (existsSync(to)) throw new LibraryError(`${to}: is there already. Name a folder that is not, or move it away.`);
  const making = `${path.resolve(to)}.making`;
  rmSync(making, { recursive: true, force: true });
  makePrivateFolder(making);
  try {
    const files: Manifest['files'] = [];
    // What chats keep comes first: an answer is checked against a later library, and not against an earlier one.
    for (const name of readdirSync(folder).toSorted()) {
      const [from, copy] = [path.join(folder, name), path.join(making, name)];
      if (name.endsWith('.db')) await copyOf(from, copy);
      else if (plainFiles.has(name)) copyFileSync(from, copy);
      else continue;
      keepPrivate(copy);
      files.push({ name, ...(await sumOf(copy)) });
    }
    const manifest: Manifest = { version: 1, made: now.toISOString(), program, files };
    const written = path.join(making, manifestName);
    writeFileSync(written, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(making, to);
    return { files: files.map(({ name, bytes }) => ({ name, bytes })) };
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if ((error as { errcode?: number }).errcode === full || (error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new LibraryError(`${to}: there is no room left on that disk. Make room, or name a folder on another.`, {
        cause: error,
      });
    throw error;
  }
}

/** https://sqlite.org/rescode.html#full */
const full = 13;

/** All pages in one step, so that what is written meanwhile does not make it begin anew. */
async function copyOf(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 30_000 });
  try {
    await copyDatabase(source, to, { rate: wholeAtOnce });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  try {
    // A file of its own, without a log beside it.
    copy.exec('PRAGMA journal_mode = DELETE');
    const [found] = copy.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
    if (found?.quick_check !== 'ok')
      throw new LibraryError(
        `${from}: is damaged (${found?.quick_check}), so no good copy can be made. See: npm start -- library check`,
      );
  } finally {
    copy.close();
  }
}

const wholeAtOnce = 2 ** 31 - 1;

/**
 * Puts a copy in the place of `folder`, once it is known to be whole. What is there is refused, or with `replace` moved
 * aside; gives where to, or null. Nothing may be running on it.
 */
export async function restore(
  from: string,
  folder: string,
  { replace, now }: { replace: boolean; now: Date },
): Promise<{ aside: string | null }> {
  const { files } = manifestIn(from);
  for (const { name, sha256 } of files) {
    const file = path.join(from, name);
    if (path.basename(name) !== name || !existsSync(file))
      throw new LibraryError(`${from}: ${name} is missing, so it is not put back. Take another copy.`);
    if ((await sumOf(file)).sha256 !== sha256)
      throw new LibraryError(`${from}: ${name} is not what was copied, so it is not put back. Take another copy.`);
  }
  const isThere = existsSync(folder) && readdirSync(folder).length > 0;
  if (isThere && !replace)
    throw new LibraryError(
      `${folder}: is not empty. Stop what runs on it and add --replace, which moves it aside, or set LIBRARY_PATH to another folder.`,
    );
  const target = path.resolve(folder);
  const making = `${target}.making`;
  rmSync(making, { recursive: true, force: true });
  makePrivateFolder(making);
  for (const { name } of files) {
    copyFileSync(path.join(from, name), path.join(making, name));
    keepPrivate(path.join(making, name));
  }
  const aside = isThere ? `${target}.before-${now.toISOString().replaceAll(':', '-')}` : null;
  if (aside !== null) renameSync(target, aside);
  else rmSync(target, { recursive: true, force: true });
  renameSync(making, target);
  return { aside };
}

function manifestIn(folder: string): Manifest {
  const file = path.join(folder, manifestName);
  if (!existsSync(file)) throw new LibraryError(`${folder}: is no whole backup; it has no ${manifestName}.`);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new LibraryError(`${file}: cannot be read as a backup of this version of Rapporteur.`, { cause: error });
  }
}

async function sumOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
