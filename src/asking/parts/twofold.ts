/** Two questions in one: "What did Ruiz say about tolls, and who else spoke of them?" */
import { properNamesIn } from '../../words/names.ts';
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
  const one = question.slice(0, text.words[joint]!.start);
  const other = withName(question.slice(second.start), properNamesIn(one));
  const rest = textOf(other).words.map(({ word }) => word);
  // What points back is told with what it points to, but for who else spoke of it.
  const pointsBack = rest.some((word) => pointing.has(word)) && rest[1] !== 'else';
  const isWhole = rest.length >= leastSecond && !prepositions.has(rest[1]!) && !pointsBack && termsOf(other).length > 0;
  return isWhole && termsOf(one).length > 0 ? [`${one.replace(/[\s,;]+$/u, '')}?`, other] : null;
}

/** "How much does it earn?" with the one name of the first in place of whom it points back to; as it is where there are several. */
function withName(question: string, names: string[]): string {
  const [name, ...others] = new Set(names);
  const { words } = textOf(question);
  const at = words.findIndex(({ word }, index) => standing.has(word) && doing.has(words[index - 1]?.word ?? ''));
  if (name === undefined || others.length > 0 || at < 0 || several.test(name)) return question;
  return `${question.slice(0, words[at]!.start)}${name}${question.slice(words[at]!.end)}`;
}

/** "Blue Quay and Fjord Lines" is read as one name. */
const several = /\s(?:and|or)\s/u;
const standing = new Set(wordList('it they he she'));
const doing = new Set(wordList('do does did has have had will would can could'));
const asking = new Set(wordList('who what when where which how why'));
const pointing = new Set(wordList('it its they them their he she him her this that those these term word same there'));
/** "And who about fish?" takes its verb from the first. */
const prepositions = new Set(wordList('about on of for from in at by to not'));
/** In words. */
const leastFirst = 2;
const leastSecond = 3;
