import { englishOrder } from './english-order.ts';

/** Who spoke for the longest time of all, or the shortest. */
function spokeFor({ extreme, alike, amount }: { extreme: string; alike: string; amount: string }): string {
  return `
    {whoSpeaks} {spoke} [for] [the] (${extreme}|${alike}|${amount}) [of all] {ofThere}
    {whoSpeaks} {spoke} [for] [the] (${extreme}|${amount}) [of] [the] [speaking|talking] (time|minutes|words) {ofThere}
    {whoSpeaks} [gave|made|delivered|has|have|was|is] [{held}] [the] (${extreme}|${alike}) [single] {speech} {ofThere}
    {whoSpeaks} [{held}|has|have] [the] ${amount} [of] [the] (speaking time|talking time|speaking turns|airtime|words) {ofThere}
    {whoSpeaks} {speech} … (${extreme}|${alike}) {ofThere}
    {whoSpeaks} {held} [up] (the floor|time|minutes) [for] [the] (${extreme}|${amount}) {ofThere}
    {whoSpeaks} [*] {held} [up] [the] (${extreme}|${amount}) [of] [the] [*] (time|minutes) {ofThere}
    {whoSpeaks} had [the] ${amount} to say {ofThere}`;
}

/** What is asked of a session itself in English, by its name in `structure.ts`. The lists are those of `english.ts`. */
export const englishSubjects: Record<string, string> = {
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
  'speaking longest': `${spokeFor({ extreme: 'longest', alike: 'lengthiest', amount: 'most' })}
    {whoSpeaks} {spoke} at [the] (greatest|most|great) length {ofThere}
    (longest|most talkative) (speaker|speech)`,
  'speaking shortest': `${spokeFor({ extreme: 'shortest', alike: 'briefest', amount: 'least' })}
    shortest speech`,
  'speaking time': `
    how (long|much [time]) … (speak|spoke|talk|talked|speech)
    who (spoke|talked|speaks|talks) [,] [and|with] [for] how long
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
    (not|never) [fully|all|quite|really] agree(|d)
    (no|lack of) (agreement|consensus)
    dissent(|ed)
    (contradict|contradicts|contradicted)
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
    (have|has|had|share) in common
    (what|which) [*] (do|does|did) … (both|and) … share $
    common ground`,

  decisions: `
    what (was|were) (decided|resolved|adopted)
    (what|which) (decisions|votes)
    ^ [and|but|so] what (did|has|have) ({deciding}) [finally|then|also] (decide(|d)|adopt(|ed)|resolve(|d)) [(on|about|for|to do|in|at|during|regarding)]
    ^ (did|has|have|was|were) … (~decide|~adopt|~resolve) (anything|something)`,
  'action items': `
    action (item(s)|point(s))
    next step(s)
    resolutions
    (followup|follow up) action(s)
    concrete (commitment(s)|outcome(s))
    commitment(s) [were|was] made
    (to dos|(to do|todo) (list|item(s))|^ todos $)`,
  'unresolved issues': `
    (unresolved|unsettled)
    open (issue(s)|question(s)|point(s)|problem(s))
    outstanding (issue(s)|question(s))
    (left|remain(|s|ed|ing)) (open|unresolved|unanswered|unclear)`,
  compromises: `
    compromis(e|es|ing)
    middle ground`,
  'follow-up questions': `
    (followup(s)|follow up(s)) !({session})
    question(s) (for|that need|to be) (further|follow*|stud*|explor*|research*)
    (further|future) (questions|research)`,
  'thought provoking comments':
    '(thought provoking|most (striking|interesting|notable|memorable)) (comment(s)|remark(s)|statement(s)|point(s))',
  takeaways: `
    (takeaway(s)|take away(s))
    (main|key|overall|most important) (message(s)|conclusion(s)|finding(s)|outcome(s)|result(s)|lesson(s))
    conclusion(s) of (the|this) {session}
    what (came|comes|emerged) [out] (of|from) (the|this|that) [*] [*] [*] {session}
    (what|which) [*] (outcome(s)|result(s)) … (the|this|that) [*] {session}`,
  tone: '(tone|mood|atmosphere) (… {session}|$)',
  purpose: `
    (purpose|aim(s)|goal(s)|objective(s)) of (the|this|that) [*] {session}
    why was (the|this) {session} held`,
  'discussion points': `
    (main|key|major) (topic(s)|theme(s)|subject(s)|issue(s)) !(… (according to|by))
    (main|key|major) [discussion|talking] point(s) !(… (according to|by))
    discussion point(s)
    what (topic(s)|subject(s)|theme(s)|issue(s)) (were|was|are|is) (discussed|covered|raised|on the agenda)
    (which|what) (topics|subjects|themes|issues|matters) (came up|come up|recurred|dominated) [the] [most|most often|often|again and again|{session}] $
    what (was|is|were) [all] on (the|its|their) (agenda|programme|program) [of|for|at|(that|this) day] [(the|this|that) [*] [*] {session}] $
    what (was|is) the (agenda|programme|program) [(of|for) (the|this|that) [*] [*] {session}] $`,
  summary: `
    summar(y|ies|ise|ize)
    (overview|recap|gist|sum up)
    ({catchingUp}) !([quickly] (on|about|regarding|with))
    in (a nutshell|short)
    what (was|is) (the|this|that) [*] {session} [all] about
    what (was|is) the {session} (on|about) …8 about $
    what happened (at|in|during) (the|this) {session}`,
  arguments: '(what|which|list) … argument(s)',

  moderator: `
    (who|which (person|speaker)) !({toModerator}) !({isToDo} (chair|moderate)) … (moderat(e|ed|es|ing|or|ors)|chair(|ed|s|ing|person|man|woman))
    (who|which (person|speaker)) [else|is|was|has|did] (host(s)|facilitat(e|ed|es|ing)) ($|it|this|that|here|today|the [*] [*] [*] {session}|{session})
    (who|which (person|speaker)) (is|was|were|are) [the|your|our] [*] (host(s)|facilitator(s)) ($|here|today|of (the|this|that|today) [*] [*] [*] {session})
    (who|which (person|speaker)) … opened the (session|meeting|floor|discussion)
    who (led|ran|opened) (the|this) {session}
    name [of] the (moderator|chair|host)`,
  organiser: `
    (who|(which|what) {body}) [has|have] (~organise|~organize|hosted|~convene|~sponsor) (the|this|that) [*] [*] [*] {session} $
    who (is|was|are|were) the (organiser(s)|organizer(s)|convenor(s)) [(of|behind) (the|this|that) [*] [*] [*] {session}] $
    (by whom|who) (is|was) (the|this|that) [*] [*] [*] {session} (organised|organized|hosted|convened|sponsored) [by] $
    (who|(which|what) {body}) [has|have] ~put (on (the|this|that) [*] [*] {session}|(the|this|that) [*] [*] {session} on) $
    (who|(which|what) {body}) (is|was|are|were) behind (the|this|that) [*] [*] {session} $`,
  participants: `
    table of [the|all] [the] {people} [only|alone|(and|with) [the|their] {ofThem}] $
    name(s) [(and|,|with) [the|their] {ofThem}] of [the|all] [the] {people} {noMatter}
    {people} [s] names
    (which|what) {ofThem} (were|was|are) (represented|present|there|involved)
    (which|what) {ofThem} (took part|participated|attended) {noMatter} {heldHere}
    who [all] (took part|participated|attended|spoke|(were|was) (there|present)) …4 and what (are|were) their {ofThem}
    who [all] (took part|participated|attended|spoke|talked|(took|had) the floor|(were|was) (there|present)) {noMatter} {heldHere}
    who (were|are|was) [all] [the] ({people}|attendee(s)|people) {noMatter}
    (list|name|give me|show [me]) … (speakers|participants|panellists|panelists|attendees) !(who|that|which|from|working|whose)
    how many {crowd} $
    (#|{number}) {people} (speak|spoke|take part|took part|participate|participated|(take|took) the floor|(were|was) (there|present)) $
    ^ were there [more than|at least|fewer than|less than|over] * {people} $
    ^ did * ({people}|people) (speak|take part|participate|take the floor) $
    how many {crowd} [were|was|are] {there} ($|(in|at) (the|this|that) {session} $)
    how many {crowd} [were|was|are] [there] (in|at|on) (the|this|that) [*] {session} $
    how many {crowd} (came|turned up|showed up|joined) [to|for] (the|this|that) [*] {session} $
    how many {crowd} [were|was|are] {there} (in|at) (the|this|that) [*] [*] [*] {session} ($|~hold|~host|~organise|~organize)`,
  role: `
    ^ [and] who (is|was|are|were) !([the] ({notWho})) !(… (when|while|whilst|at (the|that) time|back then))
    (what|which) (is|was|are|were) … {ofSomebody} !(of (the|this|that) {session}) !(… {seenBy}) !(… {backThen})
    what (role|position|job|title|function) … (have|has|had|hold|holds)
    (which|what) (organization|organisation|institution|company|country|body|university|ministry|agency|firm) … (represent|work(|s|ed) for|from|belong)
    who (represent(s|ed)|spoke for|works for|work for|worked for|came from|(is|was) from)
    (his|her|their) {ofSomebody} $
    ^ (is|was) !(there|it|this|that|the) * [*] [*] (a|an|the) [*] [*] {office}
    ^ (does|did) !(it|this|that|the) * [*] [*] work (for|at)
    where (is|was) … from $
    where (does|did) … (work|teach|lecture|come from)
    who (does|did) … (work for|represent|come from)
    s (role|job|title|function|affiliation) !(… {seenBy}) !(… {backThen})
    (what|which) (is|was) … s position $`,
  time: `
    ^ [and] when $
    ^ (was|is|did) (it|this|that|the [*] [*] {session}) [(held|take place|taking place|happen)] (on|in) [the] (#|{month})
    ^ (did|does) (it|this|that|the [*] [*] {session}) last …
    ^ (did|does|was|is) the [*] [*] {session} (start|begin|end|finish) …
    {when} !(… {onceMore} $) … (the|this|that|it|your) !(next|following|coming) [*] ({session}|(take place|took place|held|start(|ed)|end(|ed)) $)
    {when} !(… {onceMore} $) … (the|this|that) !(next|following|coming) * * [*] {session}
    {when} (was|is) (it|this|that) $
    ^ [and] (at what time|when|what time) (did|does) it (finish|end|stop|close|start|begin|open) $
    ^ what (is|was) the (date|day) of (the|this) {session} $
    ^ [on] (what|which) (day|date) (was|is|did) (it|this|that|the {session})
    ^ [and|but|so] how long (did|does) (it|this|that|the [*] [*] [*] {session}) (last|take|go on) $
    how long (did|does) the [*] [*] [*] {session} (last|take|go on) $
    how long (did|does) (it all|everything|the (whole|entire) (thing|event)) (last|take|go on) $
    how long (was|did|is) (the|this) {session} !(for|on|of|with|about)
    how long (was|is) (the|this|that) * [*] [*] {session} $
    (date|time|duration) of (the|this) {session}`,
  place: `
    ^ [and] where $
    ^ (was|is|did) (it|this|that|the [*] [*] {session}) (held|take place|taking place|happen) (in|at) *
    where (was|is|did) (the|this|that) [*] [*] [*] {session} [(on|about) …6] [(held|(take|taking|took) place|happen)] [{inTown}] $
    where (was|is) (it|this|that) (held|taking place) [{inTown}] $
    where (did|does) (it|this|that|the [*] [*] [*] {session}) (take place|happen) [{inTown}] $
    where (did|do) (they|you|everybody|everyone|[the|all] {people}) (meet|gather|convene) [{inTown}] $
    [in|at] (which|what) (city|town|place|country|venue) (was|were|did|do) (they|[the|all] {people}) (meet|gather|convene|gathered) [in|at] $
    (in|at) (which|what) (city|town|place|country|venue) (was|is|did) (the|this|that|it) [*] [{session}] [(held|take place)] $
    (in|at) (which|what) (city|town|place|country|venue) (was|is|did) (the|this|that) * * [*] {session} [(held|take place)] $
    ^ [and|so] [in|at] (which|what) {whereabouts} ({verb}) ({everybodyThere}|(the|this|that) [*] [*] {session}) [all] {takesPlace} [in|at] $
    ^ [and|so] what (was|is) the (venue|location|city|town) [of (it|this|that|(the|this|that) [*] [*] {session})] $
    ^ [and|so] (which|what) {whereabouts} (~host|~hold) (it|this|that|(the|this|that) [*] [*] [*] {session})
    (venue|location|place) of (the|this) {session}`,
  next: `
    {when} … (next|following|coming) [*] ({session}|one) [of (the|this|that|our) * [*] [*]] $
    ({when}|where|in (which|what) {whereabouts}) … (next|following|coming) [*] [*] ({session}|one) [to] [be] [being|going to [be]] [held|hosted
      |scheduled|planned|(take|taking) place|happen(|ing)|meet|start] $
    {when} … (meet|convene|gather) (again|next) $
    {when} … ({session}|it) [to] (happen|(take|taking) place|[be] held|reconvene|start) {onceMore} $
    (a|another|any) (next|further|follow up|followup|second|new) {session} [planned|scheduled|foreseen] $
    (date|day|time) of the (next|following|coming) [*] {session} $
    (is there|will there be) (a|another|any) [next|further|second|new] {session} [planned|scheduled|foreseen] $`,
  ...englishOrder,
  sessions: `
    what (is|was) the (title|name) of (the|this) {session} $
    (which|what|list|show [me] [the]|how many) [all] [the] {records} $
    (which|what|list|show [me] [the]|how many) [all] [the] {records} … (do you (have|know)|are (there|in)|have you read|can you)
    ^ [and|but|so] (which|what|how many) [of] [the] [*] [*] [*] [*] {records} [(of|by|from|with|for) …8] ({inLibrary}) $
    ^ [and|but|so] {whichRecords} [(that|which)] (were|was|are) [(held|recorded|there)] {timed}
    ^ [and|but|so] {whichRecords} (took|take) place
    ^ [and|but|so] (list|show [me]|how many) [all] [the] {records} {timed} *
    ^ [and|but|so] (which|what) (is|was) the (longest|shortest) (session|meeting|transcript|record) $
    ^ [and|but|so] (which|what) (session|meeting|transcript|record) (is|was|lasted|took) [the] (longest|shortest) $`,
};
