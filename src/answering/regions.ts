/** Countries and territories by name, in any language `Intl` knows, so that `Norvège` and `挪威` are Norway. */

export interface NamedRegion {
  /** ISO 3166-1 alpha-2. */
  code: string;
  start: number;
  end: number;
}

/** Regions that a text names in a language; English where none is given. */
export function regionsIn(text: string, language: string | null): NamedRegion[] {
  const { pattern, codes } = namesIn(language ?? 'en');
  return [...text.matchAll(pattern)].map(([name], at, all) => ({
    code: codes.get(name.toLowerCase())!,
    start: all[at]!.index,
    end: all[at]!.index + name.length,
  }));
}

interface Names {
  pattern: RegExp;
  codes: Map<string, string>;
}

const known = new Map<string, Names>();

function namesIn(language: string): Names {
  let names = known.get(language);
  if (!names) known.set(language, (names = read(language)));
  return names;
}

function read(language: string): Names {
  const display = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x41 + index));
  const codes = new Map(
    letters.flatMap((first) =>
      letters.flatMap((second): [string, string][] => {
        const name = display.of(first + second);
        return name === undefined ? [] : [[name.toLowerCase(), first + second]];
      }),
    ),
  );
  // The longest first: Guinea-Bissau is not Guinea.
  const alternatives = [...codes.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');
  // Words of Chinese, Japanese and Thai stand without blanks, those of Arabic may have an article before them.
  const [before, after] = ['zh', 'ja', 'th'].includes(language)
    ? ['', '']
    : [language === 'ar' ? '' : String.raw`(?<![\p{L}\p{N}])`, language === 'ar' ? '' : String.raw`(?![\p{L}\p{N}])`];
  return { codes, pattern: new RegExp(`${before}(?:${alternatives})${after}`, 'giu') };
}
