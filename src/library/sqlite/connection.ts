/** One connection to a library's database: statements prepared once, changes in transactions, errors in words. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { cacheKb, told } from './database.ts';
import { transactions, type Transactions } from './transactions.ts';

export interface Connection extends Transactions {
  folder: string;
  db: DatabaseSync;
  all: <Row>(text: string, ...values: SQLInputValue[]) => Row[];
  one: <Row>(text: string, ...values: SQLInputValue[]) => Row | undefined;
  run: (text: string, ...values: SQLInputValue[]) => { lastInsertRowid: number | bigint };
  /** Rows as arrays: of thousands of rows, a fraction of the time. */
  arrays: <Row extends unknown[]>(text: string, ...values: SQLInputValue[]) => Row[];
  /**
   * Rows as arrays, some at a time, for what does not fit in memory at once: the statement is given the number that the
   * first column is greater than, by which it has its rows in order, and how many to give.
   */
  batches: <Row extends [number, ...unknown[]]>(text: string, after: number) => Iterable<Row[]>;
  /** Row by row, for those that are large. */
  each: <Row>(text: string, ...values: SQLInputValue[]) => Iterable<Row>;
  /** Counts the changes. */
  revision: () => number;
}

const littleCacheKb = 2_048;
/** Row by row takes five times as long. */
const rowsAtOnce = 1_000;

/** `onUndone` is told when changes that seemed made are not. */
export function connection(db: DatabaseSync, folder: string, onUndone = () => {}): Connection {
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string) => {
    let statement = prepared.get(text);
    if (!statement) prepared.set(text, (statement = db.prepare(text)));
    return statement;
  };
  const one = <Row>(text: string, ...values: SQLInputValue[]) =>
    told(folder, () => sql(text).get(...values) as Row | undefined);
  const run = (text: string, ...values: SQLInputValue[]) => told(folder, () => sql(text).run(...values));
  const arrays = <Row extends unknown[]>(text: string, ...values: SQLInputValue[]) => {
    const statement = sql(text);
    statement.setReturnArrays(true);
    return told(folder, () => statement.all(...values)) as unknown as Row[];
  };

  /** What is read through once need not stay in memory. */
  const keepingInMemory = (kb: number) => db.exec(`PRAGMA cache_size = ${-kb}`);

  return {
    folder,
    db,
    one,
    run,
    all: <Row>(text: string, ...values: SQLInputValue[]) => told(folder, () => sql(text).all(...values) as Row[]),
    arrays,
    *batches<Row extends [number, ...unknown[]]>(text: string, after: number) {
      keepingInMemory(littleCacheKb);
      try {
        for (let last = after, rows: Row[] = []; ; last = rows.at(-1)![0]) {
          rows = arrays<Row>(text, last, rowsAtOnce);
          if (rows.length > 0) yield rows;
          if (rows.length < rowsAtOnce) return;
        }
      } finally {
        keepingInMemory(cacheKb);
      }
    },
    *each<Row>(text: string, ...values: SQLInputValue[]) {
      keepingInMemory(littleCacheKb);
      const rows = told(folder, () => db.prepare(text).iterate(...values)) as Iterator<Row>;
      try {
        for (let step = told(folder, () => rows.next()); step.done !== true; step = told(folder, () => rows.next()))
          yield step.value;
      } finally {
        // Left open, it would go on seeing the library as it was.
        rows.return?.();
        keepingInMemory(cacheKb);
      }
    },
    ...transactions(db, folder, onUndone),
    revision: () => one<{ value: number }>("SELECT value FROM meta WHERE key = 'revision'")?.value ?? 0,
  };
}
