/** LibreOffice Writer, where it is installed: what it makes of a Word file. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Why no file can be opened here, or null. */
export const noLibreOffice = ((): string | null => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'LibreOffice is not installed (apt-get install -y libreoffice-writer)';
  }
})();

/** The pages of Word files as HTML, in which notes stand as LibreOffice takes them. */
export async function openedByLibreOffice(files: Uint8Array[]): Promise<string[]> {
  return (await converted(files, 'html:HTML (StarWriter)', 'html')).map((bytes) => bytes.toString('utf8'));
}

/** Word files as PDF documents. */
export async function printedByLibreOffice(files: Uint8Array[]): Promise<Uint8Array[]> {
  return converted(files, 'pdf', 'pdf');
}

/** All are converted at once. */
async function converted(files: Uint8Array[], filter: string, ending: string): Promise<Buffer[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-office-'));
  try {
    const names = files.map((bytes, at) => {
      writeFileSync(path.join(folder, `${at}.docx`), bytes);
      return path.join(folder, `${at}.docx`);
    });
    const home = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const args = [home, '--headless', '--convert-to', filter, '--outdir', folder, ...names];
    await promisify(execFile)('soffice', args, { timeout: 240_000 });
    return files.map((_, at) => readFileSync(path.join(folder, `${at}.${ending}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
