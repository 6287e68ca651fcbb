/** Words that several English phrases choose from, here and where answers are made. */
export const englishLists = {
  body: 'organisation|organization|body|institution|institute|agency|company|group|ministry|university',
  session: 'session|meeting|event|forum|panel|workshop|discussion|debate|conference|hearing|call',
  listed: 'countries|nations|states|organisations|organizations|institutions|companies|agencies|bodies|firms',
  feeling: 'worry|worries|fear(s)|alarm|doubt(s)|optimism|hope(s)|enthusiasm|scepticism|skepticism|unease',
  denying:
    'did not|does not|do not|would not|will not|could not|can not|cannot|have not|has not|didn t|doesn t|don t|wouldn t|won t|couldn t|can t|haven t|hasn t',
  ofThese: '[of|among|amongst] [the|these|those|our]',
  deciding:
    '[the|this|that] (group|team|meeting|committee|session|board|council|members|participants|speakers|they|you|we)',
  noneOfThem: '(nobody|no one|none of (them|the [*] (speakers|participants|delegates|panellists|panelists|members)))',
  everybody: `everyone|everybody|(all|every one) [of] [(the|these|those|them)] [*] (speakers|participants|panellists|panelists|delegates|delegations
    |members|them)`,
  onceMore: '(next|again|the next time)',
  onward: '[and|so|but|ok|okay|now|then]',
  thanks: 'thanks|thank you|thx|many thanks|cheers',
  presiding: 'moderator|chair|chairman|chairwoman|chairperson|host|president|facilitator',
  sitting:
    'it|that|[(the|this|that) [*] [*] (session|meeting|event|forum|panel|workshop|discussion|debate|conference|hearing|floor)]',
  inSession: `(at|in|of|during) (the|this|that|our) [*] [*] [*] [*] [*] (session|meeting|event|forum|panel|workshop|discussion|debate|conference|hearing)
    [(on|of|about) * [*] [*] [*]]`,
  beforeClosing: `[right|just|directly|immediately] before (the ({presiding}) (~close|~end|~conclude|wrapped|wraps|~adjourn|~finish) [up] ({sitting})
    |({sitting}) [was|is] (closed|ended|concluded|adjourned|over)|(the|its) (close|closing|end|conclusion) [of ({sitting})])`,
  afterOpening: `[right|just|directly|immediately] after (the ({presiding}) [had] (opened|began|started|introduced|welcomed) ({sitting}|everybody|everyone|them)
    |({sitting}) [was|is] (opened|begun|started)|(the|its) (opening|welcome|introduction) [remarks|words|statement] [(of|by) ({sitting}|the ({presiding}))])`,
  besidesModerator: '({beforeClosing}|{afterOpening})',
  whichSpeaker: 'who|which [of] [the|these|our] (speaker(s)|participant(s)|panellist(s)|panelist(s)|people|person)',
  whereabouts: '(city|town|place|country|venue|building|room|hall|location|part of the world)',
  everybodyThere: 'it|this|that|you|they|we|everybody|everyone',
  takesPlace: '[(held|hosted|(take|taking) place|happen(|ing)|occur|meet|met|gather|convene)]',
  whoSpeaks: `(who|whose|(which|what) [of] [the|these|those|our|*] [*]
    (speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|delegation(s)|person|people|guest(s)|expert(s)|{officials}|one))`,
  ofThere:
    '[overall|altogether|in total|of (all|everyone|everybody|them)] =($|,|in|at|during|there|here|and|by|today|according|among|from)',
};
