/** "What did the academics recommend?": who speaks for a part of society nobody knows, so that what comes nearest is no more than that. */
import { isEnglish } from '../../words/language.ts';
import { sectorAsked } from '../../people/sectors.ts';
import { termsOf, withoutTerms } from '../../words/terms.ts';
import { nothingShared } from './findings.ts';
import { askedInstead, type Kind } from './kind.ts';

export const ofSector: Kind = {
  isAskedBy: ({ question, speakers, quotation, language }) =>
    speakers.length === 0 && quotation === null && isEnglish(language) && sectorAsked(question) !== null,

  async answer(asked) {
    const asking = sectorAsked(asked.inquiry.question)!;
    const words = withoutTerms(
      asked.inquiry.words,
      new Set(termsOf(asked.inquiry.question.slice(asking.start, asking.end))),
    );
    // What speaks of academics is nothing that they say.
    const inquiry = termsOf(words).length > 0 ? { ...asked.inquiry, words } : asked.inquiry;
    return nothingShared(null, askedInstead(asked, { inquiry }));
  },
};
