/** How it is asked in English what somebody warned of, opposed, criticised, praised, hoped for, proposed, announced, gave as an example or quoted. */
export const englishSpeechActs = {
  warning: `
    ^ [and|but|so] what (is|are|was|were) [*] [*] [*] s [main|biggest|greatest|key] (concern(s)|worry|worries|fear(s)|warning(s))
    ({whoever}) [else|also] (is|are|was|were|has|have|had|did|does) [*] (~warn|~worry|~fear|~caution|afraid|alarmed|concerned)
    ({whoever}) [else|also] (~warn|~worry|~fear|~caution)
    ({whoever}) … (concern(s)|worries|alarm) (about|over|at|on)
    who (warned|worried|complained) (about|of) what
    table (of|with) [the|all] [*] (risks|dangers|concerns|worries|warnings|problems|challenges|threats|obstacles) !(by|per)
    (what|which|any|the|all) … (warn|warns|warned|warning (of|about|against|that|us|$)|~worry|~fear|~caution)
    (what|which|any|all) [*] [*] (risk(s)|danger(s)|concern(s)|worries|fear(s)|warning(s)|problem(s)|challenge(s)
      |difficulties|threat(s)|obstacle(s)|barrier(s)|downside(s)|drawback(s)|disadvantage(s)|pitfall(s))
    (everything|anything|all|what) … as [a|an|the] [*] (risk(s)|danger(s)|concern(s)|problem(s)|challenge(s)|threat(s)|obstacle(s)|barrier(s))
    ^ what (worries|worried|concerns|concerned|troubles|troubled|bothers|bothered)
    ^ [what are|what were|list|name] [the|all] [*] (risks|dangers|concerns|worries|fears|warnings|problems|challenges
      |difficulties|threats|obstacles|barriers|downsides|drawbacks|disadvantages|pitfalls)`,
  opposition: `
    what (is|was|are|were) … (against|opposed to|opposing|hostile to) $
    what (does|did|do|has|have) … (~oppose|~reject|~refuse|~object to|~disapprove of|disagree with)
    what (is|was|are|were) (opposed|rejected|refused|objected to) by
    what (does|did|do|has|have) … (~say|~speak|~argue) against
    what (does|did|do|would) … not (want|support|accept|like|agree (to|with)) $
    (what|which|any|all) [*] [*] [*] (objection(s)|reservation(s))
    ^ (list|name) [the|all] [*] objections
    s objections to`,
  blame: `
    what (did|does|do|has|have|is|was) … (~criticise|~criticize|~complain|~regret|~deplore|~blame|unhappy|disappointed)
    (what|which) [*] [*] (did|does|do|has|have) … ~find [to be] (wrong|bad|missing|lacking|problematic|fault(s)) [with|in|about]
    (what|which) (fault(s)|flaw(s)) (did|does|do|has|have) … ~find
    (what|which|any|all) [*] [*] [*] [*] (criticism(s)|complaint(s))`,
  praise: `
    ({whoever}) [else|also] [has|have] (~praise|~commend|~applaud|~salute|~admire|~congratulate|~thank)
    what (did|does|do|has|have|is|was) … (~praise|~welcome|~commend|~applaud|~salute|~admire|~appreciate|~congratulate|~thank|grateful)
    whom (did|does) … (~praise|~commend|~congratulate|~thank)`,
  hope: `
    ({whoever}) [else|also] [is|are|was|were] (~hope|optimistic|hopeful|confident)
    what (did|does|do|is|was) … (~hope|~expect|~wish|looking forward|look forward)
    (what|which|any|all) [*] (hope(s)|expectation(s)|wishes)`,
  proposal: `
    ({whoever}) [else|also] [has|have] (~propose|~suggest|~recommend|~demand|~urge|call(|s|ed|ing) for|ask(|s|ed) for)
    table (of|with) [the|all] [*] (recommendation(s)|proposal(s)|suggestion(s)|demand(s))
    who (proposed|recommended|suggested|asked for|demanded) what
    what (did|does|do|has|have|is|was|would) … (~propose|~suggest|~recommend|~advise|~advocate|~demand|~urge|~request|~want
      |call(|s|ed|ing) for|ask(|s|ed|ing) for|plead(|s|ed) for)
    ^ [and] (list|name|give me|show me|table) [all] [of] [the|s] [*] [*] [s] (recommendations|proposals|suggestions|demands|requests) (of|by|from|that|made)
    what would … like to (see|have|happen|be done)
    what (did|does|do|has|have|is|was) … (~ask|~encourage|~invite|call(|s|ed|ing) (on|upon)) … to do
    what …6 (wants|demands|proposes|suggests|recommends|advocates|urges|asks for|calls for|is asking for|is calling for|is after|are after)
    what (is|are|was|were) … after $
    (what|which|any|all) [*] (recommendation(s)|proposal(s)|suggestion(s)|demand(s)|request(s)|appeal(s))`,
  announcement: `
    ({whoever}) [else|also] [has|have] (~announce|~unveil)
    what (did|does|do|has|have|is|was) … (~announce|~unveil|~launch|~plan|~intend)
    (what|which|any|all) [*] (announcement(s)|plan(s))
    what (is|are|was|were) [*] [*] [*] [*] s plans`,
  example: `
    (what|which|any|all) [*] (example(s)|case(s)|illustration(s)) … (~give|~cite|~use|~mention|~name|~offer|~provide|~bring)
    ^ (give|list|name|show) [me] [the|all|any|some] [*] (example(s)|illustration(s)) (that|which|of|given|cited|from|by)`,
  quoting: `
    ^ [and|but|so] (who|whom|what|which [*] ({quotable})) [else] (does|did|do) … (quote|cite) [from] $
    ^ [and|but|so] (who|whom|which [*] ({quotable})) [else] (does|did|do) … (quote|cite) [from] (at|in) (the|their|his|her) ({endOrStart})
    ^ [and|but|so] (who|whom|which [*] ({quotable})) [else] (does|did|do) … (quote|cite) [from] and =(what|how)
    ^ [and|but|so] (from|by) (who|whom|which [*] ({quotable})) (does|did|do) … quote $
    ^ [and|but|so] (which|what) (quotations|sayings|proverbs) (does|did|do) … (use|quote|cite|give) $`,
};
