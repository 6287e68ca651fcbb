/**
 * What becomes of records: npm run bench:records -- [--links]
 *
 * Of every fixture, given case and real file: words in, words of turns, of findings, told as left out, of the layout, and
 * lost, which should be none. Then the share of turns with the right speaker where the truth is known, and of links that
 * open right (`--links`, which takes minutes; a sample of 60 a page).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { textsIn } from '../../src/records/documents/texts.ts';
import { formats, parseRecord } from '../../src/records/formats/recognise.ts';
import type { SessionDraft } from '../../src/records/formats/format.ts';
import { readJson } from '../../src/records/formats/json.ts';
import { lostFrom, strings, untoldStrings, wordsOf, wordsOfPage } from '../fixtures/account.ts';
import { allRecords } from '../fixtures/all-records.ts';
import { noBrowser, openBrowser } from '../fakes/browser.ts';
import { linksOf } from './links.ts';

const shared = new URL('../../../shared/', import.meta.url).pathname;
const { values } = parseArgs({ options: { links: { type: 'boolean' } } });

interface Sum {
  files: number;
  refused: number;
  wordsIn: number;
  turns: number;
  findings: number;
  told: number;
  layout: number;
  lost: number;
}

const rows = new Map<string, Sum>();
const lost: string[] = [];

async function account(group: string, name: string, bytes: Uint8Array): Promise<SessionDraft[]> {
  const sum = rows.get(group) ?? {
    files: 0,
    refused: 0,
    wordsIn: 0,
    turns: 0,
    findings: 0,
    told: 0,
    layout: 0,
    lost: 0,
  };
  rows.set(group, sum);
  sum.files += 1;
  const all: SessionDraft[] = [];
  for await (const { text } of textsIn(bytes)) {
    const parsed = parseRecord({ name: path.basename(name), text, address: null });
    if (parsed.sessions.length === 0) {
      sum.refused += 1;
      continue;
    }
    const isJson = formats.find((format) => format.name === parsed.format)?.writtenIn === 'JSON';
    const count = (texts: string[]) => texts.reduce((words, each) => words + wordsOf(each).length, 0);
    const json = isJson ? readJson({ name, text, address: null }) : null;
    const given = json !== null && 'value' in json ? strings(json.value) : [wordsOfPage(text)];
    const wordsIn = count(given);
    const turns = count(parsed.sessions.flatMap((session) => session.turns.map((turn) => turn.text)));
    const findings = count(parsed.sessions.flatMap((session) => session.findings.map((finding) => finding.text)));
    const left = parsed.leftOut ?? [];
    const told = count(left.flatMap((part) => (part.why === null ? [] : [part.text])));
    const gone = isJson ? untoldStrings(text, parsed) : lostFrom(text, parsed);
    sum.wordsIn += wordsIn;
    sum.turns += turns;
    sum.findings += findings;
    sum.told += told;
    sum.lost += gone.length;
    // Names, times, titles and marks; in JSON the same words are mostly given several times.
    sum.layout += Math.max(0, wordsIn - turns - findings - told - gone.length);
    if (gone.length > 0) lost.push(`${name}: ${gone.slice(0, 12).join(' ')}`);
    all.push(...parsed.sessions);
  }
  return all;
}

for (const { name, bytes } of allRecords()) await account('fixtures', name, bytes);
const right = { cases: [0, 0], realdocs: [0, 0] } as { [group: string]: [number, number] };
const wrong: string[] = [];
for (const file of filesIn('cases/2').filter((name) => !/\.(?:check\.json|expected\.md)$/u.test(name))) {
  const sessions = await account('cases', file, readFileSync(file));
  const check = file.replace(/\.[^.]*$/u, '.check.json');
  if (existsSync(check))
    judge('cases', file, sessions, (JSON.parse(readFileSync(check, 'utf8')) as { turns?: Expected[] }).turns ?? []);
}
for (const file of filesIn('realdocs').filter(
  (name) => !name.endsWith('SOURCES.md') && !name.endsWith('delegates.txt'),
)) {
  const sessions = await account('realdocs', file, readFileSync(file));
  judge('realdocs', file, sessions, truthOf(readFileSync(file, 'utf8')));
}

interface Expected {
  speaker?: string | null | (string | null)[];
  contains?: string;
  or?: Expected;
}

/** Whose the expected words are in what was read. */
function judge(group: string, file: string, sessions: SessionDraft[], expected: Expected[]): void {
  for (const entry of expected) {
    if (entry.contains === undefined) continue;
    right[group]![1] += 1;
    const isRight = (wanted: Expected | undefined): boolean =>
      wanted !== undefined &&
      (wanted.contains === undefined || sessions.some((session) => holds(session, wanted)) || isRight(wanted.or));
    if (isRight(entry)) right[group]![0] += 1;
    else wrong.push(`${path.basename(file)}: ${String(entry.speaker)}: ${entry.contains.slice(0, 60)}`);
  }
}

function holds({ turns, speakers }: SessionDraft, { speaker, contains }: Expected): boolean {
  const folded = fold(contains!);
  const names = [speaker ?? null].flat();
  return turns.some((turn) => {
    if (!fold(turn.text).includes(folded)) return false;
    const known = speakers.find(({ name }) => name === turn.speaker);
    const called = known ? [known.name, ...known.otherNames].map((name) => fold(bare(name))) : [];
    return names.some((name) =>
      name === null ? turn.speaker === null : name === '*' || called.includes(fold(bare(name))),
    );
  });
}

function bare(name: string): string {
  return name.replace(/\s*\([^()]*\)/u, '');
}

function fold(text: string): string {
  return wordsOf(text.replaceAll('_', ' ')).join(' ');
}

/** Who said what in real files whose layout says so on each line, read without the program. */
function truthOf(text: string): Expected[] {
  const lines = text.split('\n');
  const isVtt = text.startsWith('WEBVTT');
  return lines.flatMap((line, index) => {
    const zoom = isVtt && /-->/u.test(lines[index - 1] ?? '') ? /^([^:]{2,60}): (\S.{20,})$/u.exec(line) : null;
    const bold = /^\*\*([^*]{2,60})\*\* \[\d+:\d\d\] (\S.{20,})$/u.exec(line);
    const minutes = /^<div[^>]*class="information"[^>]*>.*?([\p{L}_ ]{2,60}):\s*(\S[^<]{20,})</u.exec(line);
    const found = zoom ?? bold ?? minutes;
    return found && found[1]!.trim() !== ''
      ? [{ speaker: found[1]!, contains: found[2]!.replace(/&[a-z#\d]+;.*$/u, '') }]
      : [];
  });
}

console.log(
  '| records | files | refused | words in | of turns | of findings | told as left out | names, times, marks | lost |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const [group, { files, refused, wordsIn, turns, findings, told, layout, lost: gone }] of rows)
  console.log(`| ${[group, files, refused, wordsIn, turns, findings, told, layout, gone].join(' | ')} |`);
for (const one of lost) console.log(`lost, ${one}`);
console.log('\n| right speaker | turns known | right | share |\n|---|---|---|---|');
for (const [group, [good, all]] of Object.entries(right))
  if (all > 0) console.log(`| ${group} | ${all} | ${good} | ${((100 * good) / all).toFixed(1)} % |`);
for (const one of wrong.slice(0, 20)) console.log(`not so, ${one}`);

if (values.links) {
  if (noBrowser !== null) console.log(`Links are not measured: ${noBrowser}.`);
  else {
    const browser = await openBrowser();
    console.log('\n| links of | sentences tried | open at the sentence alone |\n|---|---|---|');
    for (const file of filesIn('realdocs').filter((name) => name.endsWith('.html'))) {
      const { name, sentences, right: good } = await linksOf(browser, file, 60);
      console.log(`| ${name} | ${sentences} | ${good} |`);
    }
    await browser.close();
  }
}

function filesIn(folder: string): string[] {
  const all = path.join(shared, folder);
  if (!existsSync(all)) return [];
  return readdirSync(all, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
