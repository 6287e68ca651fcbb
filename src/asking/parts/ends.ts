/** Whether a question asks how somebody ended, or began. */
import { textOf } from '../../words/text-words.ts';
import { waysTo } from '../phrases/languages.ts';

/** Null where it asks for neither. */
export function endIn(question: string): 'end' | 'beginning' | null {
  const text = textOf(question);
  return atEnd.in(text) ? 'end' : atBeginning.in(text) ? 'beginning' : null;
}

/** The question without what asks so. */
export function withoutEnd(question: string): string {
  return atBeginning.cutFrom(atEnd.cutFrom(question));
}

const atEnd = waysTo('atEnd');
const atBeginning = waysTo('atBeginning');
