/** What may be told of a session, and where: each rule narrows, and rules of a session, its folder and its event add up. */

import type { Confidentiality } from '../session.ts';

/**
 * Reads rules as people write them, several parted by `;`: `open`, `chatham-house`, `restricted slack:T1, discord:2/3`,
 * `embargo until 2026-12-01`, `off the record`. Whatever is none of these is off the record.
 */
export function readConfidentiality(text: string): Confidentiality {
  return text
    .split(';')
    .map(readRule)
    .reduce((one, other) => together(one, other));
}

/** Whether people wrote a rule that is known. */
export function isConfidentiality(text: string): boolean {
  return text.split(';').every((rule) => !readRule(rule).offTheRecord || wordsOf(rule).join(' ') === 'off the record');
}

function readRule(rule: string): Confidentiality {
  const words = wordsOf(rule);
  const [first] = words;
  const name = words.join(' ');
  if (name === 'open') return {};
  if (name === 'chatham house' || name === 'chatham house rule') return { chathamHouse: true };
  if (first === 'restricted') {
    const places = rule
      .trim()
      .split(/[\s,]+/u)
      .slice(1)
      .filter((place) => !['to', ''].includes(place));
    return places.length > 0 ? { places } : { offTheRecord: true };
  }
  if (first === 'embargo') {
    const until = rule.trim().split(/\s+/u).at(-1)!;
    return isTime(until) ? { until } : { offTheRecord: true };
  }
  return { offTheRecord: true };
}

function wordsOf(rule: string): string[] {
  return rule
    .toLowerCase()
    .split(/[\s_-]+/u)
    .filter((word) => word !== '');
}

function isTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/u.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** As it is kept and shown; `readConfidentiality` reads it back. */
export function confidentialityInWords({ chathamHouse, places, until, offTheRecord }: Confidentiality): string {
  const rules = [
    offTheRecord && 'off the record',
    chathamHouse && 'chatham-house',
    places && (places.length > 0 ? `restricted ${places.join(', ')}` : 'off the record'),
    until !== undefined && `embargo until ${until}`,
  ].filter((rule) => typeof rule === 'string');
  return rules.length === 0 ? 'open' : rules.join('; ');
}

/** Both hold: the later day, only the places that both name. */
export function together(one: Confidentiality, other: Confidentiality): Confidentiality {
  const until = [one.until, other.until]
    .flatMap((time) => time ?? [])
    .toSorted(byTime)
    .at(-1);
  const places = one.places && other.places ? shared(one.places, other.places) : (one.places ?? other.places);
  return {
    ...((one.chathamHouse || other.chathamHouse) && { chathamHouse: true }),
    ...((one.offTheRecord || other.offTheRecord) && { offTheRecord: true }),
    ...(places !== undefined && { places }),
    ...(until !== undefined && { until }),
  };
}

function byTime(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}

function shared(some: string[], others: string[]): string[] {
  return [
    ...some.filter((place) => others.some((other) => isWithin(place, other))),
    ...others.filter((place) => some.some((other) => isWithin(place, other) && place !== other)),
  ];
}

/** A channel is within its origin. */
function isWithin(place: string, other: string): boolean {
  return place === other || place.startsWith(`${other}/`);
}

/** Whether a place may see it at this time, whatever its words show there. */
export function isOpenTo(
  place: string | undefined,
  { places, until, offTheRecord }: Confidentiality,
  now: Date,
): boolean {
  if (offTheRecord || (until !== undefined && now.getTime() < Date.parse(until))) return false;
  return places === undefined || (place !== undefined && places.some((named) => isWithin(place, named)));
}
