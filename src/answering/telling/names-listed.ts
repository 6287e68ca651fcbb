/** A list of names that is asked for: "List the areas that are pathfinders", and whether words give more than one. */
import { phrases } from '../../words/matcher.ts';
import { properRuns, tokensOf } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { regionsIn } from '../names/regions.ts';

export const asksListOfNames = phrases({
  lines: `
    ^ [and|but|so] [please|can you|could you] (list|name|enumerate) [me|us|for me] [all] [of] [the|some|any|#|two|three|four|five] [*] ({named})
    ^ [and|but|so] [please|can you|could you] (give|show|send) [me|us] (a|the) list of [all] [the] [*] ({named})`,
  lists: {
    named: `areas|countries|cities|towns|villages|places|regions|states|counties|provinces|islands|councils|companies|firms|brands
      |universities|organisations|organizations|institutions|names`,
  },
});

/** At least two names, or countries, beside the question's own. */
export function listsNames(said: string, question: string): boolean {
  const asked = new Set(termsOf(question));
  const isNew = (name: string) => termsOf(name).some((term) => !asked.has(term));
  const regions = new Set(regionsIn(said, null).map(({ name }) => name));
  if ([...regions].filter(isNew).length >= fewestListed) return true;
  // Where it is followed by another, what begins a sentence is a name.
  const runs = properRuns(tokensOf(said).filter(({ raw }) => !isNoName.has(raw)));
  const names = new Set(
    runs
      .filter((run) => run.length > 1 || run[0]!.start > 0 || followedByAnother.test(said))
      .map((run) => said.slice(run[0]!.start, run.at(-1)!.end)),
  );
  return [...names].filter(isNew).length >= fewestListed || [...names].some((name) => name.includes(' and '));
}

const fewestListed = 2;
const followedByAnother = /^\p{Lu}\S*(?:,| and) \p{Lu}/u;
const isNoName = new Set(
  `I I'm I've I'd I'll January February March April May June July August September October November December
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Chair Minister Mr Mrs Ms Dr So And But Yes No Well Yeah Okay`.split(
    /\s+/u,
  ),
);
