/** How often a pattern, which has the flag `g`, stands in a text. What it finds is never held: a file may have a hundred million. */
export function howMany(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
