/** Ways to ask in Arabic. How a line is read stands in `src/words/matcher.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const arabic: WaysToAsk = {
  frame: '(قال|قالت|قالوا|ذكر|ذكرت|تحدث|تحدثت|تحدثوا|ماذا|كيف|بشأن|حول)',
};
