import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedTermsOf, sentenceTermsOf, termsAsText, termsFromText } from '../../src/words/sentence-terms.ts';

describe('the terms of a sentence', () => {
  it('are its words in order, the acronyms of its names, and what else these are called', () => {
    expect(sentenceTermsOf('yesterday the Harbour Council of Elders met multi-stakeholder groups.')).toEqual({
      run: ['yesterdai', 'harbour', 'council', 'elder', 'meet', 'multi', 'stakehold', 'group'],
      acronyms: ['hce', 'hcoe'],
      others: expect.arrayContaining(['hc', 'hce', 'multistakehold', 'harbourcouncil']) as string[],
    });
  });
  it('are none where there are none', () =>
    expect(sentenceTermsOf('And so it was.')).toEqual({ run: [], acronyms: [], others: [] }));
  it.each(['And I’m late.', "And I'd go.", 'Also in Iceland they sing.', 'As Ivo said.', 'All I know.'])(
    'take no short form from how a sentence begins: %s',
    (sentence) => expect(sentenceTermsOf(sentence).others.filter((term) => term.length < 4)).toEqual([]),
  );
  it('come back as they were kept', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const terms = sentenceTermsOf(text);
        expect(termsFromText(termsAsText(terms))).toEqual(terms);
      }),
    ));
  it('make those of a chunk, which begins and ends inside turns', () => {
    const of = (...run: string[]) => ({ terms: { run, acronyms: [`${run[0]}!`], others: ['never'] } });
    const sentences = [[of('a'), of('b')], [of('c')], [of('d'), of('e')]];
    const chunk = (firstTurn: number, firstSentence: number, lastTurn: number, lastSentence: number) =>
      indexedTermsOf({ firstTurn, firstSentence, lastTurn, lastSentence }, sentences);
    expect(chunk(0, 1, 2, 0)).toEqual(['b', 'b!', 'c', 'c!', 'd', 'd!']);
    expect(chunk(2, 1, 2, 1)).toEqual(['e', 'e!']);
  });
});
