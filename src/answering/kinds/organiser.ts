/** "Who hosted the session?", by what is said of it there: a record names its organisers nowhere else. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import type { Quote } from '../../answer.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import type { Saying } from '../phrases/saying.ts';
import { numbered, type Made } from './kind.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';

/** Resolves to null where nobody says whose session it is. */
export async function organisersOf(reading: Reading, { say }: { say: Saying }): Promise<Made | null> {
  const telling = [...reading.sentences.entries()].filter(([, { text, turn }]) => {
    const said = textOf(text);
    return organises.in(said) || (turn === 0 && isBy.in(said));
  });
  const quotes = telling
    .map(([index]): Omit<Quote, 'n'> => quoteOfRun(reading, { first: index, last: index }))
    // Whoever thanks the organisers twice says no more by it.
    .filter(({ speaker }, at, all) => all.findIndex((other) => other.speaker === speaker) === at)
    .slice(0, mostShown);
  if (quotes.length === 0) return null;
  return { text: say('organisedBy', { names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
}

const mostShown = 3;
/** Of this session where somebody opens with it: later, others are "hosted by" somebody too. */
const isBy = phrases(
  { lines: '(hosted|organised|organized|convened|sponsored) [jointly] by' },
  ...spokenElsewhere('organisedBy'),
);

const organises = phrases({
  lines: `
    (organising|organizing|hosting|convening|sponsoring) (this|the|today s|our) [*] [*] {session}
    (organises|organizes|organised|organized|hosts|hosted|convened) (this|today s) [*] [*] {session}
    (organiser(s)|organizer(s)|host(s)|convenor(s)) of (this|the|today s|our) [*] {session}
    {session} (organiser(s)|organizer(s))`,
  lists: { session: 'session|meeting|event|forum|panel|workshop|discussion|debate|conference|hearing|summit|webinar' },
});
