/** Ways to ask in Russian. How a line is read stands in `src/words/matcher.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const russian: WaysToAsk = {
  followsOn: '^ (а|и)',
  who: '^ кто',
  frame: `
    (сказал(|а|и)|говорил(|а|и)|говорит|говорят|упомянул(|а|и)|упомянули|упоминал(|а|и))
    (думает|думают|считает|считают|отметил(|а|и)|заявил(|а|и))
    (кто|какие|сколько|насчет|относительно|поводу|почему)`,
};
