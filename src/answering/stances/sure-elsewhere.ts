/**
 * Whether a sentence in another language than English bears out that whoever says it is for or against a matter: they tell
 * of nobody else, suppose nothing, and deny nothing of it.
 */
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { isNegated } from './negation.ts';

/** `own` is the sentence without what it quotes; `parts` are what stands beside the matter in it. */
export function isSureElsewhere(isAgainst: boolean, own: string, parts: string[], language: string): boolean {
  const text = textOf(own);
  if (tellsOfOthers.in(text) || isNotAgainst.in(text)) return false;
  // Chinese denies in the same word, which `rejects` has; what stands beside it may deny something else.
  const denies = (part: string) => rejects.in(textOf(part)) || (language !== 'zh' && isNegated(part, language));
  return parts.some((part) => (isAgainst ? rejects.in(textOf(part)) : supports.in(textOf(part)) && !denies(part)));
}

const rejects = phrases(...spokenElsewhere('rejects'));
const supports = phrases(...spokenElsewhere('supports'));
const isNotAgainst = phrases(...spokenElsewhere('isNotAgainst'));
const tellsOfOthers = phrases(...spokenElsewhere('tellsOfOthers'));
