import { describe, expect, it } from 'vitest';
import { decode } from '../../src/records/formats/decode.ts';

function check(what: string, bytes: Uint8Array, text: string, ...problems: RegExp[]) {
  it(`reads ${what}`, () => {
    const decoded = decode(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.problems.map(({ message }) => message)).toEqual(
      problems.map((problem) => expect.stringMatching(problem) as string),
    );
  });
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const bytes = (...values: number[]) => Uint8Array.from(values);
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('decode', () => {
  check('nothing', bytes(), '');
  check('UTF-8', Buffer.from('Zoë: 水😀'), 'Zoë: 水😀');
  check('UTF-8 with a mark', Buffer.from('\uFEFFZoë'), 'Zoë');
  check('UTF-16 with a mark', utf16('\uFEFFZoë said: yes'), 'Zoë said: yes');
  check('UTF-16 BE with a mark', swapped('\uFEFFZoë said: yes'), 'Zoë said: yes');
  check('UTF-16 without a mark', utf16('Zoë said: yes\n'), 'Zoë said: yes\n');
  check('UTF-16 BE without a mark', swapped('Zoë said: yes\n'), 'Zoë said: yes\n');
  check('Russian UTF-16 without a mark', utf16('Зоя: да, конечно, мы там были\n'), 'Зоя: да, конечно, мы там были\n');
  const chinese = `主席：开会。\n${'塔西：好。\n'.repeat(4)}`;
  check('Chinese UTF-16 without a mark', utf16(chinese), chinese);
  check('Chinese UTF-16 BE without a mark', swapped(chinese), chinese);
  check('Windows-1252', latin('Zo\xEB said: \x93yes\x94'), 'Zoë said: “yes”', /Windows-1252/);
  check(
    'UTF-8 cut in the middle of a letter',
    Buffer.from('Zoë äöü é').subarray(0, -1),
    'Zoë äöü \uFFFD',
    /not clean UTF-8/,
  );
  check('line ends of every kind', Buffer.from('a\r\nb\rc\nd'), 'a\nb\nc\nd');
  check('a stray NUL', Buffer.from(`${'word '.repeat(100)}\0end`), `${'word '.repeat(100)} end`, /1 control character/);
  check('a zip archive', bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0), '', /zip archive or an Office document/);
  check('a PDF', Buffer.from('%PDF-1.7\n'), '', /PDF/);
  check('a recording', bytes(0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32), '', /recording/);
  check(
    'noise',
    Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251),
    '',
    /bytes of no text/,
  );
});
