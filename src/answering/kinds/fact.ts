/** "How much does a station cost?": the figure first, in whose words it is, then who else spoke of it. */
import { choose, choosingFor, further } from '../choose.ts';
import { figureIn } from '../figure.ts';
import { numbered, type Kind, type Made } from './kind.ts';
import { spokeOfThis } from './said.ts';

export const fact: Kind = {
  isAskedBy: ({ wants, words }) => wants === 'number' && words !== '',

  async answer(asked): Promise<Made | null> {
    const { inquiry, people, say } = asked;
    const { places } = await asked.looked();
    const quotes = choose(places, choosingFor(inquiry, false, people.length > 0));
    const [first] = quotes;
    if (!first) return null;
    const figure = figureIn(first.text, inquiry.question, first.repliesTo?.text);
    // Further words of the same speaker stand below with theirs.
    const others = numbered(quotes).filter(({ n, speaker }) => n > 1 && speaker !== first.speaker);
    const text =
      figure === null
        ? spokeOfThis(quotes, say)
        : [
            say('figureOf', { figure: figure.charAt(0).toUpperCase() + figure.slice(1), name: say.called(first) }),
            others.length > 0 ? say('moreOnThis', { names: say.names(others) }) : '',
          ]
            .join(' ')
            .trim();
    return { text, quotes, report: [], rest: further(places, quotes), isOpen: true, marked: true };
  },
};
