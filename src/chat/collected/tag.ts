/** How a tag is written, whoever types it. */

/** `#Press days` as `press days`. */
export function tagOf(typed: string): string {
  return typed.trim().replace(/^#/u, '').replaceAll(/\s+/gu, ' ').toLowerCase().slice(0, 40);
}
