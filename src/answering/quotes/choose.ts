/** Which sentences become quotes: few where one answers, of several speakers and sessions where several spoke of it. */
import type { Asked, Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import type { FormKind } from '../../asking/parts/form.ts';
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { isBroken } from '../talk/broken-off.ts';
import type { Place } from '../hear.ts';
import { introduces } from '../talk/introducing.ts';
import { withAnnounced } from './announcing.ts';
import { quoteAt } from './quote.ts';
import { asks, type Run } from '../talk/replies.ts';
import { refersBack } from '../matter/telling.ts';

/** How many are shown, of one speaker too, and how far behind the best. */
interface Choosing {
  most: number;
  perSpeaker: number;
  perSession: number;
  leastShare: number;
  /** Of what the best says of the matter; half of it where many are wanted. */
  leastOwn?: number;
  /** Everybody who says all of a matter comes before anybody comes twice, the newest session first. */
  spread?: boolean;
  /** Why or how is asked: what a sentence concludes from is quoted with it. */
  explains?: boolean;
  /** Each says, with what stands around it, nearly as much of the matter as the one that says most. */
  ofMatter?: boolean;
}

/** How the quotes of an answer are chosen by what is asked for. */
export function choosingFor(inquiry: Inquiry, isTopic: boolean, ofOne: boolean): Choosing {
  const { question, wants, asksWho, form, yesNo } = inquiry;
  const most = mostOfForm(form);
  // Somebody who wants three gets three, where there are three that speak of the matter, and of three speakers if they can be.
  const isOfSeveral = most !== null && most > 1;
  if (most !== null)
    return {
      most,
      perSpeaker: most,
      perSession: most,
      leastShare: leastOfForm,
      spread: isOfSeveral,
      ofMatter: isOfSeveral,
    };
  if (asksWho) return { most: 12, perSpeaker: 2, perSession: 12, leastShare: 0.6, leastOwn: leastOfQuote };
  if (isTopic) return { most: 6, perSpeaker: 2, perSession: 3, leastShare: 0.5, leastOwn: leastOfQuote, spread: true };
  const leastShare = wants === 'list' ? 0.5 : wants === 'number' ? 0.75 : ofOne ? 0.6 : 0.65;
  const explains = /^\W*(?:(?:and|but|so)\W+)?(?:why|how)\b/iu.test(question) && wants === null;
  // Whether something is so is told by what has less of its words, too.
  const leastOwn = wants === 'list' || yesNo ? leastBeside : leastOfQuote;
  return { most: 4, perSpeaker: 3, perSession: 4, leastShare, leastOwn, explains };
}

/** How many quotes a form has room for; null where it does not say. */
export function mostOfForm(form: Inquiry['form']): number | null {
  if (!form || !counting.has(form.kind)) return null;
  if (form.count !== null && form.kind !== 'words' && form.kind !== 'paragraphs')
    return Math.min(form.count, mostOfAny);
  return single.has(form.kind) ? 1 : null;
}

const counting = new Set<FormKind>(['sentences', 'points', 'quote', 'list', 'short', 'words', 'paragraphs']);
const single = new Set<FormKind>(['sentences', 'quote', 'short', 'words']);
const mostOfAny = 20;
const leastOfForm = 0.3;

/** More of the same than was chosen, the best first. */
export function further(places: Place[], chosen: Omit<Quote, 'n'>[]): Omit<Quote, 'n'>[] {
  const isShown = ({ reading, sentence }: Place) =>
    chosen.some(
      ({ session, turn, start, end }) =>
        session.id === reading.session.id && turn === sentence.turn && sentence.start < end && start < sentence.end,
    );
  const left = places.filter((place) => !isShown(place));
  return choose(left, { most: mostFurther, perSpeaker: mostFurther, perSession: mostFurther, leastShare: leastOfForm });
}

const mostFurther = 30;

/** Best first. */
export function choose(
  places: Place[],
  {
    most,
    perSpeaker,
    perSession,
    leastShare,
    leastOwn = leastBeside,
    spread = false,
    explains = false,
    ofMatter = false,
  }: Choosing,
): Omit<Quote, 'n'>[] {
  const ofThese = ofMatter ? thoseOfMatter(places) : places;
  const byScore = ofThese.map(behindWhereIntroducing).toSorted((one, other) => other.score - one.score);
  const [best] = byScore;
  if (!best) return [];
  const isOfOne = byScore.every(({ reading }) => reading === best.reading);
  const ranked = spread ? everybodyFirst(byScore) : byScore;
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  const chosen: Place[] = [];
  for (const place of ranked) {
    if (chosen.length >= most) break;
    if (place.score < best.score * leastShare && !(spread && place.whole)) continue;
    const isMore = chosen.some((other) => isNextTo(other, place));
    if (place.own < best.own * (isMore ? leastBeside : leastOwn) && !place.isLike) continue;
    const { id } = place.reading.session;
    const speaker = `${id}\n${place.sentence.speaker}`;
    const where = `${id} ${place.index}`;
    if (
      taken.has(where) ||
      (counts.get(speaker) ?? 0) >= perSpeaker ||
      (counts.get(id) ?? 0) >= (spread && isOfOne ? most : perSession)
    )
      continue;
    for (const key of [speaker, id]) counts.set(key, (counts.get(key) ?? 0) + 1);
    taken.add(where);
    chosen.push(place);
  }
  return joined(chosen, explains);
}

/** The best of each speaker, those of the newest session that says it all before the others, and then all else. */
function everybodyFirst(places: Place[]): Place[] {
  const newest = places
    .filter(({ whole }) => whole)
    .map(({ reading }) => reading.session.date ?? '')
    .toSorted()
    .at(-1);
  const isOfNewest = ({ whole, reading: { session } }: Place) => whole && newest !== '' && session.date === newest;
  const firsts = new Set(
    [...Map.groupBy(places, ({ reading, sentence }) => `${reading.session.id}\n${sentence.speaker}`).values()].map(
      ([first]) => first!,
    ),
  );
  const others = places.filter((place) => !firsts.has(place));
  return [...[...firsts].filter(isOfNewest), ...[...firsts].filter((place) => !isOfNewest(place)), ...others];
}

/** Of what the best says of the matter: a quote of its own says nearly as much, what goes on from one may say less. */
const leastOfQuote = 0.75;
const leastBeside = 0.5;

/** Who say, with what stands around, nearly as much of the matter as the one that says most. */
function thoseOfMatter(places: Place[]): Place[] {
  const least = Math.max(...places.map(({ covered }) => covered)) * leastOfQuote;
  const telling = places.filter((place) => (place.covered >= least || place.isLike) && !isShortReply(place));
  // Where somebody says together what belongs together, "the digital divide", who has the words apart may mean something else.
  const isSaidTogether = telling.some(({ together }) => together);
  return isSaidTogether ? telling.filter(({ together, isLike }) => together || isLike) : telling;
}

/** "Yes, that is so": it says nothing of the matter itself, its question does. */
export function isShortReply({ repliesTo, run, index, reading: { sentences } }: Place): boolean {
  const { first, last } = run ?? { first: index, last: index };
  return repliesTo !== undefined && sentences[last]!.end - sentences[first]!.start <= fragment;
}

function isNextTo({ reading, index, sentence: { turn } }: Place, other: Place): boolean {
  return reading === other.reading && turn === other.sentence.turn && Math.abs(index - other.index) === 1;
}

/** Who introduces somebody, or gives the floor, names what others go on to say something of. */
function behindWhereIntroducing(place: Place): Place {
  const isIntroducing = place.run === undefined && introduces(place.sentence.text);
  return isIntroducing ? { ...place, score: place.score * introducing } : place;
}

const introducing = 0.7;

/** Chosen sentences that follow each other in a turn are one quote. */
function joined(places: Place[], explains: boolean): Omit<Quote, 'n'>[] {
  const quotes: Omit<Quote, 'n'>[] = [];
  const taken = new Set<Place>();
  for (const place of places) {
    if (taken.has(place)) continue;
    taken.add(place);
    let run = place.run ?? { first: place.index, last: place.index };
    const grown = () =>
      places.find(
        (other) => !taken.has(other) && other.reading === place.reading && canJoin(run, other, place.reading),
      );
    for (let other = grown(); other && !place.run; other = grown()) {
      taken.add(other);
      run = { first: Math.min(run.first, other.index), last: Math.max(run.last, other.index) };
    }
    quotes.push(
      quoteOfRun(place.reading, place.run ? run : understandable(place.reading, run, explains), place.repliesTo),
    );
  }
  return quotes;
}

function canJoin(run: Run, other: Place, { sentences }: Reading): boolean {
  if (other.run || other.sentence.turn !== sentences[run.first]!.turn) return false;
  if (other.index !== run.first - 1 && other.index !== run.last + 1) return false;
  const [start, end] = [Math.min(run.first, other.index), Math.max(run.last, other.index)];
  return sentences[end]!.end - sentences[start]!.start <= longestRun;
}

/** The quote of sentences of one turn, with the question they reply to. */
export function quoteOfRun({ session, sentences }: Reading, run: Run, repliesTo?: number): Omit<Quote, 'n'> {
  const { first, last } = withAnnounced({ sentences }, run);
  const { turn, start, seconds } = sentences[first]!;
  const quote = quoteAt(session, session.turns[turn]!, { turn, start, end: sentences[last]!.end, seconds });
  return repliesTo === undefined ? quote : { ...quote, repliesTo: askedAt(sentences[repliesTo]!) };
}

function askedAt({ text, speaker, turn, start, end }: ReadSentence): Asked {
  return { text, speaker, turn, start, end };
}

/** A quote that begins or goes on with "this" or "it", or says next to nothing alone, is given the sentence beside it. */
function understandable({ sentences }: Reading, { first, last }: Run, explains: boolean): Run {
  const [before, start, end, after] = [sentences[first - 1], sentences[first]!, sentences[last]!, sentences[last + 1]];
  const takesBefore =
    before?.turn === start.turn &&
    (refersBack.test(start.text) || (explains && concludes.test(start.text))) &&
    end.end - before.start <= longestJoined &&
    !isBroken(before.text);
  const from = takesBefore ? before : start;
  // Who asks and goes on, replies.
  const wantsMore = goesOn.test(after?.text ?? '') || asks(end);
  // What goes on from the last of several is taken as what goes on from one.
  const isShort = wantsMore ? end.end - end.start <= shortQuote : end.end - from.start <= fragment;
  const takesAfter = after?.turn === end.turn && isShort && after.end - from.start <= longestJoined;
  return { first: takesBefore ? first - 1 : first, last: takesAfter ? last + 1 : last };
}

const concludes = /^(?:and\W+)?(?:so(?!\s+(?:many|much|few|little|far))|therefore|thus|hence|accordingly)\b/iu;
const goesOn = /^(?:this|that|these|those|it['’]?s|it is|it was)\b/iu;

/** In characters. */
const fragment = 70;
const shortQuote = 140;
const longestJoined = 450;
const longestRun = 600;
