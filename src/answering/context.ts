/** What stands before a sentence in its turn, where the sentence takes its meaning from there. */
import type { EvidenceSentence } from './evidence-list.ts';
import { soundsLikeInstructions } from './instructions.ts';

/**
 * The sentence before, where a cut begins with "they" or "that" and what it means stands there; null where it needs
 * none, or where the one before is long, of another turn, or said to a machine.
 */
export function contextOf(cited: EvidenceSentence, cut: string): EvidenceSentence | null {
  if (!refersBack(cut)) return null;
  const { sentences } = cited.reading;
  const near = [1, 2, 3].flatMap((step) => sentences[cited.index - step] ?? []);
  const [before] = near;
  if (!before || before.turn !== cited.sentence.turn || before.text.length > longest) return null;
  if (near.some(({ turn, text }) => turn === before.turn && soundsLikeInstructions(text))) return null;
  return { ...cited, sentence: before, index: cited.index - 1 };
}

/** In characters. */
const longest = 200;

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
