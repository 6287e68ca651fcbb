/** Which sentences of a session tell most: by what it comes back to, and by what marks a claim, its evidence or an open question. */
import type { Reading } from '../../retrieval/reading.ts';
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { introduces } from '../talk/introducing.ts';
import { asks, givesFloor } from '../talk/replies.ts';

export interface Telling {
  index: number;
  /** How much of what the session comes back to stands in it, whatever its length. */
  weight: number;
  terms: Set<string>;
}

/** Sentences that can be read alone, none that only greets, thanks, asks or gives the floor. */
export function tellingSentences({ sentences, places }: Reading): Telling[] {
  return sentences.flatMap((sentence, index) => {
    const { text, length } = sentence;
    if (length < fewestTerms || text.length > longest || asks(sentence) || givesFloor(text)) return [];
    if (ofSpeech.in(textOf(text)) || refersBack.test(text)) return [];
    const terms = new Set(sentence.run);
    let weight = 0;
    for (const term of terms) {
      const having = places.get(term)?.length ?? 1;
      weight += Math.log(1 + having) * Math.log(1 + sentences.length / having);
    }
    return [{ index, weight: weight / Math.sqrt(terms.size + few), terms }];
  });
}

const fewestTerms = 5;
/** In characters. */
const longest = 450;
/** So that a sentence of a few rare words does not come first. */
const few = 6;
/** Two sentences that the record does not part. */
const runsOn = /\p{Ll} (?:We|The|And|So|But|They|This|It)\s/u;
/** Begins with what stands before it: "That is six times more". */
export const refersBack = /^(?:(?:and|but|so|now|because|well)\W+)*(?:this|that|these|those|it|they|he|she|such)\b/iu;

/** The best, none like one that was taken; `most` of them, in the order they were said. */
export function chosen(all: Telling[], most: number): Telling[] {
  const taken: Telling[] = [];
  for (const each of all.toSorted((one, other) => other.weight - one.weight)) {
    if (taken.length >= most) break;
    if (!taken.some((other) => overlap(each.terms, other.terms) > mostAlike)) taken.push(each);
  }
  return taken.toSorted((one, other) => one.index - other.index);
}

const mostAlike = 0.35;

/**
 * The sentence that tells most of what somebody says in a session, by its index; null where none can be read alone. As in
 * H. P. Edmundson, New Methods in Automatic Extracting (1969): the words they come back to, those of the title, phrases that
 * mark a main point, and where it stands, at the beginning or the end of what they say. The weights are our own.
 */
export function mostTelling(
  names: Set<string>,
  reading: Reading,
  isMeant: (sentence: string) => boolean = () => true,
): number | null {
  const { sentences, session } = reading;
  const title = new Set(termsOf(session.title));
  const own = [...sentences.keys()].filter((index) => names.has(sentences[index]!.speaker ?? ''));
  const uses = new Map<string, number>();
  for (const index of own) for (const term of sentences[index]!.terms) uses.set(term, (uses.get(term) ?? 0) + 1);
  const places = new Map(own.map((index, at) => [index, at / own.length]));
  let best: { index: number; worth: number } | null = null;
  for (const { index, terms } of tellingSentences(reading)) {
    const at = places.get(index);
    const { text } = sentences[index]!;
    if (at === undefined || introduces(text) || runsOn.test(text) || !isMeant(text)) continue;
    let key = 0;
    for (const term of terms) key += Math.log(uses.get(term)!) + (title.has(term) ? ofTitle : ownWord);
    const worth = (key / Math.sqrt(terms.size + few)) * cueOf(text) * placeCounts(at);
    if (!best || worth > best.worth) best = { index, worth };
  }
  return best?.index ?? null;
}

/** What a word counts that they say once. */
const ownWord = 0.3;
const ofTitle = 1.5;
/** Of the sentences of a speaker, from 0 to 1. */
const placeCounts = (place: number) => (place > 0.8 ? 1.3 : place < 0.2 ? 1.1 : 1);

function cueOf(sentence: string): number {
  if (mainPoint.in(textOf(sentence))) return 2;
  return example.in(textOf(sentence)) ? 0.6 : claims(sentence) ? 1.2 : 1;
}

function overlap(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((term) => other.has(term)).length;
  return shared / Math.min(one.size, other.size);
}

export const claims = (sentence: string) => claim.in(textOf(sentence));
export const gives = (sentence: string) => /\p{N}{2}|\d[.,]\d/u.test(sentence) || example.in(textOf(sentence));
export const leavesOpen = (sentence: string) => open.in(textOf(sentence));
export const startles = (sentence: string) => startling.in(textOf(sentence));

const ofSpeech = phrases({
  lines: `
    (my name is|i am from|i m from|on behalf of|let me|i would like to (share|thank|start|talk|speak|give|dwell|highlight|mention))
    (i will|i ll|i am going to|i m going to) (be|speak|talk|share|skip|start|go|say|conclude|end)
    (thank you|good morning|good afternoon|ladies and gentlemen|welcome)
    (we move|move) (on|to) the (next|second|first)`,
});
const mainPoint = phrases({
  lines: `
    (my|our) [very] (main|key|last|final|central|first|biggest|greatest|overall) (point|message|concern|recommendation|conclusion|request|aim|goal)
    (my|our) (recommendation|conclusion|position|message|concern|view|belief|conviction|appeal|call)
    (i|we) [very|strongly|also|really|would|therefore] (recommend|propose|urge|advocate|call on|call for|appeal|insist|oppose|reject)
    (i|we) [very|strongly|also|really|fully|firmly] (support|believe|agree)
    (we|countries|governments) [all|also|really] (should|must|need to|have to|shall)
    the (purpose|aim|goal|objective|idea) [of * *] is
    [looking|going] (ahead|forward) ,
    (in conclusion|to conclude|to sum up|in short|finally) ,
    the (only|real|main|biggest|greatest|fundamental|key) * [*] [*] (is|are)`,
});
const claim = phrases({
  lines: `
    (should|must|need to|needs to|have to|has to|ought to|cannot)
    (important|essential|crucial|vital|necessary|key|challenge(s)|problem(s)|risk(s)|opportunit*|concern(s)|fundamental)
    (because|therefore|thus|leads to|led to|creates|create|causes|enables|enable|allows|helps|ensure(s))
    (i|we) (think|believe|see|find|argue|propose|recommend|suggest|know)
    (more|less|higher|lower|better|worse|faster|most) * than
    (is|are) [very|so|not] [only] (about|a|the|an)`,
});
const example = phrases({
  lines: '(for example|for instance|such as|in the case of|we (built|developed|counted|found|saw|measured))',
});
const open = phrases({
  lines: `
    (not|un) [yet] (clear|clearly defined|decided|known|settled|resolved|agreed)
    (unclear|unresolved|open question|remains open|remains to be seen)
    (we|i) (don t|do not|cannot) [really] (know|have a good|have an answer|measure|agree)
    (should|need to|must|have to) (clarify|define|decide|discuss|find out|think about)
    who (controls|pays|decides|will take care)`,
});
const startling = phrases({
  lines: `
    (however|paradox*|ironic*|irony|surpris*|strange|on the contrary|the opposite|yet)
    (imagine|what if|as if|nobody|no one|never|not only)
    (times|fold) (more|less|higher|larger|faster|the)
    (is|are|was) (like|as) (a|an|the)
    the (only|real|true|biggest|greatest|fundamental) (question|problem|challenge|danger|risk|issue|reason|one)`,
});
