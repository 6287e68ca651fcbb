/** "How many came?", "Who paid for it?", "By when?", "Why?" after an answer: what was quoted last is looked at first. */
import type { Passage, Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import type { Subject } from '../../asking/structure.ts';
import { asksDiscussion, type AskedFor } from '../../asking/parts/wanted.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { isOfSomebodyBefore } from '../../asking/follow-up.ts';
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { spokenBy } from '../../people/person.ts';
import { askedThing, type AskedThing } from '../telling/asked-thing.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { exchangeAfter } from '../exchange.ts';
import { figureIn } from '../figures/figure.ts';
import { saysAll } from '../judge.ts';
import { foundByWords, overlaps, passageAround } from '../nearest.ts';
import { farness, farther, likeOf, mostAway, runAround, spotsOf, type Spot } from '../quoted-ground.ts';
import { asksTimes } from '../telling/may-tell.ts';
import { concludesReason } from '../telling/reasons.ts';
import { reasonFor } from '../telling/reason-quoted.ts';
import { asksCountries } from '../names/regions.ts';
import type { Run } from '../talk/replies.ts';
import { figureFirst } from './fact.ts';
import { figureBeside } from './figure-beside.ts';
import { numbered, onlyNear, type Asked, type Before, type Kind, type Made } from './kind.ts';
import { asksForElse } from './who-else.ts';
import { capitalised } from '../quotes/wording.ts';

type Quoted = Omit<Quote, 'n'>;

/** "Who are the two sides?" is asked of nobody's office, and "Where does it take place?" of the session only where nothing quoted tells it. */
function mayBeOfQuoted({ of }: Subject, speakers: Inquiry['speakers']): boolean {
  return of === 'place' || of === 'time' || (of === 'role' && speakers.length === 0);
}

/** Who agrees or is against it is told by all that was said. */
const ofAll: AskedFor[] = ['agreement', 'dissent', 'mention', 'silence'];

export const followingUp: Kind = {
  isAskedBy: ({ own, subject, form, asksFor, speakers, asksWho }) =>
    own !== null &&
    (subject === null || mayBeOfQuoted(subject, speakers)) &&
    form === null &&
    !ofAll.some((list) => asksFor.has(list)) &&
    !(asksWho && asksFor.has('against')),

  async answer(asked): Promise<Made | null> {
    const { inquiry, people, ground } = asked;
    const text = textOf(inquiry.question);
    if (others.in(text) || asksForElse(inquiry)) return null;
    const before = await asked.before();
    const leans = leaning(inquiry);
    const isOfSession = inquiry.subject?.of === 'place' || inquiry.subject?.of === 'time';
    if (isOfSession && (leans !== 'surely' || before?.inquiry.subject !== null)) return null;
    const last = lastSeen(before, leans);
    // Of somebody else than was quoted, or of others, what was quoted tells nothing.
    const isTheirs = spokenBy(people);
    const quoted = people.length === 0 ? last : last.filter(({ session, speaker }) => isTheirs(session.id, speaker));
    if (quoted.length === 0) return null;
    const thing = askedThing(inquiry);
    const own = ownWords(inquiry, thing);
    // The countries of a list are told by their names, wherever these stand.
    if (inquiry.wants === 'list' && asksCountries(inquiry) && leans !== 'maybe') return null;
    const spots = await spotsOf(quoted, { inquiry, own, thing }, ground);
    // Where a session was is a town, and no country.
    if (isOfSession) return byKind(spots, asked) ?? (asksCountry.in(text) ? nearestThere(spots, own, asked) : null);
    // Beside what only came near nothing is sure either.
    const sureAs = (made: Made | null) =>
      made && before?.quotes.length === 0 && !made.denied ? nearIn(made.quotes, asked) : made;
    return (
      sureAs(leans && thing?.kind === 'reason' ? reasons(spots, own, thing, asked) : null) ??
      byWords(spots, { own, thing, leans }, asked) ??
      sureAs(leans && own === '' && thing && !isOpen(thing, inquiry) ? byKind(spots, asked) : null) ??
      (await byFigure(spots, own, asked)) ??
      (await inExchange(quoted, own, asked)) ??
      (leans === 'surely' || (pointsBack.in(text) && !inquiry.asksWho && !asksDiscussion(inquiry.question))
        ? await nearestThere(spots, own, asked)
        : null)
    );
  },
};

/**
 * What answered last. Where something else was printed since, for it only came nearest, that is what a question means
 * that cannot be told without it, if the same speaker said it in the same session.
 */
function lastSeen(before: Before | null, leans: Leaning): Quoted[] {
  if (!before) return [];
  const { quotes, shown } = before;
  if (quotes.length === 0) return shown.slice(0, 1);
  const isNewer = shown[0] !== undefined && !quotes.includes(shown[0]);
  const isOfSame = quotes.some(
    ({ session, speaker }) => session.id === shown[0]?.session.id && speaker === shown[0].speaker,
  );
  return leans === 'surely' && isNewer && isOfSame ? shown.slice(0, 1) : quotes;
}

const asksCountry = phrases({ lines: '(which|what) (country|countries)' });

/** `surely` where the question cannot be told without what was quoted, `maybe` where it may be of that. Null where it is not. */
type Leaning = 'surely' | 'maybe' | null;

function leaning(inquiry: Inquiry): Leaning {
  const text = textOf(inquiry.question);
  if (inquiry.context === null) return 'surely';
  const isOfThem = isOfSomebodyBefore({ ...inquiry, speakers: [] }) && !asksDiscussion(inquiry.question);
  return isOfThem || elliptic.in(text) ? 'maybe' : null;
}

/** Also who is counted by what they spoke of: those of all that was said, and not of what was quoted. */
const others = phrases({
  lines: `
    (who|anyone|anybody|somebody|someone|nobody) else
    other (speakers|people)
    how many [other|different] {crowd} [have|has] (~mention|~speak|~talk|~discuss|~raise|~address|~name)
    how many [other|different] {crowd} [have|has] (~support|~oppose|~criticise|~criticize|~welcome|~reject)
    how many [other|different] {crowd} (were|are|was) (named|mentioned)
    (which|what) [other] {crowd} (spoke|speaks|speak|took part|takes part|attended|presented|is represented|was represented)`,
  lists: {
    crowd: `(speakers|people|participants|panellists|panelists|delegates|delegations|countr(y|ies)|organisation(s)
      |organization(s)|compan(y|ies)|institution(s)|sessions|meetings)`,
  },
});
/** "Why not binding?", "And in the north?", "What are the two sides?" */
const elliptic = phrases({
  lines: `
    ^ [and|but|so] (why|in|at|for|from|where|when|by|with|how) …5 $
    ^ [and|but|so] which [other] [*] * $
    ^ [and|but|so] (not|only|also|even) …4 $
    ^ [and|but|so] (compared|relative) (to|with) (what|whom|which) $
    ^ [and|but|so] (based|depending|built) on (what|which) [*] $
    ^ [and|but|so] (who|what|which) (is|are|was|were) the [*] [*] * $
    ^ [please] [tell me|say|and|give me] [some] more (on|about|of) the {ordinal} $
    the {ordinal} (one|point|element|principle|part|challenge|reason|problem) $`,
  lists: { ordinal: '(first|second|third|fourth|fifth|sixth|last)' },
});

/** Without what points back, and without what says of which kind the answer is. */
function ownWords({ own }: Inquiry, thing: AskedThing | null): string {
  return (own ?? '')
    .split(/\s+/u)
    .filter((word) => !pointing.has(word.toLowerCase().replace(/\W+$/u, '')))
    .filter((word) => termsOf(word).some((term) => !thing?.asking.has(term)) && !(thing && naming.in(textOf(word))))
    .join(' ');
}

/** "Which countries does she name?" asks for countries. */
const naming = phrases({ lines: '(~name|~mention|~cite|~list|~give|~say|~tell)' });
const pointing = new Set(
  'it that this there they them those these he she him her his their could would one already still too'.split(' '),
);

/** What has the words that the question adds, and tells a thing of the kind that it asks for, the nearest to what was quoted first. */
function byWords(
  spots: Spot[],
  { own, thing, leans }: { own: string; thing: AskedThing | null; leans: Leaning },
  asked: Asked,
): Made | null {
  // What may be of anything is of what was quoted where much of it stands in those very words, or all of it beside them.
  const isClose = ({ away, share }: Spot) => share >= (away === 0 ? leastInQuoted : leastUnasked);
  const meant = leans ? spots : mayBeOfIt(asked.inquiry, thing) ? spots.filter(isClose) : [];
  const most = Math.max(0, ...meant.map(({ share }) => share));
  if (own === '' || most < leastShare) return null;
  // "Which ferries?" is not told by the words that made somebody ask.
  const isOfMore = termsOf(own).length > 1;
  const isWhich = whichOf.in(textOf(asked.inquiry.question));
  // Who asks more of what was quoted knows its words: they tell it where they name a thing of the kind that is asked for.
  const isKnown = ({ away }: Spot) => away === 0 && thing === null && asksWhat.in(textOf(asked.inquiry.question));
  const found = meant
    .filter((spot) => !isKnown(spot))
    .filter(({ share }) => share >= Math.max(leastShare, most * nearMost))
    .map((spot) => ({ spot, run: runAround(spot, own, thing) }))
    .filter(({ spot, run }) => spot.tells || tellsIn(run, spot, thing))
    .toSorted(
      (one, other) =>
        Number(other.spot.tells) - Number(one.spot.tells) ||
        (isWhich ? Number(one.spot.away === 0) - Number(other.spot.away === 0) : 0) ||
        farness(one.spot) - farness(other.spot),
    );
  if (found.length === 0) return null;
  // What stands further off is of something else.
  const near = found.filter(({ spot }) => farness(spot) <= farness(found[0]!.spot) + mostApart);
  const places = unrepeated(near.map(({ spot, run }) => quoteOfRun(spot.reading, run)));
  // "Now, ladies and gentlemen" is no time of what stands far off.
  const isFar = timeAlone.in(textOf(asked.inquiry.question)) && farness(found[0]!.spot) > mostBeside;
  // "What did the town do there?" is told by what was just quoted of the town, and not by what says no more of it far off.
  const known = meant.find((spot) => isKnown(spot) && spot.share >= found[0]!.spot.share);
  if (known && farness(found[0]!.spot) > mostApart)
    return nearIn([quoteOfRun(known.reading, runAround(known, own, thing)), ...places], asked);
  return isSure(found[0]!.spot, isOfMore) && !isFar ? inTurn(places, asked) : nearIn(places, asked);
}

/** Whether something is so: what was replied when the next to speak took that up. */
async function inExchange(quoted: Quoted[], own: string, { inquiry, ground, say }: Asked): Promise<Made | null> {
  const points = textOf(inquiry.question).words.some(({ word }) => pointing.has(word) && word !== 'there');
  if (!inquiry.yesNo || own === '' || !points) return null;
  const replies = await exchangeAfter(quoted, { inquiry, own }, ground);
  return replies.length === 0 ? null : onlyNear(say('notBesideQuoted'), foundByWords(replies.slice(0, mostShown)), say);
}

/** One word such as "help" is said of many things in a long turn, and half of what is asked of others too. */
function isSure(spot: Spot, isOfMore: boolean): boolean {
  const far = farness(spot);
  if (far <= mostApart) return true;
  return isOfMore ? spot.share >= (far <= mostAway ? leastNear : leastFar) : far <= mostAway;
}

/** Of the weight of several words. */
const leastNear = 0.6;
const leastFar = 0.8;

const timeAlone = waysTo('timeAlone');
const whichOf = phrases({ lines: '^ [and|but|so] which [other] [*] * $' });
const asksWhat = phrases({ lines: '^ [and|but|so] what' });

function nearIn(places: Quoted[], { say }: Asked): Made {
  return onlyNear(say('notBesideQuoted'), foundByWords(places.slice(0, mostShown)), say);
}

/** "Who must get the money?" may be of what was quoted, "Who spoke of money?" not. */
function mayBeOfIt({ question, asksFor }: Inquiry, thing: AskedThing | null): boolean {
  return thing !== null && thing.kind !== 'reason' && asksFor.size === 0 && !asksDiscussion(question);
}

const leastShare = 0.5;
const leastInQuoted = 0.6;
const leastUnasked = 0.99;
const nearMost = 0.8;

function tellsIn(
  { first, last }: { first: number; last: number },
  { reading }: Spot,
  thing: AskedThing | null,
): boolean {
  return reading.sentences.slice(first, last + 1).some(({ text }) => thing?.isToldBy(text) ?? true);
}

function unrepeated(quotes: Quoted[]): Quoted[] {
  return quotes.filter((quote, at) => !quotes.slice(0, at).some((other) => overlaps(quote, other)));
}

/** "Who is it for?" is told by more than that somebody is named. */
function isOpen({ kind }: AskedThing, { question }: Inquiry): boolean {
  return kind === 'somebody' && !withWhom.in(textOf(question));
}

const withWhom = phrases({ lines: '^ [and|but|so] (with|by|from|to) (who|whom|which|what)' });

/** "By when?", "Where?", "With whom?": the nearest that tells one. */
function byKind(spots: Spot[], asked: Asked): Made | null {
  const matter = termsOf(asked.inquiry.matter);
  // Of two sentences that were quoted, the one on what "that" means tells its year.
  const said = ({ reading, index }: Spot) => matter.filter((term) => reading.sentences[index]!.terms.has(term)).length;
  const isOfTimes = asksTimes.in(textOf(asked.inquiry.question));
  const [best] = spots
    .filter((spot) => spot.tells && farness(spot) <= mostBeside)
    // What happened a hundred times beside it is something else.
    .filter((spot) => !isOfTimes || spot.away === 0 || said(spot) > 0)
    .toSorted((one, other) => farness(one) - farness(other) || said(other) - said(one));
  return best ? inTurn([quoteOfRun(best.reading, { first: best.index, last: best.index })], asked) : null;
}

/** In sentences. */
const mostBeside = 4;
const mostApart = 2;

function inTurn(places: Quoted[], { inquiry, say }: Asked): Made {
  const quotes = places.slice(0, mostShown);
  const figure = figureIn(quotes[0]!.text, inquiry.question);
  const text =
    figure === null || inquiry.wants !== 'number'
      ? // Who did it is not who tells of it.
        say(inquiry.asksWho ? 'toldInQuotedTurn' : 'inQuotedTurn', { names: say.names(numbered(quotes)) })
      : say('figureOf', { figure: capitalised(figure), name: say.called(quotes[0]!) });
  return { text, quotes, report: [], rest: places.slice(mostShown), marked: true, fromQuoted: true };
}

const mostShown = 2;

/**
 * Why: what gives a reason for all that is asked near what was quoted. Where nothing is added to what was quoted, its words with what
 * the speaker goes on to say; a reason for something else comes as nearest.
 */
function reasons(spots: Spot[], own: string, thing: AskedThing, asked: Asked): Made | null {
  const on = spots.filter(({ share }) => share >= leastShare);
  if (own !== '' && on.length === 0) return null;
  const near = (own === '' ? spots : on).toSorted((one, other) => farness(one) - farness(other));
  const [first] = near;
  if (!first) return null;
  // "The reason is simple" comes before what is only a reason for something.
  const saysSo = ({ reading, index }: Spot) =>
    [...thing.asking].some((term) => reading.sentences[index]!.terms.has(term));
  const said = near.find((spot) => saysSo(spot) && farness(spot) <= mostAway);
  const told = said ?? near.find((spot) => spot.tells && spot.away >= -1 && farness(spot) <= mostBeside);
  const given = own === '' ? null : reasonFor(own, spots);
  const spot = given ?? told ?? first;
  const run = goingOnFrom(spot);
  if (run === null) return null;
  const quotes = [quoteOfRun(spot.reading, run)];
  if (!given && addsTo(own, spots)) return nearIn(quotes, asked);
  const text = asked.say('goesOn', { names: asked.say.names(numbered(quotes)) });
  return { text, quotes, report: [], marked: true, fromQuoted: true };
}

/** "Why not binding?" asks no more than "Why?" of who was quoted as against binding rules. */
function addsTo(own: string, spots: Spot[]): boolean {
  const quoted = spots.filter(({ away }) => away === 0).map(({ reading, index }) => reading.sentences[index]!);
  return termsOf(own).some((term) => !quoted.some(({ terms }) => terms.has(term)));
}

function goingOnFrom({ reading: { sentences }, index }: Spot): Run | null {
  // "That is why" tells nothing without what stands before it.
  const before = sentences[index - 1]?.turn === sentences[index]!.turn && concludesReason(sentences[index]!.text);
  let last = index;
  while (last - index < mostReasons && sentences[last + 1]?.turn === sentences[index]!.turn) last += 1;
  const first = before ? index - 1 : index;
  return last === first ? null : { first, last };
}

/** Further sentences. */
const mostReasons = 3;

async function byFigure(spots: Spot[], own: string, asked: Asked): Promise<Made | null> {
  const found = await figureBeside(spots, own, asked);
  if (!found) return null;
  const { quote } = found;
  if (!found.isCounted) return inTurn([quote], asked);
  return { text: figureFirst([quote], asked), quotes: [quote], report: [], marked: true };
}

/**
 * What comes nearest in the turns that were quoted, where nobody says what is asked in so many words anywhere: elsewhere
 * the few words of such a question are of something else.
 */
async function nearestThere(spots: Spot[], own: string, asked: Asked): Promise<Made | null> {
  const { inquiry, ground, say } = asked;
  const thing = askedThing(inquiry);
  // "Who presented it?" asks who spoke of it, "Who is it for?" does not.
  if (own === '' && (!thing || (thing.kind === 'somebody' && !ofOthers.in(textOf(inquiry.question))))) return null;
  // Who was for it is told by all that was said.
  if (inquiry.asksFor.size > 0) return null;
  const ofQuoted = new Set(spots.map(({ reading }) => reading.session.id));
  const { heard } = await asked.looked();
  if (own !== '' && saysAll(heard.filter(({ reading }) => ofQuoted.has(reading.session.id)))) return null;
  const like = await likeOf(spots, own === '' ? inquiry.question : own, ground);
  // What was quoted is known already, where it does not tell a thing of the kind.
  const isKnown = ({ away, tells }: Spot) => away === 0 && !(thing && tells);
  const nearness = (spot: Spot) =>
    spot.share * sharedCounts +
    (spot.tells ? tellingCounts : 0) +
    like.get(spot)! * likeCounts -
    Math.min(farness(spot), mostAway) * farther -
    (isKnown(spot) ? knownCounts : 0);
  const beside = spots.toSorted((one, other) => nearness(other) - nearness(one));
  const nearest: Omit<Passage, 'n'>[] = [];
  for (const { reading, index } of beside) {
    const passage = quoteOfRun(reading, passageAround(reading, index));
    if (nearest.length < mostShown && !nearest.some((other) => overlaps(other, passage)))
      nearest.push({ ...passage, by: 'meaning' });
  }
  return nearest.length > 0 ? onlyNear(say('notBesideQuoted'), nearest, say) : null;
}

const sharedCounts = 1.5;
/** "And which earlier text should it build on?" */
const pointsBack = phrases({ lines: '^ (and|but|so) (which|what|who|where|when|how) … (it|this|that)' });
const ofOthers = phrases({ lines: '((for|with|by|from|to) [(who|whom|which|what)]|(has|have|had) one) $' });
const tellingCounts = 0.5;
const likeCounts = 0.2;
const knownCounts = 0.3;
