/** Ways to ask in French. How a line is read stands in `src/words/matcher.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const french: WaysToAsk = {
  followsOn: '^ et',
  who: '^ qui',
  frame: `
    (dire|dit|dite|dits|disait|disent|déclaré|déclare|parlé|parle|parlent|parlait|mentionné|mentionne)
    (pense|pensent|pensait|évoqué|évoque|affirmé|affirme|expliqué|explique)
    (selon|propos|concernant|quel(|s|le|les)|quoi|est ce|comment|pourquoi|combien|qui)`,
};
