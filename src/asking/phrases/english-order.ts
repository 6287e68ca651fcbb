/** Who spoke first and last in English, by their names in `structure.ts`. The lists are those of `english.ts` and `english-lists.ts`. */
export const englishOrder: Record<string, string> = {
  'first to speak': `
    ^ [and] [{inSession}] [,] who (is|was) [the] [very] first (speaker|one|to speak|to take the floor) [{inSession}] [{besidesModerator}] $
    ^ [and] [{inSession}] [,] (who|which speaker) (spoke|speaks|talked|took the floor|opened|began|started) [the very] first $
    ^ [and] [{inSession}] [,] (who|which speaker) (spoke|speaks|talked|took the floor) [the very] first {inSession} [{besidesModerator}] $
    ^ [and] [{inSession}] [,] (who|which speaker) (spoke|talked|took the floor|came) [first|next] [{inSession}] {afterOpening} [{inSession}] $
    ^ [and] [{inSession}] [,] (who|which speaker) (was|is) [the] (first|next) [(speaker|one|to speak)] [{inSession}] {afterOpening} [{inSession}] $
    ^ [and] what (was|were) the [very] first (thing|word|words|sentence) [that was] [said|spoken] [(in|at|of) (the|this|that) {session}] $`,
  'last to speak': `
    ^ [and] who (gave|made|delivered|had) [the|some] (closing|final|concluding|last) (remark(s)|word(s)|statement|speech) $
    ^ [and] [{inSession}] [,] who (is|was) [the] [very] last (speaker|one|to speak|to take the floor) [{inSession}] [{besidesModerator}] [{inSession}] $
    ^ [and] [{inSession}] [,] (who|which speaker) (spoke|speaks|talked|took the floor|closed) [the very] last $
    ^ [and] [{inSession}] [,] (who|which speaker) (spoke|speaks|talked|took the floor) [the very] last {inSession} [{besidesModerator}] $
    ^ [and] [{inSession}] [,] (who|which speaker) (spoke|talked|took the floor|came) [last] [{inSession}] {beforeClosing} [{inSession}] $
    ^ [and] who (closed|ended|concluded|wrapped up) (it|[the|this] {session}) $
    ^ [and] what (was|were) the [very] (last|final) (thing|word|words|sentence) [that was] [said|spoken] [(in|at|of) (the|this|that) {session}] $`,
};
