/** How many columns a text takes in a terminal. */
import { createRequire } from 'node:module';
import type stringWidth from 'string-width';

/** Letters that take one each, of which most answers are: for others a table of all letters is loaded. */
const narrow = /^[\x20-\x7e“”‘’–—…·]*$/u;
let measure: typeof stringWidth | null = null;

export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  measure ??= (createRequire(import.meta.url)('string-width') as { default: typeof stringWidth }).default;
  return measure(text);
}
