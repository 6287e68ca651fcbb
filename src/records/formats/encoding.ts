/** Which letters the bytes of a record stand for, where they are not Unicode. */
import { howMany } from '../../words/how-many.ts';
import { analyse } from 'chardet';

/**
 * As `TextDecoder` calls it: told by how often which bytes stand side by side. What the page says of itself and what is
 * `said` of it (by the server that sent it) decide between those that the bytes may be; else it is Windows-1252.
 */
export function encodingOfBytes(bytes: Uint8Array, said: string | null = null): string {
  const sample = withoutTags(sampleOf(bytes));
  const share = shareOfLetters(sample);
  // A page was written with what it says of itself; its server may say the same of all pages.
  const declared = [declaredIn(bytes), decoderNamed(said)].filter((encoding) => encoding !== null);
  const candidates = analyse(sample)
    .map(({ name, confidence }) => ({ encoding: decoderFor(name, sample), confidence }))
    .filter(({ encoding, confidence }) => encoding !== null && confidence >= leastSure)
    .filter(({ encoding }) => isPossible(encoding!, sample, share));
  const [best] = candidates;
  // What is declared counts only where the bytes say nearly the same. Latin ones are what servers say of every page.
  const same = candidates.find(({ encoding }) => declared.includes(encoding!));
  if (same && best && same.confidence * (latin.test(same.encoding!) ? 2 : 3) >= best.confidence) return same.encoding!;
  return best?.encoding ?? declared.find((encoding) => isPossible(encoding, sample, share)) ?? 'windows-1252';
}

/** Of a hundred. */
const leastSure = 12;

const severalBytes = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'iso-2022-jp', 'iso-2022-kr']);
const latin = /^(?:windows-125[0247]|iso-8859-(?:1|2|9|15))$/;

function isPossible(encoding: string, sample: Uint8Array, share: number): boolean {
  if (latin.test(encoding)) return true;
  // Nearly all letters of another script are beyond ASCII.
  if (!severalBytes.has(encoding)) return share > 0.25;
  try {
    // The sample may end inside a letter.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What ISO has for a script and what Windows has differ in a few letters: there is no symbol in the middle of a word. */
function decoderFor(name: string, sample: Uint8Array): string | null {
  const lower = name.toLowerCase();
  const windows = windowsFor[lower];
  const chosen = windows !== undefined && symbols(sample, windows) <= symbols(sample, lower) ? windows : lower;
  if (/^(?:ascii|utf|iso-2022-cn)/.test(chosen)) return null;
  try {
    return new TextDecoder(chosen).encoding;
  } catch {
    return null;
  }
}

const windowsFor: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
};

function symbols(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample);
  return howMany(text, /[^\0-\x7F\p{L}\p{M}“”„‘’‚«»–—…№§°€\u00A0]/gu);
}

const sampleSize = 100_000;

/** From where the first letters beyond ASCII stand. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleSize) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 1000);
  return bytes.subarray(from, from + sampleSize);
}

/** Tags would drown the letters of a short page. What escapes into a second table has its `<` for other letters. */
function withoutTags(sample: Uint8Array): Uint8Array {
  if (sample.includes(0x1b)) return sample;
  const text = Buffer.from(sample).toString('latin1');
  return new Uint8Array(Buffer.from(text.replaceAll(/<[a-z/!?][^<>]{0,2000}>/giu, ' '), 'latin1'));
}

function shareOfLetters(sample: Uint8Array): number {
  let high = 0;
  let ascii = 0;
  for (const byte of sample) {
    if (byte >= 0x80) high += 1;
    else if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) ascii += 1;
  }
  return high / Math.max(1, high + ascii);
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  const name = /\b(?:charset|encoding)\s{0,3}=\s{0,3}["']?([\w-]{3,20})/i.exec(head)?.[1];
  return decoderNamed(name ?? null);
}

/** What decodes an encoding of this name, other than of Unicode; null where nothing does. */
export function decoderNamed(name: string | null): string | null {
  try {
    const encoding = name === null ? null : new TextDecoder(name).encoding;
    return encoding?.startsWith('utf') ? null : encoding;
  } catch {
    return null;
  }
}
