/** Whom a sentence of somebody's paper gives words to. */
import type { Directory } from '../people/directory.ts';
import { peopleMeant, type Mention } from '../people/mentions.ts';
import type { Person } from '../people/person.ts';
import { splitIntoSentences } from '../words/sentences.ts';
import { wordList } from '../words/word-list.ts';

export interface Named {
  /** Everyone who could be meant by those named. */
  people: Person[];
  /** As written; null where nobody is named. */
  named: string | null;
}

export const nobodyNamed: Named = { people: [], named: null };

/** The same where they are known by a name alone. */
export function knownIn(text: string, directory: Directory): Named {
  return togetherNamed(directory.mentions(text).filter(isKnown));
}

/** The sentences of a paragraph around a place, as one stretch. */
export function sentencesAround(text: string, start: number, end: number): { start: number; end: number } {
  // A paragraph may be a whole book, and is looked into for each of its quotations.
  const [from, to] = [Math.max(0, start - mostAround), Math.min(text.length, end + mostAround)];
  const sentences = splitIntoSentences({ speaker: null, text: text.slice(from, to), times: [] });
  const first = sentences.findLast((each) => from + each.start <= start) ?? { start: 0 };
  const last = sentences.find((each) => from + each.end >= end) ?? { end: to - from };
  return { start: from + first.start, end: from + last.end };
}

/** In characters, either way. */
const mostAround = 2_000;

/** Who is named in a stretch of a paper, where its quoted words are left out. */
export function namedIn(text: string, directory: Directory): Named {
  const all = directory.mentions(text).filter((mention) => isSpeaker(mention) && !isOnlyBeside(mention, text));
  // Beside somebody who is known, what else looks like a name is more often a place or an event.
  const mentions = all.some(isKnown) ? all.filter(isKnown) : all;
  return togetherNamed(mentions);
}

function togetherNamed(mentions: Mention[]): Named {
  if (mentions.length === 0) return nobodyNamed;
  const people = peopleMeant(mentions);
  const phrases = [...new Set(mentions.map(({ phrase }) => phrase))];
  return { people: [...new Set(people)], named: phrases.join(' or ') };
}

/** Who is only spoken to, or of, or is named to say whose deputy it is: "replied Bakker to Lind", "Bakker, not Lind", "Lind's deputy". */
function isOnlyBeside({ phrase, start }: Mention, text: string): boolean {
  const before = text.slice(0, start);
  const [last = '', former = ''] = (before.match(/\p{L}+/gu) ?? []).slice(-2).toReversed();
  const theirs = /^['’]s\s+(\p{L}+)/u.exec(text.slice(start + phrase.length))?.[1] ?? '';
  if (isBesideOf.has(theirs)) return true;
  return (
    /\p{L}\s+$/u.test(before) &&
    ((besides.has(last) && former.toLowerCase() !== 'according') || (last === 'of' && isBesideOf.has(former)))
  );
}

const besides = new Set(wordList('to not against unlike than about'));
/** Somebody else, told by whom they are beside. */
const isBesideOf = new Set(
  wordList(`
    deputy aide assistant adviser advisor colleague critic critics opponent opponents successor predecessor spokesperson
    spokesman spokeswoman secretary wife husband friend friends supporter supporters rival rivals brother sister
  `),
);

/** Somebody of the library, or somebody whom the sentence lets speak: a place or an event is nobody. */
function isSpeaker(mention: Mention): boolean {
  const { matches, asSpeaker, phrase } = mention;
  if (isKnown(mention)) return true;
  return asSpeaker && (matches.length > 0 || phrase.trim().split(/\s+/u).length > 1);
}

function isKnown({ matches }: Mention): boolean {
  return matches.some(({ how }) => how === 'name' || how === 'spelling' || how === 'introduction');
}

/** Begins with whoever was named before: "He added that …". */
export function pointsBack(text: string): boolean {
  return /^[\s,;:–—-]*(?:and |but |then )?(?:s?he|they|it|who|the speaker|the delegate|il|elle|él|ella|он|она)\b/iu.test(
    text,
  );
}
