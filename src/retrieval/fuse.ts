/** How much the first places of a list count over later ones; 60 as in the paper. */
const rankConstant = 60;

/** Ids, best first, and how much the list counts beside others. */
export interface Ranking<Id> {
  ids: Id[];
  counts: number;
}

/**
 * One list out of several: reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009), weighted.
 * Scores are sums of `counts` / (60 + rank); what stands high in several lists comes first.
 */
export function fuse<Id>(rankings: Ranking<Id>[]): { id: Id; score: number }[] {
  const scores = new Map<Id, number>();
  for (const { ids, counts } of rankings) {
    for (const [rank, id] of ids.entries()) scores.set(id, (scores.get(id) ?? 0) + counts / (rankConstant + rank + 1));
  }
  return [...scores].map(([id, score]) => ({ id, score })).toSorted((one, other) => other.score - one.score);
}
