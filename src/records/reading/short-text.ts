/** Which records are so short and plain that they are read where they are asked for. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isDocument } from '../documents/texts.ts';
import { beginsAsJson } from '../formats/json.ts';
import type { Readable } from './reading.ts';

/**
 * With its bytes, where it has at most so many and all of them are running text. What is read by anything that is not a
 * line after a line, such as a document, an archive, a page, XML or JSON, is null, and so is what is no file.
 */
export async function shortText(record: Readable, most: number): Promise<Readable | null> {
  if (most === 0) return null;
  if ('bytes' in record) return record.bytes.length <= most && isRunningText(record.bytes) ? record : null;
  const { path, ...rest } = record;
  try {
    const bytes = await firstBytes(path, most + 1);
    return bytes.length <= most && isRunningText(bytes) ? { ...rest, bytes } : null;
  } catch {
    // Why it cannot be read is told by whoever reads it.
    return null;
  }
}

/** Never more than these, whatever the file was said to hold. Throws where it is a device or a pipe, which may have no end. */
async function firstBytes(path: string, most: number): Promise<Uint8Array> {
  // A pipe that nobody writes to would hold up whoever opens it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw new Error('no file');
    const bytes = new Uint8Array(most);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, most - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === most) return bytes.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}

/** All of it is looked at: a mark may stand behind other bytes, and what decodes to blanks hides one. */
function isRunningText(bytes: Uint8Array): boolean {
  if (isDocument(bytes)) return false;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return !/[\0-\x08\x0B\x0E-\x1F\x7F]/u.test(text) && !/<[a-z!?/]|%PDF|\{\\rtf/iu.test(text) && !beginsAsJson(text);
}
