/** The sentences that come nearest to a question, by their words, by what they mean as a whole, and part by part. */
import type { Person } from '../people/person.ts';
import type { Meanings } from '../retrieval/meaning.ts';
import type { Reading, ReadSentence } from '../retrieval/reading.ts';
import { closenessTo, type Closeness } from './matter/closeness.ts';
import type { Wanted } from './matter/evidence.ts';
import { readingsOf, type Ground } from './ground.ts';
import { sentencesOf, type Heard, type Place } from './hear.ts';
import { introduces } from './talk/introducing.ts';
import { rareTermOf } from './matter/most-of-matter.ts';
import { likenessTo, standardOf } from './matter/likeness.ts';
import { givesFloor } from './talk/replies.ts';
import { languageOfSession } from './spoken-language.ts';
import { isEnglish } from '../words/language.ts';

/** What is looked in for what comes nearest. */
export interface Near {
  /** The question without its frame. */
  words: string;
  wanted: Wanted;
  heard: Heard[];
  /** Of whom it is asked; of everybody where there are none. */
  people: Person[];
  /** Ids of the sessions it is asked of. */
  among: string[];
  /** Primary tag of the language it is asked in; null where that is not known. */
  language: string | null;
}

/** A sentence, as near as its words and its meaning are. */
export interface Candidate {
  reading: Reading;
  index: number;
  place: Place | null;
  /** How many usual differences its meaning as a whole is nearer than that of the average sentence. */
  like: number;
  /** Null where nothing knows what the question means. */
  closeness: Closeness | null;
  nearness: number;
}

/** Sessions looked in beside those heard already. */
const mostByWords = 6;
const mostByMeaning = 6;
/** How much it counts that a session is sure to speak of the matter. */
const chanceCounts = 2;
/** What the words count beside the meaning, both put so that one is a usual difference between sentences. */
const wordsCount = 0.7;

/** Those of the sessions heard and of others that come near by their words or in meaning, the nearest first. */
export async function candidatesFor(near: Near, ground: Ground): Promise<Candidate[]> {
  const meanings = await ground.meaningsOf(near.words);
  // Sessions are opened only where the question means something.
  return ranked(near, meanings === null ? [] : await readingsFor(near, ground), meanings);
}

/**
 * Those of some readings, the nearest first. Sentences that are near as a whole are compared part by part; where nothing
 * knows what the question means, those that have something of it are ranked as they were scored.
 */
export async function ranked(
  { words, wanted, heard, people, language }: Omit<Near, 'among'>,
  readings: Reading[],
  meanings: Meanings | null,
): Promise<Candidate[]> {
  const likeness = await likenessTo(words, readings.filter(canBeLike), meanings);
  function canBeLike({ session }: Reading): boolean {
    const spoken = languageOfSession(session);
    // A table of words knows English; what of another language is in it is there by chance.
    return meanings?.ofWords === undefined || [language, spoken].every(isEnglish);
  }
  const sure = placesOf(heard, leastOwn);
  // Where nothing tells what is near, a word of it is better than nothing at all.
  const bySession = likeness.size > 0 || [...sure.values()].some(({ size }) => size > 0) ? sure : placesOf(heard, 0);
  const places = [...bySession.values()].flatMap((ofSession) => [...ofSession.values()]);
  if (likeness.size === 0)
    return places
      .map((place) => ({ ...place, place, like: 0, closeness: null, nearness: place.score }))
      .toSorted((one, other) => other.nearness - one.nearness);
  const scores = standardOf(places.map(({ score }) => score));
  const chances = new Map(heard.map(({ reading, chance }) => [reading, chance]));
  const asAWhole = [...likeness].flatMap(([reading, ofSentences]) => {
    const theirs = sentencesOf(people, reading);
    const base = chanceCounts * (chances.get(reading) ?? 0);
    const placed = bySession.get(reading.session.id);
    // A long session has thousands of sentences, many of which cannot be near.
    const near = Array.from(ofSentences.keys()).filter(
      (index) => !Number.isNaN(ofSentences[index]!) && theirs(reading.sentences[index]!),
    );
    return near.map((index) => {
      const like = ofSentences[index]!;
      const place = placed?.get(index) ?? null;
      const byWords = place ? Math.max((place.score - scores.mean) / scores.spread, 0) + 1 : 0;
      return { reading, index, place, like, base, nearness: base + like + wordsCount * byWords };
    });
  });
  const matched = new Map(heard.map((each) => [each.reading, each.matched]));
  const closenessAt = closenessTo(wanted, words, meanings, matched);
  const rare = rareTermOf(wanted);
  const hasRare = ({ reading, index }: { reading: Reading; index: number }) =>
    rare !== null && reading.sentences[index]!.terms.has(rare);
  const nearest = asAWhole.toSorted((one, other) => other.nearness - one.nearness);
  return [...nearest.slice(0, mostCompared), ...nearest.slice(mostCompared).filter(hasRare).slice(0, mostWithRare)]
    .map(({ reading, index, place, like, base }) => {
      const closeness = closenessAt(reading, index, place?.repliesTo === undefined ? [] : [place.repliesTo]);
      const byParts = saidCounts * closeness.said + aroundCounts * closeness.around;
      const nearness = base + like + byParts - penaltyOf(reading.sentences[index]!);
      return { reading, index, place, like, closeness, nearness };
    })
    .toSorted((one, other) => other.nearness - one.nearness);
}

/** Sentences compared part by part, and what their parts count beside their meaning as a whole. */
const mostCompared = 80;
/** Others are compared for a word that hardly anybody says. */
const mostWithRare = 3;
const saidCounts = 2;
const aroundCounts = 8;

/** Who gives the floor names the matter and says nothing of it. */
function penaltyOf({ text }: ReadSentence): number {
  return givesFloor(text) || introduces(text) ? forFloor : 0;
}

const forFloor = 1;

/** Of the question's weight in a sentence that is looked at for its words. */
const leastOwn = 0.2;

/** The sessions heard, others that have some of the words, and those that are near in meaning. */
async function readingsFor(
  { words, heard, among }: Pick<Near, 'words' | 'heard' | 'among'>,
  ground: Ground,
): Promise<Reading[]> {
  const named = new Set(heard.map(({ reading }) => reading.session.id));
  const isNew = (id: string) => !named.has(id) && Boolean(named.add(id));
  const byWords = among.length > named.size ? await ground.sessionsOn(words, among, named.size + mostByWords) : [];
  const byMeaning =
    among.length > named.size ? await ground.sessionsNear(words, among, named.size + mostByMeaning) : [];
  const further = [...byWords.filter(isNew).slice(0, mostByWords), ...byMeaning.filter(isNew).slice(0, mostByMeaning)];
  return [...heard.map(({ reading }) => reading), ...(await readingsOf(further, ground))];
}

/** The best place at each sentence that has so much of the question in it, with what stands around; by session. */
function placesOf(heard: Heard[], least: number): Map<string, Map<number, Place>> {
  const places = new Map<string, Map<number, Place>>();
  for (const { reading, places: all, spot } of heard) {
    const best = places.get(reading.session.id) ?? new Map<number, Place>();
    places.set(reading.session.id, best);
    for (const place of all) {
      if (place.own < least) continue;
      const score = place.score + spot.covered[place.repliesTo ?? place.index]!;
      if (score > (best.get(place.index)?.score ?? 0)) best.set(place.index, { ...place, score });
    }
  }
  return places;
}
