/** Times of a recording, as records write them and as people read them. */

/**
 * Seconds of `m:ss`, `mm:ss.mmm`, `h:mm:ss`, `00:01:02,500` and the like; null for anything else.
 * Minutes may pass 59 where no hours are given.
 */
export function readTime(text: string): number | null {
  const match = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:[.,](\d{1,9}))?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, fraction] = match;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction ?? 0}`);
}

/** `1:02:03`, or `2:03` within the first hour; parts of a second are dropped. */
export function formatTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const pad = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** Source of a regular expression for a time inside a line. */
export const timePattern = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
