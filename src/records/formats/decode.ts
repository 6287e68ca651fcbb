/** From the bytes of a file to text, whatever it was written with. */
import { howMany } from '../../words/how-many.ts';
import { decoderNamed, encodingOfBytes } from './encoding.ts';

/**
 * UTF-8, UTF-16 with or without mark, else the encoding that the bytes themselves tell. The mark is dropped and line ends become `\n`.
 * What the server that sent them has `said` of them counts where the bytes may be that.
 * What is no text at all gives an empty text and a problem that says what it looks like.
 */
export function decode(
  bytes: Uint8Array,
  said: string | null = null,
): { text: string; problems: { line: null; message: string }[] } {
  const kind = fileKind(bytes);
  if (kind !== null) return noText(`this is ${kind}, not text`);
  const problems: { line: null; message: string }[] = [];
  const encoding = encodingOf(bytes, said);
  let text = new TextDecoder(encoding).decode(bytes);
  // Where bytes and sender agree there is nothing to check.
  if (!encoding.startsWith('utf') && encoding !== decoderNamed(said))
    problems.push({
      line: null,
      message: `The file is not UTF-8; it is read as ${nameOf(encoding)}, so check ${encoding === 'windows-1252' ? 'its accented letters' : 'its letters'}`,
    });
  else if (encoding.startsWith('utf') && text.includes('\uFFFD'))
    problems.push({
      line: null,
      message: `The file is not clean ${encoding.toUpperCase()}; what could not be read is shown as \uFFFD`,
    });
  // TalkBank marks the times of an utterance with one; its programs show a bullet.
  text = text.replace(/\x15(\d{1,12}_\d{1,12})\x15/g, '•$1•');
  const controls = howMany(text, /[\0-\x08\x0E-\x1A\x1C-\x1F]/g);
  if (controls > text.length / 100 || (controls > 0 && text.length < 100))
    return noText('these are the bytes of no text');
  if (controls > 0) {
    text = text.replace(/[\0-\x08\x0E-\x1A\x1C-\x1F]/g, ' ');
    problems.push({ line: null, message: `${controls} control characters are read as blanks` });
  }
  return { text: text.replace(/\r\n?/g, '\n'), problems };
}

function noText(why: string): ReturnType<typeof decode> {
  return {
    text: '',
    problems: [{ line: null, message: `It cannot be read: ${why}; save the record as text and try again` }],
  };
}

/** `Windows-1251`, `GB18030`, `Shift_JIS`. */
function nameOf(encoding: string): string {
  if (encoding === 'shift_jis') return 'Shift_JIS';
  return encoding.startsWith('windows') ? `W${encoding.slice(1)}` : encoding.toUpperCase();
}

/** As `TextDecoder` calls it: what the bytes are comes first, then what they and the server that sent them have `said`. */
export function encodingOf(bytes: Uint8Array, said: string | null = null): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // In UTF-16 the upper bytes of line ends, blanks and Latin letters are zero, all on one side. The lower ones are zero
  // in letters such as U+5F00 and in the blank of Chinese and Japanese, so that line ends and blanks tell more.
  const zeros = [0, 0];
  const ends = [0, 0];
  const head = bytes.subarray(0, 65_536);
  for (let index = head.indexOf(0); index !== -1; index = head.indexOf(0, index + 1)) {
    const side = index % 2;
    zeros[side]! += 1;
    if (isEnd(head[side === 0 ? index + 1 : index - 1])) ends[side]! += 1;
  }
  const isAlmostAll = (counts: number[], side: 0 | 1) => counts[1 - side]! < counts[side]! / 4;
  const isOn = (side: 0 | 1) =>
    (ends[side]! > 1 && isAlmostAll(ends, side)) || (zeros[side]! > head.length / 50 && isAlmostAll(zeros, side));
  if (isOn(1)) return 'utf-16le';
  if (isOn(0)) return 'utf-16be';
  return isMostlyUtf8(bytes) ? 'utf-8' : encodingOfBytes(bytes, said);
}

/** The byte of a line end or a blank. */
function isEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x20;
}

/** Also where a few sequences are broken among many that are whole, as after a bad cut. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const following =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < following && (bytes[at + seen + 1]! & 0xc0) === 0x80) seen += 1;
    if (following > 0 && seen === following) whole += 1;
    else broken += 1;
    at += seen;
  }
  return broken === 0 || whole >= broken * 2;
}

/** What the first bytes of well-known files say they are, in words for people; null for anything else. */
function fileKind(bytes: Uint8Array): string | null {
  // `TextDecoder` reads "latin1" as Windows-1252, where the marks of pictures and compressed files are other characters.
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(([start]) => start.test(head))?.[1] ?? null;
}

const signatures: [RegExp, string][] = [
  [/^PK\x03\x04/, 'a zip archive or an Office document'],
  [/^%PDF-/, 'a PDF document'],
  [/^\xD0\xCF\x11\xE0/, 'an old Office document'],
  [
    /^\x1F\x8B|^BZh|^\xFD7zXZ|^7z\xBC\xAF|^Rar!|^\x28\xB5\x2F\xFD/,
    'a compressed file or an archive that is not unpacked here',
  ],
  [/^\x89PNG|^GIF8|^\xFF\xD8\xFF|^BM.{4}\0{4}|^II\*\0|^MM\0\*|^RIFF.{4}WEBP|^8BPS/s, 'a picture'],
  [
    /^RIFF|^ID3|^\xFF[\xFB\xF3\xF2\xF1\xF9]|^OggS|^fLaC|^.{4}ftyp|^\x1A\x45\xDF\xA3|^FORM.{4}AIFF|^FLV\x01|^\x30\x26\xB2\x75|^#!AMR/s,
    'a recording, of sound or pictures',
  ],
  [/^SQLite format 3\0/, 'a database of SQLite'],
  [/^MZ|^\x7FELF|^\xCF\xFA\xED\xFE|^\xCA\xFE\xBA\xBE/, 'a program'],
  [/^\xFFWPC/, 'a document of WordPerfect'],
  [/^wOF[F2]|^\0\x01\0\0\0|^OTTO/, 'a font'],
  [/^bplist00/, 'a property list of Apple'],
  [/^PAR1|^\x89HDF|^NUMPY|^\x93NUMPY/, 'a table of data'],
];
