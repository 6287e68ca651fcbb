/** Fonts that are installed on this machine, for signs that the program's own fonts have no shape for. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { readFont, type Font } from './font.ts';

export interface InstalledFont {
  file: string;
  font: Font;
}

export interface InstalledFonts {
  /** Fonts that have all these signs between them; null where none has one of them. */
  having(signs: number[]): Promise<InstalledFont[] | null>;
}

/** Where Linux, macOS and Windows keep them. */
const usual = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  path.join(homedir(), '.local/share/fonts'),
  path.join(homedir(), '.fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  path.join(homedir(), 'Library/Fonts'),
  'C:/Windows/Fonts',
];

/** Files are read at the first sign that is asked for, and those that are of use are kept. */
export function installedFonts(folders = usual): InstalledFonts {
  const kept: InstalledFont[] = [];
  const nowhere = new Set<number>();
  return {
    async having(signs) {
      const has =
        ({ font }: InstalledFont) =>
        (sign: number) =>
          font.widthOf(sign) !== null;
      let missing = signs.filter((sign) => !kept.some((one) => has(one)(sign)));
      if (missing.some((sign) => nowhere.has(sign))) return null;
      const files = missing.length === 0 ? [] : await fontFilesIn(folders);
      for (const file of files) {
        if (missing.length === 0) break;
        const font = await opened(file);
        if (!font || !missing.some(has({ file, font }))) continue;
        kept.push({ file, font });
        missing = missing.filter((sign) => !has({ file, font })(sign));
      }
      for (const sign of missing) nowhere.add(sign);
      return missing.length === 0 ? kept : null;
    },
  };
}

/** What is drawn upright and plain comes first. */
async function fontFilesIn(folders: string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])),
  );
  return found
    .flat()
    .filter((entry) => entry.isFile() && /\.(?:ttf|otf|ttc|otc)$/iu.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
}

const styles = ['bold', 'black', 'heavy', 'light', 'thin', 'italic', 'oblique', 'condensed', 'mono', 'serif'];

function rankOf(file: string): number {
  const name = path.basename(file).toLowerCase();
  return styles.filter((style) => name.includes(style)).length;
}

/** In bytes; those of all of Chinese, Japanese and Korean have 20 MB. */
const longest = 100 * 1024 * 1024;

async function opened(file: string): Promise<Font | null> {
  try {
    return (await stat(file)).size > longest ? null : readFont(await readFile(file));
  } catch {
    // One that cannot be read, or of another kind, is of no use here.
    return null;
  }
}
