/** Did they really say that? A quotation looked up in the sessions that may have it. */
import { peopleMeant } from '../../people/mentions.ts';
import { setImmediate } from 'node:timers/promises';
import { maskShown } from '../../access/masking.ts';
import { refOf, type FormerWords, type ReportItem, type Verification } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { readQuestion } from '../../asking/inquiry.ts';
import { sessionsMeant } from '../../asking/sessions-meant.ts';
import { spokenBy, type Person } from '../../people/person.ts';
import type { OpenedSession } from '../../retrieval/opened-sessions.ts';
import type { Finding } from '../../session.ts';
import { isEnglish, languageOf } from '../../words/language.ts';
import { textOf } from '../../words/text-words.ts';
import { besideWords } from './beside-words.ts';
import type { Ground } from '../ground.ts';
import { quoteAt, secondsAt } from '../quotes/quote.ts';
import { reportItem } from '../report-items.ts';
import { maybeMasked } from '../quotes/masked-words.ts';
import { openedTogether, sessionsOnSame, sessionsToCompare } from './sessions-to-compare.ts';
import { languageOfSession } from '../spoken-language.ts';
import { bearsOut, comparing, nothingFound, placeOfWords, placesIn, type Comparison, type Effort } from './verify.ts';

/** Who and which sessions words are said to be of. */
export interface GivenTo {
  people: Person[];
  /** As the question names them; null where it names nobody. */
  named: string | null;
  /** Ids; null where no session is named. */
  sessions: string[] | null;
}

/** Takes the quoted words out of what is typed: of `Ruiz said “the fund pays”, right?` `the fund pays`, and whose they are said to be. */
export async function verifyTyped(typed: string, ground: Ground): Promise<Verification> {
  const directory = await ground.directory();
  const inquiry = readQuestion(typed, [], (text) => directory.mentions(text));
  const { language } = inquiry;
  const told = (found: Verification) => (isEnglish(language) ? found : { ...found, language });
  const asTyped = await verifyQuotation(typed, ground);
  // What was said word for word needs nothing taken out of it, were it "Who said so?".
  if (inquiry.quotation === null || asTyped.verdict === 'verbatim') return told(asTyped);
  return told(await verifyQuotation(inquiry.quotation, ground, await givenTo(inquiry, ground)));
}

const nobody: GivenTo = { people: [], named: null, sessions: null };

export async function givenTo(inquiry: Inquiry, { library }: Pick<Ground, 'library'>): Promise<GivenTo> {
  const { speakers, sessionNamed, days } = inquiry;
  const all = await library.sessions();
  const { sessions } = sessionsMeant(all, undefined, { ...inquiry, words: '' });
  const isNamed = (sessionNamed !== null || days.length > 0) && sessions.length < all.length;
  return {
    people: peopleMeant(speakers),
    named: speakers[0]?.phrase ?? null,
    sessions: isNamed ? sessions.map(({ id }) => id) : null,
  };
}

/** What today's records say of it; where none has the words exactly so, also which former version had them. */
export async function verifyQuotation(
  quotation: string,
  ground: Ground,
  given: GivenTo = nobody,
): Promise<Verification> {
  // What is masked is nobody's word.
  const words = quotation.replaceAll(maskShown, ' ');
  const today = { ...(await verifyToday(words, ground, given)), quote: quotation };
  const formerly = today.verdict === 'verbatim' ? null : await formerWords(words, ground);
  return formerly ? { ...today, formerly } : today;
}

async function verifyToday(quotation: string, ground: Ground, given: GivenTo): Promise<Verification> {
  const inScope = await ground.library.sessions();
  const { ids, likely } = await sessionsToCompare(quotation, inScope, ground);
  const by: NonNullable<Verification['by']> = [];
  const reports: Reported[] = [];
  let isMasked = false;
  const effort = { pairs: mostPairs };
  const parts = partsOf(quotation).map((words) => ({ words, places: [] as Found[] }));
  const isGiven = given.people.length > 0 || given.sessions !== null;
  let best: { read: OpenedSession; comparison: Comparison } | null = null;
  for (let at = 0; at < ids.length && by.length < mostBy; at += openedTogether) {
    // Where it stands word for word, what only comes near is not told.
    if (at >= likely && best?.comparison.verdict === 'verbatim') break;
    for (const read of await ground.open(ids.slice(at, at + openedTogether))) {
      const { turns } = read.session;
      const places = await unhurried(placesIn(quotation, turns.entries()));
      by.push(...places.map((place) => foundAt(read, place!)));
      for (const { words, places: theirs } of parts)
        theirs.push(...(await unhurried(placesIn(words, turns.entries()))).map((place) => foundAt(read, place!)));
      const comparison: Comparison =
        places.length > 0
          ? { verdict: 'verbatim', place: preferred(places, read, given)!, differences: [] }
          : best?.comparison.verdict === 'verbatim' && !isGiven
            ? // Whatever comes near elsewhere is not told of words that stand here as they are.
              nothingFound
            : await alteredIn(quotation, read, given, effort);
      if (
        isBetter(comparison, best?.comparison) ||
        (comparison.verdict === best?.comparison.verdict &&
          isOf(given, read, comparison) &&
          !isOf(given, best?.read, best?.comparison))
      )
        best = { read, comparison };
      reports.push(...reportsOf(quotation, read));
      isMasked ||= read.session.chathamHouse === true && (await unhurried(maybeMasked(quotation, turns)));
    }
  }
  // Words said where a name is masked are neither there nor absent, nor are they others.
  if (isMasked && best?.comparison.verdict !== 'verbatim') best = null;
  else isMasked = false;
  if (best?.comparison.verdict === 'verbatim')
    for (const read of await ground.open(await sessionsOnSame(quotation, ids.slice(0, likely), ground)))
      reports.push(...reportsOf(quotation, read));
  const { place, differences, ...compared } = best?.comparison ?? nothingFound;
  const apart = compared.verdict === 'verbatim' || isMasked ? null : standingApart(parts);
  const verdict = apart === null ? compared.verdict : 'altered';
  const found = best && place ? foundAt(best.read, place) : (apart?.[0] ?? null);
  const why = isMasked ? 'masked names' : verdict === 'not_found' ? await whyUntold(quotation, inScope, ground) : null;
  return {
    quote: quotation,
    verdict,
    speaker: apart?.some(({ speaker }) => speaker !== found?.speaker) ? null : (found?.speaker ?? null),
    found,
    differences: found && apart === null ? differences : [],
    ...(apart !== null && { parts: apart }),
    ...(isElided(quotation, parts) && verdict === 'altered' && { elided: true as const }),
    words: why !== null ? 'cannot tell' : wordsBy[verdict],
    ...(why !== null && { why }),
    givenTo: given.named,
    ofSpeaker: given.named === null || found === null ? null : isSpokenBy(given.people, found),
    ofSession: given.sessions === null || found === null ? null : given.sessions.includes(found.session.id),
    by,
    beside: best && place && verdict === 'verbatim' ? besideWords(best.read.reading(), place) : null,
    report: contrary(reports, by).slice(0, mostOfReport),
  };
}

type Found = NonNullable<Verification['found']>;

/** A part of a quotation, and everywhere it stands word for word. */
interface Part {
  words: string;
  places: Found[];
}

/** The sentences of a quotation, and what stands between two marks of something left out; none where it is one. */
function partsOf(quotation: string): string[] {
  const parts = quotation
    .split(/…|\.{3,}|(?<=[.!?])\s+|(?<=[。！？؟])/u)
    .filter((part) => textOf(part).words.length >= leastOfPart);
  return parts.length > 1 && parts.length <= mostParts ? parts : [];
}

/** In words: shorter ones stand anywhere. */
const leastOfPart = 3;
const mostParts = 6;

/** One place of each part, where every part stands somewhere and no turn has all of them. */
function standingApart(parts: Part[]): Found[] | null {
  if (parts.length === 0 || parts.some(({ places }) => places.length === 0) || inOneTurn(parts) !== null) return null;
  return parts.map(({ places }) => places[0]!);
}

/** Where the parts stand in one turn, in their order; null where in none. */
function inOneTurn(parts: Part[]): Found | null {
  const [first, ...rest] = parts;
  return (
    first?.places.find(({ session, turn, end }) => {
      let from = end;
      return rest.every(({ places }) => {
        const next = places.find((each) => each.session.id === session.id && each.turn === turn && each.start >= from);
        from = next?.end ?? Infinity;
        return next !== undefined;
      });
    }) ?? null
  );
}

function isElided(quotation: string, parts: Part[]): boolean {
  return parts.length > 0 && /…|\.{3,}/u.test(quotation) && inOneTurn(parts) !== null;
}

/** Former versions are not indexed: each is read, the newest first, until one has the words. */
async function formerWords(quotation: string, { library }: Ground): Promise<FormerWords | null> {
  const former = (await library.versions())
    .filter(({ isNewest }) => !isNewest)
    .toSorted((one, other) => (other.broughtIn ?? '').localeCompare(one.broughtIn ?? ''));
  for (const { session: id, number, broughtIn } of former) {
    // Damage of one hides nothing of the others; `library check` tells of it.
    const version = await library.version(id, number).catch(() => null);
    await setImmediate();
    if (!version) continue;
    const place = placeOfWords(quotation, version.turns.entries());
    if (!place) continue;
    const { speaker, label } = version.turns[place.turn]!;
    return {
      session: refOf(version),
      number,
      broughtIn,
      speaker,
      ...(speaker === null && label && { label }),
      ...place,
    };
  }
  return null;
}

/** Lets others of the thread come in between. */
async function unhurried<T>(steps: Generator<void, T>): Promise<T> {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - began < holdMs) continue;
    await setImmediate();
    began = performance.now();
  }
}

const holdMs = 10;
/** Some seconds of work, which only a page of words that are everywhere comes to. */
const mostPairs = 300_000_000;
const wordsBy = { verbatim: 'there', altered: 'altered', not_found: 'absent' } as const;
/** Enough to know that many said it. */
const mostBy = 20;
const mostOfReport = 3;

/** What comes nearest: in the words of whom they are said to be of, where there is anything like it in them. */
async function alteredIn(
  quotation: string,
  { session }: Read,
  { people }: GivenTo,
  effort: Effort,
): Promise<Comparison> {
  const isTheirs = spokenBy(people);
  const theirs = [...session.turns.entries()].filter(([, { speaker }]) => isTheirs(session.id, speaker));
  const comparison = await unhurried(comparing(quotation, theirs, effort));
  if (comparison.verdict !== 'not_found') return comparison;
  return unhurried(comparing(quotation, session.turns.entries(), effort));
}

function foundAt({ session }: Read, place: NonNullable<Comparison['place']>): Found {
  const turn = session.turns[place.turn]!;
  const { role: _role, ...found } = quoteAt(session, turn, { ...place, seconds: secondsAt(turn, place.start) });
  return found;
}

/** The place that is whose the words are said to be, otherwise the first. */
function preferred(places: Comparison['place'][], read: Read, given: GivenTo): Comparison['place'] | undefined {
  return places.find((place) => isSpokenBy(given.people, foundAt(read, place!))) ?? places[0];
}

function isOf(given: GivenTo, read: Read | undefined, comparison: Comparison | undefined): boolean {
  if (!read || !comparison?.place) return false;
  const { id } = read.session;
  return (
    isSpokenBy(given.people, foundAt(read, comparison.place)) ||
    (given.sessions !== null && given.sessions.includes(id))
  );
}

function isSpokenBy(
  people: Person[],
  { speaker, session }: Pick<NonNullable<Verification['found']>, 'speaker' | 'session'>,
): boolean {
  return spokenBy(people)(session.id, speaker);
}

/** A session whose words are compared; what answers are made of is not made of it for that. */
type Read = Pick<OpenedSession, 'session'>;

/** The first that is verbatim; otherwise the altered one with the fewest differences. */
function isBetter(one: Comparison, best: Comparison | undefined): boolean {
  if (best?.verdict === 'verbatim' || one.verdict === 'not_found') return false;
  if (one.verdict === 'verbatim') return true;
  return !best || one.differences.length < best.differences.length;
}

interface Reported {
  finding: Finding;
  read: Read;
}

/** Items of a report that have the words. */
function reportsOf(quotation: string, read: Read): Reported[] {
  return read.session.findings
    .filter(({ text, details }) =>
      [text, ...details.map((detail) => detail.text)].some((each) => bearsOut(each, quotation)),
    )
    .map((finding) => ({ finding, read }));
}

/** Those that have the words although no turn does, or give them to somebody who did not say them. */
function contrary(reports: Reported[], by: NonNullable<Verification['by']>): ReportItem[] {
  const whoSaid = new Set(by.map(({ speaker }) => speaker));
  return reports
    .filter(
      ({ finding: { speakers } }) =>
        by.length === 0 || (speakers.length > 0 && !speakers.some((each) => whoSaid.has(each))),
    )
    .map(({ finding, read }) => reportItem(finding, read));
}

/** Why what could be looked in cannot tell; null where it can. */
async function whyUntold(
  quotation: string,
  inScope: { id: string; turnCount: number }[],
  ground: Ground,
): Promise<Verification['why'] | null> {
  const spoken = inScope.filter(({ turnCount }) => turnCount > 0);
  if (inScope.length === 0) return 'nothing to look in';
  if (spoken.length === 0) return 'only a report';
  const language = languageOf(quotation);
  if (language === null) return null;
  const opened = await ground.open(spoken.slice(0, mostLookedAt).map(({ id }) => id));
  const spokenIn = new Set(opened.map(({ session }) => languageOfSession(session)));
  return spokenIn.has(language) || spokenIn.has(null) ? null : 'another language';
}

const mostLookedAt = 10;
