/** "And this is what they said.", "Let us compare.": what a sentence announces is quoted with it. */
import type { Reading } from '../../retrieval/reading.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import type { Run } from '../talk/replies.ts';
import { ordinalOf } from './ordinals.ts';

/** The run with what its last sentence announces in the same turn, as far as a quote may be long. */
export function withAnnounced({ sentences }: Pick<Reading, 'sentences'>, { first, last }: Run): Run {
  const { turn, start } = sentences[first]!;
  const fits = (index: number) => sentences[index]?.turn === turn && sentences[index].end - start <= longest;
  let at = last;
  while (at > first && ordinalOf(sentences[at]!) !== null) at -= 1;
  const announcing = sentences[at]!.text;
  let until = last;
  if (announcesList.in(textOf(announcing)) || announcesNext(announcing)) {
    // Of a list its numbered parts, one after the other.
    while (fits(until + 1) && ordinalOf(sentences[until + 1]!) !== null) until += 1;
    if (until === at && announcesNext(announcing) && fits(last + 1)) until = last + 1;
  }
  return { first, last: until };
}

function announcesNext(sentence: string): boolean {
  return /[:：]$/u.test(sentence.trim()) || announces.in(textOf(sentence));
}

/** In characters. */
const longest = 700;
const announces = phrases({
  lines: `
    ^ [and|so|now|but|well|then|or] [,] (these|here|this) (are|is) [{whose}] [*] {told} $
    ^ [and|so|now|but|well|then] (let s|let us|let me|i will|i ll) [just|now|also] {tells} [*] [*] $
    [let me|i will|i ll|i] give [you] [just] (an|one|a few|some|two|three) [*] example(s) $
    (as follows|the following [*]|for example|for instance|namely|such as) $`,
  lists: {
    tells: '(compare|look at|contrast|explain|illustrate|quote|read)',
    whose: 'the|their|his|her|our|my|your|its|some of [the|their|our]|what|how|why',
    told: `(feedback(s)|comment(s)|reaction(s)|result(s)|finding(s)|answer(s)|repl(y|ies)|number(s)|figure(s)|reason(s)|example(s)|word(s)|point(s)|fact(s)
      |condition(s)|demand(s)|recommendation(s)|proposal(s)|suggestion(s)|option(s)|step(s)|question(s)|priorities|lesson(s)|conclusion(s)
      |what [*] [*] (say|said|told|found|wrote|want|propose|mean)|why|how)`,
  },
});
/** "There are three reasons." */
const announcesList = phrases({
  lines: '(two|three|four|five|six|several|some|a few|a couple of|the following) [*] [*] {things} …6 $',
  lists: {
    things: `(reasons|points|things|ways|steps|challenges|problems|obstacles|conditions|questions|priorities|principles|proposals|lessons|pillars|parts
      |elements|recommendations|demands|goals|risks|gaps|issues|findings|examples|aspects|factors|measures|options|ideas|suggestions)`,
  },
});
