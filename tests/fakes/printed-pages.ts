/** A paper's pages as they are printed: its words up to each note number, and the note of that number at the foot. */
import { getDocumentProxy } from 'unpdf';

/** Words that stand before a note number, or after the last, with the note of that number at the foot. */
export interface Noted {
  words: string;
  notes: string[];
}

/** Reads a PDF document made of a paper, in which the size of letters tells words, note numbers and notes apart. */
export async function notedOnPages(pdf: Uint8Array): Promise<Noted[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const marked: { words: string; number: string; page: number }[] = [];
  const notes = new Map<string, { page: number; text: string }>();
  let [words, foot] = ['', { page: 0, text: '' }];
  for (let page = 1; page <= document.numPages; page += 1) {
    words += ' ';
    foot.text += ' ';
    for (const item of (await (await document.getPage(page)).getTextContent()).items) {
      if (!('str' in item)) continue;
      const { str, transform, hasEOL } = item;
      const text = hasEOL ? `${str} ` : str;
      const size = (transform as number[])[3]!;
      const isNumber = /^\d+$/u.test(str);
      if (size < sizes.numberAtFoot && isNumber) notes.set(str, (foot = { page, text: '' }));
      else if (size < sizes.number && isNumber) {
        marked.push({ words, number: str, page });
        words = '';
      } else if (size < sizes.note) foot.text += text;
      // Where one line ends and another begins, the document says so only inside a paragraph.
      else words += str === '' ? ' ' : text;
    }
  }
  const noted = marked.map(({ words: before, number, page }) => {
    const note = notes.get(number);
    return { words: before, notes: note !== undefined && isAt(note.page, page) ? [note.text] : [] };
  });
  return [...noted, { words, notes: [] }];
}

/** A note goes to the foot of the next page where its number stands so low that there is no room under it. */
const isAt = (note: number, page: number) => note === page || note === page + 1;

/** In points: below which letters are a number at the foot, one in the text, and of a note. Text has 11.5 and notes 9. */
const sizes = { numberAtFoot: 6, number: 8, note: 10 };
