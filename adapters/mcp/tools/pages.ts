/** An answer of a tool is one page: what is longer goes on where `next` says. */
import { z } from 'zod';

/** In characters of JSON, what is around the list included. */
export const mostCharacters = 24_000;
const leftForTheRest = 2_000;

export const nextShape = z
  .number()
  .int()
  .nullable()
  .describe('`offset` of the next page, or null: follow it to the end before you say that something is not there');

export const offsetShape = z.number().int().min(0).default(0).describe('Where to go on: the `next` of the page before');

/** As many items, from the first, as fit on a page beside what else is `taken` by JSON of that length; one always does. */
export function pageOf<Item>(items: Item[], most = items.length, taken = 0): Item[] {
  const page: Item[] = [];
  let characters = leftForTheRest + taken;
  for (const item of items.slice(0, most)) {
    characters += JSON.stringify(item).length;
    if (page.length > 0 && characters > mostCharacters) break;
    page.push(item);
  }
  return page;
}

/** Where the next page begins, or null. */
export function nextOf(offset: number, onPage: number, total: number): number | null {
  return offset + onPage < total ? offset + onPage : null;
}
