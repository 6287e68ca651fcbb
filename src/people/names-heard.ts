/** Names in talk that carry a title or an office: `Mr. Lee, Head of the River Office`. */
import { fold, partsOf, titles, tokensOf, type Token } from '../words/names.ts';
import { anyOf, wordList } from '../words/word-list.ts';
import { roleNouns } from './roles.ts';

export interface NameFound {
  /** UTF-16 offset into the text. */
  start: number;
  title: boolean;
  words: string[];
  /** The title, the name and the office given with it. */
  phrase: string;
  office: string | null;
}

/** Capitalised names with a title before or an office after them. */
export function namesIn(text: string): NameFound[] {
  const found: NameFound[] = [];
  for (const run of text.matchAll(capitalRun)) {
    const all = tokensOf(run[0]);
    const tokens = all.slice(all.findIndex(({ word }) => !notNames.has(word)) >>> 0);
    let first = 0;
    while (first < tokens.length && isTitle(tokens[first])) first += 1;
    const name = tokens.slice(first);
    const [opening, closing] = [tokens[0], name.at(-1)];
    if (
      !opening ||
      !closing ||
      name.some(({ word }) => notNames.has(word)) ||
      name.every(({ word }) => roleNouns.has(word) || titles.has(word))
    )
      continue;
    const end = run.index + run[0].length;
    const office = text[end] === ',' ? officeAfter(text.slice(end, end + 260)) : null;
    if (first > 0 || office) {
      const start = run.index + opening.start;
      found.push({
        start,
        title: first > 0,
        words: name.flatMap(({ raw }) => partsOf(raw)),
        office,
        phrase: text.slice(start, run.index + closing.end) + (office ? `, ${office}` : ''),
      });
    }
  }
  return found;
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && token.capital && titles.has(token.word) && token.word !== 'the';
}

/** Whether a token could be of somebody's name. */
export function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.capital && token.raw.length > 1 && !notNames.has(token.word);
}

// Words of a name follow each other with blanks, or the full stop of a title or an initial, between them.
const abbreviation = String.raw`(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Hon|H\.E|Rev|Gov|Amb|Sen|Sr|Sra|Dra|Eng)\.\s*`;
const capitalised = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’\-\u2010\u2011]\p{L}[\p{L}\p{M}]*)*(?:\s+(?=\p{Lu})|(?![\p{L}\p{M}]))`;
const capitalRun = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${abbreviation}|${capitalised})+`, 'gu');

/** Words that begin with a capital where a sentence does, and are in nobody's name. */
const notNames = new Set(
  wordList(`
    thank thanks welcome please good okay ok yes no so now next first let
    i we you it this that there here what our my your his her their
    the and when if but as for in on at to with of
  `),
);

/** Where a sentence goes on after an office. */
const goesOn = new RegExp(
  [
    String.raw`\s${anyOf([...wordList('to for who has will is'), 'from whom'])}\s+${anyOf([
      ...wordList('give deliver share sharing present speak talk make join start open tell be'),
      ...wordList('his her your their us you me'),
      'the floor',
    ])}\b`,
    String.raw`,?\s+(?:to|who|has|will|said|says)\s`,
    String.raw`,\s*(?:please|welcome|over|you|the floor|thank)\b`,
  ].join('|'),
  'iu',
);

/** `, Head of the River Office` after a name, up to where the sentence goes on; null where what follows is no office. */
function officeAfter(text: string): string | null {
  const match =
    /^,\s+(?:who\s+is\s+)?(?:the\s+|our\s+|an?\s+)?((?:\p{Lu}|former\b|vice\b|deputy\b|\p{Ll}+)[^.?!;:\n]{2,200})/u.exec(
      text,
    );
  const phrase = match?.[1]?.split(goesOn)[0]?.replace(/[,\s]+$/, '');
  const first = phrase && tokensOf(phrase)[0];
  if (!phrase || !first || (titles.has(first.word) && !roleNouns.has(first.word))) return null;
  const head = tokensOf(phrase).slice(0, 6);
  return head.some(({ word, raw }) => roleNouns.has(word) || raw.split('-').some((part) => roleNouns.has(fold(part))))
    ? phrase
    : null;
}
