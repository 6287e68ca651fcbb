/** What chats must forget: what is old, somebody who asks for it, and workspaces that took the bot out. */
import type { Kept, Person } from './person.ts';
import type { ChatDatabase, Statements } from './store/chat-database.ts';

export interface Forgetting {
  /** Forgets questions and answers last touched before then, and opinions given before `opinionsBefore`; settings stay. */
  forget(before: number, opinionsBefore?: number): Promise<number>;
  keptOf(person: Person): Promise<Kept>;
  /** Their questions, answers and opinions, and what others thought of their answers; `but` is the id of a question that stays. What there was. */
  forgetPerson(person: Person, but?: string): Promise<Kept>;
  /** One question and its answer. */
  remove(id: string): Promise<void>;
  /** The bot was taken out of a workspace, `slack:T0123`; earlier news of it stands. */
  left(origin: string, now: number): Promise<void>;
  /** It is there again. */
  returned(origin: string): Promise<void>;
  /** Those that took the bot out before then. */
  leftBefore(before: number): Promise<string[]>;
  /** Questions, answers, opinions, settings and grants of a workspace. */
  forgetOrigin(origin: string): Promise<void>;
  /** Workspaces of a platform of which anything is kept. */
  origins(platform: string): Promise<string[]>;
}

export function forgettingIn(database: ChatDatabase): Forgetting {
  const theirs = 'platform = $1 AND "user" = $2 AND (CAST($3 AS TEXT) IS NULL OR workspace = $3)';
  const of = ({ platform, user, workspace }: Person) => [platform, user, workspace] as const;

  async function keptIn({ one }: Statements, person: Person): Promise<Kept> {
    const asked = await one(
      `SELECT count(*) AS n, min(received_ms) AS oldest FROM questions WHERE ${theirs}`,
      ...of(person),
    );
    const thought = await one(`SELECT count(*) AS n FROM feedback WHERE ${theirs}`, ...of(person));
    const oldest = asked!['oldest'];
    return {
      questions: Number(asked!['n']),
      opinions: Number(thought!['n']),
      oldestMs: oldest === null ? null : Number(oldest),
    };
  }

  return {
    forget: (before, opinionsBefore = 0) =>
      database.transaction(async ({ run }) => {
        await run('DELETE FROM events WHERE seen_ms < $1', before);
        await run('DELETE FROM feedback WHERE given_ms < $1', opinionsBefore);
        await run('DELETE FROM stories WHERE told_ms < $1', opinionsBefore);
        return run(`DELETE FROM questions WHERE changed_ms < $1 AND state NOT IN ('received', 'ready')`, before);
      }),

    keptOf: (person) => keptIn(database, person),

    forgetPerson: (person, but = '') =>
      database.transaction(async (within) => {
        const kept = await keptIn(within, person);
        await within.run(`DELETE FROM feedback WHERE ${theirs}`, ...of(person));
        await within.run(`DELETE FROM feedback WHERE id IN (SELECT id FROM questions WHERE ${theirs})`, ...of(person));
        for (const table of ['watches', 'collected'])
          await within.run(`DELETE FROM ${table} WHERE ${theirs}`, ...of(person));
        await within.run(`DELETE FROM questions WHERE ${theirs} AND id <> $4`, ...of(person), but);
        return but === '' ? kept : { ...kept, questions: Math.max(kept.questions - 1, 0) };
      }),

    async remove(id) {
      await database.run('DELETE FROM questions WHERE id = $1', id);
    },

    async left(origin, now) {
      await database.run('INSERT INTO removals VALUES ($1, $2) ON CONFLICT DO NOTHING', origin, now);
    },

    async returned(origin) {
      await database.run('DELETE FROM removals WHERE origin = $1', origin);
    },

    leftBefore: async (before) => {
      const rows = await database.all('SELECT origin FROM removals WHERE removed_ms < $1', before);
      return rows.map(({ origin }) => String(origin));
    },

    forgetOrigin: (origin) =>
      database.transaction(async ({ run }) => {
        for (const table of ['questions', 'settings', 'watches', 'stories', 'collected', 'feedback'])
          await run(`DELETE FROM ${table} WHERE platform || ':' || workspace = $1`, origin);
        for (const table of ['grants', 'removals', 'told']) await run(`DELETE FROM ${table} WHERE origin = $1`, origin);
      }),

    origins: async (platform) => {
      const rows = await database.all(
        `SELECT workspace FROM questions WHERE platform = $1 UNION SELECT workspace FROM settings WHERE platform = $1`,
        platform,
      );
      return rows
        .map(({ workspace }) => String(workspace))
        .filter((workspace) => workspace !== '')
        .map((workspace) => `${platform}:${workspace}`);
    },
  };
}
