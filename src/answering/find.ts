/** The way of a question, from its parts to what was found: nothing is written yet. */
import type { Passage, Question, Quote, SessionRef } from '../answer.ts';
import { refOf } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { isOfSomebodyBefore } from '../asking/follow-up.ts';
import { readQuestion } from '../asking/inquiry.ts';
import { sessionsMeant } from '../asking/sessions-meant.ts';
import type { Directory } from '../people/directory.ts';
import type { Mention } from '../people/mentions.ts';
import type { Person } from '../people/person.ts';
import { otherWordsFor } from '../retrieval/stands-for.ts';
import { remembering } from '../words/remembering.ts';
import { termsOf } from '../words/terms.ts';
import { candidatesFor, ranked, type Near } from './candidates.ts';
import { choose, choosingFor } from './choose.ts';
import { learned } from './confidence.ts';
import { wantedOf, type Wanted } from './evidence.ts';
import { extentOf, isTopic, type Extent } from './extent.ts';
import type { Ground } from './ground.ts';
import { hear, type Heard } from './hear.ts';
import { answeringPlaces, clearlyNearest, saysAll, sureOf, withNearness } from './judge.ts';
import { otherFindings } from './kinds/findings.ts';
import type { Made } from './kinds/kind.ts';
import { answerAboutSession } from './kinds/kinds.ts';
import { smallTalk } from './kinds/small-talk.ts';
import { overviewOf } from './kinds/overview.ts';
import { nearestPassages } from './nearest.ts';

/** What was found before anything is written: a model can write from it, and an answer without one is made of it. */
export interface Findings {
  inquiry: Inquiry;
  sessions: SessionRef[];
  /** Best first; empty where nothing certain was found. */
  quotes: Omit<Quote, 'n'>[];
  /** Where a kind of answer of its own was asked for. */
  made: Made | null;
  /** What comes nearest, where nothing certain was found. */
  nearest: Omit<Passage, 'n'>[];
  /** Who else spoke of it than was asked of. */
  others: Omit<Passage, 'n'>[];
  /** How much was said of a topic that was asked for as such. */
  extent: Extent | null;
  /** What the report has of the kind that was asked for, when none of it is on the matter. */
  otherFindings: string | null;
  /** Sessions that speak of a part of it, when nothing was found, the nearest first. */
  nearby: SessionRef[];
  /** The quotes answer in other words than the question's, and nothing else comes as near. */
  isInOtherWords: boolean;
  /** What says most of it; null where no words were looked for, or nothing of them was found. */
  surest: Heard | null;
}

export async function find(question: Question, ground: Ground): Promise<Findings> {
  const parts = await partsOf(question, ground);
  const { inquiry, sessions, people } = parts;
  const nothing: Findings = {
    inquiry,
    sessions,
    quotes: [],
    made: null,
    nearest: [],
    others: [],
    extent: null,
    otherFindings: null,
    nearby: [],
    isInOtherWords: false,
    surest: null,
  };

  if (inquiry.smallTalk) {
    const directory = await ground.directory();
    return { ...nothing, made: smallTalk(inquiry.smallTalk, sessions, directory) };
  }
  if (inquiry.subject) {
    const made = await answerAboutSession(inquiry.subject, { inquiry, sessions, ground });
    if (made) return { ...nothing, made, quotes: made.quotes };
    if (inquiry.subject.of === 'findings')
      nothing.otherFindings = await otherFindings(inquiry.subject, { sessions, ground });
  }
  if (inquiry.words === '' && inquiry.speakers.length === 0) return nothing;

  const { wanted, words, heard, nobodyMeant } = await heardOf(parts, ground);
  const surest = heard.toSorted((one, other) => other.chance - one.chance);
  const found: Findings = {
    ...nothing,
    surest: surest[0] ?? null,
    nearby: nearbyOf(surest, sessions.length),
  };

  const topic = isTopic(inquiry, wanted);
  const near: Near = { words: inquiry.words, wanted, heard, people, among: parts.spokenIn };
  const choosing = choosingFor(inquiry, topic, people.length > 0);
  const quotes = choose(answeringPlaces(await countingNearness(near, ground), inquiry, topic), choosing);
  if (quotes.length > 0) {
    const extent = topic ? await extentOf(wanted, sessions, ground) : null;
    return { ...found, quotes, extent, nearby: [] };
  }
  if (people.length > 0 && !namesMatter(inquiry.words)) {
    const made = await overviewOf(people, termsOf(inquiry.words).includes('ask'), sessions, ground);
    if (made) return { ...nothing, made, quotes: made.quotes };
  }
  const candidates = nobodyMeant ? [] : await candidatesFor(near, ground);
  const clear = clearlyNearest(candidates, inquiry);
  if (clear) return { ...found, quotes: choose([clear], choosing), nearby: [], isInOtherWords: true };
  return {
    ...found,
    others: inquiry.speakers.length > 0 ? await othersOn(wanted, words, parts, ground) : [],
    nearest: nearestPassages(candidates),
  };
}

/** What the sessions say that a question is after; nothing where it is of somebody whom nobody knows. */
async function heardOf({ inquiry, people, spokenIn }: Parts, ground: Ground) {
  const { wanted, words } = await wantedBy(inquiry, ground);
  const nobodyMeant = inquiry.speakers.length > 0 && people.length === 0;
  const heard = nobodyMeant ? [] : await hear(wanted, words, spokenIn, people, ground);
  return { wanted, words, heard, nobodyMeant };
}

/** The session that is surest to speak of what is asked; null where none has any of it. */
export async function surestOf(question: Question, ground: Ground): Promise<Heard | null> {
  const parts = await partsOf(question, ground);
  if (parts.inquiry.words === '') return null;
  const { heard } = await heardOf(parts, ground);
  return heard.toSorted((one, other) => other.chance - one.chance)[0] ?? null;
}

/** A question's parts, and what of the library they mean. */
interface Parts {
  inquiry: Inquiry;
  /** Those that the question is after. */
  sessions: Listed[];
  /** Of whom it is asked. */
  people: Person[];
  /** Ids of the sessions in which they speak; of all where it is asked of nobody. */
  spokenIn: string[];
}

type Listed = Awaited<ReturnType<Ground['library']['sessions']>>[number];

async function partsOf(question: Question, ground: Ground): Promise<Parts> {
  const directory = await ground.directory();
  const all = await ground.library.sessions();
  const read = await inquiryOf(question, directory, ground);
  if (question.speaker !== undefined) read.speakers = [mentionOf(question.speaker, directory)];
  const { sessions, words } = sessionsMeant(all, question.session, read);
  const inquiry = { ...read, words };
  const people = inquiry.speakers.flatMap(({ matches }) => matches.map(({ person }) => person));
  const ids = sessions.map(({ id }) => id);
  const spokenIn = people.length > 0 ? ids.filter((id) => people.some((person) => person.sessions.includes(id))) : ids;
  return { inquiry, sessions, people, spokenIn };
}

/** The question read with those before it. Whom "he" means may be known only from who was quoted last. */
async function inquiryOf(question: Question, directory: Directory, ground: Ground): Promise<Inquiry> {
  const history = question.history ?? [];
  // Forms of one question are often the same words.
  const mentionsIn = remembering((text) => directory.mentions(text), 20);
  const inquiry = readQuestion(question.text, history, mentionsIn);
  if (history.length === 0 || !isOfSomebodyBefore(inquiry)) return inquiry;
  const before = await find({ ...question, text: history.at(-1)!, history: history.slice(0, -1) }, ground);
  const speaker = before.quotes[0]?.speaker;
  return speaker ? readQuestion(question.text, history, mentionsIn, [mentionOf(speaker, directory)]) : inquiry;
}

/** What must be said, and the words to find sessions by. */
export async function wantedBy(
  { words, wants, kind, speakers }: Inquiry,
  ground: Ground,
): Promise<{ wanted: Wanted; words: string }> {
  const otherWords = await otherWordsFor(words, ground);
  return {
    wanted: wantedOf(words, await ground.library.counts(termsOf(words)), {
      wantsNumber: wants === 'number',
      kind,
      otherWords,
      ...(speakers.length > 0 && { verbs: asking }),
    }),
    words: [words, ...otherWords.flatMap(({ others }) => others.flat())].join(' '),
  };
}

/** Where no sentence says all of it, how near they come helps to choose among those of sessions that speak of it. */
async function countingNearness(near: Near, ground: Ground): Promise<Heard[]> {
  const { heard } = near;
  const sure = sureOf(heard);
  if (saysAll(heard) || sure.length === 0) return heard;
  const readings = sure.map(({ reading }) => reading);
  return withNearness(heard, await ranked(near, readings, await ground.meaningsOf(near.words)));
}

/** Somebody else may have spoken of it, and is named as such. */
async function othersOn(
  wanted: Wanted,
  words: string,
  { inquiry, people, sessions }: Parts,
  ground: Ground,
): Promise<Omit<Passage, 'n'>[]> {
  const ofAnybody = { ...inquiry, asksWho: true };
  const ids = sessions.map(({ id }) => id);
  const heard = await hear(wanted, words, ids, [], ground);
  const names = new Set(
    people.flatMap(({ appearances }) => appearances.map(({ session, speaker }) => `${session}\n${speaker}`)),
  );
  const others = answeringPlaces(heard, ofAnybody).filter(
    ({ reading, sentence }) => !names.has(`${reading.session.id}\n${sentence.speaker}`),
  );
  return choose(others, choosingFor(ofAnybody, false, false)).slice(0, mostOthers);
}

const mostOthers = 3;

/** Sessions that come near, where there are several to come near. */
function nearbyOf(surest: Heard[], sessions: number): SessionRef[] {
  if (sessions < 2) return [];
  const near = surest.filter(({ chance }) => chance >= learned.leastChance * nearbyShare);
  return near.slice(0, mostNearby).map(({ reading }) => refOf(reading.session));
}

/** A session is near where the chance is this much of what an answer needs. */
const nearbyShare = 0.75;
const mostNearby = 3;

/** "What did she propose?" names none, "about her proposal" does. */
function namesMatter(words: string): boolean {
  const about = /\b(?:about|regarding|concerning)\b(.*)/iu.exec(words)?.[1] ?? '';
  return (
    termsOf(words).some((term) => !asking.has(term) && !whole.has(term)) ||
    termsOf(about).some((term) => !whole.has(term))
  );
}

/** Stems that ask for somebody's words without saying on what, and those that ask for all of them. */
const asking = new Set(
  termsOf(`ask propose recommend suggest argue claim contribute position speech statement respond reply react answer
    emphasise emphasize stress highlight note`),
);
const whole = new Set(termsOf('point message summary summarise summarize main key overall'));

export function mentionOf(phrase: string, directory: Directory): Mention {
  return { phrase, start: 0, end: 0, matches: directory.find(phrase), asSpeaker: true };
}
