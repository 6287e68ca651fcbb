/** Terms as earlier versions of the program made them, for what is stored and not yet brought over. */
import { stemmer } from 'stemmer';
import { irregularBareForms, irregularFormsOf } from './irregular-forms.ts';

/** What stands in the place of a term of today in what derivation 0 made: irregular words had a term for each form. */
export function formerTermsOf(term: string): string[] {
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
