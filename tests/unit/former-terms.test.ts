import { stemmer } from 'stemmer';
import { describe, expect, it } from 'vitest';
import { formerTermsOf } from '../../src/words/former-terms.ts';
import { irregularBareForms, irregularFormsOf } from '../../src/words/irregular-forms.ts';
import { termsOf } from '../../src/words/terms.ts';

describe('former terms', () => {
  it('are those of each form of an irregular word, beside the one of today', () => {
    expect(formerTermsOf('take')).toEqual(['took', 'taken']);
    expect(formerTermsOf('child')).toEqual(['children']);
    expect(formerTermsOf('seal')).toEqual([]);
  });
  it.each([
    ['договора', 'догов'],
    ['план', 'пла'],
    ['محطة', 'محطة'],
    ['وزارة', 'وزارة'],
  ])('have how %s was cut until derivation 2', (word, cut) =>
    expect([...termsOf(word), ...formerTermsOf(termsOf(word)[0]!)]).toContain(cut),
  );
  it('leave no form out that is one term with its word today', () => {
    const missing = irregularBareForms().flatMap((bare) =>
      irregularFormsOf(bare)!.filter((form) => {
        const [today] = termsOf(form);
        return today === stemmer(bare) && ![today, ...formerTermsOf(today)].includes(stemmer(form));
      }),
    );
    expect(missing).toEqual([]);
  });
});
