/** "Make a timeline of the negotiations": the sentences that name a time, in the order of those times. */
import type { Quote } from '../../answer.ts';
import { termsOf } from '../../words/terms.ts';
import { timesIn } from '../figures/times.ts';
import { denied, matterOf, numbered, type Asked, type Kind, type Made } from './kind.ts';
import { ofItsSession, sentencesOfKind } from './listing.ts';

export const timeline: Kind = {
  isAskedBy: ({ form }) => form?.kind === 'timeline',

  async answer(asked): Promise<Made | null> {
    const { say, inquiry, sessions } = asked;
    if (inquiry.speakers.length > 0 && asked.people.length === 0) return null;
    const onMatter = await datedIn(asked);
    const matter = matterOf(inquiry);
    // Where hardly anything on the matter is dated, what is dated at all is still to be had.
    const isWide = onMatter.length < fewest && termsOf(matter).some((term) => !structural.has(term));
    const dated = isWide ? await datedIn({ ...asked, inquiry: { ...inquiry, words: '' } }) : onMatter;
    if (dated.length === 0) return denied(say('nothingDated', { where: say.where(sessions) }));
    const shown = dated.slice(0, mostShown);
    const quotes = numbered(shown.map(({ quote }) => quote));
    const lines = shown
      .flatMap(({ times }, at) => times.map((time) => ({ ...time, quote: quotes[at]! })))
      .toSorted((one, other) => one.year - other.year);
    const byTime = Map.groupBy(lines, ({ said }) => said);
    const timesTold = [...byTime].map(
      ([said, of]) => `- ${said}: ${say.names([...new Set(of.map(({ quote }) => quote))])}`,
    );
    const heading = isWide ? say('littleDated', { matter }) : say('dated');
    return {
      text: ofItsSession([heading, ...timesTold].join('\n'), quotes, asked),
      quotes: shown.map(({ quote }) => quote),
      report: [],
      rest: dated.slice(mostShown).map(({ quote }) => quote),
      marked: true,
    };
  },
};

const mostShown = 12;
/** Two make no line. */
const fewest = 2;

interface Dated {
  quote: Omit<Quote, 'n'>;
  /** Without what stands before them, such as "in", so that one year is one line. */
  times: { said: string; year: number }[];
}

/** The earliest first; those of one time as they were said. */
async function datedIn(asked: Asked): Promise<Dated[]> {
  const found = await sentencesOfKind(
    asked,
    ({ text }) => timesIn(text, someDay).some(({ year }) => year !== null),
    structural,
  );
  return found
    .map((quote) => ({ quote, times: yearsOf(quote) }))
    .filter(({ times }) => times.length > 0)
    .toSorted((one, other) => one.times[0]!.year - other.times[0]!.year);
}

/** Whether a time is told is asked of sentences before their day is known. */
const someDay = '2000-01-01';

function yearsOf({ text, session: { date } }: Omit<Quote, 'n'>): Dated['times'] {
  return timesIn(text, date)
    .flatMap(({ said, year }) => (year === null ? [] : [{ said: said.replace(before, ''), year }]))
    .toSorted((one, other) => one.year - other.year);
}

const before =
  /^(?:(?:by|in|on|at|since|until|till|before|after|from|during|around|about|for|as early as|as late as)\s+)(?:the\s+(?=[12]))?/iu;

const structural = new Set(
  termsOf(`timeline chronology history events dates session meeting discussion talk talks make give show draw`),
);
