/** Which lines of a rendered answer are words of its quotes. */

export interface AnswerLine {
  text: string;
  isQuoted: boolean;
}

/** The lines that are not blank. A line is quoted where a quote's words stand on it, in their quotation marks. */
export function linesOf(rendered: string, quotes: { text: string }[]): AnswerLine[] {
  const lines = rendered
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ text, isQuoted: false }));
  // All lines as one, so that words are found wherever they break; each letter knows its line.
  let whole = '';
  const lineAt: number[] = [];
  for (const [number, { text }] of lines.entries()) {
    const bare = onOneLine(text);
    for (let each = 0; each <= bare.length; each += 1) lineAt.push(number);
    whole += `${bare} `;
  }
  for (const quote of quotes) {
    const words = `“${onOneLine(quote.text)}”`;
    const start = whole.indexOf(words);
    if (start < 0) throw new Error(`A quote is not shown as it was said: ${quote.text}`);
    for (let each = start; each < start + words.length; each += 1) lines[lineAt[each]!]!.isQuoted = true;
  }
  return lines;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
