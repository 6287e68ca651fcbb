/** What sessions say on a matter: their sentences scored, and how sure it is that they speak of it. */
import { namesIn, type Person } from '../people/person.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';
import { sessionsSaying, sessionsSayingAll } from './matter/extent.ts';
import type { Closeness } from './matter/closeness.ts';
import { chanceOf, learned, spotOf, type Spot } from './confidence.ts';
import {
  forFigure,
  hasNumeral,
  leastOwn,
  matchTerms,
  scoreSentences,
  singleWordsFor,
  type Matched,
  type Scored,
  type Wanted,
} from './matter/evidence.ts';
import { givesBareFigure } from './figures/figure.ts';
import { readingsOf, type Ground } from './ground.ts';
import { asks, ownReply, repliesTo, type Run } from './talk/replies.ts';
import { togetherIn } from './matter/whole-matter.ts';

/** A sentence that may answer, or what is said in reply to one that asks what is asked. */
export interface Place extends Scored {
  reading: Reading;
  /** The sentences that are quoted, where they are more than the sentence itself. */
  run?: Run;
  /** The sentence that asks, where the place is a reply to it. */
  repliesTo?: number;
  /** How much of the question's parts it has, where they were compared. */
  closeness?: Closeness | null;
  /** It has none of the words, and is among the places for what it means. */
  isLike?: boolean;
  /** A second reply, which may go on to something else. */
  isFurther?: boolean;
  /** It asks, and who asks leaves the answer to others. */
  isLeftOpen?: boolean;
}

export interface Heard {
  reading: Reading;
  /** Best first. */
  places: Place[];
  /** Where the question's terms stand. */
  matched: Matched;
  spot: Spot;
  /** Whether anybody says together what belongs together in the question. */
  saidTogether: boolean;
  /** What of the question stands in the other sessions looked at, on average. */
  others: number;
  /** That it speaks of the matter, 0 to 1. */
  chance: number;
}

/** Sessions read whole for one question. */
export const mostSessions = 6;

/** What of a place is quoted. */
export function wordsOf({ reading: { sentences }, sentence, run }: Place): string {
  return run
    ? sentences
        .slice(run.first, run.last + 1)
        .map(({ text }) => text)
        .join(' ')
    : sentence.text;
}

/** `people` are those of whom it is asked; of everybody where there are none. */
export async function hear(
  wanted: Wanted,
  words: string,
  ids: string[],
  people: Person[],
  ground: Ground,
  first?: string[],
): Promise<Heard[]> {
  const lookedAt = first ?? (await sessionsFor(words, ids, ground));
  const heard = await hearEach(lookedAt, wanted, people, ground);
  const hearMore = async (saying: string[]) => {
    const known = new Set([...lookedAt, ...heard.map(({ reading }) => reading.session.id)]);
    const more = saying.filter((id) => !known.has(id)).slice(0, mostSessions);
    heard.push(...(await hearEach(more, wanted, people, ground)));
  };
  if (ids.length > lookedAt.length) {
    // Single words of "harbour dues" are said everywhere, and more often.
    if (wanted.compounds.length > 0 && !heard.some(({ saidTogether }) => saidTogether))
      await hearMore(await sessionsSaying(wanted, ids, ground));
    // What others say more often hides who says all of it once, the more the larger the library is.
    if (!heard.some(({ places }) => places.some(({ whole }) => whole)))
      await hearMore(await sessionsSayingAll(wanted, ids, ground));
  }
  return heard.map((each) => {
    const covered = heard.filter((other) => other !== each).map(({ spot }) => spot.traits.covered);
    const others = covered.reduce((sum, share) => sum + share, 0) / Math.max(covered.length, 1);
    return { ...each, others, chance: chanceAmong(each, others) };
  });
}

async function hearEach(ids: string[], wanted: Wanted, people: Person[], ground: Ground): Promise<Unsure[]> {
  return (await readingsOf(ids, ground)).flatMap((reading) => hearSession(reading, wanted, people) ?? []);
}

/** How sure a session is, beside the others that were looked at. */
function chanceAmong({ spot, places }: Unsure, others: number): number {
  const chance = chanceOf({ ...spot.traits, others });
  return places.some(({ whole }) => whole) ? Math.max(chance, learned.whole) : chance;
}

type Unsure = Omit<Heard, 'others' | 'chance'>;

function hearSession(reading: Reading, wanted: Wanted, people: Person[]): Unsure | null {
  const theirs = sentencesOf(people, reading);
  const matched = matchTerms(reading, wanted);
  const spot = spotOf(reading, wanted, matched, theirs, { ofSpeaker: people.length > 0 });
  if (!spot) return null;
  // What is asked of somebody is asked by others.
  const all = scoreSentences(reading, wanted, (sentence) => theirs(sentence) || asks(sentence), matched);
  const places = all.flatMap((scored): Place[] => {
    const isAsked = asks(scored.sentence);
    const own = theirs(scored.sentence) ? [isAsked ? asking(scored, reading) : said(scored, reading, wanted)] : [];
    return isAsked && scored.own >= leastOwn ? [...own, ...repliesOf(scored, reading, theirs)] : own;
  });
  return {
    reading,
    places: places.toSorted((one, other) => other.score - one.score),
    matched,
    spot,
    saidTogether: saysTogether(reading, wanted, matched),
  };
}

/** Whether anybody of a session says together what belongs together in the question. */
export function saysTogether(reading: Reading, { compounds, terms }: Wanted, { has }: Matched): boolean {
  if (compounds.length === 0) return false;
  const isTogether = togetherIn(reading, compounds, (term) => singleWordsFor(term, { terms }));
  const [first] = compounds[0]!;
  const which = terms.findIndex(({ term }) => term === first);
  return reading.sentences.some((_sentence, index) => (has[index]![which] ?? 0) > 0 && isTogether(index));
}

/** Where a figure is asked for and stands in the next sentence, both are quoted: "We looked at the gauges. There are 46." */
function said(scored: Scored, reading: Reading, { wantsNumber }: Wanted): Place {
  const { sentence, index, score } = scored;
  const next = reading.sentences[index + 1];
  const isBeside = next?.turn === sentence.turn && next.end - sentence.start <= longestWithFigure;
  if (!wantsNumber || !isBeside || hasNumeral(sentence.text) || !givesBareFigure(next.text))
    return { ...scored, reading };
  return { ...scored, reading, run: { first: index, last: index + 1 }, score: score + forFigure };
}

/** In characters. */
const longestWithFigure = 450;

/** Who asks and goes on, replies. */
function asking(scored: Scored, reading: Reading): Place {
  const run = ownReply(reading, scored.index);
  return run
    ? { ...scored, reading, run, score: scored.score + forReplying }
    : { ...scored, reading, isLeftOpen: true };
}

/** A reply stands in the place of its question, which was marked down for asking; a second one a little behind. */
const forReplying = 0.2;
const furtherBehind = 0.1;

function repliesOf(asked: Scored, reading: Reading, theirs: (sentence: ReadSentence) => boolean): Place[] {
  return repliesTo(reading, asked.index)
    .filter(({ first }) => theirs(reading.sentences[first]!))
    .map((run, further) => ({
      ...asked,
      reading,
      run,
      index: run.first,
      sentence: reading.sentences[run.first]!,
      repliesTo: asked.index,
      ...(further > 0 && { isFurther: true }),
      score: asked.score + forReplying - further * furtherBehind,
    }));
}

/** Sentences on a matter, best first, without regard to what answers; `least` is how much of it must stand in and around them. */
export async function sentencesOn(
  wanted: Wanted,
  words: string,
  ids: string[],
  people: Person[],
  ground: Ground,
  least: { covered: number; own: number },
): Promise<Place[]> {
  const places = (await readingsOf(await sessionsFor(words, ids, ground), ground)).flatMap((reading) =>
    scoreSentences(reading, wanted, sentencesOf(people, reading)).map((scored) => ({ ...scored, reading })),
  );
  return places
    .filter(({ own, covered }) => covered >= least.covered && own >= least.own)
    .toSorted((one, other) => other.score - one.score);
}

/** Those of `ids` that are looked at first. */
export async function sessionsFor(words: string, ids: string[], ground: Ground): Promise<string[]> {
  return ids.length <= mostSessions ? ids : ground.sessionsOn(words, ids, mostSessions);
}

/** Tells which sentences of a session are these people's; all are where none are given. */
export function sentencesOf(people: Person[], { session: { id } }: Reading): (sentence: ReadSentence) => boolean {
  const names = namesIn(id, people);
  return ({ speaker }) => people.length === 0 || (speaker !== null && names.has(speaker));
}

/** Where the words of the question stand in one of the sessions heard; undefined where it is none of them. */
export function matchedIn(heard: Heard[], reading: Reading): Heard['matched'] | undefined {
  return heard.find((each) => each.reading === reading)?.matched;
}
