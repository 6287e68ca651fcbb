/** "How did the divers like the course?": what is told of how it was received, in the turn that speaks of it. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { choose, choosingFor, quoteOfRun } from '../quotes/choose.ts';
import type { Place } from '../hear.ts';
import { foundByWords, overlaps } from '../nearest.ts';
import { asks, type Run } from '../talk/replies.ts';
import { nothingCertain, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { spokeOfThis } from './said.ts';

export const reactions: Kind = {
  isAskedBy: ({ question, words, speakers, asksWho, yesNo, quotation, subject }) =>
    words !== '' &&
    speakers.length === 0 &&
    !asksWho &&
    !yesNo &&
    quotation === null &&
    subject === null &&
    asksReaction.in(textOf(question)),

  async answer(asked: Asked): Promise<Made | null> {
    const { inquiry, say } = asked;
    const { places } = await asked.looked();
    if (places.length === 0) return null;
    const found = places.slice(0, mostRead).flatMap((place) => {
      const run = reactionBeside(place);
      return run ? [quoteOfRun(place.reading, run)] : [];
    });
    const quotes = found.filter((quote, at) => !found.slice(0, at).some((other) => overlaps(quote, other)));
    if (quotes.length > 0) return { text: spokeOfThis(quotes, say), quotes, report: [], marked: true };
    // Who speaks of the course has not told how anybody liked it.
    const nearest = choose(places, choosingFor(inquiry, false, false)).slice(0, mostRead);
    return onlyNear(nothingCertain(asked), foundByWords(nearest), say);
  },
};

/** The next sentences of the same turn that tell one, with the one after them, which says what it was; null where there are none. */
function reactionBeside({ reading: { sentences }, index }: Place): Run | null {
  const { turn } = sentences[index]!;
  const tells = (at: number) =>
    sentences[at]?.turn === turn && !asks(sentences[at]) && tellsReaction.in(textOf(sentences[at].text));
  const from = [-1, ...Array(mostAway).keys()].map((away) => index + away).find(tells);
  if (from === undefined) return null;
  let [first, last] = [from, from];
  while (tells(first - 1)) first -= 1;
  while (tells(last + 1)) last += 1;
  const announces = announcing.in(textOf(sentences[last]!.text));
  return { first, last: announces && sentences[last + 1]?.turn === turn ? last + 1 : last };
}

const mostRead = 3;
/** In sentences. */
const mostAway = 6;

const asksReaction = phrases({
  lines: `
    how (did|do|does) … (~like|~receive|~rate|~enjoy|~appreciate|~perceive|~describe) (the|this|that|these|those|his|her|their|our)
    how (was|were|is|are) … (received|rated|liked|perceived|appreciated)
    (what|which) [*] (reaction(s)|feedback) (did|does|do|was|were)
    (what|which|any) [*] [*] [*] (reaction(s)|feedback|feedbacks|impression(s)) … (of|from|to|on)`,
});
const tellsReaction = phrases({
  lines: `
    (their|the|these|this|positive|negative|good|great|some|first) [*] (feedback(s)|reaction(s)|impression(s)|verdict)
    (feedback(s)|reaction(s)) (is|was|were|are|from|we)
    (attract|attracts|attracted|met with|drew|aroused) [*] [*] [*] [*] (interest|praise|criticism|applause|enthusiasm|complaints)
    (well|warmly|badly|poorly|enthusiastically) received
    (they|everybody|everyone|all|most|some|participants|students|people|users|engineers|customers) [*] [*] (~like|~love|~enjoy|~praise|~welcome|~complain
      |~appreciate|happy|unhappy|pleased|satisfied|enthusiastic|excited|impressed|disappointed)
    (~say|~find|found) (it|they|this|that) (was|were|is|are|very|so|really|to be)`,
});
/** "These are their reactions." */
const announcing = phrases({ lines: '(feedback(s)|reaction(s)|comment(s)|impression(s)|verdict)' });
