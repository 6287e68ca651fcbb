/** Small talk in English, by its kind. The lists are those of `english.ts`. */
export const englishSmallTalk: Record<string, string> = {
  greeting: `
    ^ {greeting} [there|all|everyone|everybody|again|bot|rapporteur] $
    ^ [{greeting}] how are you [doing] [today] $
    ^ [{greeting}] [there|all] [,] {newHere} $
    ^ [this is|it is|it s] my first (time|day) [here|using (this|it)] $
    ^ [{greeting}] (what is|whats|what s) up $
    ^ [{greeting}] nice to meet you $
    ^ [{greeting}] [there] [is] (anybody|anyone|somebody|someone) (there|here|home|in|around|online|awake|listening) $
    ^ [{greeting}] [are] you (there|here|around|online|awake|listening) $`,
  thanks: `
    ^ [ok|okay|great|perfect|good] [,] {thanks} [{degree}] [for …6] $
    ^ [ok|okay|great|perfect|good] [,] {thanks} [{degree}] [,] (that s|that is|that was|this is) (all|it|everything) [i need|i needed|for now|for today] $
    ^ [ok|okay|great|perfect|good|fine] [,] [so|and] (that s|that is|that was|that will be|that would be|this is) (all|it|everything|enough) [i need|i needed
      |i wanted|from me] [for now|for today|for the moment] [,] [and] [{thanks}] [{degree}] $
    ^ {thanks} [{degree}] [,] [that is|that s|that was|this is|this was|it is|it was] [all] [very|most|so|really|extremely] (helpful
      |useful|kind|good|great|perfect) $
    ^ [ok|okay|great|perfect|good] [,] {thanks} [{degree}] [,] (that|this|it|you) [has|have|really|was] [been] ({helped}) [me|us] [{degree}] $
    ^ (that|this|it) [has|really] (helped|helps) [me|us] [{degree}] [,] [{thanks}] $
    ^ [that is|that s|it is|very|most] (helpful|kind of you|appreciated) [{thanks}] $
    ^ much appreciated $`,
  goodbye: '^ [ok|okay|thanks] (bye|bye bye|goodbye|good bye|good night|see you [later|soon|tomorrow]) $',
  help: `
    ^ [please] help [me|please] $
    ^ [{greeting}] (what|how) (can|could|do|does) (you|this|it|the bot) (do|answer|work|help|know) [for me|me|with] $
    ^ [{greeting}] [there|all] [,] [{newHere}] [,] what (are|is) (you|this|it|the bot) (able to (do|answer|help)|capable of
      |good (for|at)|for) [for (me|us)|me|us] [with] $
    ^ [{greeting}] [there|all] [,] [{newHere}] [,] (what|how) (can|could) (you|this|it|the bot) (do|answer|help) [for (me|us)|me|us] [with] $
    ^ [{greeting}] (who|what) are you $
    ^ [{greeting}] (what|how) (can|could|should|may|do) i (use|get|do) [with|from|out of] (you|this|it|the bot) [for] $
    ^ [{greeting}] what (are|is) (you|this|the bot) (there|here|made|meant|used|useful) for $
    ^ what do you (know|remember|store|keep|have) (about|of|on) (me|us) $
    ^ {onward} [{greeting}] what [else|other things|more] (can|could|should|may|might) (i|we) [still|also] ask [you|here|about|of you|you about] [now|next] $
    ^ {onward} is there (anything|something) [else|more] [that] (i|we|you) (can|could|should|may|might) (ask|do|tell|answer) [you|me|us|about|you about] $
    ^ {onward} (anything|something) else [that] (i|we|you) (can|could|should|may|might) (ask|do|tell|answer) [you|me|us|about|you about] $
    ^ {onward} [{greeting}] (what|how) else (can|could|do|does) (you|this|it|the bot) (do|answer|know|help|tell|tell me|tell us) [for me|me|us] [with] $
    ^ how (do|can|should) i (use|ask|talk to|work with|query) (you|this|it|questions|a question) [something|anything|a question|questions|best] $
    ^ {onward} (what|which) [other|more|further] [kind(s)|sort(s)|type(s)] [of] [other] (question(s)|thing(s)) (can|could) (i|we) ask [you|here] $
    ^ {onward} (what|which) [kind(s)|sort(s)|type(s)] [of] (question(s)|thing(s)) (may|should) (i|we) ask [you|here] $
    ^ are you [a|an|some] (bot|robot|machine|computer|program|ai|human|person|chatbot|real|real person|assistant) $
    ^ (who|what) (made|built|created|wrote|developed|programmed|runs|owns) you $
    ^ who (is|are) your (maker(s)|creator(s)|developer(s)|author(s)|owner) $
    ^ what (is|s) (this|it) [all] [about] (bot|thing|tool|app|program|service|channel|chat) [for|about|good for|here] $
    ^ what (is|s) (this|all this|this all) [here|for|all about|good for] $
    ^ how (do|can|should|could|would) (i|we|one) (use|work with|talk to|handle) (you|this|it) [best|here|properly] $
    ^ what (do|can|should|could) (i|we) (do|type|write|say|try) here $
    ^ (can|could) you help [me] $
    ^ (can|could) you help me [to|with|in] [*] [*] [*] [*] (meeting|conference|session|trip|mission|visit) $
    ^ (what|which|how many) languages (do|can) you (speak|understand|know|answer in) $
    ^ (do you [ever] make mistakes|are you [always] (right|reliable|correct)|can i trust you|how reliable are you) $
    ^ how does (this|it) work $
    ^ (i m|i am) (confused|lost) $
    ^ (i don t|i do not) understand $
    ^ who r u $
    ^ (can|do) (you|the bot) (speak|understand) * $
    ^ [{greeting}] [there|all] [,] are you able to (answer|reply|respond|speak|write|understand) [in] * $
    ^ (commands|usage|instructions|info) $`,
  stop: '^ [please] (stop|cancel|quit|exit|enough|shut up|be quiet|go away|never mind|nevermind) [it|please|now] $',
  praise: `
    ^ (good|nice|great|bad|stupid|clever|smart) bot $
    ^ [very|that is|that was|that s] (great|good|nice|perfect|excellent|cool|awesome|wonderful|brilliant|impressive) [job|work|answer] $
    ^ (ok|okay|yes|no|oh|ah|i see|got it|understood|right|sure|fine|wow|lol|haha|hm|hmm|lovely|cool
      |nice|great|alright|good|perfect|super|test|testing|sorry|my mistake|my bad) $
    ^ [that is|that s|thats|this is|it is|it s|(that|this|it) was|all] [all|very|so|much|quite|really|perfectly|now] (clear|clearer
      |interesting|fascinating|useful|helpful|good|kind|great|brilliant|excellent|amazing|awesome|wonderful|fantastic|perfect|impressive|lovely
      |good to know|fair enough) [now|to (me|us)] $
    ^ [that is|that s|thats|this is|it is|it s|(that|this|it) was] (exactly|just|precisely) what (i|we) (needed|need|wanted|want|(was|were) looking for|meant) $
    ^ (just|only) [a] (test|testing|trying) [this|it] [out] $
    ^ (this is|it is|it s) (just|only) a test $
    ^ (test|testing) (one two|1 2|123|test|#) [three|3] $
    ^ (that|this|it) [fully] (answers|answered) (it|(my|our|the) question(s)) $`,
};
