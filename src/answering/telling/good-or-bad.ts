/** What a thing is good for, or what harm it does, where one of the two is asked: who tells only of the other does not answer. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

/** Whether words tell only the contrary of what is asked, and whether they tell what is asked; null where neither is asked for. */
export function sideAsked(
  question: string,
): { isContrary: (said: string) => boolean; isTold: (said: string) => boolean } | null {
  const text = textOf(question);
  const [good, bad] = [asksGood.in(text), asksBad.in(text)];
  // "What benefits and what harms were named?" asks for both.
  if (good === bad) return null;
  const [asked, contrary] = good ? [tellsGood, tellsBad] : [tellsBad, tellsGood];
  const isTold = (said: string) => asked.in(textOf(said));
  return { isTold, isContrary: (said) => !isTold(said) && contrary.in(textOf(said)) };
}

const lists = {
  effect:
    'use(s)|usage(s)|application(s)|effect(s)|impact(s)|influence(s)|example(s)|side(s)|aspect(s)|contribution(s)|consequence(s)|outcome(s)',
};

const asksGood = phrases({
  lines: `
    (positive|beneficial|helpful|good|useful) [*] ({effect})
    (benefit(s)|advantage(s)|upside(s)|merit(s)) (and|or|of|from|for|in|does|do|did|was|were|is|are|has|have|will|would|can)
    what good (does|do|did|can|could|will|would|is|was)`,
  lists,
});
const asksBad = phrases({
  lines: `
    (negative|harmful|adverse|bad|detrimental|damaging) [*] ({effect})
    (harm(s)|drawback(s)|downside(s)|disadvantage(s)|damage) (and|or|of|from|for|in|does|do|did|was|were|is|are|has|have|will|would|can)
    (environmental|social|human|hidden|ecological) (cost(s)|harm(s)|price|toll)`,
  lists,
});

const tellsGood = phrases({
  lines: `
    (help(|s|ed|ing)|save(|s|d)|saving(s)|improve(|s|d|ment|ments)|improving|enable(|s|d)|enabling|benefit*|beneficial|useful)
    (efficient|efficiently|efficiency|faster|easier|cheaper|cleaner|safer|better|healthier|productive|convenient)
    (solve(|s|d)|solving|solution(s)|protect*|prevent*|support(|s|ed|ing)|contribute(|s|d)|contributing|opportunit(y|ies))
    (reduce(|s|d)|reducing|cut(|s|ting)|lower(s|ed|ing)|less) [*] [*] [*] {burden}
    (advantage(s)|good for|positive|valuable|progress|empower(|s|ed|ing)|strengthen(|s|ed|ing)|optimise*|optimize*)`,
  lists: {
    burden:
      '(emission(s)|consumption|waste|cost(s)|energy|carbon|pollution|noise|risk(s)|loss(es)|damage|accidents|time|use)',
  },
});
const tellsBad = phrases({
  lines: `
    (harm(|s|ed|ing|ful)|damage(|s|d)|damaging|destroy(|s|ed|ing)|pollut(e|es|ed|ing|ion)|emission(s)|waste|e waste|threat*|danger*)
    (consume(|s|d)|consuming|consumption|deplete(|s|d)|depletion|intensive|hungry|guzzle(|s))
    (risk(s)|cost(s)|loss(es)|lose(|s)|lost|suffer(|s|ed|ing)|worse|worsen(|s|ed|ing)|problem(s)|negative|adverse|drawback(s)|kill(|s|ed|ing))
    (poison*|flood(ed|ing)|victim(s)|disease(s)|unemployment|inequalit(y|ies)|excluded|crisis|crises)`,
});
