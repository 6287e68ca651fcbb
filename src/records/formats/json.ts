/** Records in JSON: read once, whichever formats look at them. */
import { safeLine } from './safe-text.ts';
import type { Source } from './format.ts';

/**
 * `value` is a list where the record is JSON Lines. `items` are those of a list with the lines they stand on, counted from
 * 1 and null where that cannot be told, or the one value; `broken` are lines that could not be read.
 * `isMended`: numbers that JSON does not have, NaN and Infinity, were taken for null.
 */
export type JsonRecord =
  | {
      value: unknown;
      items: { value: unknown; line: number | null }[];
      broken: { line: number; why: string }[];
      isMended?: boolean;
    }
  /** It begins as JSON does, and is none; in words for people. */
  | { problem: string };

const known = new WeakMap<Source, JsonRecord | null>();

/** Null where the record is no JSON at all. Never throws. */
export function readJson(source: Source): JsonRecord | null {
  let read = known.get(source);
  if (read === undefined) known.set(source, (read = jsonIn(source.text)));
  return read;
}

/** A mapping by key; null where the value is anything else. */
export function mapping(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** Text that says something, trimmed; null where the value is anything else. */
export function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Only what does is ever read as JSON. */
export function beginsAsJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(text.slice(0, 1000));
}

function jsonIn(text: string): JsonRecord | null {
  if (!beginsAsJson(text)) return null;
  const whole = parse(text);
  if (!('problem' in whole)) {
    const items = Array.isArray(whole.value) ? (whole.value as unknown[]) : [whole.value];
    return { ...whole, items: items.map((value) => ({ value, line: null })), broken: [] };
  }
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  const given = lines.filter((line) => line.text !== '');
  // "[[0:01]] Ana: Hello." is no JSON, although it begins as a list of lists does.
  if (given.length < 2 || !given[0]!.text.endsWith('}'))
    return /^\s*\[\s*[["\]]/.test(text.slice(0, 1000)) ? null : whole;
  const items: { value: unknown; line: number }[] = [];
  const broken: { line: number; why: string }[] = [];
  for (const { line, text: content } of given) {
    const read = parse(content);
    if ('problem' in read) broken.push({ line, why: read.problem });
    // What is mostly broken is no list of values.
    if (broken.length > items.length + 20) return whole;
    if ('value' in read) items.push({ value: read.value, line });
  }
  return items.length === 0 ? whole : { value: items.map(({ value }) => value), items, broken };
}

/** Also as Python writes it, for whom NaN and Infinity are numbers: they are taken for null. */
function parse(text: string): { value: unknown; isMended?: boolean } | { problem: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const mended = withoutNaN(text);
    if (mended !== text) {
      try {
        return { value: JSON.parse(mended) as unknown, isMended: true };
      } catch {
        // What is wrong with the record as it was given is told.
      }
    }
    return { problem: `not whole JSON (${safeLine((error as Error).message).slice(0, 120)})` };
  }
}

/** Only outside of strings: whoever says "NaN" is quoted. */
function withoutNaN(text: string): string {
  if (!/NaN|Infinity/.test(text)) return text;
  const parts: string[] = [];
  let from = 0;
  let inString = false;
  for (const { 0: found, index } of text.matchAll(/\\.|"|-?(?:NaN|Infinity)/gs)) {
    if (found === '"') inString = !inString;
    else if (!inString && !found.startsWith('\\')) {
      parts.push(text.slice(from, index), 'null');
      from = index + found.length;
    }
  }
  return `${parts.join('')}${text.slice(from)}`;
}
