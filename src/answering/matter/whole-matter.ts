/** Words of a matter that belong together, such as "harbour dues", against either of them said alone. */
import type { Reading } from '../../retrieval/reading.ts';

/** Tells of each sentence whether all compounds are said in it or beside it, each in one place; `forms` are what stands for a term. */
export function togetherIn(
  { sentences, places }: Reading,
  compounds: string[][],
  forms: (term: string) => Iterable<string>,
): (index: number) => boolean {
  const pairs = compounds.flatMap((compound) =>
    compound.slice(1).map((term, at) => [new Set(forms(compound[at]!)), new Set(forms(term))] as const),
  );
  const having = pairs.map(([first, second]) => {
    const both = [...first].flatMap((form) => places.get(form) ?? []);
    return new Set(both.filter((index) => standBeside(first, second, sentences[index]!.run)));
  });
  const isSaid = (index: number, near: number) => sentences[near]?.turn === sentences[index]!.turn;
  return (index) =>
    having.every((those) => reach.some((away) => isSaid(index, index + away) && those.has(index + away)));
}

/** In sentences. */
const reach = [0, -1, 1, -2, 2];

/** "Building of capacity" is capacity building too, and what stands for both words is both: "U.S." */
function standBeside(first: ReadonlySet<string>, second: ReadonlySet<string>, run: string[]): boolean {
  const isBeside = (at: number) => [-2, -1, 1, 2].some((away) => second.has(run[at + away] ?? ''));
  return run.some((term, at) => first.has(term) && (second.has(term) || isBeside(at)));
}

/** Those said together where any are, otherwise all. */
export function togetherFirst<Each extends { together: boolean }>(all: Each[]): Each[] {
  const together = all.filter((each) => each.together);
  return together.length > 0 ? together : all;
}
