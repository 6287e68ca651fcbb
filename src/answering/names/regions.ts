/** Countries and territories by name, in any language `Intl` knows, so that `Norvège` and `挪威` are Norway, and `the US` is America. */

import type { Inquiry } from '../../asking/asked.ts';
import { regions } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { writtenRegions } from './region-names.ts';

/** "Which countries are in the group?" */
export function asksCountries({
  wants,
  kind,
  asksWho,
  asksFor,
}: Pick<Inquiry, 'wants' | 'kind' | 'asksWho' | 'asksFor'>): boolean {
  return (
    (wants === 'list' || wants === 'name' || asksWho || asksFor.has('mention')) &&
    termsOf(kind).some((term) => countries.has(term))
  );
}

const countries = new Set(
  termsOf('country countries nation nations state states pays país países страна страны 国家 دول الدول دولة البلدان'),
);

/** Terms of the countries whose names are one word. */
export function regionTerms(): string[] {
  return (ofRegions ??= [...regions()].flatMap((name) => (name.includes(' ') ? [] : termsOf(name))));
}
let ofRegions: string[] | undefined;

export interface NamedRegion {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** As it is written; where that is another case, what it is called. */
  name: string;
  start: number;
  end: number;
}

/** Regions that a text names in a language; English where none is given. */
export function regionsIn(text: string, language: string | null): NamedRegion[] {
  const { pattern, regionOf } = namesIn(language ?? 'en');
  const named = [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups }) => {
    const name = groups!['name']!;
    const [region, end] = [regionOf(name), index + whole.length];
    return region === null ? [] : [{ ...region, start: end - name.length, end }];
  });
  const called = [...text.matchAll(otherNames)].map(({ 0: name, index, groups }) => ({
    code: groups!['us'] === undefined ? 'GB' : 'US',
    name,
    start: index,
    end: index + name.length,
  }));
  // "The United States of America" is one name, not the one within it and more.
  const longer = called.filter((one) => !named.some((other) => other.start <= one.start && other.end >= one.end));
  const apart = named.filter((one) => !longer.some((other) => other.start < one.end && other.end > one.start));
  return [...apart, ...longer].toSorted((one, other) => one.start - other.start);
}

/** A text with the countries it names called as another language calls them: "В Norway" of "В Норвегии". */
export function withRegionsIn(other: string, text: string, language: string | null): string {
  const display = new Intl.DisplayNames([other, 'en'], { type: 'region' });
  return regionsIn(text, language).reduceRight(
    (written, { code, start, end }) =>
      `${written.slice(0, start)} ${display.of(code) ?? ''} ${written.slice(end)}`.replaceAll(/ {2,}/gu, ' '),
    text,
  );
}

/** What `Intl` does not have. Written so in capitals, for "us" is a word. */
const otherNames =
  /(?<!\p{L})(?:(?<us>United States of America|U\.S\.A|USA|U\.S|US)|Great Britain|Britain|British|U\.K|UK)(?!\p{L})/gu;

interface Names {
  pattern: RegExp;
  regionOf: (written: string) => { code: string; name: string } | null;
}

const known = new Map<string, Names>();

function namesIn(language: string): Names {
  let names = known.get(language);
  if (!names) known.set(language, (names = read(language)));
  return names;
}

function read(language: string): Names {
  const all = writtenRegions(language);
  const byName = new Map(all.map(({ code, name }) => [name.toLowerCase(), code]));
  // Words of Chinese, Japanese and Thai stand without blanks; those of Arabic have "and", "in" and "to" before them.
  const [before, after] = ['zh', 'ja', 'th'].includes(language)
    ? ['', '']
    : [String.raw`(?<![\p{L}\p{N}])` + (language === 'ar' ? '(?:[وف]?[بلك]?)' : ''), String.raw`(?![\p{L}\p{N}])`];
  return {
    pattern: new RegExp(`${before}(?<name>${all.map(({ written }) => written).join('|')})${after}`, 'giu'),
    regionOf(written) {
      const code = byName.get(written.toLowerCase());
      if (code !== undefined) return { code, name: written };
      // In another case a small word is none: "кита" is of a whale, "Китая" of China.
      if (/^\p{Ll}/u.test(written)) return null;
      return all.find((each) => new RegExp(`^(?:${each.written})$`, 'iu').test(written)) ?? null;
    },
  };
}
