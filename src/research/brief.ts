/** A brief on a matter: the clearest words first, then who said what, who said nothing, and what was looked through. */
import type { Quote, ReportItem, Seen } from '../answer.ts';
import { asks } from '../answering/talk/replies.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import type { FoundQuotes, Rapporteur, SessionSummary } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { termsOf } from '../words/terms.ts';
import { joinedIn, type JoinedIn } from './joined-speakers.ts';
import type { Block, Cited, Paper, Section } from './paper.ts';
import { someOf } from './some-of.ts';
import { capitalised } from '../answering/quotes/wording.ts';

export interface BriefQuery {
  about: string;
  /** As it stands under the title: `my minister`. */
  for?: string | undefined;
  /** How many points at a glance. Default 3. */
  points?: number | undefined;
  speaker?: string | undefined;
  session?: string | undefined;
  event?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  scope?: Seen | undefined;
}

/** Quotes that a brief is made from, and that stand in it; how many more there are is said. */
const mostLooked = 400;
const mostOfSpeaker = 3;
const mostOfSession = 12;
const mostInAll = 80;
const defaultPoints = 3;

export async function briefOn(query: BriefQuery, rapporteur: Rapporteur, now: Date): Promise<Paper> {
  const { about, speaker, session, event, from, to, scope } = query;
  const within = { about, speaker, session, event, from, to, scope };
  const found = await rapporteur.quotes({ ...within, order: 'fit', limit: mostLooked });
  const sessions = new Map((await rapporteur.sessions(scope)).map((each) => [each.id, each]));
  const joined = joinedIn(await rapporteur.speakers({ scope }));
  const cited = (quote: Quote): Cited => ({ quote, session: sessions.get(quote.session.id)!, checked: now });
  const quotes = sayingMost(found.quotes, about);
  const points = pointsOf(quotes, query.points ?? defaultPoints, joined);
  const shown = shownOf(quotes, joined);
  const sections: Section[] = [
    {
      heading: 'At a glance',
      blocks:
        points.length === 0
          ? [{ kind: 'text', text: `Nothing was found on “${about}” in what was looked through.` }]
          : points.map((quote) => ({ kind: 'quotation', lead: leadOf(quote), cited: cited(quote), asPoint: true })),
    },
    ...bySession(shown, cited),
    ...(await reportOn(about, [...new Set(shown.map(({ session: of }) => of.id))], rapporteur, scope)),
    ...speakersOf(quotes, sessions, joined),
    {
      heading: 'What was looked through',
      blocks: searchedBlocks(
        found,
        { quotes, shown: shown.length, areDated: [...sessions.values()].every(({ date }) => date !== null) },
        query,
      ),
    },
  ];
  return {
    title: `${capitalised(about)}: what was said`,
    facts: [
      ...(query.for === undefined ? [] : [`For ${query.for}`]),
      `Made on ${dayInWords(now.toISOString().slice(0, 10))} from recorded discussions.`,
      'Words in quotation marks are the speakers’ own, exactly as the record has them.',
    ],
    sections,
  };
}

/**
 * Of the sessions in which a turn has most of the words, the turns that do: "school funding" is no matter of somebody who
 * has funding for a journey. Of three words or more, one may be missing where another turn has it.
 */
function sayingMost(quotes: Quote[], about: string): Quote[] {
  const wanted = new Set(termsOf(about));
  const byTurn = Map.groupBy(quotes, ({ session, turn }) => `${session.id} ${turn}`);
  const had = new Map(
    [...byTurn].map(([key, alike]) => {
      const said = new Set(alike.flatMap(({ text }) => termsOf(text)));
      return [key, [...wanted].filter((term) => said.has(term)).length];
    }),
  );
  const most = Math.max(...had.values());
  const hasAt = ({ session, turn }: Quote) => had.get(`${session.id} ${turn}`)!;
  const sessions = new Set(quotes.flatMap((quote) => (hasAt(quote) === most ? quote.session.id : [])));
  const least = most > 2 ? most - 1 : most;
  return quotes.filter((quote) => sessions.has(quote.session.id) && hasAt(quote) >= least);
}

/** The clearest, of as many speakers as there are; what asks is no point where anything says. */
function pointsOf(all: Quote[], most: number, joined: JoinedIn): Quote[] {
  const quotes = [...all.filter((quote) => !asks(quote)), ...all.filter(asks)];
  const points: Quote[] = [];
  const speakers = new Set<string>();
  for (const quote of quotes) {
    const { speaker, session, turn } = quote;
    const who = speaker === null ? `${session.id} ${turn}` : joined(session.id, speaker).key;
    if (speakers.has(who)) continue;
    speakers.add(who);
    points.push(quote);
  }
  for (const quote of quotes) if (!points.includes(quote)) points.push(quote);
  return points.slice(0, most);
}

/** The clearest of each speaker and session, in the order of time. */
function shownOf(quotes: Quote[], joined: JoinedIn): Quote[] {
  const counts = new Map<string, number>();
  const shown = quotes.filter(({ speaker, session }) => {
    const who = speaker === null ? null : joined(session.id, speaker).key;
    const keys = [`${session.id}\n${who}`, session.id] as const;
    const [ofSpeaker, ofSession] = keys.map((key) => counts.get(key) ?? 0) as [number, number];
    if (ofSpeaker >= mostOfSpeaker || ofSession >= mostOfSession) return false;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return true;
  });
  return shown.slice(0, mostInAll).toSorted(byTime);
}

function byTime(one: Quote, other: Quote): number {
  return (
    (one.session.date ?? '').localeCompare(other.session.date ?? '') ||
    one.session.id.localeCompare(other.session.id) ||
    one.turn - other.turn ||
    one.start - other.start
  );
}

function bySession(quotes: Quote[], cited: (quote: Quote) => Cited): Section[] {
  return [...Map.groupBy(quotes, ({ session }) => session.id)].map(([, alike]) => {
    const { title, date } = alike[0]!.session;
    return {
      heading: date === null ? title : `${title}, ${dayInWords(date)}`,
      blocks: alike.map((quote) => ({ kind: 'quotation', lead: leadOf(quote), cited: cited(quote), asPoint: false })),
    };
  });
}

/** `Ines Okafor, Chair of the Harbour Council`. */
function leadOf({ speaker, label, role }: Quote): string {
  const name = capitalised(shownSpeaker({ speaker, label }));
  return speaker === null || role === null ? name : `${name}, ${role}`;
}

/** What the report of these sessions has on the matter. */
async function reportOn(
  about: string,
  ids: string[],
  rapporteur: Rapporteur,
  scope: Seen | undefined,
): Promise<Section[]> {
  const { report } = await rapporteur.ask({ text: `What was said about ${about}?`, scope });
  const items = report.filter(({ session }) => ids.includes(session.id));
  if (items.length === 0) return [];
  return [
    {
      heading: 'What reports say of it',
      blocks: items.map((item: ReportItem): Block => ({
        kind: 'report',
        by:
          item.by === 'record'
            ? `The record of ${item.session.title}`
            : `The AI-written report on ${item.session.title}`,
        text: item.text,
      })),
    },
  ];
}

/** Who spoke on it, and who took part and did not. */
function speakersOf(quotes: Quote[], sessions: Map<string, SessionSummary>, joined: JoinedIn): Section[] {
  if (quotes.length === 0) return [];
  const alphabetical = (one: string, other: string) => one.localeCompare(other, 'en');
  const named = quotes.filter(({ speaker }) => speaker !== null);
  const spoke = Map.groupBy(named, ({ session, speaker }) => joined(session.id, speaker!).key);
  const people = new Map<string, { name: string; title: string }>();
  const taking = [...new Set(quotes.map(({ session }) => session.id))].flatMap((id) =>
    (sessions.get(id)?.speakers ?? []).map((speaker) => ({ session: sessions.get(id)!, speaker })),
  );
  for (const { session, speaker } of [...named, ...taking]) {
    const { key, name } = joined(session.id, speaker!);
    if (!people.has(key)) people.set(key, { name, title: session.title });
  }
  const called = Map.groupBy(people.values(), ({ name }) => name);
  // Of two who are called alike it is told where each is from.
  const nameOf = (key: string) => {
    const { name, title } = people.get(key)!;
    return called.get(name)!.length === 1 ? name : `${name} (in ${title})`;
  };
  const rows = [...spoke]
    .map(([key, alike]) => [nameOf(key), alike.find(({ role }) => role !== null)?.role ?? '', String(alike.length)])
    .toSorted(([one], [other]) => alphabetical(one!, other!));
  const silent = [...people.keys()].filter((key) => !spoke.has(key));
  const names = silent.map(nameOf).toSorted(alphabetical);
  return [
    {
      heading: 'Who spoke on it',
      blocks: [
        { kind: 'table', head: ['Speaker', 'Capacity', 'Quotes'], rows },
        ...(names.length === 0
          ? []
          : [
              {
                kind: 'text' as const,
                text: `Took part in these sessions, and nothing of theirs was found on it: ${someOf(names)}.`,
              },
            ]),
      ],
    },
  ];
}

function searchedBlocks(
  { total, searched, quotes: all }: FoundQuotes,
  { quotes, shown, areDated }: { quotes: Quote[]; shown: number; areDated: boolean },
  { about, speaker }: BriefQuery,
): Block[] {
  const { sessions, unread, from, to } = searched;
  const who = speaker === undefined ? '' : `, those in which ${speaker} speaks`;
  const found = `${count(total.quotes, 'place')} by ${count(total.speakers, 'speaker')} in ${count(total.sessions, 'session')}`;
  const sentences = [
    `${count(sessions, 'session')}${who}${daysOf(from, to, areDated)}.`,
    `Found on “${about}”: ${found}.`,
    ...(unread === 0 ? [] : [`${unread} more have some of the words and were not read.`]),
    ...(all.length > quotes.length
      ? [`Of those, ${all.length - quotes.length} have only a part of the words and are left out here.`]
      : []),
    ...(total.quotes > shown ? [`This paper shows ${shown} of them; the command quotes lists them all.`] : []),
  ];
  return [
    { kind: 'text', text: sentences.join(' ') },
    {
      kind: 'text',
      text: 'What was said in other words may be missing. A session that is not in the library was not looked through.',
    },
  ];
}

function daysOf(from: string | null, to: string | null, areDated: boolean): string {
  if (from === null || to === null) return '';
  const days = from === to ? `of ${dayInWords(from)}` : `from ${dayInWords(from)} to ${dayInWords(to)}`;
  return areDated ? `, ${days}` : `; those that have a day are ${days}`;
}

function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}
