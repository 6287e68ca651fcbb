/** Tokens that models' servers used, by day and place, and what of a budget is set aside for answers in hand. */
import type { Purpose } from '../budget.ts';
import type { ChatDatabase, Statements, Value } from './store/chat-database.ts';

/** Most tokens in a day or a month (of UTC), of each place or of all together. */
export interface Limit {
  of: 'place' | 'all';
  per: 'day' | 'month';
  tokens: number;
}

export interface Used {
  day: number;
  month: number;
}

export interface TokenLedger {
  readonly limits: Limit[];
  /**
   * Sets tokens aside, which gives a number: where nothing else is set aside what is left is enough, however little;
   * otherwise all of it must fit. `spent`: a limit is reached; `busy`: the rest is set aside for others.
   */
  reserve(asked: { place: string; tokens: number; nowMs: number; untilMs: number }): Promise<number | 'spent' | 'busy'>;
  /** Sets as many more aside for what is in hand; false where they are not there, or a limit is reached. */
  extend(number: number, place: string, tokens: number, nowMs: number): Promise<boolean>;
  /** Counts what was used of it, and gives the limits of which so much is used for the first time that it should be told. */
  spend(number: number, used: Spent): Promise<Limit[]>;
  /** Gives the rest back. `tokens` is all that was used by it. */
  release(number: number, ended: { place: string; purpose: Purpose; tokens: number; nowMs: number }): Promise<void>;
  /** The most that one answer took this month. */
  largest(nowMs: number): Promise<number>;
  /** By place, those who used most this month first. */
  places(nowMs: number): Promise<({ place: string } & Used)[]>;
  /** Of a place, or of all. */
  used(place: string | null, nowMs: number): Promise<Used>;
}

export interface Spent {
  place: string;
  purpose: Purpose;
  inputTokens: number;
  outputTokens: number;
  nowMs: number;
}

/** From here on it is told that a limit will be reached. */
export const toldFrom = 0.8;

export function ledgerIn(database: ChatDatabase, limits: Limit[]): TokenLedger {
  const number = async ({ one }: Statements, sql: string, ...values: Value[]) =>
    Number((await one(sql, ...values))!['n']);

  const usedSince = (within: Statements, since: string, place: string | null) =>
    number(
      within,
      'SELECT coalesce(sum(input + output), 0) AS n FROM token_counts WHERE day >= $1 AND (CAST($2 AS TEXT) IS NULL OR place = $2)',
      since,
      place,
    );
  const usedOf = (within: Statements, { of, per }: Limit, place: string, nowMs: number) =>
    usedSince(within, per === 'day' ? dayOf(nowMs) : monthOf(nowMs), of === 'place' ? place : null);
  const setAside = (within: Statements, { of }: Limit, place: string) =>
    number(
      within,
      'SELECT coalesce(sum(tokens), 0) AS n FROM token_reservations WHERE CAST($1 AS TEXT) IS NULL OR place = $1',
      of === 'place' ? place : null,
    );
  /** What is set aside is compared with what is used by one at a time. */
  const counting = <T>(work: (within: Statements) => Promise<T>) =>
    database.transaction(async (within) => {
      if (database.isShared) await within.run('LOCK TABLE token_reservations IN EXCLUSIVE MODE');
      return work(within);
    });

  return {
    limits,

    reserve: ({ place, tokens, nowMs, untilMs }) =>
      counting(async (within) => {
        // Those of a process that died.
        await within.run('DELETE FROM token_reservations WHERE until_ms < $1', nowMs);
        for (const limit of limits) if ((await usedOf(within, limit, place, nowMs)) >= limit.tokens) return 'spent';
        for (const limit of limits) {
          const aside = await setAside(within, limit, place);
          if (aside > 0 && (await usedOf(within, limit, place, nowMs)) + aside + tokens > limit.tokens) return 'busy';
        }
        const made = await within.one(
          'INSERT INTO token_reservations (place, tokens, until_ms) VALUES ($1, $2, $3) RETURNING number',
          place,
          Math.max(tokens, 1),
          untilMs,
        );
        return Number(made!['number']);
      }),

    extend: (reservation, place, tokens, nowMs) =>
      counting(async (within) => {
        const own = await number(
          within,
          'SELECT coalesce(sum(tokens), 0) AS n FROM token_reservations WHERE number = $1',
          reservation,
        );
        for (const limit of limits) {
          const used = await usedOf(within, limit, place, nowMs);
          const others = (await setAside(within, limit, place)) - own;
          const isFull = others !== 0 && used + others + own + tokens > limit.tokens;
          if (used >= limit.tokens || isFull) return false;
        }
        await within.run('UPDATE token_reservations SET tokens = tokens + $1 WHERE number = $2', tokens, reservation);
        return true;
      }),

    spend: (reservation, { place, purpose, inputTokens, outputTokens, nowMs }) =>
      counting(async (within) => {
        const tokens = inputTokens + outputTokens;
        await within.run('DELETE FROM token_counts WHERE day < $1', dayOf(nowMs - keptMs));
        await within.run(
          `INSERT INTO token_counts VALUES ($1, $2, $3, $4, $5, 0, 0) ON CONFLICT (day, place, purpose)
          DO UPDATE SET input = token_counts.input + excluded.input, output = token_counts.output + excluded.output`,
          dayOf(nowMs),
          place,
          purpose,
          inputTokens,
          outputTokens,
        );
        // What is set aside stays above nothing while the answer is in hand, or another would be let in beside it.
        await within.run(
          'UPDATE token_reservations SET tokens = CASE WHEN tokens > $1 THEN tokens - $1 ELSE 1 END WHERE number = $2',
          tokens,
          reservation,
        );
        const nearing: Limit[] = [];
        for (const limit of limits) {
          const after = await usedOf(within, limit, place, nowMs);
          const told = limit.tokens * toldFrom;
          if (after >= told && after - tokens < told) nearing.push(limit);
        }
        return nearing;
      }),

    release: (reservation, { place, purpose, tokens, nowMs }) =>
      database.transaction(async ({ run }) => {
        await run('DELETE FROM token_reservations WHERE number = $1', reservation);
        await run(
          `UPDATE token_counts SET uses = uses + 1, largest = CASE WHEN largest > $1 THEN largest ELSE $1 END
          WHERE day = $2 AND place = $3 AND purpose = $4`,
          tokens,
          dayOf(nowMs),
          place,
          purpose,
        );
      }),

    largest: (nowMs) =>
      number(
        database,
        `SELECT coalesce(max(largest), 0) AS n FROM token_counts WHERE day >= $1 AND purpose = 'answers'`,
        monthOf(nowMs),
      ),

    places: async (nowMs) => {
      const rows = await database.all(
        `SELECT place, sum(CASE WHEN day = $1 THEN input + output ELSE 0 END) AS day, sum(input + output) AS month
        FROM token_counts WHERE day >= $2 GROUP BY place ORDER BY month DESC, place`,
        dayOf(nowMs),
        monthOf(nowMs),
      );
      return rows.map((row) => ({ place: String(row['place']), day: Number(row['day']), month: Number(row['month']) }));
    },

    used: async (place, nowMs) => ({
      day: await usedSince(database, dayOf(nowMs), place),
      month: await usedSince(database, monthOf(nowMs), place),
    }),
  };
}

/** Long enough for a year's account. */
const keptMs = 400 * 86_400_000;

function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}

/** Its first day. */
function monthOf(nowMs: number): string {
  return `${dayOf(nowMs).slice(0, 7)}-01`;
}
