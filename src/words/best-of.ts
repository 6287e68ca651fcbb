/** The best of many, of which nearly all are turned away at one comparison. */
export interface Rated {
  id: number;
  score: number;
}

/** The `most` with the highest scores of what is offered, best first; equals by id. */
export function bestOf(most: number): { list: Rated[]; offer: (id: number, score: number) => void } {
  const list: Rated[] = [];
  /** What the last of a full list has. */
  let least = most > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return {
    list,
    offer(id, score) {
      if (score < least || most <= 0) return;
      let place = list.length;
      while (place > 0 && !isBetter(list[place - 1]!, id, score)) place -= 1;
      if (place === most) return;
      list.splice(place, 0, { id, score });
      if (list.length > most) list.pop();
      if (list.length === most) least = list[most - 1]!.score;
    },
  };
}

function isBetter(one: Rated, id: number, score: number): boolean {
  return one.score > score || (one.score === score && one.id <= id);
}
