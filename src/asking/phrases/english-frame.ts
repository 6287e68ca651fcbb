import { wordsOfQuotation } from './english-quotations.ts';

/** What asks in English rather than says what for. The lists are those of `english.ts`. */
export const englishFrame = `${wordsOfQuotation}
  (quote|cite) [from] (at|in) (the|their|his|her) ({endOrStart})
  ^ (compare|contrast) [and contrast] [what|how]
  ^ {make} [me]
  ^ !({verb}|no|any|some|only|what|which|who|whose|how|why|when|where|in|on|at|by) * =(what|who|how|why|all|every|each|the|his|her|their)
  s (main|key|central|strongest) (point(s)|message(s)|argument(s)|idea(s)) $
  s (points|messages|ideas) $
  in (his|her|their) [own] (words|view|eyes|opinion|mind|judgement|judgment)
  in [s] (eyes|view|opinion|judgement|judgment) $
  instead $
  (in general|generally|overall|more broadly|as a whole|generally speaking) $
  that [was|were] (presented|mentioned|described|listed|introduced|cited|named) $
  ({catchingUp})
  (verbatim|word for word)
  ^ let (me|us) (see|read|hear|have)
  (everything|nothing|tabulate)
  [please|could you|can you|would you] (tell|show|give|find|list|explain|describe|name|quote) [me|us] =({openings})
  summar(y|ise|ize) [of]
  (since|until|till) when
  ^ [and|but|so] how many times $
  ^ [and|but|so] [by|in|until|since|from|before] (what|which) (year|date|day|month) $
  what (is|was|are|were) the (name(s)|title(s)|number(s)|definition(s)|meaning(s)) of
  according to
  (had|has|have) to =(say)
  (in total|in all|all told|altogether) $
  ^ [and|but|so] (did|does|do|has|have|who) [any(one|body)|some(one|body)] [else|also] (~share|~echo) …5 ({feeling}) [about|over|on|that|of|for]
  (~complain|~insist|~stress|~emphasise|~emphasize|~admit|~note|~observe|~lament|~regret|~believe) that
  (whatever|anything)
  with respect to
  with regard to
  in relation to
  (the|an) (issue(s)|topic|question|subject|matter|problem) of =(*)
  in terms of
  (~answer|~respond to|~reply to) * [*] [*] s (question(s)|query|queries|concern(s))
  (~say|~speak|~talk|~tell)
  (mention(|s|ed|ned)|discuss(|es|ed)|address(|es|ed)|comment(|s|ed)|remark(|s|ed)|state(|d)|express(|ed))
  (define(|s|d)|describe(|d)|explain(|ed)|argue(|d)|think(|s)|thought|claim(|ed)|raise(|d))
  ({opinions}|stance(s)|perspective(s)|statement(s)|words|quote(s)|quotation(s)|thought(s)|take(s)) =({onOrBy})
  (the|a) (deadline|due date|target date) (for|of)
  how (long|often|fast|quickly|soon|far) [(did|does|do|will|would) (it|that|this) take]
  (exact|own|very|actual|precise|literal) =(word(s)|quote(s)|quotation(s)|statement(s))
  quote =(some(one|body)|any(one|body))
  ~take (part|place)
  (is|are|was|were|be|would be) (a|the) [very|really] ({judged}) (idea|move|approach|way|course|step) $
  never [once|even] =({speaking})
  (is|was) the [very] (first|last) [speaker|person|one] to =({speaking})
  (first|last) [to] =({speaking})
  (first|last) $
  (failed|fails|fail|omitted|forgot) to =({speaking})
  ^ [and|but|so] who [else] (quoted|cited|presented|named)
  ^ [and|but|so] {verb} ({everybody}) [also|all|really] [(~agree|~think|~believe) [that|with|on|about]]
  ^ [and|but|so] (did|has|have|does|do|is|was) [there] [really] {noneOfThem}
  (is|was|are|were) (not|missing) (among|amongst|one of|from) (those|them|the list|the [*] {people}) [who|that|which]
  ^ [and|but|so] who [else] (asked|asks|enquired|inquired|wondered) =(about|for|on|whether|if|why|how|what|when)
  ^ [and|but|so] [in|at|during] (which|what|how many) [of the] (session(s)|meeting(s)|hearing(s)|transcript(s)) [(are|were) there|do you have] =(*)
  (belong(s) to|stand(s) for|represent(s|ed)|deal(s) with|dealt with|refer(|s|red) to)
  (is|are|was|were) there
  [,] and how (often|many times) $
  how many times =(was|were|did|is|are|has|have)
  (did|do|have|has|had) [the] [other] (members|delegates|attendees|participants) =({speaking}|think|argue|want|propose)
  (did|has|had) [the] (house|chamber|plenary|forum|conference|panel) =({speaking}|think|argue|want|propose)
  (does|made|make|makes|need(|s|ed)|happen(|s|ed))
  ({people}|anyone|anybody|someone|somebody|everyone|everybody|people)
  (say|said|says|think|want) the same [thing]
  (during|in|at|of) (the|this|that) (session|meeting|discussion|forum|event|panel|debate|workshop|conference|summit)
  (the|this|that) (session|meeting|discussion|panel|debate|workshop)
  ~mean by
  (does|did) the [ai written|session] report (call|describe)
  (does|did) the [ai written|session] report =(say|mention|contain|list|name|give|have|tell|note)
  (from|by|of) (different|several|various|separate) ({people}|delegates|people|sides)
  (matter|matters|mattered) =(according|to|for|so|$)
  (is|are|was|were|stand|stands|stood) behind =(*)
  as ~see (it|this|that|them) $
  (point|points|pointed|pointing) out
  (~call) for
  should [*] [*] (know|learn|remember|retain|take (away|home)) [from] [(this|that|it)]
  (~bring|~come) [it|this|that|them|these|those] up
  ^ [and|but|so|what] (do|does|did|have|has) [any|any of|some|some of|one of] [the] (others|other {fellows})
  ^ [and|but|so] which [of the] (others|other {fellows})
  ^ [and|but|so] which [of] [the|these|those|our] ({people}|{officials}|delegate(s)|delegation(s))
  {besides} (him|her|them)
  (feature|featured|arise|arose|crop up|cropped up) =(in|at|during|$)
  touch(|ed|es) (on|upon)
  (named|cited|listed|outlined|set out|laid out|put forward) $
  (did|does) (name|cite|list|outline|set out|lay out|put forward) $
  (and|also|else|really|actually|exactly|ever|any|anything|something|thing(s)|regarding|concerning|many|much)`;
