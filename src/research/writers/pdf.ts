/** A Word file as PDF, by LibreOffice where it is installed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Without LibreOffice nothing makes a PDF here; the message says what to do. */
export class NoLibreOffice extends Error {
  override name = 'CommandError';
}

const longestMs = 120_000;

/** `program` as it is found on the path. Rejects with a `NoLibreOffice` where there is none. */
export async function asPdf(docx: Uint8Array, program = 'soffice'): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-paper-'));
  try {
    await writeFile(path.join(folder, 'paper.docx'), docx);
    const home = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const args = [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'paper.docx')];
    await promisify(execFile)(program, args, { timeout: longestMs });
    return await readFile(path.join(folder, 'paper.pdf'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new NoLibreOffice(
      code === 'ENOENT'
        ? 'A PDF is made by LibreOffice, which is not installed (apt-get install libreoffice-writer). A file that ends in .docx, .html or .md needs none.'
        : `LibreOffice could not make a PDF: ${(error as Error).message}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
