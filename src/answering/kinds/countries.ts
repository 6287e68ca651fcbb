/** "Which countries are in the group?": those that are named together where it is spoken of, the names first. */
import { quoteOfRun } from '../choose.ts';
import { asksCountries, regionsIn } from '../regions.ts';
import { numbered, type Kind, type Made } from './kind.ts';

export const countries: Kind = {
  isAskedBy: (inquiry) => asksCountries(inquiry) && inquiry.words !== '',

  async answer(asked): Promise<Made | null> {
    const { say } = asked;
    const { places } = await asked.looked();
    const naming = places
      .map((place) => ({ place, named: countriesIn(place.sentence.text) }))
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

const leastNamed = 2;
const mostShown = 2;

function countriesIn(text: string): string[] {
  const named = regionsIn(text, null).filter(({ end }) => !isOfLonger.test(text.slice(end)));
  return [...new Map(named.map(({ code, start, end }) => [code, text.slice(start, end)])).values()];
}

/** China Mobile is no country. */
const isOfLonger = /^[ -]\p{Lu}/u;
