/** What is no question: a greeting, thanks, a farewell, a cry for help. */
import { blankedAll, courtesy } from './courtesy.ts';
import { textOf } from '../../words/text-words.ts';
import { waysToSay } from '../phrases/languages.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'help' | 'stop' | 'praise';

/** What kind of small talk the whole of a message is, be it said with courtesy: "Hello, what can you do?"; null where it asks for something besides. */
export function smallTalkOf(message: string): SmallTalk | null {
  if (isNamedInCapitals(message)) return null;
  return kindOf(message) ?? kindOfEach(message) ?? kindOf(blankedAll(message, courtesy));
}

/** "Thanks, very clear! What else can I ask?": every part is small talk, and the one that asks for most is answered. */
function kindOfEach(message: string): SmallTalk | null {
  const parts = message.split(betweenParts).filter((part) => part.trim() !== '');
  if (parts.length < 2 || parts.length > mostParts) return null;
  const each = new Set(parts.map((part) => kindOf(part) ?? kindOf(blankedAll(part, courtesy))));
  return each.has(null) ? null : (order.find((kind) => each.has(kind)) ?? null);
}

const betweenParts = /[.!?…。！？؟,;，、；،–—]+/u;
const mostParts = 4;

/** "What can IT do?" is of the department, and "help US farmers" of a country. */
function isNamedInCapitals(message: string): boolean {
  return /(?<!\p{L})(?:IT|US)(?!\p{L})/u.test(message) && /\p{Ll}{2}/u.test(message);
}

function kindOf(message: string): SmallTalk | null {
  const text = textOf(message);
  return kinds.find(({ said }) => said.in(text))?.kind ?? null;
}

const order: SmallTalk[] = ['help', 'thanks', 'goodbye', 'stop', 'praise', 'greeting'];
const kinds = order.map((kind) => ({ kind, said: waysToSay(kind) }));
