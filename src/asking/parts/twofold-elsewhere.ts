/** Two questions in one in other languages than English: "Combien coûte la digue et qui la paie ?" */
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';
import { withoutFrame } from './matter.ts';

interface Joining {
  /** Words that join two questions; in Chinese a mark does, in Arabic a letter of the word that asks. */
  joints: string;
  /** What asks, and what may stand before it: "en quelle année". */
  asking: string;
  before: string;
}

const joining: Record<string, Joining> = {
  fr: {
    joints: 'et',
    asking: 'qui que qu quand où comment pourquoi combien quel quelle quels quelles quoi',
    before: 'en à de pour par avec dans depuis',
  },
  es: {
    joints: 'y e',
    asking: 'quién quiénes qué cuándo dónde cómo cuánto cuánta cuántos cuántas cuál cuáles',
    before: 'en a de para por con desde',
  },
  ru: {
    joints: 'и а',
    asking: 'кто что когда где как почему сколько какой какая какие каков какова кого чего чем какую каком',
    before: 'в на о об к с для за из',
  },
  ar: { joints: '', asking: 'من ماذا متى أين كم لماذا كيف ما', before: 'في منذ إلى' },
};

/** Both questions, the second to be asked after the first; null where there is only one, or the second only says "and why". */
export function twofoldIn(question: string, language: string): [first: string, second: string] | null {
  const at = language === 'zh' ? seamInChinese(question) : seamIn(question, joining[language]);
  if (at === null) return null;
  const [first, second] = [question.slice(0, at.end).trim(), question.slice(at.start).trim()];
  const tellsMatter = (words: string) => termsOf(withoutFrame(words)).length > 0;
  return tellsMatter(first) && tellsMatter(second)
    ? [`${first.replace(/[\s,;،]+$/u, '')}${markOf(language)}`, second]
    : null;
}

const markOf = (language: string) => ({ fr: ' ?', zh: '？', ar: '؟' })[language] ?? '?';

/** Where the first ends and the second starts, in UTF-16. */
interface Seam {
  end: number;
  start: number;
}

function seamIn(question: string, known: Joining | undefined): Seam | null {
  if (!known) return null;
  const { words } = textOf(question);
  const [joints, asking, before] = [known.joints, known.asking, known.before].map((each) => foldedWords(each));
  const asks = (index: number) =>
    asking!.has(words[index]?.word ?? '') ||
    (before!.has(words[index]?.word ?? '') && asking!.has(words[index + 1]?.word ?? ''));
  if (!asks(0)) return null;
  const isSeam = (index: number) =>
    known.joints === ''
      ? asking!.has(words[index]!.bare ?? '') && !asking!.has(words[index]!.word)
      : joints!.has(words[index]!.word) && asks(index + 1);
  const seam = words.findIndex((_, index) => index >= leastFirst && isSeam(index));
  if (seam < 0 || words.length - seam < leastSecond + (known.joints === '' ? 0 : 1)) return null;
  const { start } = words[seam]!;
  // The letter for "and" is no word of the second.
  return { end: start, start: known.joints === '' ? start + 1 : words[seam + 1]!.start };
}

/** In words. */
const leastFirst = 2;
const leastSecond = 2;

function seamInChinese(question: string): Seam | null {
  const parts = question.split(/[，,]/u);
  if (parts.length !== 2 || !parts.every((part) => asksInChinese.test(part))) return null;
  return { end: parts[0]!.length, start: parts[0]!.length + 1 };
}

const asksInChinese = /谁|什么|多少|多久|多长|几[个年天次]|何时|哪|为什么|怎么/u;

function foldedWords(table: string): Set<string> {
  return new Set(wordList(table).flatMap((word) => textOf(word).words.map((each) => each.word)));
}
