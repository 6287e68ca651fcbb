/**
 * What a PDF document says itself of how letters are read (`/Span <</ActualText …>> BDC`): makers of documents write it
 * where one drawing stands for several letters, or a letter is drawn in parts. The library does not give it.
 */
import { inflateSync } from 'node:zlib';

/**
 * Gives the text that each stretch of marked content of a page has of its own, or null; `tags` are those that the library
 * found in it. Null where the page itself cannot be looked at, or has others.
 */
export function actualTextsOf(
  bytes: Buffer,
): (page: { num: number; gen: number } | null, tags: string[]) => (string | null)[] | null {
  let objects: Map<number, Buffer> | null = null;
  return (page, tags) => {
    if (page === null || tags.length === 0) return null;
    objects ??= objectsOf(bytes);
    const about = objects.get(page.num)?.toString('latin1') ?? '';
    const contents = /\/Contents\s*(?:\[([^\]]*)\]|(\d+\s+\d+\s+R))/.exec(about);
    // Each as `12 0 R`.
    const named = (contents?.[1] ?? contents?.[2] ?? '').trim().split(/\s+/);
    const streams = named.flatMap((number, index) =>
      named[index + 2] === 'R' ? [streamOf(objects!.get(Number(number)))] : [],
    );
    if (streams.length === 0 || streams.includes(null)) return null;
    const spans = spansIn(streams.join('\n'));
    const isWhole = spans.length === tags.length && spans.every(({ tag }, index) => tag === tags[index]);
    return isWhole ? spans.map(({ text }) => text) : null;
  };
}

/** By their numbers; later ones take the place of earlier ones. */
function objectsOf(bytes: Buffer): Map<number, Buffer> {
  const objects = new Map<number, Buffer>();
  const packed: Buffer[] = [];
  for (let at = bytes.indexOf(' obj'); at >= 0; at = bytes.indexOf(' obj', at + 4)) {
    const number = /(\d{1,10}) \d{1,5}$/.exec(bytes.subarray(Math.max(0, at - 17), at).toString('latin1'))?.[1];
    if (number === undefined) continue;
    const end = bytes.indexOf('endobj', at);
    const object = bytes.subarray(at + 4, end < 0 ? undefined : end);
    objects.set(Number(number), object);
    if (/^[^>]*\/Type\s*\/ObjStm\b/.test(object.subarray(0, 300).toString('latin1'))) packed.push(object);
  }
  for (const object of packed) for (const [number, inside] of unpacked(object)) objects.set(number, inside);
  return objects;
}

/** Objects may be packed together in one, after their numbers and places. */
function unpacked(object: Buffer): [number, Buffer][] {
  const content = streamOf(object);
  const first = Number(/\/First\s+(\d+)/.exec(object.subarray(0, 300).toString('latin1'))?.[1]);
  if (content === null || !Number.isInteger(first)) return [];
  const places = content.slice(0, first).trim().split(/\s+/).map(Number);
  return places.flatMap((number, index): [number, Buffer][] => {
    if (index % 2 === 1) return [];
    const [start, end] = [places[index + 1]!, places[index + 3] ?? content.length];
    return [[number, Buffer.from(content.slice(first + start, first + end), 'latin1')]];
  });
}

/** What is in it; null where it is packed in a rare way, encrypted or damaged. */
function streamOf(object: Buffer | undefined): string | null {
  const start = object?.indexOf('stream') ?? -1;
  if (!object || start < 0) return null;
  const about = object.subarray(0, start).toString('latin1');
  const end = object.lastIndexOf('endstream');
  const data = object.subarray(start + (object[start + 6] === 13 ? 8 : 7), end < 0 ? undefined : end);
  if (!about.includes('/Filter')) return data.toString('latin1');
  const isDeflated =
    /\/Filter\[?\/(?:FlateDecode|Fl)(?:\]|\/|>>)/.test(about.replaceAll(/\s/g, '')) && !about.includes('/DecodeParms');
  try {
    return isDeflated ? inflateSync(data, { maxOutputLength: mostText }).toString('latin1') : null;
  } catch {
    return null;
  }
}

const mostText = 64 * 1024 * 1024;

/** The beginnings of marked content with properties, in their order. */
function spansIn(content: string): { tag: string; text: string | null }[] {
  const spans: { tag: string; text: string | null }[] = [];
  let operands: string[] = [];
  for (const token of tokensIn(content)) {
    if (!/^[A-Za-z'"]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BDC') {
      const text = operands[operands.indexOf('/ActualText') + 1];
      spans.push({
        tag: operands[0]?.slice(1) ?? '',
        text: operands.includes('/ActualText') && text !== undefined ? stringOf(text) : null,
      });
    }
    operands = [];
  }
  return spans;
}

/** Strings, names, brackets, numbers and operators, without comments and pictures in the text. */
function* tokensIn(content: string): Generator<string> {
  let at = 0;
  while (at < content.length) {
    const start = at;
    const first = content[at]!;
    if (blanks.has(first)) at += 1;
    else if (first === '%') at = endOf(content, at, (char) => char === '\n' || char === '\r');
    else if (first === '(') at = endOfString(content, at);
    else if (first === '<' || first === '>') at = endOfBracket(content, at);
    else if (brackets.has(first) && first !== '/') at += 1;
    else at = endOf(content, at + 1, (char) => blanks.has(char) || brackets.has(char));
    const token = content.slice(start, at);
    if (token === 'BI') at = endOfPicture(content, at);
    else if (token.trim() !== '' && first !== '%') yield token;
  }
}

const blanks = new Set(' \t\r\n\f\0');
const brackets = new Set('()<>[]{}/%');

/** Where the first stands that `isEnd` says ends it, from `at` on. */
function endOf(content: string, at: number, isEnd: (char: string) => boolean): number {
  let end = at;
  while (end < content.length && !isEnd(content[end]!)) end += 1;
  return end;
}

/** Brackets inside a string come in pairs, or behind a stroke. */
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const char = content[at];
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return content.length;
}

/** `<<`, `>>`, or a string of figures such as `<FEFF0635>`. */
function endOfBracket(content: string, start: number): number {
  if (content[start + 1] === content[start] || content[start] === '>')
    return start + (content[start + 1] === content[start] ? 2 : 1);
  const end = content.indexOf('>', start);
  return end < 0 ? content.length : end + 1;
}

/** Behind the `EI` that stands alone. */
function endOfPicture(content: string, start: number): number {
  for (let at = content.indexOf('EI', start); at >= 0; at = content.indexOf('EI', at + 2))
    if (blanks.has(content[at - 1]!) && blanks.has(content[at + 2] ?? ' ')) return at + 2;
  return content.length;
}

/** UTF-16 or UTF-8 where a mark says so, otherwise a byte a letter. */
function stringOf(token: string): string {
  const bytes = token.startsWith('<')
    ? Buffer.from(token.replace(/[<>\s]/g, ''), 'hex')
    : Buffer.from(
        token
          .slice(1, -1)
          .replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, escaped = '') =>
            octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[escaped] ?? escaped),
          ),
        'latin1',
      );
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '', '\r\n': '' };
