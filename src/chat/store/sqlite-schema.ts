/** `chat.db` itself: its tables, and how a file of an earlier version gets today's. */
import { DatabaseSync } from 'node:sqlite';

/** Opens or creates it. Throws when the file is of another version, not ours, or no database. */
export function openChatDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    database.exec('BEGIN IMMEDIATE');
    const found = Number(database.prepare('PRAGMA user_version').get()!['user_version']);
    const owner = Number(database.prepare('PRAGMA application_id').get()!['application_id']);
    const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
    if (!isEmpty && owner !== applicationId) throw new Error(`${path}: is a database of another program; move it away`);
    if (found > version || (found < 1 && !isEmpty))
      throw new Error(
        `${path}: is of version ${found}, and this Rapporteur reads version ${version}; ` +
          'run the Rapporteur that wrote it, or move the file away to begin a new one',
      );
    for (const upgrade of upgrades.slice(found)) database.exec(upgrade);
    if (found < version) database.exec(`PRAGMA user_version = ${version}; PRAGMA application_id = ${applicationId}`);
    database.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR') {
      if ((error as { errcode?: number }).errcode === full)
        throw new Error(`${path}: there is no room left on the disk; make room and start again`, { cause: error });
      throw new Error(
        `${path}: cannot be opened as a database (${error.message}); move it away, or free it if another program holds it`,
        { cause: error },
      );
    }
    throw error;
  }
}

/** https://sqlite.org/rescode.html#full */
const full = 13;

/** Marks the file as ours: "Rapp" in ASCII. */
const applicationId = 0x52617070;

const firstTables = `
  CREATE TABLE questions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, message TEXT NOT NULL,
    conversation TEXT NOT NULL, user TEXT NOT NULL,
    counted INTEGER NOT NULL,
    post TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    reply TEXT, library_version TEXT, sent TEXT, only_for TEXT,
    received_ms INTEGER NOT NULL, changed_ms INTEGER NOT NULL,
    UNIQUE (platform, workspace, channel, message)
  ) STRICT;
  CREATE INDEX questions_by_conversation ON questions (platform, workspace, conversation);
  CREATE INDEX questions_by_user ON questions (platform, workspace, channel, user, received_ms);
  CREATE INDEX questions_unfinished ON questions (platform, number) WHERE state IN ('received', 'ready');
  CREATE TABLE events (
    platform TEXT NOT NULL, event TEXT NOT NULL, seen_ms INTEGER NOT NULL,
    PRIMARY KEY (platform, event)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE settings (
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, settings TEXT NOT NULL,
    PRIMARY KEY (platform, workspace, channel)
  ) STRICT;
  CREATE TABLE feedback (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL, user TEXT NOT NULL, feedback TEXT NOT NULL,
    UNIQUE (id, user)
  ) STRICT;
  CREATE TABLE installations (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT;
`;

const accessTables = `
  CREATE TABLE grants (origin TEXT PRIMARY KEY, sees TEXT, may_share INTEGER NOT NULL) STRICT;
  CREATE TABLE removals (origin TEXT PRIMARY KEY, removed_ms INTEGER NOT NULL) STRICT;
`;

/** Workspaces and servers that were answered before there were grants still are, whatever the default is set to. */
const keptFromBefore = `
  INSERT INTO grants
    SELECT DISTINCT platform || ':' || workspace, 'operator', 0
    FROM (SELECT platform, workspace FROM questions UNION SELECT platform, workspace FROM settings) WHERE workspace <> '';
`;

/** What was told once in a workspace, and the last message that came in before the process ended. */
const toldTables = `
  CREATE TABLE told (
    origin TEXT NOT NULL, what TEXT NOT NULL, told_ms INTEGER NOT NULL,
    PRIMARY KEY (origin, what)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE last_seen (platform TEXT PRIMARY KEY, message TEXT NOT NULL, seen_ms INTEGER NOT NULL) STRICT;
`;

/** A day is one of UTC, `2026-11-30`; `largest` is the most that one answer took. */
const ledgerTables = `
  CREATE TABLE token_counts (
    day TEXT NOT NULL, place TEXT NOT NULL, purpose TEXT NOT NULL,
    input INTEGER NOT NULL, output INTEGER NOT NULL, uses INTEGER NOT NULL, largest INTEGER NOT NULL,
    PRIMARY KEY (day, place, purpose)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE token_reservations (
    number INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT NOT NULL, tokens INTEGER NOT NULL, until_ms INTEGER NOT NULL
  ) STRICT;
`;

const givenTables = `
  CREATE TABLE given (
    id TEXT PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
    looked TEXT NOT NULL, news TEXT, times INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

const watchTables = `
  CREATE TABLE watches (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL,
    watch TEXT NOT NULL, told_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX watches_by_place ON watches (platform, workspace, channel);
  CREATE TABLE arrivals (session TEXT PRIMARY KEY, arrived_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX arrivals_by_time ON arrivals (arrived_ms);
  CREATE TABLE stories (
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, story TEXT NOT NULL, told_ms INTEGER NOT NULL,
    PRIMARY KEY (platform, workspace, channel, story)
  ) STRICT, WITHOUT ROWID;
`;

const collectedTables = `
  CREATE TABLE collected (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL,
    is_private INTEGER NOT NULL, quote TEXT NOT NULL, note TEXT NOT NULL, tag TEXT NOT NULL, kept_ms INTEGER NOT NULL
  ) STRICT;
`;

/** What is looked for in replies and opinions has columns; who is answering a question, or does what one process does for all, and until when. */
const columnsAndLeases = `
  ALTER TABLE questions ADD COLUMN asked TEXT;
  ALTER TABLE questions ADD COLUMN is_direct INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE questions ADD COLUMN reply_kind TEXT;
  ALTER TABLE questions ADD COLUMN reply_status TEXT;
  ALTER TABLE questions ADD COLUMN reply_question TEXT;
  ALTER TABLE questions ADD COLUMN holder TEXT;
  ALTER TABLE questions ADD COLUMN held_until_ms INTEGER NOT NULL DEFAULT 0;
  UPDATE questions SET asked = post ->> '$.command.question', is_direct = coalesce(post ->> '$.isDirect', 0),
    reply_kind = reply ->> '$.kind', reply_status = reply ->> '$.answer.status', reply_question = reply ->> '$.answer.question';
  ALTER TABLE feedback ADD COLUMN platform TEXT NOT NULL DEFAULT '';
  ALTER TABLE feedback ADD COLUMN workspace TEXT NOT NULL DEFAULT '';
  ALTER TABLE feedback ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
  ALTER TABLE feedback ADD COLUMN question TEXT NOT NULL DEFAULT '';
  ALTER TABLE feedback ADD COLUMN given_ms INTEGER NOT NULL DEFAULT 0;
  UPDATE feedback SET platform = coalesce(feedback ->> '$.place.platform', ''), workspace = coalesce(feedback ->> '$.place.workspace', ''),
    verdict = coalesce(feedback ->> '$.verdict', ''), question = coalesce(feedback ->> '$.question', ''),
    given_ms = coalesce(feedback ->> '$.timeMs', 0);
  CREATE TABLE leases (name TEXT PRIMARY KEY, holder TEXT NOT NULL, process TEXT NOT NULL, until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** What makes each version of the one before it, from version 1 on; a new file goes through all of them. */
const upgrades: readonly string[] = [
  firstTables,
  `${accessTables} ${keptFromBefore}`,
  toldTables,
  ledgerTables,
  `${givenTables} ${watchTables} ${collectedTables}`,
  columnsAndLeases,
];
const version = upgrades.length;
