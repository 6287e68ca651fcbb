/** What can still be read of a damaged database: each session that is whole, and what belongs to no session. */
import { closeSync, copyFileSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { LibraryError } from '../library.ts';
import type { Connection } from './connection.ts';
import { recordOf } from './session-rows.ts';

export interface Salvaged {
  /** Sessions that are whole. */
  saved: number;
  /** What is not, in words. */
  lost: string[];
}

type Row = Record<string, SQLInputValue>;

/**
 * Copies into an empty library what can be read of another. What the words of a session were is known by its seal, so
 * that none is saved with other words. With `isTrial` nothing stays in the empty one.
 */
export function salvage(from: DatabaseSync, to: Connection, { isTrial = false } = {}): Salvaged {
  const tables = groundTables(to.db);
  const bySession = tables.filter((table) => ['turns', 'turn_blocks', 'findings'].includes(table));
  const { numbers, called, isTorn } = sessionNumbers(from, to.db);
  const rowsOfSession = bySessionIn(from);
  const lost: string[] = [];
  let saved = 0;
  for (const number of numbers) {
    const [row] = rowsOf(from, 'SELECT * FROM sessions WHERE number = ?', number).rows;
    if (row === undefined) {
      lost.push(lostSession(called.get(number) ?? {}, number));
      continue;
    }
    to.db.exec('BEGIN');
    try {
      insert(to, 'sessions', row);
      for (const table of bySession) for (const own of rowsOfSession(table, number)) insert(to, table, own);
      // Throws where its words are not those that were put in.
      recordOf(to, textOf(row['id']));
      saved += 1;
      to.db.exec(isTrial ? 'ROLLBACK' : 'COMMIT');
    } catch {
      to.db.exec('ROLLBACK');
      lost.push(lostSession(row, number));
    }
  }
  if (isTorn) lost.push('the list of sessions is damaged: there may have been others, which are not named here');
  if (isTrial || (saved === 0 && lost.length > 0)) return { saved, lost };
  const others = tables.filter((table) => table !== 'sessions' && !bySession.includes(table));
  for (const table of others) lost.push(...copyTable(from, to, table));
  copyCounts(from, to);
  return { saved, lost };
}

/** Blocks are found by an index; where that is damaged, all of them are looked through, once and from both ends. */
function bySessionIn(from: DatabaseSync): (table: string, session: number) => Row[] {
  let blocks: Map<unknown, number[]> | null = null;
  return (table, session) => {
    const { rows, isWhole } = rowsOf(from, `SELECT * FROM ${table} WHERE session = ?`, session);
    if (table !== 'turn_blocks' || (isWhole && rows.length > 0)) return rows;
    blocks ??= blocksBySession(from);
    const ids = blocks.get(session) ?? [];
    return ids.flatMap((id) => rowsOf(from, 'SELECT * FROM turn_blocks WHERE id = ?', id).rows);
  };
}

function blocksBySession(from: DatabaseSync): Map<unknown, number[]> {
  const sessions = new Map<number, unknown>();
  for (const order of ['ASC', 'DESC'])
    for (const { id, session } of rowsOf(from, `SELECT id, session FROM turn_blocks NOT INDEXED ORDER BY id ${order}`)
      .rows)
      sessions.set(Number(id), session);
  return Map.groupBy(
    [...sessions.keys()].toSorted((one, other) => one - other),
    (id) => sessions.get(id),
  );
}

/** Opened for reading even where what it says of itself is wrong; `like` is a whole library to take its first page of. */
export function openDamaged(file: string, like: string, copy: string): DatabaseSync {
  const opened = tolerant(file);
  if (opened && canBeRead(opened)) return opened;
  opened?.close();
  // Libraries of one version have their tables at the same places, and seals tell where they have not.
  copyFileSync(file, copy);
  putFirstPage(like, copy);
  return tolerant(copy) ?? new DatabaseSync(':memory:');
}

function tolerant(file: string): DatabaseSync | null {
  try {
    const db = new DatabaseSync(file, { readOnly: true, defensive: false, enableForeignKeyConstraints: false });
    // Takes a file that is shorter than it says for what it is.
    db.exec('PRAGMA writable_schema = ON; PRAGMA busy_timeout = 30000; PRAGMA cell_size_check = ON');
    return db;
  } catch {
    return null;
  }
}

function canBeRead(db: DatabaseSync): boolean {
  return rowsOf(db, "SELECT name FROM sqlite_schema WHERE name IN ('sessions', 'turns')").rows.length === 2;
}

function putFirstPage(like: string, copy: string): void {
  const pageSize = 4096;
  const page = Buffer.alloc(pageSize);
  const [from, to] = [openSync(like, 'r'), openSync(copy, 'r+')];
  readSync(from, page, 0, pageSize, 0);
  page.writeUInt32BE(Math.floor(statSync(copy).size / pageSize), 28);
  // No page is free, as far as reading goes.
  page.writeUInt32BE(0, 32);
  page.writeUInt32BE(0, 36);
  page.copy(page, 92, 24, 28);
  writeSync(to, page, 0, pageSize, 0);
  closeSync(from);
  closeSync(to);
}

/** As many as can be read before what is damaged. */
function rowsOf(from: DatabaseSync, sql: string, ...values: SQLInputValue[]): { rows: Row[]; isWhole: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of from.prepare(sql).iterate(...values)) rows.push(row);
    return { rows, isWhole: true };
  } catch {
    return { rows, isWhole: false };
  }
}

/** What a damaged row has where words should be need be none. */
function textOf(value: SQLInputValue | undefined): string {
  return typeof value === 'string'
    ? value
    : JSON.stringify(value ?? null, (_, of: unknown) => (typeof of === 'bigint' ? `${of}` : of));
}

function lostSession({ id, source }: Row, number: number): string {
  const name = id === undefined ? `session number ${number}` : `session ${textOf(id)}`;
  const where = source === undefined ? '' : ` (${textOf(source)})`;
  return `${name} is lost: its words are not whole; ingest its record again${where}`;
}

/** From both ends, and over every index: what is damaged in one may be whole in another, and tell how a session was `called`. */
function sessionNumbers(
  from: DatabaseSync,
  like: DatabaseSync,
): { numbers: number[]; called: Map<number, Row>; isTorn: boolean } {
  const called = new Map<number, Row>();
  let isTorn = true;
  const look = (sql: string) => {
    const { rows, isWhole } = rowsOf(from, sql);
    for (const row of rows)
      if (typeof row['number'] === 'number') called.set(row['number'], { ...called.get(row['number']), ...row });
    return isWhole;
  };
  const indexes = like
    .prepare(
      'SELECT list.name, info.name AS first FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info',
    )
    .all('sessions') as { name: string; first: string }[];
  for (const order of ['ASC', 'DESC']) {
    if (look(`SELECT number FROM sessions NOT INDEXED ORDER BY number ${order}`)) isTorn = false;
    for (const { name, first } of indexes)
      look(`SELECT number, ${first} FROM sessions INDEXED BY "${name}" ORDER BY ${first} ${order}`);
    for (const table of ['turns', 'turn_blocks'])
      look(`SELECT DISTINCT session AS number FROM ${table} ORDER BY session ${order}`);
  }
  return { numbers: [...called.keys()].sort((one, other) => one - other), called, isTorn };
}

/** Tables of what was put in, and not made of it. */
function groundTables(db: DatabaseSync): string[] {
  const tables = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all() as { name: string }[];
  return tables.map(({ name }) => name).filter((name) => !derived.has(name));
}

const derived = new Set(['speakers', 'sentences', 'sentence_blocks', 'chunks', 'vectors']);

function copyTable(from: DatabaseSync, to: Connection, table: string): string[] {
  const columns = to.db.prepare(`PRAGMA table_info(${table})`).all() as { name: string; pk: number }[];
  const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
  const order = key.length === 0 ? ['rowid'] : key.map(({ name }) => name);
  const upwards = rowsOf(from, `SELECT * FROM ${table} ORDER BY ${order.join(', ')}`);
  const downwards = upwards.isWhole
    ? { rows: [] }
    : rowsOf(from, `SELECT * FROM ${table} ORDER BY ${order.map((name) => `${name} DESC`).join(', ')}`);
  to.db.exec('BEGIN');
  for (const row of [...upwards.rows, ...downwards.rows])
    if (table !== 'meta' || !ownMeta.has(textOf(row['key'])))
      try {
        insert(to, table, row);
      } catch {
        // It belongs to a session that is lost.
      }
  to.db.exec('COMMIT');
  if (table === 'rules' && !upwards.isWhole && !isMissing(from, table)) throw new RulesLost();
  return upwards.isWhole || isMissing(from, table) ? [] : [`${table}: some of it cannot be read`];
}

/** Without its rule a session that must be kept back would be open to all. */
class RulesLost extends LibraryError {
  constructor() {
    super(
      'The rules of who may see which session cannot be read, so nothing is made anew without them. ' +
        'Put back a copy of library.db, or move the folder away and ingest the records again under their policies.',
    );
  }
}

function isMissing(from: DatabaseSync, table: string): boolean {
  const { rows, isWhole } = rowsOf(from, 'SELECT 1 FROM sqlite_schema WHERE name = ?', table);
  return isWhole && rows.length === 0;
}

/** What a library says of its own file. */
const ownMeta = new Set(['version', 'revision', 'embedder']);

/** Numbers go on where they were, and so do the changes that are counted. */
function copyCounts(from: DatabaseSync, to: Connection): void {
  const revision = rowsOf(from, "SELECT value FROM meta WHERE key = 'revision'").rows[0]?.['value'];
  const next = typeof revision === 'number' ? revision + 1 : Math.floor(Date.now() / 1000);
  to.run("UPDATE meta SET value = ? WHERE key = 'revision'", next);
  for (const [table, beyondAny] of [
    ['chunks', 1_000_000_000],
    ['sessions', 0],
  ] as const) {
    const { rows, isWhole } = rowsOf(from, 'SELECT seq FROM sqlite_sequence WHERE name = ?', table);
    const seq = Number(rows[0]?.['seq'] ?? (isWhole ? 0 : beyondAny));
    const now = to.one<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', table);
    if (now) to.run('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?', seq, table);
    else to.run('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', table, seq);
  }
}

/** Those of its columns that there are today. A row that is there already stays, but a session is read once. */
function insert(to: Connection, table: string, row: Row): void {
  const names = Object.keys(row).filter((name) => hasColumn(to, table, name));
  to.run(
    `INSERT ${table === 'sessions' ? '' : 'OR IGNORE '}INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...names.map((name) => row[name]!),
  );
}

const known = new WeakMap<DatabaseSync, Map<string, Set<string>>>();

function hasColumn({ db }: Connection, table: string, name: string): boolean {
  const tables = known.get(db) ?? new Map<string, Set<string>>();
  known.set(db, tables);
  let columns = tables.get(table);
  if (!columns) {
    const rows = db.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[];
    tables.set(table, (columns = new Set(rows.map((row) => row.name))));
  }
  return columns.has(name);
}
