/** What each of several sides said on a matter, beside each other; who said nothing on it is said too. */
import type { Quote, Seen } from '../answer.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import type { FoundQuotes, Rapporteur, SessionSummary } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import type { Block, Paper, Section } from './paper.ts';

export interface ComparisonQuery {
  about: string;
  /** People, organisations or countries, as one would name them. */
  sides: string[];
  session?: string | undefined;
  event?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  scope?: Seen | undefined;
}

interface Side {
  name: string;
  /** All of it, in the order of time. */
  found: FoundQuotes;
  /** The clearest first. */
  best: Quote[];
}

const mostShown = 5;
const mostLooked = 2000;

export async function comparisonOf(query: ComparisonQuery, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  const { sides: names, ...within } = query;
  const sessions = new Map((await rapporteur.sessions(query.scope)).map((each) => [each.id, each]));
  const sides = await Promise.all(
    names.map(async (name): Promise<Side> => {
      const [found, best] = await Promise.all([
        rapporteur.quotes({ ...within, speaker: name, limit: mostLooked }),
        rapporteur.quotes({ ...within, speaker: name, order: 'fit', limit: mostShown }),
      ]);
      return { name, found, best: best.quotes };
    }),
  );
  return {
    title: `${listed(names)} on ${query.about}`,
    facts: [
      `Made on ${dayInWords(now.toISOString().slice(0, 10))} from recorded discussions.`,
      'Words in quotation marks are the speakers’ own, exactly as the record has them. Whether sides agree is for the reader to say.',
    ],
    sections: [
      { heading: 'Side by side', blocks: [tableOf(sides)] },
      ...sides.map((side) => sectionOf(side, query.about, sessions, now)),
      ...overTime(sides, sessions, now),
    ],
  };
}

function tableOf(sides: Side[]): Block {
  const each = (tell: (side: Side) => string) => sides.map(tell);
  return {
    kind: 'table',
    head: ['', ...sides.map(({ name }) => name)],
    rows: [
      [
        'Who speaks for it',
        ...each(({ found }) => found.people.map(({ name }) => name).join('; ') || 'nobody who is known here'),
      ],
      ['Sessions they speak in', ...each(({ found }) => String(found.searched.sessions))],
      ['Places on the matter', ...each(({ found }) => String(found.total.quotes))],
      ['First', ...each(({ found }) => dayOf(found.quotes[0]))],
      ['Latest', ...each(({ found }) => dayOf(found.quotes.at(-1)))],
    ],
  };
}

function dayOf(quote: Quote | undefined): string {
  if (!quote) return '—';
  return quote.session.date === null ? 'no date' : dayInWords(quote.session.date);
}

function sectionOf(
  { name, found, best }: Side,
  about: string,
  sessions: Map<string, SessionSummary>,
  now: Date,
): Section {
  if (best.length > 0) return { heading: name, blocks: best.map((quote) => quotation(quote, sessions, now)) };
  const { sessions: looked } = found.searched;
  const text =
    found.people.length === 0
      ? `Nobody called “${name}” is known here.`
      : `Nothing of theirs was found on “${about}” in the ${looked === 1 ? 'session' : `${looked} sessions`} they speak in.`;
  return { heading: name, blocks: [{ kind: 'text', text }] };
}

/** First and latest words of each side that spoke on it on more than one day. */
function overTime(sides: Side[], sessions: Map<string, SessionSummary>, now: Date): Section[] {
  const blocks = sides.flatMap(({ found }) => {
    const dated = found.quotes.filter(({ session }) => session.date !== null);
    const [first, latest] = [dated[0], dated.at(-1)];
    if (!first || !latest || first.session.date === latest.session.date) return [];
    return [first, latest].map((quote) => quotation(quote, sessions, now, `${dayInWords(quote.session.date!)}, `));
  });
  return blocks.length === 0 ? [] : [{ heading: 'First and latest', blocks }];
}

function quotation(quote: Quote, sessions: Map<string, SessionSummary>, now: Date, before = ''): Block {
  const who = [shownSpeaker(quote), quote.speaker === null ? null : quote.role]
    .filter((part) => part !== null)
    .join(', ');
  const cited = { quote, session: sessions.get(quote.session.id)!, checked: now };
  return { kind: 'quotation', lead: `${before}${who}`, cited, asPoint: false };
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
