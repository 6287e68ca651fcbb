/** Parts of society that many speak for and nobody is called by: "the private sector", "civil society". */
import { phrases } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';

/** Whoever works for a firm may speak for the private sector, so that nobody can be said not to. */
export function isSector(phrase: string): boolean {
  return sectors.in(textOf(phrase));
}

/** "What did the academics say about tides?": the words that ask it of a part of society; null where a question does not. */
export function sectorAsked(question: string): { start: number; end: number } | null {
  return asksSector.first(textOf(question));
}

const lists = {
  sector: `sector|industry|industries|business|businesses|academia|academics|civil society|technical community|governments|youth|media
      |think tanks|donors|ngos|science`,
};
const sectors = phrases({ lines: '^ [the] [*] {sector} [community|representative(s)] $', lists });
const asksSector = phrases({
  lines: `
    ^ [and|but|so] what (did|do|does) [the] [private|technical] ({sector}|companies|firms) [community|representative(s)] =({saying})`,
  lists: {
    ...lists,
    saying: '~say|~think|~want|~recommend|~propose|~suggest|~ask|~call|~demand|~warn|~criticise|~criticize|~promise',
  },
});
