/** What stands around a sentence in its turn, where the sentence takes its meaning from there. */
import type { EvidenceSentence } from '../model/evidence-list.ts';
import { soundsLikeInstructions } from './instructions.ts';
import { termsOf } from '../../words/terms.ts';

/**
 * The sentence before, where a cut begins with "they" or "that" and what it means stands there; or one near before that
 * says to suppose it, or that it is somebody else's. Null where it needs none, or where that one is long, of another
 * turn, or said to a machine.
 */
export function contextOf(cited: EvidenceSentence, cut: string): EvidenceSentence | null {
  const { sentences } = cited.reading;
  const near = [1, 2, 3]
    .flatMap((step) => sentences[cited.index - step] ?? [])
    .filter(({ turn }) => turn === cited.sentence.turn);
  if (near.some(({ text }) => soundsLikeInstructions(text))) return null;
  // What is supposed or announced goes on until something else begins.
  const ends = near.findIndex(({ text }) => begins(text, endings));
  const steps = [...near.keys()].filter((step) => ends === -1 || step <= ends);
  const leading = begins(cut, endings) ? undefined : steps.find((step) => leadsOn(near[step]!.text, step));
  const step = leading ?? (refersBack(cut) && near.length > 0 ? 0 : undefined);
  const before = step === undefined ? undefined : near[step];
  if (step === undefined || before === undefined || before.text.length > longest) return null;
  return { ...cited, sentence: before, index: cited.index - 1 - step };
}

/** In characters. */
const longest = 200;

/** "Suppose they close the port." "Here is what the owner writes." "I quote:" */
const leadsOn = (text: string, step: number) =>
  text.endsWith(':') || begins(text, announcements) || (step === 0 && isFragment(text) && begins(text, conditions));

/** Too short for a clause beside the one that it begins with. */
const isFragment = (text: string) => text.length <= 50 && !text.includes(',');

/** The sentence after, where it takes the one before it back: "That is not true." */
export function takenBackBy({ reading, sentence, index, number }: EvidenceSentence): EvidenceSentence | null {
  const after = reading.sentences[index + 1];
  if (!after || after.turn !== sentence.turn || after.text.length > shortReply) return null;
  const isQualified = isFragment(after.text) && begins(after.text, qualifications);
  if (!takesBack.test(after.text) && !begins(after.text, retractions) && !isQualified) return null;
  return { reading, sentence: after, index: index + 1, number };
}

/** In characters. */
const shortReply = 80;
const pointingBack = '(?:that|this|it|which|they|he|she)(?!\\p{L})';
const notSo = '(?<!\\p{L})(?:not|wrong|false|untrue|a lie|lies|lying|lied|nonsense|a myth|a joke|a mistake)(?!\\p{L})';
const denial = '(?:not|not so|no|wrong)[.!]';
const takesBack = new RegExp(`^(?:well, |but |and )?(?:${pointingBack}.{0,30}(?:${notSo}|n[’']t)|${denial})`, 'iu');

/** Whether a sentence begins with one of the phrases, after "well" and its like. */
function begins(text: string, phrases: string[]): boolean {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  const first = words.findIndex((word) => !before.has(word));
  const start = `${words.slice(Math.max(0, first), first + 8).join(' ')} `;
  return phrases.some((phrase) => start.startsWith(`${phrase} `));
}

const before = new Set('well but and now so oh okay ok'.split(' '));
const listed = (lines: string) => lines.split(/[;\n]/).map((phrase) => phrase.trim());

/** What follows is supposed, dreamt, or somebody else's. */
const announcements = listed(`suppose; imagine; assume; picture this; let's say; let us say; let's assume; let us assume
  let's suppose; let us suppose; let's pretend; let us pretend; what if; if only; in theory; in a dream; i dreamt; i dreamed
  here is what; here's what; this is what; listen to what; listen to this; i quote; i am quoting; i'm quoting; i read from
  let me quote; let me read; the claim is; the argument is; the argument goes; the rumour is; the rumor is; the story goes
  they say this; he says this; she says this; they write; he writes; she writes; the letter says; the article says`);
/** A sentence of these alone is half of the next. */
const conditions = listed('if; only if; unless; provided; as long as');
/** "If the port pays." after a sentence belongs to it. */
const qualifications =
  listed(`if; only; unless; except; provided; as long as; or maybe; maybe; perhaps; probably; possibly; i think; i guess
  i suppose; i hope; hopefully; in theory; allegedly; supposedly; not always; not all; not everyone; not yet; sometimes; mostly
  almost; nearly; more or less; at least; or not; depending on; with one exception; with exceptions`);
/** Here it is the speaker's own again. */
const endings = listed(
  'in fact; in reality; actually; however; i say; i think; my view; back to; end of quote; unquote; those were',
);
/** What stands before is not meant, not believed or not the speaker's own. */
const retractions =
  listed(`nonsense; rubbish; of course not; just kidding; only joking; i'm joking; i am joking; i was joking; i'm kidding
  i am kidding; i was lying; or so they; or so he; or so she; or so i; they say; they claim; he claims; she claims; i am told
  i was told; we are told; we were told; i hear; at least that is; at least that's what; that is what they; that's what they
  that is what he; that's what he; that is what she; that's what she; i do not believe; i don't believe; i never believed
  i doubt; not really; hardly; as if; if only; scratch that; strike that; i take that back; i take it back; i withdraw
  correction; i misspoke; i was wrong; i stand corrected; far from it; quite the opposite; quite the contrary; on the contrary
  the opposite is; the contrary is; no it; no they; no that; no he; no she; no we; it never; they never; nobody believes`);

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
