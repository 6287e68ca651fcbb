/** Whether a sentence tells that something was decided: adopted, approved, or put to the vote with its count. */
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { asks } from '../talk/replies.ts';

export function tellsDecision(sentence: string): boolean {
  const text = textOf(sentence);
  return decides.in(text) && !onlySupposes.in(text) && !asks({ text: sentence });
}

const decides = phrases(
  {
    lines: `
      (is|are|was|were|has been|have been|stands) [hereby|now|therefore|unanimously] ({settled}) !(to|in the)
      (we|i|the *) [have|has|had|ve] [hereby|now|unanimously|already|basically|then] (decided|agreed|resolved|voted) (to|that|on|for|against)
      (motion|amendment|resolution|proposal) (carried|carries|passes|passed|falls|fell)
      (it is|it was) (decided|agreed|resolved)
      (so decided|so agreed)`,
    lists: { settled: 'adopted|approved|carried|rejected|agreed|passed|decided|postponed|deferred' },
  },
  ...spokenElsewhere('decides'),
);
const onlySupposes = phrases(
  { lines: '(if|whether|unless|should|would|until|before|once)' },
  ...spokenElsewhere('supposes'),
);
