/** Words that some write together and others apart: "egovernment" and "e-government", "5G" and "5 G". */
import { termsOf } from './terms.ts';
import { wordList } from './word-list.ts';

/** The terms of a folded word as others write it, in two; null where it is written in one way. */
export function writtenApart(word: string): string[] | null {
  const part = before.find((each) => word.startsWith(each) && isLong(word.slice(each.length)));
  if (part !== undefined) return [part, ...termsOf(word.slice(part.length))];
  const parts = /^(\d{1,2})([a-z])$/.exec(word)?.slice(1) ?? inTwo.get(word);
  return parts ? parts.flatMap(termsOf) : null;
}

/** The term of two folded words that follow each other as others write them, in one; null where they are written apart. */
export function writtenInOne(first: string, second: string): string | null {
  const isGeneration = /^\d{1,2}$/.test(first) && /^[a-z]$/.test(second);
  const isOne = isGeneration || inTwo.has(first + second) || (before.includes(first) && isLong(second));
  return isOne ? (termsOf(first + second)[0] ?? null) : null;
}

const isLong = (rest: string) => /^[a-z]{4,}$/.test(rest);

const before = wordList('cyber multi micro nano semi socio');
const inTwo = new Map(
  wordList(`
    e-government e-governance e-commerce e-learning e-health e-waste e-voting e-service e-services e-participation
    e-procurement e-agriculture e-business e-mail e-mails e-book e-books
    data-base data-bases data-centre data-centres data-center data-centers data-set data-sets wi-fi broad-band block-chain
    smart-phone smart-phones white-board land-line
  `).map((word) => [word.replace('-', ''), word.split('-')]),
);
