/** What the command line says where there is nothing to tell, or nothing was looked through. The sessions are invented. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import widthOf from 'string-width';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { printedBy } from '../fakes/command-line.ts';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

let folder: string;
let rapporteur: Rapporteur;
beforeEach(async () => {
  folder = temporaryFolder();
  rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour)]);
});
afterEach(() => rapporteur.close());

const run = (...argv: string[]) =>
  printedBy(argv, {
    open: () => ({ ...rapporteur, close: async () => {} }),
    openChats: async () => openChatStore(folder),
    columns: 60,
  });

it.each([
  [['quotes', '--about', 'dredging', '--event', 'Moon Week'], '--event “Moon Week”'],
  [['brief', '--about', 'dredging', '--session', 'moon'], '--session “moon”'],
  [['compare', 'Tanaka', 'Lindqvist', '--about', 'dredging', '--until', '1999'], '--until “1999”'],
  [['commitments', '--event', 'Moon Week', '--from', '2020'], '--event “Moon Week” --from “2020”'],
  [['agreements', '--session', 'moon'], '--session “moon”'],
  [['ask', 'What was said of dredging?', '--session', 'moon'], '--session “moon”'],
  [['search', 'dredging', '--session', 'moon'], '--session “moon”'],
])('%j is told that nothing was looked through, not that nothing was said', async (argv, named) => {
  await expect(run(...argv)).rejects.toThrow(`No session fits ${named}, so nothing was looked through`);
});

const typed = '\u001b[31mred\u0007\u202e tide';
it.each([
  ['brief', '--about', typed],
  ['compare', 'Tanaka', 'Lindqvist', '--about', typed],
  ['commitments', '--about', typed],
  ['agreements', '--about', typed],
  ['quotes', '--about', typed],
  ['watch', typed],
  ['watch', '--phrase', typed],
])('prints nothing of %j that could change a terminal', async (...argv) => {
  const printed = await run(...argv);
  expect(printed).toContain('red');
  expect(printed).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_C}/u);
});

it('says in whose words no commitment was found', async () => {
  expect(await run('commitments', '--speaker', 'Tanaka', '--about', 'submarines')).toContain(
    'None was found in the words of Mei Tanaka.',
  );
  expect(await run('commitments', '--speaker', 'Okapi')).toContain('Nobody called “Okapi” is known here.');
});

it('says of work of several steps that it needs a model', async () => {
  expect((await run('commission', 'dredging')).replaceAll(/\s+/gu, ' ')).toContain('No model is set (CHAT_MODEL)');
});

it('keeps what is said of watches within the columns', async () => {
  const told = await run('watch', 'from Mei Tanaka on the dredging of the harbour daily at 9 in Europe/Berlin');
  expect(told).toContain('dredging of the');
  for (const line of `${told}\n${await run('watches')}`.split('\n')) expect(line.length, line).toBeLessThanOrEqual(60);
});

it.each([
  [['brief', '--about', 'dredging'], 'Statement by Mei Tanaka'],
  [['compare', 'Tanaka', 'Lindqvist', '--about', 'ships'], 'Nothing of theirs was found'],
  [['commitments'], 'looked through 1 session'],
  [['agreements', '--about', 'dredging', 'seals'], 'Spoke of it:'],
  [['report', 'harbour'], 'Thought-provoking comments'],
])('%j is shown within the columns, without the marks of a file', async (argv, expected) => {
  const shown = await run(...argv);
  expect(shown.replaceAll(/\s+/gu, ' ')).toContain(expected);
  expect(shown).not.toMatch(/^#|\*\*|\[\^|<!--|\\/mu);
  for (const line of shown.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(60);
});

it('keeps quotes of an answer with a note and a tag, lists them and writes them down', async () => {
  const question = ['What', 'did', 'Lindqvist', 'say', 'about', 'seals?'];
  expect(await run('collect', ...question, '--quotes', '1', '--tag', '#Press', '--note', 'for Monday')).toContain(
    'Kept: 1 quote.',
  );
  const listed = (await run('collection')).replaceAll(/\s+/gu, ' ');
  expect(listed).toMatch(/1\. “.*312 seals.*#press · for Monday/u);
  expect(await run('collection', 'other')).toContain('Nothing is kept here');
  const file = `${folder}/kept.md`;
  expect(await run('collection', 'press', '--to', file)).toContain('1 quotation, each with where it is from.');
  expect(readFileSync(file, 'utf8')).toMatch(/“[^”]*312 seals[^]*Note: for Monday[^]*\[\^1\]: Statement by Tomas/u);
  await expect(run('collect', ...question, '--quotes', '9')).rejects.toThrow('It has the quotes 1 to');
  await expect(run('collect', ...question, '--quotes', 'one')).rejects.toThrow('no numbers of quotes');
  expect(await run('uncollect', '1')).toBe('It is no longer kept.');
  await expect(run('uncollect', '1')).rejects.toThrow('No quote of the number 1');
});

it.each([
  ['brief', '--about', 'dredging'],
  ['agreements', '--about', 'dredging'],
  ['compare', 'Tanaka', 'Lindqvist', '--about', 'dredging'],
  ['commitments'],
])('says of %j where its paper cannot stand', async (...argv) => {
  const to = (file: string) => run(...argv, '--to', file);
  await expect(to(`${folder}/none/x.md`)).rejects.toThrow(
    `${folder}/none/x.md: there is no folder "${folder}/none"; make it, or name another.`,
  );
  mkdirSync(`${folder}/full.md`);
  await expect(to(`${folder}/full.md`)).rejects.toThrow('full.md: this is a folder; give the name of a file.');
  writeFileSync(`${folder}/file`, '');
  await expect(to(`${folder}/file/x.md`)).rejects.toThrow(`"${folder}/file" is not a folder; name another.`);
});
