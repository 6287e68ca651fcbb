/** Whether a statement in a model's own wording says what one sentence says, and nothing else. */
import { allNamesOf } from '../../people/person.ts';
import type { Speaker } from '../../session.ts';
import { courtesies, partsOf, tokensOf } from '../../words/names.ts';
import { isCutOf } from './cut.ts';
import type { EvidenceSentence } from './evidence-list.ts';

/** Who a sentence of a model says it is that speaks, and what it says they say. */
export interface Attributed {
  /** Folded words of the name. */
  name: string[];
  asks: boolean;
  words: string;
}

/** Null where it does not begin with somebody and a verb that only says that something was said. */
export function attributedIn(statement: string): Attributed | null {
  const tokens = tokensOf(statement);
  const at = tokens.slice(0, longestName + 1).findIndex(({ raw }) => says.has(raw) || asks.has(raw));
  const colon = statement.indexOf(':');
  const verb = tokens[at];
  if (verb === undefined || at === 0 || (colon !== -1 && colon < verb.start)) {
    const name = tokens.filter(({ end }) => end <= colon);
    if (name.length === 0 || name.length > longestName) return null;
    return { name: namesIn(statement.slice(0, colon)), asks: false, words: statement.slice(colon + 1) };
  }
  const words = statement.slice(verb.end).replace(/^[\s,:]*(?:that\s)?/u, '');
  return { name: namesIn(statement.slice(0, verb.start)), asks: asks.has(verb.raw), words };
}

/** In words: "the honourable member for the harbour district". */
const longestName = 8;
const says = new Set(
  'says said say states stated adds added notes noted mentions mentioned explains explained'.split(' '),
);
const asks = new Set('asks asked'.split(' '));

function namesIn(name: string): string[] {
  return tokensOf(name)
    .filter(({ word }) => !courtesies.has(word) && word !== 'also')
    .flatMap(({ raw }) => partsOf(raw));
}

/** Whether a speaker is the one named, and nobody else who speaks in the session is: "Witness A" is not "Witness B". */
export function isNamed(name: string[], { reading: { session }, sentence }: EvidenceSentence): boolean {
  const bears = (speaker: Speaker) => {
    const words = new Set(allNamesOf(speaker).flatMap((each) => partsOf(each)));
    return name.length > 0 && name.every((word) => words.has(word));
  };
  return (
    session.speakers
      .filter(bears)
      .map((speaker) => speaker.name)
      .join('\n') === sentence.speaker
  );
}

/** Whether the sentence alone says it: the same words in the same order, questions as questions. */
export function isSaidBy(
  { sentence: { text } }: EvidenceSentence,
  { asks: asked, words }: Attributed,
  language: string | null,
): boolean {
  const isQuestion = /[?？]\s*$/u.test(text);
  if (isQuestion !== (asked || /[?？]\s*$/u.test(words)) || (isQuestion && !asked)) return false;
  return isCutOf(text, words, language);
}
