/** What somebody thinks of a matter, as against what only names it: "I will not go deeper into the levy. My advice is to wait." */
import { speechActs } from '../../asking/parts/wanted.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import type { Place } from '../hear.ts';
import { introduces } from '../talk/introducing.ts';
import { asks, type Run } from '../talk/replies.ts';
import { performs } from './speech-acts.ts';

export function tellsView(sentence: string): boolean {
  return judging.some((act) => performs(act, sentence)) || opines.in(textOf(sentence));
}

const judging = speechActs.filter((act) => act !== 'announcement' && act !== 'example' && act !== 'quoting');

const opines = phrases({
  lines: `
    (i|we) [*] [*] (~think|~believe|~feel|~find|~prefer|~doubt|~agree|~support|~welcome|~favour|~favor|~like|~want)
    in (my|our) (view|opinion|eyes|judgement|judgment|mind|experience)
    (my|our) (view|opinion|position|impression|point|concern|belief|stance) [*] [*] (is|was|has been)
    (it|that|this) (is|was|s|would be|seems) [*] [*] (better|best|wrong|right|good|bad|dangerous|unfair|fair|useful|useless)`,
});

/** The sentence with which somebody comes to what they think, not far behind one that names the matter; null where there is none. */
export function viewBehind({ reading: { sentences }, index, run, sentence }: Place): Run | null {
  const last = run?.last ?? index;
  for (let at = last + 1; at <= last + furthest && sentences[at]?.turn === sentence.turn; at += 1) {
    const { text } = sentences[at]!;
    if (!asks({ text }) && !introduces(text) && tellsView(text)) return { first: at, last: at };
  }
  return null;
}

/** In sentences. */
const furthest = 3;
