/** Ways to ask in English. How a line is read stands in `src/words/phrase-line.ts`. */
import { englishAskedFor } from './english-asked-for.ts';
import { englishLists } from './english-lists.ts';
import { englishBriefing } from './english-briefing.ts';
import { englishComparison } from './english-comparison.ts';
import { englishColumns } from './english-columns.ts';
import { englishFollowUp } from './english-follow-up.ts';
import { englishFrame } from './english-frame.ts';
import { englishQuotations } from './english-quotations.ts';
import { englishSmallTalk } from './english-small-talk.ts';
import { englishSubjects } from './english-subjects.ts';
import type { WaysToAsk } from './ways-to-ask.ts';

export const english: WaysToAsk = {
  lists: {
    backThen: '(ago|formerly|previously|earlier|(back|before) then|at (the|that) time|in #|before)',
    newHere: '(i m|i am|we are|we re) new [here|to this|to it|around here]',
    place: 'session|meeting|hearing|forum|panel|call|conference|workshop|debate|plenary',
    inTown: '[,] [and|i mean] [in|at] (which|what) (city|town|place|country|venue|building)',
    namedHere:
      'some(one|body)|any(one|body)|every(one|body)|each|nobody|other(s)|they|speakers|people|participants|delegates',
    catchingUp: `catch (me|us) up|help (me|us) [to] (catch up|get up to speed)|(i|we) [need|want|have|like] [to] (catch up|get up to speed)
      |(bring|get) (me|us) up to (speed|date)|fill (me|us) in|what (did|have) (i|we) (miss|missed)`,
    absent: 'was not|wasn t|were not|weren t|could not|couldn t|did not|didn t|missed|was absent|was away|had to leave',
    unexpected: 'unexpected|unforeseen|surprising',
    different: 'different|differing|diverging|divergent|conflicting|opposing',
    opinions: 'view(s)|viewpoint(s)|opinion(s)|position(s)',
    people: 'speaker(s)|participant(s)|panellist(s)|panelist(s)',
    officials:
      'member(s)|minister(s)|mp(s)|mep(s)|msp(s)|senator(s)|politician(s)|parliamentarian(s)|lawmaker(s)|councillor(s)|ceo(s)|ngo(s)',
    whoever: 'who|which [*] (speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|delegation(s))',
    fellows: `speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|delegation(s)|guest(s)|people|person`,
    besides: '(besides|beside|apart from|other than|except [for]|aside from)',
    speaking:
      'mention|say|speak|talk|address|raise|discuss|touch|bring|mentioned|said|spoken|spoke|talked|addressed|raised|discussed',
    gist: 'message(s)|point(s)|argument(s)|position(s)|view(s)|stance(s)|line(s)|quote(s)|statement(s)|idea(s)|concern(s)|theme(s)|proposal(s)',
    takingUp:
      '(~echo|~second|~repeat|~support|~back|~endorse|(~pick|~take) up|~build on|~return to|(come|came|comes) back to)',
    crowd: 'speakers|participants|panellists|panelists|people',
    ofThem: '(organisations|organizations|institutions|countries|bodies|agencies|companies|affiliations|roles|titles)',
    there: '(there|present|took part|take part|taking part|(took|take) the floor|participat*|spoke|speaking|attend*)',
    ofSomebody: 'role|job|title|function|affiliation|occupation',
    seenBy: '(according to|for|as seen by|in the (view|eyes|opinion|words) of)',
    writing: `cable|speech|brief|briefing [note|paper]|memo|newsletter|press release|presentation|slide|talk|email|tweet|post|blog
      |toast|statement|remarks|intervention`,
    reader: `minister|boss|ambassador|director|delegation|team|colleague(s)|president|secretary|chief|board|committee
      |government|capital|reader(s)|student(s)|newsletter|article|report|notes|paper|minutes|superior(s)|manager|editor
      |supervisor|head|head of (delegation|mission|department|division|unit)|permanent representative`,
    verb: 'is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|had',
    noMatter: `!([right|just|directly|immediately] (after|before)|in (favour|favor|support|defence|defense) |about|on|for
      |against|to|after|before|first|last|next|then|of !(the|this|that)|… (by|via|over|through|from|with) [a|the] [*] {screen}
      |… (online|remotely|virtually|in person|on site|{screen}))`,
    screen: 'video|videolink|videoconference|telephone|phone|zoom|teams|webex|afar|abroad|home|screen|recording',
    heldHere: '!([in] (the|a|an|this|that|their|his|her) …3 ({undertaking}))',
    undertaking: `training(s)|course(s)|pilot|project|programme|program|study|survey|trial
      |experiment|competition|exhibition|campaign|visit`,
    when: 'when|what (day|date|time)|which (day|date)',
    holding:
      'think|thinks|thought|believe|believes|believed|consider|considers|considered|find|finds|found|feel|feels|felt',
    judged: 'bad|poor|terrible|dangerous|wrong|awful|good|great|fine|excellent|wise|right',
    records: 'sessions|meetings|transcripts|records|hearings|forums',
    inLibrary: `do you [(have|know|hold|keep)]|(have|did) you (read|got)|(are|is) [there] [in] (here|there)
      |(are|is) [there] in (the|your|this) (library|collection|archive)`,
    openings: 'what|who|how|which|all|the|every|some|a',
    greeting: `hello|hi|hey|good (morning|afternoon|evening|day)|greetings|howdy|dear (all|colleague(s)|friend(s)|bot|rapporteur)`,
    notWho: `behind|first|last|only|most|more|thanked|asked|called|introduced
      |against|for|in favor|in favour|opposed|responsible|born|elected|appointed|invited`,
    toModerator: '…6 (by|from|to|for|with|did|does) [the] (moderator|chair|host)',
    isToDo: '… (will|shall|would|should|to) [*]',
    helped: 'helped|helps|help|helpful|useful|worked|works',
    degree: 'very much|a lot|so much|again|a bunch|indeed|all',
    make: 'give|show|put|write|draft|prepare|make|create|produce|compose|get|send|list|provide|draw [up]|put together|read',
    remarks:
      'remarks|speech|statement|intervention|turn|text|transcript|presentation|contribution|address|words|talk|answer|reply',
    month: 'january|february|march|april|may|june|july|august|september|october|november|december',
    endOrStart: 'end|close|closing|beginning|start|opening|speech|remarks|statement',
    quotable: 'author(s)|writer(s)|poet(s)|thinker(s)|philosopher(s)|people|person|book(s)|proverb(s)|saying(s)',
    office:
      '(director|director general|head|president|minister|chair|vice chair|professor|secretary|manager|founder|coordinator|commissioner|ambassador)',
    spoke: '(spoke|talked|speaks|said|spoken|talk|speak)',
    speech: '(speech|speaking time|talk|intervention|remarks|statement|contribution|presentation|turn|address|slot)',
    held: '(had|held|took|has|have|got|used|given|was given|spent|take|takes)',
    partword: `(element(s)|part(s)|principle(s)|pillar(s)|challenge(s)|obstacle(s)|barrier(s)|hurdle(s)|impediment(s)
      |difficulties|reason(s)|step(s)|point(s)|priorities|priority|phase(s)|stage(s)
      |component(s)|observation(s)|lesson(s)|condition(s)|approaches|approach|goal(s)|ways|demands|proposals|problems|questions|tasks|measures)`,
    right: 'right|correct|accurate|real|genuine|verbatim|true',
    correcting: 'no|sorry|oops|actually|rather|wait|pardon',
    imeant: 'i meant|i mean|i was asking about|i am asking about|i asked about',
    vague: `[that] (they|he|she|we) [do|does|did|also|fully|strongly] [not|t] (agree*|disagree*|support*|oppose*|share*|concur*)
      |about|on|of|anything|something|nothing|what|it|so|no|yes|that $|this $|the most|the least|most|least|more|less
      |a lot|things|many|much|$`,
    whatSaid: '[that] !(that|{vague})|[that] =(it ({verb}|takes|took|costs|cost|needs|needed))',
    empty:
      '(true|possible|right|correct|likely|necessary|important|better|safe|easy|hard|take|cost|matter|mean|be|worth)',
    askFor: '(what (is|was|are|were)|(give|show|tell|quote|read) [me|us])',
    wording: '(words|wording|quote|quotation|sentence(s)|phrase)',
    owners: 'owners and deadlines|deadlines and owners',
    joint: '[with|and|,|of|for|showing|including|columns]',
    whose: '[a|an|the|all|each|every] [the|their|his|her] [or her]',
    column: '[column] [first|too|also]',
    timelines: 'timeline|chronology',
    figures: 'figure(s)|number !(of)|numbers|statistic(s)|stats|percentages',
    onOrBy: 'of|on|about|regarding|by|from',
    ...englishBriefing.lists,
    ...englishLists,
  },
  numbers: 'one/single two/couple three four five six seven eight nine ten',
  tongues: {
    en: 'english',
    fr: 'french',
    es: 'spanish',
    ru: 'russian',
    zh: 'chinese',
    ar: 'arabic',
    de: 'german',
    pt: 'portuguese',
  },

  tells: `
    (hello|hi|hey|thanks|thank|help|please|who|what|which|when|where|why|how|was|were|did|does|said|mentioned|anyone)
    (and|any|more|quote|give|show|list|tell|translate|compare|summary|summarise|summarize|figures|open|stop|ok|bye|yes)
    (read|write|draft|put|find|make|turn|point(s)|speech|remarks|statement|view(s)|now|table|bullet(s)|sentence(s))
    (the|of|is|are|have|had|will|would|could|should|they|their|with|from|about|which|that|built)`,

  smallTalk: englishSmallTalk,
  courtesy: `${englishBriefing.courtesy}
    (please|kindly|pls|plz)
    ^ {greeting} [there|all|everyone|everybody|again|bot|rapporteur]
    ^ {thanks} [{degree}]
    {thanks} [{degree}|in advance] $
    , (our|my|the) [*] * (~need|~want) (it|them|this|these) …6 $
    with [the|their|all|exact|direct] (quotes|quotations|citations|footnotes|sources|references|{owners}) [and (sources|references)] $
    ^ (ok|okay|well|right|alright|great|good|quick question|a quick question|just curious|sorry|excuse me) ,
    ^ (ok|okay|right|alright) =(and|but|so|now|then|what|who|how|when|where)
    ^ (could|can|would|will) you [kindly|maybe|possibly|quickly|just] !(read|do)
    ^ (would|do) you mind *
    ^ (could|would|can) you be so kind [as] to
    ^ (could|would|can) you be (kind|nice|good) enough to
    ^ (could|would|will|can|are) you [be] (able|willing|ready|in a position) to
    ^ (is|would|was) it [be] (possible|okay|ok|alright) to
    ^ (tell|inform|remind|advise) (me|us)
    ^ let (me|us) know
    ^ (i|we) (would like|d like|want|need|wish|have|like|am trying|are trying) to (know|hear|see|learn|ask|understand|find out)
    ^ (i|we) [would|d] (love|be glad|be happy) to (hear|know|see|read|learn) [,]
    if (it|that) (is not|isn t|is) [too much] [of] [a] (trouble|problem|bother) [,]
    ^ (i|we) [am|m|was|were] (wonder|wondering|curious|interested)
    ^ (i|we) [would|d] be (curious|interested|keen) to (know|hear|see|learn|understand)
    ^ (enlighten|brief|update) (me|us) (as to|about|on|regarding)
    ^ any idea =(what|who|how|when|where|why|which|whether)
    on earth
    ^ (sorry|apologies) (to|for) …4 , [but]
    ^ (sorry|apologies) (to|for) …4 but
    ^ but =(*)
    ^ (my|our|the) {reader} [would like|d like|wants|want|needs|need|asked me|asks|has asked] to (know|hear|see|understand|learn)
    ^ (my|our|the) {reader} (asks|asked|wonders) [me|us]
    ^ do you [happen to] know
    ^ [sorry] [that|but] (i|we) ({absent}) …6 , [so|and|but]
    ^ (i|we) (would like|d like|want|need) =(a|an|the|all|every*|some|#|{number})
    ^ (if|whether) =(*)
    ^ (can|could|may|might) (i|we) [please] (get|have|see|ask|know|hear)
    ^ (can|could|will|would) you help (me|us) !([to] (catch|get) up) [to] [find|see|know|understand]
    ^ help (me|us) [to] (find|see|know|understand)
    ^ now =(*)
    ^ (make|put|turn|write|say|do|give me) (it|this|that) [in|into|as|to] =(*)
    [,] by name [only|alone] $
    , [just|only] (the|their) names [please|only] $
    ^ for the record
    with [all|the|their] [speaker(s)] [s] (names|name|titles|affiliations|organisations|organizations|times|timestamps|sources)
    (so|that) [that] (i|we) (can|could|may) (copy|paste|quote|use|forward|print|cite|include|share) …5 $
    to (copy [and paste]|paste|copy paste|be pasted|be copied) …4 $
    if (you can|you could|you would|possible)`,
  audience: `${englishBriefing.audience}
    ^ as <(a|an) [*] !(table|list|timeline|footnote|csv|brief|summary|bullet(s)) *> ,
    for <(my|our) [*] {reader} [s [*] {writing}]>
    for <(my|our|a|an) [*] {writing}> [to [the|my|our|a] *]
    for <the (press|minutes|minister|ambassador|newsletter) [s [*] {writing}]> !(of)
    (in|into) <(my|our) [*] ({writing}|{reader})>
    to (paste|copy) [it|them|this|that|all] (in|into|to) <[my|our|a|the] *>`,
  forms: {
    table: `
      (as|in|into) [a] [*] table [form|format]
      ^ [{make}] [me] [up] a [*] table [of|with|showing|that shows|comparing|on]
      ^ table (of|with|showing|comparing)
      ^ [a] (two|three|four) column table
      , [as|in] [a] table $
      ^ [a|the] table , =(*)
      ^ tabulate`,
    csv: `
      (as|in|into) [a] csv [file]
      ^ [{make}] [me] a csv [file] [of|with]`,
    timeline: `
      (as|in|into) a (timeline|chronology)
      ^ [{make}] [me] [a|the] table of [the|all] (years|dates) [and (what|events)]
      ^ [and|now] [{make}] [me] [a|the] [short|brief|simple] (timeline|chronology) [of|for|on|about] [(the|this|that) {session} =($)]
      (put|arrange|sort|order) (it|them|this|that|these) in [chronological] order [of time]`,
    footnote: `
      (as|in) a footnote
      ^ [{make}] [me] a footnote [for|on|to]`,
    paragraphs: `
      (in|as) [a|about] <{number}> [*] paragraph(s)
      ^ [{make}] [me] [a|an] <{number}> [short] paragraph(s) [on|about|of|that]
      ^ {make} [me] a [short] paragraph [on|about|of]
      <{number}> paragraph =(summary|overview|brief|recap|note)`,
    points: `${englishBriefing.points}
      (in|as|with) [a] <{number}> [*] (bullet(s)|bullet point(s)|point(s)|line(s))
      ^ [{make}] [me] [the|a] <{number}> [*] (bullet(s)|bullet point(s)|point(s)) [on|about|of|from]
      ^ [{make}] [me] [*] (talking|key|main) points [on|about|from]
      ^ [{make}] [me] [*] (bullets|bullet points|(bullet|bulleted|bullet point) list) [on|about|of|from]`,
    sentences: `
      (in|with|to|into|within) [a|just|only] <{number}> [*] sentence(s)
      (in|to|into) a [single] (sentence|line)
    in <one> line
      ^ [just|only] <one> (line|sentence) =(,|for|on|about|what|who|how|why|when|where)
      ^ [{make}] [me] [a|just|only] <{number}> sentence(s) [on|about|of]
      <{number}> sentence =(summary|overview)
      ^ [{make}] [me] [a|an] <{number}> sentence (answer|reply|response) [to|on]`,
    list: `
      (as|in) a list
      ^ {make} [me] a list of`,
    brief: `${englishBriefing.brief}
      ^ {make} [me] a [*] (brief|briefing|briefing note|memo|note|cable) [on|about|of|for]
      ^ [a|one] [short|one page|two page|background|concise] (brief|briefing|briefing note|memo|cable) (on|about|for)
      ^ brief (me|us|him|her|them) [on|about]`,
    quote: `${englishBriefing.quote}
      ^ [{make}|find|pick] [me|us] <{number}> [*] (quote(s)|quotation(s)) =({onOrBy}|that|$)
      ^ [{make}|find|pick] [me|us] [a|an|the|some|one] [*] (quote(s)|quotation(s)|line(s)) =({onOrBy}|that|$)
      ^ [{make}|find|pick|what are] [me|us] [the] [top|best] <{number}> [*] [*] (quote(s)|quotation(s)) =({onOrBy}|that|$)
      ^ (what is|what was|which is) [the|a] (best|strongest|most striking|most quotable|top) (quote|quotation|line) =({onOrBy}|$)
      ^ quote [verbatim] =(*)`,
    words: '[in|within|using] [less than|fewer than|under|at most|no more than|about|maximum|max] <#> words =(,|$)',
    whole: `
      (whole|full|entire|complete|opening|closing|introductory) =({remarks})
      ^ read [me|us] =(*)
      (the|a) transcript of
      all of =(… (remarks|speech|statement|intervention|contribution|presentation|words) $)
      in full $
      in (its|his|her|their) entirety
      from (start|beginning) to (finish|end)
      word for word`,
    everything: `
      ^ [{make}|list] [me] (everything|all [the things]) [that|which]
      ^ [{make}|list] [me] (every|each) (quote|statement|remark|mention|comment) [of|by|from|on|about|that]
      ^ [{make}|list] [me] all [the] (quotes|statements|remarks|mentions|comments) [of|by|from|on|about|that]`,
    short: `
      ^ (short(er)|brief(er)|more (briefly|concisely|brief|concise)) $
      (briefly|shortly|concisely)
      (in|be) brief
      keep it (short|brief)
      a short answer
      tl dr`,
    translation: `
      ^ [{make}|and] translat(e|ion) [of]
      ^ (answer|reply|respond|write) in <{tongue}>
      ^ in <{tongue}> ,
      (in|into|to) <{tongue}> $`,
  },
  columns: englishColumns,
  ...englishQuotations,
  opensRequest: `
    ^ (what|who|whom|whose|which|when|where|why|how) !(a|an|ever|about that)
    ^ (is|are|was|were|do|does|did|has|have|had) * *
    ^ (give|show|list|tell|find|name) (me|us|the|all|every|a)
    ^ (tell|show|give) (me|us) [about]
    ^ (compare|summarise|summarize|explain|verify|translate) *
    ^ (about|and|in <{tongue}>) * [*] [*] $
    ^ in <{tongue}> $`,
  ofMessageAbove: `
    ^ [so|and|but|hey|ok] (is|was) (this|that|it) [really|actually|all] ({right}|so|said|a [real|true|correct] quote) $
    ^ [so|and|but] (is|was) (this|that|it) (ever|really|actually) said $
    ^ [is this|really] true $
    ^ [and|so] (check|verify|fact check|confirm) (this|that|it|above|the above|(the|this|that) (message|post|quote|quotation) [above]) $
    ^ [and|so|but] who (said|says|wrote) (this|that|it|so) $
    ^ (did|has) (he|she|they|any(one|body)|some(one|body)) [really|actually|ever] (say|said) (this|that|it|so) $`,

  subjects: englishSubjects,
  ofReport: 'the [ai written|session] report',
  reported: '(say(s)|said|according|mention(s)|list(s)|find(s))',
  wordsOfSomebody: `
    (binding|trade|worldwide|universal|bilateral|multilateral|formal|legal) [*] agreement(s)
    (a|an|any) [*] (global|international|regional|new) agreement
    (say(s)|said|tell|told|mention(|ed)|spoke|speak|talk(|ed)) (about|on|of|that)
    (think|thought|opinion|view(s)) (of|about|on)
    (could|can|may|might|should|would|must|will|to) …6 be ~agree
    (when|how long|how many !({fellows}|of)) … ~agree
    !({session}) * s [*] (main|key|central) [*] (point(s)|message(s)|argument(s)|idea(s)|conclusion(s))`,
  otherResolutions: `
    (general assembly|security council|council|un) resolution
    resolution (on|of the|titled|called)`,

  wholeSession: '(of|on|about|for|from|in) (the|this|that) [whole|entire|full] {session} $',
  atEvent: `
    (~host|~hold|~chair|~moderate|~open|~close|~attend|~organise|~organize|~join|did|does) (the|this|that) <* [*] [*] [*]> ({place}|event|session)
    (was|is) (the|this|that) <* [*] [*] [*]> ({place}|event|session) =(~hold|~take|~organise|~organize|~host|~chair|~moderate|~open|about|on|over)
    at !(all|least|most|once|first|last|length) [the] <* [*] [*] [*]>
    ^ in [the] <* [*] [*] [*]> ,
    (in|at|of|during|from) [the|that] ({place}|session) <* [*] [*] [*]>
    (in|of|during|from) <*> $`,
  sessionName: `
    (in|at|of|during|from|for|after) (the|that) !({crowd}) <…10> {place}
    (in|at|during|before) (the|that) !({crowd}) <…5> committee =(,|$|about|on|say)
    (did|does|has) (the|that) !({crowd}) <…5 committee> =(~discuss|~debate|~talk|~speak|~say|~mention|~address|~hear)
    (in|at|during|from) (the|that|this) {place} (on|about) <…8> =(,|$)
    (was|is) the {place} (on|about) <…8> =(about $)
    (was|is|did) the {place} (on|about) <…8> =(~hold|~take place|~happen|start|begin|end|$)
    ^ [and|but|so] (when|where|how long) (was|did|is|does) (the|that) !(next|last|first|following|coming|previous|whole|entire|{crowd}) <…4> {place}`,
  ...englishFollowUp,
  who: `
    (who|whom|whose)
    which [of the|of these|of those|of our] [*] ({fellows}|{officials}|expert(s)|countr(y|ies)|organization(s)|organisation(s))
    (any(one|body)|every(one|body))
    ^ [and|but|so] (did|has|have|does|do|is|was) [there] [really] {noneOfThem}
    ^ [and|but|so] {verb} ({everybody})
    how many (speakers|people)`,
  whoOfThem:
    '^ [and|but|so] (what|why|how|when|where) {verb} … […] (*s|*men|those|people|child(ren)|person) (who|whom|whose)',
  number: `
    how (many|much|long|old|big|large|often|frequently|far|fast)
    what (percentage|share|number|proportion|amount|year)
    when =({verb}|may|might)
    in (which|what) year
    by what year
    (what|which) is the (deadline|due date|target date) (for|of)
    (by|until) when`,
  list: `
    ^ ((what|which) (are|were)|list|name|which [*] [*] *s)
    ^ (enumerate|give|show|tell) [me|us] [all|all of] [the] [!(united) *] [*] (countries|nations|states)
    list of [all|all of] [the] [!(united) *] [*] (countries|nations|states)
    ^ [all|all of] the [!(united) *] (countries|nations|states) (in|of|that|which|who)`,
  name: `
    what (is|was|are|were) the (name(s)|title(s))
    (what|which) !(s) *
    (called|named)`,
  kind: `
    (which|what) !(is|was|are|were|did|do|does|has|have|had|can|could|will|would|should|the|s|of|other|{number}) <* [*] [*]>
    (which|what) (other|{number}) <* [*] [*]>
    ^ (list|name|enumerate|give|show|tell) [me|us] [all|all of] [the] [!(united) *] [*] <{listed}>
    ^ [and|but|so] (what|which) (are|were) [all] [of] the …5 <countries|nations|states> ($|(of|in|that|which|who) *)
    list of [all|all of] [the] [!(united) *] [*] <{listed}>
    ^ [all|all of] the [!(united) *] <{listed}> (in|of|that|which|who)`,
  asksFor: englishAskedFor,
  yesNo: `
    ^ [and|but|so] (is|are|was|were|do|does|did|will|would|can|could|should|must|has|have|had)
    (right|correct|true|yes|no) $
    (isn|wasn|didn|doesn|don|hasn|haven) t (it|he|she|they) $`,
  remarks: '[s] {remarks}',
  atEnd: `
    (at|towards|toward|near) the [very] (end|close) [of (the|his|her|their|this) ({remarks}|{session})] $
    (in|as a|by way of) (conclusion|closing) $
    to (conclude|close|finish|end) [(with|by)] $
    (~say|~speak) last $
    (~conclude|~end|~close|~finish) [(his|her|their|the) ({remarks}|{session})] $
    s (conclusion|closing (remarks|words|statement)|last (words|point|sentence)) $
    (what|which) conclusion(s) (does|did|do) [*] [*] [*] (~draw|~reach|~come to) $
    what (does|did|do) [*] [*] [*] ~conclude [(from (it|this|that|all (this|that))|with)] $
    what (is|was|are|were) (his|her|their|the) (conclusion(s)|closing (remarks|words)|last (words|point)) $`,
  atBeginning: `
    (at|in|from|near) the [very] (beginning|start|outset|opening) [of (the|his|her|their|this) ({remarks}|{session})] $
    to (begin|start|open) with $
    (~say|~speak) first $
    (~begin|~open|~start) [(his|her|their|the) ({remarks}|{session})] $
    s (opening (remarks|words|statement)|first (words|point|sentence)) $`,
  inViewOf: `
    according to
    (in|from|to) (the|his|her|their) (view|eyes|opinion|words|mind|judgement) [of]
    in * [*] [*] (s|own) (view|eyes|opinion|words|judgement)
    as (seen|described|told|put|explained) by
    as * [*] [*] (sees|saw|puts|put|describes|described|tells|told|says|said)
    (says|said|thinks|argues) * [*] [*] $`,
  ...englishComparison,
  discussion: `
    (~say|~speak|~talk|~think|~discuss|~debate|~comment|~mention|~conclude|~decide|~agree|~disagree)
    (thought|thoughts|summary|summarize|summarise|summaries|discussion(s)|debate(s)|questioning|argument(s))
    (presentation|conclusion(s)|decision(s)|{opinions}|stance(s)|attitude(s)|concern(s)|suggestion(s))
    ^ (describe|explain|tell)
    how (did|does|do|has|have) … (~introduce|~present|~describe|~explain|~justify|~defend|~characterise|~characterize)`,
  occasion: `
    (when|while|whilst) [they|he|she] [were|was] (discussing|debating|considering|presenting|introducing|reviewing|assessing|evaluating) [*] …
    (when|while|whilst) [they|he|she] [were|was] (talking|speaking|reflecting) (about|of|on) [*] …`,
  asking: `
    (what|who|whom|whose|which|when|where|why|how)
    ({verb})
    (about|of|on|by|and)`,

  frame: englishFrame,
};
