/** How a session lies in its tables, and the seal that tells whether its words are those that were put in. */
import { createHash } from 'node:crypto';
import { operator, type Origin } from '../../access/origin.ts';
import type { Correction, Finding, RecordLink, Session, Turn } from '../../session.ts';
import { applyCorrections } from '../corrections.ts';
import { remembering } from '../../words/remembering.ts';
import { LibraryError } from '../library.ts';
import { versionOf } from '../version-rows.ts';
import { blocksOfTurns, turnsIn, type TurnRow } from '../blocks.ts';
import type { Connection } from './connection.ts';

/** As it was read. Throws a `LibraryError` where its words are not those that were put in. */
export function recordOf({ one, all, folder }: Connection, id: string): Session | null {
  const row = one<SessionRow>('SELECT * FROM sessions WHERE id = ?', id);
  if (!row) return null;
  const { turns, findings } = whole(folder, row, () => wordsOf({ all }, row.number));
  if (sealOf(row, turns, findings) !== row.seal) throw damagedSession(folder, row);
  const { title, date, event, kind, source, record_hash: hash, rest, origin } = row;
  const links = linksOf({ all }, id);
  const moreOf = remembering((text) => JSON.parse(text) as MoreOfTurn, mostAlike);
  return {
    id,
    title,
    date,
    event,
    kind,
    source,
    ...(origin !== operator && { origin }),
    ...(JSON.parse(rest) as Rest),
    version: versionOf(hash),
    ...(links.length > 0 && { links }),
    turns: turns.map((turn) => turnOf(turn, moreOf)),
    findings: findings.map((finding) => JSON.parse(finding) as Finding),
  };
}

function damagedSession(folder: string, { id, source }: SealedRow, cause?: unknown): LibraryError {
  return new LibraryError(
    `Library ${folder}: session ${id} is damaged: its words are not those that were put in. ` +
      `Ingest its record again (${source}), or remove it.`,
    { cause },
  );
}

/** What cannot be unpacked is damaged; what SQLite says is told as it is. */
function whole<T>(folder: string, row: SealedRow, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof LibraryError ? error : damagedSession(folder, row, error);
  }
}

/** With what people put right about who spoke. */
export function sessionOf(from: Connection, id: string): Session | null {
  const record = recordOf(from, id);
  return record && applyCorrections(record, correctionsOf(from, id, record.source)).session;
}

export function correctionsOf({ all }: Pick<Connection, 'all'>, id: string, source: string): Correction[] {
  const rows = all<{ correction: string }>(
    'SELECT correction FROM corrections WHERE session = ? AND source = ? ORDER BY id',
    id,
    source,
  );
  return rows.map(({ correction }) => JSON.parse(correction) as Correction);
}

/** Other records of the session that are in the library. */
function linksOf({ all }: Pick<Connection, 'all'>, id: string): RecordLink[] {
  return all<RecordLink>(
    `SELECT other AS session, theirs, ours FROM links
    WHERE session = ? AND other IN (SELECT id FROM sessions) ORDER BY other`,
    id,
  ).map((link) => ({ ...link }));
}

/** Writes the session's own rows and gives its number. `broughtIn` is when what was read of it came in. */
export function insertSession(
  { run }: Connection,
  session: Session,
  recordHash: string,
  broughtIn: string | null,
): number {
  const row: SealedRow = {
    id: session.id,
    title: session.title,
    date: session.date,
    event: session.event,
    kind: session.kind,
    source: session.source,
    record_hash: recordHash,
    rest: JSON.stringify(restOf(session)),
    origin: session.origin ?? operator,
  };
  const turns = session.turns.map(rowOf);
  const findings = session.findings.map((finding) => JSON.stringify(finding));
  const { lastInsertRowid } = run(
    `INSERT INTO sessions
      (id, title, date, event, kind, source, record_hash, rest, origin, people, seal, brought_in, turn_count)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?)`,
    row.id,
    row.title,
    row.date,
    row.event,
    row.kind,
    row.source,
    row.record_hash,
    row.rest,
    row.origin,
    sealOf(row, turns, findings),
    broughtIn,
    turns.length,
  );
  const number = Number(lastInsertRowid);
  insertTurns({ run }, number, turns);
  for (const [position, finding] of findings.entries())
    run('INSERT INTO findings VALUES (?, ?, ?)', number, position, finding);
  return number;
}

function insertTurns({ run }: Pick<Connection, 'run'>, number: number, turns: TurnRow[]): void {
  for (const { first, bytes } of blocksOfTurns(turns))
    run('INSERT INTO turn_blocks (session, first_turn, turns) VALUES (?, ?, ?)', number, first, bytes);
}

/** Puts the turns of a session that was put in before version 8 into blocks; the words, and so the seal, are the same. */
export function packTurns(of: Connection, number: number): void {
  if (of.one('SELECT 1 FROM sessions WHERE number = ? AND turn_count IS NULL', number) === undefined) return;
  const { turns } = wordsOf(of, number);
  of.run('DELETE FROM turns WHERE session = ?', number);
  insertTurns(of, number, turns);
  of.run('UPDATE sessions SET turn_count = ? WHERE number = ?', turns.length, number);
}

/** The same words, read from elsewhere now. */
export function moveSession(of: Connection, id: string, source: string): void {
  const before = sealAnew(of, id, { source });
  if (before) of.run('UPDATE corrections SET source = ? WHERE session = ? AND source = ?', source, id, before.source);
}

/** The same words, another's now; false where there is no such session. */
export function giveSession(of: Connection, id: string, origin: Origin): boolean {
  return sealAnew(of, id, { origin }) !== null;
}

/** Gives the row as it was before, or null. */
function sealAnew(
  { one, all, run, folder }: Connection,
  id: string,
  now: { source?: string; origin?: Origin },
): SessionRow | null {
  const row = one<SessionRow>('SELECT * FROM sessions WHERE id = ?', id);
  if (!row) return null;
  const { turns, findings } = whole(folder, row, () => wordsOf({ all }, row.number));
  const { source, origin } = { ...row, ...now };
  const seal = sealOf({ ...row, ...now }, turns, findings);
  run('UPDATE sessions SET source = ?, origin = ?, seal = ? WHERE id = ?', source, origin, seal, id);
  return row;
}

type Rest = Pick<Session, 'startTime' | 'endTime' | 'language' | 'track' | 'page' | 'speakers' | 'rule'>;
type SealedRow = Pick<Session, 'id' | 'title' | 'date' | 'event' | 'kind' | 'source'> & {
  record_hash: string;
  rest: string;
  origin: Origin;
};
type SessionRow = SealedRow & { number: number; people: string; seal: string };

function rowOf({ speaker, text, times, ...more }: Turn): TurnRow {
  const hasMore = Object.values(more).some((value) => value !== undefined);
  return { speaker, text, times: JSON.stringify(times), more: hasMore ? JSON.stringify(more) : null };
}

type MoreOfTurn = Omit<Turn, 'speaker' | 'text' | 'times'>;

/** What is known of turns besides is a label of one of a few speakers, or of each another. */
const mostAlike = 1_000;

function turnOf({ speaker, text, times, more }: TurnRow, moreOf: (text: string) => MoreOfTurn): Turn {
  const turn = { speaker, text, times: times === '[]' ? [] : (JSON.parse(times) as Turn['times']) };
  return more === null ? turn : { ...turn, ...moreOf(more) };
}

/** Throws where they cannot be read at all. */
function wordsOf({ all }: Pick<Connection, 'all'>, number: number): { turns: TurnRow[]; findings: string[] } {
  const findings = all<{ finding: string }>('SELECT finding FROM findings WHERE session = ? ORDER BY position', number);
  const blocks = all<{ turns: Uint8Array }>(
    'SELECT turns FROM turn_blocks WHERE session = ? ORDER BY first_turn',
    number,
  );
  const turns =
    blocks.length > 0
      ? blocks.flatMap((block) => turnsIn(block.turns))
      : all<TurnRow>('SELECT speaker, text, times, more FROM turns WHERE session = ? ORDER BY turn', number);
  return {
    turns,
    findings: findings.map(({ finding }) => finding),
  };
}

function restOf({ startTime, endTime, language, track, page, speakers, rule }: Session): Rest {
  // Without what a record does not say, as before any could.
  return { startTime, endTime, language, ...(track && { track }), page, speakers, ...(rule !== undefined && { rule }) };
}

/** A hash of a session's own rows. SQLite does not notice a flipped bit in a text, and a quotation must not have one. */
function sealOf(row: SealedRow, turns: TurnRow[], findings: string[]): string {
  const { id, title, date, event, kind, source, record_hash: recordHash, rest, origin } = row;
  const hash = createHash('sha256');
  // Without the operator, as before there were origins.
  const whose = origin === operator ? [] : [origin];
  hash.update(JSON.stringify([id, title, date, event, kind, source, recordHash, rest, turns.length, ...whose]));
  // Many at a time: a call for each would take most of the time.
  let written = '';
  const untimed = new Map<string | null, string>();
  for (const { speaker, text, times, more } of turns) {
    // Without `more`, as before there was any. Most turns have no times, and a session has few speakers.
    const isBare = more === null && times === '[]';
    const known = isBare ? untimed.get(speaker) : undefined;
    const head = known ?? JSON.stringify(more === null ? [speaker, times] : [speaker, times, more]);
    if (isBare && known === undefined) untimed.set(speaker, head);
    written += `${head}${text}\n`;
    if (written.length < mostAtOnce) continue;
    hash.update(written);
    written = '';
  }
  hash.update(written);
  for (const finding of findings) hash.update(finding).update('\n');
  return hash.digest('hex');
}

const mostAtOnce = 65_536;
