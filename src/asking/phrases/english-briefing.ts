/** Who asks in English for points, bullets or quotes to brief somebody with. The other lists are those of `english.ts`. */
export const englishBriefing = {
  lists: {
    point: 'bullet(s)|(bullet|talking|speaking) point(s)|bulletpoint(s)|key (point(s)|message(s))',
    wanting: `(could|can|would|will) you [{make}] [me|us]|{make} [me|us]|(i|we) (need|want|would like|d like)
      |(could|can|may) (i|we) (have|get)`,
    enough: '(would|will|ll) (do|suffice|be *)|(are|is) enough|at most|max|only',
    soon: 'today|tomorrow|tonight|shortly|soon|next week|this (week|morning|afternoon|evening)',
    preparing: '(i|we) (am|m|are|re) (preparing|drafting|writing|working on|putting together)',
    havingTo: `(have|need|want|would like|d like|am|m|are|re|was|were|will|ll|must|should|ve) [been|got] [asked|told|going|supposed|due]
      [to] [be]`,
    forTalk: '[{soon}] [for …2] (on|about|regarding)',
    some: '[a|some] ({number}|{point})',
    whichRecords: '(which|what|list|show [me] [the]|how many) [all] [the] {records}',
    timed: '(in|on|from|of|by|before|after|since)',
    posted: 'tweet|[social media|linkedin|facebook|twitter] post|press release|newsletter item',
    drafting: 'write|draft|prepare|compose|make|create|put together|produce',
  },
  courtesy: `
    ^ {preparing} !(…10 , …6 {number} …3 $) …10 ,
    ^ {preparing} …3 {writing} (on|about|regarding)
    ^ {preparing} …3 {writing} and (need|want|would like)
    ^ (my|our|the) {reader} [has] (would like|d like|wants|want|needs|need|requires|(asks|asked) [me|us] for) =({some})
    ^ (i|we) (require|need|want) =({point})
    ^ (need|want) =({some})
    ^ [(i|we) (have|need|am|m|are|re|was|were|must) [asked|told] [to]] (draft|write|prepare|give|provide) =({some})`,
  audience: `
    for <(my|our|a|an) [*] {writing}> (by|of|from|to) (the|my|our|a|an|his|her) [*] {reader}
    ^ [so|and|tomorrow|today] (i|we) {havingTo} (brief|briefing|prepare|preparing) <(my|our|the|a|an) [*] {reader}> {forTalk}
    ^ [please] [(can|could|would|will) you] [help (me|us) [to]] (brief|prepare) <(my|our) [*] {reader}> {forTalk}
    ^ <(my|our) [*] {reader}> (will|must|is to|has to|needs to|is going to|wants to) (speak|talk) [{soon}] (on|about)
    {make} <(my|our) [*] {reader}> =({some})`,
  points: `
      (in|as|with) !({number}) [*] (bullet(s)|bullet point(s)|point form) [form|format|style]
      ^ [{make}] [me|us] [the|a|some|up to] <{number}> [of] [*] {point} [on|about|of|from|regarding|covering]
      [{wanting}] [a|some|just|only] <{number}> [of] [*] (bullet(s)|bullet point(s)|talking point(s)) [{enough}] $
      , [and] [{wanting}] [a|some|just|only] <{number}> [of] [*] ({point}|point(s)) [{enough}] $
      , [and] [{wanting}] [some] {point} [{enough}] $`,
  brief: `
      ^ ({drafting}) [me|us] (a|an|the|my|our) [*] [*] {writing} (on|about|regarding|of|for)
      ^ [a|one] [short|draft] ({posted}) (on|about)`,
  quote: `
      ^ [{make}|find|pick] [me|us] [a|some] <{number}> [*] (quote(s)|quotation(s)|line(s)) [that] (i|we) (can|could|may) use …4 (on|about)
      , [and] [{wanting}] [just|only] <{number}> [*] (quote(s)|quotation(s)) [{enough}] $`,
};
