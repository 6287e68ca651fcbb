/**
 * No word of a record is dropped without a word: those in are those of turns, of findings, and those left out, each with
 * why. Names, titles and marks of the layout stand beside the turns.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { assert, array, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostFrom, untoldStrings } from '../fixtures/account.ts';
import { textsIn } from '../../src/records/documents/texts.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const folders = [
  'plain-text un-verbatim transcript-html meeting-notes hansard-html irc-log w3c-minutes-html',
  'w3c-minutes-text un-transcript-text transcript-table google-meet word-transcribe sub-viewer timed-text separated-values',
  'web-vtt sub-rip sub-station-alpha live-captions digwatch other-hands',
  'bundestag-xml canada-hansard australia-hansard europarl-xml parliament-tei speech-elements',
].flatMap((names) => names.split(' '));
const records = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, fixtures))
    .filter((file) => !/^README|\.ts$|\.json$/.test(file))
    .map((file) => new URL(`${folder}/${file}`, fixtures)),
);

// Invented records of the kinds people bring; no part of the repository.
const cases = new URL('../../../shared/cases/2/', import.meta.url);
const given = existsSync(cases)
  ? readdirSync(cases)
      .filter(
        (file) =>
          /\.(?:txt|md|html?|pdf|vtt|srt|sbv|ass|csv|tsv|docx|htm|xml)$/.test(file) && !file.endsWith('.expected.md'),
      )
      .map((file) => new URL(file, cases))
  : [];

function checkEach(files: URL[]) {
  it.each(files.map((url) => [url.pathname.split('/').slice(-2).join('/'), url] as const))(
    '%s has every word somewhere',
    async (name, url) => {
      for await (const { text } of textsIn(readFileSync(url)))
        expect(lostFrom(text, parseRecord({ name, text, address: null }))).toEqual([]);
    },
  );
}

describe('in fixtures', () => {
  checkEach(records);
});
describe.skipIf(given.length === 0)('in given records (skipped where ../shared is not beside the checkout)', () => {
  checkEach(given);
});

const inJson = readdirSync(fixtures)
  .filter((folder) => /-json$|^interchange$/.test(folder))
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, fixtures)).map((file) => new URL(`${folder}/${file}`, fixtures)),
  );
const givenJson = existsSync(cases)
  ? readdirSync(cases)
      .filter((file) => /\.jsonl?$/.test(file) && !file.endsWith('.check.json'))
      .map((file) => new URL(file, cases))
  : [];

describe('in JSON', () => {
  it.each([...inJson, ...givenJson].map((url) => [url.pathname.split('/').slice(-2).join('/'), url] as const))(
    '%s has every string of words somewhere',
    (name, url) => {
      const text = readFileSync(url, 'utf8');
      expect(untoldStrings(text, parseRecord({ name, text, address: null }))).toEqual([]);
    },
  );
  it('tells what a field holds that nobody reads', () => {
    const { problems } = parseRecord({
      name: 'call.json',
      text: JSON.stringify({
        title: 'Kite call',
        turns: [{ speaker: 'Ana Lind', text: 'We begin.' }],
        epilogue: [{ text: 'Nobody brings this.' }],
        motto: 'Kites for all who wait',
      }),
      address: null,
    });
    expect(problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/under “text”.*“Nobody brings this\.”/u),
        expect.stringMatching(/under “motto”.*“Kites for all who wait”/u),
      ]),
    );
  });
});

describe('in a plain transcript made of any lines', () => {
  const lines = constantFrom(
    'Ana Lind: We begin at once.',
    'Bo Rask: Why so early?',
    'It goes on here.',
    '(Applause)',
    'NOTICE OF KITES',
    'Clerk: Item four.',
    'kit: small letters',
    '# Heading of kites',
    'Summary',
    '- a point of a list',
    'Transcript',
    'ACTION ITEM: buy string',
    'Date: 3 May 2025',
    '---',
    '[00:12] Cy Vo: timed words',
    'Ana Lind',
    '(Cy Vo [Kelp]: Nonsense!)',
    'Motion carried.',
    'Transcription ended after 00:30:30',
    'Q Who pays for it?',
    '',
    '',
  );
  it('has every word somewhere', () => {
    let read = 0;
    assert(
      property(array(lines, { minLength: 4, maxLength: 24 }), (some) => {
        const text = some.join('\n');
        const parsed = parseRecord({ name: 'x.txt', text, address: null });
        if (parsed.format !== 'plain text' || parsed.sessions.length === 0) return;
        read += 1;
        expect(lostFrom(text, parsed)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
