/** Rarer ways of writing names and times, made into those that the lines of a transcript are read by. */
import { formatTime, readTime } from '../../words/timestamp.ts';
import { couldBeLabel, looksLikeName } from './labels.ts';
import { namesNobody } from './turns.ts';

/** The lines, as many of them, each way of writing changed where most of the record is written so. */
export function inUsualForms(lines: string[]): string[] {
  return withToldSpeakers(withTimesInFigures(withCopiedHeads(withTimesSpelt(lines))));
}

/** Times without their noughts, `0:0:4.120 --> 0:0:6.340`, and those that touch the words, `[00:04.12]Words`, where most are so. */
function withTimesSpelt(lines: string[]): string[] {
  const given = lines.filter((line) => line.trim() !== '').length;
  const [bare, touching] = [bareTimes, touchingTime].map((form) => lines.filter((line) => form.test(line)).length);
  const padded = (line: string) => line.replace(/(?<!\d)\d(?=[:.])/g, '0$&').replace(/^00?(?=\d\d:)/, '');
  if (bare! > 1 && bare! > given / 5) return lines.map((line) => (bareTimes.test(line) ? padded(line) : line));
  if (touching! < 3 || touching! < given / 2) return lines;
  // `[ti:Rivers]` tells of the recording, and is no call of somebody.
  return lines.map((line) => line.replace(touchingTime, '$& ').replace(/^\[([a-z]{2,8}):(.{0,200})\]$/, '[$1 $2]'));
}

const bareTimes = /^\s*\d{1,2}:\d{1,2}:\d{1,2}\.\d{1,7} --> \d{1,2}:\d{1,2}:\d{1,2}\.\d{1,7}\s*$/;
const touchingTime = /^\[\d{1,3}:\d\d(?:[.:]\d{1,3})?\](?=[^\s[])/;

/**
 * What Teams gives whoever copies a transcript: initials, name and time, and once more `Ana Lind 0 minutes 4 seconds` over
 * the words. That line is the head; those before it that say the same are put in brackets, as nobody's.
 */
function withCopiedHeads(lines: string[]): string[] {
  const heads = lines.map((line) => spelt.exec(line.trim()));
  if (heads.filter(Boolean).length < 2) return lines;
  const changed = [...lines];
  for (const [at, head] of heads.entries()) {
    if (!head || !isName(head[1]!)) continue;
    const [, name = '', ...time] = head;
    changed[at] = `${name}  ${inFigures(time)}`;
    for (let before = at - 1; before >= Math.max(0, at - 5); before -= 1) {
      const line = lines[before]!.trim();
      if (readTime(line.replace(/^\d{1,3} \d{1,2}(?=\d:\d\d$)/, '')) !== null)
        changed[before] = `[${head[0].slice(name.length).trim()}]`;
      else if (line === name || /^\p{Lu}{1,3}$/u.test(line)) changed[before] = `[${line}]`;
      else if (!/^\d{1,3} \p{L}{2,9}(?: \d{1,2} \p{L}{2,9}){0,2}$/u.test(line)) break;
    }
  }
  return changed;
}

/** "Ana Lind 0 minutes 4 seconds", also in German, French, Spanish, Portuguese, Italian and Dutch. */
const spelt = new RegExp(
  String.raw`^(\p{L}.{1,60}?) (?:(\d{1,2}) (?:hours?|stunden?|heures?|horas?|or[ae]|uur) )?` +
    String.raw`(?:(\d{1,2}) (?:minut(?:e[ns]?|os?|i|o)|minuten) )?(\d{1,2}) (?:seconds?|sekunden?|secondes?|segundos?|second[io]|seconden?)$`,
  'iu',
);

/** `SPEAKER: S1` over the words, where that says who speaks again and again: `Speaker 1:`. */
function withToldSpeakers(lines: string[]): string[] {
  const told = lines.map((line) => toldSpeaker.exec(line)?.[1]?.trim() ?? null);
  const names = told.filter((name) => name !== null);
  if (names.length < 2 || !names.every((name) => numbered.test(name) || isName(name))) return lines;
  return lines.map((line, at) => (told[at] === null ? line : `[${told[at]!.replace(numbered, 'SPEAKER $&')}] `));
}

const toldSpeaker = /^\s*(?:speaker|sprecher(?:in)?|intervenant|orador|hablante|locuteur)\s?:\s*(\S.{0,60})$/i;
const numbered = /^(?:S|spk_?)(\d{1,3})$/i;

/** `5s Ana Lind: words`, `[1m 31s] words`, where most of a record is written so: `1:31 words`. */
function withTimesInFigures(lines: string[]): string[] {
  const counted = lines.filter((line) => inUnits.test(line)).length;
  if (counted < 3 || counted < lines.filter((line) => line.trim() !== '').length / 2) return lines;
  return lines.map((line) => {
    const [all, ...time] = inUnits.exec(line) ?? [];
    return all === undefined ? line : `${inFigures(time)} ${line.slice(all.length)}`;
  });
}

const inUnits =
  /^[[(]?(?:(\d{1,2})h ?)?(?:(\d{1,3})m(?:in)? ?)?(\d{1,5})(?:\.\d{1,3})?s[\])]?[\s:|]\s{0,4}(?=[^\s>–→-])/;

/** `1:31` of the hours, minutes and seconds that a line tells apart. */
function inFigures([hours, minutes, seconds]: (string | undefined)[]): string {
  return formatTime(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds));
}

/** Whether the label could name somebody, or a voice. */
export function isName(label: string): boolean {
  return couldBeLabel(label) && (looksLikeName(label) || namesNobody(label));
}
