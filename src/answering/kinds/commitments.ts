/** "What commitments were made, by whom and by when?": who promises what, and when where it is said. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { candidatesFor } from '../candidates.ts';
import { readingsOf } from '../ground.ts';
import { look } from '../look.ts';
import { foundByWords, nearestPassages } from '../nearest.ts';
import { isPromise, whenIn } from '../stances/promises.ts';
import { reportItem, shareOf } from '../report-items.ts';
import { namesAsked, nothingCertain, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { besideAct, matterBeside, ofItsSession, sentencesOfKind, withoutAct } from './listing.ts';
import { tableOf } from './table.ts';

export const commitments: Kind = {
  isAskedBy: ({ asksFor, quotation }) => asksFor.has('commitments') && quotation === null,

  async answer(asked): Promise<Made | null> {
    const { say } = asked;
    const all = await sentencesOfKind(besideAct(asked), ({ text }) => isPromise(text), structural);
    const dated = all.filter(({ text }) => whenIn(text) !== null);
    // "Which commitments have a date?" is of those alone.
    const found = withDate.in(textOf(asked.inquiry.question)) && dated.length > 0 ? dated : all;
    if (found.length === 0) return none(asked);
    const quotes = found.slice(0, mostShown);
    const byWhen = Map.groupBy(numbered(quotes), ({ speaker, turn, session, text }) => {
      const when = whenIn(text);
      return JSON.stringify([when, speaker, ...(speaker === null || when !== null ? [session.id, turn] : [])]);
    });
    const names = say.listed(
      [...byWhen.values()].map((of) => {
        const when = whenIn(of[0]!.text);
        return when === null ? say.names(of) : say('byWhen', { name: say.names(of), when });
      }),
    );
    const rows = numbered(quotes).map((quote) => ({
      cells: [say.called(quote), whenIn(quote.text) ?? '–'],
      n: quote.n,
    }));
    return {
      ...(asked.inquiry.form?.kind === 'table' && {
        table: tableOf('', [say('columnSpeaker'), say('columnWhen')], rows, say),
      }),
      text: ofItsSession(say('commitments', { number: found.length, names }), found, asked),
      quotes,
      report: await byReport(asked),
      rest: found.slice(mostShown),
      marked: true,
    };
  },
};

/** A promise is what somebody says they will do, and not the word: of whoever made none, what they mean to do is nearest. */
async function none(asked: Asked): Promise<Made | null> {
  const { say, people, sessions, inquiry, spokenIn, ground } = asked;
  if (people.length === 0 && (inquiry.asksWho || namesPromises.in(textOf(inquiry.question)))) {
    // Whoever says that a thing holds promise has promised nothing: what is said of the matter is near.
    const matter = { ...inquiry, words: matterBeside(inquiry, structural) };
    if (termsOf(matter.words).length === 0) return null;
    const nearest = nearestPassages(
      await candidatesFor((await look(matter, { people, spokenIn }, ground)).near, ground),
    );
    return nearest.length === 0 ? null : onlyNear(nothingCertain(asked), nearest, say);
  }
  if (people.length === 0 || termsOf(withoutAct(inquiry.words)).some((term) => !structural.has(term))) return null;
  const intended = await sentencesOfKind(besideAct(asked), ({ text }) => intends.in(textOf(text)), structural);
  const nearest =
    intended.length > 0
      ? foundByWords(intended)
      : nearestPassages(await candidatesFor((await asked.looked()).near, asked.ground));
  const names = namesAsked(asked);
  const no = say('noPromise', { names, where: say.where(sessions) });
  return onlyNear(no, nearest.slice(0, mostNear), say);
}

const namesPromises = phrases({
  lines: '(commitment(s)|promise(s)|pledge(s)|undertaking(s)|promised|pledged|committed)',
});
const withDate = phrases({
  lines: `
    (with|have|has|had|carry|carries|set) [a|any|the] [clear|fixed|firm|given] (date|dates|deadline|deadlines|due date|due dates)
    (were|are|was|is) [there] [any] (deadlines|deadline)
    (what|which|list|any) [the|all] (deadlines|deadline)`,
});
const mostNear = 3;
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

/** What somebody means, hopes or is about to do. */
const intends = phrases({
  lines: `
    (we|i) [also|still|really|now] (plan|aim|intend|hope|want|wish|expect|try|continue|need|propose|seek|contribute|participate) [to]
    (we|i) [would|d] (like|love|be happy|be glad) to !({speech})
    (we|i) (are|am|re|m) [also|now|very|much] (going|ready|willing|prepared|planning|working|preparing|keen|determined) [to|on]
    [we|i] (look|looking) forward to`,
  lists: {
    speech:
      'say|speak|talk|share|make|highlight|dwell|thank|start|begin|add|mention|give|express|congratulate|salute|take|invite',
  },
});
const structural = new Set(
  termsOf(`commitment commitments promise promises pledge pledges made make given give undertaking undertakings
    who whom when what list deadline deadlines committed commit promised pledged concrete speaker speakers
    concern concerns concerning planned foreseen date dates dated fixed clear next soon
    later this year month week coming upcoming future ahead envisaged intended`),
);
