/** Behind the question who was quoted: what stands in the quotation is told with it. */
export const wordsOfQuotation = `
  what (did|does) (the|that|this|his|her|their) (quote|quotation|proverb|saying|line) (say|read) $
  what (is|was) (the|that|this|his|her|their) (quote|quotation|proverb|saying|line) $
  how (did|does) (the|that|this|his|her|their) (quote|quotation|proverb|saying|line) (go|read) $`;

/** How words are looked up in English, and whether somebody said so. The lists are those of `english.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const englishQuotations = {
  looksUp: `
    ^ [and|but|so] who [first] (said|says|stated|claimed) [that] !({vague})
    ^ [and|but|so] who [first] wrote that !({vague})
    ^ (is|was) (this|the following) [a] (quote|quotation|sentence|statement|{right}) [{right}]
    ^ (verify|check|fact check) [that|whether|if|this|the] [quote|quotation|sentence|statement]
    ^ (did|has) (any(one|body)|some(one|body)) (actually|really|literally) (say|said) [that] !({vague})`,
  opensQuotation: `
    (~say|~write|~state|~claim|~call|~use) [it|that|for|the words|the phrase|literally|exactly|something like] $
    (quote|quotation|words|sentence|statement|according to …6) $`,
  asksOfQuotation: `
    who (said|says|wrote|stated|asked|asks|claimed|used) (that|this|it|(these|those) words|(this|that) (phrase|question))
    {right} $
    (did|does|has|had|didn t|have) … (~say|~write|~state|~claim|~use) [really|ever|actually] (that|this|so|it|(these|those) words) $
    (~say|~write|~state|~claim) (that|this|so|it) (did|didn|right|no|correct)
    (are|were) (these|those) [the|really] …4 (words|sentences|statements)
    (is|was|are|were) (this|that|the|these|those) (quote(s)|quotation(s)|sentence|statement|wording|words|line) [really] ({right}|genuine|exact|authentic)
    (is|was) (that|this|it|the following|there) [really|actually] (a|an|the) (exact|verbatim|direct|literal|real|true|actual) (quote|quotation|wording|sentence)
    (is|was|are|were) …4 (verbatim|word for word|(exact|verbatim|direct|literal|genuine|real|true|actual|very) (words|wording))
    (does|did|do|has|have) … (~use) (these|those|this|the) [exact|very|actual|precise] (words|wording|phrase|sentence)
    (is|was) (that|this|it|the (quote|quotation)) [really] ({right}|a quote|said|from|by)
    (verify|check|look up|source)
    whose (words|quote|sentence)`,
  asksOfWording: `
    ^ [and|but|so] (did|has|have|had) …6 (really|actually|literally|truly|verbatim) (say|said|state|stated|claim|claimed|write|written) ({whatSaid})
    (is it|is that|was it|it is) [really|actually] {right} that …6 (said|says|stated|claimed|wrote|argued) ({whatSaid})
    (confirm|verify|check) [that|whether|if] [it was] …6 (said|says|stated|claimed|wrote|argued) ({whatSaid})
    ^ (are|were|is) (these|those|the following|this) …6 (exact|very|own|actual) (words|wording)
    ^ [(i|we) (read|heard|think|believe|noted) [that]] …4 (said|says|stated|claimed) ({whatSaid}) =(… {right} $)`,
  asksOfMeaning: `
    ^ [and|but|so] (did|has|have|had) …6 (say|said|state|stated|claim|claimed|write|written) ({whatSaid})`,
  doubts: `
    [,|and] [is|was] [(this|that|it|he|she)] {right} $
    [,] did(n|) [t] (he|she|they) $
    [,] (yes|no) $`,
} satisfies WaysToAsk;
