/** A paper shown, or written into a file in the form that the file's name asks for. */
import { writeFile } from 'node:fs/promises';
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
  await writeFile(file, await written(paper, file, form));
  const { length } = citedIn(paper);
  print(`${file}: ${length} quotation${length === 1 ? '' : 's'}, each with where it is from.`);
}

/** Throws where there is no such form. */
export function noteForm(text: string): NoteForm {
  const form = noteForms.find((each) => each === text);
  if (form) return form;
  throw new CommandError(`There is no form of notes called "${text}": take ${noteForms.join(', ')}.`);
}
