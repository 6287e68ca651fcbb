/** From a paper to what was found of it, and to the same paper with that in its margin. */
import type { Moment } from '../answering/moment.ts';
import type { DocumentCheck, PaperToCheck } from '../rapporteur.ts';
import { documentFrom, type Readable, type RecordReader } from '../records/reading/reading.ts';
import { checkDocument } from './document-check.ts';
import { commentsOn } from './margin.ts';

export async function checkPaper(
  { commented, ...paper }: PaperToCheck,
  reader: Pick<RecordReader, 'read'>,
  reading: <T>(work: (moment: Moment) => Promise<T>) => Promise<T>,
): Promise<DocumentCheck> {
  const name = 'path' in paper ? paper.path : paper.name;
  const readable: Readable = { ...paper, name, address: null };
  const read = await documentFrom(reader, readable);
  const check = await reading((moment) => checkDocument(read, name, moment));
  if (!commented) return check;
  const comments = commentsOn(check, read.paragraphs);
  const again = comments.length === 0 ? read : await documentFrom(reader, readable, comments);
  return { ...check, copy: again.commented, problems: [...new Set([...check.problems, ...again.problems])] };
}
