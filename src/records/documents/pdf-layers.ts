/** Words of a PDF document on layers that are switched off, such as a "Draft" across the page: nobody who opens it sees them. */
import { diffArrays } from 'diff';
import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
export type Layers = Awaited<ReturnType<Pdf['getOptionalContentConfig']>>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;
type Item = Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number];
export type TextItem = Extract<Item, { str: string }>;

/** The layers of the document; null where none is switched off. */
export async function layersOf(pdf: Pdf): Promise<Layers | null> {
  const layers = await pdf.getOptionalContentConfig();
  const groups = [...(layers as unknown as Iterable<[string, { visible: boolean }]>)];
  return groups.some(([, { visible }]) => !visible) ? layers : null;
}

/** What of a page is seen, in pieces, and the words that are not. */
export async function seenItems(page: PdfPage, layers: Layers | null): Promise<{ seen: TextItem[]; hidden: string[] }> {
  // Where a layer may end, a piece has to.
  const { items } = await page.getTextContent({ includeMarkedContent: layers !== null });
  const pieces = items.filter((item): item is TextItem => 'str' in item);
  if (layers === null) return { seen: pieces, hidden: [] };
  const drawn = await drawnLetters(page, layers);
  if (drawn.every(({ isSeen }) => isSeen)) return { seen: pieces, hidden: [] };
  const unseen = unseenLetters(drawn, pieces);
  const isHidden = (piece: TextItem) => (unseen.get(piece) ?? 0) > lettersOf(piece.str).length / 2;
  return {
    seen: pieces.filter((piece) => !isHidden(piece)),
    hidden: pieces.filter(isHidden).map(({ str }) => str),
  };
}

interface Letter {
  letter: string;
  isSeen: boolean;
}

/** The letters of a page in the order of drawing: only there the library tells which layer each is on. */
async function drawnLetters(page: PdfPage, layers: Layers): Promise<Letter[]> {
  const { OPS, AnnotationMode } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const letters: Letter[] = [];
  const within: boolean[] = [];
  for (const [at, operator] of fnArray.entries()) {
    const given = (argsArray as unknown[][])[at] ?? [];
    if (operator === OPS.beginMarkedContent) within.push(true);
    else if (operator === OPS.beginMarkedContentProps) within.push(given[0] !== 'OC' || layers.isVisible(given[1]));
    else if (operator === OPS.endMarkedContent) within.pop();
    else if (operator === OPS.showText) {
      const isSeen = within.every(Boolean);
      for (const glyph of given[0] as (number | { unicode?: string } | null)[])
        if (typeof glyph === 'object')
          letters.push(...lettersOf(glyph?.unicode ?? '').map((letter) => ({ letter, isSeen })));
    }
  }
  return letters;
}

/** How many letters of each piece are drawn unseen. Pieces lack what is off the page, and are turned where read from the right. */
function unseenLetters(drawn: Letter[], pieces: TextItem[]): Map<TextItem, number> {
  const written = pieces.flatMap((piece) => lettersOf(piece.str).map((letter) => ({ letter, piece })));
  const counts = new Map<TextItem, number>();
  let [inDrawn, inWritten] = [0, 0];
  const changes = diffArrays(
    drawn.map(({ letter }) => letter),
    written.map(({ letter }) => letter),
  );
  for (const { added, removed, count } of changes) {
    const same = added || removed ? 0 : count;
    for (let at = 0; at < same; at += 1) {
      if (drawn[inDrawn + at]!.isSeen) continue;
      const { piece } = written[inWritten + at]!;
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
    if (!added) inDrawn += count;
    if (!removed) inWritten += count;
  }
  return counts;
}

function lettersOf(text: string): string[] {
  return text.normalize('NFKC').match(/\S/gu) ?? [];
}
