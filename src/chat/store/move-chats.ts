/** All that chats keep put into another place: row by row what is not there yet, so that it can be done again after a break. */
import type { IngestProgress } from '../../rapporteur.ts';
import type { ChatDatabase, Row, Statements, Value } from './chat-database.ts';

export interface MovedChats {
  moved: number;
  /** What is in the other place already stays as it is there. */
  already: number;
}

interface Table {
  name: string;
  /** By which its rows are told apart; what is of the same key there stays. */
  key: string[];
  /** People mean rows by their number, which is kept where it is free. */
  isNumbered?: true;
}

/** In an order in which each finds what it refers to. */
const tables: Table[] = [
  { name: 'grants', key: ['origin'] },
  { name: 'settings', key: ['platform', 'workspace', 'channel'] },
  { name: 'installations', key: ['name'] },
  { name: 'removals', key: ['origin'] },
  { name: 'events', key: ['platform', 'event'] },
  { name: 'questions', key: ['id'] },
  { name: 'given', key: ['id'] },
  { name: 'feedback', key: ['id', 'user'] },
  { name: 'watches', key: ['platform', 'workspace', 'channel', 'user', 'watch'], isNumbered: true },
  { name: 'arrivals', key: ['session'] },
  { name: 'stories', key: ['platform', 'workspace', 'channel', 'story'] },
  {
    name: 'collected',
    key: ['platform', 'workspace', 'channel', 'user', 'is_private', 'quote', 'note', 'tag', 'kept_ms'],
    isNumbered: true,
  },
  { name: 'told', key: ['origin', 'what'] },
  { name: 'last_seen', key: ['platform'] },
  { name: 'token_counts', key: ['day', 'place', 'purpose'] },
];

/** Nothing may be at work on either. */
export async function moveChats(
  from: ChatDatabase,
  to: ChatDatabase,
  onProgress: (progress: IngestProgress) => void = () => {},
): Promise<MovedChats> {
  const counts = new Map<string, number>();
  for (const { name } of tables) counts.set(name, Number((await from.one(`SELECT count(*) AS n FROM ${name}`))!['n']));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const report: MovedChats = { moved: 0, already: 0 };
  for (const table of tables) {
    const order = table.isNumbered || hasOrder.has(table.name) ? 'number' : table.key.map(quoted).join(', ');
    for (let offset = 0; offset < counts.get(table.name)!; offset += pageSize) {
      onProgress({ done: report.moved + report.already, total, name: table.name });
      const rows = await from.all(`SELECT * FROM ${table.name} ORDER BY ${order} LIMIT $1 OFFSET $2`, pageSize, offset);
      await to.transaction(async (within) => {
        for (const row of rows) report[(await keep(row, table, within)) ? 'moved' : 'already'] += 1;
      });
    }
    if (table.isNumbered) await to.goOnNumbering(table.name);
  }
  onProgress({ done: total, total, name: '' });
  return report;
}

/** Whether it was not there. */
async function keep(row: Row, { name, key, isNumbered }: Table, { one, run }: Statements): Promise<boolean> {
  const isKept = key.map((column, at) => `${quoted(column)} = $${at + 1}`).join(' AND ');
  if (await one(`SELECT 1 AS found FROM ${name} WHERE ${isKept}`, ...key.map((column) => row[column] as Value)))
    return false;
  if (name === 'given' && !(await one('SELECT 1 AS found FROM questions WHERE id = $1', row['id'] as Value)))
    return false;
  const isFree = isNumbered && !(await one(`SELECT 1 AS found FROM ${name} WHERE number = $1`, row['number'] as Value));
  const columns = Object.keys(row).filter((column) => !ofProcess.has(column) && (column !== 'number' || isFree));
  const changed = await run(
    `INSERT INTO ${name} (${columns.map(quoted).join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})
    ON CONFLICT DO NOTHING`,
    ...columns.map((column) => row[column] as Value),
  );
  return changed === 1;
}

const pageSize = 500;
/** Numbered in the order they came, by which nobody means them. */
const hasOrder = new Set(['questions', 'feedback']);
/** What is in hand is let go. */
const ofProcess = new Set(['holder', 'held_until_ms']);
const quoted = (column: string) => `"${column}"`;
