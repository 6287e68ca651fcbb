/** What the chats' store asks of a database. Its SQL is the same for a file and for a server, but for what is named here. */

export type Row = { [column: string]: unknown };
/** A list is one value; `listed` makes rows of it. */
export type Value = string | number | null | Uint8Array | string[];

/** Values stand as $1, $2 … in the SQL. */
export interface Statements {
  all: (sql: string, ...values: Value[]) => Promise<Row[]>;
  one: (sql: string, ...values: Value[]) => Promise<Row | undefined>;
  /** How many rows it changed. */
  run: (sql: string, ...values: Value[]) => Promise<number>;
}

/** Each statement is a transaction of its own, on disk when it resolves. */
export interface ChatDatabase extends Statements {
  /** Whole or not at all. `work` is done by `within` alone, and waits for nothing else. */
  transaction<T>(work: (within: Statements) => Promise<T>): Promise<T>;
  /** After rows came in with their numbers: the next gets a higher one. */
  goOnNumbering(table: string): Promise<void>;
  /** SQL for the values of a list, as a table with the column `value`. */
  listed(parameter: string): string;
  /** SQL for the clock that all processes have in common, in milliseconds since 1970. */
  readonly now: string;
  /** SQL at the end of a SELECT: of these rows only those that no other process is taking. */
  readonly untaken: string;
  /** Whether other processes may be at work on it. Where not, what is found in hand is a dead process's. */
  readonly isShared: boolean;
  close(): Promise<void>;
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
