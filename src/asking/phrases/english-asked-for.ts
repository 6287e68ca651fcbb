/** Lists and the like that are asked for in English, by their names in `AskedFor`. The lists of words are those of `english.ts`. */
import { englishSpeechActs } from './english-speech-acts.ts';

export const englishAskedFor = {
  mention: `
    ^ who [else] (quoted|cited|named)
    ^ [and|but|so] (which|what) [*] [*] [*] (was|were|is|are) named [(in|at|during) …4] $
    ^ [and|but|so] (which|what) [*] ({listed}) (did|does|do|has|have) … (~name|~cite|~list) $
    ^ [and|but|so] (list|name|enumerate|give [me]|show [me]) [all] [of] [the] [*] ({listed}) … (named|cited|listed|names|cites|lists) [(in|at|during) …4] $
    (mention(|s|ed|ned)|~bring [it|this|that|them|these|those] up|refer(|s|red) to|come up|came up
      |crop up|cropped up|arise|arose|feature|featured|figured|touch(|ed) on|allude(|d) to)
    ^ [and|but|so] (did|has|does|do|was|were) … (say|said|speak|spoken|spoke|talk|talked) [(anything|something|a word)] (about|on|of)
    (use|used|utter*|said) the (word(s)|term|phrase)
    ^ [and|but|so] (did|has|does) (the|this|that) [*] [*] ({place}|session|event) [ever|also|even] (~discuss|~address|~cover|~raise|~touch)
    ^ [and|but|so] (was|were) [there] (anything|something) … (said|mentioned)
    ^ [and|but|so] (was|were|is|are) … (discussed|raised|addressed|covered|touched upon|brought up)
    (any one|anyone|anybody|somebody|someone|others|other {fellows}) … (raise|raised|discuss|discussed|address|addressed)`,
  silence: `
    (who|which) {ofThese} [*] [*] (did|does|do|has|have) not [once|even] {speaking}
    (who|which) {ofThese} [*] [*] (didn|doesn|don|hasn|haven) t [once|even] {speaking}
    (who|which) {ofThese} [*] [*] [has|have] never [once|even] {speaking}
    (who|which) {ofThese} [*] [*] (failed|fails|fail|omitted|forgot) to {speaking}
    (who|which) {ofThese} [*] [*] [has|have] (said|say|says) nothing (about|on|of)
    (who|which) {ofThese} [*] [*] (was|were|stayed|remained|kept) silent (about|on)
    ^ [and|but|so] {verb} ({everybody}) [also|all|really|actually|ever] {speaking}
    (who|which) {ofThese} [*] [*] (is|was|are|were) (not|missing) (among|amongst|one of|from) (those|them|the [*] {people}|the list)`,
  commitments: `
    (commitment(s)|promise(s)|pledge(s)|undertaking(s))
    (what|who|which [*]|everything|anything|all) … (promise(|d)|pledge(|d)|commit(|ted) [themselves|itself|to])
    (what|which|any|all|list) [the|of the] deadlines
    ^ what (will|shall|is|are) … (do|going to do) (next|about …4 $|$)
    ^ what (is|are|was|were) (planned|foreseen|envisaged|intended) (for|in|on|about)`,
  figures: `
    (what|which|list|all|any|give|show|tell) [me] [are|were|is|was] [all] [the|all|any|every] [*] ({figures})
    [the|all] ({figures}) [that|which] * [*] (gave|cited|mentioned|named|quoted|used|presented)
    table of [all] [the] [*] ({figures})
    (which|what|all|list) [the|all] (amount(s)|sum(s)) of money
    (give|gave|gives|quote(|d|s)|cite(|d|s)|every) [the|any|all|some] [*] ({figures})
    ^ [and|but|so] [what about|how about] [the|any] [*] ({figures}) [please] $
    (what|which) (years|dates) (did|does|do|were|are|was)
    ^ [the|all] (figures|numbers|statistics|stats|percentages) (that|which|given|named|cited|mentioned|from|by|of|the|he|she|they)
    (list|name|give|show) [me] (every|each|all|the) [the] (year(s)|date(s)|figure|number) (that|which|…3 (named|mentioned|gave|cited|said|used))
    ^ [list|give me|show me] (all|every) [the] [*] (figure(s)|number(s)|year(s)|date(s))`,
  ...englishSpeechActs,
  parts: `
    (what|which|name|list|give|explain) [me] [were|are|was|is|did] [the|his|her|their|all|*] [*] <{number}> [*] [*] {partword}
    (what|which) (were|are) (the|his|her|their|*) [*] [*] {partword}
    (what|which) !(part(s) of (the|this) (world|country|continent|globe|region|city|town|state|coast)) {partword}
    how (is|was|are|were|do|does|did|would) … (~define)
    definition of
    ^ (list|name|give|explain) [me] [all] [the|his|her|their] !({point}) [*] {partword}
    (the|s) <{number}> [*] {partword}
    (the|s) <{number}> [*] (gaps|shortcomings|weaknesses|risks|benefits|dimensions|layers|aspects|topics|findings|products|projects|criteria)`,
  agreement: `
    ({whoever}) … (agree(|s|d)|concur(|s|red)|side(|s|d) with|share(|s|d) * [*] (view|opinion|position|concern(s)|point))
    ({whoever}|any(one|body)|any of the [*] [*] {crowd}) … {takingUp} …4 s [*] (point|view|argument|concern|idea)
    ^ (does|did|do|is|was) … agree(|d) with`,
  dissent: `
    who … ((disagree(|s|d)|differ(|s|ed)) with|contradict(|s|ed)|dispute(|s|d))
    who … (not|t) [fully|quite|entirely|really] (agree|concur)`,
  against: `
    (~oppose|~reject|~criticise|~criticize) [*]
    (~object|objection(s)) to
    ^ [and|but|so] [was|is|were|are] [there] (any(one|body)|some(one|body)|who) [is|was|speaking] (against|opposed|opposing) [it|that|this|them] $
    ^ [and|but|so] [were|was|are|is] [there] [any] (objection(s)|opposition|criticism|dissent|counterargument(s)) $
    (~speak|~argue|was|were|is|are|came out|~vote|be) against
    ^ [and|but|so] (is|are|was|were) [all] [of] [the|any] * [*] [*] (against|opposed to) !(each other|one another)
    (who|which [*] [*]) ({denying}) [really|fully|quite|all] (support|back|endorse|favour|favor|welcome|want|vote for)
    (who|which [*] [*]) (is|are|was|were|would be) not (for|in (favour|favor) of)
    who [else] ({holding}) … (a|the) [very|really] (bad|poor|terrible|dangerous|wrong|awful) (idea|move|approach|way|course|step) $`,
  support: `
    who [else] [all] (~support|~back|~endorse|~favour|~favor|~advocate|~welcome)
    who [else] [all] (want|wants|wanted) !(to) =(*)
    who [else] ({holding}) … (a|the) [very|really] (good|great|fine|excellent|wise|right) (idea|move|approach|way|course|step) $
    (was|were|is|are|be|~speak|~argue|~vote) (for|in favour of|in favor of)
    ^ [and|but|so] who [else] (will|would|could|can|might|may) [all|also] (support|back|endorse|favour|favor|advocate|welcome)
    ^ [and|but|so] [was|is|were|are] [there] (any(one|body)|some(one|body)|who) [is|was] (for|in (favour|favor|support) [of]) [it|that|this|them] $`,
  opinion: `
    (think|thinks|thought|opinion|view(s)|stance|position|feel|feels|believe(s)|attitude) … (of|about|on|regarding)
    (in favor|in favour|for or against|support|supports|oppose|opposes)`,
};
