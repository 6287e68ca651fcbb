/** Which place of a list a sentence says that it has. */
import { lastlyElsewhere, ordinalsElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import type { ReadSentence } from '../../retrieval/reading.ts';

/** 1 of "First, …", 0 of "Finally, …", which is the next one; null where a sentence is not numbered. */
export function ordinalOf({ text }: Pick<ReadSentence, 'text'>): number | null {
  const beginning = textOf(text.slice(0, longestBeginning));
  const at = ordinals.findLastIndex((ordinal) => ordinal.in(beginning));
  if (at >= 0) return at + 1;
  return last.in(beginning) ? 0 : null;
}

const longestBeginning = 60;
const before = '[and|so|then|now|but|well|of course] [,] [second ,]';
const thing =
  'element|point|principle|one|thing|reason|part|step|challenge|problem|pillar|question|priority|is|of|we|i|it|and';
const ordinal = (words: string) => ({
  lines: `^ ${before} [the|my|our] (${words}) =(,|{thing}|[*] {thing})`,
  lists: { thing },
});
const ordinals = [
  'first|firstly|first of all|number one',
  'second|secondly|number two',
  'third|thirdly|number three',
  'fourth|fourthly|number four',
  'fifth|fifthly|number five',
  'sixth|sixthly',
  'seventh|seventhly',
].map((words, place) => phrases(ordinal(words), ...ordinalsElsewhere(place)));
const last = phrases(ordinal('finally|lastly|last'), ...lastlyElsewhere());
