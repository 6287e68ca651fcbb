/** "Who survived the wreck?": whoever tells that somebody else did has done nothing of the kind. */
import { isSayingVerb } from '../../people/asked-of.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

/** Whether words answer who did something, and are not said by those who did it as far as can be told from them. */
export function areOfAnother(texts: string[], question: string): boolean {
  const deed = asksWhoDid.first(textOf(question))?.taken ?? '';
  return deed !== '' && !isSayingVerb(deed) && !texts.every((text) => ofOneself.in(textOf(text)));
}

/** What is done by speaking is done by who speaks, as is being for something or against it. */
const asksWhoDid = phrases({
  lines: `^ [and|but|so] who [else|also|first|ever|actually|really|has|have|had] [ever|really] !({being}|{holding}) <*>`,
  lists: {
    being: `is|are|was|were|be|been|isn|wasn|aren|weren|do|does|did|didn|don|doesn|will|would|can|could|should|must|may|might|else|spoke|spoken
      |said|thought|told`,
    holding: `~support|~back|~endorse|~echo|~second|~defend|~doubt|~question|~challenge|~resist|~address|~discuss|~touch|~bring|~pick|~take|~come
      |~go|~put|~make|~give|~stand|~side|~focus|~concentrate|~deal|~cover|~explore|~turn|~lead|~use|~like|~dislike|~love|~hate|~regret
      |~deplore|~blame|~voice|~dispute|~contradict|~opt|~vote|~push|~press|~know|~moderate|~chair|~open|~close|~introduce|~attend|~speak
      |~represent|~welcome|~interrupt|~start|~begin|~finish|~end|~need|~get|~have`,
  },
});

const ofOneself = phrases({ lines: '(i|we|me|us|myself|ourselves)' });
