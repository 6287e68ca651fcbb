/**
 * Transcripts in CHAT (`.cha`), as TalkBank and CHILDES keep them: `@Participants` names who is meant by three letters, `*ANA:`
 * begins what they say, `%mor:` and its like tell of it. https://talkbank.org/0info/manuals/CHAT.html
 */
import type { Format, LeftOut, Parsed, Source } from '../format.ts';
import { recordLanguage } from '../language-tag.ts';
import { dayIn } from '../session-draft.ts';
import { withoutUnderscores } from '../turns.ts';
import { annotatedSession, namesApart, type Said } from './tiers.ts';

export const chatTranscript: Format = {
  name: 'CHAT',
  makers: ['TalkBank', 'CHILDES'],
  example:
    '@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tANA Ana_Lind Speaker\n*ANA:\thello there . •100_900•\n@End',
  recognise: ({ text }) => (/^(?:@UTF8\s)?(?:@[^\n]*\n){0,20}@Begin\s/.test(text.slice(0, 2000)) ? 1 : 0),
  parse,
};

function parse(source: Source): Parsed {
  const people = new Map<string, { name: string; role: string | null }>();
  const leftOut: LeftOut[] = [];
  const spoken: Said[] = [];
  let date: string | null = null;
  let language: string | null = null;
  for (const { line, text } of wholeLines(source.text)) {
    const [, mark, name = '', value = ''] = /^([@*%])([^:\s]{1,40})[^:\n]{0,40}?:?(?:\s+(.*))?$/s.exec(text) ?? [];
    if (mark === '*') {
      const { said, start, codes } = withoutCodes(value);
      leftOut.push({ line, text: name, why: null });
      if (codes !== '') leftOut.push({ line, text: codes, why: 'codes of the transcriber' });
      spoken.push({ voice: name, text: said, start, line });
      continue;
    }
    if (mark === '@' && name === 'Participants')
      for (const each of value.split(',')) {
        const [code = '', ...parts] = each.trim().split(/\s+/);
        // "MOT Mother" has a role and no name.
        const called = parts.length > 1 ? withoutUnderscores(parts[0]!) : (parts[0] ?? code).replaceAll('_', ' ');
        people.set(code, { name: called, role: parts.length > 1 ? parts.at(-1)!.replaceAll('_', ' ') : null });
      }
    if (mark === '@' && name === 'Date') date = dayIn(dayAsWritten(value));
    if (mark === '@' && name === 'Languages') language = recordLanguage(value.split(/[,\s]/)[0]);
    leftOut.push({ line, text, why: mark === '%' ? 'lines that tell of others' : null });
  }
  const codes = new Set([...people.keys(), ...spoken.map(({ voice }) => voice ?? '')]);
  const names = namesApart(new Map([...codes].map((code) => [code, people.get(code)?.name ?? code])));
  const speakers = [...people].map(([code, { role }]) => ({
    name: names.get(code)!,
    role,
    otherNames: [],
    affiliation: null,
  }));
  const said = spoken.map((each) => ({ ...each, voice: names.get(each.voice ?? '') ?? null }));
  return annotatedSession(source, said, { date, language, speakers }, leftOut);
}

/** A line that begins with a tab goes on with the one before. */
function wholeLines(text: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = found.at(-1);
    if (/^\s/.test(line) && last) last.text += ` ${line.trim()}`;
    else if (line.trim() !== '') found.push({ line: index + 1, text: line.trim() });
  }
  return found;
}

/** The words as they were said, without the codes of the transcriber. */
function withoutCodes(written: string): { said: string; start: number | null; codes: string } {
  const start = /•(\d{1,9})_\d+•/.exec(written)?.[1];
  const codes: string[] = [];
  const taken = (code: string) => {
    if (/\p{L}/u.test(code)) codes.push(code);
    return ' ';
  };
  const said = written
    .replace(/•\d+_\d+•/g, ' ')
    .replace(/\[[^[\]]*\]/g, taken)
    .replace(/&=\S+/g, taken)
    .replace(/\(\.{1,3}\)|\(\d{1,4}(?:\.\d{0,3})?\)/g, ' ')
    // How it ends or joins what was said before: `+/.`, `+"`, `+^`; and what a word is: `demain@s:fra`.
    .replace(/(?<=^|\s)\+["<,^+./?!≈≋]{1,5}(?=[\s\p{L}]|$)/gu, ' ')
    .replace(
      /(?<=\p{L})@(?:[abcdefgiklnopqstuxz]|f[ps]|ls|nv|sas|s[il]|wp)(?:[:$][a-z&+$:]{1,30})?(?=[\s,.!?]|$)/gu,
      '',
    )
    .replace(/[<>]|(?<=^|\s)&[-+~]?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { said, start: start === undefined ? null : Number(start) / 1000, codes: codes.join(' ') };
}

/** "14-MAY-2025" as other records have it. */
function dayAsWritten(value: string): string {
  const [day, month = '', year] = value.trim().split('-');
  return `${day} ${month.charAt(0)}${month.slice(1).toLowerCase()} ${year}`;
}
