/** A paper written into a file, in the form that the file's name asks for, or printed. */
import { writeFile } from 'node:fs/promises';
import { noteForms, type NoteForm } from '../../../src/research/citations/notes.ts';
import type { Paper } from '../../../src/research/paper.ts';
import { citedIn } from '../../../src/research/paper.ts';
import { asMarkdown } from '../../../src/research/writers/markdown.ts';
import { endings, written } from '../../../src/research/writers/writers.ts';
import { safe } from '../columns.ts';
import { CommandError } from './shell.ts';

export async function writePaper(paper: Paper, file: string, form: NoteForm): Promise<string> {
  const made = await written(paper, file, form);
  if (made === null)
    throw new CommandError(
      `${file}: a paper is written as ${endings.map((ending) => `.${ending}`).join(', ')}; end its name in one of these.`,
    );
  await writeFile(file, made);
  const { length } = citedIn(paper);
  return `${file}: ${length} quotation${length === 1 ? '' : 's'}, each with where it is from.`;
}

/** As Markdown, to be read in a terminal. */
export function paperText(paper: Paper, form: NoteForm): string {
  return safe(asMarkdown(paper, form)).trimEnd();
}

/** Throws where there is no such form. */
export function noteForm(text: string): NoteForm {
  const form = noteForms.find((each) => each === text);
  if (form) return form;
  throw new CommandError(`There is no form of notes called "${text}": take ${noteForms.join(', ')}.`);
}
