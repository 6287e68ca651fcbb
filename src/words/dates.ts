/** Days as people write them. */

/** `2025-07-11` as `11 July 2025`; anything else as it is. */
export function dayInWords(day: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(time) ? day : inWords.format(time);
}

/** Made once: making it takes longer than a hundred days in words. */
const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
