/** What of the library a question means: which sessions, and whose words. */
import type { Question } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { withoutSessionName } from '../asking/inquiry.ts';
import { idsIn } from '../asking/parts/session-name.ts';
import { namingText, sessionsMeant } from '../asking/sessions-meant.ts';
import { ofWholeSession, subjectOf, toldByOneSession, type Subject } from '../asking/structure.ts';
import { termsOf } from '../words/terms.ts';
import type { Directory } from '../people/directory.ts';
import { peopleMeant, type Mention } from '../people/mentions.ts';
import type { Person } from '../people/person.ts';
import { isOfNation, officeOfNation, rankCalled, sitsThere } from '../people/ranks.ts';
import type { Ground } from './ground.ts';

/** A question's parts, and what of the library they mean. */
export interface Parts {
  inquiry: Inquiry;
  directory: Directory;
  /** Those that may be read in this place, newest first. */
  all: Listed[];
  /** Those that the question is after. */
  sessions: Listed[];
  /** Of whom it is asked. */
  people: Person[];
  /** Ids of the sessions in which they speak: none where nobody is called so, all where it is asked of nobody. */
  spokenIn: string[];
}

export type Listed = Awaited<ReturnType<Ground['library']['sessions']>>[number];

/** `inTalk` are the sessions that were quoted last: who spoke there is meant before a namesake who did not. */
export async function partsOf(
  question: Question,
  given: Inquiry,
  ground: Ground,
  inTalk: string[] = [],
): Promise<Parts> {
  const directory = await ground.directory();
  const all = await ground.library.sessions();
  const { speaker } = question;
  const read = speaker === undefined ? given : { ...given, speakers: [mentionOf(speaker, directory)] };
  const { sessions: meant, words } = sessionsMeant(all, question.session, read, await namingTexts(read, all, ground));
  const { asked, sessions } = ofRanks(read.speakers, meant, directory);
  const ids = idsOf(sessions);
  const called = asked.map((mention) => withOthersOfNation(mention, sessions, directory));
  const there = sessions.length < all.length ? called.map((mention) => amongThose(mention, ids, directory)) : called;
  const speakers = there.map((mention) => spokeThere(mention, inTalk));
  const isNamed = sessions.length < all.length || words !== read.words;
  const inquiry = ofSessionNamed({ ...read, words, speakers }, isNamed);
  const people = peopleMeant(inquiry.speakers);
  // Whoever nobody is called has said nothing, and what others said is not theirs.
  const unnamed = inquiry.speakers.length > 0 ? [] : ids;
  const spokenIn =
    people.length > 0 ? ids.filter((id) => people.some((person) => person.sessions.includes(id))) : unnamed;
  return { inquiry, directory, all, sessions, people, spokenIn };
}

/** "What was said on 14 May 2025?", "Who spoke in the harbour hearing?": where nothing but the session is named, all of it is meant. */
function ofSessionNamed(inquiry: Inquiry, isNamed: boolean): Inquiry {
  const { question, words, speakers, subject, kind, wants, asksWho, asksFor } = inquiry;
  // "How long was HB2031a?" is of the session.
  const occasion = isNamed && subject === null ? subjectOf(withSession(question)) : null;
  if (occasion !== null && toldByOneSession.has(occasion.of)) return { ...inquiry, subject: occasion };
  const isBare = subject === null && termsOf(words).length === 0 && speakers.length === 0 && kind === '';
  if (!isNamed || !isBare || asksFor.size > 0 || isOfAnother(inquiry)) return inquiry;
  const isOfAll = wants === null || wants === 'name';
  const whole: Subject | null = asksWho ? { of: 'participants' } : isOfAll ? ofWholeSession : null;
  return { ...inquiry, subject: subjectOf(withoutSessionName(question)) ?? whole };
}

/** The question with "the session" in place of its id. */
function withSession(question: string): string {
  return idsIn(question).reduce((left, id) => left.replace(id, 'the session'), question);
}

/** Of words that are looked up, of the answer before, of whether something is so. */
function isOfAnother({ quotation, goesOn, smallTalk, asksMoreOf, each, yesNo, sides }: Inquiry): boolean {
  const isOfAnswer = goesOn !== null || asksMoreOf !== null;
  return quotation !== null || isOfAnswer || smallTalk !== null || each || yesNo || sides.length > 0;
}

/**
 * "MPs" are those whom a record calls so. Many records do not tell it: whoever spoke where they sit is meant there. "Canadian MPs" are
 * those of the sessions that are called by the country.
 */
function ofRanks(mentions: Mention[], meant: Listed[], directory: Directory): { asked: Mention[]; sessions: Listed[] } {
  let sessions = meant;
  const asked = mentions.flatMap((mention) => {
    const rank = mention.matches.length === 0 ? rankCalled(mention.phrase) : null;
    if (rank === null) return [mention];
    const { called, nation } = rank;
    const own = nation === null ? sessions : ofNation(sessions, nation);
    const matches = foundIn(own, called, directory);
    const sitting = own.filter(({ title, event }) => sitsThere(called, `${title} ${event ?? ''}`));
    if (matches.length === 0 && sitting.length === 0) return [mention];
    sessions = matches.length > 0 ? own : sitting;
    return matches.length > 0 ? [{ ...mention, matches }] : [];
  });
  return { asked, sessions };
}

/** "The Welsh minister" may be whoever is called a minister in a session that is called Welsh, too. */
function withOthersOfNation(mention: Mention, sessions: Listed[], directory: Directory): Mention {
  const office = mention.matches.some(({ how }) => how !== 'name') ? officeOfNation(mention.phrase) : null;
  if (office === null) return mention;
  const known = new Set(mention.matches.map(({ person }) => person));
  const others = foundIn(ofNation(sessions, office.nation), office.called, directory).filter(
    ({ person, how }) => how !== 'name' && !known.has(person),
  );
  return others.length === 0 ? mention : { ...mention, matches: [...mention.matches, ...others] };
}

/**
 * The same with those alone who speak in the sessions that are asked among: of one session "PhD C" is hers, whoever else
 * is called so elsewhere, and "the chair" who chairs it. Where none of that name speaks there, whoever has it elsewhere is meant.
 */
function amongThose(mention: Mention, ids: string[], directory: Directory): Mention {
  const asked = new Set(ids);
  const speaksThere = ({ sessions }: Person) => sessions.some((id) => asked.has(id));
  const there = mention.matches.filter(({ person }) => speaksThere(person));
  // Another's office may fit better elsewhere; a name is never given to somebody else.
  const isByName = mention.matches.some(({ how }) => how === 'name' || how === 'spelling');
  const matches = there.length > 0 || isByName ? there : directory.find(mention.phrase, speaksThere);
  return matches.length === 0 ? mention : { ...mention, matches };
}

/** Those that are called by the nation. */
function ofNation(sessions: Listed[], nation: string): Listed[] {
  return sessions.filter(({ title, event }) => isOfNation([title, event ?? ''], nation));
}

/** Who speaks in these sessions and is called so. */
function foundIn(sessions: Listed[], called: string, directory: Directory): Mention['matches'] {
  const ids = new Set(sessions.map(({ id }) => id));
  return directory.find(called, (person) => person.sessions.some((id) => ids.has(id)));
}

/** The same with those of several namesakes alone who spoke in some sessions, where any did. */
function spokeThere(mention: Mention, ids: string[]): Mention {
  const there = mention.matches.filter(({ person }) => ids.some((id) => person.sessions.includes(id)));
  return there.length === 0 || there.length === mention.matches.length ? mention : { ...mention, matches: there };
}

/** A list of its own for each question: what is found among the sessions is kept by it. */
export function idsOf(sessions: { id: string }[]): string[] {
  const ids = knownIds.get(sessions) ?? sessions.map(({ id }) => id);
  knownIds.set(sessions, ids);
  return ids.slice();
}

/** All sessions of a large library are meant by one question after the other. */
const knownIds = new WeakMap<{ id: string }[], string[]>();

/** By what sessions are named inside, where the question calls one: of those that speak most of the name. */
async function namingTexts(
  { sessionNamed }: Inquiry,
  all: Listed[],
  ground: Ground,
): Promise<(session: Listed) => string | null> {
  const texts = new Map<string, string>();
  if (sessionNamed !== null) {
    const ids = await ground.sessionsOn(sessionNamed, idsOf(all), mostNamed);
    for (const { session } of await ground.open(ids)) texts.set(session.id, namingText(session));
  }
  return ({ id }) => texts.get(id) ?? null;
}

const mostNamed = 40;

export function mentionOf(phrase: string, directory: Directory): Mention {
  return { phrase, start: 0, end: 0, matches: directory.find(phrase), asSpeaker: true };
}
