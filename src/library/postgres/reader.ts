/** What is read of a library in PostgreSQL, in one transaction that sees one moment. */
import type { Masks } from '../../access/chatham-house.ts';
import { termsFromText, type IndexedSentence } from '../../words/sentence-terms.ts';
import { countsOf } from '../asked-once.ts';
import { derivation } from '../derive.ts';
import type { LibraryReader, StoredChunk, WholeSession } from '../library.ts';
import type { Connection } from './connection.ts';
import { momentOf, peopleOf, type Memory, type Moment, type State } from './moment.ts';
import { sessionsOf, type SessionRow } from './session-rows.ts';
import { nearest } from './vectors.ts';
import { versionIn, versionsIn } from './versions.ts';
import { bestByWords, extentOf, frequenciesOf } from './words.ts';

export function readerOf(
  from: Connection,
  state: State,
  { memory, canIterate }: { memory: Memory; canIterate: boolean },
): LibraryReader {
  let held: Promise<Moment> | null = null;
  const moment = () =>
    (held ??= momentOf(from, state, memory).catch((error: unknown) => {
      held = null;
      throw error;
    }));

  return {
    revision: state.revision,
    sessions: async () => (await moment()).summaries,
    people: async () => peopleOf(from, await moment(), memory),
    whole: (ids) => wholeOf(from, ids),
    versions: (sessions) => versionsIn(from, sessions),
    version: (session, number) => versionIn(from, session, number),
    counts: async (terms) => {
      const asked = [...terms];
      const frequencies = await frequenciesOf(from, await moment(), asked);
      return countsOf(new Map(asked.map((term) => [term, frequencies.get(term)!])), state.chunks);
    },
    searchWords: async (terms, limit, sessions) => bestByWords(from, await moment(), { terms, limit, sessions }),
    searchVectors: async (vector, limit, among) => nearest(from, await moment(), { vector, limit, among, canIterate }),
    extent: async (terms, sessions) => extentOf(from, await moment(), terms, sessions),
    turnCount: async (of) => {
      const { turnCounts } = await moment();
      return of.reduce((sum, { session, speaker }) => sum + (turnCounts.get(session)?.get(speaker) ?? 0), 0);
    },
    behind: async () => {
      const { derivedEarlier, underOtherRule } = await moment();
      return [...new Set([...derivedEarlier, ...underOtherRule])];
    },
    rules: async () => (await moment()).rules,
  };
}

async function wholeOf(from: Connection, ids: string[]): Promise<WholeSession[]> {
  const sessions = await sessionsOf(from, ids);
  const byId = new Map(sessions.map((each) => [each.row.id, each]));
  const numbers = sessions.map(({ row }) => row.number);
  const turns = await from.all<TurnRow>(
    'SELECT session, turn, places, terms FROM turns WHERE session = ANY($1) ORDER BY session, turn',
    numbers,
  );
  const chunks = await from.all<StoredChunk & { session: number }>(
    `SELECT session, id, first_turn AS "firstTurn", first_sentence AS "firstSentence",
      last_turn AS "lastTurn", last_sentence AS "lastSentence", hash
    FROM chunks WHERE session = ANY($1) ORDER BY id`,
    numbers,
  );
  const turnsOf = Map.groupBy(turns, ({ session }) => session);
  const chunksOf = Map.groupBy(chunks, ({ session }) => session);
  return ids.flatMap((id) => {
    const found = byId.get(id);
    if (!found) return [];
    const { row, session } = found;
    const sentences: IndexedSentence[][] = session.turns.map(() => []);
    for (const turn of turnsOf.get(row.number) ?? []) sentences[turn.turn] = sentencesOf(turn, row);
    const stored = (chunksOf.get(row.number) ?? []).map(({ session: _session, ...chunk }) => chunk);
    const masks = row.masks === null ? {} : { masks: JSON.parse(row.masks) as Masks };
    return [{ session, sentences, chunks: stored, ...masks }];
  });
}

interface TurnRow {
  session: number;
  turn: number;
  /** JSON: of each sentence where it starts and ends, and its second. */
  places: string;
  /** Three lines a sentence; null where they are to be made. */
  terms: string | null;
}

function sentencesOf({ places, terms }: TurnRow, row: SessionRow): IndexedSentence[] {
  const lines = terms !== null && row.derivation === derivation ? terms.split('\n') : null;
  return (JSON.parse(places) as [number, number, number | null][]).map(([start, end, seconds], at) => ({
    start,
    end,
    seconds,
    ...(lines && { terms: termsFromText(lines.slice(3 * at, 3 * at + 3).join('\n')) }),
  }));
}
