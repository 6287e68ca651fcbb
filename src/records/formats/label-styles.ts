/** Ways to part a name from the words other than a colon. Each is read only where the whole record is written so. */
import { couldBeLabel, looksLikeName, trustedLabels, withoutLanguage } from './labels.ts';
import { spokenIn as spokenInOf } from './interpreted.ts';
import { isCourtesy, isOffice } from './offices.ts';
import { leadingTime, unlabelled, type TextLine } from './text-lines.ts';
import { namesNobody } from './turns.ts';

interface Style {
  /** Reads the start of a line; null where it does not begin so. */
  read(line: string): { label: string; text: string; spokenIn?: string } | null;
  /** Whether names that stand there once are trusted as well: the form itself is seldom anything else. */
  isSure: boolean;
  /** A title or capitals go with it, so that fewer paragraphs need to have it. */
  isTitled?: boolean;
}

/** The lines with the labels of the record's style, where it has one besides the colon. */
export function withStyledLabels(lines: TextLine[]): TextLine[] {
  const inColons = trustedLabels(
    lines.flatMap(({ label }) => label ?? []),
    lines.length * 2,
  );
  const colons = lines.filter(({ label }) => label !== null && inColons.has(label)).length;
  const starts = lines.map((line) => (line.heading === undefined ? leadingTime(line.whole) : null));
  let best: { style: Style; count: number } | null = null;
  const isOfCongress = lines.some(({ whole }) => ofCongress.test(whole));
  for (const style of isOfCongress ? [congress, hearing] : styles) {
    const most = Math.max(colons, best?.count ?? 0);
    const count = countOf(style, lines, starts, most);
    if (count > most) best = { style, count };
  }
  if (best === null) return lines;
  const { style } = best;
  return lines.map((line, at) => {
    const start = starts[at]!;
    const read = start && style.read(start.rest);
    // "Senate Curator: …" in a list that somebody reads out.
    if (!read) return isOfCongress && line.label !== null && !namesNobody(line.label) ? unlabelled(line) : line;
    const { name, spokenIn: noted } = withoutLanguage(read.label);
    const spokenIn = noted ?? read.spokenIn ?? null;
    return {
      ...line,
      label: name.trim(),
      text: read.text,
      seconds: start.seconds,
      isStyled: true,
      ...(spokenIn !== null && { spokenIn }),
    };
  });
}

type Start = ReturnType<typeof leadingTime> | null;

/** How many lines are written in the style; 0 where it is not the record's, or there are no more than `most`. */
function countOf(style: Style, lines: TextLine[], starts: Start[], most: number): number {
  if (!style.isSure && lines.some((line) => line.sure || (line.heading !== undefined && line.label !== null))) return 0;
  const read = readAll(style, starts, most);
  if (read === null) return 0;
  const labels = read.map((each) => each?.label);
  const first = labels.findIndex((label) => label !== undefined);
  // One who speaks as a member, and then for a group, is one.
  const names = labels.flatMap((label) => label?.replace(/\s?\([^()]*\)/g, '') ?? []);
  const paragraphs = lines
    .slice(first)
    .filter((line, index) => line.opens || labels[first + index] !== undefined).length;
  // People who speak once are enough where the form is nothing else: a name in capitals alone on its line.
  const areAlone = read.filter((each) => each?.text === '').length > 1;
  // A page of the Congressional Record may have one speech, or one and a word of the chair.
  if (style === congress && lines.some(({ whole }) => ofCongress.test(whole))) return names.length;
  if (style.isSure) return names.length >= 2 && (areAlone || recur(names, 1)) ? names.length : 0;
  if (style.isTitled) return names.length > 2 && names.length > paragraphs * 0.35 && recur(names, 1) ? names.length : 0;
  return names.length > 3 && names.length > paragraphs * 0.7 && recur(names, 2) ? names.length : 0;
}

/** The start of each line read in the style; null as soon as no more than `most` lines can be written so. */
function readAll(style: Style, starts: Start[], most: number): ReturnType<Style['read']>[] | null {
  let left = starts.length;
  const read: ReturnType<Style['read']>[] = [];
  for (const start of starts) {
    const found = start && style.read(start.rest);
    if (found === null) left -= 1;
    if (left <= most) return null;
    read.push(found);
  }
  return read;
}

const ofCongress = /^\[Congressional Record Volume \d/;

/** Whether at least so many names recur, and most are of those that do. */
function recur(names: string[], times: number): boolean {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const recurring = [...counts.values()].filter((count) => count > 1);
  return (
    recurring.length >= times && (times === 1 || recurring.reduce((sum, count) => sum + count, 0) > names.length / 2)
  );
}

/** `Ana Lind – words`, of people who speak again and again. */
const dash: Style = {
  isSure: false,
  read(line) {
    const match = /^(\p{L}(?:[^:!?–—()]|\([^()]{1,60}\)){1,60}?)\s{1,3}(?:-{1,2}|[–—])\s+(?=\S)/u.exec(
      line.slice(0, 120),
    );
    const label = match?.[1]!.trim() ?? '';
    return match && couldBeLabel(label) && (looksLikeName(label) || namesNobody(label))
      ? { label, text: line.slice(match[0].length) }
      : null;
  },
};

/** Brazil and Turkey: "O SR. PRESIDENTE (Ana Lind. PXB - CE) - Words", "BAŞKAN – Words". */
const titledDash: Style = {
  isSure: false,
  isTitled: true,
  read(line) {
    if (!/^\p{Lu}[\p{Lu}. ]/u.test(line)) return null;
    const match = /^(\p{Lu}[^:!?()]{1,80}(?:\s\([^()]{1,160}\))?)\s[-–—]\s(?=\S)/u.exec(line.slice(0, 300));
    const words = wordsOf(match?.[1] ?? '');
    const isTitled = words.every((word) => !/\p{Ll}/u.test(word)) && words.some((word) => /\p{Lu}{4}/u.test(word));
    return match && isTitled && couldBeLabel(match[1]!)
      ? { label: match[1]!, text: line.slice(match[0].length) }
      : null;
  },
};

/** The US Congress: "Mr. LIND. Words", "The PRESIDING OFFICER. Words", "Ms. LIND of Maine. Words", "Chairman LIND. Words". */
const congress: Style = {
  isSure: true,
  read(line) {
    // The name may have a line of its own.
    const found =
      beforeStop(line) ?? (/^[^.]{0,4}\.?[^.]{2,60}\.$/.test(line) ? { label: line.slice(0, -1), text: '' } : null);
    if (!found) return null;
    const [title, ...rest] = wordsOf(found.label);
    const names = rest.includes('of') ? rest.slice(0, rest.indexOf('of')) : rest;
    const isCapital = (word: string) => /^(?:Mc|Mac|La|Le|De|O['’])?\p{Lu}[\p{Lu}'’,-]+$/u.test(word);
    const inCapitals = names.length > 0 && names.length < 5 && names.some(isCapital);
    if (title === 'The')
      return inCapitals && names.every((word) => isCapital(word) || /^(?:pro|tempore)$/.test(word)) ? found : null;
    return inCapitals &&
      americanTitle.test(title!) &&
      names.every((word) => isCapital(word) || /^(?:de|van|von|Mc|La|Le|De)$/.test(word))
      ? found
      : null;
  },
};

const americanTitle =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Senator|Representative|Chair|Chairman|Chairwoman|General|Admiral|Secretary|Governor|Mayor|Ambassador)\.?$/;

/** Hearings in small letters: "Mr. Lind. Words", "Chairwoman Aune. Words". */
const hearing: Style = {
  isSure: false,
  isTitled: true,
  read(line) {
    const found = beforeStop(line);
    if (!found) return null;
    const [title, ...rest] = wordsOf(found.label);
    const names = rest.includes('of') ? rest.slice(0, rest.indexOf('of')) : rest;
    if (title === 'The' && names.length > 0 && names.length < 4 && names.every((word) => /^\p{Lu}/u.test(word)))
      return isOffice(names.join(' ')) ? found : null;
    const isNamed = names.length > 0 && names.length < 4 && names.every((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word));
    return isNamed && americanTitle.test(title!) && !/^(?:President|Speaker|Chair\w*)$/.test(names.at(-1)!)
      ? found
      : null;
  },
};

/** "ANA LIND (PD). Signor Presidente", "PRESIDENTE. La seduta è aperta.", "M. Tomas Brekke. Le port …", "Mme la présidente. La parole …". */
const fullStop: Style = {
  isSure: false,
  isTitled: true,
  read(line) {
    // Russia: "Линд А. И. Уважаемые коллеги", "Председательствующий. Слово …".
    const initials = /^(\p{Lu}[\p{L}-]{1,30} \p{Lu}\. ?\p{Lu}\.)\s(?=\S)/u.exec(line);
    if (initials) return { label: initials[1]!, text: line.slice(initials[0].length) };
    const found = beforeStop(line);
    const name = found?.label.split(', ')[0] ?? '';
    const words = wordsOf(name);
    if (found && words.length === 1 && /^\p{sc=Cyrillic}+$/u.test(name) && isOffice(name)) return found;
    if (!found || words.length === 0 || words.length > 7 || !couldBeLabel(found.label)) return null;
    const inCapitals = words.every((word) => /^\p{Lu}[\p{Lu}'’.-]+$/u.test(word));
    const isFrench = /^(?:M|Mme|Mlle|MM|Mmes)\.?$/.test(words[0]!) && words.length > 1;
    return ((inCapitals || isFrench) && looksLikeName(name)) || (words.length > 1 && isCrowd(name)) ? found : null;
  },
};

/** Whether it is voices that the record does not tell apart: "Plusieurs députés du groupe LR", "Some Hon. Members". */
export function isCrowd(label: string): boolean {
  return several.test(label);
}

const several = new RegExp(
  `^(?:${[
    String.raw`(?:some|several|an?|many|other|certain) (?:hon(?:ou?rable|\.)? ?)?(?:members?|senators?|deputies|delegates?|voices?)`,
    String.raw`(?:plusieurs|quelques|certains|une?|des) (?:autres? )?(?:députée?s?|sénateurs?|sénatrices?|membres?|voix)|voix`,
    String.raw`(?:varios|varias|algunos|algunas|una?) (?:señor(?:es|as?)? )?(?:diputad[oa]s?|senador(?:es|as?)?|voces|voz)|voces`,
    String.raw`(?:vári[oa]s|um|uma|algumas) (?:srs?\.ª? |sr\.ªs )?(?:deputad[oa]s?|vozes|voz)|vozes|(?:alcune )?voci`,
    String.raw`(?:mehrere|einige) abgeordnete|stimmen?|zurufe?|(?:голоса?|реплика|депутаты)(?: из зала| с места)?`,
    String.raw`głosy? z (?:sali|ław)|hlasy? z|κάποιος βουλευτής|מישהו|קריא(?:ה|ות)`,
  ].join(
    '|',
  )})(?: (?:of|in|from|on|at|du|de|des|dans|del|desde|en|em|na|no|da|do|das|dos|dai|dal|dalla|von|der|aus|im|из|с) .*)?$`,
  'iu',
);

/** What stands before the first full stop that ends neither a courtesy nor an initial: within 120 characters, or null. */
function beforeStop(line: string): { label: string; text: string } | null {
  for (const match of line.slice(0, 200).matchAll(/\.\s(?=\S)/g)) {
    const label = line.slice(0, match.index);
    const last = label.slice(label.lastIndexOf(' ') + 1).replace('(', '');
    if (isCourtesy(last) || /^\p{Lu}$/u.test(last)) continue;
    return label.length > 120
      ? null
      : { label, text: line.slice(match.index + match[0].length).replace(/^[–—-]\s/, '') };
  }
  return null;
}

/** The words of a label, brackets aside. */
function wordsOf(label: string): string[] {
  return label
    .replace(/\([^()]*\)/g, ' ')
    .split(' ')
    .filter(Boolean);
}

/** The European Parliament and others: "Ana Lind (PPE). – Madam President", "President. – The debate is closed." */
const stopAndDash: Style = {
  isSure: true,
  read(line) {
    const match = /^(\p{Lu}[^:!?–—]{1,140}?)\s?\.\s?[–—-]{1,2}\s+(?=\S)/u.exec(line.slice(0, 200));
    const label = match?.[1]!.trim().replace(/^\((?:[A-Z]{2})\)\s/, '') ?? '';
    const name = label.split(/, /)[0]!;
    if (!match || !couldBeLabel(name) || !(looksLikeName(name) || isOffice(name))) return null;
    // "(FR) Monsieur le Président": the language spoken.
    const [, language, words] = /^\(([A-Z]{2})\)\s+(\S.*)$/s.exec(line.slice(match[0].length)) ?? [];
    const text = words ?? line.slice(match[0].length);
    const [spoken] = language === undefined ? [] : spokenInOf([{ told: language.toLowerCase(), text }]);
    return { label: withRole(label), text, ...(spoken !== undefined && { spokenIn: spoken }) };
  },
};

/** "Ana Lind, on behalf of the PPE Group" is Ana Lind (on behalf of the PPE Group); ", in writing" tells nothing of her. */
function withRole(label: string): string {
  const [name, ...roles] = label.split(', ').filter((part) => !howSpoken.test(part));
  return roles.length === 0 ? name! : `${name} (${roles.join(', ')})`;
}

const howSpoken = new RegExp(
  String.raw`^(?:in writing|par écrit|schriftlich|por escrito|per iscritto|blue-card (?:question|answer)|.{0,40}(?:carton bleu|tarjeta azul|` +
    String.raw`cartellino blu|cartão azul|blaue karte|blauen karte).{0,10})$`,
  'iu',
);

/** Japan and Korea: "○議長（田中太郎君） words" (a wide blank), "◯위원장 김철수 words". */
const circle: Style = {
  isSure: true,
  read(line) {
    const match = /^[○◯◎◆◇●]\s?(\S{1,40})(\s+)(\S+)(\s+\S)?/u.exec(line.slice(0, 200));
    if (!match) return null;
    const [, first, blank, second, more] = match;
    // In Korea the office stands before the name, or the other way round.
    const isTwo = /\p{sc=Hangul}/u.test(first!) && blank === ' ' && more !== undefined;
    const label = isTwo ? `${first} ${second}` : first!;
    const from = line.indexOf(label) + label.length;
    return couldBeLabel(label) ? { label, text: line.slice(from).trim() } : null;
  },
};

const styles = [stopAndDash, congress, circle, hearing, fullStop, titledDash, dash];
