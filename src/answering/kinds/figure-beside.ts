/** A figure beside what was quoted, where none of the words is there: "50 engineers" for "How many people came?" */
import type { Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { phrases } from '../../words/matcher.ts';
import { properNamesIn } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { placedAmounts } from '../figures/amounts.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { comings } from '../figures/comings.ts';
import { figureIn } from '../figures/figure.ts';
import { asksTimes } from '../telling/may-tell.ts';
import type { Heard } from '../hear.ts';
import { saysAll } from '../judge.ts';
import { farther, likeOf, mostAway, type Spot } from '../quoted-ground.ts';
import type { Asked } from './kind.ts';

interface FigureFound {
  quote: Omit<Quote, 'n'>;
  /** It counts what is asked for in so many words, wherever it was said. */
  isCounted: boolean;
}

export async function figureBeside(spots: Spot[], own: string, asked: Asked): Promise<FigureFound | null> {
  const { inquiry, ground } = asked;
  if (inquiry.wants !== 'number') return null;
  // What is asked may be said elsewhere in so many words; one alone, such as "came", is said everywhere.
  const { heard } = await asked.looked();
  const isOfMore = termsOf(own).length > 1;
  if (isOfMore && saysAll(heard)) return null;
  const quote = countedIn(heard, own, inquiry);
  if (quote) return { quote, isCounted: true };
  // What is counted is spoken of there, and not counted.
  if (!isOfMore && spots.some(({ share }) => share > 0)) return null;
  // "How many came to Varn?" is of what was quoted only where Varn is named there.
  if (namesOther(own, spots)) return null;
  const like = await likeOf(spots, own, ground);
  // "How much would it cost?" is told by no figure of something else.
  const isOfTimes = asksTimes.in(textOf(inquiry.question));
  const isOfIt = (spot: Spot) =>
    (!isOfTimes || spot.away === 0) && (spot.share > 0 || termsOf(own).every((term) => comings.has(term)));
  const near = spots.filter(
    (spot) =>
      // "How many came?" is of what was quoted, "How many lamps were bought?" only where it is near in meaning.
      Math.abs(spot.away) <= mostAway &&
      isOfIt(spot) &&
      isCounted(spot, inquiry) &&
      (!isOfMore || like.get(spot)! >= leastLike),
  );
  // A figure in digits counts more often than a small number in words.
  const nearness = (spot: Spot) =>
    (/\d/.test(textOfSpot(spot)) ? inDigitsCounts : 0) + like.get(spot)! - Math.abs(spot.away) * farther;
  const [best] = near.toSorted((one, other) => nearness(other) - nearness(one));
  if (!best) return null;
  return { quote: quoteOfRun(best.reading, { first: best.index, last: best.index }), isCounted: false };
}

const inDigitsCounts = 1;
/** In usual differences of meaning. */
const leastLike = 0.75;

const textOfSpot = ({ reading, index }: Spot) => reading.sentences[index]!.text;

/** How many are there is told by what counts something, and not by a sum or a span. */
function isCounted(spot: Spot, { question }: Inquiry): boolean {
  if (!asksHowMany.in(textOf(question)) || asksTimes.in(textOf(question))) return spot.tells;
  const text = textOfSpot(spot);
  return placedAmounts(text).some(
    ({ value, unit, start, end }) =>
      unit === '' &&
      !/\p{L}$/u.test(text.slice(0, start)) &&
      /^\d+(?:\.\d+)?$/.test(value) &&
      Number(value) > 1 &&
      counted.test(text.slice(end)),
  );
}

const asksHowMany = phrases({ lines: 'how (many|often)' });

/** A plural follows the figure: "50 engineers", "ten industrial companies". */
const counted = /^(?:\s+\p{L}+){0,2}?\s+(?:\p{L}{3,}s|people|children|men|women)\b/u;

/** Whether the question has a name of its own that no turn which was quoted has. */
function namesOther(own: string, spots: Spot[]): boolean {
  const said = new Set(spots.flatMap(({ reading, index }) => [...reading.sentences[index]!.terms]));
  return properNamesIn(own).some((name) => termsOf(name).some((term) => !said.has(term)));
}

/** Where what is counted is said with its figure: "46 lawsuits" for "How many lawsuits are there?" */
function countedIn(heard: Heard[], own: string, { question }: Inquiry): Omit<Quote, 'n'> | null {
  const known = new Set(termsOf(own));
  const place = heard
    .flatMap(({ places }) => places)
    .find(
      ({ sentence }) =>
        termsOf(figureIn(sentence.text, question) ?? '').some((term) => known.has(term)) &&
        // "Two lamps" are no street lamps.
        [...known].every((term) => sentence.terms.has(term)),
    );
  return place ? quoteOfRun(place.reading, { first: place.index, last: place.index }) : null;
}
