import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isAddress, recordFilesIn } from '../../src/records/record-files.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

it.each([
  ['https://records.example/a', true],
  ['HTTP://x', true],
  ['ftp://x', true],
  ['C:\\records\\a.txt', false],
  ['a.txt', false],
  ['./http/x', false],
])('%s is an address: %s', (name, expected) => expect(isAddress(name)).toBe(expected));

it('finds the records of a folder and those below it, but nothing hidden', async () => {
  const folder = temporaryFolder();
  for (const below of ['days/one', '.git']) mkdirSync(path.join(folder, below), { recursive: true });
  for (const file of [
    'b.vtt',
    'A.TXT',
    'picture.png',
    '.notes.txt',
    'days/one/c.srt',
    'days/one/sitting.xml',
    '.git/d.txt',
  ])
    writeFileSync(path.join(folder, file), '');
  expect((await recordFilesIn(folder)).map((file) => path.relative(folder, file))).toEqual([
    'A.TXT',
    'b.vtt',
    path.join('days', 'one', 'c.srt'),
    path.join('days', 'one', 'sitting.xml'),
  ]);
});

it('finds what the tools for the study of speech write, in large letters or small', async () => {
  const folder = temporaryFolder();
  const written = ['a.cha', 'b.EAF', 'c.exb', 'd.TextGrid', 'e.trs', 'f.smi', 'g.otr', 'h.SMI'];
  for (const file of [...written, 'i.praat']) writeFileSync(path.join(folder, file), '');
  expect((await recordFilesIn(folder)).map((file) => path.relative(folder, file))).toEqual(written);
});
