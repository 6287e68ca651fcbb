/**
 * Captions in SAMI (`.smi`): `<SYNC Start=4000>` in milliseconds before the words, which last until the next. A paragraph has
 * the class of its language, and one with `ID=Source` names who speaks in the paragraph after it.
 */
import { captionsOf } from './captions.ts';
import type { Cue } from './cues.ts';
import type { Format, LeftOut, Parsed, Source } from './format.ts';
import { decodeEntities } from './safe-text.ts';
import type { Problem } from '../../session.ts';

export const sami: Format = {
  name: 'SAMI captions',
  writtenIn: 'XML',
  example:
    '<SAMI><BODY><SYNC Start=1000><P Class=ENCC>Ana Lind: Hello.<SYNC Start=3000><P Class=ENCC>&nbsp;</BODY></SAMI>',
  recognise: ({ text }) => (/^\s*<SAMI\b/i.test(text.slice(0, 200)) ? 1 : 0),
  parse,
};

interface Paragraph {
  /** Of its language, in small letters; empty where it has none. */
  kind: string;
  namesSpeaker: boolean;
  words: string;
  seconds: number | null;
  end: number | null;
  line: number;
}

function parse(source: Source): Parsed {
  const leftOut: LeftOut[] = [];
  const text = withoutComments(source.text, leftOut);
  const { head, paragraphs, badTimes } = paragraphsIn(text);
  const first = paragraphs.find(({ kind, words }) => kind !== '' && words !== '')?.kind ?? '';
  const cues: Cue[] = [];
  let voice = '';
  for (const { kind, namesSpeaker, words, line, ...times } of paragraphs) {
    if (kind !== '' && kind !== first) leftOut.push({ line, text: words, why: 'captions in another language' });
    else if (namesSpeaker) {
      voice = decodeEntities(words).replace(/\s+/g, ' ').replace(/\s?:$/, '');
      leftOut.push({ line, text: words, why: null });
    } else {
      cues.push({ ...times, ...(voice !== '' && { voice }), lines: words.split('\n'), line });
      voice = '';
    }
  }
  const title = /<title>([^<]{1,300})/i.exec(head)?.[1] ?? '';
  const parsed = captionsOf(source, cues, badTimes, { title });
  return { ...parsed, leftOut: [...leftOut, ...(parsed.leftOut ?? [])] };
}

/** The ends of their lines stay, so that lines keep their numbers. Comments in a sheet of styles hide it, and are no words. */
function withoutComments(text: string, leftOut: LeftOut[]): string {
  const [first = '', ...parts] = text.split('<!--');
  const kept = [first];
  let line = first.split('\n').length;
  for (const part of parts) {
    const end = part.indexOf('-->');
    const comment = end === -1 ? part : part.slice(0, end);
    const isStyle = /<style\b[^<>]{0,200}>\s{0,100}$/i.test(kept.at(-1)!.slice(-400));
    leftOut.push({ line, text: comment, why: isStyle ? null : 'comments of the file' });
    kept.push(comment.replace(/[^\n]/g, ''), end === -1 ? '' : part.slice(end + 3));
    line += part.split('\n').length - 1;
  }
  return kept.join('');
}

function paragraphsIn(text: string): { head: string; paragraphs: Paragraph[]; badTimes: Problem[] } {
  const [head = '', ...parts] = text.split(/<SYNC\b([^<>]*)>/i);
  const syncs = parts.flatMap((settings, at) => (at % 2 === 0 ? [{ settings, body: parts[at + 1] ?? '' }] : []));
  const starts = syncs.map(({ settings }) => secondsOf(setting(settings, /\bStart\s?=\s?/i)));
  const paragraphs: Paragraph[] = [];
  const bad: { line: number; written: string }[] = [];
  let line = head.split('\n').length;
  for (const [at, { settings, body }] of syncs.entries()) {
    const seconds = starts[at]!;
    if (seconds === null) bad.push({ line, written: setting(settings, /\bStart\s?=\s?/i).slice(0, 20) });
    const end = secondsOf(setting(settings, /\bEnd\s?=\s?/i)) ?? starts[at + 1] ?? null;
    line += settings.split('\n').length - 1;
    const [before = '', ...given] = body.split(/<P\b([^<>]*)>/i);
    for (const [place, piece] of ['', before, ...given].entries()) {
      if (place % 2 === 1) {
        const about = place === 1 ? '' : given[place - 3]!;
        const words = wordsOf(piece);
        const namesSpeaker = setting(about, /\bID\s?=\s?/i).toLowerCase() === 'source';
        const kind = setting(about, /\bClass\s?=\s?/i).toLowerCase();
        if (place > 1 || words !== '') paragraphs.push({ kind, namesSpeaker, words, seconds, end, line });
      }
      line += piece.split('\n').length - 1;
    }
  }
  return { head, paragraphs, badTimes: toldAsBad(bad) };
}

function toldAsBad(bad: { line: number; written: string }[]): Problem[] {
  if (bad.length === 0) return [];
  const more = bad.length === 1 ? 'its words are' : `${bad.length} such captions are`;
  const message = `“${bad[0]!.written}” is no time in milliseconds; ${more} kept without a time`;
  return [{ line: bad[0]!.line, message }];
}

/** What stands after `name=` in a tag, with or without quotes; empty where it has none. */
function setting(tag: string, name: RegExp): string {
  const found = name.exec(tag);
  return found ? (/^["']?([^\s"'<>]*)/.exec(tag.slice(found.index + found[0].length))?.[1] ?? '') : '';
}

/** Up to eleven days of milliseconds. */
function secondsOf(written: string): number | null {
  return /^\d{1,9}(?:\.\d{1,9})?(?:ms)?$/i.test(written) ? Number.parseFloat(written) / 1000 : null;
}

/** Entities are left: they are read with the captions. */
function wordsOf(written: string): string {
  return written
    .replace(/<br\s?\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replaceAll('&nbsp;', ' ')
    .trim();
}
