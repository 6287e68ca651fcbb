/** What a search shows: stretches of talk, each with its words turn by turn. */
import { refOf, type Hit, type SessionRef } from '../answer.ts';
import { sessionsCalled } from '../asking/sessions-called.ts';
import type { Query } from '../rapporteur.ts';
import { nearestInMeaning } from '../retrieval/meaning.ts';
import type { OpenedSession } from '../retrieval/opened-sessions.ts';
import { searchStretches, type Found } from '../retrieval/search.ts';
import { mentionOf } from './parts-of.ts';
import type { Moment } from './moment.ts';
import { quoteAt, secondsAt } from './quotes/quote.ts';

/** Where the words are unsure, every fifth is the nearest in meaning. */
const byMeaningEvery = 5;
/** The chance of the best hit by words from which they are sure. */
const leastSure = 0.452;
/** Sessions looked in for what is near in meaning. */
const mostNear = 12;

export async function searchHits(query: Query, moment: Moment): Promise<Hit[]> {
  const { text, limit = 10 } = query;
  const asked = await restricted(query, moment);
  const ready = async (ids: string[]) => (await moment.open(ids)).map((opened) => opened.ready());
  const byWords = await searchStretches(
    text,
    { library: moment.library, ready, meaning: await moment.vectorOf(text) },
    { sessions: asked.isRestricted ? [...asked.refs.keys()] : undefined, speakers: asked.speakers },
  );
  const isSure = (byWords[0]?.score ?? 0) >= leastSure;
  const byMeaning = isSure ? [] : await nearInMeaning(text, byWords, asked, moment);
  const shown = interleaved(byWords, byMeaning).slice(0, limit);
  const opened = await moment.open(shown.map(({ session }) => session));
  return shown.map((found, at) => hitOf(found, opened[at]!, asked.refs.get(found.session)!));
}

type Shown = Found & { by: Hit['by'] };

interface Restricted {
  /** The sessions that may be shown. */
  refs: Map<string, SessionRef>;
  isRestricted: boolean;
  /** Of each session, the only speakers asked for. */
  speakers: Map<string, Set<string>> | undefined;
}

async function restricted({ session, speaker }: Query, { library, directory }: Moment): Promise<Restricted> {
  const inScope = await library.sessions();
  const among = session === undefined ? inScope : sessionsCalled(session, inScope);
  const people = speaker === undefined ? [] : mentionOf(speaker, await directory()).matches;
  const appearances = people.flatMap(({ person }) => person.appearances);
  const bySession = Map.groupBy(appearances, (each) => each.session);
  const isOf = ({ id }: { id: string }) => speaker === undefined || bySession.has(id);
  return {
    refs: new Map(among.filter(isOf).map((each) => [each.id, refOf(each)])),
    isRestricted: session !== undefined || speaker !== undefined,
    speakers:
      speaker === undefined
        ? undefined
        : new Map([...bySession].map(([id, all]) => [id, new Set(all.map((each) => each.speaker))])),
  };
}

/** Passages nearest in meaning that words did not bring to the top, of the sessions that words and meaning name. */
async function nearInMeaning(
  text: string,
  byWords: Found[],
  { refs, speakers }: Restricted,
  moment: Moment,
): Promise<Found[]> {
  const meanings = await moment.meaningsOf(text);
  if (!meanings) return [];
  const among = [...refs.keys()];
  const named = [...byWords.map(({ session }) => session), ...(await moment.sessionsNear(text, among, mostNear))];
  const ids = among.length <= mostNear ? among : [...new Set(named)].filter((id) => refs.has(id)).slice(0, mostNear);
  const opened = await moment.open(ids);
  const near = await nearestInMeaning(
    text,
    opened.map((each) => ({ reading: each.reading() })),
    meanings,
    mostSentences,
  );
  const passages: Found[] = [];
  for (const { reading, index, similarity } of near) {
    const { turn, speaker, start } = reading.sentences[index]!;
    const { id } = reading.session;
    if (speakers && !(speaker !== null && speakers.get(id)?.has(speaker))) continue;
    const { chunks, sentences } = opened.find((each) => each.session.id === id)!;
    const sentence = sentences[turn]!.findIndex((place) => place.start === start);
    const at = chunks.findIndex((chunk) => isIn(chunk, turn, sentence));
    if (at === -1 || passages.some((other) => other.chunks.includes(chunks[at]!.id))) continue;
    passages.push({ session: id, chunks: [chunks[at]!.id], score: Math.max(similarity, 0) });
  }
  return passages;
}

const mostSentences = 60;

type Span = Pick<OpenedSession['chunks'][number], 'firstTurn' | 'firstSentence' | 'lastTurn' | 'lastSentence'>;

function isIn({ firstTurn, firstSentence, lastTurn, lastSentence }: Span, turn: number, sentence: number): boolean {
  const isAfterStart = turn > firstTurn || (turn === firstTurn && sentence >= firstSentence);
  return isAfterStart && (turn < lastTurn || (turn === lastTurn && sentence <= lastSentence));
}

const mostAlone = 3;

/** The hits by words with those by meaning at every fifth place; what stands higher already is not shown twice. */
function interleaved(byWords: Found[], byMeaning: Found[]): Shown[] {
  const shown: Shown[] = [];
  const words = [...byWords];
  // Where no words are there at all, only what comes nearest is worth a look.
  const meanings = byWords.length === 0 ? byMeaning.slice(0, mostAlone) : [...byMeaning];
  const isNew = ({ chunks }: Found) => !shown.some((other) => chunks.some((chunk) => other.chunks.includes(chunk)));
  while (words.length + meanings.length > 0) {
    const isTurn = shown.length % byMeaningEvery === byMeaningEvery - 1 || words.length === 0;
    const [found, by] =
      isTurn && meanings.length > 0 ? [meanings.shift()!, 'meaning' as const] : [words.shift(), 'words' as const];
    if (found && isNew(found)) shown.push({ ...found, by });
  }
  return shown;
}

function hitOf({ chunks, score, by }: Shown, opened: OpenedSession, session: SessionRef): Hit {
  const { session: read, sentences, chunks: all } = opened;
  const [first, last] = [chunks[0], chunks.at(-1)].map((id) => all.find((chunk) => chunk.id === id)!);
  const from = sentences[first!.firstTurn]![first!.firstSentence]!.start;
  const to = sentences[last!.lastTurn]![last!.lastSentence]!.end;
  const turns = read.turns.slice(first!.firstTurn, last!.lastTurn + 1);
  const parts = turns.flatMap((turn, index) => {
    const [start, end] = [index === 0 ? from : 0, index === turns.length - 1 ? to : turn.text.length];
    const place = { turn: first!.firstTurn + index, start, end, seconds: secondsAt(turn, start) };
    return turn.text.slice(start, end).trim() === '' ? [] : [quoteAt(read, turn, place)];
  });
  const text = parts.map((part) => part.text).join('\n');
  return { session, turns: [first!.firstTurn, last!.lastTurn], text, score, parts, by };
}
