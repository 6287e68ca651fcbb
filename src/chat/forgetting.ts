/** What chats must forget: what is old, somebody who asks for it, and workspaces that took the bot out. */
import type { DatabaseSync } from 'node:sqlite';
import type { Kept, Person } from './person.ts';

export interface Forgetting {
  /** Forgets questions and answers last touched before then, and opinions given before `opinionsBefore`; settings stay. */
  forget(before: number, opinionsBefore?: number): number;
  keptOf(person: Person): Kept;
  /** Their questions, answers and opinions, and what others thought of their answers; `but` is the id of a question that stays. What there was. */
  forgetPerson(person: Person, but?: string): Kept;
  /** One question and its answer. */
  remove(id: string): void;
  /** The bot was taken out of a workspace, `slack:T0123`; earlier news of it stands. */
  left(origin: string, now: number): void;
  /** It is there again. */
  returned(origin: string): void;
  /** Those that took the bot out before then. */
  leftBefore(before: number): string[];
  /** Questions, answers, opinions, settings and grants of a workspace. */
  forgetOrigin(origin: string): void;
  /** Workspaces of a platform of which anything is kept. */
  origins(platform: string): string[];
}

export function forgettingIn(database: DatabaseSync, transaction: <T>(work: () => T) => T): Forgetting {
  const run = (sql: string, ...values: (string | number | null)[]) =>
    Number(database.prepare(sql).run(...values).changes);
  const theirs = 'platform = ?1 AND user = ?2 AND (?3 IS NULL OR workspace = ?3)';
  const opinionOf = `feedback ->> '$.place.platform' = ?1 AND (?3 IS NULL OR feedback ->> '$.place.workspace' = ?3)`;

  const keptOf: Forgetting['keptOf'] = ({ platform, user, workspace }) => {
    const asked = database
      .prepare(`SELECT count(*) AS n, min(received_ms) AS oldest FROM questions WHERE ${theirs}`)
      .get(platform, user, workspace)!;
    const thought = database
      .prepare(`SELECT count(*) AS n FROM feedback WHERE user = ?2 AND ${opinionOf}`)
      .get(platform, user, workspace)!;
    const oldest = asked['oldest'];
    return {
      questions: Number(asked['n']),
      opinions: Number(thought['n']),
      oldestMs: oldest === null ? null : Number(oldest),
    };
  };

  return {
    forget: (before, opinionsBefore = 0) =>
      transaction(() => {
        run('DELETE FROM events WHERE seen_ms < ?', before);
        run(`DELETE FROM feedback WHERE feedback ->> '$.timeMs' < ?`, opinionsBefore);
        run('DELETE FROM stories WHERE told_ms < ?', opinionsBefore);
        return run(`DELETE FROM questions WHERE changed_ms < ? AND state NOT IN ('received', 'ready')`, before);
      }),

    keptOf,

    forgetPerson: (person, but = '') =>
      transaction(() => {
        const kept = keptOf(person);
        const { platform, user, workspace } = person;
        run(`DELETE FROM feedback WHERE user = ?2 AND ${opinionOf}`, platform, user, workspace);
        run(`DELETE FROM feedback WHERE id IN (SELECT id FROM questions WHERE ${theirs})`, platform, user, workspace);
        for (const table of ['watches', 'collected'])
          run(`DELETE FROM ${table} WHERE ${theirs}`, platform, user, workspace);
        run(`DELETE FROM questions WHERE ${theirs} AND id <> ?4`, platform, user, workspace, but);
        return but === '' ? kept : { ...kept, questions: Math.max(kept.questions - 1, 0) };
      }),

    remove(id) {
      run('DELETE FROM questions WHERE id = ?', id);
    },

    left(origin, now) {
      run('INSERT INTO removals VALUES (?, ?) ON CONFLICT DO NOTHING', origin, now);
    },

    returned(origin) {
      run('DELETE FROM removals WHERE origin = ?', origin);
    },

    leftBefore: (before) =>
      database
        .prepare('SELECT origin FROM removals WHERE removed_ms < ?')
        .all(before)
        .map(({ origin }) => String(origin)),

    forgetOrigin: (origin) =>
      transaction(() => {
        const here = `platform || ':' || workspace = ?`;
        run(`DELETE FROM questions WHERE ${here}`, origin);
        for (const table of ['settings', 'watches', 'stories', 'collected'])
          run(`DELETE FROM ${table} WHERE ${here}`, origin);
        run(
          `DELETE FROM feedback WHERE (feedback ->> '$.place.platform') || ':' || (feedback ->> '$.place.workspace') = ?`,
          origin,
        );
        run('DELETE FROM grants WHERE origin = ?', origin);
        run('DELETE FROM removals WHERE origin = ?', origin);
        run('DELETE FROM told WHERE origin = ?', origin);
      }),

    origins: (platform) =>
      database
        .prepare(
          `SELECT workspace FROM questions WHERE platform = ?1 UNION SELECT workspace FROM settings WHERE platform = ?1`,
        )
        .all(platform)
        .map(({ workspace }) => String(workspace))
        .filter((workspace) => workspace !== '')
        .map((workspace) => `${platform}:${workspace}`),
  };
}
