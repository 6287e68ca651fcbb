/** "Does Okafor see drones only as something good?": what tells of the other side of it, in their words. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { kindredOf } from '../matter/called-otherwise.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { mostSessions, sentencesOf } from '../hear.ts';
import { asks } from '../talk/replies.ts';
import { foundByWords } from '../nearest.ts';
import { namesAsked, nothingCertain, onlyNear, type Kind, type Made } from './kind.ts';
import { spokeOfThis } from './said.ts';

export const oneSided: Kind = {
  isAskedBy: ({ quotation, asksWho, yesNo, speakers, question }) =>
    quotation === null && !asksWho && yesNo && speakers.length === 1 && asksOneSide.in(textOf(question)),

  /** Resolves to null where they tell of one side alone. */
  async answer(asked): Promise<Made | null> {
    const { inquiry, people, spokenIn, ground, say } = asked;
    const matter = [...new Set(termsOf(inquiry.words))].filter((term) => !asking.has(term));
    if (people.length === 0 || matter.length === 0) return null;
    const ways = matter.flatMap((term) => kindredOf(term));
    const other = asksOfGood.in(textOf(inquiry.question)) ? tellsBad : tellsGood;
    const found: { quote: Made['quotes'][number]; namesTwo: boolean }[] = [];
    for (const reading of await readingsOf(spokenIn.slice(0, mostSessions), ground)) {
      const isTheirs = sentencesOf(people, reading);
      for (const [index, sentence] of reading.sentences.entries()) {
        if (!isTheirs(sentence) || asks(sentence) || !ways.some((way) => sentence.terms.has(way))) continue;
        const text = textOf(sentence.text);
        const namesTwo = tellsBoth.in(text);
        if (namesTwo || other.in(text))
          found.push({ quote: quoteOfRun(reading, { first: index, last: index }), namesTwo });
      }
    }
    const quotes = found.filter(({ namesTwo }) => namesTwo).map(({ quote }) => quote);
    const others = found.filter(({ namesTwo }) => !namesTwo).map(({ quote }) => quote);
    // Who names the other side alone may do so in passing.
    if (quotes.length === 0)
      return others.length === 0
        ? null
        : onlyNear(nothingCertain(asked, namesAsked(asked)), foundByWords(others.slice(0, mostShown)), say);
    const shown = quotes.slice(0, mostShown);
    return {
      text: spokeOfThis(shown, say),
      quotes: shown,
      report: [],
      rest: [...quotes.slice(mostShown), ...others],
      marked: true,
    };
  },
};

const mostShown = 2;

const lists = {
  only: 'only|solely|just|purely|entirely|wholly|simply|merely|exclusively|nothing but',
  good: `good|positive|positively|beneficial|benefit(s)|blessing|opportunity|opportunities|helpful|useful|harmless|safe|optimistic|enthusiastic|promising
    |advantage(s)`,
  bad: `bad|negative|negatively|harmful|dangerous|danger(s)|risk(s)|threat(s)|curse|problem(s)|burden|pessimistic|critical|disadvantage(s)
    |downside(s)|drawback(s)`,
};
const asksOneSide = phrases({
  lines: `
    ({only}) [*] [*] [*] [*] ({good}|{bad})
    ({good}|{bad}) ({only})
    (see|sees|saw|find|finds) (no|any) [*] [*] ({good}|{bad}|harm|limits|downside(s)|drawback(s)) (in|to|of|with|from) *`,
  lists,
});
const asksOfGood = phrases({
  lines: `({only}) [*] [*] [*] [*] ({good})\n({good}) ({only})\n(no|any) [*] [*] ({bad}|harm|limits)`,
  lists,
});
/** Words of the question that are of no matter. */
const asking = new Set(
  termsOf(`only solely just purely entirely wholly simply merely exclusively nothing something thing view see think consider regard describe present
    good positive positively beneficial benefit blessing opportunity helpful useful harmless safe optimistic enthusiastic promising advantage
    bad negative negatively harmful dangerous danger risk threat curse problem burden pessimistic critical disadvantage downside drawback harm limits`),
);

const tellsBoth = phrases({
  lines: `
    double edged
    two (sided|edged)
    (both|not (only|just|all)) [*] [*] [*] (good|positive|benefits|opportunities|advantages|pros)
    (good|positive|benefits|opportunities|promise|advantages) … (but|and) … (bad|harm|harms|negative|risks|dangers|threats|misuse|misused)`,
});
const tellsBad = phrases({
  lines: `(risk(s)|danger(s)|dangerous|harm(s)|harmful|misuse|misused|abuse|abused|threat(s)|threaten(s)|downside(s)|drawback(s)|disadvantage(s)|bad|negative
    |worry|worries|worried|concern(s)|concerned)`,
});
const tellsGood = phrases({
  lines: `(benefit(s)|beneficial|opportunity|opportunities|positive|help(s)|helpful|useful|advantage(s)|promise|promising|blessing|improve(s)|valuable)`,
});
