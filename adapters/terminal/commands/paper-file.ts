/** A paper shown, or written into a file in the form that the file's name asks for. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { noteForms, type NoteForm } from '../../../src/research/citations/notes.ts';
import type { Paper } from '../../../src/research/paper.ts';
import { citedIn } from '../../../src/research/paper.ts';
import { written } from '../../../src/research/writers/writers.ts';
import { renderPaper } from '../render-paper.ts';
import { CommandError, type Shell } from './shell.ts';

/** Written into the file, or shown where none is named. */
export async function givePaper(
  paper: Paper,
  { to: file, form }: { to: string | undefined; form: NoteForm },
  { print, look }: Pick<Shell, 'print' | 'look'>,
): Promise<void> {
  if (file === undefined) {
    print(renderPaper(paper, form, look));
    return;
  }
  await putInto(file, await written(paper, file, form));
  const { length } = citedIn(paper);
  print(`${file}: ${length} quotation${length === 1 ? '' : 's'}, each with where it is from.`);
}

/** Writes a file of that name; throws a `CommandError` that tells where it cannot stand, and what to do. */
export async function putInto(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const why = unwritable[code]?.(path.dirname(file));
    throw why === undefined ? error : new CommandError(`${file}: ${why}`, { cause: error });
  }
}

const unwritable: { [code: string]: (folder: string) => string } = {
  ENOENT: (folder) => `there is no folder "${folder}"; make it, or name another.`,
  ENOTDIR: (folder) => `"${folder}" is not a folder; name another.`,
  EISDIR: () => 'this is a folder; give the name of a file.',
  EACCES: (folder) => `it may not be written; look at the rights of it and of the folder "${folder}", or name another.`,
  EPERM: (folder) => `it may not be written; look at the rights of it and of the folder "${folder}", or name another.`,
  EROFS: (folder) => `the folder "${folder}" can only be read; name another.`,
  ENOSPC: () => 'the disk is full; make room, or name another place.',
};

/** Throws where there is no such form. */
export function noteForm(text: string): NoteForm {
  const form = noteForms.find((each) => each === text);
  if (form) return form;
  throw new CommandError(`There is no form of notes called "${text}": take ${noteForms.join(', ')}.`);
}
