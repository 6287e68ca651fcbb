/** What each of several sides said on a matter, beside each other; who said nothing on it is said too. */
import type { Quote, Seen } from '../answer.ts';
import { shownSpeaker } from '../people/unnamed.ts';
import type { AgreementMap, FoundQuotes, Rapporteur, SessionSummary } from '../rapporteur.ts';
import { dayInWords } from '../words/dates.ts';
import { changedWords } from '../words/changed-words.ts';
import { stanceNames } from './agreement-picture.ts';
import { someOf } from './some-of.ts';
import { namesOf } from './collection.ts';
import type { Block, Paper, Section } from './paper.ts';
import { capitalised } from '../answering/quotes/wording.ts';

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
  const map = await rapporteur.agreements({ ...within, about: [query.about], speakers: names });
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
      'Words in quotation marks are the speakers’ own, exactly as the record has them.',
      'A position is given only where a sentence says so beside the words of the matter; whether sides agree is for the reader to say.',
    ],
    sections: [
      { heading: 'Side by side', blocks: [tableOf(sides, map)] },
      ...sides.map((side) => sectionOf(side, query.about, { map, sessions, now })),
      ...overTime(sides, sessions, now),
      ...denominator(map, query.about),
    ],
  };
}

function tableOf(sides: Side[], map: AgreementMap): Block {
  const each = (tell: (side: Side) => string) => sides.map(tell);
  return {
    kind: 'table',
    head: ['', ...sides.map(({ name }) => name)],
    rows: [
      ['Who speaks for it', ...each(({ found }) => namesOf(found.people).join('; ') || 'nobody who is known here')],
      ['Sessions they speak in', ...each(({ found }) => String(found.searched.sessions))],
      [
        'Position in these words',
        ...each(
          (side) =>
            positionsOf(side, map)
              .map(({ name }) => name)
              .join('; ') || '—',
        ),
      ],
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

/** Positions that its people take, each with the quote that carries it; none where the words bear out none. */
function positionsOf({ found }: Side, { points }: AgreementMap): { name: string; quotes: Quote[] }[] {
  const people = new Set(found.people.map(({ name }) => name));
  const said = points
    .flatMap((point) => point.said)
    .filter(({ speaker, stance }) => stance !== null && people.has(speaker));
  return [...Map.groupBy(said, ({ stance }) => stance!)].map(([stance, alike]) => ({
    name: stanceNames[stance],
    quotes: alike.flatMap(({ quotes }) => quotes.slice(0, 1)),
  }));
}

interface Using {
  map: AgreementMap;
  sessions: Map<string, SessionSummary>;
  now: Date;
}

function sectionOf(side: Side, about: string, { map, sessions, now }: Using): Section {
  const { name, found, best } = side;
  if (best.length > 0) {
    const positions = positionsOf(side, map).flatMap((position) =>
      position.quotes.map((quote) => quotation(quote, sessions, now, `${capitalised(position.name)}: `)),
    );
    const carrying = new Set(positions.map((block) => block.kind === 'quotation' && placeOf(block.cited.quote)));
    const others = best.filter((quote) => !carrying.has(placeOf(quote)));
    return { heading: name, blocks: [...positions, ...others.map((quote) => quotation(quote, sessions, now))] };
  }
  const { sessions: looked } = found.searched;
  const text =
    found.people.length === 0
      ? `Nobody called “${name}” is known here.`
      : `Nothing of theirs was found on “${about}” in the ${looked === 1 ? 'session' : `${looked} sessions`} they speak in.`;
  return { heading: name, blocks: [{ kind: 'text', text }] };
}

const placeOf = ({ session, turn, start }: Quote) => `${session.id} ${turn} ${start}`;

/** How many could have spoken on it, who did and who did not: without that a number of voices says little. */
function denominator({ points, speakers, sessions, of }: AgreementMap, about: string): Section[] {
  const [point] = points;
  if (!point || speakers.length === 0) return [];
  const spokenIn =
    of === 1 ? 'the session' : `${of > sessions.length ? `the ${sessions.length} of ${of}` : `the ${of}`} sessions`;
  const which = of > sessions.length ? ' and that have most of the words' : '';
  const spoke = point.said.map(({ speaker }) => speaker);
  const names = spoke.length === 0 ? '' : `: ${someOf(spoke)}`;
  const lines = [
    `Of ${speakers.length} people who are named in ${spokenIn} in which a side speaks${which}, ${spoke.length} were found to speak of “${about}”${names}.`,
    ...(point.silent.length === 0 ? [] : [`There, and not found to: ${someOf(point.silent)}.`]),
  ];
  return [{ heading: 'Who spoke on it, and who did not', blocks: lines.map((text) => ({ kind: 'text', text })) }];
}

/** First and latest words of each side that spoke on it on more than one day. */
function overTime(sides: Side[], sessions: Map<string, SessionSummary>, now: Date): Section[] {
  const blocks = sides.flatMap(({ found }) => {
    const dated = found.quotes.filter(({ session }) => session.date !== null);
    const [first, latest] = [dated[0], dated.at(-1)];
    if (!first || !latest || first.session.date === latest.session.date) return [];
    const told = [first, latest].map((quote) =>
      quotation(quote, sessions, now, `${dayInWords(quote.session.date!)}, `),
    );
    return [...told, ...changeBetween(first, latest)];
  });
  return blocks.length === 0 ? [] : [{ heading: 'First and latest', blocks }];
}

/** What changed in words, and no more: whether that is another position is for the reader to say. */
function changeBetween(first: Quote, latest: Quote): Block[] {
  const { gone, come } = changedWords(first.text, latest.text);
  const lines = [
    come.length === 0 ? null : `In the latest and not in the first: ${come.join(', ')}.`,
    gone.length === 0 ? null : `In the first and not in the latest: ${gone.join(', ')}.`,
  ].filter((line) => line !== null);
  return lines.length === 0 ? [] : [{ kind: 'text', text: lines.join(' ') }];
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
