/** Places in a recording, in the many ways that programs write them. */
import { readTime } from '../../../words/timestamp.ts';

/**
 * Seconds of a place that says its unit itself: "1.2s", "PT1M2.5S", "0:01:02.5", {seconds, nanos}, {relative}.
 * A bare number, also as text, is `number`, whose unit its file must tell. Null for anything else.
 */
export function readOffset(value: unknown): { seconds: number } | { number: number } | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { number: value } : null;
  if (typeof value === 'string') {
    const text = value.trim();
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return { number: Number(text) };
    const seconds = ofText(text);
    if (seconds !== null) return { seconds };
    // A moment of the day and year: seconds since 1970.
    const moment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(moment) ? null : { number: moment / 1000 };
  }
  if (typeof value !== 'object' || value === null) return null;
  const given = value as Record<string, unknown>;
  if ('relative' in given) return typeof given['relative'] === 'number' ? { seconds: given['relative'] } : null;
  if ('seconds' in given || 'nanos' in given) {
    const seconds = Number(given['seconds'] ?? 0) + Number(given['nanos'] ?? 0) / 1e9;
    return Number.isFinite(seconds) ? { seconds } : null;
  }
  return null;
}

/** Of a place whose bare numbers are seconds; null where there is none. */
export function secondsOf(value: unknown): number | null {
  const read = readOffset(value);
  return read === null ? null : 'seconds' in read ? read.seconds : read.number;
}

function ofText(text: string): number | null {
  const short = /^(\d+(?:\.\d+)?) ?(ms|s|sec|seconds)$/.exec(text);
  if (short) return Number(short[1]) / (short[2] === 'ms' ? 1000 : 1);
  // ISO 8601, as far as recordings go.
  const period = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(text);
  if (period && text !== 'PT')
    return Number(period[1] ?? 0) * 3600 + Number(period[2] ?? 0) * 60 + Number(period[3] ?? 0);
  // From when to when, as in the timespans of NVivo: "0:03.0 - 0:06.5".
  const [from = '', , ...more] = text.replace(/^\[|\]$/g, '').split(/\s{0,3}(-->|[-–—,/])\s{0,3}(?=\d{1,3}:\d)/);
  return more.length > 1 ? null : readTime(from);
}
