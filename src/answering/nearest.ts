/** What comes nearest to a question where nothing certain answers it: shown as such, with how it was found. */
import type { Passage } from '../answer.ts';
import type { Person } from '../people/person.ts';
import type { Reading } from '../retrieval/reading.ts';
import { quoteOfRun } from './choose.ts';
import { readingsOf, type Ground } from './ground.ts';
import { sentencesOf, type Heard, type Place } from './hear.ts';
import { likenessTo, standardOf } from './likeness.ts';
import type { Run } from './replies.ts';

/** What is looked in for what comes nearest. */
export interface Near {
  /** The question without its frame. */
  words: string;
  heard: Heard[];
  /** Of whom it is asked; of everybody where there are none. */
  people: Person[];
  /** Ids of the sessions it is asked of. */
  among: string[];
}

/** A sentence, as near as its words and its meaning are. */
interface Candidate {
  reading: Reading;
  index: number;
  place: Place | null;
  nearness: number;
}

/** At most three passages, the nearest first; none where neither words nor meaning come near. */
export async function nearestPassages(near: Near, ground: Ground): Promise<Omit<Passage, 'n'>[]> {
  const candidates = await candidatesFor(near, ground);
  const passages: Omit<Passage, 'n'>[] = [];
  for (const { reading, index, place } of candidates.toSorted((one, other) => other.nearness - one.nearness)) {
    if (passages.length >= mostPassages) break;
    const passage = quoteOfRun(reading, place?.run ?? passageAround(reading, index), place?.repliesTo);
    if (passages.some((other) => overlaps(other, passage))) continue;
    passages.push({ ...passage, by: place !== null && place.own >= leastByWords ? 'words' : 'meaning' });
  }
  return passages;
}

const mostPassages = 3;
/** Of the question's weight in a sentence that counts as found by its words, and in one that is looked at at all. */
const leastByWords = 0.35;
const leastOwn = 0.2;
/** Sessions looked in beside those heard already. */
const mostByWords = 6;
const mostByMeaning = 6;
/** How much it counts that a session is sure to speak of the matter. */
const chanceCounts = 2;
/** What the words count beside the meaning, both put so that one is a usual difference between sentences. */
const wordsCount = 0.7;

async function candidatesFor({ words, heard, people, among }: Near, ground: Ground): Promise<Candidate[]> {
  const places = placesOf(heard);
  const likeness = await likenessTo(words, () => readingsFor({ words, heard, people, among }, ground), ground);
  if (likeness.size === 0) return [...places.values()].map((place) => ({ ...place, place, nearness: place.score }));
  const scores = standardOf([...places.values()].map(({ score }) => score));
  const chances = new Map(heard.map(({ reading, chance }) => [reading, chance]));
  return [...likeness].flatMap(([reading, ofSentences]) => {
    const theirs = sentencesOf(people, reading);
    return [...ofSentences].flatMap(([index, like]): Candidate[] => {
      if (!theirs(reading.sentences[index]!)) return [];
      const place = places.get(keyOf(reading, index)) ?? null;
      const byWords = place ? Math.max((place.score - scores.mean) / scores.spread, 0) + 1 : 0;
      const nearness = like + wordsCount * byWords + chanceCounts * (chances.get(reading) ?? 0);
      return [{ reading, index, place, nearness }];
    });
  });
}

/** The sessions heard, others that have some of the words, and those that are near in meaning. */
async function readingsFor({ words, heard, among }: Near, ground: Ground): Promise<Reading[]> {
  const named = new Set(heard.map(({ reading }) => reading.session.id));
  const isNew = (id: string) => !named.has(id) && Boolean(named.add(id));
  const byWords = among.length > named.size ? await ground.sessionsOn(words, among, named.size + mostByWords) : [];
  const byMeaning =
    among.length > named.size ? await ground.sessionsNear(words, among, named.size + mostByMeaning) : [];
  const further = [...byWords.filter(isNew).slice(0, mostByWords), ...byMeaning.filter(isNew).slice(0, mostByMeaning)];
  return [...heard.map(({ reading }) => reading), ...(await readingsOf(further, ground))];
}

/** The best place at each sentence that has something of the question in it, with what stands around. */
function placesOf(heard: Heard[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { places: all, spot } of heard) {
    for (const place of all) {
      if (place.own < leastOwn) continue;
      const score = place.score + spot.covered[place.repliesTo ?? place.index]!;
      const key = keyOf(place.reading, place.index);
      if (score > (places.get(key)?.score ?? 0)) places.set(key, { ...place, score });
    }
  }
  return places;
}

function keyOf({ session }: Reading, index: number): string {
  return `${session.id}\n${index}`;
}

/** In characters. */
const longestPassage = 420;

/** A sentence with those beside it in its turn, as much as is read at a glance. */
export function passageAround({ sentences }: Reading, index: number): Run {
  const run = { first: index, last: index };
  const { turn } = sentences[index]!;
  const fits = (first: number, last: number) =>
    sentences[first]?.turn === turn &&
    sentences[last]?.turn === turn &&
    sentences[last].end - sentences[first].start <= longestPassage;
  for (let grows = true; grows;) {
    grows = false;
    if (fits(run.first, run.last + 1)) [run.last, grows] = [run.last + 1, true];
    if (fits(run.first - 1, run.last)) [run.first, grows] = [run.first - 1, true];
  }
  return run;
}

type Placed = Pick<Passage, 'session' | 'turn' | 'start' | 'end'>;

export function overlaps(one: Placed, other: Placed): boolean {
  const isSameTurn = one.session.id === other.session.id && one.turn === other.turn;
  return isSameTurn && one.start < other.end && other.start < one.end;
}
