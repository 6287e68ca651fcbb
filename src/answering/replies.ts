/** Who replies to what: talk is question and reply, and a question in the record is not its answer. */
import type { Reading, ReadSentence } from '../retrieval/reading.ts';

/** Sentences of one turn, from the first to the last, both included. */
export interface Run {
  first: number;
  last: number;
}

/** Whether a sentence asks. */
export function asks({ text }: Pick<ReadSentence, 'text'>): boolean {
  return /[?？؟][^\p{L}\p{N}]*$/u.test(text);
}

/**
 * What is said in reply to the sentence at `index`: the beginning of the next turn by somebody else that says anything,
 * passing over thanks, a chair who gives the floor, and more questions. Empty where the speaker goes on, or nobody
 * replies within a few turns.
 */
export function repliesTo({ sentences }: Reading, index: number): Run[] {
  const asking = sentences[index]!;
  if (goesOn(sentences, index)) return [];
  const replies: Run[] = [];
  let at = index + 1;
  while (sentences[at]?.turn === asking.turn) at += 1;
  for (let turns = 0; turns < mostTurns && at < sentences.length; turns += 1) {
    const first = at;
    while (sentences[at]?.turn === sentences[first]!.turn) at += 1;
    const turn = { first, last: at - 1 };
    const isSame = asking.speaker !== null && sentences[first]!.speaker === asking.speaker;
    if (isSame || !saysAnything(sentences, turn, sentences[at])) continue;
    replies.push(beginningOf(sentences, turn));
    // A word or two may be all of an answer, or only the beginning of it.
    if (lengthOf(sentences, replies.at(-1)!) >= shortReply || replies.length >= mostReplies) break;
  }
  return replies;
}

/** Turns looked at after the one that asks. */
const mostTurns = 5;
const mostReplies = 2;
/** In characters: after a longer reply no further one is looked for. */
const shortReply = 60;
const longestReply = 420;

/** The speaker says more after asking: the question was for effect, or the reply is theirs. */
function goesOn(sentences: ReadSentence[], index: number): boolean {
  const { turn } = sentences[index]!;
  let said = 0;
  for (let at = index + 1; sentences[at]?.turn === turn; at += 1) {
    // Who asks again asks somebody.
    if (asks(sentences[at]!)) return false;
    said += sentences[at]!.run.length;
  }
  return said >= goingOn;
}

/** In terms: less than this is "Thank you, Chair." */
const goingOn = 14;

/** Whether a turn is more than a courtesy before the next speaker, who is named in it or says more. */
function saysAnything(sentences: ReadSentence[], { first, last }: Run, next: ReadSentence | undefined): boolean {
  const turn = sentences.slice(first, last + 1);
  if (turn.every((sentence) => asks(sentence))) return false;
  const said = turn.reduce((sum, { run }) => sum + run.length, 0);
  if (said >= fewTerms) return true;
  const text = turn.map((sentence) => sentence.text).join(' ');
  if (/^\W*(?:yes|no|yeah|nope|none|never|nobody|correct|absolutely|exactly)\b/iu.test(text)) return true;
  const isCourtesy = /\b(?:thank|thanks|please|minister|chair|floor|over to|go ahead|okay|ok|right|mm|uh|hmm)\b/iu.test(
    text,
  );
  return said > 0 && !(isCourtesy && next !== undefined);
}

const fewTerms = 4;

/** The first sentences of a turn, as many as are read at a glance; those that only clear the throat are left out. */
function beginningOf(sentences: ReadSentence[], { first, last }: Run): Run {
  let from = first;
  while (from < last && isFiller(sentences[from]!)) from += 1;
  let to = from;
  while (to < last && sentences[to + 1]!.end - sentences[from]!.start <= longestReply) to += 1;
  return { first: from, last: to };
}

function isFiller({ run, text }: ReadSentence): boolean {
  return run.length === 0 && !/\b(?:yes|no|never|none)\b/iu.test(text);
}

function lengthOf(sentences: ReadSentence[], { first, last }: Run): number {
  return sentences[last]!.end - sentences[first]!.start;
}
