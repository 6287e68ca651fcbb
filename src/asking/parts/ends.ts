/** Whether a question asks how somebody ended, or began. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { waysTo } from '../phrases/languages.ts';

/** Null where it asks for neither. */
export function endIn(question: string): 'end' | 'beginning' | null {
  const text = textOf(question);
  if (endsThing.in(text)) return null;
  return atEnd.in(text) ? 'end' : atBeginning.in(text) ? 'beginning' : null;
}

/** The question without what asks so. */
export function withoutEnd(question: string): string {
  if (endsThing.in(textOf(question))) return question;
  return atBeginning.cutFrom(atEnd.cutFrom(question));
}

const atEnd = waysTo('atEnd');
const atBeginning = waysTo('atBeginning');
/** "When was the mine closed?", "Why did the war end?": a thing ends, and nobody's speech does. */
const endsThing = phrases({
  lines: `
    (was|were|is|are|be|been|being|got|get|gets) [not|never|ever|finally|first|last|already] (closed|finished|ended|concluded) $
    (was|were|is|are) …8 (closed|finished|ended|concluded) $
    (should|must|shall|can|could|may|might|to) …6 (begin|start|open|close|end|finish|conclude) $
    (did|does|do|will|has|have|had) (the|a|an|our|this|these|those) !({speaking}) [*] [*] [*] [*] (~close|~end|~finish) $`,
  lists: {
    speaking: `speaker(s)|chair(s)|chairman|chairwoman|chairperson|moderator(s)|delegate(s)|minister(s)|president|secretary|ambassador|director
      |representative|panel|panellist(s)|panelist(s)|host(s)|session|meeting|hearing|debate|discussion|conference|forum|talk|speech|remarks|statement
      |first|second|third|last|other|woman|man|professor|doctor|commissioner|deputy|delegation`,
  },
});
