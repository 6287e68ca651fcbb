/**
 * No word of a record is dropped without a word: those in are those of turns, of findings, and those left out, each with
 * why. Names, titles and marks of the layout stand beside the turns.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { assert, array, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../src/records/documents/texts.ts';
import type { Parsed } from '../../src/records/formats/format.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const folders = [
  'plain-text un-verbatim transcript-html meeting-notes hansard-html live-captions irc-log w3c-minutes-html',
  'w3c-minutes-text un-transcript-text transcript-table google-meet word-transcribe sub-viewer timed-text separated-values',
  'bundestag-xml canada-hansard australia-hansard europarl-xml parliament-tei speech-elements',
].flatMap((names) => names.split(' '));
const records = folders.flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, fixtures))
    .filter((file) => !file.startsWith('README'))
    .map((file) => new URL(`${folder}/${file}`, fixtures)),
);

// Invented records of the kinds people bring; no part of the repository.
const cases = new URL('../../../shared/cases/2/', import.meta.url);
const given = existsSync(cases)
  ? readdirSync(cases)
      .filter((file) => /\.(?:txt|md|html?|pdf)$/.test(file) && !file.endsWith('.expected.md'))
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

/** Words that are in the record more often than in what was made of it. */
function lostFrom(text: string, { sessions, leftOut }: Parsed): string[] {
  const counts = new Map<string, number>();
  const count = (words: string, by: number) => {
    for (const word of wordsOf(words)) counts.set(word, (counts.get(word) ?? 0) + by);
  };
  count(wordsOfPage(text), 1);
  const beside = new Set(wordsOf(marks));
  for (const session of sessions) {
    for (const turn of session.turns) {
      count(turn.text, -1);
      for (const word of wordsOf(turn.label ?? '')) beside.add(word);
    }
    for (const { text: found, section } of session.findings) {
      count(found, -1);
      for (const word of wordsOf(section.join(' '))) beside.add(word);
    }
    for (const { name, otherNames, role, affiliation } of session.speakers)
      for (const word of wordsOf([name, ...otherNames, role, affiliation].join(' '))) beside.add(word);
    for (const word of wordsOf([session.title, session.event, session.date].join(' '))) beside.add(word);
  }
  for (const part of leftOut ?? []) count(part.text, -1);
  return [...counts]
    .filter(([word, times]) => times > 0 && !beside.has(word) && !/^\d/.test(word))
    .map(([word]) => word);
}

/** What layouts put beside names: the language spoken, who called in, the nick of a scribe, an office in small letters. */
const marks =
  'spoke in French Spanish English text provided by the delegation parle en anglais 以法语发言 以英语发言 говорит по английски французски ' +
  'voip slide 纽约 per sonne lamp light Kelp Bay ccg th may Zuruf der Abg Transcript notes Speaker unknown someone br as individual enthusiast not chair ' +
  'transcriber scribe Dora kit ccg6 agropper rrsagent mon tue wed thu fri sat sun friday march page action proposed resolution';

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('\u00AD', '')
      .match(/\p{sc=Han}|[\p{L}\p{N}]+/gu) ?? []
  );
}

function wordsOfPage(text: string): string {
  if (!/^\s*</.test(text)) return text;
  const $ = load(text);
  $('script, style').remove();
  const words: string[] = [];
  $('*')
    .contents()
    .each((_, node) => {
      if (node.type === 'text') words.push($(node).text());
    });
  return words.join(' ');
}
