/** Ways to ask in Spanish. How a line is read stands in `src/words/matcher.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const spanish: WaysToAsk = {
  followsOn: '^ y',
  who: '^ (quién|quiénes)',
  frame: `
    (dijo|dijeron|dice|dicen|dicho|decir|habló|hablaron|habla|hablan|mencionó|mencionaron|menciona)
    (opinó|opina|piensa|piensan|afirmó|afirma|explicó|explica|hay)
    (según|acerca|respecto|qué|quién|quiénes|cuál|cuáles|cómo|cuánto|cuánta|cuántos|cuántas)`,
};
