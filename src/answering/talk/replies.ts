/** Who replies to what: talk is question and reply, and a question in the record is not its answer. */
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { termsOf } from '../../words/terms.ts';
import { isShortReply } from './short-replies.ts';

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
export function repliesTo({ sentences, session }: Reading, index: number): Run[] {
  // Its turns are in no order.
  if (session.chathamHouse) return [];
  const asking = sentences[index]!;
  const said = saidAfter(sentences, index);
  if (said >= goingOn) return [];
  // Whoever hears an answer with the question has less to say: "Amen."
  const least = said >= ownTerms && answersItself(sentences[index + 1]!) ? fewTerms : 1;
  const replies: Run[] = [];
  let at = index + 1;
  while (sentences[at]?.turn === asking.turn) at += 1;
  for (let turns = 0; turns < mostTurns && at < sentences.length; turns += 1) {
    const first = at;
    while (sentences[at]?.turn === sentences[first]!.turn) at += 1;
    const turn = { first, last: at - 1 };
    // What is said after the next question replies to that one.
    if (replies.length > 0 && beginsAsking(sentences, turn)) break;
    const isSame = asking.speaker !== null && sentences[first]!.speaker === asking.speaker;
    if (isSame || !saysAnything(sentences, turn, { asking, next: sentences[at], least })) continue;
    replies.push(beginningOf(sentences, turn));
    // A word or two may be all of an answer, or only the beginning of it.
    if (lengthOf(sentences, replies.at(-1)!) >= shortReply || replies.length >= mostReplies) break;
  }
  return replies;
}

/** Whether a turn comes to a question before it says anything: who replies may ask something at the end. */
function beginsAsking(sentences: ReadSentence[], { first, last }: Run): boolean {
  const turn = sentences.slice(first, last + 1);
  const asked = turn.findIndex((sentence) => asks(sentence));
  const before = turn.slice(0, asked).reduce((sum, { length }) => sum + length, 0);
  return asked >= 0 && before < fewTerms;
}

/** Turns looked at after the one that asks. */
const mostTurns = 5;
const mostReplies = 2;
/** In characters: after a longer reply no further one is looked for. */
const shortReply = 60;
const longestReply = 420;

/**
 * The question at `index` with what its speaker goes on to say, where that may answer it: "Who pays for it? The fishermen
 * pay." Null where the speaker asks and is silent, or only says why they ask and others reply.
 */
export function ownReply(reading: Reading, index: number): Run | null {
  const { sentences } = reading;
  const said = saidAfter(sentences, index);
  const isOwn =
    said >= goingOn || (said >= ownTerms && answersItself(sentences[index + 1]!)) || (said > 0 && !isReplied());
  return isOwn ? within(sentences, { first: index, last: lastOfTurn(sentences, index) }) : null;

  function isReplied(): boolean {
    return said < ownTerms || repliesTo(reading, index).length > 0;
  }
}

/** How much its speaker says after the question, in terms; 0 where they ask again, for who asks again asks somebody. */
function saidAfter(sentences: ReadSentence[], index: number): number {
  const after = sentences.slice(index + 1, lastOfTurn(sentences, index) + 1);
  return after.some((sentence) => asks(sentence)) ? 0 : after.reduce((sum, { length }) => sum + length, 0);
}

function lastOfTurn(sentences: ReadSentence[], index: number): number {
  let last = index;
  while (sentences[last + 1]?.turn === sentences[index]!.turn) last += 1;
  return last;
}

/** "Because …", "It is …", "The fishermen pay …": who only says why they ask says "I". */
function answersItself({ text }: ReadSentence): boolean {
  return !/^\W*(?:(?:and|so|but|well)\W+)?(?:I|my|you|your|please|thank|thanks)\b/iu.test(text);
}

/** In terms: less than this is "Thank you, Chair." */
const goingOn = 14;

/** Whether a turn is more than a courtesy before the next speaker, who is named in it or says more. */
function saysAnything(
  sentences: ReadSentence[],
  { first, last }: Run,
  { asking, next, least }: { asking: ReadSentence; next: ReadSentence | undefined; least: number },
): boolean {
  const turn = sentences.slice(first, last + 1);
  if (turn.every((sentence) => asks(sentence))) return false;
  const said = turn.reduce((sum, { length }) => sum + length, 0);
  if (said >= fewTerms) return true;
  const text = turn.map((sentence) => sentence.text).join(' ');
  // "Yeah, well, so" tells nobody when it was.
  const isEmpty = turn.every(({ run }) => isHesitating(run));
  // "I would." tells who would.
  const tellsWho = asksWho.test(asking.text) && isShortReply(text);
  if (isEmpty && asksOpenly(asking) && !denies.test(text) && !tellsWho) return false;
  if (/^\W*(?:yes|no|yeah|nope|none|never|nobody|correct|absolutely|exactly)\b/iu.test(text)) return true;
  if (isShortReply(text)) return true;
  const isCourtesy = /\b(?:thank|thanks|please|minister|chair|floor|over to|go ahead|okay|ok|right|mm|uh|hmm)\b/iu.test(
    text,
  );
  return said >= least && !(isCourtesy && next !== undefined);
}

/** Terms of what is said while thinking, and of yes and no. */
const hesitating = new Set(
  termsOf('well yes yeah yep no nope okay ok right sure just like oh uh huh mean sort kind know'),
);

const denies = /^\W*(?:no|nope|none|never|nobody)\b/iu;

/** Whether terms are of what is said while thinking, or of yes and no, and of nothing else. */
export function isHesitating(terms: string[]): boolean {
  return terms.every((term) => hesitating.has(term));
}

const asksWho = /(?<!\p{L})(?:who|qui|quién|quiénes|кто|谁|من)(?!\p{Ll})/iu;

/** Whether a sentence asks what is not answered by yes. */
function asksOpenly({ text }: Pick<ReadSentence, 'text'>): boolean {
  return openQuestion.test(text);
}

const openQuestion = new RegExp(
  String.raw`^\W*(?:(?:and|so|but|well|then|okay|ok|um|uh|yeah|disfmarker|vocalsound)\W+){0,4}(?:what|who|whose|when|where|why|how|which)\b`,
  'iu',
);

/** Whether a sentence welcomes, thanks, or calls the next to speak, and says nothing besides. */
export function givesFloor(text: string): boolean {
  const said = ` ${text.toLowerCase().replaceAll('’', "'")}`;
  return floorPhrases.some((phrase) => said.includes(phrase));
}

const floorPhrases = [
  ' welcome',
  ' invite ',
  ' thank you',
  ' give the floor',
  ' has the floor',
  ' have the floor',
  ' over to you',
];

/** In terms, of a turn by somebody else that is a reply whatever it is, and of what who asks must add to reply. */
const fewTerms = 4;
const ownTerms = 3;

/** The first sentences of a turn, as many as are read at a glance; those that only clear the throat are left out. */
function beginningOf(sentences: ReadSentence[], { first, last }: Run): Run {
  let from = first;
  while (from < last && isFiller(sentences[from]!)) from += 1;
  return within(sentences, { first: from, last });
}

function within(sentences: ReadSentence[], { first, last }: Run): Run {
  let to = first;
  while (to < last && sentences[to + 1]!.end - sentences[first]!.start <= longestReply) to += 1;
  return { first, last: to };
}

function isFiller({ length, text }: ReadSentence): boolean {
  if (/^\W*(?:well|ok|okay|right|um|uh|hmm|oh)\W*$/iu.test(text)) return true;
  if (/^\W*thank(?:s| you)\b/iu.test(text)) return length <= mostThanks;
  return length === 0 && !/\b(?:yes|no|never|none)\b/iu.test(text);
}

/** In terms: "Thank you very much, Madam Chair." */
const mostThanks = 4;

function lengthOf(sentences: ReadSentence[], { first, last }: Run): number {
  return sentences[last]!.end - sentences[first]!.start;
}
