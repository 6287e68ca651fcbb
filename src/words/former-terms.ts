/** Terms as earlier versions of the program made them, for what is stored and not yet brought over. */
import { stemmer } from 'stemmer';
import { irregularBareForms, irregularFormsOf } from './irregular-forms.ts';

/**
 * What may stand in the place of a term of today: in what derivation 0 made irregular words had a term for each form,
 * and until derivation 2 Russian and Arabic words were cut otherwise.
 */
export function formerTermsOf(term: string): string[] {
  if (/^\p{Script=Cyrillic}{4,}$/u.test(term))
    return [1, 2, 3].map((cut) => term.slice(0, Math.max(3, term.length - cut)));
  if (/^\p{Script=Arabic}{3,}$/u.test(term)) return [`${term}ة`, `و${term}`];
  return (former ??= formerTerms()).get(term) ?? [];
}

let former: Map<string, string[]> | null = null;

function formerTerms(): Map<string, string[]> {
  return new Map(
    irregularBareForms().map((bare) => {
      const term = stemmer(bare);
      const others = new Set((irregularFormsOf(bare) ?? []).map((form) => stemmer(form)));
      others.delete(term);
      return [term, [...others]];
    }),
  );
}
