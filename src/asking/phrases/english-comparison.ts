/** What holds people or matters against each other in English, and what asks of several together. The lists are those of `english.ts`. */
export const englishComparison = {
  each: `
    ^ [and|but|so] {verb} ({everybody}) [also|all|really|actually] (~agree|~support|~back|~oppose|~thank|~think|~want|~share|~welcome
      |~call|~warn|in (favour|favor)|for|against)
    (each|every) (speaker|participant|panellist|panelist|delegate|delegation|of them|one of them)
    speaker by speaker
    what each [one] [of (them|the speakers)] (~say|~think|~argue|~want|~propose)
    (for|by|per) (each|every) speaker
    per (speaker|person|participant|panellist|panelist)
    (all|the) speakers each
    ^ what did (all [of] [the] (speakers|participants|panellists)|everyone|everybody) say
    {crowd} (and|with) (the|their|his or her|each one s) [*] [*] {gist}
    {crowd} … each (and|with) (the|their|his or her|its) [*] [*] {gist}
    {gist} (of|by|from) each
    [*] [*] {gist} each $
    (each|every) (intervention|speech|presentation|contribution|statement)
    (who said what|what each [one] [of them] said)
    by speaker $
    (speaker|name) (,|and) [*] [*] [,|and] [*] {gist} $
    table of who (~say|~think|~want|~propose|~argue) [to] what
    (which|what) (speaker|person|participant) said what`,
  compares: `
    ~compare
    ~contrast
    (versus|vs)
    how (do|does|did|are|is|was|were) … (differ|compare|different)
    (difference(s)|distinction|similarit(y|ies)) (between|among)
    differ(s|ed) from
    [(~set|~put|~place) …] side by side
    (~set|~put) … (against|beside|next to) (each other|one another)`,
  apart: '(each|respectively|in turn|one by one|separately)',
  ofOneMind: `
    ^ [and|but|so] (do|did|are|were) … and … (disagree|agree|differ|diverge) (about|on|over|regarding)
    ^ [and|but|so] (do|did|are|were) … and … (disagree|agree|differ|diverge) $
    ^ [and|but|so|where|how] (do|did|are) (they|both|the two) (agree|disagree|differ|diverge)
    (where|on what|in what|how) (do|did) … and … (disagree|agree|differ|diverge)
    ^ [and|but|so] {verb} [both] and [both] (see|view|regard|judge|approach|treat|look at|take|hold|have)
    [in|from|at|on] [much|exactly|quite|broadly] the same (way|light|manner|angle|terms)
    [have|hold|share|take|of] the same (view|opinion|position|stance|mind)
    [at|of] (eye to eye|alike|differently|one mind|odds)
    on the (same|opposite) (page|side)
    (~contradict|~oppose|~side with) (each other|one another)`,
  opensWithBoth: '^ [and|but|so] {verb} [both] [the|mr|ms|mrs|dr|prof|professor] $',
  beforeViewers: '(how|what|where|whether|the way(s) [in which|that]) [both] [the|mr|ms|mrs|dr|prof|professor] $',
  afterViewers: `^ [each|both|respectively] (~see|~view|~regard|~judge|~approach|~treat|~look at|~think of|~think about|~feel about|~assess
    |~describe|~frame|~take|~understand|~present|~portray|~speak of|~talk about|~speak about|~want|~think|~say|~propose|~address)`,
  joinsBoth: '^ [and] [the|mr|ms|mrs|dr|prof|professor] $',
  between: '(compare(|d)|between|among|contrast(|ed)|comparison of) [the]',
};
