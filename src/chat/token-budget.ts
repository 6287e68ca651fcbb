/** The budget of tokens, which threads and processes share that have the chats' store in common. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Allowance, type Budget, paying, type Purpose } from '../budget.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { count } from '../measures.ts';
import type { ChatStore } from './chat-store.ts';
import { openChats } from './store/open-chats.ts';
import { type Limit, toldFrom, type TokenLedger } from './token-ledger.ts';

/** The limits that are set, the narrowest first. */
export function limitsOf(config: Config): Limit[] {
  const limits: [Limit['of'], Limit['per'], number | undefined][] = [
    ['place', 'day', config.PLACE_TOKENS_A_DAY],
    ['place', 'month', config.PLACE_TOKENS_A_MONTH],
    ['all', 'day', config.TOKENS_A_DAY],
    ['all', 'month', config.TOKENS_A_MONTH],
  ];
  return limits.flatMap(([of, per, tokens]) => (tokens === undefined ? [] : [{ of, per, tokens }]));
}

export interface BudgetOptions {
  /** Opened when something is first asked for. */
  open: () => Promise<TokenLedger>;
  /** Whether any limit is set: then nothing may be spent that cannot be counted. */
  isLimited: boolean;
  log: Log;
  /** Milliseconds since 1970; default `Date.now`. */
  clock?: () => number;
}

/** An answer that takes longer than this is taken for one of a process that died. */
const longestMs = 15 * 60_000;
const stepMs = 40;

/** That of all threads and programs that have this library. */
export function sharedBudget(config: Config, log: Log): Budget {
  const limits = limitsOf(config);
  const open = async () => (await openChats(config, limits)).ledger;
  return tokenBudget({ open, isLimited: limits.length > 0, log });
}

export function tokenBudget({ open, isLimited, log, clock = Date.now }: BudgetOptions): Budget {
  let opened: Promise<TokenLedger> | null = null;
  let wasTold = false;

  /** Null where it cannot be counted, as on a disk that cannot be written to. */
  async function counted<T>(work: (ledger: TokenLedger) => Promise<T>): Promise<T | null> {
    try {
      opened ??= open().catch((error: unknown) => {
        opened = null;
        throw error;
      });
      return await work(await opened);
    } catch (error) {
      if (!wasTold) log.warn({ err: error, isLimited }, 'tokens cannot be counted');
      wasTold = true;
      return null;
    }
  }

  async function admit(purpose: Purpose, asked: number, waitMs: number): Promise<Allowance | null> {
    const place = paying.getStore() ?? 'operator';
    const given = clock();
    for (;;) {
      const nowMs = clock();
      const reserved = await counted(async (ledger) => {
        // No less than any answer took, or several at once could pass the limit.
        const tokens = Math.max(asked, purpose === 'answers' ? await ledger.largest(nowMs) : 0);
        return { number: await ledger.reserve({ place, tokens, nowMs, untilMs: nowMs + longestMs }), tokens };
      });
      if (reserved === null) return isLimited ? null : allowance({ place, purpose, number: null, tokens: Infinity });
      const { number, tokens } = reserved;
      if (typeof number === 'number') return allowance({ place, purpose, number, tokens });
      if (number === 'spent' || clock() - given >= waitMs) return null;
      await sleep(stepMs);
    }
  }

  function allowance({ place, purpose, number, tokens }: Reserved): Allowance {
    let used = 0;
    let aside = tokens;
    const told = new Set<string>();
    return {
      async spend({ inputTokens, outputTokens, isEstimated = false }) {
        used += inputTokens + outputTokens;
        count('tokens', inputTokens, { purpose, direction: isEstimated ? 'estimated' : 'in' });
        count('tokens', outputTokens, { purpose, direction: 'out' });
        const spent = { place, purpose, inputTokens, outputTokens, nowMs: clock() };
        const nearing = number === null ? [] : ((await counted((ledger) => ledger.spend(number, spent))) ?? []);
        for (const limit of nearing) {
          log.warn({ ...limit, place }, 'the budget of tokens will soon be used up');
          told.add(nearlyUsed(limit));
        }
      },
      async mayGoOn(more) {
        const short = used + more - aside;
        if (number === null || short <= 0) return true;
        if ((await counted((ledger) => ledger.extend(number, place, short, clock()))) !== true) return false;
        aside += short;
        return true;
      },
      async end() {
        const ended = { place, purpose, tokens: used, nowMs: clock() };
        if (number !== null) await counted((ledger) => ledger.release(number, ended));
        return told.size === 0 ? null : [...told].join(' ');
      },
    };
  }

  return { admit };
}

interface Reserved {
  place: string;
  purpose: Purpose;
  number: number | null;
  tokens: number;
}

function nearlyUsed({ of, per }: Limit): string {
  const whose = of === 'place' ? 'of this place' : 'of all places';
  return (
    `${Math.round(toldFrom * 100)} % of the tokens ${whose} for this ${per} are used; ` +
    'once all are, answers are made without a model.'
  );
}

/** For its numbers alone; a library that cannot be written to has none. */
export async function openLedger(config: Config, log: Log): Promise<ChatStore | null> {
  try {
    return await openChats(config, limitsOf(config));
  } catch (error) {
    log.warn({ err: error }, 'tokens cannot be counted');
    return null;
  }
}
