/**
 * What of a sentence may be left out without turning its sense: fillers, and a clause of its own that nothing else in
 * the sentence hangs on. Whatever is not known to be one of these stays, so that no negation, doubt, duty, condition,
 * quantity, comparison, reason or figure loses its neighbours, and no verb its subject or object. English only.
 *
 * Clauses are told by who does something in them: "and we", "and they". Tried instead: the tags of compromise 14.17. On
 * the same text it began 36 clauses more where these are 60, 6 of them the end of a list ("…, and the third approach is"),
 * each of which would be printed as a statement of its own.
 */
import { isNegated } from '../stances/negation.ts';
import { withoutMarks, type PlacedWord } from '../verifying/placed-words.ts';

/** The words, by their places in the list, that need not be printed when only those of `kept` are wanted. */
export function mayGo(sentence: string, words: PlacedWord[], kept: Set<number>): Set<number> {
  const gone = new Set<number>();
  const inQuotation = quotationsIn(sentence);
  const drop = (from: number, to: number) => {
    for (let at = from; at < to; at += 1)
      if (!inQuotation.some(({ start, end }) => words[at]!.start < end && words[at]!.end > start)) gone.add(at);
  };
  for (const [from, to] of sounds(sentence, words)) drop(from, to);
  for (const [from, to] of fillers(sentence, words)) if (!range(from, to).some((at) => kept.has(at))) drop(from, to);
  const wanted = [...kept].filter((at) => !gone.has(at));
  if (wanted.length > 0 && !/[?？]/.test(sentence) && inQuotation.length === 0) {
    const [first, last] = [Math.min(...wanted), Math.max(...wanted)];
    const [from, to] = wholeClauses(sentence, words, first, last);
    drop(0, from);
    drop(to, words.length);
  }
  return gone;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Where the sentence quotes somebody: every word of that is somebody else's, or said as such. */
function quotationsIn(sentence: string): { start: number; end: number }[] {
  return [...sentence.matchAll(/[“„«"][^“”„«»"]*(?:[”»"]|$)/gu)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** "Uh", and what is said twice over: "in the in the". */
function sounds(sentence: string, words: PlacedWord[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [at, { word }] of words.entries()) {
    if (hesitations.has(word)) found.push([at, at + 1]);
    for (const length of [3, 2, 1]) {
      const same = range(0, length).every((step) => words[at + step]?.word === words[at + length + step]?.word);
      const repeated = words.slice(at, at + length);
      if (!same || repeated.length < length || repeated.some((each) => each.word.startsWith('#'))) continue;
      if (length === 1 && !stutters.has(word)) continue;
      if (range(at + 1, at + 2 * length).some((each) => /[,;:.!?—–]/.test(gapBefore(sentence, words, each)))) continue;
      found.push([at, at + length]);
      break;
    }
  }
  return found;
}

/** What says nothing, at the beginning of the sentence or between two marks. */
function fillers(sentence: string, words: PlacedWord[]): [number, number][] {
  const found: [number, number][] = [];
  let begins = 0;
  const isApart = (from: number, to: number) =>
    (from === begins || breaksBefore(sentence, words, from)) && breaksBefore(sentence, words, to);
  for (let at = 0; at < words.length; at += 1) {
    if (!breaksBefore(sentence, words, at) && at !== begins) continue;
    const known = at === begins ? openings : asides;
    const length = [4, 3, 2, 1].find((each) => known.has(textOf(words, at, at + each)) && isApart(at, at + each));
    if (length !== undefined) {
      found.push([at, at + length]);
      if (at === begins) begins = at + length;
    } else if (at === begins && isJoining(words, at)) {
      found.push([at, at + 1]);
      begins = at + 1;
    }
  }
  return found;
}

/** "So" and "but" go before a clause; "so many" and "but for" are no such words. */
function isJoining(words: PlacedWord[], at: number): boolean {
  const [word, next, third] = [0, 1, 2].map((step) => words[at + step]?.word ?? '') as [string, string, string];
  if (!joining.has(word) || (word === 'but' && next === 'for')) return false;
  return subjects.has(next) || beginnings.has(next) || joining.has(next) || (next === 'of' && third === 'course');
}

/** From and to which word whole clauses reach that hold those between `first` and `last`. */
function wholeClauses(sentence: string, words: PlacedWord[], first: number, last: number): [number, number] {
  const starts = range(1, words.length).filter((at) => startsClause(sentence, words, at));
  const before = starts.findLast((at) => at <= first) ?? 0;
  const after = starts.find((at) => at > last) ?? words.length;
  const [lead, tail] = [stretch(sentence, words, 0, before), stretch(sentence, words, after, words.length)];
  const leadGoes =
    before > 0 && standsAlone(sentence, words, 0, before) && !binds(lead) && !refersBack(words, before, after);
  const from = leadGoes ? (joining.has(words[before]!.word) ? before + 1 : before) : 0;
  const tailGoes =
    after < words.length &&
    standsAlone(sentence, words, from, after) &&
    !binds(tail) &&
    endsWell(sentence, words, after);
  return [from, tailGoes ? after : words.length];
}

/**
 * Whether the last clause says something of its own: not "…, and I always do", which says the contrary of what stands
 * before; and after "which" there is nothing but its clause, since what comes after a comma may go on with the one before.
 */
function endsWell(sentence: string, words: PlacedWord[], from: number): boolean {
  const own = range(from, words.length);
  const last = own.findLast((at) => !openings.has(words[at]!.word) && !asides.has(words[at]!.word));
  if (last !== undefined && standIns.has(words[last]!.word)) return false;
  return words[from]!.word !== 'which' || !own.some((at) => at > from && breaksBefore(sentence, words, at));
}

function stretch(sentence: string, words: PlacedWord[], from: number, to: number): string {
  return from >= to ? '' : sentence.slice(words[from]!.start, words[to - 1]!.end);
}

/** A clause of its own: after a comma and "and", somebody who does something; after a comma, "which" does something. */
function startsClause(sentence: string, words: PlacedWord[], at: number): boolean {
  if (!gapBefore(sentence, words, at).includes(',')) return false;
  if (words[at]!.word === 'and') return isSubject(words, at + 1) || isTaken(words, at + 1);
  return words[at]!.word === 'which' && !range(at + 1, at + 4).some((each) => judges.has(words[each]?.word ?? ''));
}

function isSubject(words: PlacedWord[], at: number): boolean {
  const next = words[at + 1];
  return persons.has(words[at]?.word ?? '') && next !== undefined && !notAfterSubject.has(next.word);
}

/** "It took three days": this "it" means nothing that stands before. */
function isTaken(words: PlacedWord[], at: number): boolean {
  return words[at]?.word === 'it' && /^(?:took|takes)$/.test(words[at + 1]?.word ?? '');
}

/** Whether a stretch needs nothing that comes later: not "when …", "by doing …", "had we …"; "for this, we …" does not. */
function standsAlone(sentence: string, words: PlacedWord[], from: number, to: number): boolean {
  const own = range(from, to).filter((at) => !joining.has(words[at]!.word) && !openings.has(words[at]!.word));
  const [first] = own;
  if (first === undefined) return false;
  if (subjects.has(words[first]!.word)) return true;
  return places.has(words[first]!.word) && own.some((at) => breaksBefore(sentence, words, at) && isSubject(words, at));
}

/** Whether what is left out says something of the rest: denies it, makes it depend on something, or tells whose opinion it is. */
function binds(text: string): boolean {
  return (
    isNegated(text, 'en', 'loosely') ||
    text
      .toLowerCase()
      .split(/[^\p{L}'’]+/u)
      .some((word) => binding.has(word))
  );
}

/** "We pay for it" is not understood without what stands before it. */
function refersBack(words: PlacedWord[], from: number, to: number): boolean {
  return (
    words[from]!.word === 'which' || range(from, to).some((at) => pointing.has(words[at]!.word) && !isTaken(words, at))
  );
}

function breaksBefore(sentence: string, words: PlacedWord[], at: number): boolean {
  if (at === 0 || at === words.length) return true;
  return at < words.length && /[,;:—–]/.test(gapBefore(sentence, words, at));
}

/** What stands between a word and the one before it, but for what a transcriber put there. */
function gapBefore(sentence: string, words: PlacedWord[], at: number): string {
  return withoutMarks(sentence.slice(words[at - 1]!.end, words[at]!.start));
}

const textOf = (words: PlacedWord[], from: number, to: number) =>
  to > words.length
    ? ''
    : words
        .slice(from, to)
        .map(({ word }) => word)
        .join(' ');

const set = (list: string) => new Set(list.split(/\s+/));

const hesitations = set('uh uhm um umm hmm hm mm mmm er erm ehm ah');
const stutters = set('the a an to of in on at for with and but so we i you they he she it is are was this our my if');
const joining = set('and but so');
const phrases = (list: string) => list.split(';').map((phrase) => phrase.trim());
/** Said of one's own speech, never of what it speaks of. "Actually" and "I mean" may correct what stands before them. */
const asides = new Set(
  phrases(
    'you know; of course; by the way; as you know; as we know; as i said; as i mentioned; okay; ok; yeah; thank you',
  ),
);
/** At the beginning alone: "the rich, for example Norway," are not Norway. */
const openings = new Set([
  ...asides,
  ...phrases('well; anyway; actually; basically; so; now; also; right; i mean; in fact; for example; for instance'),
  ...phrases('ladies and gentlemen; first of all'),
]);
/** Not "it" and "that": "…, and that is wrong" says something of what stands before it. */
const persons = set('we i you they he she');
const pointing = set(
  'it its they them their theirs he him his she her hers this that these those such one ones there both',
);
const subjects = set('we i you they he she it there this that these those the our my their his her its a an');
const beginnings = set(
  'in if when as on for with by at to all what how why because from over among after before during today here',
);
/** A clause may begin with where, when or for whom it is so. */
const places = set('in on at for with from over among during today here');
const notAfterSubject = set('and or , who too both all alone');
/** "…, which is wrong" says something of what stands before it. */
/** Verbs that stand for another. */
const standIns = set('do does did don didn doesn is are was were has have had will can am did too so');
const judges = set("is are was were be been being 's isn wasn would could should might may not never");
const binding = set(
  `accuse accuses accused allege alleges alleged call calls called dream dreams dreamt scenario story film novel game rumour
  if unless except only provided providing until till without but although though however while whereas than because
  since so that lest whether or nor either neither supposedly allegedly apparently perhaps maybe possibly probably
  likely hopefully presumably theoretically hypothetically theory joking kidding say says said saying claim claims
  claimed think thinks thought believe believes believed hope hopes hoped want wants wanted wish wishes wished
  suppose imagine assume assumes assumed doubt doubts doubted deny denies denied argue argues argued suggest suggests
  suggested told tell tells heard hear according fear fears wonder wonders pretend promise promised expect expects
  expected plan plans planned seem seems seemed appear appears would could might may should must exception exceptions
  condition conditions depend depends depending subject regret regrets apologise apologize withdraw retract mistake
  mistaken stop stopped ended changed reversed abandoned wrong false untrue lie lies nonsense disagree disagrees
  agree agrees true otherwise instead rather unlike like as when whenever once before after almost nearly not never
  no none let's lets let again too same both all each respectively together what who whom whose how why where`,
);
