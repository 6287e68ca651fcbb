/** Whether a time is of what the question asks: the year of a founding is not told by when something else was done. */
import { acronymsIn } from '../../words/acronyms.ts';
import { phrases } from '../../words/matcher.ts';
import { properNamesIn } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { wordsOf, type Place } from '../hear.ts';
import { timesIn } from '../figures/times.ts';

/** Those that may tell the time of it, where any has something of each word: where one says all of it, others only come near. */
export function ofItsTime(places: Place[], question: string): Place[] {
  const best = Math.max(0, ...places.map(({ score }) => score));
  const replies = ({ repliesTo }: Place) => repliesTo !== undefined;
  const ofEvent = places.filter(
    (place) =>
      replies(place) ||
      (place.own >= leastOfTimed && place.score >= best * leastShare && tellsItsTime(place, question)),
  );
  const all = ofEvent.filter((place) => place.whole || replies(place));
  if (all.length > 0) return all;
  return ofEvent.some(saysSomeOfEach) ? ofEvent : [];
}

/** Of the question's weight, in the sentence itself. */
const leastOfTimed = 0.4;
/** Of the best score. */
const leastShare = 0.6;

/** Whether the one sentence that comes nearest tells the time of it. */
export function timesEvent(place: Place, question: string): boolean {
  return saysSomeOfEach(place) && tellsItsTime({ ...place, run: undefined }, question);
}

/** Who says nothing of founding tells no time of it. */
function saysSomeOfEach({ closeness }: Place): boolean {
  return (closeness?.least ?? 1) >= leastOfEach;
}

/** In and beside what tells the time; a word that means the like counts as some of it. */
const leastOfEach = 0.1;

function tellsItsTime(place: Place, question: string): boolean {
  return mayTimeEvent(wordsOf(place), question) && namesAreNear(place, question);
}

/** The Drum Guild is not the Bell Guild: what is named in several words is named there or right beside it, or by its acronym. */
function namesAreNear({ reading: { sentences }, index, sentence }: Place, question: string): boolean {
  const near = sentences.slice(Math.max(index - 2, 0), index + 3).filter(({ turn }) => turn === sentence.turn);
  const isSaid = (term: string) => near.some(({ terms, about }) => terms.has(term) || about.has(term));
  return properNamesIn(question).every((name) => {
    const terms = termsOf(name);
    return terms.length < 2 || terms.every(isSaid) || acronymsIn(name).some(isSaid);
  });
}

/** Of words that are quoted, whether a time in them can be of the event that is asked for. */
function mayTimeEvent(said: string, question: string): boolean {
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
    .at(-1)!;
}

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
