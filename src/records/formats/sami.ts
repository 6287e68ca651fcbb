/** Captions in SAMI (`.smi`): `<SYNC Start=4000>` in milliseconds before the words, which last until the next. */
import { captionsOf } from './captions.ts';
import type { Cue } from './cues.ts';
import type { Format, Parsed, Source } from './format.ts';

export const sami: Format = {
  name: 'SAMI captions',
  writtenIn: 'XML',
  example:
    '<SAMI><BODY><SYNC Start=1000><P Class=ENCC>Ana Lind: Hello.<SYNC Start=3000><P Class=ENCC>&nbsp;</BODY></SAMI>',
  recognise: ({ text }) => (/^\s*<SAMI\b/i.test(text.slice(0, 200)) ? 1 : 0),
  parse,
};

function parse(source: Source): Parsed {
  const [head = '', ...parts] = source.text.split(/<SYNC\b[^<>]{0,20}\bStart\s?=\s?["']?(?=\d)/i);
  const starts = parts.map((part) => Number.parseInt(part, 10) / 1000);
  const cues = parts.map((part, at): Cue => {
    const words = part
      .replace(/^[^>]{0,60}>/, '')
      .replace(/<br\s?\/?>/gi, '\n')
      .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
      .replaceAll('&nbsp;', ' ');
    return { seconds: starts[at]!, end: starts[at + 1] ?? null, lines: words.split('\n'), line: 1 };
  });
  const title = /<title>([^<]{1,300})/i.exec(head)?.[1] ?? '';
  return captionsOf(source, cues, [], { title });
}
