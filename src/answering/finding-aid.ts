/** Everything somebody said on a matter, over sessions: complete, dated, with how much there is and what was looked through. */
import type { Quote } from '../answer.ts';
import { sessionsWithin } from '../asking/sessions-called.ts';
import { ofGroup } from '../people/groups.ts';
import type { Person } from '../people/person.ts';
import type { FoundQuotes, QuotesQuery, SessionSummary } from '../rapporteur.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';
import { candidates } from '../retrieval/search.ts';
import { termsOf } from '../words/terms.ts';
import { leastCovered, leastOwn, scoreSentences, wantedOf, type Scored, type Wanted } from './matter/evidence.ts';
import { mentionOf } from './parts-of.ts';
import type { Ground } from './ground.ts';
import { sentencesOf } from './hear.ts';
import { quoteAt } from './quotes/quote.ts';
import { sameSpeaker } from './same-speaker.ts';
import { togetherFirst } from './matter/whole-matter.ts';

/** Sessions read for one list, those that have most of the words first. */
export const mostSessions = 400;
/** Read at a time, so that no more than these are in memory. */
export const readAtOnce = 16;

/** Which sessions are meant. */
export type Within = Pick<QuotesQuery, 'session' | 'event' | 'from' | 'to'>;

type Found = { quote: Omit<Quote, 'n'>; fit: number; order: number; together: boolean };

/** Nothing is found of somebody whom nobody knows, and `people` is empty then. */
export async function quotesOn(query: QuotesQuery, ground: Ground): Promise<FoundQuotes> {
  const { about = '', order = 'time', limit = 20, offset = 0 } = query;
  const sessions = await sessionsIn(query, ground);
  const people = query.speaker === undefined ? [] : await peopleCalled(query.speaker, ground);
  const isOf = ({ id }: SessionSummary) => people.some((person) => person.sessions.includes(id));
  const spokenIn = query.speaker === undefined ? sessions : sessions.filter(isOf);
  const wanted = await wantedFrom(about, ground);
  const ids = spokenIn.map(({ id }) => id);
  const worth = wanted === null ? ids : await worthReading(wanted.words, ids, ground);
  // Of "harbour dues", what speaks of dues alone is not counted.
  const found = togetherFirst(
    await readAll(worth.slice(0, mostSessions), spokenIn, wanted?.of ?? null, people, ground),
  );
  found.sort(order === 'fit' ? (one, other) => other.fit - one.fit || one.order - other.order : byTime);
  const same = sameSpeaker(await ground.directory());
  const page = found.slice(offset, offset + limit);
  return {
    quotes: page.map(({ quote }, at) => ({ n: offset + at + 1, ...quote })),
    people: shownPeople(people),
    total: {
      quotes: found.length,
      sessions: new Set(found.map(({ quote }) => quote.session.id)).size,
      speakers: new Set(found.map(({ quote }) => (quote.speaker === null ? null : same(quote)))).size,
    },
    searched: {
      sessions: spokenIn.length,
      of: sessions.length,
      unread: Math.max(worth.length - mostSessions, 0),
      ...span(spokenIn),
    },
    next: offset + limit < found.length ? offset + limit : null,
  };
}

const byTime = (one: Found, other: Found) => one.order - other.order;

/** Those of an event, between days, as `QuotesQuery` has it; oldest first. */
export async function sessionsIn(query: Within, { library }: Ground): Promise<SessionSummary[]> {
  return sessionsWithin(query, await library.sessions()).toSorted(
    (one, other) => (one.date ?? '').localeCompare(other.date ?? '') || one.id.localeCompare(other.id),
  );
}

/** Whoever is called so; of a group, such as "UN agencies", all who spoke for one of them. */
export async function peopleCalled(speaker: string, { directory }: Ground): Promise<Person[]> {
  const known = await directory();
  return ofGroup(speaker, known.people) ?? mentionOf(speaker, known).matches.map(({ person }) => person);
}

/** Those who are called alike in session after session, of whom nobody knows whether they are one, stand there once. */
export function shownPeople(people: Person[]): FoundQuotes['people'] {
  const shown = people.map(({ name, role, affiliation }) => ({ name, role, affiliation }));
  return [...new Map(shown.map((each) => [JSON.stringify(each), each])).values()];
}

/** What must have been said; null where it is asked for all that somebody said. */
export async function wantedFrom(about: string, { library }: Ground): Promise<{ of: Wanted; words: string } | null> {
  const terms = termsOf(about);
  return terms.length === 0 ? null : { of: wantedOf(about, await library.counts(terms)), words: about };
}

/** Ids of the sessions that have any of the words, those that have most of them first. */
export async function worthReading(words: string, ids: string[], { library }: Ground): Promise<string[]> {
  const counts = await library.counts(termsOf(words));
  const asked = wantedOf(words, counts).terms.map(({ term, weight }) => ({ term, weight, also: [] }));
  const found = await candidates({ asked, counts }, { library, meaning: null }, ids, mostChunks);
  return found.map(({ session }) => session);
}

/** Looked up to name the sessions worth reading. */
const mostChunks = 20_000;

async function readAll(
  ids: string[],
  sessions: SessionSummary[],
  wanted: Wanted | null,
  people: Person[],
  { open }: Ground,
): Promise<Found[]> {
  const found: Found[] = [];
  const rank = new Map(sessions.map(({ id }, at) => [id, at]));
  for (let at = 0; at < ids.length; at += readAtOnce) {
    for (const opened of await open(ids.slice(at, at + readAtOnce))) {
      const reading = opened.reading();
      const theirs = sentencesOf(people, reading);
      const runs = wanted === null ? wholeTurns(reading, theirs) : onTheMatter(reading, wanted, theirs);
      for (const { first, last, fit, together } of runs)
        found.push({
          quote: quoteOf(reading, first, last),
          fit,
          together,
          // In a session by where it stands, between sessions by their dates.
          order: rank.get(reading.session.id)! * longestSession + first,
        });
    }
  }
  return found;
}

/** In sentences. */
const longestSession = 10_000_000;

interface Run {
  first: number;
  last: number;
  fit: number;
  together: boolean;
}

/** Sentences on the matter; those that follow each other in a turn are one quote. */
function onTheMatter(reading: Reading, wanted: Wanted, theirs: (sentence: ReadSentence) => boolean): Run[] {
  const on = togetherFirst(scoreSentences(reading, wanted, theirs))
    .filter(({ covered, own }) => covered >= leastCovered && own >= leastOwn)
    .toSorted((one, other) => one.index - other.index);
  const runs: Run[] = [];
  for (const scored of on) {
    const before = runs.at(-1);
    if (before && follows(before, scored, reading)) {
      before.last = scored.index;
      before.fit = Math.max(before.fit, scored.score);
      before.together ||= scored.together;
    } else runs.push({ first: scored.index, last: scored.index, fit: scored.score, together: scored.together });
  }
  return runs;
}

function follows({ first, last }: Run, { index, sentence }: Scored, { sentences }: Reading): boolean {
  const begins = sentences[first]!;
  return index === last + 1 && begins.turn === sentence.turn && sentence.end - begins.start <= longestQuote;
}

/** In characters. */
const longestQuote = 600;

function wholeTurns({ sentences }: Reading, theirs: (sentence: ReadSentence) => boolean): Run[] {
  const runs: Run[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (!theirs(sentence)) continue;
    const before = runs.at(-1);
    if (before && sentences[before.first]!.turn === sentence.turn) before.last = index;
    else runs.push({ first: index, last: index, fit: 0, together: true });
  }
  return runs;
}

function quoteOf({ session, sentences }: Reading, first: number, last: number): Omit<Quote, 'n'> {
  const { turn, start, seconds } = sentences[first]!;
  return quoteAt(session, session.turns[turn]!, { turn, start, end: sentences[last]!.end, seconds });
}

/** Their first and last day. */
export function span(sessions: { date: string | null }[]): { from: string | null; to: string | null } {
  const dates = sessions.flatMap(({ date }) => date ?? []).toSorted();
  return { from: dates[0] ?? null, to: dates.at(-1) ?? null };
}
