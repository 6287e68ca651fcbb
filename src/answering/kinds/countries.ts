/** "Which countries are in the group?": those that are named together where it is spoken of, the names first. */
import { fold, properNamesIn, regions } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { quoteOfRun } from '../choose.ts';
import { numbered, type Kind, type Made } from './kind.ts';

export const countries: Kind = {
  isAskedBy: ({ wants, kind, words, asksWho }) =>
    (wants === 'list' || wants === 'name' || asksWho) && termsOf(kind).some((term) => asking.has(term)) && words !== '',

  async answer(asked): Promise<Made | null> {
    const { say } = asked;
    const { places } = await asked.looked();
    const naming = places
      .map((place) => ({ place, named: regionsIn(place.sentence.text) }))
      .filter(({ named }) => named.length >= leastNamed)
      .toSorted((one, other) => other.named.length - one.named.length);
    const [first] = naming;
    if (!first) return null;
    const quotes = naming
      .slice(0, mostShown)
      .map(({ place: { reading, index } }) => quoteOfRun(reading, { first: index, last: index }));
    const [mark] = numbered(quotes);
    return {
      text: say('named', { items: say.listed(first.named), name: say.called(mark!) }),
      quotes,
      report: [],
      marked: true,
    };
  },
};

const asking = new Set(termsOf('country countries nation nations state states'));
const leastNamed = 2;
const mostShown = 2;

function regionsIn(text: string): string[] {
  // A list has no verb between its names, so that they may be read as one.
  const names = text.split(/[,;:.]|\band\b/u).flatMap((part) => properNamesIn(part));
  return [...new Set(names.map((name) => name.replace(/^the\s+/iu, '')))].filter((name) => regions().has(fold(name)));
}
