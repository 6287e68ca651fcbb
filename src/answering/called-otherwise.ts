/** What a question calls in one way and speakers in another, in English: "young people" and "the youth", "not enough" and "a shortage of". */
import type { OtherWords } from '../retrieval/stands-for.ts';
import { phrases } from '../words/matcher.ts';
import { termsOf } from '../words/terms.ts';
import { textOf } from '../words/text-words.ts';

/** Of the words in a question that stand for such a thing, what else it is called. */
export function calledOtherwise(words: string): OtherWords[] {
  const text = textOf(words);
  return things.flatMap(({ said, others }) =>
    said.all(text).flatMap(({ start, end }) => {
      const asked = termsOf(words.slice(start, end));
      const other = others.filter((term) => !asked.includes(term)).map((term) => [term]);
      return asked.map((term) => ({ terms: [term], others: other }));
    }),
  );
}

const things = [
  // What there is too little of.
  [
    '(not enough|too few|too little|lack|lacks|lacking|shortage|shortages|scarcity|insufficient)',
    'lack shortage scarcity insufficient',
  ],
  ['(young people|young persons|youngsters|the young|youth)', 'youth young youngster'],
  ['(old people|older people|the elderly|elderly|seniors|older persons)', 'elderly senior older'],
  ['(specialist(s)|expert(s)|talents|skilled (people|workers|staff))', 'specialist expert talent'],
  ['(the|a|this|that|their|his|her|joint|recent|new) (study|research|survey)', 'study research survey'],
].map(([lines, others]) => ({ said: phrases({ lines: lines! }), others: termsOf(others!) }));
