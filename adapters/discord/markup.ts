/** Text of people and transcripts among Discord's markup: escaped, cut, quoted. Pure. */

/** Text of people and transcripts so that Discord shows it as it stands: no markup, mention, link or emoji comes of it. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[\\*_~`|<>@[\]():#]/g, String.raw`\$&`)
      // At the start of a line these would make a list, which Discord would number anew.
      .replace(/^([^\S\n]*)(?=[-+]\s)/gm, '$1\\')
      .replace(/^([^\S\n]*\d{1,9})(?=\.\s)/gm, '$1\\')
  );
}

/** Escaped, and where it is longer than `most` cut between words with an ellipsis. */
export function escapeUpTo(text: string, most: number): { text: string; isCut: boolean } {
  const end = fittingEnd(text, most);
  return end === text.length
    ? { text: escapeText(text), isCut: false }
    : { text: `${escapeText(text.slice(0, end))} …`, isCut: true };
}

/** Where to cut `text` so that it is at most `most` characters once escaped, an ellipsis included: its length where it need not be cut. */
export function fittingEnd(text: string, most: number): number {
  if (shownLength(text) <= most) return text.length;
  let [fits, exceeds] = [0, text.length];
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (shownLength(text.slice(0, middle)) <= most - ' …'.length) fits = middle;
    else exceeds = middle;
  }
  const from = Math.max(0, fits - 60);
  const betweenWords = text.slice(from, fits + 1).search(/\s\S*$/);
  if (betweenWords > 0) return from + betweenWords;
  // Never between the halves of a surrogate pair.
  return fits > 1 && /[\uD800-\uDBFF]/.test(text.charAt(fits - 1)) ? fits - 1 : Math.max(fits, 1);
}

/** Characters of a text once it is escaped and, at worst, every line of it begins with a mark. */
function shownLength(text: string): number {
  return escapeText(text).length + 2 * (text.split('\n').length - 1);
}

/** A long text from somewhat before the words, both ends cut where they must be. */
export function around(text: string, words: { start: number; end: number } | null, most: number): string {
  if (words === null || shownLength(text) <= most) return escapeUpTo(text, most).text;
  const spare = Math.max(0, most - shownLength(text.slice(words.start, words.end)));
  // However much of it is escaped, a ninth of what is spare leaves room for the words themselves.
  const wanted = words.start - Math.floor(spare / 9);
  const space = text.indexOf(' ', wanted);
  const start = wanted <= 0 ? 0 : space >= 0 && space < words.start ? space + 1 : words.start;
  return `${start > 0 ? '… ' : ''}${escapeUpTo(text.slice(start), most - 2).text}`;
}

export function asQuotation(escaped: string): string {
  return escaped.replace(/^/gm, '> ');
}

export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
