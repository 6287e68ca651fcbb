/** Ways to ask in English. How a line is read stands in `src/words/matcher.ts`. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const english: WaysToAsk = {
  lists: {
    session: 'session|meeting|event|forum|panel|workshop|discussion|debate|conference|hearing|call',
    place: 'session|meeting|hearing|forum|panel|call|conference|workshop|debate|plenary',
    unexpected: 'unexpected|unforeseen|surprising',
    different: 'different|differing|diverging|divergent|conflicting|opposing',
    opinions: 'view(s)|viewpoint(s)|opinion(s)|position(s)',
    people: 'speaker(s)|participant(s)|panellist(s)|panelist(s)',
    crowd: 'speakers|participants|panellists|panelists|people',
    ofSomebody: 'role|job|title|function|affiliation|occupation',
    verb: 'is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|had',
    noMatter: '!(about|on|for|against|to|of !(the|this|that))',
    when: 'when|what (day|date|time)|which (day|date)',
    records: 'sessions|meetings|transcripts|records',
    openings: 'what|who|how|which|all|the|every|some|a',
    onOrBy: 'of|on|about|regarding|by|from',
  },

  subjects: {
    'speaking speed': `
      how (fast|quick|quickly|slow|slowly) … (speak|spoke|talk|talked)
      (speech|speaking|talking) (speed|rate|pace)
      words (per|a) minute`,
    'speaking fastest': `
      who … (spoke|talked|speaks) … (fastest|quickest)
      fastest (speaker|talker)`,
    'speaking slowest': `
      who … (spoke|talked|speaks) … slowest
      slowest (speaker|talker)`,
    'speaking length': `
      how many words
      speech length`,
    'speaking longest': `
      who … (spoke|talked|speaks|said) … (longest|most) !(about|of|on)
      (longest|most talkative) (speaker|speech)`,
    'speaking shortest': `
      who … (spoke|talked|speaks|said) … (shortest|least|briefest)
      shortest speech`,
    'speaking time': `
      how (long|much [time]) … (speak|spoke|talk|talked|speech)
      (speech|speaking|talking) time`,

    'unexpected consensus': '{unexpected} (consensus|agreement(s)|area(s) of (consensus|agreement))',
    'unexpected differences': '{unexpected} (difference(s)|disagreement(s)|view(s))',
    'level of disagreement': `
      (level|degree|extent) of (disagreement|difference|dissent)
      disagreement level
      how much disagreement
      how (strongly|much) did (they|speakers|the speakers) disagree`,
    'level of consensus': `
      (level|degree|extent) of (consensus|agreement)
      consensus level
      how much (consensus|agreement)`,
    'partial agreements': `
      (partial|partially) agree(|d|ment|ments)
      agree(|d) (in part|partly|partially)`,
    disagreements: `
      disagree(|d|s|ment|ments)
      dissent(|ed)
      differ(|ed|s) !(from)
      differences (of|in|between)
      {different} {opinions}
      point(s) of contention
      (main|key|any|the) differences`,
    'similar viewpoints': `
      (similar|shared|common) {opinions}
      share(|d|s) (a|the|similar) [same] (view|viewpoint|opinion|position)`,
    agreements: `
      agree(|d|ment|ments)
      consensus
      common ground`,

    'action items': `
      action (item(s)|point(s))
      next step(s)
      resolutions
      (followup|follow up) action(s)
      concrete (commitment(s)|outcome(s))
      commitment(s) [were|was] made
      what was (decided|resolved)
      (what|which) decisions
      (todo|to do|todos|to dos)`,
    'unresolved issues': `
      (unresolved|unsettled)
      open (issue(s)|question(s)|point(s)|problem(s))
      outstanding (issue(s)|question(s))
      (left|remain(|s|ed|ing)) (open|unresolved|unanswered|unclear)`,
    compromises: `
      compromis(e|es|ing)
      middle ground`,
    'follow-up questions': `
      (followup(s)|follow up(s))
      question(s) (for|that need|to be) (further|follow*|stud*|explor*|research*)
      (further|future) (questions|research)`,
    'thought provoking comments':
      '(thought provoking|most (striking|interesting|notable|memorable)) (comment(s)|remark(s)|statement(s)|point(s))',
    takeaways: `
      (takeaway(s)|take away(s))
      (main|key|overall|most important) (message(s)|conclusion(s)|finding(s)|outcome(s)|result(s)|lesson(s))
      conclusion(s) of (the|this) {session}`,
    tone: '(tone|mood|atmosphere) (… {session}|$)',
    purpose: `
      (purpose|aim(s)|goal(s)|objective(s)) of (the|this|that) [*] {session}
      why was (the|this) {session} held`,
    'discussion points': `
      (main|key|major) (topic(s)|theme(s)|subject(s)|issue(s)) !(… (according to|by))
      (main|key|major) [discussion|talking] point(s) !(… (according to|by))
      discussion point(s)
      what (topic(s)|subject(s)|theme(s)|issue(s)) (were|was|are|is) (discussed|covered|raised|on the agenda)`,
    summary: `
      summar(y|ies|ise|ize)
      (overview|recap|gist|sum up)
      in (a nutshell|short)
      what (was|is) (the|this|that) [*] {session} [all] about
      what happened (at|in|during) (the|this) {session}`,
    arguments: '(what|which|list) … argument(s)',

    moderator: `
      (who|which (person|speaker)) … (moderat(e|ed|es|ing|or|ors)|chair(|ed|s|ing|person|man|woman))
      (who|which (person|speaker)) … (host(s)|facilitat(ed|or|es)|opened the (session|meeting|floor|discussion))
      who (led|ran) (the|this) {session}
      name [of] the (moderator|chair|host)`,
    participants: `
      who [all] (took part|participated|attended|spoke|talked|(were|was) (there|present)) {noMatter}
      who (were|are|was) [all] [the] ({people}|attendee(s)|people) {noMatter}
      (list|name|give me|show [me]) … (speakers|participants|panellists|panelists|attendees)
      how many {crowd} ($|[were|was|are] (there|present|took part|take part|taking part|participat*|spoke|speaking|attend*))
      how many {crowd} [were|was|are] (in|at|on) (the|this|that)`,
    role: `
      ^ [and] who (is|was|are|were) !([the] (first|last|only|most|more|against|for|in favor|in favour|opposed|responsible))
      (what|which) (is|was|are|were) … {ofSomebody}
      what (role|position|job|title|function) … (have|has|had|hold|holds)
      (which|what) (organization|organisation|institution|company|country|body) … (represent|work(|s|ed) for|from|belong)
      who (represent(s|ed)|spoke for|works for|work for|worked for|came from|(is|was) from)
      (where|who) (does|did) … (work|represent|come from)
      s (role|job|title|function|affiliation)
      (what|which) (is|was) … s position $`,
    time: `
      {when} … (the|this|that|it|your) [*] ({session}|(take place|took place|held|start(|ed)|end(|ed)) $)
      how long (was|did|is) (the|this) {session}
      (date|time|duration) of (the|this) {session}`,
    sessions: `
      (which|what|list|show [me] [the]|how many) [all] [the] {records} $
      (which|what|list|show [me] [the]|how many) [all] [the] {records} … (do you (have|know)|are (there|in)|have you read|can you)`,
  },

  ofReport: 'the [ai written|session] report',
  reported: '(say(s)|said|according|mention(s)|list(s)|find(s))',
  wordsOfSomebody: `
    (say(s)|said|tell|told|mention(|ed)|spoke|speak|talk(|ed)) (about|on|of|that)
    (think|thought|opinion|view(s)) (of|about|on)`,
  otherResolutions: `
    (general assembly|security council|council|un) resolution
    resolution (on|of the|titled|called)`,

  sessionName: '(in|at|of|during|from|for) (the|that) <…10> {place}',
  followsOn: '^ (and|but|or|so|also|what about|how about|what else|anything else|who else)',
  somebodyBefore: '(he|she|him|her|his|hers|they|them|their|theirs)',
  somethingBefore: `
    (it|that|this|those|these|there) $
    about (it|that|this)`,
  who: `
    (who|whom|whose)
    which [*] ({people}|delegate(s)|delegation(s)|countr(y|ies)|organization(s)|organisation(s)|people)
    (any(one|body)|every(one|body))
    how many (speakers|people)`,
  number: `
    how (many|much|long|old|big|large|often|far|fast)
    what (percentage|share|number|proportion|amount|year)
    when =({verb})
    in (which|what) year
    by what year`,
  list: `
    ^ ((what|which) (are|were)|list|name)
    ^ which [*] [*] *s`,
  name: `
    what (is|was|are|were) the (name(s)|title(s))
    (what|which) !(s) *
    (called|named)`,
  kind: '(which|what) !(is|was|are|were|did|do|does|has|have|had|can|could|will|would|should|the|s) <* [*] [*]>',
  asking: `
    (what|who|whom|whose|which|when|where|why|how)
    ({verb})
    (about|of|on|by|and)`,

  frame: `
    [please|could you|can you|would you] (tell|show|give|find|list|explain|describe|name|quote) [me|us] =({openings})
    summar(y|ise|ize) [of]
    what (is|was|are|were) the (name(s)|title(s)|number(s)|definition(s)|meaning(s)) of
    according to
    with respect to
    with regard to
    in relation to
    in terms of
    (~say|~speak|~talk|~tell)
    (mention(|s|ed)|discuss(|es|ed)|address(|es|ed)|comment(|s|ed)|remark(|s|ed)|state(|d)|express(|ed))
    (describe(|d)|explain(|ed)|argue(|d)|think(|s)|thought|claim(|ed)|raise(|d))
    ({opinions}|stance(s)|perspective(s)|statement(s)|words|quote(s)|quotation(s)|thought(s)|take(s)) =({onOrBy})
    how (long|often|fast|quickly|soon|far) [(did|does|do|will|would) (it|that|this) take]
    (exact|own|very|actual|precise|literal) =(word(s)|quote(s)|quotation(s)|statement(s))
    quote =(some(one|body)|any(one|body))
    ~take (part|place)
    (belong(s) to|stand(s) for|represent(s|ed)|deal(s) with|dealt with|refer(|s|red) to)
    (is|are|was|were) there
    (does|made|make|makes|need(|s|ed)|happen(|s|ed))
    ({people}|anyone|anybody|someone|somebody|everyone|everybody|people)
    (during|in|at|of) (the|this|that) (session|meeting|discussion|forum|event|panel|debate|workshop)
    (the|this|that) (session|meeting|discussion|panel|debate|workshop)
    (and|also|else|really|actually|exactly|ever|any|anything|something|thing(s)|regarding|concerning|many|much)`,
};
