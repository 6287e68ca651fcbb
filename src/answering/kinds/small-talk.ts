/** "Hello", "thanks", "what can you do?": a sentence, and questions that this library is sure to answer. */
import type { SmallTalk } from '../../asking/parts/small-talk.ts';
import { suggestions } from '../suggestions.ts';
import { told, type Kind } from './kind.ts';

export const smallTalk: Kind = {
  isAskedBy: (inquiry) => inquiry.smallTalk !== null,

  async answer({ inquiry, all, ground, say }) {
    const kind = inquiry.smallTalk!;
    const opening = say(openings[kind]);
    if (kind !== 'help' && kind !== 'greeting') return told(opening);
    if (all.length === 0) return told([opening, say('nothingRead')].join(' '));
    const read = all.length === 1 ? say('haveReadOne') : say('haveRead', { number: all.length });
    const questions = await suggestions(all, ground, say);
    if (questions.length === 0) return told(opening);
    return told(`${opening} ${read}\n${questions.map((each) => `- ${each}`).join('\n')}`);
  },
};

const openings = {
  greeting: 'hello',
  thanks: 'welcome',
  praise: 'thankYou',
  goodbye: 'goodbye',
  stop: 'stops',
  help: 'whatIDo',
} as const satisfies Record<SmallTalk, string>;
