/** "How many wells are there in the north, compared with the south?" asks for two figures: both are told, or none is put first. */
import type { Quote } from '../../answer.ts';
import { textOf } from '../../words/text-words.ts';
import { comparing } from './comparing.ts';
import { countedWords, figureIn } from './figure.ts';

/** The two questions of one that compares figures; null where it asks for one. */
export function figuresCompared(question: string): [string, string] | null {
  const found = comparing.first(textOf(question));
  if (!found) return null;
  const counted = countedWords(question);
  const asking = counted === null ? (opening.exec(question)?.[0] ?? '') : `how many ${counted}`;
  return [question.slice(0, found.start), `${asking} is of ${question.slice(found.end)}`];
}

const opening = /\b(?:how much|how long)\b/iu;

/** The figures of both, as one speaker gives them in one quote; null where they are not told apart. */
export function bothFigures(sides: [string, string], quotes: Pick<Quote, 'text'>[]): [string, string] | null {
  const [text] = quotes.map((quote) => quote.text);
  const [one, other] = sides.map((side) => (text === undefined ? null : figureIn(text, side)));
  return one && other && one !== other ? [one, other] : null;
}
