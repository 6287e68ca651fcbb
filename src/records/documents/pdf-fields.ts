/** What is filled into the fields of a form on a page, and written on it: no part of the page, but seen by all who open it. */
import type { Placed } from './page-lines.ts';
import type { PdfPage } from './pdf-layers.ts';

/** What the library tells of a note, of a field, and of other things on a page; there is more of it. */
interface Annotation {
  subtype: string;
  annotationFlags: number;
  /** Left, bottom, right and top. */
  rect: [number, number, number, number];
  contentsObj?: { str: string };
  /** Of the first line, from the corner at the left and the bottom. */
  textPosition?: [number, number];
  fieldType?: string;
  fieldValue?: string | string[] | null;
  options?: { exportValue: string; displayValue: string }[];
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: string;
  buttonValue?: string;
  hidden?: boolean;
  password?: boolean;
}

/** The words in fields and those typed on the page, where they stand beside its `printed` words; and comments, which are notes on it. */
export async function fieldsOf(page: PdfPage, printed: Placed[]): Promise<{ filled: Placed[]; comments: string[] }> {
  const annotations = ((await page.getAnnotations({ intent: 'display' })) as Annotation[]).filter(
    ({ annotationFlags, hidden, password }) =>
      (annotationFlags & (isHidden | isNotShown)) === 0 && !hidden && !password,
  );
  const filled = annotations.flatMap((annotation) => placed(annotation, printed));
  const comments = annotations.flatMap(({ subtype, contentsObj }) =>
    ['Widget', 'FreeText', 'Link', 'Popup'].includes(subtype) || !contentsObj?.str.trim()
      ? []
      : [contentsObj.str.trim()],
  );
  return { filled, comments };
}

/** Of the flags of an annotation. */
const isHidden = 2;
const isNotShown = 32;

function placed(annotation: Annotation, printed: Placed[]): Placed[] {
  const text = valueOf(annotation).trim();
  if (text === '') return [];
  const [left, bottom, right, top] = annotation.rect;
  const sizes = printed.map(({ size }) => size).toSorted((one, other) => one - other);
  const size = sizes[sizes.length >> 1] ?? 11;
  const lines = text.split(/\r\n?|\n/);
  const base = bottom + (annotation.textPosition?.[1] ?? (top - bottom - size * 0.7) / 2);
  // One line is at the height of the words beside it.
  const beside = printed
    .map(({ y }) => y)
    .filter((y) => y >= bottom - size * 0.3 && y <= top)
    .toSorted((one, other) => Math.abs(one - base) - Math.abs(other - base))[0];
  return lines.flatMap((line, index) => {
    const y = lines.length === 1 ? (beside ?? base) : top - size * 1.2 * (index + 1);
    const width = Math.min(right - left, line.length * size * 0.5);
    return line.trim() === '' ? [] : [{ text: line, letters: [line], x: left, y, width, size, font: '' }];
  });
}

function valueOf({ subtype, contentsObj, fieldType, fieldValue, options, ...button }: Annotation): string {
  if (subtype === 'FreeText') return contentsObj?.str ?? '';
  if (subtype !== 'Widget') return '';
  if (fieldType === 'Btn') {
    if (button.checkBox) return fieldValue === button.exportValue ? '☒' : '☐';
    return button.radioButton ? (fieldValue === button.buttonValue ? '☒' : '☐') : '';
  }
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return '';
  const shown = (value: string) => options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value;
  return [fieldValue ?? []].flat().map(shown).join(', ');
}
