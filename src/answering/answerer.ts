/** An answer from a library without a model: the sentences that answer, or the report's items, or that nobody said it. */
import type { SessionSummary } from '../rapporteur.ts';
import { termsOf } from '../words/terms.ts';
import type { Person } from '../people/person.ts';
import { sessionsCalled } from '../asking/sessions-called.ts';
import type { Directory } from '../people/directory.ts';
import type { Mention } from '../people/mentions.ts';
import type { Answer, Question, Quote, SessionRef } from '../answer.ts';
import { otherWordsFor } from '../retrieval/stands-for.ts';
import { capitalised, listed, numberWord, searched, speakersWithMarks } from './compose.ts';
import { chanceOf, learned, spotOf, type Spot } from './confidence.ts';
import { figureIn } from './figure.ts';
import { leastCovered, leastOwn, matchTerms, scoreSentences, wantedOf, type Scored, type Wanted } from './evidence.ts';
import { readQuestion, withoutSessionName } from '../asking/inquiry.ts';
import type { Inquiry } from '../asking/asked.ts';
import { isOfSomebodyBefore } from '../asking/follow-up.ts';
import { quoteAt } from './quote.ts';
import { otherFindings } from './kinds/findings.ts';
import type { Made } from './kinds/kind.ts';
import { answerAboutSession } from './kinds/kinds.ts';
import { overviewOf } from './kinds/overview.ts';
import { refOf } from '../answer.ts';
import { type ReadSentence, type Reading } from '../retrieval/reading.ts';
import { type Ground, readingsOf } from './ground.ts';

/** What was found before anything is written: a model can write from it, and an answer without one is made of it. */
export interface Findings {
  inquiry: Inquiry;
  sessions: SessionRef[];
  /** Best first; empty where nothing was found. */
  quotes: Omit<Quote, 'n'>[];
  aboutSession: Made | null;
  related: Omit<Quote, 'n'>[];
  /** What the report has of the kind that was asked for, when none of it is on the matter. */
  otherFindings: string | null;
  /** Sessions that speak of a part of it, when nothing was found, the nearest first. */
  nearby: SessionRef[];
  /** Where most of the question stands; null where no words were looked for, or nothing of it was found. */
  spot: Spot | null;
}

/** Sessions read whole for one question. */
const mostSessions = 6;

export async function answerWithoutModel(question: Question, ground: Ground): Promise<Answer> {
  return compose(question.text, await find(question, ground));
}

export async function find(question: Question, ground: Ground): Promise<Findings> {
  const directory = await ground.directory(question.scope);
  const all = await ground.library.sessions(question.scope);
  const mentionsIn = (text: string) => directory.mentions(text);
  const history = question.history ?? [];
  let inquiry = readQuestion(question.text, history, mentionsIn);
  if (history.length > 0 && isOfSomebodyBefore(inquiry)) {
    const {
      quotes: [first],
    } = await find({ ...question, text: history.at(-1)!, history: history.slice(0, -1) }, ground);
    if (first?.speaker)
      inquiry = readQuestion(question.text, history, mentionsIn, [mentionOf(first.speaker, directory)]);
  }
  if (question.speaker !== undefined) inquiry.speakers = [mentionOf(question.speaker, directory)];
  const sessions = sessionsMeant(all, question.session, inquiry);
  const nothing: Findings = {
    inquiry,
    sessions,
    quotes: [],
    aboutSession: null,
    related: [],
    otherFindings: null,
    nearby: [],
    spot: null,
  };

  if (inquiry.subject) {
    const aboutSession = await answerAboutSession(inquiry.subject, { inquiry, sessions, ground });
    if (aboutSession) return { ...nothing, aboutSession, quotes: aboutSession.quotes };
    nothing.otherFindings =
      inquiry.subject.of === 'findings' ? await otherFindings(inquiry.subject, { sessions, ground }) : null;
  }
  if (inquiry.words === '' && inquiry.speakers.length === 0) return nothing;

  const people = inquiry.speakers.flatMap(({ matches }) => matches.map(({ person }) => person));
  const nobodyMeant = inquiry.speakers.length > 0 && people.length === 0;
  const ids = sessions.map(({ id }) => id);
  const spokenIn = people.length > 0 ? ids.filter((id) => people.some((person) => person.sessions.includes(id))) : ids;
  const { wanted, words } = await wantedBy(inquiry, question.scope && all.map(({ id }) => id), ground);

  if (!nobodyMeant) {
    const heard = await hear(wanted, words, spokenIn, people, ground);
    const surest = heard.toSorted((one, other) => other.chance - one.chance);
    nothing.spot = surest[0]?.spot ?? null;
    if (ids.length > 1)
      nothing.nearby = surest
        .filter(({ chance }) => chance >= learned.leastChance * nearbyShare)
        .slice(0, mostNearby)
        .map(({ reading }) => refOf(reading.session));
    const chosen = choose(answering(heard, inquiry), inquiry, people.length > 0);
    if (chosen.length > 0) return { ...nothing, quotes: chosen, nearby: [] };
    if (!namesMatter(inquiry.words) && people.length > 0) {
      const overview = await overviewOf(people, termsOf(inquiry.words).includes('ask'), sessions, ground);
      if (overview) return { ...nothing, aboutSession: overview, quotes: overview.quotes, nearby: [], spot: null };
    }
  }
  if (inquiry.speakers.length === 0) return nothing;
  // Somebody else may have spoken of it, and is named as such.
  const ofAnybody = { ...inquiry, asksWho: true };
  const others = answering(await hear(wanted, words, ids, [], ground), ofAnybody).filter(
    ({ reading, sentence }) => people.length === 0 || !wordsOf(people, reading)(sentence),
  );
  return { ...nothing, related: choose(others, ofAnybody, false).slice(0, 3) };
}

/** What must be said, and the words to find sessions by; `sessions` are those that may tell what acronyms stand for, all where absent. */
export async function wantedBy(
  { words, wants, kind, speakers }: Inquiry,
  sessions: string[] | undefined,
  ground: Ground,
): Promise<{ wanted: Wanted; words: string }> {
  const otherWords = await otherWordsFor(words, { library: ground.library, open: ground.open, sessions });
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
  termsOf(
    'ask propose recommend suggest argue claim contribute position speech statement respond reply react answer emphasise emphasize stress highlight note',
  ),
);
const whole = new Set(termsOf('point message summary summarise summarize main key overall'));

export interface Place extends Scored {
  reading: Reading;
}

/** What a session says on a matter. */
interface Heard {
  reading: Reading;
  /** Best first. */
  places: Place[];
  spot: Spot;
  /** That it speaks of the matter, 0 to 1. */
  chance: number;
}

/** What sessions say on a matter, of these people or, where none are given, of everybody. */
async function hear(wanted: Wanted, words: string, ids: string[], people: Person[], ground: Ground): Promise<Heard[]> {
  return (await readingsOn(words, ids, ground)).flatMap((reading) => {
    const among = wordsOf(people, reading);
    const matched = matchTerms(reading, wanted);
    const spot = spotOf(reading, wanted, matched, among, { sessions: ids.length, ofSpeaker: people.length > 0 });
    if (!spot) return [];
    const places = scoreSentences(reading, wanted, among, matched).map((scored) => ({ ...scored, reading }));
    return [{ reading, places, spot, chance: chanceOf(spot.traits) }];
  });
}

/**
 * The sentences that answer, best first. Where none has enough of the question in itself, those of a discussion of the
 * matter do, unless somebody or a figure is asked for.
 */
function answering(heard: Heard[], { wants, asksWho }: Inquiry): Place[] {
  const sure = heard.filter(({ chance }) => chance >= learned.leastChance);
  const exact = sure.flatMap(({ places }) =>
    places.filter(({ own, covered }) => covered >= leastCovered && own >= leastOwn),
  );
  const found =
    exact.length > 0 || wants === 'number' || asksWho
      ? exact
      : sure
          .filter(({ spot, chance }) => spot.named && spot.said && chance >= learned.leastChance + inDiscussion)
          .flatMap(({ places, spot }) =>
            places.map((place) => ({ ...place, score: place.score + nearCounts * spot.covered[place.index]! })),
          );
  return found.toSorted((one, other) => other.score - one.score);
}

/** How much surer it must be where no sentence has enough of the question in itself. */
const inDiscussion = 0.08;
/** How much it counts in a discussion what stands near a sentence, beside what stands in it. */
const nearCounts = 0.6;

/** Sentences on a matter, best first, of these people or, where none are given, of everybody. `least` is how much of it must stand in and around them. */
export async function bestPlaces(
  wanted: Wanted,
  words: string,
  ids: string[],
  people: Person[],
  ground: Ground,
  least: { covered: number; own: number },
): Promise<Place[]> {
  return (await readingsOn(words, ids, ground))
    .flatMap((reading) =>
      scoreSentences(reading, wanted, wordsOf(people, reading))
        .filter(({ own, covered }) => covered >= least.covered && own >= least.own)
        .map((scored) => ({ ...scored, reading })),
    )
    .toSorted((one, other) => other.score - one.score);
}

async function readingsOn(words: string, ids: string[], ground: Ground): Promise<Reading[]> {
  return readingsOf(ids.length <= mostSessions ? ids : await ground.sessionsOn(words, ids, mostSessions), ground);
}

/** Tells which sentences of a session are these people's; all are where none are given. */
function wordsOf(people: Person[], { session: { id } }: Reading): (sentence: ReadSentence) => boolean {
  const names = new Set(
    people.flatMap(({ appearances }) =>
      appearances.filter(({ session }) => session === id).map(({ speaker }) => speaker),
    ),
  );
  return ({ speaker }) => people.length === 0 || (speaker !== null && names.has(speaker));
}

/** The quotes worth showing, best first: few where one answers, of several speakers where several spoke of it. */
function choose(places: Place[], inquiry: Inquiry, ofOne: boolean): Omit<Quote, 'n'>[] {
  const [best] = places;
  if (!best) return [];
  const share =
    inquiry.wants === 'list' ? 0.5 : inquiry.wants === 'number' ? 0.75 : inquiry.asksWho || ofOne ? 0.6 : 0.65;
  const perSpeaker = inquiry.asksWho ? 2 : 3;
  const most = inquiry.asksWho ? 12 : 4;
  const counts = new Map<string, number>();
  const chosen: Place[] = [];
  for (const place of places) {
    if (place.score < best.score * share || chosen.length >= most) break;
    if (place.own < best.own / 2) continue;
    const speaker = `${place.reading.session.id}\n${place.sentence.speaker}`;
    if ((counts.get(speaker) ?? 0) >= perSpeaker) continue;
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    chosen.push(place);
  }
  return joined(chosen);
}

/** Chosen sentences that follow each other in a turn are one quote. */
function joined(places: Place[]): Omit<Quote, 'n'>[] {
  const quotes: Omit<Quote, 'n'>[] = [];
  const taken = new Set<Place>();
  for (const place of places) {
    if (taken.has(place)) continue;
    const run = [place];
    taken.add(place);
    for (let grows = true; grows;) {
      grows = false;
      for (const other of places) {
        if (taken.has(other) || other.reading !== place.reading || other.sentence.turn !== place.sentence.turn)
          continue;
        const indexes = run.map(({ index }) => index);
        if (other.index !== Math.min(...indexes) - 1 && other.index !== Math.max(...indexes) + 1) continue;
        if (
          Math.max(...run.map(({ sentence }) => sentence.end), other.sentence.end) -
            Math.min(...run.map(({ sentence }) => sentence.start), other.sentence.start) >
          longestRun
        )
          continue;
        run.push(other);
        taken.add(other);
        grows = true;
      }
    }
    const indexes = run.map(({ index }) => index);
    const [first, last] = understandable(place.reading, Math.min(...indexes), Math.max(...indexes));
    const { session } = place.reading;
    quotes.push(
      quoteAt(session, session.turns[first.turn]!, {
        turn: first.turn,
        start: first.start,
        end: last.end,
        seconds: first.seconds,
      }),
    );
  }
  return quotes;
}

/** A quote that begins or goes on with "this" or "it", or says next to nothing alone, is given the sentence beside it. */
function understandable({ sentences }: Reading, first: number, last: number): [ReadSentence, ReadSentence] {
  const [before, start, end, after] = [sentences[first - 1], sentences[first]!, sentences[last]!, sentences[last + 1]];
  const refersBack = /^(?:(?:and|but|so|now|because|well)\W+)*(?:this|that|these|those|it|they|he|she|such)\b/iu;
  const goesOn = /^(?:this|that|these|those|it['’]?s|it is|it was)\b/iu;
  const from =
    before?.turn === start.turn && refersBack.test(start.text) && end.end - before.start <= longestJoined
      ? before
      : start;
  const isShort = end.end - from.start <= (goesOn.test(after?.text ?? '') ? shortQuote : fragment);
  const to = after?.turn === end.turn && isShort && after.end - from.start <= longestJoined ? after : end;
  return [from, to];
}

/** In characters. */
const fragment = 50;
const shortQuote = 140;
const longestJoined = 450;
const longestRun = 600;

export function mentionOf(phrase: string, directory: Directory): Mention {
  return { phrase, start: 0, end: 0, matches: directory.find(phrase), asSpeaker: true };
}

/**
 * Sessions a question is after: named outright, by a day, or by words of a title or an event; otherwise all. Takes what
 * named them out of the words to be looked for.
 */
function sessionsMeant(sessions: SessionSummary[], named: string | undefined, inquiry: Inquiry): SessionSummary[] {
  if (named !== undefined) return sessionsCalled(named, sessions, ({ title, event }) => [title, event]);
  const ofDays =
    inquiry.days.length === 0 ? [] : sessions.filter(({ date }) => inquiry.days.some((day) => date?.startsWith(day)));
  const among = ofDays.length > 0 ? ofDays : sessions;
  const calling = termsOf(inquiry.sessionNamed ?? '');
  if (calling.length === 0) return among;
  const ofName = among.filter(({ id, title, event }) => {
    const own = new Set(termsOf([id.replaceAll('-', ' '), title, event ?? ''].join(' ')));
    return calling.filter((term) => own.has(term)).length >= calling.length * leastOfName;
  });
  if (ofName.length === 0) return among;
  inquiry.words = withoutSessionName(inquiry.words);
  return ofName;
}

/** Share of the words that call a session which its title or event must have. */
const leastOfName = 0.6;

/** The answer that needs no model. */
export function compose(question: string, found: Findings): Answer {
  const { inquiry, aboutSession } = found;
  const number = (quotes: Omit<Quote, 'n'>[]) => quotes.map((quote, index): Quote => ({ n: index + 1, ...quote }));
  const quotes = number(found.quotes);
  const answer: Answer = {
    question,
    status: 'answered',
    text: '',
    quotes,
    report: [],
    related: [],
    model: null,
    ...(found.spot && { confidence: chanceOf(found.spot.traits) }),
  };
  if (aboutSession) {
    const words = quotes.length > 0 ? `\n\nIn the speakers’ own words: ${speakersWithMarks(quotes)}.` : '';
    return { ...answer, text: `${aboutSession.text}${words}`, report: aboutSession.report };
  }
  const meant = inquiry.speakers.flatMap(({ phrase, matches }) =>
    matches.length > 1
      ? canMean(
          phrase,
          matches.map(({ person }) => person.name),
        )
      : matches[0]?.how === 'spelling'
        ? `I took ${phrase} for ${matches[0].person.name}.`
        : [],
  );
  if (quotes.length > 0) return { ...answer, text: [...meant, lead(inquiry, quotes)].join(' ') };
  return {
    ...answer,
    status: 'not_found',
    related: number(found.related),
    text: [...meant, notFound(inquiry, found)].join(' '),
  };
}

/** Several of one name, such as the "Marketing" of many meetings, are counted. */
function canMean(phrase: string, people: string[]): string {
  const names = [...Map.groupBy(people, (name) => name)].map(([name, same]) =>
    same.length > 1 ? `${numberWord(same.length)} speakers called ${name}` : name,
  );
  const shown = names.length > mostNames ? [...names.slice(0, mostNames), `${names.length - mostNames} others`] : names;
  return `${phrase} can mean ${listed(shown)}.`;
}

const mostNames = 5;

/** The shortest useful form: the figure where one was asked for, else who spoke of it. */
function lead(inquiry: Inquiry, quotes: Quote[]): string {
  const [first] = quotes;
  const short = inquiry.wants === 'number' && first ? figureIn(first.text, inquiry.question) : null;
  const others = short ? quotes.slice(1) : quotes;
  const speakers = new Set(others.map(({ speaker }) => speaker)).size;
  const spoke =
    speakers > 1
      ? `${capitalised(numberWord(speakers))} speakers spoke of this: ${speakersWithMarks(others)}.`
      : speakers === 1
        ? `${capitalised(speakersWithMarks(others))} spoke of this.`
        : '';
  if (!short) return spoke;
  return [
    `${capitalised(short)}, in the words of ${first!.speaker ?? 'an unknown speaker'} [1].`,
    others.length > 0 ? `More on this: ${speakersWithMarks(others)}.` : '',
  ]
    .join(' ')
    .trim();
}

function notFound(inquiry: Inquiry, found: Findings): string {
  const { sessions, related, nearby } = found;
  const asked = inquiry.speakers.map(({ phrase, matches }) =>
    matches.length === 1 ? matches[0]!.person.name : phrase,
  );
  const unknown = inquiry.speakers.filter(({ matches }) => matches.length === 0).map(({ phrase }) => phrase);
  const parts = [
    unknown.length > 0
      ? `No speaker called ${listed(unknown)} is in ${searched(sessions)}.`
      : asked.length > 0
        ? `I found no words of ${listed(asked)} on this in ${searched(sessions)}.`
        : `I found nothing said on this in ${searched(sessions)}.`,
  ];
  if (inquiry.subject?.of === 'findings' && found.otherFindings) parts.push(found.otherFindings);
  const others = [...new Set(related.map(({ speaker }) => speaker ?? 'An unknown speaker'))];
  if (others.length > 0) parts.push(`${listed(others)} did speak of it.`);
  else if (nearby.length > 0 && unknown.length === 0)
    parts.push(`Part of what you ask about comes up in ${listed(nearby.map(({ title }) => title))}.`);
  return parts.join(' ');
}
