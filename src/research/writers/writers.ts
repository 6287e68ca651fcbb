/** What papers and quotes can be written as, by the ending of the file's name. A new form is a line here. */
import { ConfigError } from '../../config.ts';
import type { NoteForm } from '../citations/notes.ts';
import { citedIn, type Cited, type Paper } from '../paper.ts';

export type Written = string | Uint8Array;

/** Each loads its library when it is needed. */
const forPapers: { [ending: string]: (paper: Paper, form: NoteForm) => Promise<Written> } = {
  docx: async (paper, form) => (await wordFiles()).asDocx(paper, form),
  md: async (paper, form) => {
    const [{ asMarkdown }, { imprintOf }] = await Promise.all([import('./markdown.ts'), import('../imprint.ts')]);
    // Printed at a terminal it would only be in the way.
    return `${asMarkdown(paper, form)}\n<!-- ${imprintOf(paper)} -->\n`;
  },
  html: async (paper, form) => (await import('./html.ts')).asHtml(paper, form),
  pdf: async (paper, form) => {
    const [{ asDocx }, { asPdf }] = await Promise.all([wordFiles(), import('./pdf.ts')]);
    return asPdf(await asDocx(paper, form));
  },
};

/** A checkout without development dependencies lacks their library; the package carries it. */
async function wordFiles() {
  try {
    return await import('./docx.ts');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new ConfigError(
      'Word files and PDF need the package docx. Install it with: npm install --no-save docx@9.15.2',
      {
        cause: error,
      },
    );
  }
}

const forQuotes: { [ending: string]: (all: Cited[]) => Promise<Written> } = {
  csv: async (all) => (await import('./csv.ts')).asCsv(all),
  bib: async (all) => (await import('../citations/references.ts')).asBibtex(all),
  ris: async (all) => (await import('../citations/references.ts')).asRis(all),
  json: async (all) => (await import('../citations/references.ts')).asCslJson(all),
};

export const endings = [...Object.keys(forPapers), ...Object.keys(forQuotes)];

/** A paper is not written so; the message says how it is. */
export class NoSuchForm extends Error {
  override name = 'CommandError';
}

/** In the form that the ending of `name` asks for; one for quotes gives those of the paper. Rejects with a `NoSuchForm`. */
export async function written(paper: Paper, name: string, form: NoteForm): Promise<Written> {
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const { forms = {} } = paper;
  if (Object.hasOwn(forms, ending)) return forms[ending]!();
  if (Object.hasOwn(forPapers, ending)) return forPapers[ending]!(paper, form);
  if (Object.hasOwn(forQuotes, ending)) return forQuotes[ending]!(citedIn(paper));
  const all = [...new Set([...endings, ...Object.keys(forms)])].map((each) => `.${each}`);
  throw new NoSuchForm(`${name}: this is written as ${all.join(', ')}; end its name in one of these.`);
}
