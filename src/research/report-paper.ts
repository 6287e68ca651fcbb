/** A made report as a paper: each item numbered, each sentence with its note. */
import type { Quote, Seen } from '../answer.ts';
import type { Rapporteur, ReportedSpeaker, ReportItemOf, SessionReport, SessionSummary } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { formatTime } from '../words/timestamp.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import { leadOf } from './commitment-list.ts';
import type { Block, Paper, Section } from './paper.ts';

/** Null where there is no such session. With a model, what it stated of the session and the checks let pass stands first. */
export async function reportPaper(id: string, rapporteur: Rapporteur, now: Date, scope?: Seen): Promise<Paper | null> {
  const report = await rapporteur.report(id, scope);
  if (report === null) return null;
  const session = (await rapporteur.sessions(scope)).find((each) => each.id === id)!;
  const cited = (quote: Quote) => ({ quote, session, checked: now });
  const of = (heading: string, items: ReportItemOf[], lead: (quote: Quote, at: number) => string): Section => ({
    heading,
    blocks:
      items.length === 0 ? [none] : items.flatMap((item, at) => blocksOf(item, cited, (quote) => lead(quote, at))),
  });
  return {
    title: `Report: ${report.session.title}`,
    facts: [
      `Made on ${dayInWords(report.made.at.slice(0, 10))} by ${makerOf(report)}.`,
      'It is a way into the record and no source for what was said.',
    ],
    sections: [
      await glance(report, session, { rapporteur, scope }, cited),
      { heading: 'Speakers', blocks: [speakerTable(report.speakers)] },
      of('Main points', report.points, nameOf),
      {
        heading: 'Arguments',
        blocks:
          report.arguments.length === 0
            ? [none]
            : report.arguments.flatMap((each) => [
                ...blocksOf(each, cited, nameOf),
                ...each.evidence.map((quote): Block => ({
                  kind: 'quotation',
                  lead: `Evidence for ${each.number}`,
                  cited: cited(quote),
                  asPoint: false,
                })),
              ]),
      },
      of('Agreements', report.agreements, (quote, at) => `${report.agreements[at]!.matter}: ${nameOf(quote)}`),
      of('Differences', report.differences, (quote, at) => `${report.differences[at]!.matter}: ${nameOf(quote)}`),
      of('Action items', report.actions, (quote, at) => leadOf({ ...report.actions[at]!, quote })),
      of('Open questions', report.questions, nameOf),
      of('Thought-provoking comments', report.comments, nameOf),
    ],
  };
}

function makerOf({ made: { program, by, version } }: SessionReport): string {
  const from = version === null ? '' : `, from version ${version} of the record`;
  return `Rapporteur ${program}, of ${by}${from}`;
}

const none: Block = { kind: 'text', text: 'None was found.' };
const nameOf = (quote: Quote) => shownSpeaker(quote);

function blocksOf(
  { number, quotes }: ReportItemOf,
  cited: (quote: Quote) => Extract<Block, { kind: 'quotation' }>['cited'],
  lead: (quote: Quote) => string,
): Block[] {
  return quotes.map((quote) => ({
    kind: 'quotation',
    lead: `${number}. ${lead(quote)}`,
    cited: cited(quote),
    asPoint: true,
  }));
}

async function glance(
  { turns, words, speakers, session }: SessionReport,
  { event, kind }: SessionSummary,
  { rapporteur, scope }: { rapporteur: Rapporteur; scope: Seen | undefined },
  cited: (quote: Quote) => Extract<Block, { kind: 'quotation' }>['cited'],
): Promise<Section> {
  const named = speakers.filter(({ name }) => name !== null).length;
  const facts = [event, session.date === null ? null : dayInWords(session.date), kind].filter((part) => part !== null);
  const counted = `${turns} turns, ${words.toLocaleString('en')} words, ${named} speakers who are named.`;
  const answer = await rapporteur.ask({ text: 'What were the main points?', session: session.id, scope });
  return {
    heading: 'At a glance',
    blocks: [
      { kind: 'text', text: `${facts.join(', ')}. ${counted}` },
      ...(answer.model === null
        ? []
        : (answer.statements ?? []).flatMap(({ text, quotes }): Block[] => [
            { kind: 'report', by: `Stated by the model ${answer.model} and checked`, text },
            ...quotes
              .flatMap((n) => answer.quotes.filter((quote) => quote.n === n))
              .map((quote): Block => ({ kind: 'quotation', lead: nameOf(quote), cited: cited(quote), asPoint: false })),
          ])),
    ],
  };
}

function speakerTable(speakers: ReportedSpeaker[]): Block {
  return {
    kind: 'table',
    head: ['Speaker', 'Capacity', 'Turns', 'Words', 'Time', 'Words a minute'],
    rows: speakers.map(({ name, role, turns, words, seconds, wordsAMinute }) => [
      name ?? 'not named in the record',
      role ?? '',
      String(turns),
      String(words),
      seconds === null ? '—' : formatTime(seconds),
      wordsAMinute === null ? '—' : String(wordsAMinute),
    ]),
  };
}
