/** A paper written into a file, in the form that the file's name asks for. */
import { writeFile } from 'node:fs/promises';
import { noteForms, type NoteForm } from '../../../src/research/citations/notes.ts';
import type { Paper } from '../../../src/research/paper.ts';
import { citedIn } from '../../../src/research/paper.ts';
import { written } from '../../../src/research/writers/writers.ts';
import { CommandError } from './shell.ts';

export async function writePaper(paper: Paper, file: string, form: NoteForm): Promise<string> {
  await writeFile(file, await written(paper, file, form));
  const { length } = citedIn(paper);
  return `${file}: ${length} quotation${length === 1 ? '' : 's'}, each with where it is from.`;
}

/** Throws where there is no such form. */
export function noteForm(text: string): NoteForm {
  const form = noteForms.find((each) => each === text);
  if (form) return form;
  throw new CommandError(`There is no form of notes called "${text}": take ${noteForms.join(', ')}.`);
}
