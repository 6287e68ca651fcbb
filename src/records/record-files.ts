/** What a name on the command line may stand for: which files of a folder are records, and what is an address. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Files of a folder and those below it that may be records, by path. Hidden files are left out. */
export async function recordFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.resolve(entry.parentPath, entry.name))
    .filter((file) => !isHidden(folder, file) && isRecordFile(file))
    .toSorted((left, right) => left.localeCompare(right, 'en'));
}

/** By its suffix: a folder may hold anything, and a file that is named outright may be called anything. */
export function isRecordFile(file: string): boolean {
  return suffixes.has(path.extname(file).toLowerCase());
}

/** Does this name an address of the web rather than a file? */
export function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(name);
}

/** Whether a file or any folder between it and `folder` is hidden. */
export function isHidden(folder: string, file: string): boolean {
  return path
    .relative(folder, file)
    .split(path.sep)
    .some((part) => part.startsWith('.') && part !== '.' && part !== '..');
}

const suffixes = new Set(
  [
    'txt html htm xhtml xml tei md markdown log json jsonl ndjson json3 csv tsv tab',
    'vtt srt sbv sub ass ssa smi ttml dfxp srv1 srv2 srv3 docx odt fodt rtf pdf zip',
    'cha eaf exb textgrid trs otr',
  ].flatMap((names) => names.split(' ').map((name) => `.${name}`)),
);
