/** Every paper that can be asked for, wherever it is asked: what it is of, and the paper. */
import type { Seen } from '../answer.ts';
import { type Narrowed, sessionsCalled, sessionsWithin } from '../asking/sessions-called.ts';
import type { AgreementQuery, CommitmentsQuery, QuotesQuery, Rapporteur } from '../rapporteur.ts';
import { longest, shortened } from '../words/long-input.ts';
import { agreementPaper } from './agreement-paper.ts';
import { briefOn, type BriefQuery } from './brief.ts';
import { collectionOf } from './collection.ts';
import { commitmentPaper } from './commitment-list.ts';
import { comparisonOf, type ComparisonQuery } from './comparison.ts';
import type { Paper } from './paper.ts';
import { reportPaper } from './report-paper.ts';

export type PaperAsked =
  | ({ of: 'brief' } & BriefQuery)
  | ({ of: 'quotes' } & QuotesQuery)
  | ({ of: 'comparison' } & ComparisonQuery)
  | ({ of: 'commitments' } & CommitmentsQuery)
  | ({ of: 'agreements' } & AgreementQuery)
  /** `session`: its id, or words of its title. */
  | { of: 'report'; session: string; scope?: Seen | undefined };

/** What was asked for cannot be written; the message says what to do. */
export class PaperError extends Error {
  override name = 'CommandError';
}

/** Rejects with a `PaperError` where no session fits: that nothing was said would be told of nothing. */
export async function paperOf(asked: PaperAsked, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  if (asked.of === 'report') return reportOf(asked.session, asked.scope, rapporteur, now);
  await lookable(asked, rapporteur);
  const paper = await made(asked, rapporteur, now);
  const within = withinOf(asked);
  return within.length === 0 ? paper : { ...paper, facts: [...paper.facts, `Kept to sessions ${within.join(', ')}.`] };
}

/** Rejects with a `PaperError` where no session fits what is to be looked through. */
export async function lookable(within: Narrowed & { scope?: Seen | undefined }, rapporteur: Rapporteur): Promise<void> {
  const sessions = await rapporteur.sessions(within.scope);
  if (sessions.length === 0 || sessionsWithin(within, sessions).length > 0) return;
  const named = withinOf(within, (words) => `“${words}”`).join(', ');
  throw new PaperError(`No session fits ${named}, so nothing was looked through; “sessions” lists them.`);
}

function made(asked: Exclude<PaperAsked, { of: 'report' }>, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  switch (asked.of) {
    case 'brief':
      return briefOn(asked, rapporteur, now);
    case 'comparison':
      return comparisonOf(asked, rapporteur, now);
    case 'commitments':
      return commitmentPaper(asked, rapporteur, now);
    case 'agreements':
      return agreementPaper(asked, rapporteur, now);
    default:
      return collectionOf(asked, rapporteur, now);
  }
}

/** `of Coast Week`, `from 2025-07`; in a paper no words stand in marks but those that were said. */
function withinOf({ session, event, from, to }: Narrowed, named = (words: string) => `of ${words}`): string[] {
  return [
    ...[session, event].flatMap((words) => (words === undefined ? [] : named(short(words)))),
    ...(from === undefined ? [] : [`from ${short(from)}`]),
    ...(to === undefined ? [] : [`up to ${short(to)}`]),
  ];
}

async function reportOf(words: string, scope: Seen | undefined, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  const called = sessionsCalled(short(words), await rapporteur.sessions(scope));
  const [one, another] = called;
  if (one === undefined)
    throw new PaperError(
      `There is no session called “${short(words)}” to report on; “sessions” lists them, and “brief …” writes on a matter.`,
    );
  if (another !== undefined)
    throw new PaperError(
      `“${short(words)}” can mean ${called.length} sessions; give more of the title: ${called
        .slice(0, 5)
        .map(({ title }) => title)
        .join('; ')}`,
    );
  return (await reportPaper(one.id, rapporteur, now, scope))!;
}

const short = (words: string) => shortened(words, longest.name).text;
