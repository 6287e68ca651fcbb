/** Tokens that models' servers used, by day and place, and what of a budget is set aside for answers in hand. */
import type { DatabaseSync } from 'node:sqlite';
import type { Purpose } from '../budget.ts';

/** Since version 3. A day is one of UTC, `2026-11-30`; `largest` is the most that one answer took. */
export const ledgerSchema = `
  CREATE TABLE token_counts (
    day TEXT NOT NULL, place TEXT NOT NULL, purpose TEXT NOT NULL,
    input INTEGER NOT NULL, output INTEGER NOT NULL, uses INTEGER NOT NULL, largest INTEGER NOT NULL,
    PRIMARY KEY (day, place, purpose)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE token_reservations (
    number INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT NOT NULL, tokens INTEGER NOT NULL, until_ms INTEGER NOT NULL
  ) STRICT;
`;

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
  reserve(asked: { place: string; tokens: number; nowMs: number; untilMs: number }): number | 'spent' | 'busy';
  /** Sets as many more aside for what is in hand; false where they are not there. */
  extend(number: number, place: string, tokens: number, nowMs: number): boolean;
  /** Counts what was used of it, and gives the limits of which so much is used for the first time that it should be told. */
  spend(number: number, used: Spent): Limit[];
  /** Gives the rest back. `tokens` is all that was used by it. */
  release(number: number, ended: { place: string; purpose: Purpose; tokens: number; nowMs: number }): void;
  /** The most that one answer took this month. */
  largest(nowMs: number): number;
  /** By place, those who used most this month first. */
  places(nowMs: number): ({ place: string } & Used)[];
  /** Of a place, or of all. */
  used(place: string | null, nowMs: number): Used;
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

export function ledgerIn(database: DatabaseSync, transaction: <T>(work: () => T) => T, limits: Limit[]): TokenLedger {
  const run = (sql: string, ...values: (string | number)[]) => Number(database.prepare(sql).run(...values).changes);
  const number = (sql: string, ...values: (string | number | null)[]) =>
    Number(database.prepare(sql).get(...values)!['n']);

  const usedSince = (since: string, place: string | null) =>
    number(
      'SELECT coalesce(sum(input + output), 0) AS n FROM token_counts WHERE day >= ?1 AND (?2 IS NULL OR place = ?2)',
      since,
      place,
    );
  const usedOf = ({ of, per }: Limit, place: string, nowMs: number) =>
    usedSince(per === 'day' ? dayOf(nowMs) : monthOf(nowMs), of === 'place' ? place : null);
  const setAside = ({ of }: Limit, place: string) =>
    number(
      'SELECT coalesce(sum(tokens), 0) AS n FROM token_reservations WHERE ?1 IS NULL OR place = ?1',
      of === 'place' ? place : null,
    );
  const used = (place: string | null, nowMs: number): Used => ({
    day: usedSince(dayOf(nowMs), place),
    month: usedSince(monthOf(nowMs), place),
  });

  return {
    limits,

    reserve: ({ place, tokens, nowMs, untilMs }) =>
      transaction(() => {
        // Those of a process that died.
        run('DELETE FROM token_reservations WHERE until_ms < ?', nowMs);
        for (const limit of limits) if (usedOf(limit, place, nowMs) >= limit.tokens) return 'spent';
        for (const limit of limits) {
          const aside = setAside(limit, place);
          if (aside > 0 && usedOf(limit, place, nowMs) + aside + tokens > limit.tokens) return 'busy';
        }
        const { lastInsertRowid } = database
          .prepare('INSERT INTO token_reservations (place, tokens, until_ms) VALUES (?, ?, ?)')
          .run(place, Math.max(tokens, 1), untilMs);
        return Number(lastInsertRowid);
      }),

    extend: (reservation, place, tokens, nowMs) =>
      transaction(() => {
        const own = number(
          'SELECT coalesce(sum(tokens), 0) AS n FROM token_reservations WHERE number = ?',
          reservation,
        );
        const fits = limits.every((limit) => {
          const others = setAside(limit, place) - own;
          return others === 0 || usedOf(limit, place, nowMs) + others + own + tokens <= limit.tokens;
        });
        if (fits) run('UPDATE token_reservations SET tokens = tokens + ? WHERE number = ?', tokens, reservation);
        return fits;
      }),

    spend: (reservation, { place, purpose, inputTokens, outputTokens, nowMs }) =>
      transaction(() => {
        const tokens = inputTokens + outputTokens;
        run('DELETE FROM token_counts WHERE day < ?', dayOf(nowMs - keptMs));
        run(
          `INSERT INTO token_counts VALUES (?, ?, ?, ?, ?, 0, 0) ON CONFLICT (day, place, purpose)
          DO UPDATE SET input = input + excluded.input, output = output + excluded.output`,
          dayOf(nowMs),
          place,
          purpose,
          inputTokens,
          outputTokens,
        );
        // What is set aside stays above nothing while the answer is in hand, or another would be let in beside it.
        run('UPDATE token_reservations SET tokens = max(1, tokens - ?) WHERE number = ?', tokens, reservation);
        return limits.filter((limit) => {
          const after = usedOf(limit, place, nowMs);
          return after >= limit.tokens * toldFrom && after - tokens < limit.tokens * toldFrom;
        });
      }),

    release: (reservation, { place, purpose, tokens, nowMs }) =>
      transaction(() => {
        run('DELETE FROM token_reservations WHERE number = ?', reservation);
        run(
          `UPDATE token_counts SET uses = uses + 1, largest = max(largest, ?)
          WHERE day = ? AND place = ? AND purpose = ?`,
          tokens,
          dayOf(nowMs),
          place,
          purpose,
        );
      }),

    largest: (nowMs) =>
      number(
        `SELECT coalesce(max(largest), 0) AS n FROM token_counts WHERE day >= ? AND purpose = 'answers'`,
        monthOf(nowMs),
      ),

    places: (nowMs) =>
      database
        .prepare(
          `SELECT place, sum(iif(day = ?, input + output, 0)) AS day, sum(input + output) AS month FROM token_counts
          WHERE day >= ? GROUP BY place ORDER BY month DESC, place`,
        )
        .all(dayOf(nowMs), monthOf(nowMs))
        .map((row) => ({ place: String(row['place']), day: Number(row['day']), month: Number(row['month']) })),

    used,
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
