/** `chat.db` itself: its tables, and how it is opened. */
import { DatabaseSync } from 'node:sqlite';
import { collectedSchema } from './collected/collected-store.ts';
import { givenSchema } from './given/given-store.ts';
import { ledgerSchema } from './token-ledger.ts';
import { watchSchema } from './watches/watch-store.ts';

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

/** What makes each version of the one before it, from version 1 on; a new file goes through all of them. */
const upgrades: readonly string[] = [
  firstTables,
  `${accessTables} ${keptFromBefore}`,
  toldTables,
  ledgerSchema,
  `${givenSchema} ${watchSchema} ${collectedSchema}`,
];
const version = upgrades.length;
