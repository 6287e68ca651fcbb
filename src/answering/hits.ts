/** What a search shows: stretches of talk, each with its words turn by turn. */
import { refOf, type Hit, type SessionRef } from '../answer.ts';
import { sessionsCalled } from '../asking/sessions-called.ts';
import type { Query } from '../rapporteur.ts';
import type { OpenedSession } from '../retrieval/opened-sessions.ts';
import { searchStretches, type Found } from '../retrieval/search.ts';
import { mentionOf } from './find.ts';
import type { Moment } from './moment.ts';
import { quoteAt, secondsAt } from './quote.ts';

export async function searchHits(query: Query, moment: Moment): Promise<Hit[]> {
  const { text, session, speaker, limit = 10, scope } = query;
  const { library, directory, open, vectorOf } = moment;
  const inScope = await library.sessions(scope);
  const among = session === undefined ? inScope : sessionsCalled(session, inScope);
  const people = speaker === undefined ? [] : mentionOf(speaker, await directory(scope)).matches;
  const appearances = people.flatMap(({ person }) => person.appearances);
  const speakers = speaker === undefined ? undefined : Map.groupBy(appearances, (each) => each.session);
  const refs = new Map(among.filter(({ id }) => !speakers || speakers.has(id)).map((each) => [each.id, refOf(each)]));
  const isRestricted = session !== undefined || scope !== undefined || speakers !== undefined;
  const named = speakers && new Map([...speakers].map(([id, all]) => [id, new Set(all.map((each) => each.speaker))]));
  const ready = async (ids: string[]) => (await open(ids)).map((opened) => opened.ready());
  const stretches = await searchStretches(
    text,
    { library, ready, meaning: await vectorOf(text) },
    { sessions: isRestricted ? [...refs.keys()] : undefined, speakers: named },
  );
  const shown = stretches.slice(0, limit);
  const opened = await open(shown.map((found) => found.session));
  return shown.map((found, at) => hitOf(found, opened[at]!, refs.get(found.session)!));
}

function hitOf(
  { chunks, score }: Found,
  { session: read, sentences, chunks: all }: OpenedSession,
  session: SessionRef,
): Hit {
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
  return { session, turns: [first!.firstTurn, last!.lastTurn], text, score, parts, by: 'words' };
}
