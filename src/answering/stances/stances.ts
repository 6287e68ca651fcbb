/**
 * Where somebody stands on a matter, read from a sentence alone: only where its words beside the matter say so. To speak of
 * it is no position, to ask is none, and to tell what others say is none either.
 */
import { isInQuotation } from '../talk/in-quotation.ts';
import { asks, givesFloor } from '../talk/replies.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { blanked, phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf, type Text } from '../../words/text-words.ts';
import { markedWordsIn } from '../../words/quotations-in.ts';

export type Stance = 'for' | 'against' | 'conditions';

/** Null where the words bear out none. */
export function stanceIn(reading: Reading, index: number, matter: Set<string>): Stance | null {
  const own = ownWordsIn(reading, index);
  if (own === null) return null;
  const beside = besideMatter(own, matter);
  if (beside.some(({ before }) => supposed.in(before))) return null;
  if (beside.some(({ before, after }) => opposes.in(before) || isBad.in(after))) return 'against';
  if (!beside.some(({ before, after }) => supports.in(before) || isGood.in(after))) return null;
  return conditions.in(textOf(own)) ? 'conditions' : 'for';
}

/** The sentence without what it quotes; null where it asks, or tells what others say. */
export function ownWordsIn(reading: Reading, index: number): string | null {
  const sentence = reading.sentences[index]!;
  if (asks(sentence) || givesFloor(sentence.text) || isInQuotation(reading, sentence)) return null;
  // What is quoted within it is somebody else's.
  const own = markedWordsIn(sentence.text).reduce((text, quoted) => blanked(text, quoted), sentence.text);
  const all = textOf(own);
  return others.in(all) || disclaimed.in(all) ? null : own;
}

/** What stands right before and after each run of the matter's words: "good, as long as it does not end in a tax" is no praise of the tax. */
function besideMatter(sentence: string, matter: Set<string>): { before: Text; after: Text }[] {
  const { words } = textOf(sentence);
  const isOfIt = words.map(({ word }) => termsOf(word).some((term) => matter.has(term)));
  return words.flatMap((word, at) => {
    if (!isOfIt[at] || isOfIt[at - 1]) return [];
    const past = isOfIt.indexOf(false, at);
    const last = past < 0 ? words.length - 1 : past - 1;
    const first = words[Math.max(0, at - wordsBefore)]!;
    const furthest = words[Math.min(words.length - 1, last + wordsAfter)]!;
    return [
      {
        before: textOf(sentence.slice(first.start, word.start)),
        after: textOf(sentence.slice(words[last]!.end, furthest.end)),
      },
    ];
  });
}

const wordsBefore = 8;
const wordsAfter = 7;

const lists = {
  acting: `strengthen|promote|support|build|develop|encourage|adopt|introduce|expand|enhance|increase|ensure|advance|deepen
    |protect|keep|have|invest in|advocate`,
  very: 'also|fully|strongly|very much|completely|therefore|do|would|really|firmly|wholly|all|always|both|must|should|can',
  being: 'is|are|remains|remain|becomes|be|was',
  good: `important|essential|crucial|vital|necessary|key|needed|urgent|indispensable|fundamental|critical|the right way|a must|welcome
    |useful|valuable`,
  /** Who somebody speaks for. */
  ours: `government|delegation|country|agency|organisation|organization|group|union|members|party|company|region|city
    |village|town|office|department|ministry|institution|council|board|association|federation|foundation|community|side|position|view`,
  backs: 'supports|support|endorses|endorse|welcomes|welcome|backs|back|favours|favors|advocates|recommends',
  /** "An important question" is no praise of what it is about. */
  topics: 'question|issue|topic|matter|subject|point|debate|discussion|challenge|problem|theme|item|concern',
  bad: 'wrong|dangerous|harmful|mistake|premature|bad idea|unacceptable|too early|too dear|too costly',
  backing: `support|endorse|welcome|back|favour|favor|advocate|agree with|agree on|subscribe to|recommend|propose|encourage|promote
    |stand for|advocate for|commit to|call for|plead for|strengthen|want|believe in|need`,
};
const supports = phrases(
  {
    lines: `
      (i|we) [{very}] [{very}] ({backing})
      (i|we) [{very}] (are|am) [{very}] (for|in favour of|in favor of|committed to|convinced of|dedicated to)
      (my|our) ({ours}) [{very}] [{very}] ({backs})
      (i|we) (can|could|will|would) [also|gladly|well] (accept|agree to|live with)
      (i|we|my government|our delegation) (would|will) be (glad|happy|pleased) to see
      in (favour|favor) of
      (the need [also] for|importance of|call for|committed to|commitment to|benefits of)
      (i|we|one|governments|countries|everyone) [{very}] (should|must|have to|shall|ought to|need to) [also] [continue to] [be] ({acting})
      (nous|je) (soutenons|soutiens|appuyons|appuie|saluons|préconisons)
      (apoyamos|apoyo|respaldamos)`,
    lists,
  },
  {
    lines: `
      (поддерживаем|поддерживаю)
      (支持|赞成|赞同)
      (نؤيد|أؤيد|ندعم)`,
    beyondLatin: true,
  },
);
const opposes = phrases(
  {
    lines: `
      (i|we|my government|our delegation) [{very}] [{very}] (oppose|reject|refuse|resist|object to|condemn)
      (am|are|is|be|stand|speak|spoke|voted|vote|argue|argued) [{very}] (against|opposed to)
      (not|cannot|never|don t|doesn t|can t|won t|do not) [to] [be] [*] (want|support|agree|accept|favour|favor|endorse|approve|believe in|need|look for
        |call for|seek|welcome|recommend|advocate)
      (not|never) [*] in (favour|favor) of
      (my|our) ({ours}) [{very}] [{very}] (opposes|rejects|refuses|resists|objects to|condemns)
      no (need|place|room|case) (for|of|to)
      (nous|je) (rejetons|rejette|refusons|refuse)
      (rechazamos|rechazo)`,
    lists,
  },
  {
    lines: `
      (отвергаем|не поддерживаем)
      (反对|不支持)
      (نرفض|نعارض)`,
    beyondLatin: true,
  },
);
const isGood = phrases({
  lines: `
    ^ [*] [*] [*] ({being}) [{very}] [so|most|more|extremely|absolutely|such] [a|an] ({good}) !({topics})
    ^ [*] [*] [*] ({being}) a (good|great) (idea|thing|solution)
    ^ [*] [*] (should|must|has to|have to|shall|ought to) be (kept|built|adopted|strengthened|supported|promoted|introduced|extended)`,
  lists,
});
const isBad = phrases({
  lines: `
    ^ [*] [*] [*] ({being}) [{very}] [a|an|the] [very|too] ({bad})
    ^ [*] [*] [*] ({being}) not (the right (way|answer|path|instrument|tool)|the answer|the way|a (good|great) (idea|thing|solution)
      |needed|necessary|acceptable|welcome|wanted)
    ^ [*] [*] (should|must|can|shall|ought to|cannot) [not|never] be (stopped|ended|abandoned|dropped|avoided|withdrawn|banned)`,
  lists,
});
const conditions = phrases({
  lines: `
    (only|but only) (if|when|where|with|after|once)
    (provided|providing) [that]
    on [the|one] condition
    (as|so) long as
    (unless|insofar as|subject to)
    (if|when) and only (if|when)`,
});
/** What is only supposed, or asked for, is no position: "if we want to have a levy". */
const supposed = phrases({
  lines: '!(only) (if|whether|unless|suppose|supposing|assuming) (we|i|you|they|somebody|someone|people|there)',
});
/** "I would not say that I am against it." */
const disclaimed = phrases({
  lines: `
    (not|never|don t|doesn t|didn t|wouldn t) (say|saying|said|claim|claiming|mean|mean to say|suggest|suggesting|pretend) [that]
    (not|far) (convinced|sure|certain|persuaded) [that|whether|if]`,
});
/** What somebody tells of others is no position of theirs. */
const others = phrases({
  lines: `
    (he|she|they|some|others|many|people|critics|opponents|somebody|someone) [also|often|have|has|may|might|will] (say|says|said|argue|argues|argued
      |claim|claims|claimed|believe|believes|think|thinks|tell|told|ask|asks)
    according to`,
});

/** The phrases of it: the first two stand before the matter, the next two begin right after it. */
export const says = { supports, opposes, isGood, isBad, conditions };
