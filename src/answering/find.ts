/** The way of a question, from its parts to what was found: nothing is written yet. */
import { timed } from '../measures.ts';
import type { Passage, Question, Quote, SessionRef } from '../answer.ts';
import { refOf } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { isOfSomebodyBefore, leansOnShown } from '../asking/follow-up.ts';
import { namesActAlone } from './kinds/acts.ts';
import { withoutOccasion } from '../asking/parts/occasion.ts';
import { asksDiscussion } from '../asking/parts/wanted.ts';
import { questionBefore, readAfter } from '../asking/inquiry.ts';
import type { Directory } from '../people/directory.ts';
import { remembering } from '../words/remembering.ts';
import { termsOf } from '../words/terms.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import { comings } from './figures/comings.ts';
import { learned } from './confidence.ts';
import { readingsOf, type Ground } from './ground.ts';
import type { Heard } from './hear.ts';
import { atTheirFigure, meantFirst, withAskedFirst, withNamesFirst } from './asked-first.ts';
import { clearlyNearest } from './judge.ts';
import { otherFindings } from './kinds/findings.ts';
import { inOtherWords } from './kinds/in-other-words.ts';
import { askedInstead, onlyNear, type Asked, type Before, type Made } from './kinds/kind.ts';
import { ofKind } from './kinds/kinds.ts';
import { notAmongThem } from './kinds/spoken-of.ts';
import { ofElse } from './kinds/who-else.ts';
import { asksOfSessionInTalk, sessionInTalk } from './in-talk.ts';
import { look, type Looked } from './look.ts';
import { inAnotherLanguage } from './in-another-language.ts';
import { hasMostOf } from './matter/most-of-matter.ts';
import { asksMoreOfShown, knownAlready } from './known-already.ts';
import { foundByWords, nearestPassages } from './nearest.ts';
import { judgingAsAsked } from './stances/performing.ts';
import { idsOf, partsOf, type Parts } from './parts-of.ts';
import { sayingByOneName, sayingIn } from './phrases/saying.ts';
import { saidByOthers } from './said-by-others.ts';
import { joinedName } from './same-speaker.ts';
import type { OtherLanguage } from './spoken-language.ts';
import { whoAnswered } from './who-answered.ts';

/** What was found before anything is written: a model can write from it, and an answer without one is made of it. */
export interface Findings {
  inquiry: Inquiry;
  sessions: SessionRef[];
  /** Best first; empty where nothing certain was found. */
  quotes: Omit<Quote, 'n'>[];
  /** What answers, by its kind; null where nothing certain was found. */
  made: Made | null;
  /** What comes nearest, where nothing certain was found. */
  nearest: Omit<Passage, 'n'>[];
  /** Who else spoke of it than was asked of. */
  others: Omit<Passage, 'n'>[];
  /** That whoever is asked of speaks in none of the sessions, and where they do; null where they speak there. */
  absent: string | null;
  /** What the report has of the kind that was asked for, when none of it is on the matter. */
  otherFindings: string | null;
  /** Sessions that speak of a part of it, when nothing was found, the nearest first. */
  nearby: SessionRef[];
  /** Something that is clearly nearest answers, though hardly in the words of the question. */
  isInOtherWords: boolean;
  /** What is told of the language of the records, where nothing certain was found and the question is in another; null otherwise. */
  otherLanguage: OtherLanguage | null;
  /** What says most of it; null where no words were looked for, or nothing of them was found. */
  surest: Heard | null;
}

export function find(question: Question, ground: Ground, known: Known = newlyKnown(ground)): Promise<Findings> {
  return timed('finding', () => threadOf(question, ground, known).found((question.history ?? []).length));
}

/** A question with those before it, by their place in the thread: each is read once and looked for once, whatever asks. */
interface Thread {
  question: (at: number) => Question;
  read: (at: number) => Promise<Inquiry>;
  found: (at: number) => Promise<Findings>;
  /** What was found for another question in the place of the last, or after it: what both go on from is looked for once. */
  beside: (question: Question) => Promise<Findings>;
}

/** What is known already in the course of one question, by the texts of a thread up to its place in it. */
interface Known {
  read: Map<string, Promise<Inquiry>>;
  found: Map<string, Promise<Findings>>;
  mentionsIn: Promise<Directory['mentions']>;
}

function newlyKnown(ground: Ground): Known {
  // Forms of one question are often the same words.
  const mentionsIn = ground.directory().then((directory) => remembering((text) => directory.mentions(text), 20));
  return { read: new Map(), found: new Map(), mentionsIn };
}

function threadOf(question: Question, ground: Ground, known: Known): Thread {
  const texts = [...(question.history ?? []), question.text];
  const once = <Value>(of: Map<string, Promise<Value>>, at: number, make: () => Promise<Value>) => {
    const upTo = JSON.stringify(texts.slice(0, at + 1));
    return of.get(upTo) ?? of.set(upTo, make()).get(upTo)!;
  };
  const thread: Thread = {
    question: (at) => ({ ...question, text: texts[at]!, history: texts.slice(0, at) }),
    read: (at) =>
      once(known.read, at, async () =>
        inquiryAt(at, thread, { mentionsIn: await known.mentionsIn, directory: await ground.directory() }),
      ),
    found: (at) => once(known.found, at, () => foundAt(at, thread, ground)),
    beside: (other) => find(other, ground, known),
  };
  return thread;
}

async function foundAt(at: number, thread: Thread, ground: Ground): Promise<Findings> {
  const found = await search(at, thread, ground);
  const isFound = found.made !== null && (!found.made.denied || found.made.verification !== undefined);
  if (isFound) return found;
  const onMatter = await besideItsOccasion(thread.question(at), thread);
  if (onMatter) return onMatter;
  return inAnotherLanguage(found, { question: thread.question(at), beside: thread.beside }, ground);
}

/** "What did she say of fees when presenting the budget?": where what was said of fees is sure, whenever it was; null otherwise. */
async function besideItsOccasion(question: Question, thread: Thread): Promise<Findings | null> {
  const text = withoutOccasion(question.text);
  if (text === question.text) return null;
  const found = await thread.beside({ ...question, text });
  return isAnswered(found) && (found.surest?.chance ?? 0) >= learned.whole ? found : null;
}

async function search(at: number, thread: Thread, ground: Ground): Promise<Findings> {
  const found = await searched(at, thread, ground);
  const known = asksMoreOfShown(found.inquiry) ? knownAlready(found.made, await before(at, thread)) : [];
  if (known.length === 0) return found;
  const say = sayingIn(found.inquiry.language);
  const made = onlyNear(say('notBesideQuoted'), foundByWords(known), say);
  return { ...found, made, quotes: [], nearest: made.nearest ?? [] };
}

/** What names little is looked for first in the sessions that were quoted: elsewhere its few words are of anything. */
async function searched(at: number, thread: Thread, ground: Ground): Promise<Findings> {
  const read = await thread.read(at);
  const isUnclear = read.speakers.some(({ matches }) => matches.length > 1);
  const inTalk = isUnclear ? ((await before(at, thread))?.quotes ?? []).map(({ session }) => session.id) : [];
  const parts = await partsOf(thread.question(at), read, ground, inTalk);
  const leans = leansOnShown(parts.inquiry);
  const narrower =
    leans === null || asksOfSessionInTalk(parts.inquiry) ? null : await ofShown(parts, at, thread, ground);
  if (!narrower) return searchIn(parts, at, thread, ground);
  const found = await searchIn(narrower, at, thread, ground);
  if (isAnswered(found)) return inSessionsShown(found, narrower);
  const { asksWho, speakers } = parts.inquiry;
  // Who else was for it may be told elsewhere; of whoever spoke there, what they said there is meant.
  const isOfThose = speakers.length > 0 ? narrower.spokenIn.length > 0 : !asksWho && found.nearest.length > 0;
  if (leans === 'surely' ? isOfThose : found.nearest.length > 0 && (await isOnlyThere(narrower, ground))) return found;
  const elsewhere = await searchIn(parts, at, thread, ground);
  // What comes nearest there is nearer than what does elsewhere.
  return isAnswered(elsewhere) || found.nearest.length === 0 || asksWho ? elsewhere : found;
}

/** Of the question's weight, in the sentence itself. */
const leastUntold = 0.6;

/** Of the question's parts in and beside a sentence of whom it is asked. */
const leastOfTheirs = 0.4;

const isAnswered = ({ made }: Findings) => made !== null && !made.denied;

/** Where the one session in talk has every word of what is asked, what comes nearest there is meant: elsewhere few words are of anything. */
async function isOnlyThere({ inquiry: { question, own }, sessions }: Parts, ground: Ground): Promise<boolean> {
  if (sessions.length !== 1 || asksDiscussion(question)) return false;
  const [reading] = await readingsOf(idsOf(sessions), ground);
  return termsOf(own ?? '').every((term) => reading!.places.has(term));
}

/** The same of the sessions alone that were shown; null where that is no less, or cannot be meant. */
async function ofShown(parts: Parts, at: number, thread: Thread, ground: Ground): Promise<Parts | null> {
  const { inquiry } = parts;
  const last = await before(at, thread);
  // Where nothing answered, it is of whom it was asked of, and not of what others said.
  const asked = inquiry.earlier.flatMap(({ matches }) => matches.flatMap(({ person }) => person.sessions));
  const isAnswerless = (last?.quotes ?? []).length === 0 && asked.length > 0 && asked.length <= mostShown;
  const shown = new Set(isAnswerless ? asked : last?.shown.map(({ session }) => session.id));
  const isShown = (id: string) => shown.has(id);
  const sessions = parts.sessions.filter(({ id }) => isShown(id));
  const isNarrower = sessions.length > 0 && sessions.length < parts.sessions.length;
  // Who was for it in a few of many sessions is not all who were.
  if (!isNarrower || (inquiry.asksWho && inquiry.wants !== 'number' && sessions.length > 1)) return null;
  const isMeant = await isCountedIn(idsOf(sessions), inquiry, ground);
  return isMeant ? { ...parts, sessions, spokenIn: parts.spokenIn.filter(isShown) } : null;
}

/** Sessions of whom was asked, that they may be looked in first. */
const mostShown = 5;

/** Whoever is told of is told of in one session alone, and that is said. */
function inSessionsShown(found: Findings, { inquiry, sessions }: Parts): Findings {
  const [session] = sessions;
  if (!inquiry.asksWho || inquiry.wants === 'number' || !found.made || found.made.fromQuoted) return found;
  const say = sayingIn(inquiry.language);
  const text = say('inSession', { title: say.titleAndDay(session!), text: found.made.text });
  return { ...found, made: { ...found.made, text } };
}

/** What is counted is people, whoever they are, or is spoken of in these sessions: "How many lawsuits?" may be of others. */
async function isCountedIn(ids: string[], { wants, own }: Inquiry, ground: Ground): Promise<boolean> {
  if (wants !== 'number') return true;
  const counted = termsOf(own ?? '').filter((term) => !comings.has(term));
  const readings = await readingsOf(ids, ground);
  return counted.every((term) => readings.some(({ places }) => places.has(term)));
}

async function searchIn(parts: Parts, at: number, thread: Thread, ground: Ground): Promise<Findings> {
  const question = thread.question(at);
  const { inquiry, sessions, people } = parts;
  const nobodyMeant = inquiry.speakers.length > 0 && people.length === 0;
  let looked: Promise<Looked> | null = null;
  const asked: Asked = {
    ...parts,
    question,
    ground,
    say: sayingByOneName(sayingIn(inquiry.language), (session, speaker) =>
      joinedName(parts.directory)(session, speaker),
    ),
    looked: () => (looked ??= look(inquiry, { people, spokenIn: parts.spokenIn }, ground)),
    before: () => before(at, thread),
    // What is asked of one session is asked of it in all its parts.
    alone: (text, after) => {
      const session = question.session ?? (sessions.length === 1 ? sessions[0]!.id : undefined);
      return thread.beside({ ...question, text, session, history: [...question.history!, ...after] });
    },
  };

  const made = (await ofSessionInTalk(asked)) ?? (await ofKind(asked));
  const surest = looked === null ? null : surestFirst((await asked.looked()).heard)[0];
  const found: Findings = {
    inquiry,
    sessions,
    quotes: made?.quotes ?? [],
    made,
    nearest: made?.nearest ?? [],
    others: [],
    absent: made ? null : notAmongThem(asked),
    otherFindings: null,
    nearby: [],
    isInOtherWords: false,
    otherLanguage: null,
    surest: made === null || made.isOpen ? (surest ?? null) : null,
  };
  if (made) return found;

  if (inquiry.subject?.of === 'findings')
    found.otherFindings = await otherFindings(inquiry.subject, { sessions, ground, say: asked.say });
  if (inquiry.words === '' && inquiry.speakers.length === 0) return found;
  const { heard, near, places } = await asked.looked();
  const candidates: Candidate[] = nobodyMeant
    ? []
    : withNamesFirst(await ofElse(await candidatesFor(near, ground), asked), inquiry);
  // Where those who speak of it give no figure, who speaks less of it gives none of it.
  const isUntold = inquiry.wants === 'number' && places.some(({ own }) => own >= leastUntold);
  const clear = isUntold ? null : clearlyNearest(candidates, inquiry);
  if (clear && judgingAsAsked([clear], inquiry).length > 0) {
    const clearest = inOtherWords(clear, asked);
    return { ...found, quotes: clearest.quotes, made: clearest, isInOtherWords: true };
  }
  // Who speaks of care has said something on care homes, and is not told to have no words on them.
  const { wanted } = near;
  const termsAsked = wanted.terms.map(({ term }) => term);
  const isOnMost = ({ reading, index }: Candidate) => hasMostOf(wanted, reading.sentences[index]!);
  const asIsAsked = withAskedFirst(candidates, inquiry);
  const onMost = people.length === 0 ? [] : asIsAsked.filter(isOnMost);
  if (onMost.length > 0) return { ...found, nearest: nearestPassages(atTheirFigure(onMost, inquiry), termsAsked) };
  // Who comes so near has not been silent on it, and others are not told in their place.
  const isNear = candidates.some(
    ({ closeness }) => (closeness?.around ?? 0) >= leastOfTheirs && closeness!.literal > 0,
  );
  return {
    ...found,
    nearby: nearbyOf(surestFirst(heard), sessions.length),
    // Of a promise or a warning alone nobody else speaks; what somebody wants is told by what comes nearest in their own words.
    others:
      inquiry.speakers.length > 0 &&
      !inquiry.asksFor.has('commitments') &&
      !namesActAlone(inquiry) &&
      !isNear &&
      !(candidates.length > 0 && inquiry.yesNo && !inquiry.asksFor.has('mention'))
        ? await saidByOthers(await asked.looked(), parts, ground)
        : [],
    nearest: nearestPassages(meantFirst(asIsAsked, { inquiry, wanted, isOfMany: sessions.length > 1 }), termsAsked),
  };
}

/** What the session that the last answer was from tells, where that is asked; null where it is not, or tells nothing. */
async function ofSessionInTalk(asked: Asked): Promise<Made | null> {
  if (asked.question.history!.length === 0 || !asksOfSessionInTalk(asked.inquiry)) return null;
  const session = sessionInTalk(asked.sessions, asked.inquiry.question, await asked.before());
  if (!session) return null;
  const made = await ofKind(askedInstead(asked, { sessions: [session], spokenIn: [session.id] }));
  // A list of what nobody said there may be had elsewhere.
  if (!made || (made.denied && asked.inquiry.subject === null)) return null;
  return { ...made, text: asked.say('inSession', { title: asked.say.titleAndDay(session), text: made.text }) };
}

/** What was found for the question before; small talk and what found nothing are passed over. Null where there was none. */
async function before(at: number, { found }: Thread): Promise<Before | null> {
  let shown: Before['shown'] = [];
  let about: string | null = null;
  let oldest: Before | null = null;
  for (let earlier = at - 1; earlier >= 0; earlier -= 1) {
    const { inquiry, quotes, made, others, nearest } = await found(earlier);
    if (inquiry.smallTalk !== null) continue;
    const printed = quotes.length > 0 ? quotes : (made?.nearest ?? (others.length > 0 ? others : nearest));
    const isLast = shown.length === 0;
    if (isLast) shown = printed;
    if (isLast && printed.length === 0) about ??= made?.about ?? null;
    // There is more only of what was printed last.
    oldest = { inquiry, quotes, about, shown, rest: isLast ? (made?.rest ?? []) : [] };
    if (quotes.length > 0) return oldest;
  }
  return oldest;
}

/** The question read with the one before it. Whom "he" means may be known only from who was quoted last. */
async function inquiryAt(
  at: number,
  thread: Thread,
  { mentionsIn, directory }: { mentionsIn: Directory['mentions']; directory: Directory },
): Promise<Inquiry> {
  const { text, history } = thread.question(at);
  const previous = questionBefore(history!);
  const follows = previous < 0 ? null : await thread.read(previous);
  const inquiry = readAfter(text, follows, { mentionsIn, whoAnswered: [] });
  if (at === 0 || !isOfSomebodyBefore(inquiry)) return inquiry;
  const last = await before(at, thread);
  // Of whoever is named without being asked, as in "What worries Okafor?", where nobody was quoted.
  const named = mentionsIn(thread.question(previous).text).find(({ matches }) => matches.length > 0);
  const meant = whoAnswered(text, last, named?.phrase, directory);
  return meant.length > 0 ? readAfter(text, follows, { mentionsIn, whoAnswered: meant }) : inquiry;
}

/** The session that is surest to speak of what is asked; null where none has any of it. */
export async function surestOf(question: Question, ground: Ground): Promise<Heard | null> {
  const read = await threadOf(question, ground, newlyKnown(ground)).read((question.history ?? []).length);
  const { inquiry, people, spokenIn } = await partsOf(question, read, ground);
  if (inquiry.words === '') return null;
  const { heard } = await look(inquiry, { people, spokenIn }, ground);
  return surestFirst(heard)[0] ?? null;
}

function surestFirst(heard: Heard[]): Heard[] {
  return heard.toSorted((one, other) => other.chance - one.chance);
}

/** Sessions that come near, where there are several to come near. */
function nearbyOf(surest: Heard[], sessions: number): SessionRef[] {
  if (sessions < 2) return [];
  const near = surest.filter(({ chance }) => chance >= learned.leastChance * nearbyShare);
  return near.slice(0, mostNearby).map(({ reading }) => refOf(reading.session));
}

/** A session is near where the chance is this much of what an answer needs. */
const nearbyShare = 0.75;
const mostNearby = 3;
