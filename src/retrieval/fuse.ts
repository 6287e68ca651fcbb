/** How much the first places of a list count over later ones; 60 as in the paper. */
const rankConstant = 60;

/**
 * One list out of several, each best first: reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009).
 * Scores are sums of 1 / (60 + rank); what stands high in several lists comes first.
 */
export function fuse<Id>(lists: Id[][]): { id: Id; score: number }[] {
  const scores = new Map<Id, number>();
  for (const list of lists) {
    for (const [rank, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (rankConstant + rank + 1));
  }
  return [...scores].map(([id, score]) => ({ id, score })).toSorted((one, other) => other.score - one.score);
}
