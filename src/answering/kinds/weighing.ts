/** "Is Ruiz for or against the levy?", where they are for neither: what weighs the two comes first, and that neither is said plainly. */
import type { Inquiry } from '../../asking/asked.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { choose, choosingFor, quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions, sentencesOf } from '../hear.ts';
import { kindredOf } from '../matter/called-otherwise.ts';
import { overlaps } from '../nearest.ts';
import { asks } from '../talk/replies.ts';
import { sureStanceIn } from '../stances/sure-stance.ts';
import { numbered, type Kind, type Made } from './kind.ts';
import { matterWithout } from './stance.ts';

export const weighing: Kind = {
  isAskedBy: ({ asksFor, asksWho, quotation, yesNo, speakers, question }: Inquiry) =>
    quotation === null &&
    !asksWho &&
    speakers.length === 1 &&
    (yesNo
      ? asksFor.has('opinion') || asksFor.has('against') || asksFor.has('support')
      : asksStance.in(textOf(question))),

  async answer(asked): Promise<Made | null> {
    const { inquiry, people, spokenIn, ground, say } = asked;
    const matter = [...new Set(termsOf(matterWithout(inquiry.words)))].filter((term) => !naming.has(term));
    if (people.length === 0 || matter.length === 0) return null;
    const ways = matter.map((term) => kindredOf(term));
    const quotes: Made['quotes'] = [];
    for (const reading of await readingsOf(spokenIn.slice(0, mostSessions), ground)) {
      const isTheirs = sentencesOf(people, reading);
      const theirs = [...reading.sentences.keys()].filter((index) => isTheirs(reading.sentences[index]!));
      // Whoever takes a side in so many words does not weigh.
      if (theirs.some((index) => sureStanceIn(reading, index, matter) !== null)) return null;
      const inTurn = (turn: number) => theirs.filter((index) => reading.sentences[index]!.turn === turn);
      const says = (index: number, each: string[]) => each.some((way) => reading.sentences[index]!.terms.has(way));
      for (const index of theirs) {
        const sentence = reading.sentences[index]!;
        const isOnIt = ways.some((each) => says(index, each));
        const isOfIt = ways.every((each) => inTurn(sentence.turn).some((at) => says(at, each)));
        if (isOnIt && isOfIt && !asks(sentence) && weighs.in(textOf(sentence.text)))
          quotes.push(quoteOfRun(reading, { first: index, last: index }));
      }
    }
    if (quotes.length === 0) return null;
    const { places } = await asked.looked();
    const also = choose(places, choosingFor(inquiry, false, true)).filter(
      (quote) => !quotes.some((each) => overlaps(each, quote)),
    );
    // What names the two tells more than what only says that they must be weighed.
    quotes.sort((one, other) => Number(namesTwo(other.text)) - Number(namesTwo(one.text)));
    const weighed = quotes.slice(0, mostShown);
    const text = say('neitherPlainly', { names: say.names(numbered(weighed)) });
    return { text, quotes: weighed, report: [], rest: [...quotes.slice(mostShown), ...also], marked: true };
  },
};

const namesTwo = (text: string) => both.in(textOf(text));
const both = phrases({ lines: '(between|entre|между|بين) … (and|y|et|и|other)\n(neither|not) … (nor|or) against' });

const mostShown = 2;
const naming = new Set(termsOf('position stance view views opinion attitude stand more less further'));
const asksStance = phrases({ lines: '(position|stance|attitude|~stand) (on|to|towards|toward|regarding|about)' });

/** Two things are held against each other, by who would have both. */
const weighs = phrases({
  lines: `
    (find|finding|strike|striking|seek|seeking|need|needs|keep|keeping|right|appropriate|proper|careful|fair|good|be|is) [*] [*] [*] balance
    (balance|balancing|trade off|tradeoff) [*] [*] between
    (neither|not) [*] (for|in (favour|favor) of) [*] [*] [*] [*] (nor|or) against
    (middle|third) (ground|way|path|course)
    (équilibre|équilibrer|equilibrio|equilibrar|баланс*|равновес*|平衡|توازن|التوازن)`,
});
