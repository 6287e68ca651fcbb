/** How whoever is asked of is told of. */
import type { Inquiry } from '../../asking/asked.ts';

/** "China Mobile (Yuhong Huang)": the question's words, and the name behind them. */
export function calledAs({ phrase, matches }: Inquiry['speakers'][number]): string {
  const [first] = matches;
  if (!first || matches.length > 1 || first.person.name.includes(phrase)) return first?.person.name ?? phrase;
  return first.how === 'name' || first.how === 'spelling' ? first.person.name : `${phrase} (${first.person.name})`;
}
