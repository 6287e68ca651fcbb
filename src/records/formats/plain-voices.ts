/** What a plain transcript tells of who speaks besides a label: calls in brackets, places and offices, the clock. */
import type { Speaker, Turn } from '../../session.ts';
import { couldBeLabel, looksLikeName } from './labels.ts';
import { isCrowd } from './label-styles.ts';
import { interjectionIn } from './not-speech.ts';
import { isCourtesy, isOffice } from './offices.ts';
import type { Utterance } from './turns.ts';

type Part =
  | { text: string; call?: undefined; remark?: undefined }
  | { call: Pick<Utterance, 'speaker' | 'label' | 'text'>; text?: undefined; remark?: undefined }
  /** What stands beside a call and is none: "Beifall bei der SPD". */
  | { remark: string; text?: undefined; call?: undefined };

/**
 * The words of a line, and calls of others that stand in brackets inside it, "(Siv Aune [CDU/CSU]: Doch!)": the turns of
 * those who are `known` as speakers, and otherwise nobody's.
 */
export function callsIn(given: string, known: Set<string>): Part[] {
  // "[Siv Aune: Doch!]" has a line of its own in Finland.
  const text = /^\[[^[\]]{3,400}\]$/.test(given) ? `(${given.slice(1, -1)})` : given;
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(/[(（]((?:[^()（）]|\([^()]{0,80}\)){3,400})[)）]/g)) {
    const calls = match[1]!.split(/\s[–—]\s|;\s/).map((part) => interjectionIn(part) ?? part.trim());
    // One that is surely a call tells what the whole bracket is.
    if (!calls.some((call) => typeof call !== 'string' && (call.isCall || isCaller(call.label, known)))) continue;
    parts.push({ text: text.slice(from, match.index).trim() });
    for (const call of calls) {
      if (typeof call === 'string') {
        parts.push({ remark: call });
        continue;
      }
      const { label, text: words } = call;
      const name = nameOf(label, known);
      parts.push({ call: name === null ? { speaker: null, label, text: words } : { speaker: name, text: words } });
    }
    from = match.index + match[0].length;
  }
  const after = text.slice(from).trim();
  // The full stop of the bracket.
  parts.push({ text: parts.length > 0 && /^[.。]$/u.test(after) ? '' : after });
  return parts.length === 1 ? parts : parts.filter((part) => part.text !== '');
}

/** "(Note: see below)" in a speech is no call. */
function isCaller(label: string, known: Set<string>): boolean {
  const bare = label.replace(/\([^()]*\)/g, '').trim();
  if (nameOf(label, known) !== null || isCrowd(bare)) return true;
  const isWhole = bare !== label || isOffice(bare) || /\S\s\S/.test(bare);
  return couldBeLabel(bare) && isWhole && looksLikeName(bare);
}

/** The speaker of the record with that name: as written, or with or without what is in brackets. */
function nameOf(label: string, known: Set<string>): string | null {
  if (known.has(label)) return label;
  const bare = bareOf(label);
  const alike = [...known].filter((name) => bareOf(name) === bare);
  return alike.length === 1 ? alike[0]! : null;
}

function bareOf(label: string): string {
  return label
    .replace(/\s*\([^()]*\)/g, '')
    .replace(/^(?:von der |von |der |die )/iu, '')
    .trim()
    .toLowerCase();
}

/**
 * "Ana Lind (Kelp Bay)" is Ana Lind of Kelp Bay, "Mr LIND (Kelp Bay—Minister for Boats)" the minister, too, and "The Deputy
 * Speaker (Ms Lind)" is Ms Lind in that office. Where two of one name come from two places both stay as written.
 */
export function withPlaces({ turns, speakers }: { turns: Turn[]; speakers: Speaker[] }): {
  turns: Turn[];
  speakers: Speaker[];
} {
  const placed = new Map(speakers.map((speaker) => [speaker.name, placeOf(speaker.name)]));
  const renamed = new Map<string, string>();
  const kept = new Map<string, Speaker>();
  for (const speaker of speakers) {
    const found = placed.get(speaker.name);
    // Others of that name, but for those who now speak for a group, too.
    const others = speakers.filter(
      (other) => other !== speaker && (placed.get(other.name)?.name ?? other.name) === found?.name,
    );
    // A name met without its place too is no other place.
    const isNamed = found && (!isOffice(found.name) || isPersonInOffice(found.name));
    const places = [speaker, ...others].filter(
      ({ name }) => !speaksFor.test(name) && !(isNamed && name === found.name && !found.role),
    );
    // "The Minister for Boats (Dr. Lind)" is called "Dr. Lind" from then on; two offices may be those of two people.
    const inOffice = places.filter(({ name }) => placed.get(name)?.role?.length && name !== found?.name);
    const isOne =
      new Set(places.map(({ name }) => placed.get(name)?.affiliation ?? name)).size <= 1 ||
      (inOffice.length === 1 && places.length === 2 && places.some(({ name }) => name === found?.name));
    if (!found || (others.length > 0 && !isOne)) {
      const known = kept.get(speaker.name);
      const otherNames = [...new Set([...(known?.otherNames ?? []), ...speaker.otherNames])];
      kept.set(speaker.name, known === undefined ? speaker : { ...known, otherNames });
      continue;
    }
    renamed.set(speaker.name, found.name);
    const known = kept.get(found.name);
    kept.set(found.name, {
      name: found.name,
      otherNames: [...new Set([...(known?.otherNames ?? []), speaker.name, ...speaker.otherNames])].filter(
        (name) => name !== found.name,
      ),
      role: known?.role ?? found.role,
      affiliation: known?.affiliation ?? found.affiliation,
    });
  }
  return {
    speakers: [...kept.values()].map((speaker) => withWrittenPlace(speaker)),
    turns: turns.map((turn) =>
      turn.speaker === null ? turn : { ...turn, speaker: renamed.get(turn.speaker) ?? turn.speaker },
    ),
  };
}

const speaksFor = /\((?:on behalf of|au nom d|im Namen|en nombre d|a nome d|em nome d|namens)/iu;

interface Placed {
  name: string;
  role: string | null;
  affiliation: string | null;
}

function placeOf(label: string): Placed | null {
  const match = /^([^()（）]{1,100}?)\s?[(（](.{1,220})[)）]$/su.exec(label);
  if (!match) return afterComma(label);
  const [name, inside] = [match[1]!.trim(), match[2]!.trim()];
  const isWritten =
    /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(inside) || speaksFor.test(label) || isOffice(inside) || isNote(inside);
  if (!isWritten || /^(?:he|she|they)\//i.test(inside)) return null;
  const isPerson = (words: string) =>
    /^[\p{sc=Han}\p{sc=Hangul}]{2,10}$/u.test(words) ||
    (isCourtesy(words.split(/\s/)[0]!) && /\s/.test(words)) ||
    /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(words);
  if (isOffice(name) && !isPersonInOffice(name)) {
    // Brazil: "O SR. PRESIDENTE (Ana Lind. PXB - CE)".
    const [person, ...more] = inside.split(/(?<=\s\p{Lu}[\p{L}’-]{1,30}\p{Ll})\.\s/u);
    return isPerson(person!) && !isOffice(inside)
      ? { name: person!, role: name, affiliation: more.join('. ') || null }
      : null;
  }
  // ROSSI (PD): the surname alone, in capitals.
  const isWhole = /\S\s\S|[\p{sc=Han}\p{sc=Hangul}]|^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(name);
  return isWhole && looksLikeName(name) ? { name, ...rolesOf(inside) } : null;
}

/** "(remote)", "(modératrice)": what somebody is or how they are there, in small letters. */
function isNote(inside: string): boolean {
  return /^\p{Ll}+(?:[ -]\p{Ll}+){0,2}$/u.test(inside);
}

/** "Senator LIND", "Abgeordnete Dr. Ana Lind": a name goes with the office; not "The Minister for Boats", "Secretary-General". */
function isPersonInOffice(label: string): boolean {
  const words = label.split(/\s+/);
  const next = words.slice(words.findLastIndex((word) => isOffice(word)) + 1).find((word) => !isCourtesy(word)) ?? '';
  const isNamed = /^\p{Lu}/u.test(next) && !partOfOffice.test(next);
  return isNamed || (isCourtesy(words[0]!) && words.length > 1 && !isOffice(words.slice(1).join(' ')));
}

const partOfOffice =
  /^(?:general|pro|tem|tempore|elect|for|of|the|on|to|de|del|della|dei|des|do|da|dos|das|du|d['’].*|für|voor|van|för|til|по)$/iu;

/** "Ana Lind, Chair of the Kite House", "Ana Lind, Kite House"; "Lind, Ana" is a name. */
function afterComma(label: string): Placed | null {
  const match = /^([^,]{3,60}), (.{2,120})$/u.exec(label);
  if (!match || isOffice(match[1]!) || !/\S\s\S/.test(match[1]!) || !looksLikeName(match[1]!)) return null;
  const [, name, rest] = match;
  if (isOffice(rest!)) return { name: name!, role: rest!, affiliation: null };
  return /\s/.test(rest!) ? { name: name!, role: null, affiliation: rest! } : null;
}

/** "Kelp Bay—Minister for Boats": where somebody is from, and what they are. */
function rolesOf(inside: string): Omit<Placed, 'name'> {
  // "PXB - SP. Como Líder": the party, and in what turn.
  const [first, ...more] = inside.split(/\s?[—–]\s?|;\s|(?<=\p{Lu}{2})\.\s(?=\p{Lu}\p{Ll})/u);
  const role = more.filter((part) => !/^(?:sem revisão|pela ordem)/iu.test(part)).join(', ');
  if (role !== '' || more.length > 0) return { affiliation: first!, role: role || null };
  return isOffice(inside) || speaksFor.test(`(${inside}`)
    ? { affiliation: null, role: inside }
    : { affiliation: inside, role: null };
}

/** Of a name met without its place too, the place is among its other spellings. */
function withWrittenPlace(speaker: Speaker): Speaker {
  if (speaker.affiliation !== null || speaker.role !== null) return speaker;
  for (const other of speaker.otherNames) {
    const found = placeOf(other);
    if (found?.name === speaker.name) return { ...speaker, role: found.role, affiliation: found.affiliation };
  }
  return speaker;
}

/** In seconds. */
const latestStart = 5 * 60 * 60;

/**
 * Records of parliaments give the time of the day beside a name, "Mr LIND (Kelp Bay) (15:18):", which reads as minutes and
 * seconds. It is the clock where the people have titles and the first such time is too late for the start of a recording.
 */
export function withClock(utterances: Utterance[]): Utterance[] {
  const timed = utterances.filter(({ seconds }) => seconds !== null);
  const labels = [...new Set(utterances.flatMap(({ speaker }) => speaker ?? []))];
  const titled = labels.filter((label) => isOffice(label) || isCourtesy(label.replace(/^The /, '').split(/\s/)[0]!));
  const [first] = timed;
  const isDay = timed.every(({ seconds }) => seconds! < 24 * 60 && Number.isInteger(seconds));
  // "10:05:33" at the start is the time of the day as well: no recording begins there.
  const isWhole = (first?.seconds ?? 0) > latestStart && timed.every(({ seconds }) => seconds! < 24 * 60 * 60);
  if (!first || (!isWhole && (!isDay || first.seconds! < 5 * 60 || titled.length < Math.max(2, labels.length * 0.6))))
    return utterances;
  return utterances.map((utterance) => {
    if (utterance.seconds === null) return utterance;
    const all = isWhole ? Math.floor(utterance.seconds / 60) : utterance.seconds;
    const [hours, minutes] = [Math.floor(all / 60), all % 60];
    return {
      ...utterance,
      seconds: null,
      clock: `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
    };
  });
}
