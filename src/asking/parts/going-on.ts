/** Going on from an answer: to one of its quotes, to more of them, to what stands beside what was quoted. */
import { textOf } from '../../words/text-words.ts';
import { numberOf, waysToGoOn } from '../phrases/languages.ts';

export interface GoingOn {
  /**
   * `before` and `after`: the sentences beside; `turnBefore` and `turnAfter`: who spoke there; `asker`: who asked for them; `again`:
   * the same words; `source`: where they stand.
   */
  to: 'open' | 'more' | 'before' | 'after' | 'turnBefore' | 'turnAfter' | 'asker' | 'again' | 'source';
  /** The `[n]` of the quote to open; null for the others. */
  n: number | null;
}

/** Where a message goes on to; null where it asks something of its own. */
export function goingOnIn(message: string): GoingOn | null {
  const text = textOf(message);
  for (const { to, said } of ways) {
    const found = said.first(text);
    if (found) return { to, n: to === 'open' ? numberOf(found.taken) : null };
  }
  return null;
}

const order: GoingOn['to'][] = [
  'open',
  'more',
  'again',
  'source',
  'asker',
  'turnBefore',
  'turnAfter',
  'before',
  'after',
];
const ways = order.map((to) => ({ to, said: waysToGoOn(to) }));
