/** Why something is so, and what stands in its way: the words that tell either. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

export const givesReason = (said: string) => reasons.in(textOf(said));

/** "The reason for this is simple": what it is the reason for stands before it, or after it. */
export const announcesReason = (said: string) => announcing.in(textOf(said));
/** "That is why": the reason stands right before it. */
export const concludesReason = (said: string) => concluding.in(textOf(said));

const concluding = phrases({
  lines: '^ [and|but|so|well|now] [,] (that s|that is|this is|it s|it is|which is) [exactly|precisely|also|just] why',
});
const announcing = phrases({
  lines: `
    (the|one|another|my|our|their|his|her) [*] reason(s) [for (this|that|it)] [,] (is|was|are|were|being)
    ^ [and|but|so|well|now] [,] [(it|that|this) (s|is)] because`,
});

/** What stops something is told by what is missing, hard or feared, and by whatever is not so. */
export const tellsHindrance = (said: string) => hindrances.in(textOf(said));

const reasons = phrases({
  lines: `
    (imply|implies|implied|because|cause|causes|caused|causing|cuz|therefore|hence|thus|consequently|due to|owing to|thanks to|otherwise)
    (in order to|so as to|as a (result|consequence)|that s why|that is why|which is why|which means|this means|it means)
    so that (we|they|it|he|she|you|there|people|everyone|the|our|their|this|these|those|no|nobody|all)
    , so (we|they|it|he|she|you|there|i) [*] (can|could|will|would|have|has|had|need|do|don|did)
    (reason(s)|purpose(s)|aim(s)|goal(s)|objective(s)|in view of|given that|given the|motiv*|driven by|rationale)
    (in (light|response|reaction) (of|to)|in the (interest(s)|hope) of|on the grounds|by virtue of|for the sake of)
    for (the [*] [*] reason|fear) of
    (example of|explains|shows|reason|explain|understand) why
    (afraid|worried|fear(s|ed)|concern(s|ed) (that|about|of)|hoping|wary of) [*]
    (do|does|did|don|doesn|didn) [t] [not] want
    (lead(s)|led|leading|contribut*|result(s|ed|ing)) (to|in)
    since (we|they|it|he|she|you|there|the|this|that|i|people|not|many|most|some) [*] [*] ({verb})
    as (we|they|it|he|she|you|there|i) (is|are|was|were|have|has|had|do|did|does|can|could|cannot)
    the (problem|trouble|difficulty|idea|thing|point) (is|was|being)`,
  lists: { verb: 'is|are|was|were|have|has|had|do|does|did|can|could|cannot|will|would|may|might|must|s|re|m' },
});

const hindrances = phrases({
  lines: `
    (not|no|never|cannot|nobody|none|neither|nor|without|t|hardly|barely|less|unless|until|too|only) [*]
    (lack(s|ed|ing)|shortage(s)|scarc*|insufficien*|inadequate*|missing|absence|limited|few|poor|weak|gap(s)|void(s)|unable)
    (challeng*|problem(s)|obstacle(s)|barrier(s)|hurdle(s)|difficult*|bottleneck(s)|impediment(s)|constraint(s)|trouble|issue(s)|risk*)
    (hard|harder|costly|expensive|slow|slows|slowed|complicat*|complex*|disadvantage*|bureaucra*|red tape|resist*|refus*|oppos*)
    (~stop|~prevent|~hinder|~hamper|~block|~impede|~discourage|~stifle|~fear|~exclude|~undermine|~delay|~forbid|~ban)
    (afraid|worried|fear(s)|concern(s|ed)|conflict(s)|divid*|deficit(s)|uneven*|unequal*|outdated|fragmented|obsolete)`,
});
