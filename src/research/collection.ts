/** Quotes that were found, all of them, as a paper: grouped by session in the order they stand. */
import type { FoundQuotes, QuotesQuery, Rapporteur } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import type { Paper } from './paper.ts';

/** More than these are no longer a paper; the heading says how many there are. */
const most = 5000;

export async function collectionOf(query: QuotesQuery, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  const found = await rapporteur.quotes({ ...query, offset: 0, limit: most });
  const sessions = new Map((await rapporteur.sessions(query.scope)).map((each) => [each.id, each]));
  const bySession = Map.groupBy(found.quotes, ({ session }) => session.id);
  return {
    title: [query.speaker, query.about].filter((part) => part !== undefined).join(' on '),
    facts: [headingOf(query, found), `Looked up on ${dayInWords(now.toISOString().slice(0, 10))}.`],
    sections: [...bySession].map(([id, quotes]) => {
      const { title, date } = quotes[0]!.session;
      return {
        heading: date === null ? title : `${title}, ${dayInWords(date)}`,
        blocks: quotes.map((quote) => ({
          kind: 'quotation' as const,
          lead: [shownSpeaker(quote), quote.speaker === null ? null : quote.role]
            .filter((part) => part !== null)
            .join(', '),
          cited: { quote, session: sessions.get(id)!, checked: now },
          asPoint: false,
        })),
      };
    }),
  };
}

/** `Ana Ruiz on “calibration”: 7 quotes in 2 sessions.`, and what was looked through. */
export function headingOf(query: QuotesQuery, { people, total, searched }: FoundQuotes): string {
  return query.speaker !== undefined && people.length === 0
    ? `Nobody called “${query.speaker}” is known here.`
    : `${whoOn(query, people)}: ${howMuch(query, total)}. ${lookedThrough(query, searched)}`;
}

function whoOn({ speaker, about }: QuotesQuery, people: FoundQuotes['people']): string {
  const who = speaker === undefined ? 'Everybody' : namesOf(people).join(' or ');
  return about === undefined ? who : `${who} on “${about}”`;
}

/** Each once. */
export function namesOf(people: FoundQuotes['people']): string[] {
  return [...new Set(people.map(({ name }) => name))];
}

function howMuch({ speaker }: QuotesQuery, { quotes, sessions, speakers }: FoundQuotes['total']): string {
  const by = speaker === undefined ? ` by ${count(speakers, 'speaker')}` : '';
  return quotes === 0 ? 'no quotes' : `${count(quotes, 'quote')}${by} in ${count(sessions, 'session')}`;
}

function lookedThrough({ speaker }: QuotesQuery, { sessions, of, unread, from, to }: FoundQuotes['searched']): string {
  const which = speaker === undefined ? count(sessions, 'session') : `${sessions} of ${count(of, 'session')}`;
  const where = speaker === undefined ? '' : ', where they speak';
  const days = from === null || to === null ? '' : from === to ? `, ${day(from)}` : `, ${day(from)} to ${day(to)}`;
  const left = unread === 0 ? '' : ` ${count(unread, 'session')} more have some of the words and were not read.`;
  return `Looked through ${which}${where}${days}.${left}`;
}

const day = (iso: string) => dayInWords(iso);

function count(number: number, of: string): string {
  return `${number === 0 ? 'no' : number} ${of}${number === 1 ? '' : 's'}`;
}
