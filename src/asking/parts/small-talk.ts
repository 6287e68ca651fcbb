/** What is no question: a greeting, thanks, a farewell, a cry for help. */
import { textOf } from '../../words/text-words.ts';
import { waysToSay } from '../phrases/languages.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'stop' | 'praise';

/** What kind of small talk the whole of a message is; null where it asks for something besides. */
export function smallTalkOf(message: string): SmallTalk | null {
  const text = textOf(message);
  return kinds.find(({ said }) => said.in(text))?.kind ?? null;
}

const order: SmallTalk[] = ['help', 'thanks', 'goodbye', 'stop', 'praise', 'greeting'];
const kinds = order.map((kind) => ({ kind, said: waysToSay(kind) }));
