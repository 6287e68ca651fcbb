/** What a record says and its reader does not bring: told, as everything that is left out. */
import type { LeftOut, SessionDraft } from './format.ts';
import type { JsonRecord } from './json.ts';

/**
 * Strings of JSON that could be speech, are in no turn, finding or title, and are not told of yet. Those in fields that are made
 * for words count from two words on, others from four.
 */
export function untoldIn(record: JsonRecord, sessions: SessionDraft[], leftOut: LeftOut[]): LeftOut[] {
  if ('problem' in record) return [];
  const brought = broughtBy(sessions, leftOut);
  const untold: LeftOut[] = [];
  for (const { value, line } of record.items) {
    const waiting: { value: unknown; key: string }[] = [{ value, key: '' }];
    while (waiting.length > 0) {
      const at = waiting.pop()!;
      if (typeof at.value === 'string') {
        const text = at.value.trim();
        if (couldBeSpeech(text, at.key) && !has(brought, text)) untold.push({ line, text, why: whyOf(at.key) });
      } else if (Array.isArray(at.value)) {
        for (const item of (at.value as unknown[]).toReversed()) waiting.push({ value: item, key: at.key });
      } else if (typeof at.value === 'object' && at.value !== null) {
        for (const [key, inside] of Object.entries(at.value).toReversed()) waiting.push({ value: inside, key });
      }
    }
  }
  return untold;
}

/** Of a record in lines: those with words that stand in nothing that was made of it. Short ones are its layout's. */
export function unreadIn(lines: string[], sessions: SessionDraft[], leftOut: LeftOut[]): LeftOut[] {
  const brought = broughtBy(sessions, leftOut);
  return lines.flatMap((line, index) => {
    if (!/\p{L}/u.test(line) || has(brought, line)) return [];
    const isLayout =
      wordsOf(line).length < 12 || /^\W*(?:disclaimer|this is not an official|transcription|©|copyright)/iu.test(line);
    return [{ line: index + 1, text: line, why: isLayout ? null : 'lines outside what is read of such a page' }];
  });
}

function broughtBy(sessions: SessionDraft[], leftOut: LeftOut[]): Brought {
  const brought: Brought = { words: new Set(), pairs: new Set() };
  for (const session of sessions) {
    for (const { text, label } of session.turns) add(brought, [text, label ?? '']);
    for (const { text, details, topics } of session.findings)
      add(brought, [text, ...details.map((detail) => detail.text), ...topics]);
    for (const { name, otherNames, role, affiliation } of session.speakers)
      add(brought, [name, ...otherNames, role, affiliation]);
    add(brought, [session.title, session.event]);
  }
  for (const { text } of leftOut) add(brought, [text]);
  return brought;
}

function couldBeSpeech(text: string, key: string): boolean {
  if (!/\p{L}/u.test(text) || /^(?:https?:|data:|\/\S*$|[\w+/=-]{24,}$|\d{4}-\d\d-\d\dT)/.test(text)) return false;
  // One word alone may be a piece of one, as recognisers give them.
  return wordsOf(text).length > (fieldsOfWords.has(key.toLowerCase().replace(/[\s_-]/g, '')) ? 1 : 3);
}

/** Titles and the like need not be told of. */
function whyOf(key: string): string | null {
  return /title|name|path|url|label|language|description|location/i.test(key)
    ? null
    : `text under “${key}” that is not read as speech`;
}

/** Small letters, without blanks. */
const fieldsOfWords = new Set(
  [
    'text',
    'transcript',
    'sentence',
    'content',
    'body',
    'utterance',
    'words',
    'word',
    'line',
    'caption',
    'punctuatedword',
  ].concat(['speech', 'rawtext', 'display', 'utf8', 'lexical', 'value']),
);

/** Words, and those that stand side by side: enough to tell whether a text is among many others, in time in proportion to them. */
interface Brought {
  words: Set<string>;
  pairs: Set<string>;
}

function add({ words, pairs }: Brought, texts: (string | null)[]): void {
  for (const text of texts) {
    let before = '';
    for (const word of wordsOf(text ?? '')) {
      words.add(word);
      pairs.add(`${before} ${word}`);
      before = word;
    }
  }
}

/** All of its words, and nearly all of them beside each other as there; its sentences may stand in different turns. */
function has({ words, pairs }: Brought, text: string): boolean {
  const own = wordsOf(text);
  if (own.some((word) => !words.has(word))) return false;
  const missing = own.filter((word, at) => at > 0 && !pairs.has(`${own[at - 1]} ${word}`)).length;
  return missing <= own.length * 0.1 + (text.match(/[.?!]\s/gu)?.length ?? 0) + 1;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/\p{sc=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
