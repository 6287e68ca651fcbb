/** How the program’s own prose is written: capitals, and quotation marks only where words are borne out. */

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Takes the quotation marks off words that no transcript bears out; `borneOut` says of the words inside a pair
 * whether one does. A mark without its other half goes too.
 */
export function withCheckedQuotationMarks(text: string, borneOut: (words: string) => boolean): string {
  const kept: string[] = [];
  const checked = text
    .replaceAll(
      /["“”„«]([^"“”„«»]*)["“”»]|(?<![\p{L}\p{N}])['‘]([^'‘’]+(?:[’'](?=\p{L})[^'‘’]+)*)['’](?![\p{L}\p{N}])/gu,
      (_whole, double: string | undefined, single: string | undefined) => {
        const words = double ?? single ?? '';
        if (!borneOut(words)) return words;
        kept.push(words);
        return placeholder(kept.length - 1);
      },
    )
    .replaceAll(/["“”„«»]/gu, '');
  return kept.reduce((result, words, index) => result.replace(placeholder(index), () => `“${words}”`), checked);
}

/** Stands for a checked quotation while loose marks are removed; text is free of these characters. */
function placeholder(index: number): string {
  return `\uE000${index}\uE001`;
}
