/** How whoever is asked of is told of. */
import type { Inquiry } from '../../asking/asked.ts';

/** "China Mobile (Yuhong Huang)": the question's words, and the name behind them; these alone where several names may be. */
export function calledAs({ phrase, matches }: Inquiry['speakers'][number]): string {
  const [first] = matches;
  if (!first || mayBeSeveral({ matches })) return phrase;
  const { name } = first.person;
  if (matches.length > 1 || name.includes(phrase)) return name;
  return first.how === 'name' || first.how === 'spelling' ? name : `${phrase} (${name})`;
}

/** Whether whoever is asked of can be people of different names. */
export function mayBeSeveral({ matches }: Pick<Inquiry['speakers'][number], 'matches'>): boolean {
  return matches.some(({ person }) => person.name !== matches[0]!.person.name);
}
