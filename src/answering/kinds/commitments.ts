/** "What commitments were made, by whom and by when?": who promises what, and when where it is said. */
import { termsOf } from '../../words/terms.ts';
import { readingsOf } from '../ground.ts';
import { isPromise, whenIn } from '../promises.ts';
import { reportItem, shareOf } from '../report-items.ts';
import { numbered, type Asked, type Kind, type Made } from './kind.ts';
import { ofItsSession, sentencesOfKind } from './listing.ts';

export const commitments: Kind = {
  isAskedBy: ({ asksFor, quotation }) => asksFor.has('commitments') && quotation === null,

  async answer(asked): Promise<Made | null> {
    const { say } = asked;
    const found = await sentencesOfKind(asked, ({ text }) => isPromise(text), structural);
    if (found.length === 0) return null;
    const quotes = found.slice(0, mostShown);
    const names = say.listed(
      numbered(quotes).map((quote) => {
        const name = say.names([quote]);
        const when = whenIn(quote.text);
        return when === null ? name : say('byWhen', { name, when });
      }),
    );
    return {
      text: ofItsSession(say('commitments', { number: found.length, names }), found, asked),
      quotes,
      report: await byReport(asked),
      rest: found.slice(mostShown),
      marked: true,
    };
  },
};

const mostShown = 8;
const mostOfReport = 8;
/** Of the matter's weight in an item. */
const leastShare = 0.5;

async function byReport({ sessions, ground, people, inquiry }: Asked): Promise<Made['report']> {
  if (sessions.length !== 1 || people.length > 0) return [];
  const topic = termsOf(inquiry.words).filter((term) => !structural.has(term));
  const counts = await ground.library.counts(topic);
  const [reading] = await readingsOf([sessions[0]!.id], ground);
  return reading!.findings
    .filter((finding) => finding.kind === 'action item')
    .filter((finding) => topic.length === 0 || shareOf(topic, finding, counts) >= leastShare)
    .slice(0, mostOfReport)
    .map((finding) => reportItem(finding, reading!));
}

const structural = new Set(
  termsOf(`commitment commitments promise promises pledge pledges made make given give undertaking undertakings
    who whom when what list deadline deadlines committed commit promised pledged concrete speaker speakers`),
);
