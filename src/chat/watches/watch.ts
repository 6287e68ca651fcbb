/** What somebody wants to hear of when new sessions come in, and how often. Pure. */
import { stripVTControlCharacters } from 'node:util';

export interface Watched {
  /** `speaker`: their words; `matter`: words on it; `phrase`: these very words; `named`: their name in the words of others. */
  kind: 'speaker' | 'matter' | 'phrase' | 'named';
  /** The person or organisation, the matter, or the phrase. */
  what: string;
  /** Of a speaker: only on this matter. */
  about?: string;
}

export interface Rhythm {
  every: 'at once' | 'day' | 'week';
  /** By the clock of the place, where it is not at once: a week's is on Monday. */
  hour: number;
  minute: number;
  /** As of the IANA database, `Europe/Berlin`. */
  zone: string;
}

export interface WatchAsked {
  watched: Watched;
  rhythm: Partial<Rhythm>;
}

/** `from Ana Ruiz on calibration daily at 9 in Europe/Berlin`; a sentence that says what is wrong, where something is. */
export function readWatch(typed: string): WatchAsked | string {
  let rest = plain(typed);
  const rhythm: Partial<Rhythm> = {};
  const zone = /\s+in\s+([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}|UTC)$/iu.exec(rest);
  if (zone) {
    const known = zoneCalled(zone[1]!);
    if (known === null) return `There is no time zone called ${zone[1]}; Europe/Berlin is one.`;
    rhythm.zone = known;
    rest = rest.slice(0, zone.index);
  }
  const time = /\s+at\s+(\d{1,2})(?::(\d{2}))?$/iu.exec(rest);
  if (time) {
    [rhythm.hour, rhythm.minute] = [Number(time[1]), Number(time[2] ?? 0)];
    if (rhythm.hour > 23 || rhythm.minute > 59) return `There is no time ${time[0].trim().slice(3)}; 9 and 17:30 are.`;
    rest = rest.slice(0, time.index);
  }
  const every = /\s+(daily|weekly|at once|immediately)$/iu.exec(rest);
  if (every) {
    rhythm.every = rhythms[every[1]!.toLowerCase()]!;
    rest = rest.slice(0, every.index);
  } else if (time) rhythm.every = 'day';
  const watched = readWatched(rest.trim());
  const isEmpty = saysNothing(watched) || /^(?:from|by|named|about|on)$/iu.test(watched.what);
  return isEmpty ? howToWatch : { watched, rhythm };
}

/** The same of what is given part by part; a sentence that says what is wrong, where something is. */
export function watchedAs({ kind, what, about }: Watched): Watched | string {
  if (about !== undefined && kind !== 'speaker') return 'Only words of a speaker are watched for what they are about.';
  const watched = { kind, what: plain(what), ...(about !== undefined && { about: plain(about) }) };
  return saysNothing(watched) ? 'Say in words what to watch.' : watched;
}

/** It is told again later, in posts and terminals. */
function plain(typed: string): string {
  return stripVTControlCharacters(typed)
    .replaceAll(/[\s\p{Cc}\p{Bidi_C}]+/gu, ' ')
    .trim();
}

function saysNothing({ what, about = what }: Watched): boolean {
  return [what, about].some((words) => !/[\p{L}\p{N}]/u.test(words));
}

const rhythms: { [word: string]: Rhythm['every'] } = {
  daily: 'day',
  weekly: 'week',
  'at once': 'at once',
  immediately: 'at once',
};

function readWatched(text: string): Watched {
  const phrase = /^["“„«](.+)["”“»]$/su.exec(text)?.[1];
  if (phrase !== undefined) return { kind: 'phrase', what: phrase.trim() };
  const named = /^(?:named|naming|mentions? of)\s+(.*)$/isu.exec(text)?.[1];
  if (named !== undefined) return { kind: 'named', what: named.trim() };
  const from = /^(?:from|by|speaker)\s+(.*)$/isu.exec(text)?.[1];
  if (from === undefined) return { kind: 'matter', what: text.replace(/^(?:about|on)\s+/iu, '').trim() };
  const [what = '', ...about] = from.split(/\s+(?:on|about)\s+/iu);
  return { kind: 'speaker', what: what.trim(), ...(about.length > 0 && { about: about.join(' on ').trim() }) };
}

/** As it is said after “watches”. */
export function inWords({ kind, what, about }: Watched): string {
  const words = { speaker: 'words of ', matter: '', phrase: 'the very words ', named: 'the name of ' };
  return `${words[kind]}${what}${about === undefined ? '' : ` on ${about}`}`;
}

export function rhythmInWords({ every, hour, minute, zone }: Rhythm): string {
  if (every === 'at once') return 'as soon as a session comes in';
  const time = `${hour}:${String(minute).padStart(2, '0')} (${zone})`;
  return every === 'day' ? `every day at ${time}` : `every Monday at ${time}`;
}

export const howToWatch =
  'Say what to watch: “watch calibration”, “watch from Ana Ruiz on calibration daily at 9 in Europe/Berlin”, ' +
  '“watch named Ana Ruiz weekly”, or words in quotation marks for these very words.';

function zoneCalled(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
