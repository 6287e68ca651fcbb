/** Countries and territories by name, in any language `Intl` knows, so that `Norvège` and `挪威` are Norway, and `the US` is America. */

import type { Inquiry } from '../asking/asked.ts';
import { regions } from '../words/names.ts';
import { termsOf } from '../words/terms.ts';

/** "Which countries are in the group?" */
export function asksCountries({ wants, kind, asksWho }: Pick<Inquiry, 'wants' | 'kind' | 'asksWho'>): boolean {
  return (wants === 'list' || wants === 'name' || asksWho) && termsOf(kind).some((term) => countries.has(term));
}

const countries = new Set(termsOf('country countries nation nations state states'));

/** Terms of the countries whose names are one word. */
export function regionTerms(): string[] {
  return (ofRegions ??= [...regions()].flatMap((name) => (name.includes(' ') ? [] : termsOf(name))));
}
let ofRegions: string[] | undefined;

export interface NamedRegion {
  /** ISO 3166-1 alpha-2. */
  code: string;
  start: number;
  end: number;
}

/** Regions that a text names in a language; English where none is given. */
export function regionsIn(text: string, language: string | null): NamedRegion[] {
  const { pattern, codes } = namesIn(language ?? 'en');
  const named = [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
    code: codes.get(name.toLowerCase())!,
    start: index,
    end: index + name.length,
  }));
  const called = [...text.matchAll(otherNames)].map(({ 0: name, index, groups }) => ({
    code: groups!['us'] === undefined ? 'GB' : 'US',
    start: index,
    end: index + name.length,
  }));
  // "The United States of America" is one name, not the one within it and more.
  const longer = called.filter((one) => !named.some((other) => other.start <= one.start && other.end >= one.end));
  const apart = named.filter((one) => !longer.some((other) => other.start < one.end && other.end > one.start));
  return [...apart, ...longer].toSorted((one, other) => one.start - other.start);
}

/** What `Intl` does not have. Written so in capitals, for "us" is a word. */
const otherNames =
  /(?<!\p{L})(?:(?<us>United States of America|U\.S\.A|USA|U\.S|US)|Great Britain|Britain|British|U\.K|UK)(?!\p{L})/gu;

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
        return name === undefined ? [] : [[name.toLowerCase(), canonical(first + second)]];
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

/** Some countries have had two codes: `UK` is `GB`. */
function canonical(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}
