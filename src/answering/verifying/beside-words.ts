/** What stands right before and after quoted words in what was said, where it changes their sense. */
import type { Reading } from '../../retrieval/reading.ts';
import { languageOf } from '../../words/language.ts';
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { isNegated } from '../stances/negation.ts';

/** Null where nothing beside them does: "permitted to end it" of "not permitted to end it" is denied by the word before. */
export function besideWords(
  { session, sentences }: Reading,
  { turn, start, end }: { turn: number; start: number; end: number },
): { before: string; after: string } | null {
  const { text } = session.turns[turn]!;
  const touched = sentences.filter(
    (sentence) => sentence.turn === turn && sentence.start < end && start < sentence.end,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const before = clauseBefore(text.slice(first.start, start));
  const after = text.slice(end, last.end).trim();
  const next = sentences[sentences.indexOf(last) + 1];
  const takenBack = next?.turn === turn && takesBack.in(textOf(next.text));
  const language = languageOf(text);
  const isTurned =
    (before !== '' && (isNegated(before, language) || opens.in(textOf(before)))) ||
    (after !== '' &&
      closes.in(textOf(after)) &&
      !(goesOn.in(textOf(after)) && isNegated(text.slice(start, end), language))) ||
    (exempts.in(textOf(after)) && isNegated(text.slice(start, end), language));
  if (!isTurned && !takenBack) return null;
  const beside = isTurned ? after : [after, next!.text].join(' ').trim();
  return { before: before.trim(), after: shortened(beside) };
}

/** What of the same clause stands before: after the last mark, at most a few words. */
function clauseBefore(text: string): string {
  const clause = text.slice(
    Math.max(...[...text.matchAll(/[;:—.]|,\s+(?:and|but)\s/gu)].map(({ index, 0: mark }) => index + mark.length), 0),
  );
  const words = clause.split(/(?<=\s)/u);
  return words.slice(-mostBefore).join('');
}

/** In words. */
const mostBefore = 10;
const mostAfter = 20;

function shortened(text: string): string {
  const words = text.split(/\s+/u);
  return words.length > mostAfter ? `${words.slice(0, mostAfter).join(' ')} …` : text;
}

/** A condition, a doubt, or somebody else's opinion opens it. */
const opens = phrases(
  {
    lines: `
    (if|unless|whether|suppose|imagine|assuming|provided that|even if|as if)
    (some|others|critics|people|many|they|opponents) [will|would] (say|claim|argue|believe|think|tell us)
    (wrong|false|untrue|mistaken|mistake|myth|absurd|nonsense|impossible|unlikely) [to|that|is|was|say|think|believe]
    (refuse|refuses|refused|fail|fails|failed|unable|opposed|against|deny|denies|denied|doubt|doubts|doubted) [to|that|the|any]
    (would|could|might) (be|have been) (wrong|false|better not)
    (hardly|barely|rarely|seldom|without|neither|nor|instead of|rather than)`,
  },
  ...spokenElsewhere('turnsBefore'),
);
/** What follows in the sentence takes it back or binds it. */
const closes = phrases(
  {
    lines: `
    ^ (only|but|unless|except|provided|if|until|not|as long as|were it not|had it)
    ^ [,] (only if|but|unless|except|provided|if|until|not|as long as)
    ^ (is|was|are|were|would be) [simply|just|plainly] (wrong|false|untrue|a myth|nonsense|not|no longer|never)`,
  },
  ...spokenElsewhere('turnsBehind'),
);
/** "Not to raise the wall, but to move the market": what was denied stays so. */
const goesOn = phrases({ lines: '^ (but|mais|sino|pero)' }, { lines: '^ (но|а|而是|بل)', beyondLatin: true });
/** "No class will close" means little where "without the mayor's consent" follows. */
const exempts = phrases(
  { lines: '^ (without|sans|sin|hors)' },
  { lines: '^ (без|دون|بدون|من دون)', beyondLatin: true },
);
const takesBack = phrases(
  {
    lines: `
    ^ [well|but|and] (that|this|it|which) (is|was) [simply|just|of course] (not|wrong|false|untrue|nonsense|a myth|a joke|a lie|a mistake)
    ^ [well|but|and] (that|this|it) (isn t|wasn t)
    ^ (not|no|wrong) $`,
  },
  ...spokenElsewhere('takesBack'),
);
