/** Two questions in one: "What did Ruiz say about tolls, and who else spoke of them?" */
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';

/**
 * Both questions in their own words; null where there is only one. The second must say what it asks for: "and why" and
 * "by whom and by when" only ask more of the first.
 */
export function twofold(question: string): [string, string] | null {
  const text = textOf(question);
  const [opening] = text.words;
  if (opening === undefined || !asking.has(opening.word)) return null;
  const joint = text.words.findIndex(
    ({ word }, at) => word === 'and' && at >= leastFirst && asking.has(text.words[at + 1]?.word ?? ''),
  );
  const second = text.words[joint + 1];
  if (joint < 0 || second === undefined) return null;
  const [one, other] = [question.slice(0, text.words[joint]!.start), question.slice(second.start)];
  const rest = text.words.slice(joint + 1).map(({ word }) => word);
  // What points back is told with what it points to, but for who else spoke of it.
  const pointsBack = rest.some((word) => pointing.has(word)) && rest[1] !== 'else';
  const isWhole = rest.length >= leastSecond && !prepositions.has(rest[1]!) && !pointsBack && termsOf(other).length > 0;
  return isWhole && termsOf(one).length > 0 ? [`${one.replace(/[\s,;]+$/u, '')}?`, other] : null;
}

const asking = new Set(wordList('who what when where which how why'));
const pointing = new Set(wordList('it its they them their he she him her this that those these term word same there'));
/** "And who about fish?" takes its verb from the first. */
const prepositions = new Set(wordList('about on of for from in at by to not'));
/** In words. */
const leastFirst = 2;
const leastSecond = 3;
