/** Records of every format: damaged anywhere, and with words put in that must be found again or told of. */
import { array, constantFrom, double, integer, oneof, record, string, tuple, type Arbitrary } from 'fast-check';
import { textsIn } from '../../src/records/documents/texts.ts';
import type { Parsed, SessionDraft } from '../../src/records/formats/format.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { allRecords } from '../fixtures/all-records.ts';
import { holds, kindOf, type Kind } from './kind.ts';

interface Given {
  name: string;
  bytes: Uint8Array;
  text: string;
  parsed: Parsed;
}

/** Two kinds of each format, and one of documents and archives. */
export async function recordKinds(): Promise<Kind[]> {
  const byFormat = new Map<string, Given[]>();
  const documents: Given[] = [];
  for (const { name, bytes } of allRecords()) {
    if (/\.(?:docx|odt|rtf|pdf|zip)$/u.test(name)) {
      documents.push({ name, bytes, text: '', parsed: { sessions: [], problems: [] } });
      continue;
    }
    for await (const { text } of textsIn(bytes)) {
      const parsed = parseRecord({ name, text, address: null });
      const format = parsed.format ?? 'no format';
      byFormat.set(format, [...(byFormat.get(format) ?? []), { name, bytes, text, parsed }]);
    }
  }
  return [
    ...[...byFormat].flatMap(([format, given]) => [
      kindOf(`damaged: ${format}`, damaged(given), checkBytes),
      // The words of Soniox are tokens, of half a word each, which a word cannot be put between.
      ...(format === 'Soniox JSON' ? [] : [kindOf(`words: ${format}`, withWords(given), checkWords)]),
    ]),
    kindOf('damaged: documents and archives', damaged(documents), checkBytes),
  ];
}

const place = double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

// What breaks a layout, and what a text may hold that few are made for.
const odd = constantFrom(
  ...'\0|\n|\n\n|\r|\t| |:|: |-->|>>|<|>|</|<v |<p>|<!--|&|&#0;|[|(|"|{|}|**|\\|,|;|\uD800|\u200F|\u202E|\uFEFF'.split(
    '|',
  ),
  ...'水|😀|0:99|00:00:00,000|٣|A|é'.split('|'),
  'a'.repeat(3000),
  ' '.repeat(3000),
  '('.repeat(500),
  '<b>'.repeat(200),
  'A: '.repeat(300),
  '1'.repeat(400),
);

type Damage = ['cut' | 'delete' | 'twice' | 'insert' | 'flip', at: number, length: number, garbage: string];

function damaged(given: Given[]): Arbitrary<{ name: string; bytes: Uint8Array }> {
  const damage = tuple(
    constantFrom<Damage[0]>('cut', 'delete', 'twice', 'insert', 'insert', 'flip'),
    place,
    integer({ min: 1, max: 400 }),
    oneof(odd, string({ maxLength: 30 })),
  );
  return record({ from: constantFrom(...given), damages: array(damage, { minLength: 1, maxLength: 6 }) }).map(
    ({ from: { name, bytes }, damages }) => {
      let made = Buffer.from(bytes);
      for (const [how, where, length, garbage] of damages) {
        const at = Math.floor(where * made.length);
        const [before, after] = [made.subarray(0, at), made.subarray(at)];
        if (how === 'cut') made = Buffer.from(before);
        else if (how === 'delete') made = Buffer.concat([before, after.subarray(length)]);
        else if (how === 'twice') made = Buffer.concat([before, made.subarray(Math.max(0, at - length))]);
        else if (how === 'insert') made = Buffer.concat([before, Buffer.from(garbage), after]);
        else
          made = Buffer.concat([before, Buffer.from(after.map((byte, index) => (index < 2 ? byte ^ length : byte)))]);
      }
      return { name, bytes: new Uint8Array(made) };
    },
  );
}

async function checkBytes({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
  for await (const { text, problems } of textsIn(bytes)) {
    for (const { message } of problems)
      holds(isMessage(message), () => `no message for people: ${JSON.stringify(message)}`);
    checkParsed(parseRecord({ name, text, address: null }));
  }
}

/** As `tests/unit/bad-input.test.ts` has it of what is ingested. */
function checkParsed({ sessions, problems }: Parsed): void {
  for (const { message } of problems)
    holds(isMessage(message), () => `no message for people: ${JSON.stringify(message)}`);
  holds(problems.length <= 250, () => `${problems.length} problems are told`);
  holds(sessions.length + problems.length > 0, () => 'nothing was read, and nothing is told of it');
  for (const session of sessions) checkSession(session);
}

function checkSession({ title, speakers, turns }: SessionDraft): void {
  const names = speakers.map(({ name }) => name);
  for (const name of [title, ...names])
    holds(
      /^[^\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]{1,300}$/u.test(name) && name.trim() === name,
      () => `no name: ${JSON.stringify(name)}`,
    );
  for (const turn of turns) {
    const { speaker, text, times } = turn;
    holds(speaker === null || names.includes(speaker), () => `${JSON.stringify(speaker)} is among no speakers`);
    holds(text.isWellFormed() && !/[\0-\x08\x0B-\x1F\x7F-\x9F]/u.test(text), () => `no text: ${JSON.stringify(text)}`);
    let last = { offset: 0, seconds: 0 };
    for (const time of times) {
      const isSo =
        time.offset >= last.offset &&
        time.offset <= text.length &&
        time.seconds >= last.seconds &&
        Number.isFinite(time.seconds);
      holds(isSo, () => `times go back: ${JSON.stringify(times)}`);
      last = time;
    }
    let end = 0;
    for (const sentence of splitIntoSentences(turn)) {
      holds(
        sentence.start >= end && sentence.end > sentence.start && sentence.end <= text.length,
        () => `no sentence: ${JSON.stringify([sentence, text])}`,
      );
      end = sentence.end;
    }
  }
}

const isMessage = (message: string) => /^[^\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]{1,2000}$/u.test(message);

/** Where something is put in or done to: a place of the speech, or a line. */
type Edit = ['word', number, number] | ['line', number, string] | ['without' | 'twice' | 'swap', number, null];

function withWords(given: Given[]): Arbitrary<{ name: string; text: string; isDamaged: boolean }> {
  const edit = oneof<Arbitrary<Edit>[]>(
    tuple(constantFrom<'word'>('word'), place, place),
    tuple(constantFrom<'line'>('line'), place, constantFrom(...lines)),
    tuple(constantFrom<'without' | 'twice' | 'swap'>('without', 'twice', 'swap'), place, constantFrom(null)),
  );
  return record({ from: constantFrom(...given), edits: array(edit, { minLength: 1, maxLength: 6 }) }).map(
    ({ from: { name, text, parsed }, edits }) => {
      const mark = isJson(text) ? 'JSON' : /^\s*</u.test(text) ? 'tags' : 'lines';
      let made = text;
      for (const [index, edited] of edits.entries()) {
        if (edited[0] === 'word') made = withWord(made, parsed, edited[1], edited[2], `kelp${index}a`);
        else if (mark === 'lines') made = withLine(made, edited, index);
        else if (mark === 'tags' && edited[0] === 'line') made = withElement(made, edited, index);
      }
      return { name, text: made, isDamaged: edits.some(([how]) => how !== 'word' && how !== 'line') };
    },
  );
}

// `#` stands for a word that is looked for.
const lines = [
  '#1 #2 goes on here.',
  '(#1 #2)',
  '[#1 #2]',
  '# #1 #2',
  '- #1 #2',
  '* #1',
  '> #1 #2',
  '#1: #2 is said.',
  'Ana #1: So we begin with #2.',
  'Mr. #1 asked about #2.',
  '#1',
  '#1 #2 #1 #2 and #1.',
  '---\n#1 #2\n---',
  '| #1 | #2 |',
  '“#1 #2”',
  '10. #1 #2',
  '',
];

const isJson = (text: string) => /^\s*[[{]/u.test(text) && /[\]}]\s*$/u.test(text);

function withWord(text: string, { sessions }: Parsed, which: number, where: number, word: string): string {
  const turns = sessions.flatMap((session) => session.turns).filter((turn) => turn.text !== '');
  const words = turns[Math.floor(which * turns.length)]?.text.match(/[\p{L}\p{M}]+ [\p{L}\p{M}]+/gu) ?? [];
  const pair = words[Math.floor(where * words.length)];
  if (pair === undefined) return text;
  const [first] = pair.split(' ') as [string];
  // JSON may say the same words twice, at length and one by one, and only one of the two is read.
  if (isJson(text))
    return text.replaceAll(new RegExp(`(" ?|[^"\\\\]* )${first}(?=[ .,?!"])(?!"\\s*:)`, 'gu'), `$& ${word}`);
  const at = text.indexOf(pair);
  // Within a tag, a label or a heading it would be no word of the speech.
  if (at === -1 || text.lastIndexOf(pair) !== at) return text;
  return `${text.slice(0, at)}${pair.replace(' ', ` ${word} `)}${text.slice(at + pair.length)}`;
}

function withLine(text: string, [how, where, line]: Edit, index: number): string {
  const all = text.split('\n');
  const at = Math.floor(where * all.length);
  if (how === 'line')
    all.splice(
      at,
      0,
      line.replaceAll(/#(\d)/gu, (_mark, digit) => `kelp${index}b${digit}`),
    );
  else if (how === 'without') all.splice(at, 1);
  else if (how === 'twice') all.splice(at, 0, all[at]!);
  else if (at + 1 < all.length) all.splice(at, 2, all[at + 1]!, all[at]!);
  return all.join('\n');
}

export /** A paragraph of its own after the end of another element. */
function withElement(text: string, [, where, line]: Edit, index: number): string {
  const ends = [...text.matchAll(/<\/(?:p|div|li|td|tr|h[1-6]|PARA|br|u|seg|note|speech|para)>/giu)];
  const inScripts = [...text.matchAll(/<(script|style)\b.*?<\/\1>/gisu)];
  const open = ends.filter(
    ({ index: at }) => !inScripts.some((script) => at > script.index && at < script.index + script[0].length),
  );
  const end = open[Math.floor(where * open.length)];
  if (end === undefined || line === '') return text;
  const at = end.index + end[0].length;
  const words = marked(String(line), index).replaceAll(/[<>&]/gu, ' ');
  return `${text.slice(0, at)}<p>${words}</p>${text.slice(at)}`;
}

const marked = (line: string, index: number) => line.replaceAll(/#(\d)/gu, (_mark, digit) => `kelp${index}b${digit}`);

function checkWords({ name, text }: { name: string; text: string }): void {
  const parsed = parseRecord({ name, text, address: null });
  checkParsed(parsed);
  // What is refused whole is told of whole.
  if (parsed.sessions.length === 0) return;
  const found = JSON.stringify([parsed.sessions, parsed.leftOut ?? []]).toLowerCase();
  const told = parsed.problems.filter(({ line }) => line !== null).map(({ line }) => line!);
  const toldWords = parsed.problems.map(({ message }) => message.toLowerCase()).join('\n');
  for (const [at, line] of text.split('\n').entries())
    for (const word of line.match(/kelp\d+[ab]\d?/gu) ?? [])
      holds(
        found.includes(word) || toldWords.includes(word) || told.some((each) => Math.abs(each - at - 1) <= 3),
        () => `lost untold: ${word} of line ${at + 1}: ${line.slice(0, 300)}`,
      );
}
