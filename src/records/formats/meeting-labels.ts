/** Who is who in notes of a meeting: initials and the names behind them, and which labels name somebody. */
import { looksLikeName, readLabel, trustedLabels } from './labels.ts';
import { withoutEscapes } from './safe-text.ts';

export interface Paragraph {
  label: string | null;
  /** After the label, or the whole where there is none. */
  words: string;
  text: string;
  line: number;
  /** It stands under a heading such as "Conclusion", or above the first. */
  report: boolean;
  /** That heading, or none. */
  section: string;
  item: boolean;
  /** It starts with `…`, which scribes write when the same person goes on. */
  continued: boolean;
  /** It stands right under the line before, which it goes on with. */
  follows: boolean;
}

export interface Person {
  name: string;
  affiliation: string | null;
}

/** `Name:words` without a blank, where the name has two words or is the initials of somebody known. */
export function readTightLabel(line: string, people: Map<string, Person>): ReturnType<typeof readLabel> {
  const match =
    /^(\p{Lu}[\p{L}'’-]{1,30} \p{Lu}[\p{L}'’-]{1,30}):(?=\p{Lu})/u.exec(line) ?? /^(\p{Lu}{2,4}):(?=\p{L})/u.exec(line);
  return match && (match[1]!.includes(' ') || people.has(match[1]!))
    ? readLabel(`${match[1]}: ${line.slice(match[0].length)}`)
    : null;
}

/** Reads a row of a table of people; returns the places of name, initials and organisation where the table has them. */
export function readPeople(line: string, columns: number[] | null, people: Map<string, Person>): number[] | null {
  const cells = line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => withoutEscapes(cell.trim()));
  if (columns === null) {
    const place = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell));
    const found = [
      place(/^(?:full )?name|attendee|delegate$/i),
      place(/^(?:abbrev\w*|initials|acronym|abbr\.?)$/i),
      place(/^(?:organi[sz]ation|affiliation|company|employer|member)$/i),
    ];
    return found[0]! >= 0 && found[1]! >= 0 ? found : null;
  }
  const [name, initials, organisation] = columns.map((column) => cells[column] ?? '');
  if (/^[\p{L}\d]{1,6}$/u.test(initials!) && /\p{L}/u.test(name!))
    addPerson(people, initials!, { name: name!, affiliation: organisation || null });
  return columns;
}

/** The table stands above the presenters, so what it says of initials counts. */
export function addPerson(people: Map<string, Person>, initials: string, person: Person) {
  if (!people.has(initials)) people.set(initials, person);
}

export function trustLabels(
  paragraphs: Paragraph[],
  people: Map<string, Person>,
  present: Set<string>,
): Map<string, string> {
  const candidates = paragraphs.filter(
    (paragraph) => paragraph.label !== null && !(paragraph.report && paragraph.item),
  );
  const labels = candidates.map((paragraph) => paragraph.label!);
  const usual = trustedLabels(labels, paragraphs.filter((paragraph) => !paragraph.report && !paragraph.item).length);
  for (const label of labels) {
    if (
      people.has(label.toUpperCase()) ||
      people.has(label) ||
      present.has(label.toLowerCase()) ||
      /^chairs?$/i.test(label) ||
      (isInitials(label) && candidates.length > 10)
    )
      usual.add(label);
  }
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  // Some scribes write first names and initials small.
  const mostlyLabelled = candidates.length > paragraphs.length / 3;
  // "as / follows: …" may be a line that a sentence runs on in.
  for (const [label, count] of counts)
    if (count === 1 && /^\p{Ll}+$/u.test(label) && !present.has(label)) usual.delete(label);
  const small = labels.filter((label) => /^\p{Ll}/u.test(label)).length;
  for (const [label, count] of counts) {
    if (mostlyLabelled && count > 1 && /^\p{Ll}{2,12}$/u.test(label)) usual.add(label);
    if (
      mostlyLabelled &&
      small > labels.length / 3 &&
      /^\p{Ll}[\p{L}'’-]+ \p{Ll}[\p{L}'’-]+$/u.test(label) &&
      looksLikeName(label.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()))
    )
      usual.add(label);
  }
  // "mt" and "MT" are one person, shown as written most often.
  const spellings = new Map<string, string>();
  for (const written of usual) {
    const label = people.has(written.toUpperCase()) ? written.toUpperCase() : written;
    if (nobody.test(label) || severalOrThing.test(label)) continue;
    const best = spellings.get(label.toLowerCase());
    if (
      best === undefined ||
      people.has(label) ||
      (!people.has(best) && (counts.get(label) ?? 0) > (counts.get(best) ?? 0))
    )
      spellings.set(label.toLowerCase(), label);
  }
  const trusted = new Map<string, string>();
  for (const label of labels) {
    const introduced = /\((\p{L}{2,4})\)$/u.exec(label)?.[1];
    const best = introduced !== undefined && people.has(introduced) ? introduced : spellings.get(label.toLowerCase());
    if (best !== undefined) trusted.set(label, best);
  }
  return trusted;
}

/** "Ana, Ben", "AL/BR" and "Ana and Ben" are two people, and "CRC-32" is none. */
const severalOrThing = /^[\p{L}.]+ ?(?:[,/&+]| and ) ?[\p{L}.]+$|\p{Lu}\p{L}*-?\d/u;

/** "Ana (not as chair)" and "Bo Rask, tide enthusiast" are Ana and Bo Rask. */
export function withoutRemark(label: string): string {
  return label.replace(/(?<=\S)(?: \(\p{Ll}[^()]*\)|, \p{Ll}.*)$/u, '');
}

export function isInitials(label: string): boolean {
  return /^\p{Lu}{2,4}$/u.test(label);
}

export const nobody = new RegExp(
  String.raw`^(?:room|meetecho|jabber|from jabber|queue|all|everyone|group|principle|option|slide|non-goal|goal|pr|rfc|faq|tl;?dr|` +
    String.raw`todo|nb|ps|ok|so|id|poll|hum|topic|subtopic|slides|presented|note|notes|meeting|link|links|action|issue|conclusion|` +
    String.raw`consensus|resolution|remaining|presenter|context|rationale|proposal|proposed|summary|resolved|decision|agreed|agenda|` +
    String.raw`straw poll|show of hands)\b`,
  'i',
);
