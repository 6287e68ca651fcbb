/** Parts of society that many speak for and nobody is called by: "the private sector", "civil society". */
import { phrases } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';

/** Whoever works for a firm may speak for the private sector, so that nobody can be said not to. */
export function isSector(phrase: string): boolean {
  return sectors.in(textOf(phrase));
}

const sectors = phrases({
  lines: '^ [the] [*] {sector} [community|representative(s)] $',
  lists: {
    sector: `sector|industry|industries|business|businesses|academia|academics|civil society|technical community|governments|youth|media
      |think tanks|donors|ngos|science`,
  },
});
