/** When a digest is next due, by the clock of its place. Pure; times are milliseconds since 1970. */
import type { Rhythm } from './watch.ts';

/** The first such time after `after`; `after` itself where it is to be at once. */
export function dueAfter(after: number, { every, hour, minute, zone }: Rhythm): number {
  if (every === 'at once') return after;
  const { year, month, day } = clockAt(after, zone);
  for (let days = 0; ; days += 1) {
    const wall = Date.UTC(year, month - 1, day + days, hour, minute);
    const isDay = every === 'day' || new Date(wall).getUTCDay() === monday;
    const time = timeAt(wall, zone);
    if (isDay && time > after) return time;
  }
}

const monday = 1;

/** Where the clocks of a zone show this, given as if it were UTC; an hour that is left out in spring is the next. */
function timeAt(wall: number, zone: string): number {
  const first = wall - offsetAt(wall, zone);
  return wall - offsetAt(first, zone);
}

/** By how much the clocks are ahead of UTC. */
function offsetAt(time: number, zone: string): number {
  const { year, month, day, hour, minute, second } = clockAt(time, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

type Clock = { [part in 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second']: number };

function clockAt(time: number, zone: string): Clock {
  const parts = formatOf(zone).formatToParts(time);
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)])) as unknown as Clock;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { ...numbers, timeZone: zone });
  formats.set(zone, format);
  return format;
}

const numbers = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
  calendar: 'gregory',
  numberingSystem: 'latn',
} as const;
