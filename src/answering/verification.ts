/** Did they really say that? A quotation looked up in the sessions that may have it. */
import { setImmediate } from 'node:timers/promises';
import { maskShown } from '../access/masking.ts';
import { refOf, type FormerWords, type ReportItem, type Verification } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { readQuestion } from '../asking/inquiry.ts';
import { sessionsMeant } from '../asking/sessions-meant.ts';
import type { TermCounts } from '../library/library.ts';
import { spokenBy, type Person } from '../people/person.ts';
import { tellingTerms } from '../retrieval/search.ts';
import type { OpenedSession } from '../retrieval/opened-sessions.ts';
import { languageOf } from '../words/language.ts';
import { textOf } from '../words/text-words.ts';
import { termsOf, termsOfWord } from '../words/terms.ts';
import { besideWords } from './beside-words.ts';
import type { Ground } from './ground.ts';
import { quoteAt, secondsAt } from './quote.ts';
import { reportItem } from './report-items.ts';
import { languageOfSession } from './spoken-language.ts';
import {
  bearsOut,
  comparing,
  leastShare,
  nothingFound,
  placeOfWords,
  placesIn,
  type Comparison,
  type Effort,
} from './verify.ts';

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
  const told = (found: Verification) => (language === null || language === 'en' ? found : { ...found, language });
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
    people: speakers.flatMap(({ matches }) => matches.map(({ person }) => person)),
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
  const report: ReportItem[] = [];
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
      report.push(...misreported(quotation, read, by));
    }
  }
  const { place, differences, ...compared } = best?.comparison ?? nothingFound;
  const apart = compared.verdict === 'verbatim' ? null : standingApart(parts);
  const verdict = apart === null ? compared.verdict : 'altered';
  const found = best && place ? foundAt(best.read, place) : (apart?.[0] ?? null);
  const why = verdict === 'not_found' ? await whyUntold(quotation, inScope, ground) : null;
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
    report: report.slice(0, mostOfReport),
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
const mostTerms = 1000;
const mostChunks = 200;
const openedTogether = 8;
/** Enough to know that many said it. */
const mostBy = 20;
const mostOfReport = 3;

/** What to compare, best first; only the first `likely` of them can have the quotation word for word. */
async function sessionsToCompare(
  quotation: string,
  inScope: { id: string }[],
  { library }: Ground,
): Promise<{ ids: string[]; likely: number }> {
  const all = inScope.map(({ id }) => id);
  // The rarest of a long text are found among its first words, and each must be counted.
  const terms = [...new Set(termsOf(quotation))].slice(0, mostTerms);
  // A quotation of stop words alone has no term to search for; then every session is compared.
  if (terms.length === 0) return { ids: all, likely: all.length };
  const counts = await library.counts([...terms, ...timesOf(quotation).keys()]);
  const looked = tellingTerms(terms, counts);
  const hits = await library.searchWords(looked, mostChunks);
  const named = [...new Set(hits.map(({ session }) => session))];
  // The report of a few sessions may have what nobody said.
  if (all.length <= openedTogether)
    return { ids: [...named, ...all.filter((id) => !named.includes(id))], likely: all.length };
  if (named.length <= openedTogether) return { ids: named, likely: named.length };
  const lacking = await lackingOf(named, quotation, counts, library);
  const isLikely = (id: string) => lacking(id) <= mostLacking;
  const most = textOf(quotation).words.length * (1 - leastShare);
  const isNear = (id: string) => lacking(id) <= Math.max(mostLacking, most);
  const [likely, near] = [named.filter(isLikely), named.filter((id) => !isLikely(id) && isNear(id))];
  return { ids: [...likely, ...near], likely: likely.length };
}

/** How many of the words of a quotation each session has nowhere, as far as rare ones tell it. */
async function lackingOf(
  sessions: string[],
  quotation: string,
  { documentFrequency }: TermCounts,
  library: Ground['library'],
): Promise<(id: string) => number> {
  const rare = [...timesOf(quotation)]
    .map(([term, times]) => ({ term, times, chunks: documentFrequency(term) }))
    .filter(({ chunks }) => chunks <= mostChunks)
    .toSorted((one, other) => one.chunks - other.chunks)
    .slice(0, mostRare);
  const lacking = new Map(sessions.map((id) => [id, 0]));
  for (const { term, times, chunks } of rare) {
    const having = new Set(
      chunks === 0 ? [] : (await library.searchWords([term], mostChunks)).map(({ session }) => session),
    );
    for (const id of sessions) if (!having.has(id)) lacking.set(id, lacking.get(id)! + times);
  }
  return (id) => lacking.get(id)!;
}

/** How often the term of each word stands in a text; without figures and words with hyphens, which may be written otherwise. */
function timesOf(text: string): Map<string, number> {
  const times = new Map<string, number>();
  const { words } = textOf(text);
  for (const [at, { word, joined }] of words.entries()) {
    const [term, another] = termsOfWord(word);
    if (joined || words[at + 1]?.joined || term === undefined || another !== undefined) continue;
    if (isWord.test(term)) times.set(term, (times.get(term) ?? 0) + 1);
  }
  return times;
}

/** Of letters alone, and no pair of characters of a script without blanks. */
const isWord = /^(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})\p{L})+$/u;
/** Words that a session may lack and still have a quotation word for word: they may be written otherwise there. */
const mostLacking = 2;
const mostRare = 16;

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

/** Items that have the words although no turn does, or give them to somebody who did not say them. */
function misreported(quotation: string, read: Read, by: NonNullable<Verification['by']>): ReportItem[] {
  const speakers = new Set(by.filter(({ session }) => session.id === read.session.id).map(({ speaker }) => speaker));
  return read.session.findings
    .filter(({ text, details, speakers: named }) => {
      if (![text, ...details.map((detail) => detail.text)].some((each) => bearsOut(each, quotation))) return false;
      return speakers.size === 0 || (named.length > 0 && !named.some((speaker) => speakers.has(speaker)));
    })
    .map((finding) => reportItem(finding, read));
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
