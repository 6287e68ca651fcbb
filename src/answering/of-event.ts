/** Whether a time is of what the question asks: the year of a founding is not told by when something else was done. */
import { phrases } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';
import { timesIn } from './times.ts';

/** Of words that are quoted, whether a time in them can be of the event that is asked for. */
export function mayTimeEvent(said: string, question: string): boolean {
  const [asked, text] = [textOf(question), textOf(said)];
  const isTold = ofTurns.every(({ asks, tells }) => !asks.in(asked) || tells.in(text));
  const isDated = !asksDate.in(asked) || timesIn(said).length > 0;
  return isTold && isDated && !(asksPast.in(asked) && onlyToCome(said));
}

/** "It could be adopted in 2040, when …": every time that is told is of what is yet to be. */
function onlyToCome(said: string): boolean {
  const times = timesIn(said);
  return times.length > 0 && times.every(({ start }) => toCome.in(textOf(clauseBefore(said, start))));
}

function clauseBefore(said: string, at: number): string {
  return said
    .slice(0, at)
    .split(/[.;:,]\s|\s(?:and|but|when|which|while)\s(?!\P{L}*$)/u)
    .slice(-mostClauses)
    .join(' ');
}

/** "For a declaration, which could be adopted in 2040": what is said of it stands right before. */
const mostClauses = 1;

const asksDate = phrases({ lines: '(what|which) (year|date|month) (is|are|was|were|do|does|did|will|has|have|had)' });
const asksPast = phrases({
  lines: `
    ^ [and|but|so] [since|until] when (was|were|did|had)
    (what|which) (year|date|day|month) (was|were|did|had)`,
});
const toCome = phrases({
  lines: `
    (could|would|may|might|will|shall|should|can) [not|also|only|probably|perhaps|still] *
    (is|are|was|were) (going|expected|supposed|planned|due|likely) to`,
});

/** When something begins and when it ends is told by who says that it does. */
const ofTurns = [
  {
    asks: phrases({
      lines: `
        (when|(what|which) (year|date|day|month)) (did|was|were|does|is|will|has|have) … (start(ed)|begin|begun|found(ed)|establish*|launch*)
        (when|(what|which) (year|date|day|month)) (did|was|were|does|is|will|has|have) … (create(d)|set up|born|inaugurate(d))`,
    }),
    tells: phrases({
      lines: `
        (start*|beg(in|an|un)|begin*|open*|found(|ed|er|ers|ing)|establish*|launch*|creat*|inaugurat*|born|first|since|from|set up|kick*|initiat*)
        (form(ed|ing)|built|came into|introduc*|originat*)`,
    }),
  },
  {
    asks: phrases({
      lines: `(when|(what|which) (year|date|day|month)) (did|was|were|does|do|is|will|has|have) … (end(ed)|finish(ed)|expire(d)|close(d)|stop(ped)|die(d))`,
    }),
    tells: phrases({
      lines: `(end(|s|ed|ing)|finish*|expir*|clos*|stop*|until|till|over|last*|die(d|s)|death|dead|passed away|complet*|conclu*|final*|by)`,
    }),
  },
];
