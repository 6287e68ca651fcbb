import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/records/documents/zip.ts';
import { bytesOf, zipOf } from '../fixtures/documents.ts';

const read = (bytes: Uint8Array) => readZip(bytes).map((entry) => [entry.name, new TextDecoder().decode(entry.read())]);

describe('an archive', () => {
  it('gives its files', () =>
    expect(read(zipOf({ 'a.txt': 'one', 'day/b.txt': 'two '.repeat(99) }))).toEqual([
      ['a.txt', 'one'],
      ['day/b.txt', 'two '.repeat(99)],
    ]));
  it('gives files that are not packed', () => expect(read(zipOf({ 'a.txt': 'one' }, 0))).toEqual([['a.txt', 'one']]));
  it('gives names in any script, without characters that cannot be seen', () =>
    expect(read(zipOf({ 'день/一.txt': 'x', 'a\u001B[31m\u202Eb.txt': 'y' }))).toEqual([
      ['день/一.txt', 'x'],
      ['a\uFFFD[31m\uFFFDb.txt', 'y'],
    ]));
  it('may be empty', () => expect(read(zipOf({}))).toEqual([]));
  it('may have a comment', () => {
    const plain = zipOf({ 'a.txt': 'one' });
    const noted = new Uint8Array([...plain, ...bytesOf('PK comment')]);
    noted[plain.length - 2] = 10;
    expect(read(noted)).toEqual([['a.txt', 'one']]);
  });
});

function refuses(what: string, bytes: () => Uint8Array, message: RegExp) {
  it(`refuses ${what}`, () => expect(() => read(bytes())).toThrow(message));
}

/** Writes a number of four bytes at a place counted from the start of the first entry in the list of files. */
function listed(bytes: Uint8Array, place: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const start = view.getUint32(changed.length - 22 + 16, true);
  view.setUint32(start + place, value, true);
  return changed;
}

describe('an archive that is no record', () => {
  refuses(
    'what unpacks to far more than it is',
    () => zipOf({ 'bomb.txt': new Uint8Array(20_000_000) }),
    /times its size/,
  );
  refuses(
    'what unpacks to more than any record',
    () => listed(listed(zipOf({ 'a.txt': 'x' }), 24, 0xfffffff0), 20, 1),
    /would unpack to 4096 MB/,
  );
  refuses(
    'a file larger than it says',
    () => listed(zipOf({ 'a.txt': 'word '.repeat(10_000) }), 24, 10),
    /larger than it says/,
  );
  refuses(
    'files that share their bytes',
    () => {
      const many = zipOf(
        Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.txt`, 'word '.repeat(index)])),
      );
      const view = new DataView(many.buffer);
      let at = view.getUint32(many.length - 22 + 16, true);
      while (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 20, many.length - 100, true);
        at += 46 + view.getUint16(at + 28, true);
      }
      return many;
    },
    /overlap/,
  );
  refuses(
    'too many files',
    () => {
      const changed = zipOf({ 'a.txt': 'x' });
      new DataView(changed.buffer).setUint16(changed.length - 22 + 10, 20_000, true);
      return changed;
    },
    /20000 files, and at most 10000/,
  );
  refuses('a file changed on its way', () => listed(zipOf({ 'a.txt': 'x' }), 16, 1), /checksum/);
  refuses('a file locked with a password', () => listed(zipOf({ 'a.txt': 'x' }), 8, 1), /encrypted/);
  refuses('half of one', () => zipOf({ 'a.txt': 'word' }).slice(0, 50), /list of files is missing/);
  refuses('one whose list is cut', () => listed(zipOf({ 'a.txt': 'x' }), 0, 0), /list of files ends early/);
});
