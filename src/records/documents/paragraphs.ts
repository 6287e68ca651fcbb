/** A document that is no record: somebody's paper, paragraph by paragraph as its reader sees it. */
import path from 'node:path';
import type { Problem } from '../../session.ts';
import type { DocumentComment, Paragraph } from './paragraph.ts';
import { commentedDocx, docxParagraphs } from './docx-comments.ts';
import { paragraphsOfText } from './plain-paragraphs.ts';
import { textsIn } from './texts.ts';
import { DocumentError, isZip, readZip, zipLimits, type ZipEntry } from './zip.ts';

export interface ReadDocument {
  paragraphs: Paragraph[];
  /** What of it could not be read; of an empty one the first says why. */
  problems: Problem[];
  /** The same document with the comments in its margin; null where none are asked for, or it is no Word document. */
  commented: Uint8Array | null;
}

/** Never throws on content. */
export async function readDocument(
  bytes: Uint8Array,
  { name, comments }: { name: string; comments: DocumentComment[] | null },
): Promise<ReadDocument> {
  try {
    const entries = isZip(bytes) ? readZip(bytes, zipLimits) : null;
    if (entries?.some((entry) => entry.name === 'word/document.xml')) return wordDocument(entries, comments);
    const paragraphs: Paragraph[] = [];
    const problems: Problem[] = [];
    for await (const { entry, text, problems: met } of textsIn(bytes)) {
      if (entry !== null) throw new DocumentError('it is an archive; unpack it, and give one document');
      paragraphs.push(...paragraphsOfText(text, path.extname(name).toLowerCase()));
      problems.push(...met);
    }
    const nothing = { line: null, message: 'It holds no words.' };
    return {
      paragraphs,
      problems: paragraphs.length === 0 && problems.length === 0 ? [nothing] : problems,
      commented: null,
    };
  } catch (error) {
    const { message } = error as Error;
    const why = error instanceof DocumentError ? message : `it is damaged (${message.slice(0, 200)}); save it again`;
    return { paragraphs: [], problems: [{ line: null, message: `It cannot be read: ${why}` }], commented: null };
  }
}

function wordDocument(entries: ZipEntry[], comments: DocumentComment[] | null): ReadDocument {
  const paragraphs = docxParagraphs(entries);
  return {
    paragraphs,
    problems: paragraphs.length === 0 ? [{ line: null, message: 'It holds no words.' }] : [],
    commented: comments && commentedDocx(entries, comments),
  };
}
