/** Commitments as a paper, a table for spreadsheets and a calendar. */
import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { shownSpeaker } from '../people/unnamed.ts';
import type { Commitment, CommitmentsQuery, FoundCommitments, Rapporteur, SessionSummary } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { namesOf } from './collection.ts';
import type { Block, Paper, Section } from './paper.ts';

/** More of them are no list. */
const most = 2_000;

const headings: { [kind in Commitment['kind']]: string } = {
  undertakes: 'What was undertaken',
  asks: 'What was asked of others',
  proposes: 'What was proposed',
};

export async function allCommitments(query: CommitmentsQuery, rapporteur: Rapporteur): Promise<FoundCommitments> {
  return rapporteur.commitments({ ...query, offset: 0, limit: most });
}

export async function commitmentPaper(query: CommitmentsQuery, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  const found = await allCommitments(query, rapporteur);
  const sessions = new Map((await rapporteur.sessions(query.scope)).map((each) => [each.id, each]));
  const { speaker, about, event, open } = query;
  const of = [speaker, about === undefined ? null : `on ${about}`, event].filter(
    (part) => part !== undefined && part !== null,
  );
  return {
    title: ['Commitments', ...(of.length === 0 ? [] : [of.join(', ')])].join(': '),
    facts: [
      headingOf(found),
      ...(open
        ? [`Only those without a day, or whose day is not over on ${dayInWords(now.toISOString().slice(0, 10))}.`]
        : []),
      'A day is the last one of the time that the sentence names.',
    ],
    sections: [...sectionsOf(found, speaker, sessions, now), ...reportedIn(found, sessions, now)],
    forms: { ics: () => commitmentsCalendar(found, now), csv: () => commitmentsCsv(found) },
  };
}

/** `7 commitments in 2 sessions, 3 of them with a day.` */
export function headingOf({ commitments, total, searched: { sessions, unread }, people }: FoundCommitments): string {
  const dated = commitments.filter(({ due }) => due !== null).length;
  const who = people.length === 0 ? '' : ` by ${namesOf(people).join(' or ')}`;
  const rest = unread === 0 ? '' : ` ${unread} more sessions were not read.`;
  return `${count(total, 'commitment')}${who}, ${dated} of those shown with a day; looked through ${count(sessions, 'session')}.${rest}`;
}

function sectionsOf(
  { commitments, people }: FoundCommitments,
  speaker: string | undefined,
  sessions: Map<string, SessionSummary>,
  now: Date,
): Section[] {
  if (commitments.length === 0) {
    const whose = people.length === 0 ? 'anybody' : namesOf(people).join(' or ');
    const isUnknown = speaker !== undefined && people.length === 0;
    const text = isUnknown ? `Nobody called “${speaker}” is known here.` : `None was found in the words of ${whose}.`;
    return [{ heading: 'Commitments', blocks: [{ kind: 'text', text }] }];
  }
  return Object.entries(headings).flatMap(([kind, heading]) => {
    const blocks = commitments
      .filter((each) => each.kind === kind)
      .map((each): Block => ({
        kind: 'quotation',
        lead: leadOf(each),
        cited: { quote: each.quote, session: sessions.get(each.quote.session.id)!, checked: now },
        asPoint: true,
      }));
    return blocks.length === 0 ? [] : [{ heading, blocks }];
  });
}

/** `Mei Tanaka, Head of Port Operations (towards the fishers, by 31 December 2027)`. */
export function leadOf({ quote, due, when, towards }: Commitment): string {
  const who = [shownSpeaker(quote), quote.speaker === null ? null : quote.role]
    .filter((part) => part !== null)
    .join(', ');
  const facts = [towards === null ? null : `towards ${towards}`, due === null ? when : `by ${dayInWords(due)}`].filter(
    (part) => part !== null,
  );
  return facts.length === 0 ? who : `${who} (${facts.join(', ')})`;
}

function reportedIn({ reported }: FoundCommitments, sessions: Map<string, SessionSummary>, now: Date): Section[] {
  if (reported.length === 0) return [];
  const blocks = reported.flatMap(({ item, borneOut }): Block[] => [
    {
      kind: 'report',
      by:
        item.by === 'record' ? `The record of ${item.session.title}` : `The AI-written report on ${item.session.title}`,
      text: `${item.text}${borneOut === null ? ' (no words were found that bear this out)' : ''}`,
    },
    ...(borneOut === null
      ? []
      : [
          {
            kind: 'quotation' as const,
            lead: `What comes nearest: ${shownSpeaker(borneOut)}`,
            cited: { quote: borneOut, session: sessions.get(borneOut.session.id)!, checked: now },
            asPoint: false,
          },
        ]),
  ]);
  return [{ heading: 'What reports list as actions', blocks }];
}

const columns = 'kind who capacity what towards when due session date turn address session_id'.split(' ');

/** A row a commitment; no cell is run as a formula. */
export function commitmentsCsv({ commitments }: FoundCommitments): string {
  const data = commitments.map(({ kind, quote, when, due, towards }) => [
    kind,
    shownSpeaker(quote),
    quote.speaker === null ? '' : (quote.role ?? ''),
    quote.text,
    towards ?? '',
    when ?? '',
    due ?? '',
    quote.session.title,
    quote.session.date ?? '',
    quote.session.chathamHouse ? '' : quote.turn + 1,
    quote.address ?? quote.url ?? '',
    quote.session.id,
  ]);
  return `\uFEFF${Papa.unparse({ fields: columns, data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

/**
 * A calendar (RFC 5545): an event on the last day of each that has one, a to-do for the others. Each keeps its identity
 * when the file is made again.
 */
export function commitmentsCalendar({ commitments }: FoundCommitments, now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const items = commitments.flatMap(({ quote, due, towards }) => {
    const { session, text } = quote;
    const kind = due === null ? 'VTODO' : 'VEVENT';
    const link = quote.address ?? quote.url;
    const said = `“${text}” ${shownSpeaker(quote)}, ${session.title}${session.date === null ? '' : `, ${dayInWords(session.date)}`}`;
    return [
      `BEGIN:${kind}`,
      `UID:${identityOf(quote)}@rapporteur`,
      `DTSTAMP:${stamp}`,
      ...(due === null ? [] : [`DTSTART;VALUE=DATE:${due.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${dayAfter(due)}`]),
      `SUMMARY:${escaped(`${shownSpeaker(quote)}${towards === null ? '' : ` towards ${towards}`}: ${text}`)}`,
      `DESCRIPTION:${escaped(said)}`,
      ...(link === null || link === undefined ? [] : [`URL:${link}`]),
      `END:${kind}`,
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapporteur//Commitments//EN', ...items, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function identityOf({ session, turn, text }: Commitment['quote']): string {
  return createHash('sha256').update(`${session.id}\n${turn}\n${text}`).digest('hex').slice(0, 32);
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll(/\r\n?|\n/gu, String.raw`\n`)
    .replaceAll(/[\u0000-\u001f\u007f]/gu, ' ')
    .toWellFormed();
}

/** A line has at most 75 bytes, and goes on after a blank. */
function folded(line: string): string {
  let [written, bytes] = ['', 0];
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (bytes + size > 75) [written, bytes] = [`${written}\r\n `, 1];
    written += sign;
    bytes += size;
  }
  return written;
}

function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}
