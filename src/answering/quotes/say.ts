/** How what was said is told: who says it, and the words, without quotation marks. */
import { isEnglish, phrasesIn } from '../../words/language.ts';
import { isStopWord } from '../../words/terms.ts';

export interface Said {
  /** Null where the record does not tell. */
  speaker: string | null;
  /** Of sentences that follow each other, each with the sentence it is of. */
  cuts: { text: string; of: string }[];
  /** The sentence before them, where they begin with what they take from it: "they", "that". */
  before: string | null;
  /** Whether they stand inside a quotation that the speaker gives. */
  isQuoted: boolean;
  language: string | null;
}

/**
 * "Ana Ruiz says the fund pays for it." or, with a first person, a question or several sentences, "Ana Ruiz: We pay
 * for it." What stands before it in the record is put in square brackets. `asked` is the language of the question.
 */
export function told({ speaker, cuts, before, isQuoted, language }: Said, asked: string | null): string {
  const { colon, unknownSpeaker } = phrasesIn(asked);
  const name = speaker ?? unknownSpeaker;
  const words = cuts.map(({ text, of }) => asProse(text, of)).join(' ');
  const inEnglish = language === 'en' && isEnglish(asked);
  if (inEnglish && isQuoted) return `${name}, quoting: ${words}`;
  if (inEnglish && cuts.length === 1 && /[?？]$/.test(words)) return `${name} asks: ${words}`;
  if (before !== null) return `${name}${colon} [${asProse(before, before).replaceAll(/[[\]]/g, '')}] ${words}`;
  return inEnglish && cuts.length === 1 && isReport(words)
    ? `${name} says ${withSmallBeginning(words)}`
    : `${name}${colon} ${words}`;
}

/**
 * Words of a record on one line, free of what would pass for a mark of ours or hide something. What stands between
 * quotation marks in them keeps these only where it stands so in `said`.
 */
export function asProse(text: string, said: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replaceAll(/\[([\s\d,;–-]+)\]/gu, '($1)')
    .replaceAll(doubled, (_whole, words: string) => (said.includes(words) ? `“${words}”` : words))
    .replaceAll(/(?:“([^“”]*)”)|["“”„«»]/gu, (pair, words?: string) => (words === undefined ? '' : pair))
    .trim();
}

const doubled = /["“„«]([^"“”„«»]*)["”»]/gu;

/** Whether "says" can stand before it: a statement about others, whose first word may be written small. */
function isReport(words: string): boolean {
  const [first = '', ...others] = words.match(/[\p{L}\p{M}]+/gu) ?? [];
  const begins = first.toLowerCase();
  if (openings.has(begins) || (first !== begins && !isStopWord(begins))) return false;
  return !/[!…]$/u.test(words) && ![first, ...others].some((word) => persons.has(word.toLowerCase()));
}

const persons = new Set(
  'i we you me us my our your mine ours yours myself ourselves yourself yourselves let'.split(' '),
);
/** With these a question, a request or a greeting begins, or a clause that is none. */
const openings = new Set(
  `who what which why how when where whether do does did is are was were am can could will would should shall may might must have has had
  please thank thanks yes no not hello good dear welcome sorry because or and but so than to let ok okay well oh if as although though while since`.split(
    /\s+/,
  ),
);

/** A word that begins a sentence with a capital only because it does. */
function withSmallBeginning(words: string): string {
  const first = /^\p{Lu}\p{Ll}*(?![\p{L}\p{M}])/u.exec(words)?.[0] ?? '';
  return first.toLowerCase() + words.slice(first.length);
}
