/** How countries and territories are written in one language: what `Intl` calls them, what else they are called, and their cases. */

export interface WrittenRegion {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  /** Source of a regular expression of every way it is written. */
  written: string;
}

/** The longest first: Guinea-Bissau is not Guinea. */
export function writtenRegions(language: string): WrittenRegion[] {
  const display = new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x41 + index));
  const named = letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const name = display.of(first + second);
      return name === undefined ? [] : [[canonical(first + second), name]];
    }),
  );
  const others = Object.entries(otherwise[language] ?? {}).flatMap(([code, names]) =>
    names.split('|').map((name): [string, string] => [code, name]),
  );
  const written = writings[language] ?? asItStands;
  return [...named, ...others]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([code, name]) => ({ code, name, written: written(name) }));
}

/** Some countries have had two codes: `UK` is `GB`. */
function canonical(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}

function asItStands(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/['’]/g, "['’]");
}

const writings: Record<string, (name: string) => string> = {
  ru: (name) => name.replaceAll(/[А-Яа-яЁё]+|[^А-Яа-яЁё]+/gu, inItsCases),
  // "للعراق" is of "العراق".
  ar: (name) => asItStands(name).replace(/^ال/u, 'ا?ل'),
};

/** "В Казахстане", "из Южной Кореи"; short names and those that end otherwise have no cases. */
function inItsCases(word: string): string {
  if (!/^[А-ЯЁ]/u.test(word)) return asItStands(word);
  const ending = /(?:[аоы][яйе]|ая|ия|[аяьй])$/u.exec(word)?.[0];
  if (ending !== undefined && word.length - ending.length >= leastStem)
    return `${word.slice(0, -ending.length)}${cases}`;
  return /[бвгджзклмнпрстфхцчшщ]$/u.test(word) ? `${word}(?:а|у|ом|е)?` : word;
}

const leastStem = 3;
const cases = '[а-яё]{1,3}';

/** What `Intl` does not have. */
const otherwise: Record<string, Record<string, string>> = {
  fr: {
    US: 'États-Unis d’Amérique|Etats-Unis',
    GB: 'Grande-Bretagne',
    MM: 'Birmanie',
    CZ: 'République tchèque',
    NL: 'Hollande',
    TL: 'Timor oriental',
  },
  es: {
    US: 'EE. UU.|EE.UU.|EEUU|Estados Unidos de América',
    GB: 'Gran Bretaña',
    NL: 'Holanda',
    CI: 'Costa de Marfil',
    BY: 'Bielorrusia',
    CZ: 'República Checa',
  },
  ru: {
    US: 'США',
    KR: 'Южная Корея',
    KP: 'Северная Корея',
    CN: 'КНР',
    KG: 'Кыргызстан',
    MD: 'Молдавия',
    BY: 'Белоруссия',
    NL: 'Голландия',
    TM: 'Туркмения',
  },
  zh: { KR: '南韩', KP: '北韩', AE: '阿联酋', SA: '沙特', RU: '俄国' },
  ar: {
    US: 'الولايات المتحدة الأمريكية|أمريكا',
    GB: 'بريطانيا',
    AE: 'الإمارات',
    SA: 'السعودية',
    CZ: 'التشيك',
  },
};
