/** The figure that answers "how many", cut out of the sentence that gives it. */
import { termsOf } from '../words/terms.ts';

/**
 * The words of `sentence` from a figure to what is counted, such as `46 cases` for "How many cases are there?", or the
 * sum or span of time for "How much" and "How long". Null unless exactly one such figure is there: a wrong one is worse than none.
 */
export function figureIn(sentence: string, question: string): string | null {
  const counted =
    /\bhow (?:many|much(?! (?:more|less|is|are|was|were|do|does|did|will|would|can|could|should|has|have|had)\b))\s+((?:[\p{L}\p{N}-]+\s*){1,4})/iu.exec(
      question,
    )?.[1];
  if (counted !== undefined) return only(countedIn(sentence, termsOf(cutAtVerb(counted))));
  if (/\bhow much\b/iu.test(question))
    return only(
      nearestTo(question, sentence, [
        ...sentence.matchAll(new RegExp(`[$€£¥]${figure}|${figure}[\\s-]+${money}`, 'giu')),
      ]),
    );
  if (/\bhow long\b/iu.test(question))
    return only(nearestTo(question, sentence, [...sentence.matchAll(new RegExp(`${figure}[\\s-]+${time}`, 'giu'))]));
  if (/\b(?:what|which) year\b/iu.test(question))
    return only(nearestTo(question, sentence, [...sentence.matchAll(/\b(?:1[5-9]|20)\d{2}\b/gu)]));
  return null;
}

const word =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half';
const figure = String.raw`(?:(?:more than|over|almost|nearly|about|around|up to|at least)\s+)?[$€£¥]?(?:\p{N}+(?:[.,]\p{N}+)*|\b(?:${word})\b)(?:[\s-]+(?:(?:and a |and )?(?:${word}))\b)*(?:\s?%)?`;
const money = '(?:dollars?|euros?|pounds?|francs?|crowns?|rupees?|yen|yuan|pesos?|reais|cents?|percent|per cent)';
const time = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))';

/** "how many engineers took part": what is counted ends before the verb. */
function cutAtVerb(words: string): string {
  return words.replace(
    /\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|took|take|there|in|of|for|at|on|to|from|with|by|per|under|into)\b.*$/iu,
    '',
  );
}

/** Figures followed within four words by the last thing counted. */
function countedIn(sentence: string, terms: string[]): string[] {
  const head = terms.at(-1);
  if (head === undefined) return [];
  return [...sentence.matchAll(new RegExp(String.raw`(${figure})(?:[\s-]+[\p{L}\p{N}'’-]+){1,5}`, 'giu'))].flatMap(
    (found) => {
      for (const each of found[0].matchAll(/[\p{L}\p{N}'’]+/gu)) {
        if (each.index > found[1]!.length && termsOf(each[0]).includes(head))
          return [found[0].slice(0, each.index + each[0].length)];
      }
      return [];
    },
  );
}

/** Of several figures, those in the clause that has most of the question's words before the figure. */
function nearestTo(question: string, sentence: string, figures: RegExpMatchArray[]): string[] {
  const asked = new Set(termsOf(question));
  const scored = figures.map((found) => {
    const from = Math.max(
      sentence.lastIndexOf(', ', found.index),
      sentence.lastIndexOf('; ', found.index),
      sentence.lastIndexOf(' and it ', found.index),
      0,
    );
    const after = sentence.slice(found.index! + found[0].length).search(/[,;.]|\sand\s/u);
    const clause = sentence.slice(from, after === -1 ? undefined : found.index! + found[0].length + after);
    return { text: found[0].trim(), shared: new Set(termsOf(clause).filter((term) => asked.has(term))).size };
  });
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  return most === 0 ? [] : scored.filter(({ shared }) => shared === most).map(({ text }) => text);
}

function only(figures: string[]): string | null {
  const different = [...new Set(figures)];
  return different.length === 1 ? different[0]! : null;
}
