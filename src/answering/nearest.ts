/** What comes nearest to a question where nothing certain answers it: shown as such, with how it was found. */
import type { Passage } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import type { Person } from '../people/person.ts';
import type { Reading } from '../retrieval/reading.ts';
import { quoteOfRun } from './choose.ts';
import type { Wanted } from './evidence.ts';
import type { Ground } from './ground.ts';
import type { Heard } from './hear.ts';
import type { Run } from './replies.ts';

/** At most three passages, the nearest first; none where not even a word that tells something is near. */
export async function nearestPassages(
  _inquiry: Inquiry,
  _wanted: Wanted,
  heard: Heard[],
  _people: Person[],
  _ground: Ground,
): Promise<Omit<Passage, 'n'>[]> {
  const places = heard
    .flatMap(({ places: all, spot }) =>
      all.map((place) => ({ ...place, score: place.score + spot.covered[place.repliesTo ?? place.index]! })),
    )
    .filter(({ own }) => own >= leastOwn)
    .toSorted((one, other) => other.score - one.score);
  const passages: Omit<Passage, 'n'>[] = [];
  for (const { reading, index, run, repliesTo } of places) {
    if (passages.length >= mostPassages) break;
    const passage = quoteOfRun(reading, run ?? passageAround(reading, index), repliesTo);
    if (!passages.some((other) => overlaps(other, passage))) passages.push({ ...passage, by: 'words' });
  }
  return passages;
}

const mostPassages = 3;
/** Of the question's weight in the sentence. */
const leastOwn = 0.2;
/** In characters. */
const longestPassage = 420;

/** A sentence with those beside it in its turn, as much as is read at a glance. */
export function passageAround({ sentences }: Reading, index: number): Run {
  const run = { first: index, last: index };
  const fits = (first: number, last: number) =>
    sentences[first]?.turn === sentences[index]!.turn &&
    sentences[last]?.turn === sentences[index]!.turn &&
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
  return (
    one.session.id === other.session.id && one.turn === other.turn && one.start < other.end && other.start < one.end
  );
}
