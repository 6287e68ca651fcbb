/** How a question leans on the one before it in English, and how one goes on from an answer. The lists are those of `english.ts`. */
export const englishFollowUp = {
  followsOn: `
    ^ (only|just) [from|by] =(* [*] [*] $)
    ^ (and|but|or|so|also|what about|how about|what else|anything else|who else|about|regarding|concerning)
    ^ [and] [now] [the] same [question|thing] [for|about|to|of|with|from]`,
  whatElse: `
    ^ [and|but|so|ok] (what|anything) else [(from|by) *] $
    ^ [and|but|so|ok] what else (did|does|do|has|have|was|is) … (say|said|says|mention|mentioned|raise|raised|add|added|talk|speak|spoken|argue|tell)
    ^ [and|but|so|ok] what (more|other things) (did|does|do|has|have|was) … (say|said|mention|mentioned|raise|raised|add|added)
    ^ [and|but|so|ok] (did|does|has|have) … (say|said|mention|mentioned|add|added) anything else`,
  asksMore: `
    ^ [and|but|so] (why|how|when|where|how so|why not|why so|how come|since when|by when|by whom|for what)
    ^ [and|but|so] how (much|many|long|far|often|frequently)`,
  somebodyElse: `
    (who|anyone|anybody|somebody|someone|nobody|everyone|everybody) else
    (others|other {fellows})
    {besides} (him|her|them)
    (anyone|anybody|everyone|everybody|nobody)`,
  countsThere: `
    how many [of] [the] [people|participants|persons] [have|had|has] (took part|taken part|participated|attended|came|joined|turned up|showed up) $
    how many [of] [the] [people|participants|persons] (was|were) (there|present) $
    how many [people|participants|persons] did (take part|participate|attend|come|join) $`,
  heldElsewhere: '({undertaking})',
  corrects: `
    ^ [no|sorry|wait|oops|actually|well] [,] [no|sorry|wait] [,] {imeant} [about]
    ^ ({correcting}) [,] ({correcting}) [,] =(*)
    ^ ({correcting}) [,] =(*)
    ^ not …3 , =(*)
    ^ not …4 [,] (but|{imeant})
    {imeant} $`,
  interrogatives: '^ (who|whom|whose|what|which|where|when|why|how)',
  correctsPlace: '^ (in|at|within|during) …5 $',
  wasNot: '[and] (not|rather than|instead of) [about|on|of] …6 $',
  goesOn: {
    open: `
      ^ [please] (open|show|expand|read|see) [me] [number|no|quote|item|#] <#> $
      ^ [and] in (what|which) (context|connection) [was (it|that|this) (said|mentioned)] $
      ^ [and] (what (is|was)|show me|give me) the context [of (it|that|this)] $`,
    more: `
      ^ [and|but|so] (is|was) (that|this|it) (all|everything) [(he|she|they) (said|say|says)] $
      ^ [and|any|tell me|show [me]|give me|some|anything] (more|else|further) [please|quotes|results|of (it|them|that|those)] $
      ^ (go on|continue|next|keep going|the rest|show the rest)`,
    again: `
      ^ [and] [please] [{askFor}] [the|his|her|their] (exact|precise|original|actual|literal|very) {wording} [please] $
      ^ [and] [please] [{askFor}] (his|her|their) [own] words [please] $
      ^ (quote|repeat|say|show [me]) (it|that|this|him|her|them) [again|exactly|verbatim|word for word|please] $
      ^ (verbatim|word for word|exact words) [please] $
      ^ [and|but|ok] are you [really|quite|absolutely] (sure|certain) [(about|of) (that|this|it)] $
      ^ [and] what (exactly|precisely|literally) did (he|she|they) say $
      ^ [and] what did (he|she|they) (exactly|precisely|actually|literally) say $
      ^ [and] what did (he|she|they) say (exactly|precisely|literally|word for word) $`,
    source: `
      ^ [and] (when|where) (was|were|is) (that|this|it) (said|from) $
      ^ [and] (when|where) (did|does) (he|she|they) say (that|this|it|so) $
      ^ [and] (in|at|from|during) (which|what) {session} [(was|is) (that|this|it) [said]] $
      ^ [and] (in|at|from|during) (which|what) {session} (did|does) (he|she|they) say (that|this|it|so) $
      ^ [and] (which|what) {session} (was|is) (that|this|it) [in|from|at] $
      ^ [and] (what is|what s|what was|give me|show [me]) (the|your) source $
      ^ [the] source [please] $
      ^ [and] where (does|did) (that|this|it) come from $`,
    turnBefore: `
      ^ !(… {namedHere} … before (him|her|them)) … [right|just|immediately|directly|shortly] before (him|her|them) $
      ^ [and|but|so] (who|which [*] {people}) (spoke|came|was|talked|had the floor) [right|just|directly] before [that|this|it] $
      ^ [and|but|so] (what did|who was|how did) the (previous|preceding) speaker [* [*]] $
      ^ [and|but|so] what did !(he|she|they|it|you|we|i|the speaker) * …5 (say|add) [right|just|immediately|directly] before (that|this|it) $`,
    asker: `
      ^ [and|but|so] who (asked|questioned|was asking) (him|her|them|it|that|this) [(that|this|so|[the|this|that] question|about (it|this|that|them))] $
      ^ [and|but|so] who (asked|put|raised) (the|that|this) question $
      ^ [and|but|so] what (was|were) (he|she|they) asked $
      ^ [and|but|so] what was the question $`,
    turnAfter: `
      ^ !(… {namedHere} … after (him|her|them)) … [right|just|immediately|directly|shortly] after (him|her|them) $
      ^ [and|but|so] (who|which [*] {people}) (spoke|came|was|talked|had the floor) ([right|just|directly] after [that|this|it]|next|then) $
      ^ [and|but|so] (what did|who was|how did) the (next|following) speaker [* [*]] $
      ^ [and|but|so] what did !(he|she|they|it|you|we|i|the speaker) * …5 (say|add) [right|just|immediately|directly] after (that|this|it) $
      ^ [and|but|so] (what|how) did !(he|she|they|it|you|we|i|{namedHere}|the) * …4 (reply|respond|answer|react) [to (that|this|it|him|her|them)] $
      ^ [and|but|so] (what|how) did (he|she|the [*] *) (reply|respond|answer|react) [to (that|this|it|him|her|them)] $
      ^ [and|but|so] what was (the|his|her|their) (answer|reply|response|reaction) [to (that|this|it|him|her|them)] $
      ^ [and|but|so] what (was|were) (he|she|they) told $
      ^ [and|but|so] (who|did any(one|body)|did some(one|body)) (~reply|~respond|~answer|~react) [to (that|this|it|him|her|them)] $`,
    before: `
      ^ [and|but|so] [what] [right|just|directly|immediately|shortly] before [that|this|it] $
      (just|right|immediately) before (that|this|it)
      what (was|came|comes|is|stands|stood) [said] [right|just|directly] before (that|this|it)
      what did (he|she|they|the speaker) say [right|just|directly] before [that|this|it] $`,
    after: `
      ^ [and|but|so] [what] [right|just|directly|immediately|shortly] after [that|this|it] $
      ^ [and] (then|what then|afterwards) $
      (just|right|immediately) after (that|this|it)
      what (was|came|comes|is|happened|stands|stood) [said] [right|just|directly] (after (that|this|it)|next)
      what (follows|followed|came) [directly|immediately|next|then|straight] [after] [that|this|it] $
      ^ [and|but|so] what (is|was) (his|her|their|the) next (point|argument|idea|sentence|remark) $
      what did (he|she|they|the speaker) (say|add) (next|then|afterwards|[right|just|directly] after (that|this|it))`,
  },
  somebodyBefore: '(he|she|him|her|his|hers|they|them|their|theirs)',
  somethingBefore: `
    (~agree|~disagree|~support|~oppose|~object|~share|~differ|~endorse|~reject) $
    (it|that|this|those|these|there|its *|the same [thing]) $
    its *
    (has|have|had|got|want|wants|need|needs|got) one $
    ^ [and|but|so] (compared|relative) (to|with) (what|whom|which) $
    ^ [and|but|so] (who|what|which) (is|are|was|were) the * $
    ({verb}|may|might) it !({empty} …3 (to|that|for|if) *)
    ({verb}|may|might) (this|that) !([*] [*] ({session}|{place}))
    it (with|to|for|by|from|about|on|in|into|as|and *|*ly) $
    (the|which|what) [*] one(s) $
    ^ [and|but|so] (with|from|to|for) (which|what|whom) [*] [*] $
    ^ [and|but|so] (at|by|under|through|on) (which|what|whom) [*] $
    (he|she) …5 (them|those) $
    ^ (is|was) (it|that|this) * $
    about (it|that|this)
    how long (did|does|will|was|is) (it|that|this)`,
  timeAlone: `
    ^ [and|but|so] [(what|how) about] (now|nowadays|today|currently|presently|at present|these days|in [the] (past|future)) $`,
  ofThingBefore: '({verb}|can|could) (it|that)',
  onesBefore: '^ [and|but|so] [(which|what|who) (are|were|is|was)] the * ones $',
  countedBefore: 'how many <(countries|nations|states|organisations|organizations|companies)>',
  listedBefore: '^ [and] (which (one|ones)|(which|how many|what|any|some) of (them|these|those))',
  withWhich: '^ [and|but|so] (with|from|to|for) (which|what|whom) [*] [*] $',
  severalBefore: '(they|them|their|theirs|both|(the|these|those) two)',
  thingsBefore: `
    who [*] [*] (~support|~oppose|~back|~endorse|~favour|~favor|~advocate|~welcome|~reject|~criticise|~criticize) them
    who [*] [*] (for|against|object(|s|ed|ing) to|in favour of|in favor of) them`,
};
