/** What stands around a sentence in its turn, where the sentence takes its meaning from there. */
import type { EvidenceSentence } from './evidence-list.ts';
import { soundsLikeInstructions } from './instructions.ts';
import { termsOf } from '../words/terms.ts';

/**
 * The sentence before, where a cut begins with "they" or "that" and what it means stands there, or where that one says
 * to suppose it; null where it needs none, or where the one before is long, of another turn, or said to a machine.
 */
export function contextOf(cited: EvidenceSentence, cut: string): EvidenceSentence | null {
  const { sentences } = cited.reading;
  const near = [1, 2, 3].flatMap((step) => sentences[cited.index - step] ?? []);
  const [before] = near;
  if (!before || before.turn !== cited.sentence.turn || before.text.length > longest) return null;
  if (!refersBack(cut) && !leadsOn.test(before.text)) return null;
  if (near.some(({ turn, text }) => turn === before.turn && soundsLikeInstructions(text))) return null;
  return { ...cited, sentence: before, index: cited.index - 1 };
}

/** In characters. */
const longest = 200;
/** "Suppose they close the port." "I quote:" */
const leadsOn =
  /^(?:(?:and|but|so|now) )?(?:suppose|imagine|assume|picture this|let['’]?s (?:say|assume))(?!\p{L})|:$/iu;

/** The sentence after, where it takes the one before it back: "That is not true." */
export function takenBackBy({ reading, sentence, index, number }: EvidenceSentence): EvidenceSentence | null {
  const after = reading.sentences[index + 1];
  if (!after || after.turn !== sentence.turn || after.text.length > shortReply || !takesBack.test(after.text))
    return null;
  return { reading, sentence: after, index: index + 1, number };
}

/** In characters. */
const shortReply = 80;
const pointingBack = '(?:that|this|it|which|they|he|she)(?!\\p{L})';
const notSo = '(?<!\\p{L})(?:not|wrong|false|untrue|a lie|lies|nonsense|a myth|a joke|a mistake)(?!\\p{L})';
const denial = '(?:not|not so|no|wrong)[.!]';
const takesBack = new RegExp(`^(?:well, |but |and )?(?:${pointingBack}.{0,30}(?:${notSo}|n[’']t)|${denial})`, 'iu');

/** Whether it says nothing without what it replies to: "Yes.", "Exactly, I agree." */
export function isBareReply(sentence: string): boolean {
  return termsOf(sentence).every((term) => replies.has(term));
}

const replies = new Set(
  termsOf(
    `yes yeah yep nope okay ok right exactly absolutely sure surely agree agreed disagree true correct indeed certainly definitely precisely quite fine
    think guess know mean course well maybe perhaps probably thank thanks welcome please sorry`,
  ),
);

/** "It is clear that …" takes nothing from before. */
function refersBack(cut: string): boolean {
  const words = cut.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const [first = ''] = words;
  if (first === 'it' && words.slice(3, 8).some((word) => word === 'that' || word === 'to')) return false;
  return pointing.has(first) && !(first === 'that' && cut.length < shortest);
}

const pointing = new Set('it they this that these those he she such'.split(' '));
/** "That's right." says nothing, with what stands before it or without. */
const shortest = 16;

/** Whether a sentence stands within quotation marks that were opened before it in its turn: then it is somebody else's. */
export function isInQuotation({ reading: { session }, sentence: { turn, start, end } }: EvidenceSentence): boolean {
  const { text } = session.turns[turn]!;
  return pairs.some(([opening, closing]) => {
    const opened = text.lastIndexOf(opening, start - 1);
    if (start === 0 || opened === -1) return false;
    const closed = text.indexOf(closing, opened + 1);
    return closed >= end - 1 || (closed === -1 && text.indexOf(opening, end) === -1 && start - opened < farthest);
  });
}

/** In characters: a mark that is never closed opens a quotation of some sentences at most. */
const farthest = 600;
const pairs = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
] as const;
