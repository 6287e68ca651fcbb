/** What is called by a name of its own in each language: a text is given the name that another language has for it. */

const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];

/** A name, and what it means: the names for that in each of `languages`. */
interface Called {
  name: string;
  meant: string[][];
}

/**
 * Of a table with a line a thing, which goes on in lines set in further, a column a language and commas between its names, of
 * which the first is given to texts.
 */
export function namesIn(table: string): Called[] {
  return (
    table
      .trim()
      .split(/\n(?= {2}\S)/u)
      .map((line) => line.split('|').map((names) => names.split(',').map((name) => name.trim())))
      .flatMap((meant) => [...new Set(meant.flat())].map((name) => ({ name, meant })))
      // The longest first: the World Health Organization is no Organization of anything else.
      .toSorted((one, other) => other.name.length - one.name.length)
  );
}

export function calledIn(other: string, text: string, names: Called[]): string {
  const column = languages.indexOf(other);
  if (column < 0) return text;
  let written = text;
  for (const { name, meant } of names)
    if (!meant[column]!.includes(name)) written = written.replaceAll(asWord(name), ` ${meant[column]![0]!} `);
  return written === text ? text : written.replaceAll(/ {2,}/gu, ' ').trim();
}

/** Cases of Russian end otherwise, and small words stand before the name in Arabic. */
function asWord(name: string): RegExp {
  if (/\p{Script=Han}/u.test(name)) return new RegExp(name, 'gu');
  if (/\p{Script=Arabic}/u.test(name)) return new RegExp(String.raw`(?<!\p{L})[وفبل]?${name}(?!\p{L})`, 'gu');
  const isDeclined = /\p{Script=Cyrillic}{5,}$/u.test(name);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${isDeclined ? name + String.raw`\p{Ll}{0,2}` : name}(?![\p{L}\p{N}])`,
    'gu',
  );
}
