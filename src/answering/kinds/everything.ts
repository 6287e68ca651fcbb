/**
 * "Give me everything Ruiz said on the levy": the passages that speak of it, in the order they were said, with how many they
 * are. What is said of it in other words is not among them, so that they are never called all.
 */
import type { Quote } from '../../answer.ts';
import { termsOf } from '../../words/terms.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { matchTerms, sharesOf } from '../matter/evidence.ts';
import { readingsOf, type Ground } from '../ground.ts';
import { mostSessions, sentencesOf } from '../hear.ts';
import type { Reading } from '../../retrieval/reading.ts';
import type { Run } from '../talk/replies.ts';
import { refersBack } from '../matter/telling.ts';
import { togetherFirst, togetherIn } from '../matter/whole-matter.ts';
import { asksForAllCountries } from './countries.ts';
import { matterOf, namesAsked, type Asked, type Kind, type Made } from './kind.ts';

export const everything: Kind = {
  // Figures, years and countries have a kind of their own, which gives all there are.
  isAskedBy: (inquiry) => {
    const { form, words, asksFor } = inquiry;
    const isOfOther = asksFor.has('figures') || asksFor.has('commitments') || asksForAllCountries(inquiry);
    return form?.kind === 'everything' && !isOfOther && termsOf(words).length > 0;
  },

  async answer(asked): Promise<Made | null> {
    const { say, people, inquiry } = asked;
    const quotes = await allOnIt(asked);
    if (quotes.length === 0) return null;
    const number = quotes.length;
    const shown = quotes.slice(0, mostShown);
    const matter = matterOf(inquiry);
    const names = namesAsked(asked);
    const whose = people.length > 0 ? say('allOf', { names, number, matter }) : say('allOn', { number, matter });
    const inOrder = number > mostShown ? say('firstOf', { shown: mostShown, number, matter }) : whose;
    const isOrdered = quotes.every(({ session }) => !session.chathamHouse);
    return {
      text: isOrdered ? inOrder : say('allInNoOrder', { number, matter }),
      quotes: shown,
      report: [],
      rest: quotes.slice(mostShown),
      marked: true,
    };
  },
};

const mostShown = 20;

async function allOnIt(asked: Asked): Promise<Omit<Quote, 'n'>[]> {
  const { people, spokenIn, ground } = asked;
  const { wanted, words } = await asked.looked();
  const found: { quote: Omit<Quote, 'n'>; together: boolean }[] = [];
  for (const reading of await readingsFor(words, spokenIn, ground)) {
    const isTheirs = sentencesOf(people, reading);
    const shareAt = sharesOf(wanted, matchTerms(reading, wanted));
    const isTogether = togetherIn(reading, wanted.compounds, (term) => [term]);
    const isOnIt = (index: number) => shareAt(index) >= leastShare && isTheirs(reading.sentences[index]!);
    for (const run of runsOf(reading, isOnIt)) {
      const together = isTogether(run.first) || isTogether(run.last);
      found.push({ quote: quoteOfRun(reading, run), together });
    }
  }
  return togetherFirst(found).map(({ quote }) => quote);
}

/** Of a matter's weight in a sentence that speaks of it. */
const leastShare = 0.6;

/** Sessions that speak of it, all where they are few, otherwise those that speak most of it. */
async function readingsFor(words: string, ids: string[], ground: Ground): Promise<Reading[]> {
  return readingsOf(ids.length <= mostSessions ? ids : await ground.sessionsOn(words, ids, mostSessions), ground);
}

/** Sentences that follow each other in a turn stand together, with one between two of them, and with what goes on from them. */
function runsOf({ sentences }: Reading, isOnIt: (index: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (const index of sentences.keys()) {
    if (!isOnIt(index)) continue;
    const last = runs.at(-1);
    const isNear =
      last && index - last.last <= 1 + mostBetween && sentences[index]!.turn === sentences[last.last]!.turn;
    if (isNear) last.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs.map(({ first, last }) => ({ first, last: goesOn(last) ? last + 1 : last }));

  function goesOn(last: number): boolean {
    const next = sentences[last + 1];
    return next?.turn === sentences[last]!.turn && refersBack.test(next.text);
  }
}

/** In sentences: "Seals are many. Nobody feeds them. The seals come back." */
const mostBetween = 1;
