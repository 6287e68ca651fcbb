/** What is no question: a greeting, thanks, a farewell, a cry for help. */
import { blankedAll, courtesy } from './courtesy.ts';
import { textOf } from '../../words/text-words.ts';
import { waysToSay } from '../phrases/languages.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'stop' | 'praise';

/** What kind of small talk the whole of a message is, be it said with courtesy: "Hello, what can you do?"; null where it asks for something besides. */
export function smallTalkOf(message: string): SmallTalk | null {
  return kindOf(message) ?? kindOf(blankedAll(message, courtesy));
}

function kindOf(message: string): SmallTalk | null {
  const text = textOf(message);
  return kinds.find(({ said }) => said.in(text))?.kind ?? null;
}

const order: SmallTalk[] = ['help', 'thanks', 'goodbye', 'stop', 'praise', 'greeting'];
const kinds = order.map((kind) => ({ kind, said: waysToSay(kind) }));
