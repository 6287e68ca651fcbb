/** Words that several English phrases choose from, here and where answers are made. */
export const englishLists = {
  feeling: 'worry|worries|fear(s)|alarm|doubt(s)|optimism|hope(s)|enthusiasm|scepticism|skepticism|unease',
  denying:
    'did not|does not|do not|would not|will not|could not|can not|cannot|have not|has not|didn t|doesn t|don t|wouldn t|won t|couldn t|can t|haven t|hasn t',
  noneOfThem: '(nobody|no one|none of (them|the [*] (speakers|participants|delegates|panellists|panelists|members)))',
  everybody: `everyone|everybody|(all|every one) [of] [(the|these|those|them)] [*] (speakers|participants|panellists|panelists|delegates|delegations
    |members|them)`,
  onceMore: '(next|again|the next time)',
  onward: '[and|so|but|ok|okay|now|then]',
  thanks: 'thanks|thank you|thx|many thanks|cheers',
  whichSpeaker: 'who|which [of] [the|these|our] (speaker(s)|participant(s)|panellist(s)|panelist(s)|people|person)',
  whereabouts: '(city|town|place|country|venue|building|room|hall|location|part of the world)',
  everybodyThere: 'it|this|that|you|they|we|everybody|everyone',
  takesPlace: '[(held|hosted|(take|taking) place|happen(|ing)|occur|meet|met|gather|convene)]',
  whoSpeaks: `(who|whose|(which|what) [of] [the|these|those|our|*] [*]
    (speaker(s)|participant(s)|panellist(s)|panelist(s)|delegate(s)|delegation(s)|person|people|guest(s)|expert(s)|{officials}|one))`,
  ofThere:
    '[overall|altogether|in total|of (all|everyone|everybody|them)] =($|,|in|at|during|there|here|and|by|today|according|among|from)',
};
