/** What is read where it is asked for, and what is not, wherever in it the mark of another kind stands. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shortText } from '../../src/records/reading/short-text.ts';
import { docxOf, p, zipOf } from '../fixtures/documents.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const most = 32_768;
const talk = 'Ana Lind: We begin with the boats.\nRavi Sen: There are 90 boats in the harbour.\n';

/** Whether its bytes are read in place, given as they are and in a file that is called a text. */
async function isInPlace(content: string | Uint8Array): Promise<boolean> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = path.join(temporaryFolder(), 'talk.txt');
  writeFileSync(file, bytes);
  const named = { name: 'talk.txt', address: null };
  const [given, lying] = [await shortText({ ...named, bytes }, most), await shortText({ ...named, path: file }, most)];
  expect(lying === null).toBe(given === null);
  expect(lying === null || Buffer.from((lying as { bytes: Uint8Array }).bytes).equals(bytes)).toBe(true);
  return given !== null;
}

describe('read where it is asked for', () => {
  it.each([
    ['nothing', ''],
    ['plain text', talk],
    ['plain text with a mark', `\uFEFF${talk}`],
    ['times in brackets', '[0:01] Ana Lind: Yes.\n[0:02] Ravi Sen: No.\n'],
    ['captions', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAna Lind: 5 < 6 boats, she said.\n'],
    ['as much as there may be', 'a'.repeat(most)],
  ])('is %s', async (_, content) => {
    expect(await isInPlace(content)).toBe(true);
  });
  it.each([
    ['a PDF behind words', 'some words\n%PDF-1.7\nand nothing of a PDF\nstartxref'],
    ['a PDF far behind words', `${talk.repeat(30)}%PDF-1.7`],
    ['an OpenDocument text behind words', 'some words <office:document xmlns="urn:x"></office:document>'],
    ['RTF', '   {\\rtf1 Ana Lind: Yes.\\par Ravi Sen: No.}'],
    ['an archive', zipOf({ 'a.txt': talk })],
    ['a Word file', docxOf(p('Ana Lind: Yes.'))],
    ['a page behind blanks', `${' '.repeat(2_000)}\n<html><p>Ana Lind: Yes.</p></html>`],
    ['a page behind words', `${talk.repeat(20)}<p>Ana Lind: Yes.</p>`],
    ['a page behind a control character', '\u0001<html><p>Ana Lind: Yes.</p></html>'],
    ['XML', '\uFEFF<?xml version="1.0"?><TEI><u who="#a">Yes.</u></TEI>'],
    ['timed text', '\n<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">Yes.</p></div></body></tt>'],
    ['JSON', '{"title": "Boats", "turns": [{"speaker": "Ana Lind", "text": "Yes."}]}'],
    ['a list in JSON', '\uFEFF [ {"speaker": "Ana Lind", "text": "Yes."} ]'],
    ['UTF-16', Buffer.from(`\uFEFF${talk}`, 'utf16le')],
    ['UTF-16 without a zero', Buffer.from('\uFEFF林先生说船', 'utf16le')],
    ['other letters', Buffer.from('Ana Lind: Za\u00fco.\n', 'latin1')],
    ['more than there may be', 'a'.repeat(most + 1)],
  ])('is not %s', async (_, content) => {
    expect(await isInPlace(content)).toBe(false);
  });
  it.runIf(process.platform === 'linux')('is no pipe and no device, which may never end', async () => {
    const pipe = path.join(temporaryFolder(), 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    for (const name of [pipe, '/dev/zero', '/dev/null', '/nowhere'])
      expect(await shortText({ name, address: null, path: name }, most)).toBe(null);
  });
});
