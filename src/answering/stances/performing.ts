/** Whether what is found does what is asked for: who speaks of floods has not warned of them by that, nor found fault with them. */
import type { Inquiry } from '../../asking/asked.ts';
import { speechActs, type SpeechAct } from '../../asking/parts/wanted.ts';
import type { Place } from '../hear.ts';
import { performs } from './speech-acts.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

/** Whether somebody does so in a sentence of theirs; what is good or bad in it they may tell in one beside it, in the same turn. */
export function performsAt(
  act: SpeechAct,
  { reading: { sentences }, index, run = { first: index, last: index } }: Place,
) {
  const { turn } = sentences[index]!;
  const reach = judging.has(act) || ownAlone.has(act) ? 1 : 0;
  return sentences
    .slice(Math.max(run.first - reach, 0), run.last + 1 + reach)
    .some((sentence) => sentence.turn === turn && performs(act, sentence.text.replace(/[?？؟]\W*$/u, '.')));
}

const judging = new Set<SpeechAct>(['warning', 'blame', 'praise']);
/** What others say that somebody wants or refuses is told in words that do neither. */
const ownAlone = new Set<SpeechAct>(['opposition', 'proposal']);

/** Without what does not judge, where it is asked what is good or bad. */
export function judgingAsAsked(
  places: Place[],
  { asksFor, yesNo, question, speakers }: Pick<Inquiry, 'asksFor' | 'yesNo' | 'question' | 'speakers'>,
): Place[] {
  const isOfKnown = speakers.some(({ matches }) => matches.length > 0);
  // Whether there is a problem may be told by who sees none, and what was said of a warning by who gives none.
  const act =
    yesNo || ofMatter.in(textOf(question))
      ? undefined
      : speechActs.find((each) => asksFor.has(each) && (ownAlone.has(each) ? isOfKnown : judging.has(each)));
  return act ? places.filter((place) => performsAt(act, place)) : places;
}

/** Nor is a danger that somebody runs told by a warning alone. */
const ofMatter = phrases({
  lines: `
    (~say|~speak|~talk|~think|~mention|~discuss) [anything|something|much] (about|on|of|regarding)
    (what|which) [*] (danger(s)|risk(s)|threat(s)) (do|does|did|would|will|may|might) … (risk|run|face)`,
});
